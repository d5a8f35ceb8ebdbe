use std::{collections::HashMap, time::Duration};

use chrono::TimeDelta;
use serde_json::json;
use tokio::sync::watch;

use super::super::worker::LEASE;
use super::super::{NewJob, State, dead};
use super::harness::{Log, add, all, job, only, state};
use crate::{
    Clock, Engine,
    tests::{Base, noon, on_both_engines, until},
};

on_both_engines! {
    async fn four_workers_run_each_of_two_hundred_jobs_once(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let (stop, stopped) = watch::channel(false);
        let mut workers = tokio::task::JoinSet::new();
        for _ in 0..4 {
            // On PostgreSQL as four processes would; on SQLite one process is all there may be.
            let process = if engine == Engine::Postgres { base.open().await } else { db.clone() };
            workers.spawn(log.worker(&process, &Clock::system()).run(stopped.clone()));
        }
        for number in 0..200 {
            add(&db, NewJob { body: json!(number), ..job("sing") }).await;
        }

        until("all are done", async || {
            all(&db).await.iter().all(|row| row.state == State::Done)
        }).await;
        stop.send(true).unwrap();
        workers.join_all().await;

        let mut runs = HashMap::new();
        for task in log.tasks() {
            *runs.entry(task.body.to_string()).or_insert(0) += 1;
        }
        assert_eq!(runs.len(), 200);
        assert!(runs.values().all(|times| *times == 1), "{runs:?}");
    }

    async fn a_worker_wakes_at_once_and_not_by_its_polling(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        // On PostgreSQL the job comes from another process.
        let sender = if engine == Engine::Postgres { base.open().await } else { db.clone() };
        let log = Log::default();
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(log.worker(&db, &Clock::system()).run(stopped));

        // Each comes when the worker has just found nothing to do. By polling alone, once in a
        // second, this takes a minute; `until` waits half of one.
        let begun = std::time::Instant::now();
        for done in 1..=60 {
            add(&sender, job("sing")).await;
            until("it is done", async || log.runs() == done).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());

        stop.send(true).unwrap();
        running.await.unwrap();
    }

    async fn a_job_whose_worker_was_killed_is_taken_again_after_its_lease(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let clock = noon();
        let (_stop, stopped) = watch::channel(false);
        add(&db, job("hang")).await;
        let killed = tokio::spawn(log.worker(&db, &clock).run(stopped));
        until("it has begun", async || log.runs() == 1).await;
        killed.abort();
        assert!(killed.await.unwrap_err().is_cancelled());
        assert_eq!(state(&db).await, State::Running);

        let other = Log::default();
        let worker = other.worker(&db, &clock);
        clock.advance(LEASE);
        assert!(worker.claim(8).await.unwrap().is_empty(), "the lease still holds");
        clock.advance(TimeDelta::microseconds(1));

        let again = worker.claim(8).await.unwrap();
        assert_eq!((again.len(), again[0].task.attempts), (1, 1));
        assert!(worker.claim(8).await.unwrap().is_empty(), "held anew");
    }

    async fn who_lost_the_lease_cannot_say_how_the_job_ended(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let clock = noon();
        let worker = Log::default().worker(&db, &clock);
        add(&db, job("sing")).await;
        let late = worker.claim(1).await.unwrap().remove(0);
        clock.advance(LEASE + TimeDelta::seconds(1));
        let holder = worker.claim(1).await.unwrap().remove(0);

        worker.settle(&late, Err(anyhow::anyhow!("too late").into())).await.unwrap();
        assert_eq!((state(&db).await, only(&db).await.error), (State::Running, None));

        worker.settle(&holder, Ok(())).await.unwrap();
        assert_eq!(state(&db).await, State::Done);
    }

    async fn a_job_that_takes_every_process_down_is_given_up_as_well(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let clock = noon();
        let worker = log.worker(&db, &clock);
        add(&db, job("sing")).await;
        for _ in 0..21 {
            assert_eq!(worker.claim(1).await.unwrap().len(), 1);
            clock.advance(LEASE + TimeDelta::seconds(1));
        }

        worker.drain().await.unwrap();

        assert_eq!(log.runs(), 0);
        let seen = dead(&db, None, 9).await.unwrap().items;
        assert_eq!(seen[0].error.as_deref(), Some("every process that tried it stopped in the middle"));
    }

    async fn a_worker_told_to_stop_finishes_what_it_holds(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let (stop, stopped) = watch::channel(false);
        for _ in 0..8 {
            add(&db, job("sing")).await;
        }
        let running = tokio::spawn(log.worker(&db, &Clock::system()).run(stopped));
        until("some have begun", async || log.runs() > 0).await;

        stop.send(true).unwrap();
        running.await.unwrap();

        let states: Vec<_> = all(&db).await.into_iter().map(|row| row.state).collect();
        assert!(!states.contains(&State::Running), "{states:?}");
    }

    async fn a_worker_nobody_can_stop_any_more_stops(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let (stop, stopped) = watch::channel(false);
        drop(stop);

        let run = Log::default().worker(&db, &noon()).run(stopped);

        assert!(tokio::time::timeout(Duration::from_secs(30), run).await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_an_interrupted_job_is_done_at_the_next_start() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.ready().await;
    let log = Log::default();
    add(&db, job("sing")).await;
    let lost = log.worker(&db, &noon()).claim(1).await.unwrap();
    assert_eq!((lost.len(), state(&db).await), (1, State::Running));

    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(log.worker(&db, &noon()).run(stopped));
    until("it is done", async || state(&db).await == State::Done).await;
    stop.send(true).unwrap();
    running.await.unwrap();

    assert_eq!(log.tasks()[0].attempts, 1);
}

/// With the runtime's time stopped, the limit passes at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_that_hangs_is_cut_off_and_tried_again() {
    let base = Base::new(Engine::Sqlite).await;
    let db = base.ready().await;
    let log = Log::default();
    add(&db, job("hang")).await;
    let held = log.worker(&db, &noon()).claim(1).await.unwrap().remove(0);

    let outcome = std::thread::spawn(move || {
        let still = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .start_paused(true)
            .build();
        still.unwrap().block_on(log.attempt(held.task))
    });

    let outcome = outcome.join().unwrap();
    assert!(
        matches!(outcome, Err(super::super::Failed::Retry(error)) if error.to_string() == "took longer than 60 s")
    );
}
