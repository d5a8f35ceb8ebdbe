use crate::Lang::{self, En, Fr};
use proptest::prelude::*;

#[test]
fn the_best_of_our_languages_is_chosen() {
    for (header, expected) in [
        ("fr", Some(Fr)),
        ("en-GB,en;q=0.9,fr;q=0.8", Some(En)),
        ("en;q=0.5, fr-CH;q=0.9", Some(Fr)),
        ("de-CH,de;q=0.9,en;q=0.8,fr;q=0.7", Some(En)),
        ("fr;q=0.8,en;q=0.8", Some(Fr)),
        ("en , fr", Some(En)),
        ("fr;q=0, en;q=0.1", Some(En)),
        ("fr ; Q = 0.2 , en ; q=0.3", Some(En)),
        ("fr;q=0", None),
        ("de,it", None),
        ("*", None),
        ("", None),
    ] {
        assert_eq!(Lang::from_accept_language(header), expected, "{header:?}");
    }
}

#[test]
fn junk_is_passed_over() {
    for (header, expected) in [
        (";;;,,,===", None),
        ("fr;q=", None),
        ("fr;q=NaN", None),
        ("fr;q=inf", None),
        ("fr;q=-1", None),
        ("fr;q=2", None),
        ("fr;level=1", None),
        ("fr;q=abc,en", Some(En)),
        ("\u{0},fr", Some(Fr)),
        ("日本語,en;q=0.001", Some(En)),
    ] {
        assert_eq!(Lang::from_accept_language(header), expected, "{header:?}");
    }
}

proptest! {
    #[test]
    fn no_header_breaks_it(header in "\\PC*") {
        let _ = Lang::from_accept_language(&header);
    }

    #[test]
    fn unknown_languages_never_change_the_answer(before in "(de|it|rm|pt|zz)", q in 0u16..1000) {
        let header = format!("{before};q=0.{q:03},en;q=0.4");
        prop_assert_eq!(Lang::from_accept_language(&header), Some(En));
    }
}
