//! What features do when something happened, and other work after a commit.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc};

use db::{
    jobs::{Handler, Outcome, Task, Worker},
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

impl App {
    /// Gives a worker that does these reactions and jobs, and delivers letters. The first call, at start,
    /// also tells the journal who reacts to what.
    pub fn worker(&self, reactions: Vec<Reaction>, jobs: Vec<Job>) -> Worker {
        let mut wanted: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
        let mut handlers: HashMap<&'static str, Handler> = HashMap::new();
        for Reaction { event, name, run } in reactions {
            wanted.entry(event).or_default().push(name);
            let app = self.clone();
            let handler = move |task: Task| -> Then {
                match task.read::<Recorded>() {
                    Ok(recorded) => run(app.clone(), recorded),
                    Err(error) => Box::pin(async move { Err(error.into()) }),
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
