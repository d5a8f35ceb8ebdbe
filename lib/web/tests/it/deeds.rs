//! Forms, their keys, and the one deed each does.

use axum::http::header;
use db::{Engine, journal::Event};
use testing::{House, Seen, Setup, person};
use web::{Role, axum};

use crate::{
    pages,
    site::{Options, Site},
    uploads,
};

async fn house(engine: Engine) -> House {
    let setup = Setup {
        routes: pages::routes(&std::sync::Arc::default()),
        ..Setup::default()
    };
    House::build(engine, setup).await
}

/// How many deeds were done.
async fn noted(house: &House) -> usize {
    db::journal::all(house.app.db().read(), pages::Noted::NAME)
        .await
        .expect("the journal")
        .len()
}

#[track_caller]
fn came_back(seen: &Seen, sentence: &str) {
    seen.is(422).says(sentence);
    assert_eq!(
        seen.attribute("input[name=text]", "value").as_deref(),
        Some("gardez-moi"),
        "what was typed is kept"
    );
}

const STALE: &str = "La page était ouverte depuis trop longtemps.";

testing::on_both_engines! {
    async fn a_form_without_a_proof_of_ours_does_nothing_and_keeps_what_was_typed(engine) {
        let house = house(engine).await;
        let (visitor, other) = (house.visitor(), house.visitor());
        let lea = house.member(&person(Role("owner"), true, "Lea"));
        let typed = [("text", "gardez-moi"), ("password", "geheim-123")];
        let own = visitor.key().await;
        let mut forged = own.clone().into_bytes();
        forged[3] = if forged[3] == b'A' { b'B' } else { b'A' };
        let forged = String::from_utf8(forged).expect("ASCII");
        for key in ["", "x", &forged, &own[..own.len() - 4], &format!("{own}AAAA"), &other.key().await, &lea.key().await] {
            let seen = visitor.post_with_key("/notes", key, &typed).await;
            came_back(&seen, STALE);
            seen.hides("geheim-123");
        }
        came_back(&lea.post_with_key("/notes", &own, &typed).await, STALE);
        assert_eq!(noted(&house).await, 0);
        visitor.post_with_key("/notes", &own, &typed).await.is(303);
        assert_eq!(noted(&house).await, 1);
    }

    async fn a_key_lasts_a_day(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        let (fresh, old) = (visitor.key().await, visitor.key().await);
        house.app.clock().advance(chrono::TimeDelta::minutes(24 * 60 - 1));
        visitor.post_with_key("/notes", &fresh, &[("text", "juste")]).await.is(303);
        house.app.clock().advance(chrono::TimeDelta::minutes(1));
        came_back(&visitor.post_with_key("/notes", &old, &[("text", "gardez-moi")]).await, STALE);
        assert_eq!(noted(&house).await, 1);
    }

    async fn the_same_form_twice_is_one_deed_and_leads_to_the_same_place(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        let key = visitor.key().await;
        let first = visitor.post_with_key("/notes", &key, &[("text", "un")]).await.location();
        let second = visitor.post_with_key("/notes", &key, &[("text", "un")]).await.location();
        assert_eq!((first.as_str(), second.as_str()), ("/?noted=un", "/?noted=un"));
        assert_eq!(noted(&house).await, 1);
        // What was swept is still not done again: the key has expired by then.
        house.app.clock().advance(chrono::TimeDelta::days(3));
        web::sweep(&house.app).await.expect("swept");
        visitor.post_with_key("/notes", &key, &[("text", "un")]).await.is(422);
        assert_eq!(noted(&house).await, 1);
    }

    // The back button brings the form back with its key. What was changed there is not lost.
    async fn the_same_form_with_other_words_is_another_deed(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        let key = visitor.key().await;
        for (text, due) in [("un", 1), ("deux", 2), ("un", 2), ("deux", 2), ("trois", 3)] {
            let led = visitor.post_with_key("/notes", &key, &[("text", text)]).await.location();
            assert_eq!(led, format!("/?noted={text}"));
            assert_eq!(noted(&house).await, due);
        }
        // Where a field ends counts, and a secret as much as any other; so does the address.
        visitor.post_with_key("/notes", &key, &[("text", "un"), ("password", "geheim-1")]).await.is(303);
        visitor.post_with_key("/notes", &key, &[("text", "un"), ("password", "geheim-2")]).await.is(303);
        assert_eq!(noted(&house).await, 5);
        visitor.post_with_key("/notes/also", &key, &[("text", "un")]).await.is(303);
        assert_eq!(noted(&house).await, 6);
    }

    async fn racing_words_under_one_key_are_each_written_once(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        for round in 1..=4 {
            let key = visitor.key().await;
            let sent = (0..12).map(|n| {
                let (visitor, key) = (&visitor, &key);
                async move {
                    let text = format!("mot {}", n % 3);
                    let led = visitor.post_with_key("/notes", key, &[("text", &text)]).await.location();
                    assert_eq!(led, format!("/?noted={text}"));
                }
            });
            futures::future::join_all(sent).await;
            assert_eq!(noted(&house).await, round * 3);
        }
    }

    async fn a_form_with_files_is_another_deed_when_a_file_differs(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        let key = visitor.key().await;
        let send = async |file: &str, size: usize, text: &str| {
            let body = uploads::pdf(size);
            visitor.upload_with_key("/attached", &key, &[("text", text)], &[("file", file, &body)]).await.is(303);
            noted(&house).await
        };
        assert_eq!(send("a.pdf", 100_000, "un").await, 1);
        assert_eq!(send("a.pdf", 100_000, "un").await, 1);
        assert_eq!(send("a.pdf", 100_001, "un").await, 2);
        assert_eq!(send("b.pdf", 100_000, "un").await, 3);
        assert_eq!(send("a.pdf", 100_000, "deux").await, 4);
        assert_eq!(send("a.pdf", 100_000, "un").await, 4);
    }

    async fn racing_clicks_are_one_deed(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        for round in 1..=4 {
            let key = visitor.key().await;
            let clicks = (0..8).map(|_| visitor.post_with_key("/notes", &key, &[("text", "un")]));
            for seen in futures::future::join_all(clicks).await {
                assert_eq!(seen.location(), "/?noted=un");
            }
            assert_eq!(noted(&house).await, round);
        }
    }

    async fn a_wrong_field_spends_no_key(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        let key = visitor.key().await;
        let seen = visitor.post_with_key("/notes", &key, &[("text", "<\"&'>"), ("password", "geheim-123")]).await;
        seen.is(303);
        let key = visitor.key().await;
        let seen = visitor.post_with_key("/notes", &key, &[("text", "x"), ("password", "geheim-123")]).await;
        seen.is(422).says("Text : Il manque un caractère.").hides("geheim-123");
        assert!(seen.has("#text[aria-invalid=true][aria-describedby=text-fault]") && seen.has("#text-fault"));
        assert!(seen.has("[role=alert] a[href='#text']"), "the summary leads to the field");
        visitor.post_with_key("/notes", &key, &[("text", "mieux")]).await.is(303);
        assert_eq!(noted(&house).await, 2);
    }

    async fn a_sentence_is_shown_once(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        visitor.post("/notes", &[("text", "un")]).await.is(303);
        visitor.get_part("/").await.hides("C’est noté.");
        visitor.get("/").await.is(200).says("C’est noté.");
        visitor.get("/").await.is(200).hides("C’est noté.");
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_escaped() {
    let site = Site::open(Options::default()).await;
    let said = site.post("/notes", &[], "text=%22%3E%3Cb%3E%26").await;
    assert_eq!(said.status, 422);
    assert!(
        said.text().contains("value=\"&#34;&#62;&#60;b&#62;&#38;\""),
        "{}",
        said.text()
    );
}

#[tokio::test]
async fn another_site_cannot_send_our_forms() {
    let site = Site::open(Options::default()).await;
    let notes = site.get("/notes", &[]).await;
    let cookie = format!("Cookie: {}", notes.cookie_pair("visit"));
    let body = |key: &str| format!("_key={key}&text=abc");
    let foreign = [
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: junk",
        "Origin: https://evil.test",
        "Origin: null",
        "Origin: http://example.test.evil.test",
        "Origin: http://example.test:81",
    ];
    for line in foreign {
        let said = site.post("/notes", &[&cookie, line], &body(&notes.key())).await;
        assert_eq!(said.status, 403, "{line}");
        assert!(said.text().contains("Cette page a expiré."), "{line}");
        assert_eq!(said.cookie("flash"), None, "{line}");
    }
    let both = ["Sec-Fetch-Site: cross-site", "Origin: http://example.test"];
    let lines: Vec<&str> = both.into_iter().chain([cookie.as_str()]).collect();
    assert_eq!(site.post("/notes", &lines, &body(&notes.key())).await.status, 403);
    for line in [
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "Origin: http://example.test",
        "Accept: */*",
    ] {
        let key = site.get("/notes", &[&cookie]).await.key();
        let said = site.post("/notes", &[&cookie, line], &body(&key)).await;
        assert_eq!(said.status, 303, "{line}");
        assert_eq!(said.header(header::LOCATION.as_str()), "/?noted=abc");
    }
    // Links from elsewhere are welcome.
    assert_eq!(site.get("/", &["Sec-Fetch-Site: cross-site"]).await.status, 200);
}

#[tokio::test]
async fn a_sentence_that_is_not_ours_is_not_shown() {
    let site = Site::open(Options::default()).await;
    let notes = site.get("/notes", &[]).await;
    let cookie = format!("Cookie: {}", notes.cookie_pair("visit"));
    let said = site
        .post("/notes", &[&cookie], &format!("_key={}&text=abc", notes.key()))
        .await;
    let flash = said.cookie_pair("flash");
    let shown = site.get("/", &[&format!("Cookie: {flash}")]).await;
    assert!(shown.text().contains("C’est noté."));
    assert!(shown.cookie("flash").unwrap().contains("Max-Age=0"));
    let (said, proof) = flash.split_once('.').unwrap();
    let forged = [
        format!("flash={}.{proof}", "eyJiYWQiOmZhbHNlLCJ0ZXh0IjoiRXZpbCJ9"),
        format!("{said}."),
        said.to_owned(),
        format!("{said}.{}", &proof[..8]),
        format!("{said}.{}", &proof[..4]),
        format!("{said}.{proof}AAAA"),
        "flash=".to_owned(),
        "flash=é".to_owned(),
    ];
    for forged in forged {
        let shown = site.get("/", &[&format!("Cookie: {forged}")]).await;
        assert_eq!(shown.status, 200, "{forged}");
        assert!(!shown.text().contains("notice"), "{forged}: {}", shown.text());
    }
}

#[tokio::test]
async fn forms_given_out_before_signing_in_are_void() {
    let site = Site::open(Options::default()).await;
    let notes = site.get("/notes", &[]).await;
    let visit = notes.cookie_pair("visit");
    let lea = site.people.sign_in(person(Role("owner"), true, "Lea"));
    let said = site
        .post(
            "/notes",
            &[&format!("{lea}; {visit}")],
            &format!("_key={}&text=abc", notes.key()),
        )
        .await;
    assert_eq!(said.status, 422);
}
