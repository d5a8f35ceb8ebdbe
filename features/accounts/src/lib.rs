//! Who has an account: sign-up, confirmation, sign-in, sessions, recovery (R15-R18, R69-R72, R80).
//!
//! Promises:
//! - An account exists only once its address has answered a letter; nobody can take an address that
//!   is not theirs, or learn whether one has an account: answers and the time they take are alike.
//! - Only hashes are stored: argon2id of passwords, SHA-256 of session tokens and of links in letters.
//! - A session ends after 14 days unused, after 30 days in any case, at sign-out, when its owner ends
//!   it and when the password changes; the end is felt on the next request.
//!
//! Words it owns: account, session, recovery. Not here: names and profiles (`profiles`), what an
//! account may do (`certification::rights`).

pub mod events;
pub mod paths;

mod entrance;
mod keys;
mod letters;
mod pages;
mod password;
mod reactions;
mod rules;
#[cfg(test)]
mod samples;
mod schema;
mod store;
#[cfg(test)]
mod tests;
mod words;

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
}

/// This room's pages.
pub fn routes() -> Routes {
    use pages::{confirm, recovery, settings, sign_in, sign_out, sign_up};
    use web::{ANYONE, MEMBER};

    Routes::new()
        .get(paths::SIGN_UP, ANYONE, sign_up::choose)
        .get(paths::SIGN_UP_FREELANCE, ANYONE, sign_up::freelance)
        .post(paths::SIGN_UP_FREELANCE, ANYONE, sign_up::join_as_freelance)
        .get(paths::SIGN_UP_COMPANY, ANYONE, sign_up::company)
        .post(paths::SIGN_UP_COMPANY, ANYONE, sign_up::join_as_company)
        .get(paths::SIGN_UP_SENT, ANYONE, sign_up::sent)
        .get("/confirm/{token}", ANYONE, confirm::show)
        .post("/confirm/{token}", ANYONE, confirm::open)
        .get(paths::SIGN_IN, ANYONE, sign_in::show)
        .post(paths::SIGN_IN, ANYONE, sign_in::enter)
        .post(paths::SIGN_OUT, ANYONE, sign_out::leave)
        .get(paths::RECOVERY, ANYONE, recovery::show)
        .post(paths::RECOVERY, ANYONE, recovery::ask)
        .get(paths::RECOVERY_SENT, ANYONE, recovery::sent)
        .get("/recovery/{token}", ANYONE, recovery::choose)
        .post("/recovery/{token}", ANYONE, recovery::save)
        .get_own(paths::SETTINGS, MEMBER, settings::show)
        .post_own(paths::SETTINGS_DISPLAY, MEMBER, settings::display)
        .get_own(paths::SETTINGS_PASSWORD, MEMBER, settings::password::show)
        .post_own(paths::SETTINGS_PASSWORD, MEMBER, settings::password::change)
        .get_own(paths::SETTINGS_EMAIL, MEMBER, settings::email::show)
        .post_own(paths::SETTINGS_EMAIL, MEMBER, settings::email::ask)
        .get("/settings/email/{token}", ANYONE, settings::email::confirm)
        .post("/settings/email/{token}", ANYONE, settings::email::change)
        .get_own(paths::SETTINGS_SESSIONS, MEMBER, settings::sessions::show)
        .post_own(paths::OTHER_SESSIONS, MEMBER, settings::sessions::end_others)
        .post_own("/settings/sessions/{id}", MEMBER, settings::sessions::end)
}

/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}

/// What this room does on its own events (letters).
pub fn reactions() -> Vec<Reaction> {
    reactions::reactions()
}

/// The session whose token has this hash, if it stands: not ended, not expired, address confirmed.
/// Notes, at most every ten minutes, that it was used.
///
/// # Errors
/// When the base cannot be read. That the note could not be written is only logged.
pub async fn session(app: &App, hash: &str) -> anyhow::Result<Option<Session>> {
    let now = app.now();
    let Some((session, account)) = store::standing(app.db().read(), hash, now).await? else {
        return Ok(None);
    };
    if session.seen_at < now - rules::NOTE_EVERY
        && let Err(error) = note_use(app, session.id).await
    {
        tracing::warn!(%error, "could not note that a session was used");
    }
    Ok(Some(Session {
        id: session.id,
        account: account.id,
        role: account.role,
        lang: account.lang,
        email: account.email,
    }))
}

async fn note_use(app: &App, session: Uuid) -> Result<(), db::Error> {
    let tx = app.begin().await?;
    store::note_use(&tx, session, app.now()).await?;
    tx.commit().await
}

/// How this account is reached; `None` when it is gone or its address was never confirmed.
///
/// # Errors
/// What the engine says.
pub async fn contact(db: &impl ConnectionTrait, account: Uuid) -> Result<Option<Contact>, db::Error> {
    let account = store::account(db, account).await?;
    Ok(account
        .filter(|account| account.password.is_some())
        .map(|account| Contact {
            email: account.email,
            lang: account.lang,
        }))
}

/// Makes a confirmed account with this password, for demos and tests. The password is not held to
/// the rules of sign-up.
///
/// # Errors
/// When the address has an account already, or what the engine says.
pub async fn plant(
    app: &App,
    tx: &Tx,
    id: Uuid,
    role: Role,
    email: &str,
    password: &str,
) -> anyhow::Result<()> {
    let account = store::Account {
        id,
        email: email.to_lowercase(),
        password: Some(password::hash_for_demo(password).await?),
        role,
        lang: Lang::Fr,
    };
    let fresh = store::open_account(tx, &account, app.now()).await?;
    anyhow::ensure!(fresh, "{email} has an account already");
    Ok(())
}

/// Forgets what time has made useless: expired links and sign-ups, sessions that ended long ago.
/// To be called every hour or so.
///
/// # Errors
/// What the engine says.
pub async fn sweep(app: &App) -> Result<(), db::Error> {
    let tx = app.begin().await?;
    store::sweep(&tx, app.now()).await?;
    tx.commit().await
}

/// Invites a member of staff: makes the account and posts a letter with a link to choose a password.
/// Asked again before a password was chosen, it posts a new link; afterwards it does nothing.
///
/// # Errors
/// When the address is not one, or belongs to an account of another role; or what the engine says.
pub async fn invite_staff(app: &App, tx: &Tx, email: &str) -> anyhow::Result<Uuid> {
    keys::invite(app, tx, email).await
}
