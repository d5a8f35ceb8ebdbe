//! Jobs that write down what was done.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;

use super::super::attempt::attempt;
use super::super::{Failed, Handler, NewJob, Outcome, State, Task, Worker, enqueue, entity};
use crate::{Clock, Db, tests::noon};

/// What was done, by whoever did it.
#[derive(Clone, Default)]
pub(super) struct Log(Arc<Mutex<Vec<Task>>>);

impl Log {
    pub(super) fn tasks(&self) -> Vec<Task> {
        self.0.lock().unwrap().clone()
    }

    pub(super) fn runs(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    /// A worker that knows the jobs `sing`, `fail`, `give_up`, `panic` and `hang`.
    pub(super) fn worker(&self, db: &Db, clock: &Clock) -> Worker {
        let names = ["sing", "fail", "give_up", "panic", "hang"];
        let handlers = names.map(|name| (name, self.handler(name)));
        Worker::new(db.clone(), clock.clone(), HashMap::from(handlers))
    }

    /// Tries this task as a worker would.
    pub(super) async fn attempt(&self, task: Task) -> Outcome {
        attempt(&self.handler("hang"), task).await
    }

    fn handler(&self, name: &'static str) -> Handler {
        let log = self.0.clone();
        Arc::new(move |task| {
            let log = log.clone();
            Box::pin(async move {
                log.lock().unwrap().push(task);
                tokio::task::yield_now().await;
                ending(name).await
            })
        })
    }
}

async fn ending(name: &str) -> Outcome {
    match name {
        "fail" => Err(Failed::Retry(anyhow::anyhow!("the mail server is away"))),
        "give_up" => Err(Failed::GiveUp(anyhow::anyhow!("no such mailbox"))),
        "panic" => panic!("out of tune"),
        "hang" => std::future::pending().await,
        _ => Ok(()),
    }
}

pub(super) fn job(name: &'static str) -> NewJob {
    NewJob {
        name,
        body: json!(null),
        dedup: None,
        run_at: noon().now(),
    }
}

pub(super) async fn add(db: &Db, new: NewJob) -> bool {
    let tx = db.begin().await.unwrap();
    let fresh = enqueue(&tx, &noon(), new).await.unwrap();
    tx.commit().await.unwrap();
    fresh
}

pub(super) async fn all(db: &Db) -> Vec<entity::Model> {
    let jobs = entity::Entity::find().order_by_asc(entity::Column::State);
    jobs.all(db.read()).await.unwrap()
}

/// The job of a test that has one.
pub(super) async fn only(db: &Db) -> entity::Model {
    let mut jobs = all(db).await;
    assert_eq!(jobs.len(), 1);
    jobs.remove(0)
}

pub(super) async fn state(db: &Db) -> State {
    only(db).await.state
}
