#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod server;

use std::time::Duration;

use server::{Certificate, Server};

use super::super::tests::{envelope, sender};
use crate::{Failure, Mailer, Security, SmtpSettings};

fn to(server: &Server) -> SmtpSettings {
    SmtpSettings {
        port: Some(server.port),
        security: Security::Plain,
        timeout_seconds: 20,
        ..SmtpSettings::new("localhost")
    }
}

fn mailer(settings: SmtpSettings) -> Mailer {
    Mailer::smtp(sender(), settings).unwrap()
}

async fn send(settings: SmtpSettings, email: &str) -> Result<(), Failure> {
    mailer(settings).send(&envelope(1, email)).await
}

fn retried(answer: Result<(), Failure>) -> String {
    match answer {
        Err(Failure::Retry(why)) => why,
        other => unreachable!("a retry was expected, not {other:?}"),
    }
}

fn refused(answer: Result<(), Failure>) -> String {
    match answer {
        Err(Failure::Refused(why)) => why,
        other => unreachable!("a refusal was expected, not {other:?}"),
    }
}

#[tokio::test]
async fn a_letter_arrives_with_starttls_and_an_account() {
    let certificate = Certificate::new();
    let mut server = Server::start(&["--accounts"], Some(&certificate));
    let settings = SmtpSettings {
        security: Security::StartTls,
        user: Some("tables".to_owned()),
        password: Some("secret".to_owned()),
        extra_root: Some(certificate.path()),
        ..to(&server)
    };
    let mailer = mailer(settings);
    mailer.check().await.unwrap();

    mailer.send(&envelope(1, "lea@example.ch")).await.unwrap();

    let letter = server.letter();
    assert_eq!(letter["tls"], true);
    assert_eq!(letter["user"], "tables");
    assert_eq!(letter["hello"], "tables.example");
    assert_eq!(letter["from"], "bonjour@tables.example");
    assert_eq!(letter["to"], serde_json::json!(["lea@example.ch"]));
    let content = letter["content"].as_str().unwrap();
    assert!(content.contains("Message-ID: <00000000-0000-0000-0000-000000000001@tables.example>"));
    assert!(content.contains("Subject: Votre =?utf-8?"), "{content}");
}

#[tokio::test]
async fn a_letter_arrives_with_tls_from_the_first_byte() {
    let certificate = Certificate::new();
    let mut server = Server::start(&["--wrapped"], Some(&certificate));
    let settings = SmtpSettings {
        security: Security::Tls,
        extra_root: Some(certificate.path()),
        ..to(&server)
    };

    send(settings, "lea@example.ch").await.unwrap();

    assert_eq!(server.letter()["tls"], true);
}

#[tokio::test]
async fn nothing_is_said_to_a_server_nobody_vouches_for() {
    let certificate = Certificate::new();
    let server = Server::start(&[], Some(&certificate));
    let settings = SmtpSettings {
        security: Security::StartTls,
        ..to(&server)
    };

    let why = retried(send(settings.clone(), "lea@example.ch").await);

    assert!(why.contains("certificate"), "{why}");
    mailer(settings).check().await.unwrap_err();
}

#[tokio::test]
async fn nothing_is_said_to_a_server_with_another_name() {
    let certificate = Certificate::new();
    let server = Server::start(&[], Some(&certificate));
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        security: Security::StartTls,
        extra_root: Some(certificate.path()),
        ..to(&server)
    };

    let why = retried(send(settings, "lea@example.ch").await);

    assert!(why.contains("certificate"), "{why}");
}

#[tokio::test]
async fn a_server_without_starttls_gets_no_letter() {
    let server = Server::start(&[], None);
    let settings = SmtpSettings {
        security: Security::StartTls,
        ..to(&server)
    };

    let why = retried(send(settings, "lea@example.ch").await);

    assert!(why.contains("STARTTLS"), "{why}");
}

#[tokio::test]
async fn a_wrong_password_makes_letters_wait_instead_of_losing_them() {
    let server = Server::start(&["--accounts"], None);
    let settings = SmtpSettings {
        user: Some("tables".to_owned()),
        password: Some("wrong".to_owned()),
        ..to(&server)
    };

    let why = retried(send(settings.clone(), "lea@example.ch").await);

    assert!(why.contains("535"), "{why}");
    mailer(settings).check().await.unwrap_err();
}

