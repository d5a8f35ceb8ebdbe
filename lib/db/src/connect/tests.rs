#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod full_disk;

use std::{os::unix::fs::PermissionsExt, path::Path};

use futures::future::join_all;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, TransactionTrait, sea_query::Expr};

use crate::{
    Db, Engine, Settings, is_duplicate, is_passing,
    tests::{Base, count, noon, on_both_engines, put, thing, value},
};

#[tokio::test]
async fn sqlite_is_set_as_promised_on_the_writer_and_on_every_reader() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.ready().await;

    let tx = db.begin().await.unwrap();
    // Transactions hold their connections, so four of them see all four readers.
    let readers = join_all((0..4).map(|_| db.read().begin())).await;
    for (who, synchronous) in std::iter::once((&tx as &dyn Pragma, 2_i64)).chain(
        readers
            .iter()
            .map(|reader| (reader.as_ref().unwrap() as &dyn Pragma, 1)),
    ) {
        assert_eq!(who.number("synchronous").await, synchronous);
        assert_eq!(who.number("foreign_keys").await, 1);
        assert_eq!(who.number("busy_timeout").await, 5000);
        assert_eq!(who.text("journal_mode").await, "wal");
    }
}

#[async_trait::async_trait]
trait Pragma: Sync {
    async fn number(&self, name: &str) -> i64;
    async fn text(&self, name: &str) -> String;
}

#[async_trait::async_trait]
impl<C: ConnectionTrait + Sync> Pragma for C {
    async fn number(&self, name: &str) -> i64 {
        value(self, &format!("PRAGMA {name}")).await
    }
    async fn text(&self, name: &str) -> String {
        value(self, &format!("PRAGMA {name}")).await
    }
}

on_both_engines! {
    async fn fifty_writers_at_once_all_succeed_and_lose_no_update(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let clock = noon();
        let id = clock.key();
        let tx = db.begin().await.unwrap();
        put(&tx, id, clock.now()).await.unwrap();
        tx.commit().await.unwrap();

        let writers = (0..50).map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                let tx = db.begin().await?;
                let row = thing::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
                thing::Entity::update_many()
                    .col_expr(thing::Column::Count, Expr::value(row.unwrap().count + 1))
                    .exec(&tx)
                    .await?;
                tx.commit().await
            })
        });
        for written in join_all(writers).await {
            written.unwrap().unwrap();
        }

        assert_eq!(value::<i64>(db.read(), "SELECT count FROM thing").await, 50);
    }

    async fn readers_read_the_state_before_while_a_write_goes_on(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let tx = db.begin().await.unwrap();
        put(&tx, noon().key(), noon().now()).await.unwrap();

        assert_eq!(count(&db).await, 0);
        tx.commit().await.unwrap();

        assert_eq!(count(&db).await, 1);
    }

    async fn every_writer_may_read_beside_its_transaction(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let at_once = if engine == Engine::Postgres { 7 } else { 1 };
        let writers = join_all((0..at_once).map(|_| db.begin())).await;

        let read = join_all(writers.iter().map(|_| count(&db))).await;

        assert_eq!(read, vec![0; at_once]);
        assert!(writers.into_iter().all(|tx| tx.is_ok()));
    }

    async fn a_unique_index_refuses_the_second_row_and_says_so(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let id = noon().key();
        let tx = db.begin().await.unwrap();
        put(&tx, id, noon().now()).await.unwrap();

        let refused = put(&tx, id, noon().now()).await.unwrap_err();

        assert!(is_duplicate(&refused));
        assert!(!is_passing(&refused));
    }

    async fn a_row_without_its_parent_is_refused(engine) {
        use crate::schema::{Migration, Step, key, migrate, primary, table};
        let child = Migration {
            name: "test_1_child",
            steps: || {
                let mut child = table("child", vec![primary("id"), key("thing")]);
                let mut parent = sea_orm::sea_query::ForeignKey::create();
                child.foreign_key(parent.from("child", "thing").to("thing", "id"));
                vec![Step::from(&mut child)]
            },
        };
        let base = Base::new(engine).await;
        let db = base.ready().await;
        migrate(&db, &noon(), &[child]).await.unwrap();
        let tx = db.begin().await.unwrap();
        let orphan = sea_orm::sea_query::Query::insert()
            .into_table("child")
            .columns(["id", "thing"])
            .values_panic([noon().key().into(), noon().key().into()])
            .take();

        let refused = tx.execute(&orphan).await.unwrap_err();

        assert!(matches!(refused.sql_err(), Some(sea_orm::SqlErr::ForeignKeyConstraintViolation(_))));
    }

    async fn the_base_says_that_it_can_be_used(engine) {
        Base::new(engine).await.open().await.check().await.unwrap();
    }
}

