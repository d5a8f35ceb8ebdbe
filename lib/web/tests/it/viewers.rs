//! Who looks: remembered, and forgotten at once.

use std::{sync::Arc, sync::atomic::Ordering, time::Duration};

use app::{App, Parts};
use db::{Clock, Db, Engine};
use sea_orm::{ConnectionTrait, Statement};
use testing::{House, Setup, person};
use web::{Member, Role, viewer};

use crate::site::{Options, Site};

/// An account of this test alone: on PostgreSQL all tests hear of each other's changes.
fn somebody(house: &House) -> Member {
    Member {
        account: house.app.clock().key(),
        ..person(Role("owner"), true, "Lea")
    }
}

async fn open(house: &House) -> Site {
    Site::around(house.app.clone(), Options::default()).await
}

async fn tell(app: &App, member: &Member) {
    let tx = app.begin().await.expect("a write");
    viewer::changed(&tx, member.account);
    tx.commit().await.expect("committed");
}

testing::on_both_engines! {
    async fn a_viewer_is_looked_up_once_and_again_when_something_changed(engine) {
        let house = House::build(engine, Setup::default()).await;
        let site = open(&house).await;
        let lea = somebody(&house);
        let cookie = site.people.sign_in(lea.clone());
        for _ in 0..5 {
            assert_eq!(site.get("/owned", &[&cookie]).await.status, 200);
        }
        assert_eq!(site.people.asked.load(Ordering::SeqCst), 1);
        tell(&house.app, &somebody(&house)).await;
        site.get("/owned", &[&cookie]).await;
        assert_eq!(site.people.asked.load(Ordering::SeqCst), 1, "the change of another");

        site.people.change(lea.account, |lea| lea.cleared = false);
        tell(&house.app, &lea).await;
        assert_eq!(site.get("/owned", &[&cookie]).await.status, 403, "a lost clearance");
        site.people.change(lea.account, |lea| lea.role = Role("guest"));
        tell(&house.app, &lea).await;
        assert_eq!(site.get("/owned", &[&cookie]).await.status, 404, "a lost role");
        site.people.change(lea.account, |lea| { lea.role = Role("owner"); lea.cleared = true; });
        tell(&house.app, &lea).await;
        assert_eq!(site.get("/owned", &[&cookie]).await.status, 200, "given back");
        site.people.sign_out(lea.account);
        tell(&house.app, &lea).await;
        assert_eq!(site.get("/owned", &[&cookie]).await.status, 303, "a lost session");
    }

    async fn what_is_not_committed_changes_nothing(engine) {
        let house = House::build(engine, Setup::default()).await;
        let site = open(&house).await;
        let lea = somebody(&house);
        let cookie = site.people.sign_in(lea.clone());
        site.get("/owned", &[&cookie]).await;
        let tx = house.app.begin().await.expect("a write");
        viewer::changed(&tx, lea.account);
        tx.rollback().await.expect("rolled back");
        site.get("/owned", &[&cookie]).await;
        assert_eq!(site.people.asked.load(Ordering::SeqCst), 1);
    }
}

// On SQLite alone: on PostgreSQL the flood would reach the tests beside this one.
#[tokio::test]
async fn a_flood_of_changes_loses_none() {
    let house = House::build(Engine::Sqlite, Setup::default()).await;
    let site = open(&house).await;
    let lea = somebody(&house);
    let cookie = site.people.sign_in(lea.clone());
    assert_eq!(site.get("/owned", &[&cookie]).await.status, 200);
    site.people.change(lea.account, |lea| lea.cleared = false);
    tell(&house.app, &lea).await;
    // More than the channel holds: what was first falls out of it.
    for part in 0..6 {
        let tx = house.app.begin().await.expect("a write");
        for other in 0..1000_u128 {
            tx.signal(db::signals::Signal::new("other", part * 1000 + other));
        }
        tx.commit().await.expect("committed");
    }
    assert_eq!(site.get("/owned", &[&cookie]).await.status, 403);
}

/// A second process on the PostgreSQL base of this house.
async fn replica(house: &House) -> App {
    let read = house.app.db().read();
    let schema = Statement::from_string(read.get_database_backend(), "SELECT current_schema()::text AS it");
    let schema: String = read
        .query_one_raw(schema)
        .await
        .expect("PostgreSQL answers")
        .expect("a row")
        .try_get("", "it")
        .expect("a name");
    let server = std::env::var("JEM_TEST_POSTGRES").expect("JEM_TEST_POSTGRES");
    let and = if server.contains('?') { '&' } else { '?' };
    let settings = db::Settings {
        url: format!("{server}{and}options=-csearch_path%3D{schema}"),
        connections: 4,
    };
    App::new(Parts {
        db: Db::connect(&settings).await.expect("the same base"),
        clock: Clock::system(),
        mailer: house.app.mailer().clone(),
        files: house.app.files().clone(),
        library: search::Library::open(None, &[]).expect("shelves"),
        site: house.app.site().clone(),
        secret: vec![5; 32],
        limits: 1.0,
    })
}

