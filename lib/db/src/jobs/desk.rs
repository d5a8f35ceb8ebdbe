//! What staff see of jobs, and may do.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{State, entity};
use crate::{
    Clock, Cursor, Db, Error, Slice, Timestamp, Tx,
    signals::{JOURNAL, Signal},
};

/// A job as staff see it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How often it was tried.
    pub attempts: i64,
    /// The last error.
    pub error: Option<String>,
    /// When it was enqueued.
    pub created_at: Timestamp,
    /// When it was given up.
    pub ended_at: Option<Timestamp>,
}

/// Jobs that were given up, the newest first.
///
/// # Errors
/// What the engine says.
pub async fn dead(db: &Db, after: Option<Cursor>, size: u64) -> Result<Slice<Seen>, Error> {
    let select = entity::Entity::find().filter(entity::Column::State.eq(State::Dead));
    let select = Cursor::page(select, after, size, entity::Column::CreatedAt, entity::Column::Id);
    let rows = select.all(db.read()).await?;
    let rows = rows.into_iter().map(|row| Seen {
        id: row.id,
        name: row.name,
        attempts: row.attempts,
        error: row.error,
        created_at: row.created_at,
        ended_at: row.ended_at,
    });
    Ok(Slice::cut(rows.collect(), size, |seen| Cursor {
        at: seen.created_at,
        id: seen.id,
    }))
}

/// How many jobs wait and how many were given up.
///
/// # Errors
/// What the engine says.
pub async fn counts(db: &Db) -> Result<(u64, u64), Error> {
    let of = |state| {
        entity::Entity::find()
            .filter(entity::Column::State.eq(state))
            .count(db.read())
    };
    Ok((of(State::Waiting).await?, of(State::Dead).await?))
}

/// Gives a dead job another life. Says whether there was one.
///
/// # Errors
/// What the engine says.
pub async fn revive(tx: &Tx, clock: &Clock, id: Uuid) -> Result<bool, Error> {
    let changed = entity::Entity::update_many()
        .col_expr(entity::Column::State, Expr::value(State::Waiting))
        .col_expr(entity::Column::Attempts, Expr::value(0))
        .col_expr(entity::Column::RunAt, Expr::value(clock.now()))
        .col_expr(entity::Column::EndedAt, Expr::value(None::<Timestamp>))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::State.eq(State::Dead))
        .exec(tx)
        .await?;
    tx.signal(Signal::new(JOURNAL, ""));
    Ok(changed.rows_affected > 0)
}
