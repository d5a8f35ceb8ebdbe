//! Answers that stay open.

use std::time::Duration;

use testing::person;
use web::Role;

use crate::{
    pages::TOPIC,
    site::{Options, Site, quick, request},
    wire::Wire,
};

const BOUND: Duration = Duration::from_secs(4);

async fn open() -> Site {
    let pace = web::serve::Pace {
        by_address: 600,
        connections: 600,
        ..quick()
    };
    Site::open(Options {
        pace,
        ..Options::default()
    })
    .await
}

/// Opens a stream; the status, and the connection.
async fn listen(site: &Site, lines: &[&str]) -> (u16, Wire) {
    let mut wire = site.wire().await;
    wire.say(request("GET", "/live", lines, "")).await;
    let said = wire.hear(true).await;
    if said.status == 200 {
        assert_eq!(said.header("content-type"), "text/event-stream");
        assert_eq!(said.header("content-encoding"), "", "not compressed");
        assert_eq!(said.header("x-accel-buffering"), "no");
        assert_eq!(said.header("cache-control"), "no-store");
        assert_eq!(said.header("x-content-type-options"), "nosniff");
    }
    (said.status, wire)
}

async fn tell(site: &Site) {
    let tx = site.app.begin().await.expect("a write");
    site.app.tell(&tx, TOPIC);
    tx.commit().await.expect("committed");
}

#[tokio::test]
async fn news_arrives_at_once_and_for_longer_than_any_limit() {
    let site = open().await;
    let (status, mut wire) = listen(&site, &["Accept-Encoding: gzip"]).await;
    assert_eq!(status, 200);
    for pause in [0, 1500] {
        // Longer than head, pause, body and taking of this site.
        tokio::time::sleep(Duration::from_millis(pause)).await;
        tell(&site).await;
        let news = tokio::time::timeout(BOUND, wire.chunk()).await;
        assert_eq!(news.expect("at once"), b"data: news\n\n");
    }
}

#[tokio::test]
async fn the_order_to_stop_ends_streams() {
    let site = open().await;
    let (_, mut wire) = listen(&site, &[]).await;
    site.app.stop();
    let end = tokio::time::timeout(BOUND, wire.chunk()).await;
    assert_eq!(end.expect("it ends"), b"", "by a proper last chunk");
    let served = tokio::time::timeout(BOUND, site.serving).await;
    served.expect("it ends").expect("no panic").expect("no error");
}

#[tokio::test]
async fn a_stream_ends_with_the_session_and_with_the_rights_it_was_opened_with() {
    let site = open().await;
    let ends: [fn(&Site, &web::Member); 2] = [
        |site, lea| site.people.sign_out(lea.account),
        |site, lea| site.people.change(lea.account, |lea| lea.cleared = false),
    ];
    for end in ends {
        let lea = person(Role("owner"), true, "Lea");
        let cookie = site.people.sign_in(lea.clone());
        let (_, mut wire) = listen(&site, &[&cookie]).await;
        tell(&site).await;
        let news = tokio::time::timeout(BOUND, wire.chunk()).await;
        assert_eq!(news.expect("at once"), b"data: news\n\n");

        end(&site, &lea);
        let tx = site.app.begin().await.expect("a write");
        web::viewer::changed(&tx, lea.account);
        tx.commit().await.expect("committed");
        tell(&site).await;

        for told in [&b"event: gone\ndata: \n\n"[..], b""] {
            let chunk = tokio::time::timeout(BOUND, wire.chunk()).await;
            assert_eq!(chunk.expect("it ends"), told, "no news is told");
        }
    }
}

#[tokio::test]
async fn one_account_holds_only_so_many_streams() {
    let site = open().await;
    let lea = site.people.sign_in(person(Role("owner"), true, "Lea"));
    let mia = site.people.sign_in(person(Role("owner"), true, "Mia"));
    let mut held = Vec::new();
    let full = loop {
        let (status, wire) = listen(&site, &[&lea]).await;
        if status != 200 {
            break status;
        }
        held.push(wire);
        assert!(held.len() < 100, "no bound");
    };
    assert_eq!(full, 429);
    assert_eq!(held.len(), 16);
    assert_eq!(site.get("/private", &[&lea]).await.status, 200, "pages go on");
    assert_eq!(listen(&site, &[&mia]).await.0, 200, "others listen");
    // A page that is closed gives its place back.
    held.pop();
    let freed = async { while listen(&site, &[&lea]).await.0 != 200 {} };
    tokio::time::timeout(BOUND, freed)
        .await
        .expect("a place is free again");
}

#[tokio::test]
async fn one_address_holds_only_so_many_streams() {
    let site = open().await;
    let mut held = Vec::new();
    'full: loop {
        let name = format!("Member {}", held.len());
        let cookie = site.people.sign_in(person(Role("owner"), true, &name));
        for _ in 0..16 {
            let (status, wire) = listen(&site, &[&cookie]).await;
            if status != 200 {
                assert_eq!(status, 429);
                break 'full;
            }
            held.push(wire);
        }
        assert!(held.len() < 400, "no bound");
    }
    assert_eq!(held.len(), 256);
    assert_eq!(site.get("/", &[]).await.status, 200, "pages go on");
}
