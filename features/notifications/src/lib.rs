//! Who hears what: the bell and the letters of the table in `docs/spec/selection.md` (R73, R109).
//!
//! Promises:
//! - Every event writes its notices and posts its letters in one transaction, once, also after a
//!   crash and a retry (I9).
//! - A notice keeps who and what, never a sentence: it is worded when it is read, in the reader's
//!   language, with names only a cleared member may read.
//! - Nothing here leads to a conversation that has vanished (I8).
//!
//! Messages ring the bell, one line for each conversation; they send no letter yet. Not here: the
//! letters about registration (certification), the unread marks of conversations (messaging).

mod kinds;
mod letters;
mod links;
mod pages;
pub mod paths;
mod reactions;
#[cfg(test)]
mod samples;
mod schema;
mod store;
mod timers;
mod words;

use app::{Job, Reaction};
use db::schema::Migration;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::Routes;

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new()
        .get_own(paths::NOTIFICATIONS, web::MEMBER, pages::list::show)
        .post_own(paths::READING, web::MEMBER, pages::list::mark_read)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
/// What this room does on events: rings bells, posts letters.
pub fn reactions() -> Vec<Reaction> {
    reactions::reactions()
}
/// What this room does when a time has come: reminds whoever is chosen and has not answered (N5).
pub fn jobs() -> Vec<Job> {
    timers::jobs()
}
/// How many notifications this account has not read.
///
/// # Errors
/// What the engine says.
pub async fn unread(db: &impl ConnectionTrait, account: Uuid) -> Result<u64, db::Error> {
    store::unread(db, account).await
}
