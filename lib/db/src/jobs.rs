//! Work to be done after a commit: each job at least once, retried with growing pauses.
//!
//! A job is a name and a JSON body. The worker claims a job by a lease; several workers on one
//! PostgreSQL never hold the same job (`FOR UPDATE SKIP LOCKED`), and a job whose worker died
//! comes back when its lease ends (on SQLite at once, at the next start).

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use chrono::TimeDelta;
use rand::RngExt;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Index, LockBehavior, LockType, OnConflict},
};
use tokio::{sync::watch, task::JoinSet};
use uuid::Uuid;

use crate::{
    Clock, Cursor, Db, Engine, Error, Slice, Timestamp, Tx,
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

/// Runs jobs as they come due.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    handlers: Arc<HashMap<&'static str, Handler>>,
}

/// Attempts before a job is given up: about two days with the pauses below.
const ATTEMPTS: i64 = 16;
/// A handler that takes longer is taken for stuck.
const TIME_LIMIT: Duration = Duration::from_secs(60);
const LEASE: TimeDelta = TimeDelta::seconds(90);
const AT_ONCE: usize = 8;
/// How often the worker looks although nothing woke it.
const POLL: Duration = Duration::from_secs(1);
/// How long a done job is kept, for its `dedup` key and for those who want to look.
const KEEP_DONE: TimeDelta = TimeDelta::days(7);

impl Worker {
    /// A worker that knows these handlers; a job of another name waits for a version that does.
    pub fn new(db: Db, clock: Clock, handlers: HashMap<&'static str, Handler>) -> Worker {
        Worker {
            db,
            clock,
            handlers: Arc::new(handlers),
        }
    }

