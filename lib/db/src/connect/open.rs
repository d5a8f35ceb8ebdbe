//! Connections as they must be on each engine.

use std::{
    fs::{DirBuilder, OpenOptions},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::{
        Connection,
        sqlite::{SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::Engine;

/// How long a request waits for a connection before it is told that the base is busy.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) fn engine_of(url: &str) -> anyhow::Result<Engine> {
    match url.split(':').next() {
        Some("sqlite") => Ok(Engine::Sqlite),
        Some("postgres" | "postgresql") => Ok(Engine::Postgres),
        _ => anyhow::bail!("database.url must begin with sqlite: or postgres://"),
    }
}

/// Makes the file where there is none, nobody else's: SQLite gives what it puts beside it the same mode.
pub(super) fn prepare_file(url: &str) -> anyhow::Result<PathBuf> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = PathBuf::from(path.split('?').next().unwrap_or(path));
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.with_context(|| format!("make the folder {}", folder.display()))?;
    }
    let made = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(&path);
    made.with_context(|| format!("make the file {}", path.display()))?;
    Ok(path)
}

/// `synchronous` matters to the writer alone: what it acknowledged must survive a power cut.
pub(super) async fn open_file(
    file: &Path,
    connections: u32,
    synchronous: SqliteSynchronous,
) -> anyhow::Result<DatabaseConnection> {
    let mut options = ConnectOptions::new("sqlite://base");
    // Never closed: the last one to close takes the shared index of the WAL with it, and on a full
    // disk nobody could make it again, not even to read.
    options.max_lifetime(None).idle_timeout(None);
    let file = file.to_owned();
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .busy_timeout(PATIENCE)
            .foreign_keys(true)
            .pragma("mmap_size", "268435456")
            .statement_cache_capacity(256)
    });
    // When a disk is full SQLite gives a transaction up by itself. The rollback after it finds none
    // and sqlx takes it for still open: all that follows would be written into a transaction that
    // nobody commits. So a connection is thrown away unless it came back from its transaction.
    options.map_sqlx_sqlite_pool_opts(|pool| {
        pool.after_release(|connection, _| {
            Box::pin(async move {
                // Waits for a rollback that was begun by a drop.
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
    });
    open(options, connections).await
}

pub(super) async fn open(
    mut options: ConnectOptions,
    connections: u32,
) -> anyhow::Result<DatabaseConnection> {
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .sqlx_logging(false);
    Database::connect(options)
        .await
        .context("cannot open the database that database.url names")
}
