//! Sessions.

use app::Token;
use db::{Error, Timestamp, Tx};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use uuid::Uuid;

use super::Account;
use crate::{
    rules,
    schema::{account, session},
};

/// A session.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: Uuid,
    pub device: String,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
}

impl From<session::Model> for Session {
    fn from(row: session::Model) -> Session {
        Session {
            id: row.id,
            device: row.device,
            created_at: row.created_at,
            seen_at: row.seen_at,
        }
    }
}

/// What a session that stands fulfils.
fn stands(now: Timestamp) -> Condition {
    Condition::all()
        .add(session::Column::EndedAt.is_null())
        .add(session::Column::SeenAt.gt(now - rules::IDLE))
        .add(session::Column::CreatedAt.gt(now - rules::WHOLE))
}

/// The session whose token has this hash, if it stands, and its account.
pub async fn standing(
    db: &impl ConnectionTrait,
    hash: &str,
    now: Timestamp,
) -> Result<Option<(Session, Account)>, Error> {
    let found = session::Entity::find()
        .filter(session::Column::Token.eq(hash))
        .filter(stands(now))
        .find_also_related(account::Entity)
        .one(db)
        .await?;
    match found {
        Some((session, Some(account))) => Ok(Some((session.into(), account.try_into()?))),
        _ => Ok(None),
    }
}

/// The sessions of an account that stand, the one used last first.
pub async fn sessions_of(
    db: &impl ConnectionTrait,
    account: Uuid,
    now: Timestamp,
) -> Result<Vec<Session>, Error> {
    let rows = session::Entity::find()
        .filter(session::Column::Account.eq(account))
        .filter(stands(now))
        .order_by_desc(session::Column::SeenAt)
        .order_by_desc(session::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Writes down a new session.
pub async fn begin_session(
    tx: &Tx,
    id: Uuid,
    token: &Token,
    account: Uuid,
    device: String,
    now: Timestamp,
) -> Result<(), Error> {
    let row = session::ActiveModel {
        id: Set(id),
        token: Set(token.hash()),
        account: Set(account),
        device: Set(device),
        created_at: Set(now),
        seen_at: Set(now),
        ended_at: Set(None),
    };
    session::Entity::insert(row)
        .exec_without_returning(tx)
        .await
        .map(drop)
}

/// Writes down that a session is in use, unless that was done a moment ago.
pub async fn note_use(tx: &Tx, id: Uuid, now: Timestamp) -> Result<(), Error> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(now))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::SeenAt.lt(now - rules::NOTE_EVERY))
        .exec(tx)
        .await
        .map(drop)
}

/// Which of an account's sessions to end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Which {
    /// All.
    All,
    /// All but this one.
    AllBut(Uuid),
    /// This one.
    Only(Uuid),
}

/// Ends sessions of an account; says how many stood.
pub async fn end_sessions(tx: &Tx, account: Uuid, which: Which, now: Timestamp) -> Result<u64, Error> {
    let chosen = match which {
        Which::All => Condition::all(),
        Which::AllBut(id) => Condition::all().add(session::Column::Id.ne(id)),
        Which::Only(id) => Condition::all().add(session::Column::Id.eq(id)),
    };
    let ended = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(now))
        .filter(session::Column::Account.eq(account))
        .filter(stands(now))
        .filter(chosen)
        .exec(tx)
        .await?;
    Ok(ended.rows_affected)
}
