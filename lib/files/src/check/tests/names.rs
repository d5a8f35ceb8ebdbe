use proptest::prelude::*;

use super::super::name::display;
use crate::Kind;

#[test]
fn a_name_loses_folders_and_tells_the_truth_about_its_kind() {
    for (given, kind, shown) in [
        ("permis.pdf", Kind::Pdf, "permis.pdf"),
        ("C:\\Users\\Léa\\Permis B.PDF", Kind::Pdf, "Permis B.pdf"),
        ("../../etc/passwd", Kind::Pdf, "passwd.pdf"),
        ("photo.webp", Kind::Jpeg, "photo.jpg"),
        ("photo.jpeg", Kind::Jpeg, "photo.jpg"),
        ("setup.exe", Kind::Png, "setup.png"),
        ("Attestation no. 12", Kind::Pdf, "Attestation no. 12.pdf"),
        ("a\r\nb\0c.pdf", Kind::Pdf, "abc.pdf"),
        ("\u{202e}gpj.exe", Kind::Png, "gpj.png"),
        (".pdf", Kind::Pdf, "file.pdf"),
        ("..", Kind::Pdf, "file.pdf"),
        ("", Kind::Png, "file.png"),
        ("  spaces  .pdf", Kind::Pdf, "spaces.pdf"),
    ] {
        assert_eq!(display(given, kind), shown, "{given:?}");
    }
}

proptest! {
    #[test]
    fn a_name_is_always_short_visible_and_a_name(given in ".{0,300}") {
        let shown = display(&given, Kind::Pdf);

        prop_assert!(shown.chars().count() <= 100);
        prop_assert!(shown.len() > ".pdf".len() && shown.ends_with(".pdf"));
        prop_assert!(!shown.contains(['/', '\\', '\r', '\n', '\0']));
        prop_assert!(!shown.starts_with('.'));
    }
}
