//! Opening the base: one writer and a few readers on SQLite, one pool on PostgreSQL.

mod open;

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, OnceLock},
};

use anyhow::Context;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, SqliteTransactionMode,
    TransactionOptions, TransactionTrait, sqlx::sqlite::SqliteSynchronous,
};

use open::{engine_of, open, open_file, prepare_file};

use crate::{Tx, signals::Signals};

/// Which engine is behind the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// PostgreSQL 15 or later, or what speaks its protocol.
    Postgres,
}

/// Where the base is and how many may use it at once.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `sqlite:path/to/file` or `postgres://user:password@host/base`.
    pub url: String,
    /// Connections for reading. SQLite has one more to write; PostgreSQL as many more, and at least 8
    /// of each.
    pub connections: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            url: "sqlite:data/base.sqlite".to_owned(),
            connections: 4,
        }
    }
}

/// The base. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
    engine: Engine,
    signals: Signals,
    reactions: Arc<OnceLock<HashMap<&'static str, Vec<&'static str>>>>,
}

impl Db {
    /// Opens the base; on SQLite the file and its folder are made when missing.
    ///
    /// # Errors
    /// When the address is not understood or the engine does not answer.
    pub async fn connect(settings: &Settings) -> anyhow::Result<Db> {
        let engine = engine_of(&settings.url)?;
        let (write, read) = match engine {
            Engine::Sqlite => {
                let file = prepare_file(&settings.url)?;
                let write = open_file(&file, 1, SqliteSynchronous::Full).await?;
                let readers = settings.connections.max(1);
                (write, open_file(&file, readers, SqliteSynchronous::Normal).await?)
            }
            Engine::Postgres => {
                // Two pools: whoever holds a transaction and reads beside it must not wait for
                // others who do the same.
                let most = settings.connections.max(8);
                let write = open(ConnectOptions::new(&settings.url), most).await?;
                (write, open(ConnectOptions::new(&settings.url), most).await?)
            }
        };
        let signals = match engine {
            Engine::Sqlite => Signals::local(),
            Engine::Postgres => Signals::listening(&write).await.context("listen for signals")?,
        };
        Ok(Db {
            write,
            read,
            engine,
            signals,
            reactions: Arc::default(),
        })
    }

    /// Which engine this base runs on.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// For reading outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Begins a write. On SQLite it takes the single write connection at once: never wait inside
    /// it for the network, a mailer, or another [`Db::begin`].
    ///
    /// # Errors
    /// When no connection comes free within five seconds, or the engine refuses.
    pub async fn begin(&self) -> Result<Tx, crate::Error> {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let inner = self.write.begin_with_options(immediate).await?;
        Ok(Tx::new(inner, self.clone()))
    }

    /// News from every process on this base; see [`crate::signals`].
    pub fn signals(&self) -> &Signals {
        &self.signals
    }

    /// Tells the journal which reactions follow each kind of event, once, before the first event.
    /// A second call changes nothing.
    pub fn subscribe(&self, reactions: HashMap<&'static str, Vec<&'static str>>) {
        let _ = self.reactions.set(reactions);
    }

    pub(crate) fn reactions_to(&self, event: &str) -> &[&'static str] {
        self.reactions
            .get()
            .and_then(|all| all.get(event))
            .map_or(&[], Vec::as_slice)
    }

    /// Answers when the base can be read and written.
    ///
    /// # Errors
    /// What the engine says when it cannot.
    pub async fn check(&self) -> Result<(), crate::Error> {
        self.read.execute_unprepared("SELECT 1").await?;
        self.begin().await?.rollback().await
    }

    /// Closes all connections, after those in use are given back.
    pub async fn close(&self) {
        let _ = self.write.close_by_ref().await;
        let _ = self.read.close_by_ref().await;
    }

    /// Writes a copy of an SQLite base into `file`, consistent and complete, while others go on.
    ///
    /// # Errors
    /// On PostgreSQL, which has its own tools for this, and when the file cannot be written.
    pub async fn copy_to(&self, file: &Path) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.engine == Engine::Sqlite,
            "use pg_dump to back up a PostgreSQL base"
        );
        let name = file.to_str().context("the file's name is not text")?;
        let statement =
            sea_orm::Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO $1", [name.into()]);
        self.read.execute_raw(statement).await.context("copy the base")?;
        Ok(())
    }
}
