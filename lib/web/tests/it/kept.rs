//! What was typed when it could not be taken.

use db::{Engine, journal::Event};
use testing::{House, Setup, person};
use web::Role;

use crate::{
    pages,
    site::{Options, Site, request},
    wire::Said,
};

const OURS: &str = "Origin: http://example.test";
const FROM: &str = "Referer: http://example.test/own-notes?a=1";
const ENDED: &str = "Votre session est terminée.";
/// A session that was there once.
const GONE: &str = "Cookie: session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What a browser would send for the field with this name.
fn field(said: &Said, name: &str) -> Option<String> {
    let html = scraper::Html::parse_document(&said.text());
    let all = scraper::Selector::parse("main [name]").unwrap();
    let found = html.select(&all).find(|field| field.attr("name") == Some(name))?;
    let text = found.text().collect::<String>();
    Some(found.attr("value").map_or(text, str::to_owned))
}

fn has(said: &Said, selector: &str) -> bool {
    let html = scraper::Html::parse_document(&said.text());
    let selector = scraper::Selector::parse(selector).unwrap();
    html.select(&selector).next().is_some()
}

#[track_caller]
fn keeps(said: &Said, status: u16, text: &str) {
    assert_eq!(
        (said.status, field(said, "text").as_deref()),
        (status, Some(text))
    );
}

async fn noted(site: &Site) -> Vec<serde_json::Value> {
    let all = db::journal::all(site.app.db().read(), pages::Noted::NAME).await;
    all.unwrap()
        .into_iter()
        .map(|event| event.body["text"].clone())
        .collect()
}

/// Signs somebody in, and gives the cookie and a form key that belongs to it.
async fn signed_in(site: &Site) -> (String, String) {
    let lea = site.people.sign_in(person(Role("owner"), true, "Lea"));
    let key = site.get("/own-notes", &[&lea]).await.key();
    (lea, key)
}

async fn site_on(engine: Engine) -> (House, Site) {
    let house = House::build(engine, Setup::default()).await;
    let site = Site::around(house.app.clone(), Options::default()).await;
    (house, site)
}

testing::on_both_engines! {
    async fn when_the_session_has_ended_what_was_typed_stands_there_and_is_sent_after_all(engine) {
        let (_house, site) = site_on(engine).await;
        let (_, key) = signed_in(&site).await;
        let body = format!("_key={key}&text=Deux+mots&password=geheim-123&back=board");
        // Signed out in another tab: no cookie any more, or one that opens nothing.
        for cookie in ["Accept: */*", GONE] {
            let said = site.post("/own-notes", &[cookie, OURS, FROM], &body).await;
            keeps(&said, 403, "Deux mots");
            assert_eq!(said.header("cache-control"), "no-store");
            let text = said.text();
            assert!(text.contains(ENDED) && !text.contains("geheim-123") && !text.contains(&key));
            assert!(has(&said, "textarea[name=text][readonly]") && has(&said, "input[type=hidden][name=back]"));
            assert_eq!(field(&said, "back").as_deref(), Some("board"));
            assert!(has(&said, "main a[href='/sign-in?next=%2Fown-notes%3Fa%3D1'][target=_blank][rel=noopener]"));
            assert!(has(&said, "main form[action='/own-notes'][method=post]:not([enctype])"));
        }
        // Still nobody: the same page once more.
        let said = site.post("/own-notes", &[OURS, FROM], &body).await;
        let visit = format!("Cookie: {}", said.cookie_pair("visit"));
        let again = format!("_key={}&text=Deux+mots&back=board", said.key());
        keeps(&site.post("/own-notes", &[&visit, OURS], &again).await, 403, "Deux mots");
        assert!(noted(&site).await.is_empty());
        // Signed in meanwhile: the form itself comes back with what was typed, and is then one deed.
        let (lea, _) = signed_in(&site).await;
        let said = site.post("/own-notes", &[&lea, OURS], &again).await;
        keeps(&said, 422, "Deux mots");
        let sent = site.post("/own-notes", &[&lea, OURS], &format!("_key={}&text=Deux+mots", said.key())).await;
        assert_eq!(sent.status, 303);
        assert_eq!(noted(&site).await, ["Deux mots"]);
    }

    async fn what_failed_is_sent_again_with_its_own_key(engine) {
        let (_house, site) = site_on(engine).await;
        let (lea, key) = signed_in(&site).await;
        let said = site.post("/busy", &[&lea, OURS], &format!("_key={key}&text=Deux+mots")).await;
        keeps(&said, 503, "Deux mots");
        assert_eq!(field(&said, "_key"), Some(key), "it may have been done after all");
        assert!(has(&said, "main form[action='/busy'] button[type=submit]"));
        let forged = site.post("/busy", &[&lea, OURS], "_key=forged&text=Deux+mots").await;
        assert_ne!(field(&forged, "_key").as_deref(), Some("forged"));
    }
}

