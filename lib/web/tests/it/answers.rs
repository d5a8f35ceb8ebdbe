//! Every answer is ours: its headers, its page, its words.

use testing::Log;

use crate::{
    site::{Options, Site, quick, request},
    wire::Said,
};

const ALWAYS: [(&str, &str); 8] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
];

#[track_caller]
fn is_ours(said: &Said, status: u16, what: &str) {
    assert_eq!(said.status, status, "{what}: {}", said.text());
    for (name, value) in ALWAYS {
        assert_eq!(said.header(name), value, "{what}: {name}");
    }
}

/// A refusal: our page, with this sentence and a way home.
#[track_caller]
fn refuses(said: &Said, status: u16, sentence: &str, what: &str) {
    is_ours(said, status, what);
    assert_eq!(said.header("content-type"), "text/html; charset=utf-8", "{what}");
    assert_eq!(said.header("cache-control"), "no-store", "{what}");
    let page = said.text();
    assert!(page.contains(sentence), "{what} should say {sentence}: {page}");
    assert!(page.contains(&format!("Erreur {status}")), "{what}");
    assert!(page.contains("Retour à l’accueil"), "{what}");
    assert_eq!(page.matches("<h1>").count(), 1, "{what}");
    for foreign in [
        "Failed to",
        "Invalid",
        "Cannot parse",
        "style=",
        "<script>",
        "onclick",
    ] {
        assert!(!page.contains(foreign), "{what} says {foreign}: {page}");
    }
}

async fn secure() -> Site {
    Site::open(Options {
        url: "https://example.test",
        pace: quick(),
        ..Options::default()
    })
    .await
}

#[tokio::test]
async fn every_answer_carries_the_headers_and_every_refusal_is_our_page() {
    let site = secure().await;
    let font = site.get("/", &[]).await.text();
    let css = font
        .split('"')
        .find(|part| part.starts_with("/static/site."))
        .unwrap()
        .to_owned();
    is_ours(&site.get("/", &[]).await, 200, "a page");
    is_ours(&site.get(&css, &[]).await, 200, "an asset");
    is_ours(&site.get("/private", &[]).await, 303, "a redirect");
    let not_found = "Cette page n’existe pas";
    for path in [
        "/nothing",
        "/static/site.000000000000.css",
        "/static/../Cargo.toml",
        "//evil.test/",
    ] {
        refuses(&site.get(path, &[]).await, 404, not_found, path);
    }
    let unread = "Cette demande n’a pas pu être lue";
    for path in [
        "/number/many",
        "/number/-1",
        "/number/%ff",
        "/query",
        "/query?number=many",
        "/query?number=%zz",
    ] {
        refuses(&site.get(path, &[]).await, 400, unread, path);
    }
    let method = "Cette adresse ne s’utilise pas ainsi";
    for verb in ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "JUNK"] {
        let said = site.send(request(verb, "/", &[], "")).await;
        refuses(&said, 405, method, verb);
        assert_eq!(said.header("allow"), "GET,HEAD", "{verb}");
    }
    let kind = "Content-Type: application/json";
    let said = site.send(request("POST", "/notes", &[kind], "{}")).await;
    refuses(&said, 415, "Ce format n’est pas accepté", "JSON");
    let said = site
        .send(request(
            "POST",
            "/notes",
            &["Content-Type: application/x-www-form-urlencodedish"],
            "text=ab",
        ))
        .await;
    refuses(&said, 415, "Ce format n’est pas accepté", "nearly a form");
    let said = site.post("/notes", &[], "unknown=1").await;
    refuses(&said, 400, unread, "a form without its fields");
    let said = site
        .post("/notes", &[], &format!("text={}", "x".repeat(600 * 1024)))
        .await;
    refuses(&said, 413, "C’est trop lourd", "a large form");
    refuses(
        &site.get("/forbidden", &[]).await,
        403,
        "Cette page ne vous est pas ouverte",
        "forbidden",
    );
}

