//! The reader's language, theme, and other cookies.

use i18n::Lang;
use testing::person;
use web::Role;

use crate::{
    pages::OWNER,
    site::{Options, Site},
    wire::Said,
};

fn lang(said: &Said) -> &'static str {
    let text = said.text();
    if text.contains("<html lang=\"fr") {
        "fr"
    } else if text.contains("<html lang=\"en") {
        "en"
    } else {
        panic!("no language: {text}")
    }
}

#[tokio::test]
async fn the_address_then_the_account_then_the_cookie_then_the_browser_choose_the_language() {
    let site = Site::open(Options::default()).await;
    let mut lea = person(Role(OWNER.name), true, "Lea");
    lea.lang = Lang::Fr;
    let french = site.people.sign_in(lea);
    let mut mia = person(Role(OWNER.name), true, "Mia");
    mia.lang = Lang::En;
    let english = site.people.sign_in(mia);
    let browser = "Accept-Language: en-GB,en;q=0.9,fr;q=0.8";
    let cookie = "Cookie: lang=en";
    let cases: [(&str, &[&str], &str); 12] = [
        ("/", &[], "fr"),
        ("/", &["Accept-Language: it, de"], "fr"),
        ("/", &["Accept-Language: junk;;q=x"], "fr"),
        ("/", &[browser], "en"),
        ("/", &["Cookie: lang=fr", browser], "fr"),
        ("/", &[cookie], "en"),
        ("/", &["Cookie: lang=xx", browser], "en"),
        ("/", &[&french, browser], "fr"),
        ("/", &[&english], "en"),
        ("/", &[&english, "Cookie: lang=fr"], "en"),
        ("/?lang=fr", &[&english, cookie, browser], "fr"),
        ("/?lang=xx", &[browser], "en"),
    ];
    for (path, lines, expected) in cases {
        assert_eq!(lang(&site.get(path, lines).await), expected, "{path} {lines:?}");
    }
    let kept = site.get("/?lang=en", &[]).await;
    let pair = kept.cookie_pair("lang");
    assert_eq!(
        lang(&site.get("/", &[&format!("Cookie: {pair}")]).await),
        "en",
        "it is kept"
    );
    assert_eq!(
        site.get("/?lang=xx", &[]).await.cookie("lang"),
        None,
        "junk is not kept"
    );
}

#[tokio::test]
async fn the_link_to_another_language_keeps_what_was_asked() {
    let site = Site::open(Options::default()).await;
    let cases = [
        ("/", "/?lang=en"),
        ("/?a=1&b=%C3%A9", "/?a=1&#38;b=%C3%A9&#38;lang=en"),
        ("/?lang=fr&a=1", "/?a=1&#38;lang=en"),
        ("/query?number=3", "/query?number=3&#38;lang=en"),
    ];
    for (path, expected) in cases {
        let page = site.get(path, &[]).await.text();
        let link = format!("href=\"{expected}\"");
        assert!(page.contains(&link), "{path} should link to {expected}: {page}");
    }
    let page = site.get("/?\"><script>alert(1)</script>", &[]).await.text();
    assert!(!page.contains("<script>alert"), "{page}");
}

#[tokio::test]
async fn the_theme_is_the_systems_unless_a_cookie_says_otherwise() {
    let site = Site::open(Options::default()).await;
    for (cookie, expected) in [
        ("theme=dark", "dark"),
        ("theme=light", "light"),
        ("theme=\"><b>", "system"),
        ("theme=DARK", "system"),
        ("other=dark", "system"),
    ] {
        let page = site.get("/", &[&format!("Cookie: {cookie}")]).await.text();
        assert!(page.contains(&format!(" data-theme=\"{expected}\">")), "{cookie}");
    }
}

#[tokio::test]
async fn cookies_are_tied_to_this_host_and_to_https() {
    for (url, prefix, secure) in [
        ("https://example.test", "__Host-", true),
        ("http://example.test", "", false),
    ] {
        let site = Site::open(Options {
            url,
            ..Options::default()
        })
        .await;
        let notes = site.get("/notes", &[]).await;
        let session = site.post("/session", &[], "x=1").await;
        assert_eq!(session.status, 303);
        let sent = format!("Cookie: {}", notes.cookie_pair(&format!("{prefix}visit")));
        let noted = site
            .post("/notes", &[&sent], &format!("_key={}&text=abc", notes.key()))
            .await;
        let chosen = site.get("/?lang=fr", &[]).await;
        for (said, name) in [
            (&notes, "visit"),
            (&session, "session"),
            (&noted, "flash"),
            (&chosen, "lang"),
        ] {
            let line = said
                .cookie(&format!("{prefix}{name}"))
                .unwrap_or_else(|| panic!("{prefix}{name} in {:?}", said.headers));
            for word in ["Path=/", "HttpOnly", "SameSite=Lax"] {
                assert!(line.contains(word), "{word} in {line}");
            }
            assert_eq!(line.ends_with("; Secure"), secure, "{line}");
            assert!(!line.contains("Domain"), "{line}");
        }
    }
}
