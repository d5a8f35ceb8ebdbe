#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking, and here a job does"
)]

mod harness;

mod retries;

mod workers;

use chrono::TimeDelta;
use serde_json::json;

use super::{NewJob, State, counts, enqueue};
use crate::tests::{Base, noon, on_both_engines};
use harness::{Log, add, job, only, state};

on_both_engines! {
    async fn a_job_of_a_given_up_transaction_never_runs(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let tx = db.begin().await.unwrap();
        assert!(enqueue(&tx, &noon(), job("sing")).await.unwrap());
        tx.rollback().await.unwrap();

        assert_eq!(log.worker(&db, &noon()).drain().await.unwrap(), 0);
        assert_eq!(log.runs(), 0);
    }

    async fn a_job_gets_what_was_enqueued_and_runs_once(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let worker = log.worker(&db, &noon());
        add(&db, NewJob { body: json!({ "song": "Frère Jacques" }), ..job("sing") }).await;

        assert_eq!(worker.drain().await.unwrap(), 1);
        assert_eq!(worker.drain().await.unwrap(), 0);

        let tasks = log.tasks();
        assert_eq!((tasks.len(), tasks[0].attempts), (1, 0));
        assert_eq!(tasks[0].body, json!({ "song": "Frère Jacques" }));
        assert_eq!(state(&db).await, State::Done);
        // Nothing of a letter stays once it is sent.
        assert_eq!(only(&db).await.body, json!({}));
    }

    async fn a_second_job_with_the_same_key_is_not_taken(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let once = || NewJob { dedup: Some("song 1".into()), ..job("sing") };

        let tx = db.begin().await.unwrap();
        assert!(enqueue(&tx, &noon(), once()).await.unwrap());
        assert!(!enqueue(&tx, &noon(), once()).await.unwrap());
        // The transaction goes on.
        assert!(enqueue(&tx, &noon(), job("sing")).await.unwrap());
        assert!(enqueue(&tx, &noon(), job("sing")).await.unwrap());
        tx.commit().await.unwrap();
        log.worker(&db, &noon()).drain().await.unwrap();
        assert_eq!(log.runs(), 3);

        // Not when it is done either.
        assert!(!add(&db, once()).await);
        log.worker(&db, &noon()).drain().await.unwrap();
        assert_eq!(log.runs(), 3);
    }

    async fn a_job_waits_for_its_time(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let clock = noon();
        let worker = log.worker(&db, &clock);
        add(&db, NewJob { run_at: clock.now() + TimeDelta::hours(1), ..job("sing") }).await;

        clock.advance(TimeDelta::hours(1) - TimeDelta::microseconds(1));
        assert_eq!(worker.drain().await.unwrap(), 0);
        clock.advance(TimeDelta::microseconds(1));
        assert_eq!(worker.drain().await.unwrap(), 1);
    }

    async fn a_job_nobody_here_knows_waits_for_a_version_that_does(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        add(&db, job("of_the_next_version")).await;

        assert_eq!(Log::default().worker(&db, &noon()).drain().await.unwrap(), 0);
        assert_eq!(counts(&db).await.unwrap(), (1, 0));
    }

    async fn jobs_run_in_the_order_of_their_times_then_of_their_coming(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let at = |seconds, body: u32| NewJob {
            run_at: noon().now() + TimeDelta::seconds(seconds),
            body: json!(body),
            ..job("sing")
        };
        let clock = noon();
        let tx = db.begin().await.unwrap();
        for new in [at(2, 3), at(1, 1), at(1, 2), at(0, 0)] {
            enqueue(&tx, &clock, new).await.unwrap();
        }
        tx.commit().await.unwrap();
        clock.advance(TimeDelta::seconds(5));

        log.worker(&db, &clock).drain().await.unwrap();

        let order: Vec<_> = log.tasks().into_iter().map(|task| task.body).collect();
        assert_eq!(order, [json!(0), json!(1), json!(2), json!(3)]);
    }

    async fn what_was_done_a_week_ago_is_swept_and_what_was_given_up_after_a_season(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let clock = noon();
        let worker = log.worker(&db, &clock);
        add(&db, job("sing")).await;
        add(&db, job("give_up")).await;
        worker.drain().await.unwrap();
        add(&db, job("of_the_next_version")).await;

        clock.advance(TimeDelta::days(7));
        worker.sweep().await;
        assert_eq!(harness::all(&db).await.len(), 3);
        clock.advance(TimeDelta::seconds(1));
        worker.sweep().await;

        let left: Vec<_> = harness::all(&db).await.into_iter().map(|row| row.state).collect();
        assert_eq!(left, [State::Dead, State::Waiting]);
        clock.advance(TimeDelta::days(83));
        worker.sweep().await;
        let left: Vec<_> = harness::all(&db).await.into_iter().map(|row| row.state).collect();
        assert_eq!(left, [State::Waiting]);
    }
}
