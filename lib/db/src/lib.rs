//! Storage for the whole house: one code path over SQLite and PostgreSQL.
//!
//! Promises:
//! - [`Db::begin`] gives a [`Tx`] that holds the write lock from its first statement (immediate on
//!   SQLite), so a read-then-write inside it cannot lose an update.
//! - What [`Tx::commit`] acknowledged is on disk (`synchronous=FULL`), and everything recorded in
//!   the [`journal`] within it is committed with it or not at all.
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
