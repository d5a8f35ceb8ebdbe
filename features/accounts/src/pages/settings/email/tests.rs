#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use chrono::TimeDelta;
use i18n::Lang;
use testing::{Client, Seen};

use crate::{
    paths,
    samples::{LEA, NEW, OLD, Stage, is_signed_in, link, sign_in},
    words::words,
};

const FRESH: &str = "lea.rochat@example.test";

async fn ask(browser: &Client, email: &str, password: &str) -> Seen {
    let fields = [("email", email), ("password", password)];
    browser.post(paths::SETTINGS_EMAIL, &fields).await
}

/// The path in the letter to the new address.
async fn asked(stage: &Stage, browser: &Client) -> String {
    ask(browser, FRESH, OLD).await.is(303);
    link(&stage.letter(FRESH).await, "/settings/email/")
}

async fn plant_other(stage: &Stage, email: &str) {
    let tx = stage.app().begin().await.expect("a write");
    let (id, role) = (stage.app().clock().key(), certification::rights::COMPANY);
    let planted = crate::plant(stage.app(), &tx, id, role, email, OLD).await;
    planted.expect("an account");
    tx.commit().await.expect("written");
}

testing::on_both_engines! {
    // R70
    async fn a_new_address_is_proven_and_the_old_one_told(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;

        let path = asked(&stage, &here).await;
        here.get(paths::SETTINGS).await.says(&format!("Un e-mail est en route vers {FRESH}.")).says(LEA);
        // It stands there until it is done.
        here.get(paths::SETTINGS).await.says("À confirmer par e-mail").says(FRESH);
        sign_in(&stage.house.visitor(), FRESH, OLD).await.is(422);

        // In another browser, and only at the press of the button.
        let phone = stage.house.visitor();
        phone.get(&path).await.is(200).says(FRESH).says("Valider cette adresse");
        sign_in(&stage.house.visitor(), FRESH, OLD).await.is(422);
        assert_eq!(phone.post(&path, &[]).await.location(), paths::SIGN_IN);

        here.get(paths::SETTINGS).await.is(200).says(FRESH).hides("À confirmer par e-mail");
        sign_in(&stage.house.visitor(), FRESH, OLD).await.is(303);
        sign_in(&stage.house.visitor(), LEA, OLD).await.is(422);
        let letter = stage.letter(LEA).await;
        assert_eq!(letter.subject, "L’adresse de votre compte Place est modifiée");
        assert!(letter.text.contains("http://example.test/contact"));
        assert!(!letter.text.contains(FRESH), "the old mailbox may be somebody else's by now");
        assert_eq!(stage.events("accounts.email_changed").await, 1);
    }

    async fn a_second_click_leads_where_the_first_led(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let path = asked(&stage, &here).await;
        let key = here.key().await;

        for _ in 0..2 {
            assert_eq!(here.post_with_key(&path, &key, &[]).await.location(), paths::SETTINGS);
        }

        assert_eq!(stage.events("accounts.email_changed").await, 1);
    }

    async fn the_password_is_asked(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;

        let seen = ask(&here, FRESH, NEW).await;

        seen.is(422).says("Ce n’est pas votre mot de passe actuel.").hides(NEW);
        assert!(seen.has(&format!("input[name=email][value='{FRESH}']")));
        assert_eq!(stage.letters(FRESH).await, []);
    }

    async fn a_taken_address_reads_as_a_free_one(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        plant_other(&stage, "brun@example.test").await;
        let pages = async |email: &str| {
            assert_eq!(ask(&here, email, OLD).await.location(), paths::SETTINGS);
            here.get(paths::SETTINGS).await.words().replace(email, "…")
        };

        assert_eq!(pages("brun@example.test").await, pages(FRESH).await);

        let letter = stage.letter("brun@example.test").await;
        assert_eq!(letter.subject, "Vous avez déjà un compte Place");
        assert!(!letter.text.contains("/settings/email/"));
    }

    async fn an_address_taken_meanwhile_stays_with_its_account(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let path = asked(&stage, &here).await;
        plant_other(&stage, FRESH).await;

        here.post(&path, &[]).await.is(409).says("Cette adresse a déjà un compte.");

        here.get(paths::SETTINGS).await.says(LEA);
        assert_eq!(stage.events("accounts.email_changed").await, 0);
    }

    async fn a_used_or_old_link_shows_the_way_out(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let path = asked(&stage, &here).await;
        here.post(paths::RECOVERY, &[("email", LEA)]).await.is(303);
        let recovery = link(&stage.letter(LEA).await, "/recovery/");
        let other_kind = recovery.replace("/recovery", paths::SETTINGS_EMAIL);
        here.get(&other_kind).await.is(410);
        here.post(&other_kind, &[]).await.is(410);
        stage.app().clock().advance(TimeDelta::hours(48));

        for path in [path, paths::new_email("no"), paths::new_email(app::Token::random().reveal())] {
            let seen = here.get(&path).await;
            seen.is(410).says("Ce lien ne fonctionne plus.");
            assert!(seen.has("main a[href='/settings/email']"));
            here.post(&path, &[]).await.is(410);
        }
        assert!(is_signed_in(&here).await);
    }

    async fn a_field_that_is_wrong_says_so(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let long = "x".repeat(100_000);

        for (email, password, field) in [
            ("", OLD, "email"),
            ("lea@", OLD, "email"),
            (" LEA@example.test", OLD, "email"),
            ("<u>@example.test", OLD, "email"),
            ("l\u{b}ea@example.test", OLD, "email"),
            ("a@example.test\nb@example.test", OLD, "email"),
            (long.as_str(), OLD, "email"),
            (FRESH, "", "password"),
            (FRESH, "a\u{0}b", "password"),
            (FRESH, long.as_str(), "password"),
        ] {
            let seen = ask(&here, email, password).await;
            seen.is(422).hides("<u>@");
            assert!(seen.has(&format!("#{field}-fault")), "{field}: {email:.40}");
        }
        here.post(paths::SETTINGS_EMAIL, &[]).await.is(422);
        stage.house.settle().await;
        assert_eq!(stage.house.letters(), []);
    }

    async fn too_many_letters_wait(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;

        for _ in 0..3 {
            ask(&here, FRESH, OLD).await.is(303);
        }

        ask(&here, FRESH, OLD).await.is(429).says("Trop de tentatives");
    }
}

#[test]
fn the_pages_speak_both_languages() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let path = asked(&stage, &stage.signed_in().await).await;
        let visitor = stage.house.visitor();

        for lang in Lang::ALL {
            let w = &words(lang).change_email;
            let query = format!("?lang={}", lang.code());
            let seen = visitor.get(format!("{path}{query}")).await;
            seen.says(w.confirm).says(&(w.confirm_text)(FRESH));
            visitor
                .get(paths::new_email("no") + &query)
                .await
                .says(w.gone.text);
        }
    });
}
