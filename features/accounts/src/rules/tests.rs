use certification::rights::{COMPANY, FREELANCE, STAFF};

use super::*;

const LEA: &str = "lea.rochat@example.ch";

#[test]
fn what_guessing_finds_first_is_easily_guessed() {
    for password in [
        "motdepasse1234",
        "MotDePasse2026",
        "passwordpassword",
        "Bienvenue2026",
        "123456789012",
        "qwertzuiop12",
        "azertyuiop12",
        "aaaaaaaaaaaaaaa",
        "abababababab",
        "abcdefghijklmnop",
        "lea.rochat@example.ch",
        "lea.rochat2026",
        "LEA.ROCHAT1234",
        "example.ch 123",
        "",
    ] {
        assert!(is_easily_guessed(password, LEA), "{password}");
    }
}

#[test]
fn sentences_and_random_letters_are_not() {
    for password in [
        "quatre mots sans lien",
        "des bottes sous la lampe",
        "demo-jem-2026",
        "kX7wq02LmVze",
        "Zürich liegt am Wasser",
        "mon soleil de midi à Vevey",
        "パスワードではない長い文",
    ] {
        assert!(!is_easily_guessed(password, LEA), "{password}");
    }
}

#[test]
fn a_short_address_forbids_nothing() {
    assert!(!is_easily_guessed("quatre mots sans lien", "a@b.ch"));
    assert!(!is_easily_guessed("quatre mots sans lien", ""));
}

#[test]
fn one_goes_on_to_a_page_of_this_site_only() {
    for wanted in ["/messages", "/missions?q=rust&page=2", "/", "/missions/a%20b"] {
        assert_eq!(destination(wanted, FREELANCE), wanted);
    }
    for wanted in [
        "",
        "messages",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "/\t/evil.test",
        "/\n/evil.test",
        " /messages",
        "/a b",
        "https://evil.test/",
        "javascript:alert(1)",
        "/é",
        "/\u{0}",
    ] {
        assert_eq!(destination(wanted, FREELANCE), paths::DASHBOARD, "{wanted:?}");
        assert_eq!(destination(wanted, COMPANY), paths::DASHBOARD, "{wanted:?}");
        assert_eq!(destination(wanted, STAFF), paths::STAFF, "{wanted:?}");
    }
    let long = format!("/{}", "x".repeat(2000));
    assert_eq!(destination(&long, FREELANCE), paths::DASHBOARD);
}

#[test]
fn browsers_are_called_as_their_owners_call_them() {
    let gecko = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0";
    let chromium = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";
    let webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
    for (said, called) in [
        (gecko.to_owned(), "Firefox, Windows"),
        (
            format!("Mozilla/5.0 (X11; Linux x86_64) {chromium} Safari/537.36"),
            "Chrome, Linux",
        ),
        (
            format!("Mozilla/5.0 (Windows NT 10.0) {chromium} Safari/537.36 Edg/140.0"),
            "Edge, Windows",
        ),
        (
            format!("Mozilla/5.0 (Linux; Android 10; K) {chromium} Mobile Safari/537.36"),
            "Chrome, Android",
        ),
        (
            format!(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {webkit} Version/18.6 Mobile/15E148 Safari/604.1"
            ),
            "Safari, iPhone",
        ),
        (
            format!(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {webkit} CriOS/140.0 Mobile/15E148 Safari/604.1"
            ),
            "Chrome, iPhone",
        ),
        (
            format!("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {webkit} Version/18.6 Safari/605.1.15"),
            "Safari, macOS",
        ),
        ("curl/8.15".to_owned(), ""),
        ("<script>alert(1)</script>".to_owned(), ""),
        (String::new(), ""),
    ] {
        assert_eq!(device(&said), called, "{said}");
    }
}
