#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::rights::COMPANY;
use chrono::TimeDelta;
use i18n::Lang;
use testing::tokio;

use crate::{
    letters::{self, Kind},
    paths,
    samples::{LEA, OLD, Stage, is_signed_in, link, sign_in},
    store,
    words::words,
};

testing::on_both_engines! {
    async fn an_address_is_planted_once(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.app().begin().await.unwrap();
        let id = stage.app().clock().key();

        crate::plant(stage.app(), &tx, id, COMPANY, "LEA@example.test", OLD).await.unwrap_err();
    }

    async fn what_time_has_made_useless_is_swept(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.signed_in().await;
        browser.post(paths::RECOVERY, &[("email", LEA)]).await.is(303);
        let path = link(&stage.letter(LEA).await, "/recovery/");

        crate::sweep(stage.app()).await.unwrap();
        browser.get(&path).await.is(200);
        assert!(is_signed_in(&browser).await);

        stage.app().clock().advance(TimeDelta::days(31));
        crate::sweep(stage.app()).await.unwrap();
        stage.app().clock().advance(TimeDelta::days(-31));
        browser.get(&path).await.is(410);
        let sessions = store::sessions_of(stage.app().db().read(), stage.lea.account, stage.app().now()).await;
        assert_eq!(sessions.unwrap().len(), 0);
    }

    // More at once than passwords are checked at once: all get their turn.
    async fn many_sign_in_at_once(engine) {
        let stage = Stage::build(engine).await;
        let attempts: Vec<_> = (0..6).map(|_| {
            let browser = stage.house.visitor();
            tokio::spawn(async move { sign_in(&browser, LEA, OLD).await.status })
        }).collect();

        for attempt in attempts {
            assert_eq!(attempt.await.unwrap(), 303);
        }

        let sessions = store::sessions_of(stage.app().db().read(), stage.lea.account, stage.app().now()).await;
        assert_eq!(sessions.unwrap().len(), 6);
    }
}

const KINDS: [Kind; 8] = [
    Kind::Confirm,
    Kind::Taken,
    Kind::Recover,
    Kind::Unknown,
    Kind::Invite,
    Kind::PasswordChanged,
    Kind::NewEmail,
    Kind::EmailChanged,
];

#[test]
fn every_letter_is_whole_in_both_languages() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let until = stage.app().now();

        for lang in Lang::ALL {
            for kind in KINDS {
                let letter = letters::expiring(stage.app(), lang, kind, "/there", until);
                let (text, html) = (letter.text(), letter.html("Place"));
                assert!(
                    !letter.subject.is_empty() && letter.subject.contains("Place"),
                    "{kind:?}"
                );
                for part in [&text, &html] {
                    assert!(part.contains(&letter.heading) && part.contains("http://example.test/there"));
                }
                assert!(html.contains(&format!("lang=\"{}\"", lang.tag())));
                assert!(!text.contains('!') && !text.contains("{"), "{text}");
                // No link leaves the site.
                assert_eq!(
                    text.matches("http").count(),
                    text.matches("http://example.test/").count()
                );
            }
        }
    });
}

#[test]
fn every_fault_of_a_registration_number_has_its_sentence() {
    for lang in Lang::ALL {
        let mut sentences = std::collections::HashSet::new();
        for number in [
            "",
            "FRA-116.281.710",
            "CH-550.1.234.567-8",
            "CHE-11x.281.710",
            "CHE-1",
            "CHE-116.281.710 XYZ",
            "CHE-116.281.711",
        ] {
            let fault = swiss::Uid::parse(number).unwrap_err();
            let sentence = (words(lang).sign_up.uid_fault)(fault);
            assert!(sentences.insert(sentence), "{number:?} has a sentence of its own");
        }
    }
}