#[tokio::test]
async fn what_the_server_puts_off_is_tried_again() {
    let server = Server::start(&[], None);

    let why = retried(send(to(&server), "later@example.ch").await);
    assert!(why.contains("greylisted"), "{why}");

    let why = retried(send(to(&server), "full@example.ch").await);
    assert!(why.contains("mailbox full"), "{why}");
}

#[tokio::test]
async fn what_the_server_refuses_for_good_is_not_tried_again() {
    let server = Server::start(&[], None);

    let why = refused(send(to(&server), "nobody@example.ch").await);
    assert!(why.contains("550") && why.contains("no such mailbox"), "{why}");

    let why = refused(send(to(&server), "spam@example.ch").await);
    assert!(why.contains("looks like spam"), "{why}");
}

#[tokio::test]
async fn a_refused_sender_makes_letters_wait_as_it_is_our_mistake() {
    let server = Server::start(&[], None);
    let mut blocked = sender();
    blocked.address = "blocked@tables.example".to_owned();
    let mailer = Mailer::smtp(blocked, to(&server)).unwrap();

    let why = retried(mailer.send(&envelope(1, "lea@example.ch")).await);

    assert!(why.contains("may not write"), "{why}");
}

#[tokio::test]
async fn an_address_the_server_cannot_write_down_is_refused() {
    let server = Server::start(&[], None);

    let why = refused(send(to(&server), "léa@example.ch").await);

    assert!(why.contains("accents"), "{why}");
}

#[tokio::test]
async fn a_server_that_falls_silent_is_left_in_time() {
    let server = Server::start(&[], None);
    let settings = SmtpSettings {
        timeout_seconds: 1,
        ..to(&server)
    };
    let mailer = mailer(settings);

    let letter = envelope(1, "silent@example.ch");
    let sending = mailer.send(&letter);
    let answer = tokio::time::timeout(Duration::from_secs(20), sending).await;

    let why = retried(answer.unwrap());
    assert!(why.contains("said nothing for 1 s"), "{why}");
    // The cut connection is not used again.
    mailer.send(&envelope(2, "lea@example.ch")).await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_not_there_means_retry() {
    let port = {
        let mut server = Server::start(&[], None);
        server.stop();
        server.port
    };
    let settings = SmtpSettings {
        port: Some(port),
        security: Security::Plain,
        ..SmtpSettings::new("localhost")
    };

    retried(send(settings.clone(), "lea@example.ch").await);

    let why = format!("{:#}", mailer(settings).check().await.unwrap_err());
    assert!(why.contains(&format!("localhost:{port}")), "{why}");
}

#[tokio::test]
async fn letters_in_a_row_share_a_connection() {
    let mut server = Server::start(&[], None);
    let mailer = mailer(to(&server));

    for id in 1..=3 {
        mailer.send(&envelope(id, "lea@example.ch")).await.unwrap();
    }

    let first = server.letter();
    assert_eq!(server.letter()["peer"], first["peer"]);
    assert_eq!(server.letter()["peer"], first["peer"]);
    // A line of a single dot did not end the letter early.
    assert!(first["content"].as_str().unwrap().contains("</html>"));
}

#[tokio::test]
async fn a_server_that_came_back_is_found_again() {
    let mut server = Server::start(&[], None);
    let mut settings = to(&server);
    let mailer_before = mailer(settings.clone());
    mailer_before.send(&envelope(1, "lea@example.ch")).await.unwrap();

    server.stop();
    retried(mailer_before.send(&envelope(2, "lea@example.ch")).await);

    let mut again = Server::start(&[], None);
    settings.port = Some(again.port);
    send(settings, "lea@example.ch").await.unwrap();
    again.letter();
}

#[test]
fn clear_text_never_leaves_this_machine() {
    let settings = SmtpSettings {
        security: Security::Plain,
        ..SmtpSettings::new("mail.example.ch")
    };

    Mailer::smtp(sender(), settings).unwrap_err();
}

#[test]
fn the_password_is_not_printed() {
    let settings = SmtpSettings {
        password: Some("hunter2".to_owned()),
        ..SmtpSettings::new("mail.example.ch")
    };
    let mailer = mailer(settings);

    assert!(!format!("{mailer:?}").contains("hunter2"));
}
