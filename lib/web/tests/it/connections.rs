//! Clients that take their time, and the end of the process.

use std::time::{Duration, Instant};

use crate::{
    site::{Options, Site, quick, request},
    wire::Wire,
};

/// Longer than any limit of `quick`, far shorter than what they are in earnest.
const BOUND: Duration = Duration::from_secs(4);

async fn open() -> Site {
    Site::open(Options {
        pace: quick(),
        ..Options::default()
    })
    .await
}

/// Sends one of `bytes` after another, slowly, until the other side closes; how long that took.
async fn drip(wire: &mut Wire, bytes: &[u8]) -> Duration {
    let began = Instant::now();
    let mut bytes = bytes.iter().cycle();
    loop {
        let byte = bytes.next().expect("it goes around");
        if !wire.say([*byte]).await {
            return began.elapsed();
        }
        if wire.is_closed_within(Duration::from_millis(60)).await {
            return began.elapsed();
        }
        assert!(began.elapsed() < Duration::from_secs(15), "never closed");
    }
}

#[tokio::test]
async fn a_client_that_says_nothing_is_let_go() {
    let site = open().await;
    let mut silent = site.wire().await;
    assert!(silent.is_closed_within(BOUND).await, "not a byte");
    for begun in ["G", "GET / HTTP/1.1\r\nHo", "PRI * HT", "\r\n\r\n"] {
        let mut wire = site.wire().await;
        wire.say(begun).await;
        assert!(wire.is_closed_within(BOUND).await, "{begun:?}");
    }
    let mut idle = site.wire().await;
    idle.say(request("GET", "/", &[], "")).await;
    assert_eq!(idle.hear(false).await.status, 200);
    assert!(idle.is_closed_within(BOUND).await, "idle after an answer");
}

#[tokio::test]
async fn a_head_that_drips_is_cut_off() {
    let site = open().await;
    let mut wire = site.wire().await;
    wire.say("GET / HTTP/1.1\r\nHost: example.test\r\nX-Slow: ").await;
    assert!(drip(&mut wire, b"a").await < BOUND);
    assert_eq!(site.get("/", &[]).await.status, 200);
}

#[tokio::test]
async fn a_body_that_pauses_or_drips_is_told_that_it_took_too_long() {
    let site = open().await;
    let head = |kind: &str| {
        format!(
            "POST /notes HTTP/1.1\r\nHost: example.test\r\nContent-Type: {kind}\r\nContent-Length: 5000\r\n\r\n"
        )
    };
    let form = "application/x-www-form-urlencoded";
    let mut paused = site.wire().await;
    paused.say(head(form)).await;
    paused.say("text=ab").await;
    let said = paused.hear(false).await;
    assert_eq!(said.status, 408);
    assert!(said.text().contains("L’envoi a pris trop de temps."));
    assert!(paused.is_closed_within(BOUND).await);

    let mut dripping = site.wire().await;
    dripping.say(head(form)).await;
    let taken = drip(&mut dripping, b"a").await;
    assert!(taken < BOUND, "{taken:?}");

    let upload = head("multipart/form-data; boundary=limit").replace("/notes", "/upload");
    let mut dripping = site.wire().await;
    dripping.say(upload).await;
    dripping
        .say("--limit\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na")
        .await;
    assert_eq!(dripping.hear(false).await.status, 408);
}

