//! Work to be done after a commit: each job at least once, retried with growing pauses.
//!
//! A job is a name and a JSON body. The worker claims a job by a lease; several workers on one
//! PostgreSQL never hold the same job (`FOR UPDATE SKIP LOCKED`), and a job whose worker died
//! comes back when its lease ends (on SQLite at once, at the next start).

mod attempt;
mod desk;
mod worker;

#[cfg(test)]
mod tests;

use std::{future::Future, pin::Pin, sync::Arc};

use anyhow::Context;
use sea_orm::{
    ActiveValue::Set,
    EntityTrait,
    sea_query::{Index, OnConflict},
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

pub use desk::{Seen, counts, dead, revive};
pub use worker::Worker;

use crate::{
    Clock, Error, Timestamp, Tx,
    journal::Recorded,
    schema::{self, Migration},
    signals::{JOURNAL, Signal},
};

mod entity {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub body: Json,
        pub dedup: Option<String>,
        pub state: super::State,
        pub attempts: i64,
        pub run_at: DateTimeUtc,
        pub lease_until: Option<DateTimeUtc>,
        pub error: Option<String>,
        pub created_at: DateTimeUtc,
        pub ended_at: Option<DateTimeUtc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sea_orm::EnumIter, sea_orm::DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// To be run at its time.
    Waiting,
    /// Held by a worker until its lease ends.
    Running,
    /// Done.
    Done,
    /// Given up: shown to staff, who may try again.
    Dead,
}

pub(crate) fn migration() -> Migration {
    Migration {
        name: "db_2_job",
        steps: || {
            let columns = vec![
                schema::primary("id"),
                schema::text("name"),
                schema::json("body"),
                schema::optional(schema::text("dedup")),
                schema::text("state"),
                schema::number("attempts"),
                schema::moment("run_at"),
                schema::optional(schema::moment("lease_until")),
                schema::optional(schema::text("error")),
                schema::moment("created_at"),
                schema::optional(schema::moment("ended_at")),
            ];
            let states = schema::one_of("state", &["waiting", "running", "done", "dead"]);
            vec![
                schema::table("job", columns).check(states).into(),
                Index::create()
                    .name("job_dedup")
                    .table("job")
                    .col("dedup")
                    .unique()
                    .into(),
                Index::create()
                    .name("job_due")
                    .table("job")
                    .col("state")
                    .col("run_at")
                    .into(),
            ]
        },
    }
}

/// For the sweeper, who comes every hour.
pub(crate) fn ended() -> Migration {
    Migration {
        name: "db_3_job_ended",
        steps: || {
            let mut index = Index::create();
            vec![
                index
                    .name("job_ended")
                    .table("job")
                    .col("state")
                    .col("ended_at")
                    .into(),
            ]
        },
    }
}

/// A job to be enqueued.
pub struct NewJob {
    /// The name its handler is known by.
    pub name: &'static str,
    /// What the handler needs.
    pub body: serde_json::Value,
    /// A second job with the same key is not taken: what makes a retried reaction harmless.
    pub dedup: Option<String>,
    /// Not before this moment.
    pub run_at: Timestamp,
}

/// Enqueues `job` within `tx`. Says whether it was new.
///
/// # Errors
/// What the engine says.
pub async fn enqueue(tx: &Tx, clock: &Clock, job: NewJob) -> Result<bool, Error> {
    let row = entity::ActiveModel {
        id: Set(clock.key()),
        name: Set(job.name.to_owned()),
        body: Set(job.body),
        dedup: Set(job.dedup),
        state: Set(State::Waiting),
        attempts: Set(0),
        run_at: Set(job.run_at),
        lease_until: Set(None),
        error: Set(None),
        created_at: Set(clock.now()),
        ended_at: Set(None),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    let added = entity::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    tx.signal(Signal::new(JOURNAL, ""));
    Ok(added > 0)
}

pub(crate) async fn enqueue_reaction(
    tx: &Tx,
    clock: &Clock,
    name: &'static str,
    event: &Recorded,
) -> Result<(), Error> {
    let body = serde_json::to_value(event).map_err(|error| Error::Json(error.to_string()))?;
    let job = NewJob {
        name,
        body,
        dedup: Some(format!("{name} {}", event.id)),
        run_at: event.at,
    };
    enqueue(tx, clock, job).await.map(drop)
}

/// A job as its handler sees it.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its key: the same at each attempt.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What was enqueued.
    pub body: serde_json::Value,
    /// How many attempts came before this one.
    pub attempts: i64,
}

impl Task {
    /// Its body as the value it was written from.
    ///
    /// # Errors
    /// When another version of the program wrote it. That passes: in a moment this one is replaced, or
    /// one that can read it comes by.
    pub fn read<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        let read = T::deserialize(&self.body);
        // The sentence alone goes to the log: the error may quote the body.
        read.context("the job says something else than this program expects")
    }
}

/// Why a job did not get done.
#[derive(Debug)]
pub enum Failed {
    /// It may work later.
    Retry(anyhow::Error),
    /// It never will.
    GiveUp(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Failed {
    fn from(error: E) -> Failed {
        Failed::Retry(error.into())
    }
}

/// What a handler gives back.
pub type Outcome = Result<(), Failed>;
/// Does jobs of one name.
pub type Handler = Arc<dyn Fn(Task) -> Pin<Box<dyn Future<Output = Outcome> + Send>> + Send + Sync>;
