#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use i18n::Lang;

use crate::{
    paths,
    samples::{LEA, Stage},
    words::words,
};

const PAGES: [&str; 4] = [
    paths::SETTINGS,
    paths::SETTINGS_PASSWORD,
    paths::SETTINGS_EMAIL,
    paths::SETTINGS_SESSIONS,
];

testing::on_both_engines! {
    // R69, R70, R71: only what exists is offered.
    async fn settings_lead_to_all_there_is_to_set(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.signed_in().await;

        let overview = lea.get(paths::SETTINGS).await;

        overview.is(200).says(LEA).says("Vous êtes connecté(e) sur 1 appareil.");
        overview.says("Modifier mes informations personnelles").says("Modifier le mot de passe");
        for page in PAGES {
            let seen = lea.get(page).await;
            seen.is(200);
            assert_eq!(seen.attribute("main nav [aria-current=page]", "href").as_deref(), Some(page));
            assert!(overview.has(&format!("main nav a[href='{page}']")), "{page}");
            for later in ["identity", "notifications", "export", "deletion"] {
                assert!(!seen.has(&format!("main a[href*='{later}']")), "{later} comes later");
            }
        }
    }

    async fn a_visitor_signs_in_first(engine) {
        let stage = Stage::build(engine).await;
        let visitor = stage.house.visitor();

        for page in PAGES {
            let wanted = format!("/sign-in?next={}", page.replace('/', "%2F"));
            assert_eq!(visitor.get(page).await.location(), wanted);
        }
        for page in [paths::SETTINGS_PASSWORD, paths::SETTINGS_EMAIL, paths::SETTINGS_LANGUAGE, paths::OTHER_SESSIONS] {
            assert!(visitor.post(page, &[]).await.location().starts_with("/sign-in"));
        }
    }

    async fn the_language_is_kept_with_the_account(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.signed_in().await;

        lea.get(paths::SETTINGS).await.says("Paramètres");
        let saved = lea.post(paths::SETTINGS_LANGUAGE, &[("lang", "en")]).await;
        assert_eq!(saved.location(), paths::SETTINGS);

        lea.get(paths::SETTINGS).await.says("Your pages and e-mails are now in English.").says("Settings");
        stage.signed_in().await.get(paths::SETTINGS).await.says("Settings");
        let contact = crate::contact(stage.app().db().read(), stage.lea.account).await;
        assert_eq!(contact.expect("an answer").expect("Lea").lang, Lang::En);
    }

    async fn a_language_we_do_not_speak_is_refused(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.signed_in().await;
        let long = "x".repeat(100_000);

        for lang in ["", "de", "<b>fr</b>", "\u{0}", long.as_str()] {
            let seen = lea.post(paths::SETTINGS_LANGUAGE, &[("lang", lang)]).await;
            seen.is(422).says("Choisissez une des réponses proposées.").hides("<b>fr");
        }
        lea.get(paths::SETTINGS).await.says("Paramètres");
    }
}

#[test]
fn the_pages_speak_both_languages() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let lea = stage.signed_in().await;

        for lang in Lang::ALL {
            let w = words(lang);
            let [overview, password, email, sessions] =
                PAGES.map(|page| format!("{page}?lang={}", lang.code()));
            lea.get(overview)
                .await
                .says(w.settings.personal)
                .says(w.settings.language_text);
            lea.get(password)
                .await
                .says(w.change_password.note)
                .says(w.change_password.old);
            lea.get(email)
                .await
                .says(w.change_email.hint)
                .says(&(w.change_email.now)(LEA));
            lea.get(sessions)
                .await
                .says(w.sessions.text)
                .says(w.sessions.this);
        }
    });
}
