//! Many requests at once, and how long each took.

use std::time::{Duration, Instant};

use anyhow::Context;

use crate::{
    client::{Browser, Connection, form_key},
    server::cpu_of,
};

/// What was measured.
pub struct Figures {
    times: Vec<Duration>,
    took: Duration,
    /// Processor time of the server for each request; for messages it includes fetching the keys.
    pub cpu_each: Duration,
}

impl Figures {
    /// Requests answered each second.
    pub fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }

    /// The time below which this share of requests was answered.
    pub fn at(&self, share: f64) -> Duration {
        let place = (self.times.len() as f64 * share) as usize;
        self.times
            .get(place.min(self.times.len().saturating_sub(1)))
            .copied()
            .unwrap_or_default()
    }
}

/// Asks for `paths` in turn over `connections` at once.
pub async fn pages(
    browser: &Browser,
    paths: &[String],
    connections: usize,
    so_long: Duration,
) -> anyhow::Result<Figures> {
    run(browser, connections, so_long, |task| {
        let (browser, paths) = (browser.clone(), paths.to_vec());
        async move {
            let mut connection = Connection::open(browser.address).await?;
            let mut times = Vec::new();
            let began = Instant::now();
            let mut turn = task;
            while began.elapsed() < so_long {
                let asked = Instant::now();
                let answer = connection
                    .get(&paths[turn % paths.len()], &browser.cookies)
                    .await?;
                anyhow::ensure!(
                    answer.status == 200,
                    "{} answers {}",
                    paths[turn % paths.len()],
                    answer.status
                );
                times.push(asked.elapsed());
                // No two connections ask for the same page of a long list.
                turn += connections + 1;
            }
            Ok(times)
        }
    })
    .await
}

/// Writes into one conversation over `connections` at once. Each message carries a key of its own,
/// from a page fetched before and not counted.
pub async fn messages(browser: &Browser, connections: usize, so_long: Duration) -> anyhow::Result<Figures> {
    let list = Connection::open(browser.address)
        .await?
        .plain("/messages", &browser.cookies)
        .await?
        .text();
    let thread = list
        .split("href=\"/messages/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .context("no conversation to write in")?;
    let thread = format!("/messages/{thread}");
    run(browser, connections, so_long, |task| {
        let (browser, thread) = (browser.clone(), thread.clone());
        async move {
            let mut connection = Connection::open(browser.address).await?;
            let mut times = Vec::new();
            let began = Instant::now();
            while began.elapsed() < so_long {
                // Any page of a member holds a form: that to sign out.
                let page = connection.plain("/help", &browser.cookies).await?.text();
                let key = form_key(&page).context("no form on a member's page")?;
                let text = format!("Message {} de la tâche {task}", times.len());
                let asked = Instant::now();
                let answer = connection
                    .post(&thread, &browser.cookies, &[("_key", &key), ("text", &text)])
                    .await?;
                anyhow::ensure!(
                    answer.status == 303,
                    "a message is answered {}: {}",
                    answer.status,
                    answer.location
                );
                times.push(asked.elapsed());
            }
            Ok(times)
        }
    })
    .await
}

async fn run<F, T>(
    browser: &Browser,
    connections: usize,
    so_long: Duration,
    task: F,
) -> anyhow::Result<Figures>
where
    F: Fn(usize) -> T,
    T: Future<Output = anyhow::Result<Vec<Duration>>> + Send + 'static,
{
    let began = Instant::now();
    let before = cpu_of(browser.server)?;
    let tasks: Vec<_> = (0..connections).map(|n| tokio::spawn(task(n))).collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    let took = began.elapsed().max(so_long);
    times.sort_unstable();
    let cpu_each = (cpu_of(browser.server)? - before) / u32::try_from(times.len().max(1))?;
    Ok(Figures {
        times,
        took,
        cpu_each,
    })
}