#[tokio::test]
async fn what_another_site_sends_never_stands_on_our_pages() {
    let site = Site::open(Options::default()).await;
    let (lea, _) = signed_in(&site).await;
    for line in [
        "Origin: https://evil.test",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: none",
        "Accept: */*",
    ] {
        for cookie in [GONE, &lea] {
            for path in ["/own-notes", "/busy", "/owned"] {
                let said = site
                    .post(path, &[line, cookie, FROM], "text=Worte+von+fern")
                    .await;
                assert!(!has(&said, "textarea"), "{line} {path}");
            }
        }
    }
    // As before: to the sign-in page, and back.
    let said = site.post("/own-notes", &[FROM], "text=Deux+mots").await;
    assert_eq!(said.header("location"), "/sign-in?next=%2Fown-notes%3Fa%3D1");
    let said = site.post("/own-notes", &[OURS], "text=Deux+mots").await;
    assert_eq!(said.header("x-frame-options"), "DENY");
    let policy = said.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
}

#[tokio::test]
async fn names_and_texts_come_back_escaped_and_secrets_never() {
    let site = Site::open(Options::default()).await;
    let body = "%22%3E%3Cb%3E=%3C%2Ftextarea%3E%3Cscript%3E1%3C%2Fscript%3E&current_password=A+b\
        &x=%22%3E%3Ci%3E&_key=%22%3E%3Cu%3E&_key=Zwei";
    let said = site.post("/own-notes?next=%22%3E%3Cs%3E", &[OURS], body).await;
    assert_eq!(said.status, 403);
    for tag in ["b", "i", "u", "s", "script"] {
        assert!(!has(&said, &format!("main {tag}")), "{tag} in {}", said.text());
    }
    let came_back = field(&said, "\"><b>");
    assert_eq!(came_back.as_deref(), Some("</textarea><script>1</script>"));
    assert!(!said.text().contains("A b") && !said.text().contains("Zwei"));
}

#[tokio::test]
async fn a_script_gets_the_whole_page() {
    let site = Site::open(Options::default()).await;
    let part = [
        "HX-Request: true",
        "HX-Request-Type: partial",
        "HX-Current-URL: http://example.test/own-notes",
        OURS,
    ];
    let said = site.post("/own-notes", &part, "text=Deux+mots").await;
    keeps(&said, 403, "Deux mots");
    assert_eq!(said.header("hx-redirect"), "");
    assert_eq!(said.header("hx-retarget"), "body");
    assert_eq!(said.header("hx-reswap"), "innerHTML");
    assert!(has(&said, "main a[href='/sign-in?next=%2Fown-notes']"));
    // Where nothing was typed there is nothing to keep: straight to the sign-in page.
    let said = site.post("/own-notes", &part, "upto=17&text=").await;
    assert_eq!(said.header("hx-redirect"), "/sign-in?next=%2Fown-notes");
    let said = site.post("/own-notes", &[OURS], "_key=abc&password=geheim").await;
    assert_eq!(said.status, 303);
}