#[tokio::test]
async fn a_refusal_arrives_although_the_client_still_sends() {
    let pace = web::serve::Pace {
        farewell: Duration::from_secs(10),
        ..quick()
    };
    let site = Site::open(Options {
        pace,
        ..Options::default()
    })
    .await;
    // More than the system holds for us: unread, it would break the connection while it is sent.
    let large = "x".repeat(48 * 1024 * 1024);
    let form = "Content-Type: application/x-www-form-urlencoded";
    for (path, status) in [("/notes", 413), ("/nothing", 404)] {
        let mut wire = site.wire().await;
        assert!(wire.say(request("POST", path, &[form], &large)).await, "{path}");
        assert_eq!(wire.hear(false).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_client_that_takes_nothing_of_its_answer_is_let_go() {
    let site = Site::open(Options {
        pace: web::serve::Pace {
            connections: 1,
            ..quick()
        },
        ..Options::default()
    })
    .await;
    let mut greedy = site.wire().await;
    greedy.say(request("GET", "/heavy", &[], "")).await;
    // The only connection is free again although nobody read a byte of the first answer.
    let next = tokio::time::timeout(BOUND, site.get("/", &[])).await;
    assert_eq!(next.expect("the next is served").status, 200);
    drop(greedy);
}

#[tokio::test]
async fn more_connections_than_there_are_wait_for_their_turn() {
    let site = Site::open(Options {
        pace: web::serve::Pace {
            connections: 4,
            ..quick()
        },
        ..Options::default()
    })
    .await;
    let mut idle = Vec::new();
    for _ in 0..12 {
        idle.push(site.wire().await);
    }
    let served = tokio::time::timeout(BOUND, site.get("/", &[])).await;
    assert_eq!(served.expect("in bounded time").status, 200);
}

#[tokio::test]
async fn one_address_cannot_hold_all_connections() {
    let pace = web::serve::Pace {
        by_address: 3,
        head: Duration::from_secs(60),
        ..quick()
    };
    let site = Site::open(Options {
        pace,
        ..Options::default()
    })
    .await;
    let mut held = Vec::new();
    for _ in 0..3 {
        let mut wire = site.wire().await;
        wire.say(request("GET", "/", &[], "")).await;
        assert_eq!(wire.hear(false).await.status, 200);
        held.push(wire);
    }
    let mut fourth = site.wire().await;
    assert!(fourth.is_closed_within(BOUND).await);
    held.pop();
    let began = Instant::now();
    loop {
        let mut wire = site.wire().await;
        wire.say(request("GET", "/", &[], "")).await;
        if wire.hear(false).await.status == 200 {
            break;
        }
        assert!(began.elapsed() < BOUND, "a place that was given back is free");
    }
    // A proxy of ours speaks for many.
    let site = Site::open(Options {
        pace,
        proxies: &["127.0.0.1"],
        ..Options::default()
    })
    .await;
    let mut held = Vec::new();
    for _ in 0..6 {
        let mut wire = site.wire().await;
        wire.say(request("GET", "/", &[], "")).await;
        assert_eq!(wire.hear(false).await.status, 200);
        held.push(wire);
    }
}

#[tokio::test]
async fn the_order_to_stop_lets_requests_finish_and_ends_the_rest() {
    let site = open().await;
    let mut idle = site.wire().await;
    idle.say(request("GET", "/", &[], "")).await;
    assert_eq!(idle.hear(false).await.status, 200);
    let mut busy = site.wire().await;
    busy.say(request("GET", "/slow", &[], "")).await;
    site.gate.begun.notified().await;
    site.app.stop();
    assert!(idle.is_closed_within(BOUND).await);
    site.gate.go_on.notify_one();
    let said = busy.hear(false).await;
    assert_eq!(said.status, 200);
    assert!(said.text().contains("</html>"));
    assert!(busy.is_closed_within(BOUND).await);
    let served = tokio::time::timeout(BOUND, site.serving).await;
    served.expect("it ends").expect("no panic").expect("no error");
    let refused = tokio::net::TcpStream::connect(site.address).await;
    assert!(refused.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn an_order_to_stop_before_serving_is_heard() {
    let first = open().await;
    first.app.stop();
    let second = Site::around(
        first.app.clone(),
        Options {
            pace: quick(),
            ..Options::default()
        },
    )
    .await;
    let served = tokio::time::timeout(BOUND, second.serving).await;
    served.expect("it ends").expect("no panic").expect("no error");
}

#[tokio::test]
async fn an_order_to_stop_does_not_wait_for_ever_even_with_all_connections_held() {
    let pace = web::serve::Pace {
        grace: Duration::from_millis(300),
        connections: 1,
        ..quick()
    };
    let site = Site::open(Options {
        pace,
        ..Options::default()
    })
    .await;
    let mut stuck = site.wire().await;
    stuck.say(request("GET", "/slow", &[], "")).await;
    site.gate.begun.notified().await;
    site.app.stop();
    let served = tokio::time::timeout(BOUND, site.serving).await;
    served.expect("it ends").expect("no panic").expect("no error");
}

#[tokio::test]
async fn a_deed_runs_to_its_end_although_the_client_hung_up() {
    let site = open().await;
    let mut wire = site.wire().await;
    wire.say(request("POST", "/slow", &["Content-Length: 0"], ""))
        .await;
    site.gate.begun.notified().await;
    drop(wire);
    // Long enough for the server to have noticed: another request goes through meanwhile.
    assert_eq!(site.get("/", &[]).await.status, 200);
    site.gate.go_on.notify_one();
    let ended = tokio::time::timeout(BOUND, site.gate.ended.notified()).await;
    assert!(ended.is_ok());
}

#[tokio::test]
async fn requests_in_a_row_on_one_connection_are_answered_in_order() {
    let site = open().await;
    let mut wire = site.wire().await;
    let three = ["/?lang=fr", "/nothing", "/?lang=en"].map(|path| request("GET", path, &[], ""));
    wire.say(three.concat()).await;
    for status in [200, 404, 200] {
        assert_eq!(wire.hear(false).await.status, status);
    }
    // What cannot be read ends the row, by a page of ours.
    let mut wire = site.wire().await;
    wire.say(format!("{}junk\r\n\r\n", three.concat())).await;
    for status in [200, 404, 200, 400] {
        let said = wire.hear(false).await;
        assert_eq!(said.status, status);
        assert!(said.text().contains("<h1>") || status == 200);
    }
    assert!(wire.is_closed_within(BOUND).await);
}

#[tokio::test]
async fn a_client_may_ask_before_it_sends_its_body() {
    let site = open().await;
    let mut wire = site.wire().await;
    let body = "text=ab";
    let form = "Content-Type: application/x-www-form-urlencoded";
    let ask = request("POST", "/notes", &["Expect: 100-continue", form], body);
    wire.say(&ask[..ask.len() - body.len()]).await;
    assert_eq!(wire.hear(true).await.status, 100);
    wire.say(body).await;
    assert_eq!(wire.hear(false).await.status, 422);
}
