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
        for page in [paths::SETTINGS_PASSWORD, paths::SETTINGS_EMAIL, paths::SETTINGS_DISPLAY, paths::OTHER_SESSIONS] {
            assert!(visitor.post(page, &[]).await.location().starts_with("/sign-in"));
        }
    }

    async fn the_language_is_kept_with_the_account(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.signed_in().await;

        lea.get(paths::SETTINGS).await.says("Paramètres");
        let saved = lea.post(paths::SETTINGS_DISPLAY, &[("lang", "en"), ("theme", "system")]).await;
        assert_eq!(saved.location(), paths::SETTINGS);

        lea.get(paths::SETTINGS).await.says("Your choices are saved.").says("Settings");
        stage.signed_in().await.get(paths::SETTINGS).await.says("Settings");
        let contact = crate::contact(stage.app().db().read(), stage.lea.account).await;
        assert_eq!(contact.expect("an answer").expect("Lea").lang, Lang::En);
    }

    async fn a_language_we_do_not_speak_is_refused(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.signed_in().await;
        let long = "x".repeat(100_000);

        for lang in ["", "de", "<b>fr</b>", "\u{0}", long.as_str()] {
            let seen = lea.post(paths::SETTINGS_DISPLAY, &[("lang", lang), ("theme", "dark")]).await;
            seen.is(422).says("Choisissez une des réponses proposées.").hides("<b>fr");
            assert!(seen.has("input[name=theme][value=dark][checked]"), "what was typed is kept");
        }
        let seen = lea.get(paths::SETTINGS).await;
        seen.says("Paramètres");
        assert!(seen.has("html[data-theme=system]"), "nothing was kept");
    }

    async fn the_colours_are_kept_in_this_browser(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.signed_in().await;
        assert!(lea.get(paths::SETTINGS).await.has("input[name=theme][value=system][checked]"));

        // A double click: the browser takes what comes with the second answer.
        let key = lea.key().await;
        for _ in 0..2 {
            let dark = [("lang", "fr"), ("theme", "dark")];
            let saved = lea.post_with_key(paths::SETTINGS_DISPLAY, &key, &dark).await;
            assert_eq!(saved.location(), paths::SETTINGS);
            let cookie = saved.headers.get_all("set-cookie").iter().find_map(|line| line.to_str().ok()?.strip_prefix("theme="));
            assert!(cookie.expect("a cookie").starts_with("dark; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"));
        }
        let seen = lea.get(paths::SETTINGS).await;
        assert!(seen.has("html[data-theme=dark]") && seen.has("input[name=theme][value=dark][checked]"));
        assert!(seen.has("meta[name=theme-color][content='#141210']:not([media])"));
        assert!(stage.signed_in().await.get(paths::SETTINGS).await.has("html[data-theme=system]"), "only here");

        lea.post(paths::SETTINGS_DISPLAY, &[("lang", "fr"), ("theme", "system")]).await.is(303);
        assert!(lea.get(paths::SETTINGS).await.has("html[data-theme=system]"));
        for theme in ["", "dim", "<b>"] {
            let seen = lea.post(paths::SETTINGS_DISPLAY, &[("lang", "fr"), ("theme", theme)]).await;
            seen.is(422).says("Thème : Choisissez une des réponses proposées.").hides("<b>");
        }
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
                .says(w.settings.display_text);
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