#[tokio::test]
async fn a_full_base_is_read_on_refuses_writes_for_now_and_heals() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.ready().await;
    let clock = noon();
    let tx = db.begin().await.unwrap();
    put(&tx, clock.key(), clock.now()).await.unwrap();
    tx.execute_unprepared("PRAGMA max_page_count = 1").await.unwrap();
    tx.commit().await.unwrap();

    let refused = fill(&db).await.unwrap_err();
    assert!(is_passing(&refused), "{refused}");
    assert_eq!(count(&db).await, 1);
    db.check().await.unwrap();

    let tx = db.begin().await.unwrap();
    tx.execute_unprepared("PRAGMA max_page_count = 1000000")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    fill(&db).await.unwrap();
    // By a reader: the writer sees its own work even when it is not committed.
    assert_eq!(count(&db).await, 1001);
}

#[tokio::test]
async fn after_the_base_was_full_a_transaction_takes_nothing_more() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.ready().await;
    let clock = noon();
    let tx = db.begin().await.unwrap();
    tx.execute_unprepared("PRAGMA max_page_count = 1").await.unwrap();
    while put(&tx, clock.key(), clock.now()).await.is_ok() {}
    tx.execute_unprepared("PRAGMA max_page_count = 1000000")
        .await
        .unwrap_err();

    assert!(put(&tx, clock.key(), clock.now()).await.is_err());
    assert!(tx.commit().await.is_err());

    assert_eq!(count(&db).await, 0);
    fill(&db).await.unwrap();
    assert_eq!(count(&db).await, 1000);
}

async fn fill(db: &Db) -> Result<(), crate::Error> {
    let clock = noon();
    let tx = db.begin().await?;
    for _ in 0..1000 {
        put(&tx, clock.key(), clock.now()).await?;
    }
    tx.commit().await
}

#[tokio::test]
async fn who_waits_too_long_for_the_writer_is_told_that_it_will_pass() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.open().await;
    let _held = db.begin().await.unwrap();

    let refused = db.begin().await.map(drop).unwrap_err();

    assert!(is_passing(&refused), "{refused}");
}

#[test]
fn what_passes_is_told_from_what_does_not() {
    for code in [
        "5", "261", "6", "10", "778", "13", "14", "53100", "53300", "40001", "40P01", "57P01", "08006",
        "25006",
    ] {
        assert!(crate::passes(code), "{code}");
    }
    for code in [
        "1", "11", "19", "2067", "23505", "42P01", "25P02", "22001", "", "é",
    ] {
        assert!(!crate::passes(code), "{code}");
    }
}

#[tokio::test]
async fn a_path_is_taken_letter_by_letter() {
    let base = Base::new(Engine::Sqlite).await;
    let folder = base.folder().join("données de l’été #1 100%25");
    let url = format!("sqlite:{}", folder.join("ma base.sqlite").display());

    Db::connect(&Settings { url, connections: 1 })
        .await
        .unwrap()
        .check()
        .await
        .unwrap();

    assert!(folder.join("ma base.sqlite").exists());
}

#[tokio::test]
async fn only_whoever_runs_us_may_look_into_the_base() {
    let base = Base::new(Engine::Sqlite).await;
    let folder = base.folder().join("data");
    let url = format!("sqlite:{}", folder.join("base.sqlite").display());

    let db = Db::connect(&Settings { url, connections: 1 }).await.unwrap();

    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 3, "the base, its log and the index of that");
    assert!(files.iter().all(|file| mode(file) == 0o600), "{files:?}");
    db.close().await;
}

#[tokio::test]
async fn an_address_of_another_engine_is_refused() {
    let url = "mysql://localhost/base".to_owned();

    assert!(Db::connect(&Settings { url, connections: 1 }).await.is_err());
}

#[tokio::test]
async fn a_copy_is_complete_while_a_write_goes_on() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.ready().await;
    fill(&db).await.unwrap();
    let tx = db.begin().await.unwrap();
    put(&tx, noon().key(), noon().now()).await.unwrap();
    let copy = base.folder().join("copy.sqlite");

    db.copy_to(&copy).await.unwrap();

    let url = format!("sqlite:{}", copy.display());
    let copied = Db::connect(&Settings { url, connections: 1 }).await.unwrap();
    assert_eq!(count(&copied).await, 1000);
    assert_eq!(
        value::<String>(copied.read(), "PRAGMA integrity_check").await,
        "ok"
    );
}

#[tokio::test]
async fn a_postgres_base_is_not_copied_by_us() {
    let base = Base::new(Engine::Postgres).await;

    assert!(
        base.open()
            .await
            .copy_to(&base.folder().join("copy"))
            .await
            .is_err()
    );
}
