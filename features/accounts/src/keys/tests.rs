#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use chrono::TimeDelta;
use testing::tokio;

use super::*;
use crate::samples::{LEA, NEW, OLD, Stage, link, sign_in};

const MARA: &str = "mara@example.test";

async fn invite(stage: &Stage, email: &str) -> anyhow::Result<Uuid> {
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

    // The second waits for the first and holds nothing that the first still needs; then it finds its
    // own link void.
    async fn two_links_of_an_account_wait_for_each_other_once(engine) {
        let stage = Stage::build(engine).await;
        let lea = store::account_at(stage.app().db().read(), LEA).await.unwrap().unwrap();
        let tokens = [Token::random(), Token::random()];
        let tx = stage.app().begin().await.unwrap();
        for token in &tokens {
            let link = Link { account: lea.id, email: None };
            store::keep_link(&tx, token, link, stage.app().now() + rules::RECOVER_WITHIN).await.unwrap();
        }
        tx.commit().await.unwrap();
        let [first, second] = tokens;

        let tx = stage.app().begin().await.unwrap();
        let (account, _) = take_up(stage.app(), &tx, &first).await.unwrap().unwrap();
        let app = stage.app().clone();
        let mut other = tokio::spawn(async move {
            let tx = app.begin().await.unwrap();
            take_up(&app, &tx, &second).await.unwrap().is_none()
        });
        tokio::time::timeout(Duration::from_millis(300), &mut other).await.unwrap_err();
        change_password(stage.app(), &tx, &account, "a hash", Which::All).await.unwrap();
        tx.commit().await.unwrap();

        assert!(other.await.unwrap());
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
