//! Queries.

mod links;
mod sessions;

use certification::rights;
use db::{Error, Timestamp, Tx};
use i18n::Lang;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;
use web::Role;

use crate::schema::{account, link, session, sign_up};

pub use links::*;
pub use sessions::*;

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    pub id: Uuid,
    pub email: String,
    /// The hash; none until an invited member of staff has chosen one.
    pub password: Option<String>,
    pub role: Role,
    pub lang: Lang,
}

impl TryFrom<account::Model> for Account {
    type Error = Error;

    fn try_from(row: account::Model) -> Result<Account, Error> {
        Ok(Account {
            id: row.id,
            email: row.email,
            password: row.password,
            role: role(&row.role)?,
            lang: Lang::parse(&row.lang).unwrap_or_default(),
        })
    }
}

fn role(name: &str) -> Result<Role, Error> {
    rights::role(name).ok_or_else(|| Error::Type(format!("{name:?} is no role")))
}

/// The account with this key.
pub async fn account(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Account>, Error> {
    let row = account::Entity::find_by_id(id).one(db).await?;
    row.map(Account::try_from).transpose()
}

/// The account with this key, held: nobody changes it before this transaction ends.
pub async fn account_held(tx: &Tx, id: Uuid) -> Result<Option<Account>, Error> {
    let row = account::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    row.map(Account::try_from).transpose()
}

/// The account of this address, in lower case.
pub async fn account_at(db: &impl ConnectionTrait, email: &str) -> Result<Option<Account>, Error> {
    let row = account::Entity::find()
        .filter(account::Column::Email.eq(email))
        .one(db)
        .await?;
    row.map(Account::try_from).transpose()
}

/// Opens an account. Says whether the address was free; of two at once, one finds it taken.
pub async fn open_account(tx: &Tx, opened: &Account, now: Timestamp) -> Result<bool, Error> {
    let row = account::ActiveModel {
        id: Set(opened.id),
        email: Set(opened.email.clone()),
        password: Set(opened.password.clone()),
        role: Set(opened.role.0.to_owned()),
        lang: Set(opened.lang.code().to_owned()),
        created_at: Set(now),
    };
    let if_free = OnConflict::new().do_nothing().to_owned();
    let opened = account::Entity::insert(row)
        .on_conflict(if_free)
        .exec_without_returning(tx)
        .await?;
    Ok(opened > 0)
}

/// Changes the language an account reads.
pub async fn set_lang(tx: &Tx, id: Uuid, lang: Lang) -> Result<(), Error> {
    account::Entity::update_many()
        .col_expr(account::Column::Lang, Expr::value(lang.code()))
        .filter(account::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Changes the address of an account. It fails as a duplicate when another account has it.
pub async fn set_email(tx: &Tx, id: Uuid, email: &str) -> Result<(), Error> {
    account::Entity::update_many()
        .col_expr(account::Column::Email, Expr::value(email))
        .filter(account::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Changes the hash of an account's password.
pub async fn set_password(tx: &Tx, id: Uuid, hash: &str) -> Result<(), Error> {
    account::Entity::update_many()
        .col_expr(account::Column::Password, Expr::value(hash))
        .filter(account::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// See [`crate::sweep`].
pub async fn sweep(tx: &Tx, now: Timestamp) -> Result<(), Error> {
    sign_up::Entity::delete_many()
        .filter(sign_up::Column::ExpiresAt.lt(now))
        .exec(tx)
        .await?;
    link::Entity::delete_many()
        .filter(link::Column::ExpiresAt.lt(now))
        .exec(tx)
        .await?;
    session::Entity::delete_many()
        .filter(session::Column::CreatedAt.lt(now - crate::rules::WHOLE))
        .exec(tx)
        .await?;
    Ok(())
}
