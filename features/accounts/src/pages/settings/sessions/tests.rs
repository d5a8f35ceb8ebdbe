#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use app::Token;
use testing::Client;
use uuid::Uuid;

use crate::{
    paths,
    samples::{OLD, Stage, is_signed_in, sign_in},
    store,
};

/// The sessions of Lea that stand, the one used last first.
async fn sessions(stage: &Stage) -> Vec<store::Session> {
    let db = stage.app().db().read();
    let all = store::sessions_of(db, stage.lea.account, stage.app().now()).await;
    all.expect("an answer")
}

/// Begins a session of Lea on this device, elsewhere.
async fn begin(stage: &Stage, device: &str) -> Uuid {
    let tx = stage.app().begin().await.expect("a write");
    let id = stage.app().clock().key();
    let (token, now) = (Token::random(), stage.app().now());
    let begun = store::begin_session(&tx, id, &token, stage.lea.account, device.to_owned(), now).await;
    begun.expect("a session");
    tx.commit().await.expect("written");
    id
}

async fn end(browser: &Client, id: Uuid) -> u16 {
    browser.post(paths::session(id), &[]).await.status
}

testing::on_both_engines! {
    async fn each_session_says_where_and_since_when(engine) {
        let stage = Stage::build(engine).await;
        begin(&stage, "Firefox, Windows").await;
        stage.app().clock().advance(chrono::TimeDelta::hours(26));
        let here = stage.signed_in().await;

        let seen = here.get(paths::SETTINGS_SESSIONS).await;

        seen.is(200).says("Firefox, Windows").says("Connecté le 9 juin 2026 à 10:00. Dernière utilisation : hier à 10:00.");
        seen.says("Appareil inconnu").says("Connecté le 10 juin 2026 à 12:00.").says("Cet appareil");
        assert!(seen.has("button[aria-label='Déconnecter Firefox, Windows']"));
        assert!(!seen.has("button[aria-label='Déconnecter Appareil inconnu']"), "this one signs out by the menu");
    }

    async fn one_session_is_ended(engine) {
        let stage = Stage::build(engine).await;
        let (here, elsewhere) = (stage.signed_in().await, stage.signed_in().await);
        assert!(is_signed_in(&elsewhere).await);
        let all = sessions(&stage).await;
        let mine = here.get(paths::SETTINGS_SESSIONS).await.attribute("form[action*='sessions/0']", "action");
        let other = all.iter().find(|session| Some(paths::session(session.id)) == mine);

        let id = other.expect("the other session").id;
        let key = here.key().await;
        for _ in 0..2 {
            let seen = here.post_with_key(paths::session(id), &key, &[]).await;
            assert_eq!(seen.location(), paths::SETTINGS_SESSIONS);
        }

        // On the very next request.
        assert!(!is_signed_in(&elsewhere).await);
        here.get(paths::SETTINGS_SESSIONS).await.is(200).says("L’appareil est déconnecté.");
        assert_eq!(end(&here, id).await, 404, "it is there no more");
    }

    async fn all_others_are_ended_at_once(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        begin(&stage, "Safari, iPhone").await;
        let elsewhere = stage.signed_in().await;
        assert!(is_signed_in(&elsewhere).await);

        assert_eq!(here.post(paths::OTHER_SESSIONS, &[]).await.location(), paths::SETTINGS_SESSIONS);

        assert!(!is_signed_in(&elsewhere).await);
        assert!(is_signed_in(&here).await);
        assert_eq!(sessions(&stage).await.len(), 1);
        let seen = here.get(paths::SETTINGS_SESSIONS).await;
        seen.says("Vos autres appareils sont déconnectés.");
        assert!(!seen.has("form[action='/settings/sessions/others']"), "there are none");
    }

    async fn ending_the_session_in_use_signs_out(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let id = sessions(&stage).await[0].id;

        assert_eq!(here.post(paths::session(id), &[]).await.location(), paths::SIGN_IN);

        assert!(!is_signed_in(&here).await);
    }

    // Those of others are not found, and stand.
    async fn a_foreign_session_is_not_found(engine) {
        let stage = Stage::build(engine).await;
        let id = begin(&stage, "Firefox, Linux").await;
        let tx = stage.app().begin().await.expect("a write");
        let (other, role) = (stage.app().clock().key(), certification::rights::COMPANY);
        crate::plant(stage.app(), &tx, other, role, "brun@example.test", OLD).await.expect("an account");
        tx.commit().await.expect("written");
        let brun = stage.house.visitor();
        sign_in(&brun, "brun@example.test", OLD).await.is(303);

        assert_eq!(end(&brun, id).await, 404);
        assert_eq!(end(&brun, Uuid::nil()).await, 404);
        brun.post("/settings/sessions/nonsense", &[]).await.is(404);
        brun.get(paths::SETTINGS_SESSIONS).await.hides("Firefox");

        assert_eq!(sessions(&stage).await.len(), 1);
    }
}
