#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use chrono::TimeDelta;
use i18n::Lang;
use testing::Client;

use crate::{
    paths,
    samples::{NEW, Stage, is_signed_in, link, sign_in},
    words::words,
};

const NEWCOMER: &str = "camille@example.test";

/// Signs a newcomer up and gives the path in the letter.
async fn invited(stage: &Stage, browser: &Client) -> String {
    let fields = [("email", NEWCOMER), ("password", NEW)];
    browser.post(paths::SIGN_UP_FREELANCE, &fields).await.is(303);
    link(&stage.letter(NEWCOMER).await, "/confirm/")
}

testing::on_both_engines! {
    // R16
    async fn the_link_opens_the_account_at_the_press_of_a_button(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let path = invited(&stage, &browser).await;

        // Before that, the password opens nothing.
        sign_in(&browser, NEWCOMER, NEW).await.is(422);
        for _ in 0..2 {
            browser.get(&path).await.is(200).says(NEWCOMER).says("Ouvrir mon compte");
        }
        assert!(!is_signed_in(&browser).await);
        assert_eq!(stage.events("accounts.opened").await, 0);

        assert_eq!(browser.post(&path, &[]).await.location(), paths::DASHBOARD);

        assert!(is_signed_in(&browser).await);
        assert_eq!(stage.events("accounts.opened").await, 1);
        sign_in(&stage.house.visitor(), NEWCOMER, NEW).await.is(303);
        // Back to the letter, later.
        assert_eq!(browser.get(&path).await.location(), paths::DASHBOARD);
    }

    // R16: on another device, the password chosen at sign-up is asked.
    async fn another_browser_is_asked_for_the_password(engine) {
        let stage = Stage::build(engine).await;
        let path = invited(&stage, &stage.house.visitor()).await;
        let other = stage.house.visitor();
        assert!(other.get(&path).await.is(200).has("input[name=password][type=password]"));

        other.post(&path, &[]).await.is(422).says("le mot de passe choisi à l’inscription");
        other.post(&path, &[("password", "not the one chosen")]).await.is(422);
        assert_eq!(stage.events("accounts.opened").await, 0);

        assert_eq!(other.post(&path, &[("password", NEW)]).await.location(), paths::DASHBOARD);
        assert!(is_signed_in(&other).await);
    }

    // Somebody who signs another's address up, to share the account that its owner opens, gets nothing:
    // whichever letter the owner follows, the account has the owner's password.
    async fn nobody_shares_an_account_by_signing_its_address_up_too(engine) {
        let stage = Stage::build(engine).await;
        let (owner, stranger) = (stage.house.visitor(), stage.house.visitor());
        invited(&stage, &owner).await;
        let theirs = [("email", NEWCOMER), ("password", "a stranger chose this one")];
        stranger.post(paths::SIGN_UP_FREELANCE, &theirs).await.is(303);
        let newest = link(&stage.letter(NEWCOMER).await, "/confirm/");

        owner.post(&newest, &[]).await.is(422);
        owner.post(&newest, &[("password", NEW)]).await.is(303);

        sign_in(&stranger, NEWCOMER, theirs[1].1).await.is(422);
        sign_in(&stage.house.visitor(), NEWCOMER, NEW).await.is(303);
    }

    async fn a_second_click_leads_where_the_first_led(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let path = invited(&stage, &browser).await;
        let key = browser.key().await;

        for _ in 0..2 {
            assert_eq!(browser.post_with_key(&path, &key, &[]).await.location(), paths::DASHBOARD);
        }

        assert!(is_signed_in(&browser).await);
        assert_eq!(stage.events("accounts.opened").await, 1);
    }

    async fn a_used_or_old_link_shows_the_way_out(engine) {
        let stage = Stage::build(engine).await;
        let (browser, stranger) = (stage.house.visitor(), stage.house.visitor());
        let used = invited(&stage, &browser).await;
        browser.post(&used, &[]).await.is(303);
        let fields = [("email", "late@example.test"), ("password", NEW)];
        stranger.post(paths::SIGN_UP_FREELANCE, &fields).await.is(303);
        let old = link(&stage.letter("late@example.test").await, "/confirm/");
        stage.app().clock().advance(TimeDelta::hours(48));

        let never = paths::confirm(app::Token::random().reveal());
        for path in [used, old, never, paths::confirm("nonsense"), paths::confirm("%00")] {
            let seen = stranger.get(&path).await;
            seen.is(410).says("Ce lien ne fonctionne plus.");
            assert!(seen.has("main a[href='/sign-in']") && seen.has("main a[href='/sign-up']"));
            stranger.post(&path, &[]).await.is(410);
        }
        assert!(!is_signed_in(&stranger).await);
        assert_eq!(stage.events("accounts.opened").await, 1);
    }

    // Of several who name an address, whoever holds its mailbox decides; the others come to nothing.
    async fn an_address_opens_one_account(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let first = invited(&stage, &browser).await;
        let second = invited(&stage, &browser).await;
        assert_ne!(first, second);

        browser.post(&second, &[]).await.is(303);

        stage.house.visitor().post(&first, &[("password", NEW)]).await.is(410);
        assert_eq!(stage.events("accounts.opened").await, 1);
    }

    async fn an_address_taken_meanwhile_leads_to_the_sign_in(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let path = invited(&stage, &browser).await;
        let tx = stage.app().begin().await.expect("a write");
        let id = stage.app().clock().key();
        let role = certification::rights::COMPANY;
        crate::plant(stage.app(), &tx, id, role, NEWCOMER, "another password here").await.expect("planted");
        tx.commit().await.expect("written");

        let seen = browser.post(&path, &[]).await;

        seen.is(409).says("Cette adresse a déjà un compte.");
        assert!(!is_signed_in(&browser).await);
    }

    // R80, R83
    async fn a_company_hands_in_its_number(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let fields = [("email", NEWCOMER), ("password", NEW), ("uid", "che 116 281 710 tva")];
        browser.post(paths::SIGN_UP_COMPANY, &fields).await.is(303);
        let path = link(&stage.letter(NEWCOMER).await, "/confirm/");

        browser.post(&path, &[]).await.is(303);

        let db = stage.app().db().read();
        let account = crate::store::account_at(db, NEWCOMER).await.expect("an answer").expect("an account");
        assert_eq!(account.role, certification::rights::COMPANY);
        // Who has no dossier yet may become a freelance.
        let freelance = certification::freelance_standing(db, account.id).await.expect("an answer");
        assert_eq!(freelance, None, "a company's dossier was begun");
    }

    async fn confirming_ends_the_session_of_another_account(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.signed_in().await;
        let path = invited(&stage, &stage.house.visitor()).await;

        browser.post(&path, &[("password", NEW)]).await.is(303);

        let sessions = crate::store::sessions_of(stage.app().db().read(), stage.lea.account, stage.app().now());
        assert_eq!(sessions.await.expect("sessions").len(), 0);
    }
}

#[test]
fn the_pages_speak_both_languages() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let path = invited(&stage, &stage.house.visitor()).await;
        let visitor = stage.house.visitor();

        for lang in Lang::ALL {
            let w = &words(lang).confirm;
            let query = format!("?lang={}", lang.code());
            let seen = visitor.get(format!("{path}{query}")).await;
            seen.says(w.title).says(&(w.text)(NEWCOMER)).says(w.button);
            let gone = visitor.get(paths::confirm("no") + &query).await;
            gone.says(w.gone.title).says(w.gone.text);
        }
    });
}
