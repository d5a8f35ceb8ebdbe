//! Storage for the whole house: one code path over SQLite and PostgreSQL.
//!
//! Promises:
//! - [`Db::begin`] gives a [`Tx`]. On SQLite it holds the write lock from the start (immediate), so
//!   nobody writes between its reads and its writes. On PostgreSQL others do: a row that is read to
//!   be changed is read with `lock_exclusive()` (ignored by SQLite), or changed by one conditional
//!   update.
//! - What [`Tx::commit`] acknowledged is on disk (`synchronous=FULL`), and everything recorded in
//!   the [`journal`] within it is committed with it or not at all.
//! - Every [`Event`](journal::Event) reaches every [`Follower`](journal::Follower), whatever the order
//!   of commits and the clocks of the processes.
//! - [`jobs`] run at least once, are retried with growing pauses, and are kept when given up.
//! - [`signals`] reach every process on the same database after the commit that sent them.
//!
//! Not here: tables of features. Each feature hands in its [`schema::Migration`]s.

mod clock;
mod connect;
mod ids;
pub mod jobs;
pub mod journal;
mod keyset;
pub mod schema;
pub mod signals;
mod tx;

#[cfg(test)]
mod tests;

pub use clock::{Clock, Timestamp};
pub use connect::{Db, Engine, Settings};
pub use ids::Key;
pub use keyset::{Cursor, Slice};
pub use tx::Tx;

pub use sea_orm;
pub use sea_orm::DbErr as Error;

/// Whether `error` says that a unique index refused a row. Rules that must survive races are
/// backed by a unique index, and this turns its violation into the rule's own refusal.
pub fn is_duplicate(error: &Error) -> bool {
    matches!(
        error.sql_err(),
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_))
    )
}

/// Whether `error` says that this transaction lost to another that ran at the same time: PostgreSQL
/// ends one of two that wait for each other, or that cannot both have been first. SQLite, where one
/// writer comes after the other, never says so.
pub fn is_conflict(error: &Error) -> bool {
    let code = cause(error).and_then(|cause| cause.as_database_error()?.code());
    code.is_some_and(|code| ["40001", "40P01"].contains(&code.as_ref()))
}

/// What the engine or the way to it said.
fn cause(error: &Error) -> Option<&sea_orm::sqlx::Error> {
    use sea_orm::RuntimeErr::SqlxError;
    match error {
        Error::Conn(SqlxError(cause)) | Error::Exec(SqlxError(cause)) | Error::Query(SqlxError(cause)) => {
            Some(cause)
        }
        _ => None,
    }
}

/// Whether `error` passes by itself: the base is busy, full or away for now. Whoever asked may be
/// told to try again.
pub fn is_passing(error: &Error) -> bool {
    use sea_orm::sqlx;
    let Some(cause) = cause(error) else {
        return matches!(error, Error::ConnectionAcquire(_));
    };
    match cause {
        sqlx::Error::Database(said) => said.code().is_some_and(|code| passes(&code)),
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => true,
        _ => false,
    }
}

/// SQLite says numbers whose low byte is the kind of error, PostgreSQL five characters of which two
/// are the class.
fn passes(code: &str) -> bool {
    const BUSY: u32 = 5;
    const LOCKED: u32 = 6;
    /// Also what a full disk or quota is called when it is met elsewhere than in a page.
    const IO: u32 = 10;
    const FULL: u32 = 13;
    const CANNOT_OPEN: u32 = 14;
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => [BUSY, LOCKED, IO, FULL, CANNOT_OPEN].contains(&(number & 0xff)),
        // Connection lost, deadlock or serialisation, out of disk or connections, lock not had, shutting
        // down, input or output failed; 25006 is a server that became a stand-by.
        _ => {
            code == "25006"
                || ["08", "40", "53", "55", "57", "58"].contains(&code.get(..2).unwrap_or_default())
        }
    }
}
