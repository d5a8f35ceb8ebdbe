//! What the tests of this crate share: a base on either engine, a table, and patience.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use sea_orm::{ActiveValue::Set, ConnectionTrait, DbBackend, EntityTrait, Statement};
use uuid::Uuid;

use crate::{
    Clock, Db, Engine, Settings, Timestamp,
    schema::{self, Migration, Step},
};

/// Declares tests that run on SQLite and on PostgreSQL. (`testing` does the same for other crates; here it
/// would see another copy of this one.)
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($engine:ident) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;
            async fn story($engine: crate::Engine) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story(crate::Engine::Sqlite).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                story(crate::Engine::Postgres).await;
            }
        }
    )*};
}
pub(crate) use on_both_engines;

/// A base of its own: a file, or a schema on the server at `JEM_TEST_POSTGRES`.
pub(crate) struct Base {
    url: String,
    folder: tempfile::TempDir,
}

impl Base {
    pub(crate) async fn new(engine: Engine) -> Base {
        let folder = tempfile::tempdir().unwrap();
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("base.sqlite").display()),
            Engine::Postgres => {
                let name = format!("t{}", Clock::system().key().simple());
                admin(&format!("CREATE SCHEMA {name}")).await;
                let server = server();
                let and = if server.contains('?') { '&' } else { '?' };
                // The name lets a test cut the connections of this base and of no other.
                format!("{server}{and}application_name={name}&options=-csearch_path%3D{name}")
            }
        };
        Base { url, folder }
    }

    /// One more process on this base.
    pub(crate) async fn open(&self) -> Db {
        let url = self.url.clone();
        Db::connect(&Settings { url, connections: 4 }).await.unwrap()
    }

    /// A process on this base with this crate's tables and `thing`.
    pub(crate) async fn ready(&self) -> Db {
        let db = self.open().await;
        schema::migrate(&db, &noon(), &[things()]).await.unwrap();
        db
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Cuts every connection of this PostgreSQL base from the server's side.
    pub(crate) async fn cut(&self) {
        let name = self.url.split("application_name=").nth(1).unwrap();
        let name = name.split('&').next().unwrap();
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name";
        admin(&format!("{cut} = '{name}'")).await;
    }
}

fn server() -> String {
    std::env::var("JEM_TEST_POSTGRES").expect("JEM_TEST_POSTGRES is not set: run `cargo xtask test`")
}

async fn admin(sql: &str) {
    let mut options = sea_orm::ConnectOptions::new(server());
    options.max_connections(1).sqlx_logging(false);
    let connection = sea_orm::Database::connect(options).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

/// 9 June 2026, noon, until moved.
pub(crate) fn noon() -> Clock {
    Clock::fixed("2026-06-09T12:00:00Z".parse::<Timestamp>().unwrap())
}

/// Waits until `condition` holds; fails after half a minute, which a busy machine does not need.
pub(crate) async fn until(what: &str, mut condition: impl AsyncFnMut() -> bool) {
    let patience = tokio::time::timeout(Duration::from_secs(30), async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    assert!(patience.await.is_ok(), "never: {what}");
}

/// The one value of a query in SQL both engines know, or one of them where a test is about that one.
pub(crate) async fn value<T: sea_orm::TryGetable>(db: &impl ConnectionTrait, sql: &str) -> T {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// A table to try things on.
pub(crate) mod thing {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "thing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: Option<String>,
        pub count: i64,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) fn things() -> Migration {
    Migration {
        name: "test_1_thing",
        steps: || {
            let columns = vec![
                schema::primary("id"),
                schema::optional(schema::text("name")).unique_key().take(),
                schema::number("count"),
                schema::moment("at"),
            ];
            vec![Step::from(&mut schema::table("thing", columns))]
        },
    }
}

/// Puts a thing in.
pub(crate) async fn put(db: &impl ConnectionTrait, id: Uuid, at: Timestamp) -> Result<(), crate::Error> {
    let row = thing::ActiveModel {
        id: Set(id),
        name: Set(None),
        count: Set(0),
        at: Set(at),
    };
    thing::Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map(drop)
}

/// How many things there are.
pub(crate) async fn count(db: &Db) -> i64 {
    value(db.read(), "SELECT count(*) FROM thing").await
}

#[tokio::test]
async fn sqlite_is_not_older_than_the_version_that_mended_the_wal() {
    let base = Base::new(Engine::Sqlite).await;
    let version: String = value(base.open().await.read(), "SELECT sqlite_version()").await;

    let numbers: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(
        numbers >= vec![3, 51, 3],
        "{version} may corrupt a base: see the list of versions"
    );
    assert_eq!(base.open().await.read().get_database_backend(), DbBackend::Sqlite);
}