#[test]
fn a_right_lost_at_one_replica_is_lost_at_the_others() {
    testing::run(async {
        let house = House::build(Engine::Postgres, Setup::default()).await;
        let other = replica(&house).await;
        let (here, there) = (
            open(&house).await,
            Site::around(other.clone(), Options::default()).await,
        );
        let lea = somebody(&house);
        let cookie = here.people.sign_in(lea.clone());
        assert_eq!(here.get("/owned", &[&cookie]).await.status, 200);
        assert_eq!(here.get("/owned", &[&cookie]).await.status, 200);
        assert_eq!(here.people.asked.load(Ordering::SeqCst), 1);
        let mut heard = house.app.db().signals().subscribe();
        here.people.change(lea.account, |lea| lea.cleared = false);
        tell(&other, &lea).await;
        let told = db::signals::Signal::new("viewer", lea.account);
        let news = async { while heard.recv().await.ok().as_ref() != Some(&told) {} };
        tokio::time::timeout(Duration::from_secs(10), news)
            .await
            .expect("the news arrives");
        assert_eq!(here.get("/owned", &[&cookie]).await.status, 403);
        drop(there);
    });
}

#[tokio::test]
async fn a_change_while_somebody_is_looked_up_is_not_lost() {
    let house = House::build(Engine::Sqlite, Setup::default()).await;
    let site = Arc::new(open(&house).await);
    let lea = somebody(&house);
    let cookie = site.people.sign_in(lea.clone());
    for round in 0..50 {
        let cleared = round % 2 == 0;
        let (asking, with) = (site.clone(), cookie.clone());
        let asked = tokio::spawn(async move { asking.get("/owned", &[&with]).await });
        site.people.change(lea.account, |lea| lea.cleared = cleared);
        tell(&house.app, &lea).await;
        let status = site.get("/owned", &[&cookie]).await.status;
        assert_eq!(status, if cleared { 200 } else { 403 }, "round {round}");
        asked.await.expect("an answer");
    }
}

#[tokio::test]
async fn a_page_says_what_opens_it() {
    let house = House::build(Engine::Sqlite, Setup::default()).await;
    let site = open(&house).await;
    let mut waiting = somebody(&house);
    waiting.cleared = false;
    let waiting = site.people.sign_in(waiting);
    let said = site.get("/owned", &[&waiting]).await;
    assert_eq!(said.status, 403);
    let page = said.text();
    assert!(
        page.contains("Not cleared yet") && page.contains("href=\"/clearance\""),
        "{page}"
    );
    assert!(!page.contains("href=\"/sign-in\""), "{page}");
    let page = site.get("/forbidden", &[]).await.text();
    for way in ["/sign-in", "/sign-up", "/", "/contact"] {
        assert!(page.contains(&format!("href=\"{way}\"")), "{way} in {page}");
    }
    assert!(page.contains("class=\"poster\""));
    let page = site.get("/nothing", &[]).await.text();
    for part in [
        "action=\"/find\"",
        "name=\"q\"",
        "href=\"/contact\"",
        "class=\"poster\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[tokio::test]
async fn a_visitor_signs_in_first_and_comes_back() {
    let house = House::build(Engine::Sqlite, Setup::default()).await;
    let site = open(&house).await;
    let said = site.get("/private?a=1&b=2", &[]).await;
    assert_eq!(
        (said.status, said.header("location").as_str()),
        (303, "/sign-in?next=%2Fprivate%3Fa%3D1%26b%3D2")
    );
    // What was posted cannot be asked for: back to the page with the form.
    let from = "Referer: http://example.test/notes?a=1";
    let said = site.post("/session/end", &[from], "x=1").await;
    assert_eq!(said.header("location"), "/sign-in?next=%2Fnotes%3Fa%3D1");
    for from in [
        "Referer: https://evil.test/notes",
        "Referer: http://example.test.evil.test/",
        "Referer: junk",
        "Accept: */*",
    ] {
        let said = site.post("/session/end", &[from], "x=1").await;
        assert_eq!(said.header("location"), "/sign-in", "{from}");
    }
    // The script goes there with the whole page.
    let part = [
        "HX-Request: true",
        "HX-Request-Type: partial",
        "HX-Current-URL: http://example.test/notes",
    ];
    let said = site.get("/private", &part).await;
    assert_eq!(
        (said.status, said.header("hx-redirect").as_str()),
        (403, "/sign-in?next=%2Fnotes")
    );
}

#[tokio::test]
async fn a_part_of_a_page_is_that_part_and_its_refusals_are_whole_pages() {
    let house = House::build(Engine::Sqlite, Setup::default()).await;
    let site = open(&house).await;
    let part = ["HX-Request: true", "HX-Request-Type: partial"];
    let said = site.get("/", &part).await;
    assert_eq!((said.status, said.text().as_str()), (200, "<p id=\"who\"></p>"));
    let restored = [part[0], part[1], "HX-History-Restore-Request: true"];
    for lines in [&restored[..], &part[..1], &[]] {
        assert!(site.get("/", lines).await.text().contains("<html"), "{lines:?}");
    }
    let said = site.get("/broken", &part).await;
    assert_eq!(
        (
            said.header("hx-retarget").as_str(),
            said.header("hx-reswap").as_str()
        ),
        ("body", "innerHTML")
    );
    assert_eq!(site.get("/broken", &[]).await.header("hx-retarget"), "");
}
