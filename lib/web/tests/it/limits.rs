//! How often, by address and by account; and whose word about addresses counts.

use testing::person;
use web::Role;

use crate::site::{Options, Site};

const FROM: &[&str] = &["127.0.0.0/8", "10.0.0.0/8", "fd00::/8"];

async fn behind_a_proxy() -> Site {
    Site::open(Options {
        proxies: FROM,
        ..Options::default()
    })
    .await
}

/// Uses up the limit of this address, and gives the status of one more from there.
async fn spend(site: &Site, forwarded: &[&str]) -> u16 {
    let lines: Vec<String> = forwarded
        .iter()
        .map(|hops| format!("X-Forwarded-For: {hops}"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    for _ in 0..3 {
        assert_eq!(site.get("/limited", &lines).await.status, 200, "{forwarded:?}");
    }
    site.get("/limited", &lines).await.status
}

async fn once(site: &Site, forwarded: &str) -> u16 {
    site.get("/limited", &[&format!("X-Forwarded-For: {forwarded}")])
        .await
        .status
}

#[tokio::test]
async fn an_address_has_its_share_and_an_ipv6_household_has_one() {
    let site = behind_a_proxy().await;
    assert_eq!(spend(&site, &["192.0.2.1"]).await, 429);
    assert_eq!(once(&site, "192.0.2.2").await, 200, "another address");
    assert_eq!(spend(&site, &["2001:db8:1:2::1"]).await, 429);
    assert_eq!(once(&site, "2001:db8:1:2:ffff::2").await, 429, "the same /64");
    assert_eq!(once(&site, "2001:db8:1:3::1").await, 200, "another /64");
    assert_eq!(once(&site, "::ffff:192.0.2.1").await, 429, "written as IPv6");
}

#[tokio::test]
async fn the_last_hop_that_is_not_our_proxy_is_the_client() {
    let site = behind_a_proxy().await;
    assert_eq!(spend(&site, &["192.0.2.1"]).await, 429);
    for forged in [
        "8.8.8.8, 192.0.2.1",
        "8.8.8.9,192.0.2.1, 10.0.0.7",
        "junk, 192.0.2.1",
        "192.0.2.1, fd00::1",
    ] {
        assert_eq!(once(&site, forged).await, 429, "{forged}");
    }
    assert_eq!(
        once(&site, "192.0.2.1, 192.0.2.3").await,
        200,
        "it only claims to be forwarded"
    );
    let lines = ["X-Forwarded-For: 8.8.8.8", "X-Forwarded-For: 192.0.2.1"];
    assert_eq!(
        site.get("/limited", &lines).await.status,
        429,
        "two lines are one list"
    );
}

#[tokio::test]
async fn from_others_the_word_about_addresses_is_nothing() {
    let site = Site::open(Options::default()).await;
    assert_eq!(spend(&site, &["192.0.2.1"]).await, 429);
    for forged in ["192.0.2.2", "2001:db8::1", "127.0.0.2"] {
        assert_eq!(once(&site, forged).await, 429, "{forged}");
    }
}

#[tokio::test]
async fn one_too_many_says_when_to_come_back() {
    let site = Site::open(Options::default()).await;
    spend(&site, &[]).await;
    let said = site.get("/limited", &[]).await;
    assert_eq!(said.status, 429);
    let wait: u64 = said.header("retry-after").parse().unwrap();
    assert!((1100..=1201).contains(&wait), "three an hour: {wait}");
    assert!(
        said.text().contains("Trop de tentatives.") && said.text().contains("Réessayez dans 20 minutes.")
    );
    assert_eq!(site.get("/", &[]).await.status, 200);
}

#[tokio::test]
async fn an_account_has_its_share_wherever_it_is() {
    let site = behind_a_proxy().await;
    let lea = site.people.sign_in(person(Role("owner"), true, "Lea"));
    let mia = site.people.sign_in(person(Role("owner"), true, "Mia"));
    for n in 0..3 {
        let from = format!("X-Forwarded-For: 192.0.2.{n}");
        assert_eq!(site.get("/limited-account", &[&lea, &from]).await.status, 200);
    }
    assert_eq!(
        site.get("/limited-account", &[&lea, "X-Forwarded-For: 192.0.2.9"])
            .await
            .status,
        429
    );
    assert_eq!(site.get("/limited-account", &[&mia]).await.status, 200);
}

#[tokio::test]
async fn a_factor_widens_every_limit() {
    let site = Site::open(Options {
        limits: 2.0,
        ..Options::default()
    })
    .await;
    for n in 0..6 {
        assert_eq!(site.get("/limited", &[]).await.status, 200, "{n}");
    }
    assert_eq!(site.get("/limited", &[]).await.status, 429);
}
