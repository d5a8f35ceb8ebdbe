#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Event, Follower, Place, Recorded, all, record};
use crate::{
    Clock, Db, Engine, Tx, jobs,
    tests::{Base, noon, on_both_engines, value},
};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Painted {
    number: u32,
}

impl Event for Painted {
    const NAME: &'static str = "test.painted";
}

#[derive(Serialize, Deserialize)]
struct Sold;

impl Event for Sold {
    const NAME: &'static str = "test.sold";
}

async fn paint(tx: &Tx, clock: &Clock, number: u32) -> Uuid {
    record(tx, clock, &Painted { number }).await.unwrap().id
}

async fn painted(db: &Db, clock: &Clock, number: u32) -> Uuid {
    let tx = db.begin().await.unwrap();
    let id = paint(&tx, clock, number).await;
    tx.commit().await.unwrap();
    id
}

async fn follow(db: &Db) -> Follower {
    Follower::from(Place::now(db).await.unwrap())
}

fn ids(events: &[Recorded]) -> Vec<Uuid> {
    events.iter().map(|event| event.id).collect()
}

on_both_engines! {
    async fn an_event_is_seen_if_and_only_if_its_transaction_committed(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let mut follower = follow(&db).await;

        let tx = db.begin().await.unwrap();
        paint(&tx, &noon(), 1).await;
        assert_eq!(follower.news(&db).await.unwrap(), []);
        tx.rollback().await.unwrap();
        let id = painted(&db, &noon(), 2).await;

        let news = follower.news(&db).await.unwrap();
        assert_eq!(ids(&news), [id]);
        assert_eq!(news[0].read::<Painted>().unwrap(), Painted { number: 2 });
        assert!(news[0].read::<Sold>().is_err());
        assert_eq!(all(db.read(), Painted::NAME).await.unwrap(), news);
        assert_eq!(all(db.read(), Sold::NAME).await.unwrap(), []);
        assert_eq!(follower.news(&db).await.unwrap(), []);
    }

    async fn the_jobs_of_those_who_react_come_with_the_event_or_not_at_all(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        db.subscribe(HashMap::from([(Painted::NAME, vec!["hang_up", "admire"])]));

        let tx = db.begin().await.unwrap();
        paint(&tx, &noon(), 1).await;
        tx.rollback().await.unwrap();
        assert_eq!(jobs::counts(&db).await.unwrap(), (0, 0));

        painted(&db, &noon(), 2).await;
        assert_eq!(jobs::counts(&db).await.unwrap(), (2, 0));
    }

    async fn clocks_that_disagree_by_hours_hide_nothing(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let (fast, slow) = (noon(), noon());
        fast.advance(TimeDelta::hours(5));
        slow.advance(TimeDelta::hours(-5));
        let mut follower = follow(&db).await;

        for (number, clock) in [&fast, &slow, &fast, &slow].into_iter().enumerate() {
            let id = painted(&db, clock, number as u32).await;
            assert_eq!(ids(&follower.news(&db).await.unwrap()), [id]);
        }
    }

    async fn a_long_list_comes_in_parts_and_each_event_once(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let mut follower = follow(&db).await;
        let mut recorded = HashSet::new();
        // Whole parts, and a transaction that does not fit into one.
        for many in [1000, 1300, 1700] {
            let tx = db.begin().await.unwrap();
            for number in 0..many {
                recorded.insert(paint(&tx, &noon(), number).await);
            }
            tx.commit().await.unwrap();
        }

        let mut seen = Vec::new();
        loop {
            let news = follower.news(&db).await.unwrap();
            if news.is_empty() {
                break;
            }
            assert!(news.len() <= 1000);
            // What comes meanwhile is not lost behind the part just read.
            if seen.is_empty() {
                recorded.insert(painted(&db, &noon(), 9).await);
            }
            seen.extend(ids(&news));
        }
        seen.extend(ids(&follower.news(&db).await.unwrap()));

        assert_eq!(seen.len(), recorded.len());
        assert_eq!(seen.into_iter().collect::<HashSet<_>>(), recorded);
    }

    async fn a_restart_in_the_middle_of_a_long_list_begins_it_again(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let mut follower = follow(&db).await;
        let tx = db.begin().await.unwrap();
        for number in 0..1500 {
            paint(&tx, &noon(), number).await;
        }
        tx.commit().await.unwrap();
        assert_eq!(follower.news(&db).await.unwrap().len(), 1000);

        let mut restarted = Follower::from(follower.place().to_string().parse().unwrap());

        assert_eq!(restarted.news(&db).await.unwrap().len(), 1000);
        assert_eq!(restarted.news(&db).await.unwrap().len(), 500);
    }

    async fn a_place_that_the_base_has_not_reached_is_known_for_it(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let place = Place::now(&db).await.unwrap();
        painted(&db, &noon(), 1).await;

        assert!(place.is_past_of(&db).await.unwrap());
        assert!(Place::now(&db).await.unwrap().is_past_of(&db).await.unwrap());
        // Kept by a process that had seen more, before an older copy of the base came back.
        let ahead: Place = "9000000000000:".parse().unwrap();
        assert!(!ahead.is_past_of(&db).await.unwrap());
    }

    async fn everything_committed_by_many_at_once_is_followed_once(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let mut follower = follow(&db).await;
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..6_u32 {
            let db = db.clone();
            writers.spawn(async move {
                let mut committed = Vec::new();
                for turn in 0..30_u32 {
                    let tx = db.begin().await.unwrap();
                    let one = paint(&tx, &Clock::system(), turn).await;
                    for _ in 0..(writer * 7 + turn) % 5 {
                        tokio::task::yield_now().await;
                    }
                    let other = paint(&tx, &Clock::system(), turn).await;
                    if (turn + writer) % 4 == 0 {
                        tx.rollback().await.unwrap();
                    } else {
                        tx.commit().await.unwrap();
                        committed.extend([one, other]);
                    }
                }
                committed
            });
        }

        let mut seen = Vec::new();
        let mut committed = HashSet::new();
        while !writers.is_empty() {
            while let Some(done) = writers.try_join_next() {
                committed.extend(done.unwrap());
            }
            seen.extend(ids(&follower.news(&db).await.unwrap()));
        }
        seen.extend(ids(&follower.news(&db).await.unwrap()));

        assert_eq!(seen.len(), committed.len());
        assert_eq!(seen.into_iter().collect::<HashSet<_>>(), committed);
    }
}

