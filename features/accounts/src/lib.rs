//! Who has an account: sign-up, confirmation, sign-in, sessions, recovery (R15-R18, R69-R72, R80).

pub mod paths;

use app::{App, Reaction};
use db::{Tx, schema::Migration};
use i18n::Lang;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::{Role, Routes};

/// A session that still stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The session's key.
    pub id: Uuid,
    /// The account it belongs to.
    pub account: Uuid,
    /// Its role.
    pub role: Role,
    /// The language it chose.
    pub lang: Lang,
    /// Its e-mail address.
    pub email: String,
}

/// How an account is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Its e-mail address.
    pub email: String,
    /// The language it chose.
    pub lang: Lang,
    /// Its role.
    pub role: Role,
}

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
/// What this room does on its own events (letters).
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}

/// The session whose token has this hash, if it stands: not ended, not expired, address confirmed.
pub async fn session(_app: &App, _hash: &str) -> anyhow::Result<Option<Session>> {
    todo!()
}
/// How this account is reached; `None` when it is gone or its address was never confirmed.
pub async fn contact(_db: &impl ConnectionTrait, _account: Uuid) -> Result<Option<Contact>, db::Error> {
    todo!()
}
/// Invites a member of staff: makes the account and posts a letter with a link to choose a password.
pub async fn invite_staff(_app: &App, _tx: &Tx, _email: &str) -> anyhow::Result<Uuid> {
    todo!()
}
/// Makes a confirmed account with this password, for demos and tests.
pub async fn plant(
    _app: &App,
    _tx: &Tx,
    _id: Uuid,
    _role: Role,
    _email: &str,
    _password: &str,
) -> anyhow::Result<()> {
    todo!()
}
