//! Who does the jobs.

use std::{collections::HashMap, sync::Arc, time::Duration};

use chrono::TimeDelta;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType},
};
use tokio::{sync::watch, task::JoinSet};

use super::{
    Failed, Handler, Outcome, State, Task,
    attempt::{attempt, pause},
    entity,
};
use crate::{Clock, Db, Engine, Error, Timestamp, journal};

/// Runs jobs as they come due.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    handlers: Arc<HashMap<&'static str, Handler>>,
}

/// A task and the lease it is held by, which tells this hold from any later one.
pub(super) struct Held {
    pub(super) task: Task,
    lease: Timestamp,
}

/// Attempts before a job is given up: about two days with the pauses below.
const ATTEMPTS: i64 = 21;
/// The time limit, and two minutes by which the clocks of two replicas may disagree.
pub(super) const LEASE: TimeDelta = TimeDelta::seconds(180);
const AT_ONCE: usize = 8;
/// How often the worker looks although nothing woke it.
const POLL: Duration = Duration::from_secs(1);
/// How long a done job is kept, for its `dedup` key and for those who want to look.
const KEEP_DONE: TimeDelta = TimeDelta::days(7);
/// How long given-up jobs stay for whoever looks after the house: they hold letters and addresses.
const KEEP_DEAD: TimeDelta = TimeDelta::days(90);

impl Worker {
    /// A worker that knows these handlers; a job of another name waits for a version that does.
    pub fn new(db: Db, clock: Clock, handlers: HashMap<&'static str, Handler>) -> Worker {
        Worker {
            db,
            clock,
            handlers: Arc::new(handlers),
        }
    }

