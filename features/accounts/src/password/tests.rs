#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use testing::run;

use super::*;

// ASVS 5.0, appendix C: at least 46 MiB.
#[test]
fn a_hash_tells_how_it_was_made_and_is_salted() {
    run(async {
        let (one, other) = (
            hash("quatre mots").await.unwrap(),
            hash("quatre mots").await.unwrap(),
        );

        assert!(one.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"), "{one}");
        assert_ne!(one, other);
        assert!(!one.contains("quatre"));
    });
}

#[test]
fn only_the_same_password_matches() {
    run(async {
        let stored = Some(hash("quatre mots sans lien").await.unwrap());

        assert!(matches("quatre mots sans lien", stored.clone()).await.unwrap());
        for wrong in [
            "",
            "quatre mots sans lie",
            "quatre mots sans lien ",
            "Quatre mots sans lien",
        ] {
            assert!(!matches(wrong, stored.clone()).await.unwrap(), "{wrong:?}");
            assert!(!matches(wrong, None).await.unwrap(), "{wrong:?}");
        }
        // Not cut: what comes after the 72nd byte counts too.
        let long = "é".repeat(256);
        let stored = Some(hash(&long).await.unwrap());
        assert!(!matches(&long[..510], stored.clone()).await.unwrap());
        assert!(matches(&long, stored).await.unwrap());
    });
}

#[test]
fn what_is_no_hash_is_a_mistake_and_no_match() {
    run(async {
        assert!(matches("anything", Some("plain".to_owned())).await.is_err());
    });
}

#[test]
fn a_demo_hashes_one_password_once() {
    run(async {
        let (one, other) = (
            hash_for_demo("demo").await.unwrap(),
            hash_for_demo("demo").await.unwrap(),
        );

        assert_eq!(one, other);
        assert!(matches("demo", Some(one)).await.unwrap());
    });
}
