#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::rights::COMPANY;
use chrono::TimeDelta;
use i18n::Lang;
use testing::tokio;

use crate::{
    letters::{self, Kind},
    paths,
    samples::{LEA, NEW, OLD, Stage, is_signed_in, link, sign_in},
    store,
    words::words,
};

const MARA: &str = "mara@example.test";

async fn invite(stage: &Stage, email: &str) -> anyhow::Result<uuid::Uuid> {
    let tx = stage.app().begin().await?;
    let id = crate::invite_staff(stage.app(), &tx, email).await?;
    tx.commit().await?;
    Ok(id)
}

testing::on_both_engines! {
    async fn an_invited_member_of_staff_chooses_a_password(engine) {
        let stage = Stage::build(engine).await;
        let id = invite(&stage, " Mara@Example.test").await.unwrap();
        let browser = stage.house.visitor();
        // Until then the account is nobody's.
        sign_in(&browser, MARA, OLD).await.is(422);
        assert_eq!(crate::contact(stage.app().db().read(), id).await.unwrap(), None);

        let letter = stage.letter(MARA).await;
        assert_eq!(letter.subject, "Rejoignez l’équipe de Place");
        let path = link(&letter, "/recovery/");
        stage.app().clock().advance(TimeDelta::days(6));
        browser.get(&path).await.is(200).says("Choisissez votre mot de passe");
        browser.post(&path, &[("password", NEW)]).await.is(303);

        assert_eq!(sign_in(&browser, MARA, NEW).await.location(), paths::STAFF);
        assert_eq!(stage.events("accounts.opened").await, 1);
        assert_eq!(stage.letters(MARA).await.len(), 1, "no letter about a changed password");
    }

    async fn asked_again_it_posts_a_new_link_until_a_password_is_chosen(engine) {
        let stage = Stage::build(engine).await;
        let first = invite(&stage, MARA).await.unwrap();
        let second = invite(&stage, MARA).await.unwrap();
        assert_eq!(first, second);
        let letters = stage.letters(MARA).await;
        assert_eq!(letters.len(), 2);

        let path = link(&letters[1], "/recovery/");
        stage.house.visitor().post(&path, &[("password", NEW)]).await.is(303);

        assert_eq!(invite(&stage, MARA).await.unwrap(), first);
        assert_eq!(stage.letters(MARA).await.len(), 2);
    }

    async fn nobody_else_becomes_staff(engine) {
        let stage = Stage::build(engine).await;

        for email in [LEA, "no address", ""] {
            invite(&stage, email).await.unwrap_err();
        }

        assert_eq!(store::account_at(stage.app().db().read(), LEA).await.unwrap().unwrap().role, stage.lea.role);
        assert_eq!(stage.letters(LEA).await, []);
    }

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

    // Of two who follow the same link at once, one gets what it opens.
    async fn a_link_followed_twice_at_once_opens_once(engine) {
        let stage = Stage::build(engine).await;
        let fields = [("email", MARA), ("password", NEW)];
        stage.house.visitor().post(paths::SIGN_UP_FREELANCE, &fields).await.is(303);
        let confirm = link(&stage.letter(MARA).await, "/confirm/");
        stage.house.visitor().post(paths::RECOVERY, &[("email", LEA)]).await.is(303);
        let recover = link(&stage.letter(LEA).await, "/recovery/");

        for (path, event) in [(confirm, "accounts.opened"), (recover, "accounts.password_changed")] {
            assert_eq!(at_once(&stage, &path, &path).await, [303, 410]);
            assert_eq!(stage.events(event).await, 1);
        }
    }

    // Two links of one account, or of one address, do not wait for each other for ever.
    async fn two_links_followed_at_once_open_once(engine) {
        let stage = Stage::build(engine).await;
        let (mut confirm, mut recover) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            let fields = [("email", MARA), ("password", NEW)];
            stage.house.visitor().post(paths::SIGN_UP_FREELANCE, &fields).await.is(303);
            confirm.push(link(&stage.letter(MARA).await, "/confirm/"));
            stage.house.visitor().post(paths::RECOVERY, &[("email", LEA)]).await.is(303);
            recover.push(link(&stage.letter(LEA).await, "/recovery/"));
        }

        for (paths, event) in [(confirm, "accounts.opened"), (recover, "accounts.password_changed")] {
            assert_eq!(at_once(&stage, &paths[0], &paths[1]).await, [303, 410]);
            assert_eq!(stage.events(event).await, 1);
        }
    }
}

/// Posts to two links at once, each in a browser of its own; the answers, the smaller first.
async fn at_once(stage: &Stage, one: &str, other: &str) -> [u16; 2] {
    let press = |path: &str| {
        let (browser, path) = (stage.house.visitor(), path.to_owned());
        tokio::spawn(async move { browser.post(path, &[("password", NEW)]).await.status })
    };
    let (one, other) = (press(one), press(other));
    let mut answers = [one.await.unwrap(), other.await.unwrap()];
    answers.sort_unstable();
    answers
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
