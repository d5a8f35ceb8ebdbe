use super::{attachment, download_headers};
use crate::Kind;

#[test]
fn a_plain_name_is_given_twice() {
    assert_eq!(
        attachment("permis.pdf"),
        "attachment; filename=\"permis.pdf\"; filename*=UTF-8''permis.pdf"
    );
}

#[test]
fn accents_and_signs_are_encoded_and_have_a_stand_in() {
    assert_eq!(
        attachment("Léa \"B\" 100%.pdf"),
        "attachment; filename=\"L_a _B_ 100_.pdf\"; \
         filename*=UTF-8''L%C3%A9a%20%22B%22%20100%25.pdf"
    );
}

#[test]
fn a_name_cannot_start_another_header() {
    let value = attachment("a\r\nSet-Cookie: x=1;é.pdf");

    assert!(value.chars().all(|c| (' '..='~').contains(&c)), "{value}");
}

#[test]
fn a_download_is_never_shown_as_a_page() {
    let headers = download_headers("a.pdf", Kind::Pdf);
    let value = |name: &str| {
        let found = headers.iter().find(|(header, _)| *header == name);
        found.map(|(_, value)| value.as_str())
    };

    assert_eq!(value("content-type"), Some("application/pdf"));
    assert_eq!(value("x-content-type-options"), Some("nosniff"));
    assert_eq!(
        value("content-security-policy"),
        Some("default-src 'none'; sandbox")
    );
    assert_eq!(value("cache-control"), Some("private, no-store"));
    assert!(value("content-disposition").is_some_and(|v| v.starts_with("attachment;")));
}
