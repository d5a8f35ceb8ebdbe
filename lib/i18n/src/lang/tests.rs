#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::Lang;

#[test]
fn every_language_is_listed_once_and_reads_back_from_its_own_code_and_tag() {
    for lang in Lang::ALL {
        assert_eq!(Lang::parse(lang.code()), Some(lang));
        assert_eq!(Lang::parse(lang.tag()), Some(lang));
        assert!(lang.tag().starts_with(lang.code()));
        assert_eq!(Lang::ALL.iter().filter(|other| **other == lang).count(), 1);
    }
}

#[test]
fn codes_are_read_in_any_case_and_with_any_region() {
    for (text, expected) in [
        ("fr", Some(Lang::Fr)),
        ("FR", Some(Lang::Fr)),
        ("fr-CA", Some(Lang::Fr)),
        ("en_GB", Some(Lang::En)),
        (" en ", Some(Lang::En)),
        ("de", None),
        ("français", None),
        ("f", None),
        ("", None),
        ("-", None),
    ] {
        assert_eq!(Lang::parse(text), expected, "{text:?}");
    }
}

#[test]
fn french_is_the_default() {
    assert_eq!(Lang::default(), Lang::Fr);
}

#[test]
fn a_language_is_stored_as_its_code() {
    for lang in Lang::ALL {
        let json = serde_json::to_string(&lang).unwrap();
        assert_eq!(json, format!("\"{}\"", lang.code()));
        assert_eq!(serde_json::from_str::<Lang>(&json).unwrap(), lang);
    }
    assert!(serde_json::from_str::<Lang>("\"xx\"").is_err());
}
