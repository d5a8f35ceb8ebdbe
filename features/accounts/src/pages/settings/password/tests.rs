use i18n::Lang;
use testing::{Client, Seen};

use crate::{
    paths,
    samples::{LEA, NEW, OLD, Stage, is_signed_in, sign_in},
    words::words,
};

async fn change(browser: &Client, current: &str, password: &str) -> Seen {
    let fields = [("current_password", current), ("password", password)];
    browser.post(paths::SETTINGS_PASSWORD, &fields).await
}

testing::on_both_engines! {
    // R71, ASVS V7.4.3
    async fn a_new_password_signs_out_everywhere_else(engine) {
        let stage = Stage::build(engine).await;
        let (here, elsewhere) = (stage.signed_in().await, stage.signed_in().await);
        assert!(is_signed_in(&elsewhere).await);

        assert_eq!(change(&here, OLD, NEW).await.location(), paths::SETTINGS);

        here.get(paths::SETTINGS).await.is(200).says(words(Lang::Fr).change_password.done);
        // On the very next request.
        assert!(!is_signed_in(&elsewhere).await);
        sign_in(&elsewhere, LEA, OLD).await.is(422);
        sign_in(&elsewhere, LEA, NEW).await.is(303);
        let letter = stage.letter(LEA).await;
        assert_eq!(letter.subject, "Votre mot de passe Place est modifié");
        assert!(letter.text.contains("http://example.test/settings/sessions"));
        assert!(letter.text.contains("http://example.test/recovery"));
    }

    // R71
    async fn without_the_old_one_nothing_changes(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;

        for wrong in [NEW, "Quatre mots sans lien", "<b>quatre mots</b>"] {
            let seen = change(&here, wrong, NEW).await;
            seen.is(422).says("Ce n’est pas votre mot de passe actuel.").hides(wrong);
            assert!(seen.has("#current_password-fault"));
        }

        sign_in(&stage.house.visitor(), LEA, OLD).await.is(303);
        assert_eq!(stage.events("accounts.password_changed").await, 0);
    }

    async fn a_field_that_is_wrong_says_so(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let long = "x".repeat(100_000);

        for (current, password, field) in [
            ("", NEW, "current_password"),
            (long.as_str(), NEW, "current_password"),
            ("a\u{0}b", NEW, "current_password"),
            (OLD, "", "password"),
            (OLD, "alpage", "password"),
            (OLD, "lea@example.test", "password"),
            (OLD, "nul au milieu\u{0}ici", "password"),
            (OLD, long.as_str(), "password"),
        ] {
            let seen = change(&here, current, password).await;
            seen.is(422);
            assert!(seen.has(&format!("#{field}-fault")), "{field}");
            assert!(!seen.has("input[type=password][value]"));
        }
        here.post(paths::SETTINGS_PASSWORD, &[]).await.is(422);
    }

    async fn a_second_click_leads_where_the_first_led(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        let key = here.key().await;

        for _ in 0..2 {
            let fields = [("current_password", OLD), ("password", NEW)];
            let seen = here.post_with_key(paths::SETTINGS_PASSWORD, &key, &fields).await;
            assert_eq!(seen.location(), paths::SETTINGS);
        }

        assert_eq!(stage.events("accounts.password_changed").await, 1);
    }

    async fn guessing_the_old_one_waits_too(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;

        for _ in 0..10 {
            change(&here, NEW, NEW).await.is(422);
        }

        change(&here, OLD, NEW).await.is(429).says("Trop de tentatives");
    }

    // A link that an intruder asked for does not survive the owner's new password.
    async fn links_sent_before_open_nothing_more(engine) {
        let stage = Stage::build(engine).await;
        let here = stage.signed_in().await;
        here.post(paths::RECOVERY, &[("email", LEA)]).await.is(303);
        let path = crate::samples::link(&stage.letter(LEA).await, "/recovery/");

        change(&here, OLD, NEW).await.is(303);

        here.post(&path, &[("password", OLD)]).await.is(410);
    }
}
