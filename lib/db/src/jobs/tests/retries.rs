use chrono::TimeDelta;
use serde_json::json;

use super::super::{NewJob, State, counts, dead, revive};
use super::harness::{Log, add, all, job, only, state};
use crate::tests::{Base, noon, on_both_engines};

on_both_engines! {
    async fn a_failing_job_is_tried_after_growing_pauses_and_given_up_after_two_days(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let clock = noon();
        let worker = log.worker(&db, &clock);
        add(&db, job("fail")).await;

        let mut attempts = 0;
        loop {
            assert_eq!(worker.drain().await.unwrap(), 1);
            let row = only(&db).await;
            attempts += 1;
            assert_eq!(row.attempts, attempts);
            assert_eq!(row.error.as_deref(), Some("the mail server is away"));
            if row.state == State::Dead {
                break;
            }
            let pause = row.run_at - clock.now();
            let middle = TimeDelta::seconds((1_i64 << attempts).min(6 * 3600));
            assert!(pause >= middle * 3 / 4 && pause <= middle * 5 / 4, "{pause} after {attempts}");
            clock.advance(pause - TimeDelta::microseconds(1));
            assert_eq!(worker.drain().await.unwrap(), 0, "not before its time");
            clock.advance(TimeDelta::microseconds(1));
        }

        assert_eq!(log.runs(), 21);
        let tried: Vec<_> = log.tasks().iter().map(|task| task.attempts).collect();
        assert_eq!(tried, (0..21).collect::<Vec<_>>());
        let days = (clock.now() - noon().now()).as_seconds_f64() / 86_400.0;
        assert!((1.4..=2.4).contains(&days), "{days} days");
        clock.advance(TimeDelta::days(30));
        assert_eq!(worker.drain().await.unwrap(), 0, "dead is dead");
    }

    async fn jobs_that_failed_together_do_not_come_back_together(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        for _ in 0..20 {
            add(&db, job("fail")).await;
        }

        Log::default().worker(&db, &noon()).drain().await.unwrap();

        let times: std::collections::HashSet<_> =
            all(&db).await.into_iter().map(|row| row.run_at).collect();
        assert!(times.len() > 5, "{times:?}");
    }

    async fn a_job_that_panics_is_tried_again_and_harms_no_other(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        add(&db, job("panic")).await;
        assert_eq!(log.worker(&db, &noon()).drain().await.unwrap(), 1);

        let row = only(&db).await;
        assert_eq!((row.state, row.error.as_deref()), (State::Waiting, Some("panicked: out of tune")));
        add(&db, job("sing")).await;
        assert_eq!(log.worker(&db, &noon()).drain().await.unwrap(), 1);
    }

    async fn a_dead_job_is_kept_shown_and_can_be_given_another_life(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let log = Log::default();
        let clock = noon();
        let worker = log.worker(&db, &clock);
        add(&db, NewJob { body: json!(1), ..job("give_up") }).await;
        worker.drain().await.unwrap();
        assert_eq!(log.runs(), 1);

        let seen = dead(&db, None, 20).await.unwrap().items;
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].name.as_str(), seen[0].attempts), ("give_up", 1));
        assert_eq!(seen[0].error.as_deref(), Some("no such mailbox"));
        assert_eq!(seen[0].ended_at, Some(clock.now()));
        assert_eq!(counts(&db).await.unwrap(), (0, 1));

        let tx = db.begin().await.unwrap();
        assert!(!revive(&tx, &clock, clock.key()).await.unwrap(), "a stranger's id");
        assert!(revive(&tx, &clock, seen[0].id).await.unwrap());
        assert!(!revive(&tx, &clock, seen[0].id).await.unwrap(), "a double click");
        tx.commit().await.unwrap();
        assert_eq!(counts(&db).await.unwrap(), (1, 0));
        assert_eq!(only(&db).await.ended_at, None);

        worker.drain().await.unwrap();
        assert_eq!(log.runs(), 2);
        assert_eq!(log.tasks()[1].body, json!(1));
        assert_eq!(state(&db).await, State::Dead);
    }

    async fn dead_jobs_are_shown_newest_first_page_by_page(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        for _ in 0..5 {
            add(&db, job("give_up")).await;
        }
        Log::default().worker(&db, &noon()).drain().await.unwrap();

        let first = dead(&db, None, 3).await.unwrap();
        let second = dead(&db, first.next, 3).await.unwrap();

        let ids: Vec<_> = first.items.iter().chain(&second.items).map(|seen| seen.id).collect();
        assert_eq!((ids.len(), second.next), (5, None));
        assert!(ids.is_sorted_by(|one, next| one > next));
    }
}

#[test]
fn the_pause_doubles_from_two_seconds_to_six_hours_and_is_never_absurd() {
    for attempts in -1..100 {
        let pause = super::super::attempt::pause(attempts);

        assert!(pause >= TimeDelta::milliseconds(1500));
        assert!(pause <= TimeDelta::minutes(450));
    }
}
