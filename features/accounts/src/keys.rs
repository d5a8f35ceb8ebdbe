//! What opens an account: how its password and its address are changed, and how a member of staff
//! gets the first ones.

use anyhow::ensure;
use app::{App, Token};
use certification::rights::STAFF;
use db::Tx;
use i18n::Lang;
use mail::Recipient;
use uuid::Uuid;
use web::Faults;

use crate::{
    events,
    letters::{self, Kind},
    paths, rules,
    store::{self, Account, Link, Which},
};

/// Gives an account a new password. The sessions chosen end, and no letter sent before opens
/// anything more. With a first password the account is opened; of another one its owner is told.
pub(crate) async fn change_password(
    app: &App,
    tx: &Tx,
    account: &Account,
    hash: &str,
    ending: Which,
) -> Result<(), db::Error> {
    let id = account.id;
    store::set_password(tx, id, hash).await?;
    store::drop_links(tx, id).await?;
    store::end_sessions(tx, id, ending, app.now()).await?;
    web::viewer::changed(tx, id);
    if account.password.is_some() {
        return app.record(tx, &events::PasswordChanged { account: id }).await;
    }
    let role = account.role.0.to_owned();
    app.record(tx, &events::Opened { account: id, role }).await
}

/// Gives an account a new address, which has been proven, and tells the old one (R70).
///
/// # Errors
/// A duplicate when the new address has an account; then the transaction is lost.
pub(crate) async fn change_email(app: &App, tx: &Tx, account: Account, email: &str) -> anyhow::Result<()> {
    store::set_email(tx, account.id, email).await?;
    store::drop_links(tx, account.id).await?;
    web::viewer::changed(tx, account.id);
    let id = account.id;
    app.record(tx, &events::EmailChanged { account: id }).await?;
    let letter = letters::lasting(app, account.lang, Kind::EmailChanged, paths::CONTACT);
    let once = format!("email-changed {}", app.clock().key());
    app.post_to(tx, to(&account), &once, letter).await
}

/// What the link with this token opens, once: the account, held, and its new address if that is what
/// it is about.
pub(crate) async fn take_up(
    app: &App,
    tx: &Tx,
    token: &Token,
) -> Result<Option<(Account, Option<String>)>, db::Error> {
    let Some(link) = store::link(tx, token, app.now()).await? else {
        return Ok(None);
    };
    // The account comes first, as wherever both are changed: two deeds that each hold one of the two
    // would wait for each other for ever.
    let Some(account) = store::account_held(tx, link.account).await? else {
        return Ok(None);
    };
    let taken = store::take_link(tx, token, app.now()).await?;
    Ok(taken.map(|link| (account, link.email)))
}

/// Posts a letter with a link to choose a password: to somebody who forgot it, or never had one.
pub(crate) async fn post_password_link(
    app: &App,
    tx: &Tx,
    account: &Account,
    kind: Kind,
) -> anyhow::Result<()> {
    let within = match kind {
        Kind::Invite => rules::JOIN_WITHIN,
        _ => rules::RECOVER_WITHIN,
    };
    let (token, until) = (Token::random(), app.now() + within);
    let link = Link {
        account: account.id,
        email: None,
    };
    store::keep_link(tx, &token, link, until).await?;
    let path = paths::recover(token.reveal());
    let letter = letters::expiring(app, account.lang, kind, &path, until);
    app.post_to(tx, to(account), &format!("password {}", token.hash()), letter)
        .await
}

/// See [`crate::invite_staff`].
pub(crate) async fn invite(app: &App, tx: &Tx, typed: &str) -> anyhow::Result<Uuid> {
    // By the rule of the forms, so that who is invited can sign in.
    let mut faults = Faults::new(Lang::default());
    let email = faults.email("email", typed);
    ensure!(faults.is_empty(), "{typed:?} is no e-mail address");
    let account = match store::account_at(tx, &email).await? {
        Some(account) => account,
        None => open_for_staff(app, tx, email).await?,
    };
    ensure!(
        account.role == STAFF,
        "{typed} belongs to an account that is not of staff"
    );
    if account.password.is_none() {
        post_password_link(app, tx, &account, Kind::Invite).await?;
    }
    Ok(account.id)
}

async fn open_for_staff(app: &App, tx: &Tx, email: String) -> anyhow::Result<Account> {
    let account = Account {
        id: app.clock().key(),
        email,
        password: None,
        role: STAFF,
        lang: Lang::default(),
    };
    let fresh = store::open_account(tx, &account, app.now()).await?;
    ensure!(fresh, "{} was just given to another account", account.email);
    Ok(account)
}

fn to(account: &Account) -> Recipient {
    Recipient {
        email: account.email.clone(),
        name: None,
        lang: account.lang,
    }
}

#[cfg(test)]
mod tests;
