//! What waits for a letter to be answered: sign-ups, and links that open one thing once.

use app::Token;
use db::{Error, Timestamp, Tx};
use i18n::Lang;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use web::Role;

use crate::schema::{link, sign_up};

/// A sign-up that waits for its letter to be answered.
#[derive(Clone, Debug)]
pub struct SignUp {
    pub email: String,
    /// The hash.
    pub password: String,
    pub role: Role,
    pub lang: Lang,
    /// The registration number, for a company.
    pub number: Option<swiss::Uid>,
    /// The browser that signed up.
    pub browser: Option<String>,
}

/// An address whose owner has the letter of one of its sign-ups.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub email: String,
    /// The browser that made this sign-up.
    pub browser: Option<String>,
    /// Of the sign-ups that wait for this address, this one first: the key and the hash of the password.
    pub chosen: Vec<(String, String)>,
}

/// Writes down a sign-up under the token in its letter.
pub async fn keep_sign_up(tx: &Tx, token: &Token, kept: SignUp, expires_at: Timestamp) -> Result<(), Error> {
    let row = sign_up::ActiveModel {
        token: Set(token.hash()),
        email: Set(kept.email),
        password: Set(kept.password),
        role: Set(kept.role.0.to_owned()),
        lang: Set(kept.lang.code().to_owned()),
        number: Set(kept.number.map(|number| number.to_string())),
        browser: Set(kept.browser),
        expires_at: Set(expires_at),
    };
    sign_up::Entity::insert(row)
        .exec_without_returning(tx)
        .await
        .map(drop)
}

/// What waits under this token, if it still may be confirmed.
pub async fn waiting(
    db: &impl ConnectionTrait,
    token: &Token,
    now: Timestamp,
) -> Result<Option<Waiting>, Error> {
    let row = sign_up::Entity::find_by_id(token.hash()).one(db).await?;
    let Some(row) = row.filter(|row| row.expires_at > now) else {
        return Ok(None);
    };
    let others = sign_up::Entity::find()
        .filter(sign_up::Column::Email.eq(&row.email))
        .filter(sign_up::Column::Token.ne(&row.token))
        .filter(sign_up::Column::ExpiresAt.gt(now))
        .order_by_desc(sign_up::Column::ExpiresAt)
        .limit(4)
        .all(db)
        .await?;
    let all = std::iter::once(&row).chain(&others);
    let chosen = all.map(|one| (one.token.clone(), one.password.clone()));
    Ok(Some(Waiting {
        chosen: chosen.collect(),
        email: row.email.clone(),
        browser: row.browser.clone(),
    }))
}

/// Takes a sign-up away by its key, once: of two that ask at once, one gets it. All others that wait
/// for the same address go with it; they are locked in one order, so that two confirmations of an
/// address wait for each other and never in a circle.
pub async fn take_sign_up(tx: &Tx, key: &str, now: Timestamp) -> Result<Option<SignUp>, Error> {
    let row = sign_up::Entity::find_by_id(key).one(tx).await?;
    let Some(email) = row.filter(|row| row.expires_at > now).map(|row| row.email) else {
        return Ok(None);
    };
    let of_address = sign_up::Column::Email.eq(&email);
    let waiting = sign_up::Entity::find()
        .filter(of_address.clone())
        .order_by_asc(sign_up::Column::Token)
        .lock_exclusive()
        .all(tx)
        .await?;
    let Some(row) = waiting.into_iter().find(|row| row.token == key) else {
        return Ok(None);
    };
    sign_up::Entity::delete_many().filter(of_address).exec(tx).await?;
    let number = row.number.map(|number| number.parse());
    Ok(Some(SignUp {
        role: super::role(&row.role)?,
        lang: Lang::parse(&row.lang).unwrap_or_default(),
        number: number
            .transpose()
            .map_err(|fault: swiss::UidFault| Error::Type(fault.to_string()))?,
        email: row.email,
        password: row.password,
        browser: row.browser,
    }))
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub account: Uuid,
    /// The new address, when it confirms one; otherwise it lets one choose a password.
    pub email: Option<String>,
}

/// Writes down a link under its token.
pub async fn keep_link(tx: &Tx, token: &Token, kept: Link, expires_at: Timestamp) -> Result<(), Error> {
    let row = link::ActiveModel {
        token: Set(token.hash()),
        account: Set(kept.account),
        email: Set(kept.email),
        expires_at: Set(expires_at),
    };
    link::Entity::insert(row)
        .exec_without_returning(tx)
        .await
        .map(drop)
}

/// What the link with this token opens, if it still works.
pub async fn link(db: &impl ConnectionTrait, token: &Token, now: Timestamp) -> Result<Option<Link>, Error> {
    let row = link::Entity::find_by_id(token.hash()).one(db).await?;
    Ok(row.filter(|row| row.expires_at > now).map(|row| Link {
        account: row.account,
        email: row.email,
    }))
}

/// Takes away the links to new addresses of an account: only the last one asked for opens.
pub async fn drop_new_addresses(tx: &Tx, account: Uuid) -> Result<(), Error> {
    link::Entity::delete_many()
        .filter(link::Column::Account.eq(account))
        .filter(link::Column::Email.is_not_null())
        .exec(tx)
        .await
        .map(drop)
}

/// The new address that waits to be confirmed by this account.
pub async fn pending_email(
    db: &impl ConnectionTrait,
    account: Uuid,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let row = link::Entity::find()
        .filter(link::Column::Account.eq(account))
        .filter(link::Column::Email.is_not_null())
        .filter(link::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.email))
}

/// Takes a link away, once: of two that ask at once, one gets it.
pub async fn take_link(tx: &Tx, token: &Token, now: Timestamp) -> Result<Option<Link>, Error> {
    let Some(found) = link(tx, token, now).await? else {
        return Ok(None);
    };
    let taken = link::Entity::delete_by_id(token.hash()).exec(tx).await?;
    Ok((taken.rows_affected > 0).then_some(found))
}

/// Takes away all links of an account: those sent before its password changed open nothing more.
pub async fn drop_links(tx: &Tx, account: Uuid) -> Result<(), Error> {
    link::Entity::delete_many()
        .filter(link::Column::Account.eq(account))
        .exec(tx)
        .await
        .map(drop)
}
