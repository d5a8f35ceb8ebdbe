use chrono::TimeDelta;
use i18n::Lang;
use testing::{Client, Seen};

use crate::{
    paths,
    samples::{LEA, NEW, OLD, Stage, is_signed_in, link, sign_in},
    words::words,
};

async fn ask(browser: &Client, email: &str) -> Seen {
    browser.post(paths::RECOVERY, &[("email", email)]).await
}

/// The path in the letter to Lea, who forgot.
async fn forgotten(stage: &Stage) -> String {
    ask(&stage.house.visitor(), LEA).await.is(303);
    link(&stage.letter(LEA).await, "/recovery/")
}

testing::on_both_engines! {
    // R72
    async fn a_letter_lets_one_choose_a_new_password(engine) {
        let stage = Stage::build(engine).await;
        let elsewhere = stage.signed_in().await;
        assert!(is_signed_in(&elsewhere).await);
        let path = forgotten(&stage).await;
        let browser = stage.house.visitor();

        for _ in 0..2 {
            browser.get(&path).await.is(200).says("Choisissez un nouveau mot de passe").says(LEA);
        }
        assert_eq!(browser.post(&path, &[("password", NEW)]).await.location(), paths::SIGN_IN);

        browser.get(paths::SIGN_IN).await.says(words(Lang::Fr).recovery.done);
        assert!(!is_signed_in(&browser).await, "one signs in with the new password");
        // On the very next request.
        assert!(!is_signed_in(&elsewhere).await);
        sign_in(&browser, LEA, OLD).await.is(422);
        sign_in(&browser, LEA, NEW).await.is(303);
        assert_eq!(stage.letter(LEA).await.subject, "Votre mot de passe Place est modifié");
        assert_eq!(stage.events("accounts.password_changed").await, 1);
    }

    async fn a_known_and_an_unknown_address_read_the_same(engine) {
        let stage = Stage::build(engine).await;
        let pages = async |email: &str| {
            let browser = stage.house.visitor();
            assert_eq!(ask(&browser, email).await.location(), paths::RECOVERY_SENT);
            let sent = browser.get(paths::RECOVERY_SENT).await;
            sent.is(200).says(&format!("Un e-mail est en route vers {email}."));
            sent.text().replace(email, "…")
        };

        assert_eq!(pages(LEA).await, pages("nobody@example.test").await);

        let letter = stage.letter("nobody@example.test").await;
        assert_eq!(letter.subject, "Cette adresse n’a pas de compte Place");
        assert!(letter.text.contains("http://example.test/sign-up") && !letter.text.contains("/recovery/"));
    }

    async fn a_link_works_once(engine) {
        let stage = Stage::build(engine).await;
        let (first, second) = (forgotten(&stage).await, forgotten(&stage).await);
        let browser = stage.house.visitor();

        browser.post(&second, &[("password", NEW)]).await.is(303);

        for path in [first, second] {
            browser.get(&path).await.is(410).says("Ce lien ne fonctionne plus.");
            browser.post(&path, &[("password", "encore un autre ailleurs")]).await.is(410);
        }
        sign_in(&browser, LEA, NEW).await.is(303);
    }

    async fn an_old_or_foreign_link_shows_the_way_out(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.signed_in().await;
        let old = forgotten(&stage).await;
        let fields = [("email", "new@example.test"), ("password", OLD)];
        browser.post(paths::SETTINGS_EMAIL, &fields).await.is(303);
        let address = link(&stage.letter("new@example.test").await, "/settings/email/");
        stage.app().clock().advance(TimeDelta::minutes(60));

        let other_kind = address.replace("/settings/email", "/recovery");
        for path in [old, other_kind, paths::recover("no"), paths::recover(app::Token::random().reveal())] {
            let seen = browser.get(&path).await;
            seen.is(410);
            assert!(seen.has("main a[href='/recovery']"));
            browser.post(&path, &[("password", NEW)]).await.is(410);
        }
        sign_in(&stage.house.visitor(), LEA, OLD).await.is(303);
    }

    async fn a_second_click_leads_where_the_first_led(engine) {
        let stage = Stage::build(engine).await;
        let path = forgotten(&stage).await;
        let browser = stage.house.visitor();
        let key = browser.key().await;

        for _ in 0..2 {
            let seen = browser.post_with_key(&path, &key, &[("password", NEW)]).await;
            assert_eq!(seen.location(), paths::SIGN_IN);
        }

        assert_eq!(stage.events("accounts.password_changed").await, 1);
    }

    async fn a_field_that_is_wrong_says_so(engine) {
        let stage = Stage::build(engine).await;
        let path = forgotten(&stage).await;
        let browser = stage.house.visitor();
        let long = "é".repeat(50_000);

        for (password, sentence) in [
            ("", "Ce champ est à remplir."),
            ("alpage", "Il manque 6 caractères."),
            ("lea@example.test", "se devine vite"),
            ("nul au milieu\u{0}ici", "invisible"),
            (long.as_str(), "de trop"),
        ] {
            let seen = browser.post(&path, &[("password", password)]).await;
            seen.is(422).says(sentence);
            assert!(seen.has("#password-fault") && !seen.has("input[type=password][value]"));
        }
        for email in ["", "lea", "<i>@example.test", "l\u{8}ea@example.test", long.as_str()] {
            let seen = ask(&browser, email).await;
            seen.is(422).hides("<i>@");
            assert!(seen.has("#email-fault"));
        }
        browser.post(&path, &[]).await.is(422);
        browser.post(&path, &[("password", NEW)]).await.is(303);
    }

    async fn too_many_letters_wait(engine) {
        let stage = Stage::build(engine).await;

        for email in [LEA, "nobody@example.test"] {
            for _ in 0..2 {
                ask(&stage.house.visitor(), email).await.is(303);
            }
        }

        ask(&stage.house.visitor(), LEA).await.is(303);
        ask(&stage.house.visitor(), "third@example.test").await.is(429).says("Trop de tentatives");
    }
}

#[test]
fn the_pages_and_letters_speak_both_languages() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let path = forgotten(&stage).await;
        let visitor = stage.house.visitor();

        for lang in Lang::ALL {
            let w = words(lang);
            let query = format!("?lang={}", lang.code());
            let ask = visitor.get(format!("{}{query}", paths::RECOVERY)).await;
            ask.says(w.recovery.title).says(w.recovery.lead);
            let choose = visitor.get(format!("{path}{query}")).await;
            choose.says(w.recovery.choose).says(w.recovery.ends_sessions);
            let gone = visitor.get(paths::recover("no") + &query).await;
            gone.says(w.recovery.gone.text);
        }
    });
}