/// On SQLite there is one write at a time, so none can overtake another.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_whose_transaction_was_overtaken_is_seen_when_it_commits() {
    let base = Base::new(Engine::Postgres).await;
    let db = base.ready().await;
    let clock = noon();
    let mut follower = follow(&db).await;

    let slow = db.begin().await.unwrap();
    let early = paint(&slow, &clock, 1).await;
    // The overtaken transaction may be as long as it likes.
    clock.advance(TimeDelta::hours(3));
    let late = painted(&db, &clock, 2).await;
    assert_eq!(ids(&follower.news(&db).await.unwrap()), [late]);
    for number in 3..1200 {
        painted(&db, &clock, number).await;
    }
    assert_eq!(follower.news(&db).await.unwrap().len(), 1000);
    assert_eq!(follower.news(&db).await.unwrap().len(), 197);

    // Whoever restarts meanwhile knows as well what is still to come.
    let mut restarted = Follower::from(follower.place().to_string().parse().unwrap());
    let still_early = paint(&slow, &clock, 0).await;
    slow.commit().await.unwrap();

    for follower in [&mut follower, &mut restarted] {
        let news = follower.news(&db).await.unwrap();
        assert_eq!(
            ids(&news).into_iter().collect::<HashSet<_>>(),
            HashSet::from([early, still_early])
        );
        assert_eq!(follower.news(&db).await.unwrap(), []);
    }
    assert_eq!(value::<i64>(db.read(), "SELECT count(*) FROM event").await, 1200);
}

#[test]
fn a_place_is_read_back_from_its_text_and_nothing_else_is_a_place() {
    for text in ["1:", "900:7", "900:7,8,899"] {
        assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        assert_eq!(format!(" {text}\n").parse::<Place>().unwrap().to_string(), text);
    }
    for text in ["", ":", "7", "a:b", "1:2,x", "1764000000000000"] {
        assert!(text.parse::<Place>().is_err(), "{text:?}");
    }
}