#[tokio::test]
async fn what_asks_by_itself_never_takes_the_page_away() {
    let site = Site::open(Options::default()).await;
    let part = ["HX-Request: true", "HX-Request-Type: partial"];
    for (path, status) in [("/private", 403), ("/broken", 500), ("/nothing", 404)] {
        for source in ["HX-Source: input#place", "HX-Source: div"] {
            let said = site.get(path, &[part[0], part[1], source]).await;
            assert_eq!(
                (said.status, said.header("hx-reswap").as_str()),
                (status, "none"),
                "{path} {source}"
            );
            assert_eq!(
                (
                    said.header("hx-redirect"),
                    said.header("hx-retarget"),
                    said.text()
                ),
                Default::default()
            );
        }
        for source in [
            "HX-Source: form#search",
            "HX-Source: a",
            "HX-Source: button",
            "Accept: */*",
        ] {
            let said = site.get(path, &[part[0], part[1], source]).await;
            let leads = !said.header("hx-redirect").is_empty() || said.header("hx-retarget") == "body";
            assert!(said.status == status && leads, "{path} {source}");
        }
    }
    // Without the rest of htmx's words it is a whole page that is asked for.
    assert_eq!(site.get("/private", &["HX-Source: div"]).await.status, 303);
}

#[tokio::test]
async fn a_pressed_button_alone_has_no_words_to_show() {
    let site = Site::open(Options::default()).await;
    let said = site.post("/own-notes", &[OURS], "back=board").await;
    assert!(has(&said, "main section input[name=back]") && !has(&said, "main section h2"));
    assert!(has(&said, "main section button[type=submit]"));
}

#[tokio::test]
async fn a_right_that_is_gone_takes_no_words_along() {
    let site = Site::open(Options::default()).await;
    let mut lea = person(Role("owner"), false, "Lea");
    let waiting = site.people.sign_in(lea.clone());
    lea.role = Role("other");
    let other = site.people.sign_in(lea);
    for (cookie, status) in [(&waiting, 403), (&other, 404)] {
        let said = site.post("/owned", &[cookie, OURS], "text=Deux+mots").await;
        keeps(&said, status, "Deux mots");
        assert!(
            !has(&said, "main section button"),
            "sending it again helps nobody"
        );
    }
    site.people
        .broken
        .store(true, std::sync::atomic::Ordering::SeqCst);
    let said = site.post("/own-notes", &[GONE, OURS], "text=Deux+mots").await;
    keeps(&said, 500, "Deux mots");
}

#[tokio::test]
async fn what_a_rule_refused_for_good_can_be_copied() {
    let site = Site::open(Options::default()).await;
    let said = site.post("/refused", &[OURS], "text=Deux+mots&back=board").await;
    assert_eq!(said.status, 409);
    assert!(has(&said, "main section textarea[readonly]") && said.text().contains("Deux mots"));
    assert!(!has(&said, "main form") && !has(&said, "main input"));
    for (line, body) in [(OURS, "text=board"), ("Accept: */*", "text=Deux+mots")] {
        assert!(!has(&site.post("/refused", &[line], body).await, "main section"));
    }
}

#[tokio::test]
async fn words_beside_a_file_are_kept_and_the_file_is_asked_for_again() {
    let site = Site::open(Options::default()).await;
    let part = |head: &str, text: &str| {
        format!("--limit\r\nContent-Disposition: form-data; name={head}\r\n\r\n{text}\r\n")
    };
    let body = [
        part("\"file\"; filename=\"a.pdf\"", &"x".repeat(700_000)),
        part("\"text\"", "Deux mots"),
        "--limit--\r\n".to_owned(),
    ];
    let kind = "Content-Type: multipart/form-data; boundary=limit";
    let said = site
        .send(request("POST", "/own-file", &[kind, OURS], &body.concat()))
        .await;
    keeps(&said, 403, "Deux mots");
    assert!(said.text().contains("choisissez-les à nouveau") && !said.text().contains("xxxx"));
    assert!(has(&said, "main form[enctype='multipart/form-data']"));
}

#[tokio::test]
async fn more_than_any_form_of_ours_is_not_repeated() {
    let site = Site::open(Options::default()).await;
    for (size, status) in [(128 * 1024 - 10, 403), (128 * 1024 + 10, 303)] {
        let said = site
            .post("/own-notes", &[OURS], &format!("text={}", "x".repeat(size)))
            .await;
        assert_eq!(said.status, status);
    }
}

#[tokio::test]
async fn the_page_speaks_the_readers_language() {
    let site = Site::open(Options::default()).await;
    let said = site.post("/own-notes?lang=en", &[OURS], "text=Two+words").await;
    assert!(said.text().contains("Your session has ended.") && said.text().contains("What you typed"));
}
