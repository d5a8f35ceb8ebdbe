//! Reading the journal as it grows, for what every process keeps for itself (its search index).
//!
//! Transactions commit in another order than they begin, clocks disagree, and a transaction may be
//! long. So a follower does not go by time: it remembers *which transactions had ended* when it last
//! looked, and an event is news when its transaction had not. On PostgreSQL an event's position is
//! its transaction's number, and what had ended is a snapshot. On SQLite, where one writes at a time,
//! positions are counted and the last one is enough.

use std::{fmt, str::FromStr};

use anyhow::Context;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use super::{Recorded, entity, recorded};
use crate::{Db, Engine, Error};

/// How far somebody has read the journal. As text it can be kept between runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Everything from this position on is still to come,
    next: i64,
    /// and so is what belongs to these transactions before it, which were going on.
    open: Vec<i64>,
}

impl Place {
    /// The place behind everything that has been committed by now.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn now(db: &Db) -> Result<Place, Error> {
        let sql = match db.engine() {
            Engine::Sqlite => "SELECT (coalesce(max(position), 0) + 1) || ':' AS place FROM event",
            Engine::Postgres => {
                "SELECT split_part(now, ':', 2) || ':' || split_part(now, ':', 3) AS place \
                 FROM (SELECT pg_current_snapshot()::text AS now) AS snapshot"
            }
        };
        let statement = Statement::from_string(db.read().get_database_backend(), sql);
        let row = db.read().query_one_raw(statement).await?;
        let text: String = row
            .map(|row| row.try_get("", "place"))
            .transpose()?
            .unwrap_or_default();
        text.parse()
            .map_err(|error| Error::Custom(format!("the engine gave no place: {error:#}")))
    }

    /// Whether this place lies in the past of `db`. It does not after an older copy of the base came
    /// back: then there is no telling what was missed.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn is_past_of(&self, db: &Db) -> Result<bool, Error> {
        Ok(self.next <= Place::now(db).await?.next)
    }

    /// What had been committed here.
    fn before(&self) -> Condition {
        Condition::all()
            .add(entity::Column::Position.lt(self.next))
            .add(entity::Column::Position.is_not_in(self.open.iter().copied()))
    }

    /// What had not.
    fn after(&self) -> Condition {
        Condition::any()
            .add(entity::Column::Position.gte(self.next))
            .add(entity::Column::Position.is_in(self.open.iter().copied()))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open: Vec<String> = self.open.iter().map(i64::to_string).collect();
        write!(f, "{}:{}", self.next, open.join(","))
    }
}

impl FromStr for Place {
    type Err = anyhow::Error;
    fn from_str(text: &str) -> anyhow::Result<Place> {
        let (next, open) = text.trim().split_once(':').context("a place has a colon")?;
        let open = open.split(',').filter(|number| !number.is_empty());
        Ok(Place {
            next: next.parse()?,
            open: open.map(str::parse).collect::<Result<_, _>>()?,
        })
    }
}

/// The position of an event recorded now.
pub(super) fn position(engine: Engine) -> SimpleExpr {
    Expr::cust(match engine {
        Engine::Sqlite => "(SELECT coalesce(max(position), 0) + 1 FROM event)",
        Engine::Postgres => "pg_current_xact_id()::text::bigint",
    })
}

/// Gives every event, once while it lives. A restart begins at the last [`Follower::place`], which may
/// give some again: whoever follows must take an event twice without harm.
#[derive(Clone, Debug)]
pub struct Follower {
    seen: Place,
    /// Too much news for one batch: read up to here, and go on after this one.
    going: Option<(Place, i64, Uuid)>,
}

const BATCH: u64 = 1000;

impl Follower {
    /// Follows from a place that [`Follower::place`] gave earlier, or from [`Place::now`].
    pub fn from(seen: Place) -> Follower {
        Follower { seen, going: None }
    }

    /// Where to begin again after a restart.
    pub fn place(&self) -> &Place {
        &self.seen
    }

    /// The events committed since the last call, as a rule oldest first; empty when there are none.
    /// At most a thousand at once, then more at the next call.
    ///
    /// # Errors
    /// What the engine says; then the next call gives the same.
    pub async fn news(&mut self, db: &Db) -> Result<Vec<Recorded>, Error> {
        let (until, after) = match self.going.clone() {
            None => (Place::now(db).await?, None),
            Some((until, position, id)) => (until, Some((position, id))),
        };
        let mut select = entity::Entity::find()
            .filter(self.seen.after())
            .filter(until.before());
        if let Some((position, id)) = after {
            let on = entity::Column::Position
                .eq(position)
                .and(entity::Column::Id.gt(id));
            select = select.filter(entity::Column::Position.gt(position).or(on));
        }
        let rows = select
            .order_by_asc(entity::Column::Position)
            .order_by_asc(entity::Column::Id)
            .limit(BATCH)
            .all(db.read())
            .await?;
        match rows.last() {
            Some(last) if rows.len() as u64 == BATCH => self.going = Some((until, last.position, last.id)),
            _ => *self = Follower::from(until),
        }
        Ok(rows.into_iter().map(recorded).collect())
    }
}