    /// Works until `stop` turns true, then finishes what it holds.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        if let Err(error) = self.recover().await {
            tracing::error!(%error, "jobs: could not take back interrupted jobs");
        }
        let mut signals = self.db.signals().subscribe();
        let mut held = JoinSet::new();
        let mut swept = self.clock.now() - TimeDelta::days(1);
        while !*stop.borrow() {
            if self.clock.now() - swept > TimeDelta::hours(1) {
                swept = self.clock.now();
                self.sweep().await;
            }
            let claimed = match self.claim(AT_ONCE - held.len()).await {
                Ok(tasks) => tasks,
                Err(error) => {
                    tracing::error!(%error, "jobs: could not look for work");
                    Vec::new()
                }
            };
            let found = !claimed.is_empty();
            for task in claimed {
                let worker = self.clone();
                held.spawn(async move { worker.perform(task).await });
            }
            if found && held.len() < AT_ONCE {
                continue;
            }
            tokio::select! {
                _ = held.join_next(), if !held.is_empty() => {}
                _ = woken(&mut signals), if held.len() < AT_ONCE => {}
                () = tokio::time::sleep(POLL) => {}
                _ = stop.changed() => {}
            }
        }
        held.join_all().await;
    }

    /// Does everything that is due, and what comes of it, then returns: for tests and commands.
    ///
    /// # Errors
    /// What the engine says; a job's own failure is recorded with the job.
    pub async fn drain(&self) -> Result<usize, Error> {
        let mut done = 0;
        loop {
            let tasks = self.claim(AT_ONCE).await?;
            if tasks.is_empty() {
                return Ok(done);
            }
            for task in tasks {
                self.perform(task).await;
                done += 1;
            }
        }
    }

    /// On SQLite this process is the only worker, so what is marked as running was interrupted.
    async fn recover(&self) -> Result<(), Error> {
        if self.db.engine() != Engine::Sqlite {
            return Ok(());
        }
        let tx = self.db.begin().await?;
        entity::Entity::update_many()
            .col_expr(entity::Column::State, Expr::value(State::Waiting))
            .filter(entity::Column::State.eq(State::Running))
            .exec(&tx)
            .await?;
        tx.commit().await
    }

    async fn claim(&self, most: usize) -> Result<Vec<Task>, Error> {
        let now = self.clock.now();
        let due = Condition::any()
            .add(
                Condition::all()
                    .add(entity::Column::State.eq(State::Waiting))
                    .add(entity::Column::RunAt.lte(now)),
            )
            .add(
                Condition::all()
                    .add(entity::Column::State.eq(State::Running))
                    .add(entity::Column::LeaseUntil.lt(now)),
            );
        let select = entity::Entity::find()
            .filter(due)
            .filter(entity::Column::Name.is_in(self.handlers.keys().copied()))
            .order_by_asc(entity::Column::RunAt)
            .order_by_asc(entity::Column::Id)
            .limit(most as u64);
        // A look without the write lock first: an idle worker must not disturb writers.
        if most == 0 || select.clone().one(self.db.read()).await?.is_none() {
            return Ok(Vec::new());
        }
        let tx = self.db.begin().await?;
        let rows = select
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&tx)
            .await?;
        entity::Entity::update_many()
            .col_expr(entity::Column::State, Expr::value(State::Running))
            .col_expr(entity::Column::LeaseUntil, Expr::value(now + LEASE))
            .filter(entity::Column::Id.is_in(rows.iter().map(|row| row.id)))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(rows
            .into_iter()
            .map(|row| Task {
                id: row.id,
                name: row.name,
                body: row.body,
                attempts: row.attempts,
            })
            .collect())
    }

    async fn perform(&self, task: Task) {
        let Some(handler) = self.handlers.get(task.name.as_str()).cloned() else {
            return;
        };
        // A task of its own, so that a panic ends the job and not the worker.
        let work = tokio::spawn(tokio::time::timeout(TIME_LIMIT, handler(task.clone())));
        let outcome = match work.await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(Failed::Retry(anyhow::anyhow!(
                "took longer than {} s",
                TIME_LIMIT.as_secs()
            ))),
            Err(panic) => Err(Failed::Retry(anyhow::anyhow!("panicked: {panic}"))),
        };
        if let Err(error) = self.settle(&task, outcome).await {
            // The lease ends by itself and the job is done again: handlers are idempotent.
            tracing::error!(%error, job = %task.id, name = task.name, "jobs: could not record the outcome");
        }
    }

    async fn settle(&self, task: &Task, outcome: Outcome) -> Result<(), Error> {
        let now = self.clock.now();
        let mut row = entity::ActiveModel {
            id: Set(task.id),
            lease_until: Set(None),
            ..Default::default()
        };
        row.attempts = Set(task.attempts + 1);
        match outcome {
            Ok(()) => {
                row.state = Set(State::Done);
                row.ended_at = Set(Some(now));
            }
            Err(Failed::Retry(error)) if task.attempts + 1 < ATTEMPTS => {
                tracing::warn!(error = format!("{error:#}"), job = %task.id, name = task.name, "jobs: will try again");
                row.state = Set(State::Waiting);
                row.run_at = Set(now + pause(task.attempts));
                row.error = Set(Some(format!("{error:#}")));
            }
            Err(Failed::Retry(error) | Failed::GiveUp(error)) => {
                tracing::error!(error = format!("{error:#}"), job = %task.id, name = task.name, "jobs: given up");
                row.state = Set(State::Dead);
                row.ended_at = Set(Some(now));
                row.error = Set(Some(format!("{error:#}")));
            }
        }
        let tx = self.db.begin().await?;
        entity::Entity::update(row).exec(&tx).await?;
        tx.commit().await
    }

    async fn sweep(&self) {
        let old = self.clock.now() - KEEP_DONE;
        let swept = async {
            let tx = self.db.begin().await?;
            entity::Entity::delete_many()
                .filter(entity::Column::State.eq(State::Done))
                .filter(entity::Column::EndedAt.lt(old))
                .exec(&tx)
                .await?;
            tx.commit().await
        };
        if let Err(error) = swept.await {
            tracing::warn!(%error, "jobs: could not sweep");
        }
    }
}

/// Returns when there may be new work; lagging behind means there was.
async fn woken(signals: &mut tokio::sync::broadcast::Receiver<Signal>) {
    while let Ok(signal) = signals.recv().await {
        if signal.topic == JOURNAL {
            return;
        }
    }
}

/// 2 s, 4 s, 8 s … at most 6 h, each a quarter shorter or longer by chance so that jobs which
/// failed together do not come back together.
fn pause(attempts: i64) -> TimeDelta {
    let exponent = u32::try_from(attempts.clamp(0, 13)).unwrap_or(13);
    let seconds = 2_i64.saturating_mul(2_i64.saturating_pow(exponent)).min(6 * 3600);
    let percent = rand::rng().random_range(75..=125);
    TimeDelta::milliseconds(seconds * 10 * percent)
}

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
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::State.eq(State::Dead))
        .exec(tx)
        .await?;
    tx.signal(Signal::new(JOURNAL, ""));
    Ok(changed.rows_affected > 0)
}
