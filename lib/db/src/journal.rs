//! What happened, in the order it happened. An event commits with its cause, and so do the jobs
//! of those who react to it: the transactional outbox.

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Index,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    Db, Error, Timestamp, Tx, jobs,
    schema::{self, Migration},
    signals::{JOURNAL, Signal},
};

/// Something that happened, named by a past participle.
pub trait Event: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `feature.past_participle`, unique in the house and lasting.
    const NAME: &'static str;
}

/// An event as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its key; later events sort after earlier ones.
    pub id: Uuid,
    /// Its [`Event::NAME`].
    pub name: String,
    /// What it says.
    pub body: serde_json::Value,
    /// When.
    pub at: Timestamp,
}

impl Recorded {
    /// The event itself, when it is an `E`.
    ///
    /// # Errors
    /// When its body was written by a version that said it otherwise.
    pub fn read<E: Event>(&self) -> anyhow::Result<E> {
        anyhow::ensure!(self.name == E::NAME, "{} is not {}", self.name, E::NAME);
        Ok(serde_json::from_value(self.body.clone())?)
    }
}

mod entity {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub body: Json,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) fn migration() -> Migration {
    Migration {
        name: "db_1_event",
        steps: || {
            vec![
                (&mut schema::table(
                    "event",
                    vec![
                        schema::primary("id"),
                        schema::text("name"),
                        schema::json("body"),
                        schema::moment("at"),
                    ],
                ))
                    .into(),
                Index::create().name("event_at").table("event").col("at").into(),
            ]
        },
    }
}

/// Writes `event` down within `tx`, with one job for each reaction to it.
///
/// # Errors
/// What the engine says.
pub async fn record<E: Event>(tx: &Tx, clock: &crate::Clock, event: &E) -> Result<Recorded, Error> {
    let body = serde_json::to_value(event).map_err(|error| Error::Json(error.to_string()))?;
    let recorded = Recorded {
        id: clock.key(),
        name: E::NAME.to_owned(),
        body,
        at: clock.now(),
    };
    let row = entity::ActiveModel {
        id: Set(recorded.id),
        name: Set(recorded.name.clone()),
        body: Set(recorded.body.clone()),
        at: Set(recorded.at),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    for reaction in tx.db().reactions_to(E::NAME) {
        jobs::enqueue_reaction(tx, clock, reaction, &recorded).await?;
    }
    tx.signal(Signal::new(JOURNAL, ""));
    Ok(recorded)
}

/// Every event of this name, oldest first: for tests and exports.
///
/// # Errors
/// What the engine says.
pub async fn all(db: &impl ConnectionTrait, name: &str) -> Result<Vec<Recorded>, Error> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Name.eq(name))
        .order_by_asc(entity::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(recorded).collect())
}

fn recorded(row: entity::Model) -> Recorded {
    Recorded {
        id: row.id,
        name: row.name,
        body: row.body,
        at: row.at,
    }
}

/// Reads the journal as it grows, for what every process keeps for itself (its search index).
///
/// Transactions commit out of order, so an event may appear behind one already seen. The follower
/// therefore looks back over [`OVERLAP`] and leaves out what it has given before; whoever follows
/// must take an event twice without harm, since a restart begins a little earlier than it ended.
pub struct Follower {
    since: Timestamp,
    seen: HashSet<Uuid>,
}

/// How long a transaction may take between its first event and its commit and still be followed.
pub const OVERLAP: TimeDelta = TimeDelta::seconds(60);
const BATCH: u64 = 1000;

impl Follower {
    /// Follows from `since`, a place that [`Follower::place`] gave earlier, or now.
    pub fn from(since: Timestamp) -> Follower {
        Follower {
            since,
            seen: HashSet::new(),
        }
    }

    /// Where to begin again after a restart.
    pub fn place(&self) -> Timestamp {
        self.since
    }

    /// The events that came since the last call, oldest first; empty when there are none.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn news(&mut self, db: &Db) -> Result<Vec<Recorded>, Error> {
        let mut select = entity::Entity::find().filter(entity::Column::At.gte(self.since - OVERLAP));
        if !self.seen.is_empty() && self.seen.len() < 500 {
            select = select.filter(entity::Column::Id.is_not_in(self.seen.iter().copied()));
        }
        let rows = select
            .order_by_asc(entity::Column::At)
            .order_by_asc(entity::Column::Id);
        let rows = rows.limit(BATCH + self.seen.len() as u64).all(db.read()).await?;
        let fresh: Vec<Recorded> = rows
            .into_iter()
            .filter(|row| !self.seen.contains(&row.id))
            .map(recorded)
            .collect();
        if let Some(last) = fresh.iter().map(|event| event.at).max() {
            self.since = self.since.max(last);
        }
        self.seen.extend(fresh.iter().map(|event| event.id));
        let horizon = self.since - OVERLAP;
        let horizon_millis = u64::try_from(horizon.timestamp_millis()).unwrap_or_default();
        self.seen.retain(|id| {
            id.get_timestamp()
                .is_none_or(|at| at.to_unix().0 * 1000 + 1000 >= horizon_millis)
        });
        Ok(fresh)
    }
}
