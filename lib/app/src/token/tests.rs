use super::Token;

#[test]
fn tokens_differ_and_come_back_from_what_the_person_got() {
    let (one, other) = (Token::random(), Token::random());

    assert!(one != other);
    assert_eq!(one.reveal().len(), 43);
    assert!(Token::parse(one.reveal()) == Some(one));
}

#[test]
fn what_cannot_be_a_token_is_none() {
    let long = "A".repeat(44);
    let spare_bits = format!("{}B", "A".repeat(42));
    for text in [
        "",
        "A",
        "é",
        &long,
        &spare_bits,
        &format!("{}=", "A".repeat(43)),
        &format!("{}+", "A".repeat(42)),
    ] {
        assert!(Token::parse(text).is_none(), "{text:?}");
    }
}

#[test]
fn only_the_sha_256_of_a_token_is_stored_and_its_text_is_never_shown() {
    let token = Token::parse(&"A".repeat(43));

    let shown = format!("{token:?}");
    // Of the 43 letters, not of the 32 zero bytes: sha256sum says the same.
    let hash = token.map(|token| token.hash());
    assert_eq!(hash.as_deref().map(str::len), Some(64));
    assert_eq!(hash.as_deref(), Some(HASH));
    assert!(!shown.contains("AAA"));
}

const HASH: &str = "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a";
