#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use i18n::Lang;
use uuid::Uuid;

use super::{build, is_address, one_line};
use crate::{Block, Envelope, Failure, Letter, Recipient, Sender};

fn sender() -> Sender {
    Sender {
        name: "Tables".to_owned(),
        address: "bonjour@tables.example".to_owned(),
        host: "tables.example".to_owned(),
    }
}

fn envelope() -> Envelope {
    Envelope {
        id: Uuid::from_u128(7),
        to: Recipient {
            email: "lea@example.ch".to_owned(),
            name: Some("Léa Brunner".to_owned()),
            lang: Lang::Fr,
        },
        letter: Letter {
            lang: Lang::Fr,
            subject: "Votre réservation est prête".to_owned(),
            preheader: String::new(),
            heading: "Votre réservation est prête".to_owned(),
            blocks: vec![Block::Paragraph("À mardi".to_owned())],
            reason: "Vous avez réservé.".to_owned(),
            settings: None,
            sender_line: "Tables, Suisse".to_owned(),
            unsubscribe: None,
        },
    }
}

/// The message's header lines, unfolded.
fn headers(envelope: &Envelope) -> Vec<String> {
    let message = build(&sender(), envelope).unwrap().formatted();
    let message = String::from_utf8(message).unwrap();
    let (head, _) = message.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

fn header(envelope: &Envelope, name: &str) -> Vec<String> {
    let prefix = format!("{name}: ");
    let lines = headers(envelope).into_iter();
    lines
        .filter_map(|line| line.strip_prefix(&prefix).map(str::to_owned))
        .collect()
}

#[test]
fn the_message_id_is_the_envelopes_id_at_our_host() {
    assert_eq!(
        header(&envelope(), "Message-ID"),
        ["<00000000-0000-0000-0000-000000000007@tables.example>"]
    );
}

#[test]
fn a_letter_says_that_a_machine_sent_it() {
    assert_eq!(header(&envelope(), "Auto-Submitted"), ["auto-generated"]);
}

#[test]
fn accents_in_subject_and_name_travel_encoded() {
    let message = build(&sender(), &envelope()).unwrap().formatted();

    assert!(message.is_ascii());
    let subject = header(&envelope(), "Subject").remove(0);
    assert!(subject.contains("=?utf-8?"), "{subject}");
    let to = header(&envelope(), "To").remove(0);
    assert!(
        to.contains("=?utf-8?") && to.ends_with("<lea@example.ch>"),
        "{to}"
    );
}

#[test]
fn line_breaks_in_name_and_subject_make_no_header() {
    let mut envelope = envelope();
    envelope.letter.subject = "Bonjour\r\nBcc: all@example.ch\n\nbody".to_owned();
    envelope.to.name = Some("Léa\r\nBcc: all@example.ch\u{2028}X".to_owned());

    let headers = headers(&envelope);

    assert!(!headers.iter().any(|line| line.starts_with("Bcc")), "{headers:?}");
    assert_eq!(header(&envelope, "Subject"), ["Bonjour Bcc: all@example.ch body"]);
    let message = build(&sender(), &envelope).unwrap();
    assert_eq!(message.envelope().to().len(), 1);
}

#[test]
fn a_name_with_signs_of_the_address_syntax_stays_a_name() {
    let mut envelope = envelope();
    envelope.to.name = Some("Muster, \"Max\" <max@evil.example>".to_owned());

    let message = build(&sender(), &envelope).unwrap();

    let to: Vec<String> = message.envelope().to().iter().map(ToString::to_string).collect();
    assert_eq!(to, ["lea@example.ch"]);
    let to = header(&envelope, "To").remove(0);
    // Encoded, so that not even a careless reader sees a second address.
    assert!(!to.contains("evil") && to.ends_with(" <lea@example.ch>"), "{to}");
}

#[test]
fn an_address_that_is_none_is_refused_for_good() {
    for email in [
        "",
        "lea",
        "lea@",
        "@example.ch",
        "lea@example.ch\r\nRCPT TO:<all@example.ch>",
        "lea@example.ch, max@example.ch",
        "Lea <lea@example.ch>",
        "lea bru@example.ch",
        "lea@exa mple.ch",
    ] {
        let mut envelope = envelope();
        envelope.to.email = email.to_owned();

        let built = build(&sender(), &envelope);

        assert!(matches!(built, Err(Failure::Refused(_))), "{email:?}");
        assert!(!is_address(email), "{email:?}");
    }
    let long = format!("{}@example.ch", "a".repeat(65));
    assert!(!is_address(&long));
}

#[test]
fn usual_and_unusual_addresses_are_addresses() {
    for email in [
        "lea@example.ch",
        " lea@example.ch ",
        "lea+tables@sub.example.ch",
        "o'neil@example.ie",
        "lea@zürich.example",
    ] {
        assert!(is_address(email), "{email:?}");
    }
}

#[test]
fn a_domain_with_accents_is_sent_to_in_ascii() {
    let mut envelope = envelope();
    envelope.to.email = "lea@zürich.example".to_owned();

    let message = build(&sender(), &envelope).unwrap();

    assert_eq!(
        message.envelope().to()[0].to_string(),
        "lea@xn--zrich-kva.example"
    );
}

#[test]
fn a_letter_one_can_refuse_offers_it_in_one_click() {
    let mut envelope = envelope();
    let url = format!("https://tables.example/stop/{}", "a".repeat(90));
    envelope.letter.unsubscribe = Some(url.clone());

    assert_eq!(header(&envelope, "List-Unsubscribe"), [format!("<{url}>")]);
    assert_eq!(
        header(&envelope, "List-Unsubscribe-Post"),
        ["List-Unsubscribe=One-Click"]
    );
}

#[test]
fn a_letter_one_cannot_refuse_offers_nothing() {
    let mut envelope = envelope();
    for url in [
        None,
        Some("javascript:x"),
        Some("https://a.example/>\r\nBcc: x@y.z"),
    ] {
        envelope.letter.unsubscribe = url.map(str::to_owned);

        assert!(header(&envelope, "List-Unsubscribe").is_empty());
        assert!(header(&envelope, "List-Unsubscribe-Post").is_empty());
    }
}

#[test]
fn the_text_part_comes_before_the_html_part() {
    let message = build(&sender(), &envelope()).unwrap().formatted();
    let message = String::from_utf8(message).unwrap();

    let text = message.find("text/plain").unwrap();
    let html = message.find("text/html").unwrap();

    assert!(message.contains("multipart/alternative"));
    assert!(text < html);
}

#[test]
fn one_line_keeps_no_break_spaces() {
    assert_eq!(one_line(" CHF\u{a0}48 \n  net "), "CHF\u{a0}48 net");
}
