#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::os::unix::fs::PermissionsExt;

use i18n::Lang;
use uuid::Uuid;

use super::{Envelope, Failure, Mailer, Sender};
use crate::{Block, Letter, Recipient};

pub(super) fn sender() -> Sender {
    Sender {
        name: "Tables".to_owned(),
        address: "bonjour@tables.example".to_owned(),
        host: "tables.example".to_owned(),
    }
}

/// A letter to `email`, with accents and a line that starts with a dot.
pub(super) fn envelope(id: u128, email: &str) -> Envelope {
    Envelope {
        id: Uuid::from_u128(id),
        to: Recipient {
            email: email.to_owned(),
            name: Some("Léa Brunner".to_owned()),
            lang: Lang::Fr,
        },
        letter: Letter {
            lang: Lang::Fr,
            subject: "Votre réservation est prête".to_owned(),
            preheader: String::new(),
            heading: "Votre réservation est prête".to_owned(),
            blocks: vec![Block::Paragraph("À mardi\n.\nLéa".to_owned())],
            reason: "Vous avez réservé.".to_owned(),
            settings: None,
            sender_line: "Tables, Suisse".to_owned(),
            unsubscribe: None,
        },
    }
}

#[tokio::test]
async fn a_letter_in_memory_can_be_read_again() {
    let mailer = Mailer::memory(sender()).unwrap();
    let letter = envelope(1, "lea@example.ch");

    mailer.clone().send(&letter).await.unwrap();

    let sent = mailer.sent().remove(0);
    assert_eq!(sent.id, letter.id);
    assert_eq!(sent.to, letter.to);
    assert_eq!(sent.subject, "Votre réservation est prête");
    assert_eq!(sent.text, letter.letter.text());
    assert_eq!(sent.html, letter.letter.html("Tables"));
    assert!(sent.sent_at.timestamp() > 0);
    mailer.check().await.unwrap();
}

#[tokio::test]
async fn memory_forgets_the_oldest_letter_after_a_thousand() {
    let mailer = Mailer::memory(sender()).unwrap();

    for id in 0..=1000 {
        mailer.send(&envelope(id, "lea@example.ch")).await.unwrap();
    }

    let sent = mailer.sent();
    assert_eq!(sent.len(), 1000);
    assert_eq!(sent[0].id, Uuid::from_u128(1));
    assert_eq!(sent[999].id, Uuid::from_u128(1000));
}

#[tokio::test]
async fn memory_refuses_what_a_server_would_refuse() {
    let mailer = Mailer::memory(sender()).unwrap();

    let answer = mailer.send(&envelope(1, "nobody")).await;

    assert!(matches!(answer, Err(Failure::Refused(_))));
    assert!(mailer.sent().is_empty());
}

#[tokio::test]
async fn a_folder_holds_one_file_a_letter_even_after_a_retry() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("letters");
    let mailer = Mailer::folder(sender(), &inside).unwrap();
    mailer.check().await.unwrap();

    for id in [1, 2, 1] {
        mailer.send(&envelope(id, "lea@example.ch")).await.unwrap();
    }

    let mut names: Vec<String> = std::fs::read_dir(&inside)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "00000000-0000-0000-0000-000000000001.eml",
            "00000000-0000-0000-0000-000000000002.eml"
        ]
    );
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&inside), mode(&inside.join(&names[0]))), (0o700, 0o600));
    let eml = std::fs::read_to_string(inside.join(&names[0])).unwrap();
    assert!(eml.contains("\r\nTo: =?utf-8?"), "{eml}");
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_means_retry() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, b"in the way").unwrap();
    let mailer = Mailer::folder(sender(), &file).unwrap();

    let answer = mailer.send(&envelope(1, "lea@example.ch")).await;

    assert!(matches!(answer, Err(Failure::Retry(_))));
    mailer.check().await.unwrap_err();
}

#[test]
fn a_sender_without_an_address_or_a_host_is_a_mistake_in_the_settings() {
    let mut wrong = sender();
    wrong.address = "tables".to_owned();
    Mailer::memory(wrong).unwrap_err();

    let mut wrong = sender();
    wrong.host = "tables.example>\r\nBcc: x".to_owned();
    Mailer::memory(wrong).unwrap_err();
}
