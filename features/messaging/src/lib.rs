//! Conversations: one per candidacy, unread counts, live arrival, archive and vanishing
//! (R46-R48, R66-R68, A4, A15, A16; I7, I8, I13).
//!
//! Promises:
//! - Who may write when is decided by [`rules`] and holds where two race.
//! - What has vanished, and what belongs to others, is not found: by page, message, live, list, count.
//! - Looking changes nothing; what was read is said by a form, which script sends by itself.
//! - News of a conversation carries no content: each open page fetches what its own reader may see.
//!
//! Words owned: conversation, message, the lines between messages. Not here: the steps of the
//! selection (selection fills [`Beside`]), bells and letters (notifications), files.

pub mod events;
pub mod paths;

mod pages;
mod people;
mod rules;
#[cfg(test)]
mod samples;
mod schema;
mod store;
mod talk;
#[cfg(test)]
mod tests;
mod words;

use std::{collections::HashMap, sync::Arc};

use app::App;
use async_trait::async_trait;
use db::{Tx, schema::Migration};
use profiles::{CompanyId, FreelanceId};
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::{Html, Page, Problem, Response, Routes};

db::id!(
    /// A conversation. The same UUID as the candidacy it belongs to.
    ConversationId
);

/// A conversation about to be born with an interest (A4).
#[derive(Clone, Debug)]
pub struct Opening {
    /// Its key: the candidacy's.
    pub id: ConversationId,
    /// What it is about: the mission's title.
    pub subject: String,
    /// The mission's key, for links.
    pub mission: Uuid,
    /// The one side.
    pub freelance: FreelanceId,
    /// The other.
    pub company: CompanyId,
    /// Who opened: may write one message until the other answers or accepts.
    pub opener: Uuid,
    /// The first words, if any: counts as the opener's one message.
    pub message: Option<String>,
}

/// A conversation as a slot sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Which.
    pub id: ConversationId,
    /// The mission's key.
    pub mission: Uuid,
    /// What it is about.
    pub subject: String,
    /// The one side.
    pub freelance: FreelanceId,
    /// The other.
    pub company: CompanyId,
    /// Whether it is archived: readable, not writable.
    pub archived: bool,
}

/// How far the pair of a conversation has come.
pub struct Steps {
    /// Whether the member who looks has to answer.
    pub due: bool,
    /// Where it stands, as a badge; empty when there is nothing to say.
    pub label: Html,
    /// What each side has done and may do.
    pub panel: Html,
}

/// The slot beside a conversation, where the pair decides (R104).
#[async_trait]
pub trait Beside: Send + Sync {
    /// What stands beside `thread` for the member who looks.
    async fn beside(&self, page: &Page, thread: &Thread) -> Result<Steps, Problem>;
}

/// This room's pages around the slot.
pub fn routes(beside: Arc<dyn Beside>) -> Routes {
    use certification::rights::CERTIFIED_SIDE;
    use pages::{list, live, message, reading, thread};

    let written_beside = beside.clone();
    Routes::new()
        .get_own(paths::MESSAGES, CERTIFIED_SIDE, list::show)
        .get_own("/messages/{id}", CERTIFIED_SIDE, move |page, who, id, place| {
            thread::show(page, who, id, place, beside.clone())
        })
        .post_own("/messages/{id}", CERTIFIED_SIDE, move |page, who, id, form| {
            message::create(page, who, id, form, written_beside.clone())
        })
        .post_own("/messages/{id}/reading", CERTIFIED_SIDE, reading::create)
        .get_own("/messages/{id}/live", CERTIFIED_SIDE, live::listen)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}

/// Opens a conversation within `tx`.
///
/// # Errors
/// What the engine says; a duplicate when there is one already.
pub async fn open(app: &App, tx: &Tx, opening: Opening) -> Result<(), db::Error> {
    talk::open(app, tx, opening).await
}
/// Lets both sides write freely: the interest was accepted (A4).
///
/// # Errors
/// What the engine says; not found when there is no such conversation.
pub async fn free(app: &App, tx: &Tx, id: ConversationId) -> Result<(), db::Error> {
    talk::free(app, tx, id).await
}
/// The conversation's page again, since the rules refused one of the steps beside it: `sentence` stands
/// at its head (409). `None` where it has vanished, or is not this viewer's.
///
/// # Errors
/// What the engine says.
pub async fn refused(
    page: &Page,
    beside: &dyn Beside,
    id: ConversationId,
    sentence: &'static str,
) -> Result<Option<Response>, Problem> {
    pages::thread::refused(page, beside, id, sentence).await
}
/// What happened between two messages, shown as a line in the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Milestone {
    /// The interest was accepted.
    Accepted,
    /// The freelance applied (« Je postule »).
    Applied,
    /// The company chose (« Choisir ce candidat »).
    Chosen,
    /// Both validated.
    Concluded,
}

/// Notes a milestone by `author` in the thread.
///
/// # Errors
/// What the engine says; not found when there is no such conversation.
pub async fn note(
    app: &App,
    tx: &Tx,
    id: ConversationId,
    author: Uuid,
    milestone: Milestone,
) -> Result<(), db::Error> {
    talk::milestone(app, tx, id, author, milestone).await
}
/// Changes what conversations are about.
///
/// # Errors
/// What the engine says.
pub async fn rename(tx: &Tx, ids: &[ConversationId], subject: &str) -> Result<(), db::Error> {
    store::rename(tx, ids, subject).await
}
/// Archives it for both: readable, not writable (R66, A15).
///
/// # Errors
/// What the engine says; not found when there is no such conversation.
pub async fn archive(app: &App, tx: &Tx, id: ConversationId) -> Result<(), db::Error> {
    talk::archive(app, tx, id).await
}
/// Makes it vanish for both: lists, counts and address alike (R67, R68, A16, I8). Bodies stay hidden.
///
/// # Errors
/// What the engine says; not found when there is no such conversation.
pub async fn vanish(app: &App, tx: &Tx, id: ConversationId) -> Result<(), db::Error> {
    talk::vanish(app, tx, id).await
}
/// How many conversations hold a message this account has not read.
///
/// # Errors
/// What the engine says.
pub async fn unread(db: &impl ConnectionTrait, account: Uuid) -> Result<u64, db::Error> {
    store::unread(db, account).await
}
/// The last words said in each conversation and by whom, for boards; those where nothing was said
/// or that have vanished are absent.
///
/// # Errors
/// What the engine says.
pub async fn last_words(
    db: &impl ConnectionTrait,
    ids: &[ConversationId],
) -> Result<HashMap<ConversationId, (Uuid, String)>, db::Error> {
    store::last_words(db, ids).await
}
/// Writes a message as `author`, for demos and tests: the rules of A4 hold here too.
///
/// # Errors
/// When the author takes no part, the rules refuse, or the base fails.
pub async fn plant_message(
    app: &App,
    tx: &Tx,
    id: ConversationId,
    author: Uuid,
    text: &str,
) -> anyhow::Result<()> {
    talk::plant(app, tx, id, author, text).await
}
