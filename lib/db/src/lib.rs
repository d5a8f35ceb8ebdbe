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

/// Whether `error` passes by itself: the base is busy, full or away for now. Whoever asked may be
/// told to try again.
pub fn is_passing(error: &Error) -> bool {
    use sea_orm::{RuntimeErr, sqlx};
    let (Error::Conn(RuntimeErr::SqlxError(cause))
    | Error::Exec(RuntimeErr::SqlxError(cause))
    | Error::Query(RuntimeErr::SqlxError(cause))) = error
    else {
        return matches!(error, Error::ConnectionAcquire(_));
    };
    match cause.as_ref() {
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
