#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use std::time::{Duration, Instant};

use certification::rights::STAFF;
use i18n::Lang;
use testing::{Client, Seen};

use crate::{
    paths,
    samples::{LEA, OLD, Stage, is_signed_in, sign_in},
    words::words,
};

fn session_of(seen: &Seen) -> String {
    let cookies = seen.headers.get_all("set-cookie").iter();
    let mut cookies = cookies.filter_map(|cookie| cookie.to_str().ok());
    let session = cookies.find_map(|cookie| cookie.strip_prefix("session="));
    session
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Whether the session with this token stands.
async fn stands(stage: &Stage, token: &str) -> bool {
    let hash = app::Token::parse(token).expect("a token").hash();
    let session = crate::session(stage.app(), &hash).await.expect("an answer");
    session.is_some()
}

async fn sign_in_to(browser: &Client, next: &str) -> String {
    let fields = [("email", LEA), ("password", OLD), ("next", next)];
    browser.post(paths::SIGN_IN, &fields).await.location()
}

testing::on_both_engines! {
    // R15
    async fn the_right_password_opens_a_session(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();

        browser.get(paths::SIGN_IN).await.is(200).says("J’ai oublié mon mot de passe").says("Créer un compte");
        assert_eq!(sign_in(&browser, " Lea@Example.test ", OLD).await.location(), paths::DASHBOARD);

        assert!(is_signed_in(&browser).await);
        assert!(!is_signed_in(&stage.house.visitor()).await);
    }

    async fn every_cause_has_the_same_sentence(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.app().begin().await.expect("a write");
        crate::invite_staff(stage.app(), &tx, "mara@example.test").await.expect("an invitation");
        tx.commit().await.expect("written");

        for (email, password) in [
            (LEA, "not this one either"),
            ("nobody@example.test", OLD),
            ("mara@example.test", OLD),
        ] {
            let browser = stage.house.visitor();
            let seen = sign_in(&browser, email, password).await;
            seen.is(422).says(words(Lang::Fr).sign_in.wrong).hides(password);
            assert!(seen.has(&format!("input[name=email][value='{email}']")), "{email} is kept");
            assert!(!is_signed_in(&browser).await);
        }
    }

    async fn a_field_that_is_wrong_says_so(engine) {
        let stage = Stage::build(engine).await;
        let long = "x".repeat(100_000);

        for (email, password, field) in [
            ("", OLD, "email"),
            ("lea", OLD, "email"),
            ("<b>lea</b>@example.test", OLD, "email"),
            ("lea@exam\u{0}ple.test", OLD, "email"),
            (long.as_str(), OLD, "email"),
            (LEA, "", "password"),
            (LEA, long.as_str(), "password"),
            (LEA, "a\u{0}b", "password"),
        ] {
            let seen = sign_in(&stage.house.visitor(), email, password).await;
            seen.is(422).hides("<b>lea");
            assert!(seen.has(&format!("#{field}-fault")), "{field}: {:.40}", email);
        }
        assert_eq!(stage.house.visitor().post(paths::SIGN_IN, &[]).await.status, 422);
    }

    // ASVS V7.2.4
    async fn signing_in_again_ends_the_session_before(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();

        let first = session_of(&sign_in(&browser, LEA, OLD).await);
        let second = session_of(&sign_in(&browser, LEA, OLD).await);

        assert_ne!(first, second);
        assert!(!stands(&stage, &first).await);
        assert!(stands(&stage, &second).await);
    }

    async fn a_second_click_leads_where_the_first_led(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let key = browser.key().await;
        let fields = [("email", LEA), ("password", OLD), ("next", "/messages")];

        assert_eq!(browser.post_with_key(paths::SIGN_IN, &key, &fields).await.location(), "/messages");
        assert_eq!(browser.post_with_key(paths::SIGN_IN, &key, &fields).await.location(), "/messages");

        let sessions = crate::store::sessions_of(stage.app().db().read(), stage.lea.account, stage.app().now());
        assert_eq!(sessions.await.expect("sessions").len(), 1);
    }

    async fn a_form_without_proof_comes_back(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();

        let seen = browser.post_with_key(paths::SIGN_IN, "forged", &[("email", LEA), ("password", OLD)]).await;

        seen.is(422);
        assert!(!is_signed_in(&browser).await);
    }

    // R15: a link to a page survives the sign-in, one to another site does not.
    async fn one_goes_on_to_the_page_that_was_wanted(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();

        let page = browser.get("/sign-in?next=%2Fmissions%3Fq%3Drust").await;
        assert_eq!(page.attribute("input[name=next]", "value").as_deref(), Some("/missions?q=rust"));
        assert_eq!(sign_in_to(&browser, "/missions?q=rust").await, "/missions?q=rust");
        assert_eq!(browser.get("/sign-in?next=/messages").await.location(), "/messages");
        assert_eq!(browser.get("/sign-in?next=//evil.test").await.location(), paths::DASHBOARD);
        assert_eq!(sign_in_to(&stage.house.visitor(), "https://evil.test/").await, paths::DASHBOARD);
    }

    async fn staff_start_elsewhere(engine) {
        let stage = Stage::build(engine).await;
        let mara = testing::person(STAFF, true, "Mara");
        let tx = stage.app().begin().await.expect("a write");
        crate::plant(stage.app(), &tx, mara.account, STAFF, "mara@example.test", OLD).await.expect("an account");
        tx.commit().await.expect("written");

        let seen = sign_in(&stage.house.visitor(), "mara@example.test", OLD).await;

        assert_eq!(seen.location(), paths::STAFF);
    }

    async fn too_many_attempts_wait(engine) {
        let stage = Stage::build(engine).await;

        for _ in 0..10 {
            sign_in(&stage.house.visitor(), LEA, "not this one either").await.is(422);
        }

        let seen = sign_in(&stage.house.visitor(), LEA, OLD).await;
        seen.is(429).says("Trop de tentatives");
        assert!(seen.headers.contains_key("retry-after"));
        // Nobody keeps Léa out from afar: where she is, nothing was spent.
        sign_in(&stage.house.visitor().at([198, 51, 100, 7].into()), LEA, OLD).await.is(303);
    }

    // The base is asked and not the browser: pages remember viewers for 30 seconds of real time.
    async fn a_session_ends_by_itself(engine) {
        let stage = Stage::build(engine).await;
        let used = session_of(&sign_in(&stage.house.visitor(), LEA, OLD).await);
        let unused = session_of(&sign_in(&stage.house.visitor(), LEA, OLD).await);

        for day in 1..30 {
            stage.app().clock().advance(chrono::TimeDelta::days(1));
            assert!(stands(&stage, &used).await, "day {day}");
        }
        assert!(!stands(&stage, &unused).await);
        stage.app().clock().advance(chrono::TimeDelta::days(1));
        assert!(!stands(&stage, &used).await);
    }

    async fn signing_out_ends_the_session_at_the_server(engine) {
        let stage = Stage::build(engine).await;
        let browser = stage.house.visitor();
        let token = session_of(&sign_in(&browser, LEA, OLD).await);
        let other = stage.signed_in().await;

        browser.post_with_key(paths::SIGN_OUT, "forged", &[]).await.is(403);
        let left = browser.post(paths::SIGN_OUT, &[]).await;
        assert_eq!(left.location(), paths::SIGN_IN);
        assert_eq!(left.headers["clear-site-data"], "\"cache\", \"storage\"");

        browser.get(paths::SIGN_IN).await.is(200).says("Vous êtes déconnecté(e)");
        assert!(!stands(&stage, &token).await);
        assert!(is_signed_in(&other).await);
        // Without a session there is nothing to end, and nothing to complain about.
        assert_eq!(browser.post_with_key(paths::SIGN_OUT, "", &[]).await.location(), paths::SIGN_IN);
    }
}

#[test]
fn the_page_speaks_both_languages() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let visitor = stage.house.visitor();

        visitor
            .get("/sign-in?lang=en")
            .await
            .says("I forgot my password")
            .says("Password");
        visitor.get("/sign-in?lang=fr").await.says("Mot de passe");
    });
}

// As at sign-up: a password is checked also where there is none.
#[test]
fn known_and_unknown_addresses_take_as_long() {
    testing::run(async {
        let stage = Stage::build(testing::Engine::Sqlite).await;
        let browser = stage.house.visitor();
        let time = async |email: &str| {
            let mut best = Duration::MAX;
            for _ in 0..3 {
                let began = Instant::now();
                sign_in(&browser, email, "not this one either").await.is(422);
                best = best.min(began.elapsed());
            }
            best
        };

        let (known, unknown) = (time(LEA).await, time("nobody@example.test").await);

        assert!(
            known < unknown * 5 && unknown < known * 5,
            "{known:?} and {unknown:?}"
        );
    });
}
