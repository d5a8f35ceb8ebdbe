//! What features do when something happened, and other work after a commit.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc};

use db::{
    jobs::{Failed, Handler, Outcome, Task, Worker},
    journal::{Event, Recorded},
};

use crate::{App, post};

/// The future of a handler.
pub type Then = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// "When this happened, do that": run once per event, after its commit, retried until done.
#[derive(Clone)]
pub struct Reaction {
    /// The event's name.
    pub event: &'static str,
    /// `feature.what_it_does`, unique in the house and lasting: it names the job.
    pub name: &'static str,
    run: Arc<dyn Fn(App, Recorded) -> Then + Send + Sync>,
}

impl Reaction {
    /// Reacts to every `E`. The handler must be idempotent; [`Recorded::id`] tells repeats apart.
    pub fn to<E, F, T>(name: &'static str, handler: F) -> Reaction
    where
        E: Event,
        F: Fn(App, E, Recorded) -> T + Clone + Send + Sync + 'static,
        T: Future<Output = Outcome> + Send + 'static,
    {
        let run = move |app, recorded: Recorded| -> Then {
            let handler = handler.clone();
            Box::pin(async move {
                let event = recorded.read::<E>()?;
                handler(app, event, recorded).await
            })
        };
        Reaction {
            event: E::NAME,
            name,
            run: Arc::new(run),
        }
    }
}

/// Work that is enqueued by name with [`db::jobs::enqueue`], such as timers.
#[derive(Clone)]
pub struct Job {
    /// The name it is enqueued under.
    pub name: &'static str,
    run: Arc<dyn Fn(App, Task) -> Then + Send + Sync>,
}

impl Job {
    /// Does jobs of this name. The handler must be idempotent; [`Task::id`] tells repeats apart.
    pub fn new<F, T>(name: &'static str, handler: F) -> Job
    where
        F: Fn(App, Task) -> T + Send + Sync + 'static,
        T: Future<Output = Outcome> + Send + 'static,
    {
        Job {
            name,
            run: Arc::new(move |app, task| Box::pin(handler(app, task))),
        }
    }
}

/// A task that this version of the program cannot read. The error may quote it.
pub(crate) fn unreadable(error: serde_json::Error) -> Failed {
    Failed::GiveUp(anyhow::Error::new(error).context("the job says something else than this program expects"))
}

impl App {
    /// Tells the journal who reacts to what and gives the worker that does it. Once, at start.
    pub fn worker(&self, reactions: Vec<Reaction>, jobs: Vec<Job>) -> Worker {
        let mut wanted: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let mut handlers: HashMap<&'static str, Handler> = HashMap::new();
        for Reaction { event, name, run } in reactions {
            wanted.entry(event).or_default().push(name);
            let app = self.clone();
            let handler = move |task: Task| -> Then {
                match serde_json::from_value::<Recorded>(task.body) {
                    Ok(recorded) => run(app.clone(), recorded),
                    Err(error) => Box::pin(async move { Err(unreadable(error)) }),
                }
            };
            handlers.insert(name, Arc::new(handler));
        }
        for Job { name, run } in jobs.into_iter().chain([post::job()]) {
            let app = self.clone();
            handlers.insert(name, Arc::new(move |task| run(app.clone(), task)));
        }
        self.db().subscribe(wanted);
        Worker::new(self.db().clone(), self.clock().clone(), handlers)
    }
}