#[tokio::test]
async fn a_request_without_exactly_one_host_of_ours_is_misdirected() {
    let site = secure().await;
    let hosts = [
        "",
        "Host: evil.test\r\n",
        "Host: example.test\r\nHost: example.test\r\n",
        "Host: example.test\r\nHost: evil.test\r\n",
        "Host: \r\n",
        "Host: example.test/evil\r\n",
        "Host: evil@example.test\r\n",
        "Host: example.test.evil.test\r\n",
        "Host: notexample.test\r\n",
    ];
    for host in hosts {
        let said = site.send(format!("GET / HTTP/1.1\r\n{host}\r\n")).await;
        refuses(&said, 421, "Ce nom ne mène pas ici", host);
        assert!(said.text().contains("href=\"https://example.test\""), "{host}");
    }
    let absolute = "GET http://evil.test/ HTTP/1.1\r\nHost: example.test\r\n\r\n";
    refuses(
        &site.send(absolute).await,
        421,
        "Ce nom ne mène pas ici",
        absolute,
    );
    for host in ["example.test", "EXAMPLE.test:8443", "other.test"] {
        let said = site.send(format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")).await;
        assert_eq!(said.status, 200, "{host}");
    }
    let english = "GET / HTTP/1.1\r\nHost: evil.test\r\nAccept-Language: en\r\n\r\n";
    let english = site.send(english).await.text();
    assert!(
        english.contains("This name does not lead here.") && !english.contains("Erreur"),
        "{english}"
    );
}

#[tokio::test]
async fn what_the_http_library_refuses_is_our_page_too() {
    let site = secure().await;
    let unread = "Cette demande n’a pas pu être lue";
    let long = "Cette demande est trop longue";
    let many: String = (0..80).map(|n| format!("X-{n}: 1\r\n")).collect();
    let cases = [
        ("junk\r\n\r\n".to_owned(), 400, unread),
        (
            "GET / HTTP/1.1\r\nHost: example.test\r\nbad header\r\n\r\n".to_owned(),
            400,
            unread,
        ),
        (
            "GET / HTTP/9.9\r\nHost: example.test\r\n\r\n".to_owned(),
            400,
            unread,
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: example.test\r\nCookie: {}\r\n\r\n",
                "x".repeat(200_000)
            ),
            431,
            long,
        ),
        (
            format!(
                "GET /{} HTTP/1.1\r\nHost: example.test\r\n\r\n",
                "x".repeat(200_000)
            ),
            431,
            long,
        ),
        (
            format!("GET / HTTP/1.1\r\nHost: example.test\r\n{many}\r\n"),
            431,
            long,
        ),
    ];
    for (bytes, status, sentence) in cases {
        let what: String = bytes.chars().take(60).collect();
        let said = site.send(&bytes).await;
        refuses(&said, status, sentence, &what);
        assert!(said.text().contains("lang=\"en"), "{what}: in both languages");
        assert_eq!(said.header("connection"), "close", "{what}");
        assert!(!said.header("date").is_empty(), "{what}");
    }
    // Also after a good request on the same connection.
    let mut wire = site.wire().await;
    wire.say(request("GET", "/", &[], "")).await;
    assert_eq!(wire.hear(false).await.status, 200);
    wire.say("junk\r\n\r\n").await;
    refuses(&wire.hear(false).await, 400, unread, "junk after a page");
}

#[tokio::test]
async fn a_body_of_two_lengths_is_refused() {
    let site = secure().await;
    let unread = "Cette demande n’a pas pu être lue";
    let head =
        "POST /notes HTTP/1.1\r\nHost: example.test\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    let smuggled = "7\r\ntext=ab\r\n0\r\n\r\nGET /private HTTP/1.1\r\nHost: example.test\r\n\r\n";
    for lengths in [
        "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: identity, chunked\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5, 6\r\n",
        "Content-Length: +5\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding : chunked\r\n",
    ] {
        let mut wire = site.wire().await;
        wire.say(format!("{head}{lengths}\r\n{smuggled}")).await;
        let said = wire.hear(false).await;
        refuses(&said, 400, unread, lengths);
        assert_eq!(
            wire.hear(false).await.status,
            0,
            "{lengths}: nothing more is answered"
        );
    }
}

