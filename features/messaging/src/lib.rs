//! Conversations: one per candidacy, unread counts, live arrival, archive and vanishing
//! (R46, R48, R66-R68, A4, A15, A16; I7, I8).

pub mod events;
pub mod paths;

use std::sync::Arc;

use app::{App, Reaction};
use async_trait::async_trait;
use db::{Tx, schema::Migration};
use profiles::{CompanyId, FreelanceId};
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::{Html, Page, Problem, Routes};

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

/// The slot beside a conversation, where the pair decides (R104).
#[async_trait]
pub trait Beside: Send + Sync {
    /// What stands beside `thread` for the member who looks.
    async fn beside(&self, page: &Page, thread: &Thread) -> Result<Html, Problem>;
}

/// This room's pages around the slot.
pub fn routes(_beside: Arc<dyn Beside>) -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
/// What this room does on events.
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}

/// Opens a conversation within `tx`.
pub async fn open(_app: &App, _tx: &Tx, _opening: Opening) -> Result<(), db::Error> {
    todo!()
}
/// Lets both sides write freely: the interest was accepted (A4).
pub async fn free(_app: &App, _tx: &Tx, _id: ConversationId) -> Result<(), db::Error> {
    todo!()
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
pub async fn note(
    _app: &App,
    _tx: &Tx,
    _id: ConversationId,
    _author: Uuid,
    _milestone: Milestone,
) -> Result<(), db::Error> {
    todo!()
}
/// Archives it for both: readable, not writable (R66, A15).
pub async fn archive(_app: &App, _tx: &Tx, _id: ConversationId) -> Result<(), db::Error> {
    todo!()
}
/// Makes it vanish for both: lists, counts and address alike (R67, R68, A16, I8). Bodies stay hidden.
pub async fn vanish(_app: &App, _tx: &Tx, _id: ConversationId) -> Result<(), db::Error> {
    todo!()
}
/// How many conversations hold something this account has not read.
pub async fn unread(_db: &impl ConnectionTrait, _account: Uuid) -> Result<u64, db::Error> {
    todo!()
}
/// The last words said in a conversation and by whom, for boards; `None` when nothing was said.
pub async fn last_words(
    _db: &impl ConnectionTrait,
    _ids: &[ConversationId],
) -> Result<std::collections::HashMap<ConversationId, (Uuid, String)>, db::Error> {
    todo!()
}
/// Writes a message as `author`, for demos and tests: the rules of A4 hold here too.
pub async fn plant_message(
    _app: &App,
    _tx: &Tx,
    _id: ConversationId,
    _author: Uuid,
    _text: &str,
) -> anyhow::Result<()> {
    todo!()
}
