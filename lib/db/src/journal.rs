//! What happened, in the order it happened. An event commits with its cause, and so do the jobs
//! of those who react to it: the transactional outbox.

mod follower;

#[cfg(test)]
mod tests;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Index, Query},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tokio::sync::broadcast::{Receiver, error::RecvError};
use uuid::Uuid;

pub use follower::{Follower, Place};

use crate::{
    Error, Timestamp, Tx, jobs,
    schema::{self, Migration},
    signals::{JOURNAL, RESET, Signal},
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
        /// Where it stands for followers: see [`super::follower`].
        pub position: i64,
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
                        schema::number("position"),
                    ],
                ))
                    .into(),
                Index::create()
                    .name("event_position")
                    .table("event")
                    .col("position")
                    .into(),
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
    let row = Query::insert()
        .into_table(entity::Entity)
        .columns([
            entity::Column::Id,
            entity::Column::Name,
            entity::Column::Body,
            entity::Column::At,
            entity::Column::Position,
        ])
        .values_panic([
            recorded.id.into(),
            recorded.name.clone().into(),
            recorded.body.clone().into(),
            recorded.at.into(),
            follower::position(tx.db().engine()),
        ])
        .take();
    tx.execute(&row).await?;
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

/// Returns when the journal may have grown, or jobs may have come. Having missed some news, or its
/// loss, counts as news.
pub async fn grown(heard: &mut Receiver<Signal>) {
    loop {
        match heard.recv().await {
            Ok(signal) if signal.topic == JOURNAL || signal.topic == RESET => return,
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => return,
            // Nobody is left to send: whoever polls beside goes on polling.
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