#[tokio::test]
async fn a_head_takes_its_answer_without_a_body() {
    let site = secure().await;
    for (path, status) in [("/", 200), ("/nothing", 404), ("/private", 303)] {
        let whole = site.get(path, &[]).await;
        let mut wire = site.wire().await;
        wire.say(request("HEAD", path, &[], "")).await;
        let head = wire.hear(true).await;
        is_ours(&head, status, path);
        assert_eq!(
            head.header("content-length"),
            whole.header("content-length"),
            "{path}"
        );
        // The next answer begins where the body would have.
        wire.say(request("GET", "/", &[], "")).await;
        assert_eq!(wire.hear(false).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn pages_are_compressed_for_those_who_take_it() {
    let site = secure().await;
    let plain = site.get("/", &[]).await;
    assert_eq!(plain.header("content-encoding"), "");
    let said = site.get("/", &["Accept-Encoding: br, gzip"]).await;
    assert_eq!(said.header("content-encoding"), "gzip");
    assert!(said.body.starts_with(b"\x1f\x8b") && said.body.len() < plain.body.len());
    for said in [plain, said] {
        let vary = said.header("vary");
        for name in [
            "accept-encoding",
            "accept-language",
            "cookie",
            "hx-request",
            "hx-request-type",
        ] {
            assert!(vary.split(", ").any(|one| one == name), "{name} in {vary}");
        }
        assert_eq!(said.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn each_answer_has_a_number_of_its_own() {
    let site = secure().await;
    let claimed = "X-Request-Id: 00000000000000000000000000000001";
    let first = site.get("/", &[claimed]).await.header("x-request-id");
    let second = site.get("/", &[claimed]).await.header("x-request-id");
    assert_eq!(first.len(), 32);
    assert_ne!(first, second);
    assert_ne!(first, "00000000000000000000000000000001");
}

#[tokio::test]
async fn a_failure_shows_a_reference_and_logs_the_chain_and_nothing_private() {
    let site = secure().await;
    let log = Log::start();
    let mut numbers = Vec::new();
    let cookie = "Cookie: __Host-session=c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U; visit=secret";
    let sent = [
        cookie,
        "Referer: https://example.test/secret",
        "X-Forwarded-For: 192.0.2.77",
    ];
    for path in ["/broken", "/panic"] {
        let said = site.get(&format!("{path}?email=lea@secret.test"), &sent).await;
        refuses(&said, 500, "Quelque chose s’est cassé chez nous", path);
        let page = said.text();
        let number = said.header("x-request-id");
        assert!(page.contains(&number[20..]), "{path}: the reference");
        assert_eq!(
            log.about(std::slice::from_ref(&number)).len(),
            2,
            "{path}: found in the log"
        );
        numbers.push(number);
        assert!(page.contains(">Réessayer<"), "{path}");
        for private in ["cause", "circumstance", "panic of", "private reason"] {
            assert!(!page.contains(private), "{path} tells {private}");
        }
    }
    for path in ["/lea.secret@example.test/c2VjcmV0", "/number/4711?name=Secret"] {
        numbers.push(site.get(path, &sent).await.header("x-request-id"));
    }
    let lines = log.about(&numbers);
    let has = |words: &str| lines.iter().any(|line| line.contains(words));
    assert!(
        has("the outer circumstance: the innermost cause") && has("/number/{number}"),
        "{lines:?}"
    );
    assert_eq!(lines.len(), 6, "{lines:?}");
    for line in lines {
        let lower = line.to_lowercase();
        for private in ["secret", "c2vjcmv0", "4711", "192.0.2.77", "127.0.0.1", "lea@"] {
            assert!(!lower.contains(private), "{private} in {line}");
        }
    }
}

#[tokio::test]
async fn what_breaks_around_a_page_still_ends_in_a_page_of_ours() {
    let site = secure().await;
    let said = site.get("/panic-around", &[]).await;
    refuses(&said, 500, "Quelque chose s’est cassé chez nous", "the chrome");
    assert!(said.text().contains("Something broke on our side."));
    assert_eq!(site.get("/", &[]).await.status, 200);
    // Nobody can be recognised while the base is gone: visitors get their page, the others a word.
    let cookie = site
        .people
        .sign_in(testing::person(web::Role("owner"), true, "Lea"));
    site.people
        .broken
        .store(true, std::sync::atomic::Ordering::SeqCst);
    let cookie = cookie.replace("session=", "__Host-session=");
    let said = site.get("/", &[&cookie]).await;
    refuses(
        &said,
        500,
        "Quelque chose s’est cassé chez nous",
        "a base that is gone",
    );
    assert_eq!(said.cookie("__Host-session"), None, "nobody is signed out");
    assert_eq!(site.get("/", &[]).await.status, 200);
}

#[tokio::test]
async fn redirects_lead_nowhere_else() {
    let site = secure().await;
    assert_eq!(site.get("/elsewhere", &[]).await.status, 500);
    let said = site.get("//evil.test/x", &[]).await;
    assert!(!said.text().contains("href=\"//"), "{}", said.text());
}