    /// Works until `stop` turns true, then finishes what it holds. Dropped, it lets everything fall;
    /// what it held is done again once the leases end.
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
                Ok(claimed) => claimed,
                Err(error) => {
                    tracing::error!(%error, "jobs: could not look for work");
                    Vec::new()
                }
            };
            let found = !claimed.is_empty();
            for job in claimed {
                let worker = self.clone();
                held.spawn(async move { worker.perform(job).await });
            }
            if found && held.len() < AT_ONCE {
                continue;
            }
            tokio::select! {
                _ = held.join_next(), if !held.is_empty() => {}
                () = journal::grown(&mut signals), if held.len() < AT_ONCE => {}
                () = tokio::time::sleep(POLL) => {}
                // Nobody left who could tell us to stop is a reason to.
                told = stop.changed() => if told.is_err() { break },
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
        // One by one: a lease begins when its job does.
        while let Some(job) = self.claim(1).await?.pop() {
            self.perform(job).await;
            done += 1;
        }
        Ok(done)
    }

    /// On SQLite one process serves, so what is marked as running when it starts was interrupted: at
    /// worst a command beside it is just sending a letter, which then leaves twice.
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

    pub(super) async fn claim(&self, most: usize) -> Result<Vec<Held>, Error> {
        let now = self.clock.now();
        let select = self.due(now).limit(most as u64);
        // A look without the write lock first: an idle worker must not disturb writers.
        if most == 0 || select.clone().one(self.db.read()).await?.is_none() {
            return Ok(Vec::new());
        }
        let lease = now + LEASE;
        let tx = self.db.begin().await?;
        let rows = select
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&tx)
            .await?;
        // Counted before it begins: a job that takes its whole process down counts too.
        entity::Entity::update_many()
            .col_expr(entity::Column::State, Expr::value(State::Running))
            .col_expr(entity::Column::LeaseUntil, Expr::value(lease))
            .col_expr(
                entity::Column::Attempts,
                Expr::col(entity::Column::Attempts).add(1),
            )
            .filter(entity::Column::Id.is_in(rows.iter().map(|row| row.id)))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        let held = rows.into_iter().map(|row| Held {
            task: Task {
                id: row.id,
                name: row.name,
                body: row.body,
                attempts: row.attempts,
            },
            lease,
        });
        Ok(held.collect())
    }

    /// Jobs whose time has come, and those whose worker has gone silent.
    fn due(&self, now: Timestamp) -> Select<entity::Entity> {
        let waiting = Condition::all()
            .add(entity::Column::State.eq(State::Waiting))
            .add(entity::Column::RunAt.lte(now));
        let left = Condition::all()
            .add(entity::Column::State.eq(State::Running))
            .add(entity::Column::LeaseUntil.lt(now));
        entity::Entity::find()
            .filter(Condition::any().add(waiting).add(left))
            .filter(entity::Column::Name.is_in(self.handlers.keys().copied()))
            .order_by_asc(entity::Column::RunAt)
            .order_by_asc(entity::Column::Id)
    }

    async fn perform(&self, job: Held) {
        let Some(handler) = self.handlers.get(job.task.name.as_str()).cloned() else {
            return;
        };
        let outcome = if job.task.attempts >= ATTEMPTS {
            Err(Failed::GiveUp(anyhow::anyhow!(
                "every process that tried it stopped in the middle"
            )))
        } else {
            attempt(&handler, job.task.clone()).await
        };
        if let Err(error) = self.settle(&job, outcome).await {
            // The lease ends by itself and the job is done again: handlers are idempotent.
            tracing::error!(%error, job = %job.task.id, name = job.task.name, "jobs: could not record the outcome");
        }
    }

    pub(super) async fn settle(&self, Held { task, lease }: &Held, outcome: Outcome) -> Result<(), Error> {
        let now = self.clock.now();
        let mut row = entity::ActiveModel {
            lease_until: Set(None),
            ..Default::default()
        };
        // The log gets the outermost sentence alone: what lies below it may quote a letter's address or
        // a body. All of it stays with the job, for whoever looks after the house.
        match outcome {
            Ok(()) => {
                row.state = Set(State::Done);
                row.ended_at = Set(Some(now));
                // Letters with their links are nobody's business once they are sent.
                row.body = Set(serde_json::json!({}));
            }
            Err(Failed::Retry(error)) if task.attempts + 1 < ATTEMPTS => {
                tracing::warn!(%error, job = %task.id, name = task.name, "jobs: will try again");
                row.state = Set(State::Waiting);
                row.run_at = Set(now + pause(task.attempts));
                row.error = Set(Some(format!("{error:#}")));
            }
            Err(Failed::Retry(error) | Failed::GiveUp(error)) => {
                tracing::error!(%error, job = %task.id, name = task.name, "jobs: given up");
                row.state = Set(State::Dead);
                row.ended_at = Set(Some(now));
                row.error = Set(Some(format!("{error:#}")));
            }
        }
        let tx = self.db.begin().await?;
        let settled = entity::Entity::update_many()
            .set(row)
            .filter(entity::Column::Id.eq(task.id))
            .filter(entity::Column::State.eq(State::Running))
            .filter(entity::Column::LeaseUntil.eq(*lease))
            .exec(&tx)
            .await?;
        if settled.rows_affected == 0 {
            tracing::warn!(job = %task.id, name = task.name, "jobs: the lease was over, somebody else has it");
        }
        tx.commit().await
    }

    pub(super) async fn sweep(&self) {
        let now = self.clock.now();
        let older = |state: State, kept: TimeDelta| {
            Condition::all()
                .add(entity::Column::State.eq(state))
                .add(entity::Column::EndedAt.lt(now - kept))
        };
        let swept = async {
            let tx = self.db.begin().await?;
            entity::Entity::delete_many()
                .filter(
                    Condition::any()
                        .add(older(State::Done, KEEP_DONE))
                        .add(older(State::Dead, KEEP_DEAD)),
                )
                .exec(&tx)
                .await?;
            tx.commit().await
        };
        if let Err(error) = swept.await {
            tracing::warn!(%error, "jobs: could not sweep");
        }
    }
}
