#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    Clock, Timestamp,
    tests::{Base, noon, on_both_engines, put, thing},
};

/// In order. Among them those whose text has fewer digits, and both sides of whole seconds.
fn moments() -> Vec<Timestamp> {
    [
        "1938-07-30T12:00:00.000001Z",
        "1969-12-31T23:59:59.999999Z",
        "1970-01-01T00:00:00Z",
        "2026-06-09T11:59:59.999Z",
        "2026-06-09T11:59:59.999999Z",
        "2026-06-09T12:00:00Z",
        "2026-06-09T12:00:00.000001Z",
        "2026-06-09T12:00:00.000010Z",
        "2026-06-09T12:00:00.001Z",
        "2026-06-09T12:00:00.001001Z",
        "2026-06-09T12:00:00.100Z",
        "2026-06-09T12:00:00.100001Z",
        "2026-06-09T12:00:01Z",
        "2038-01-19T03:14:08Z",
        "9999-12-31T23:59:59.999999Z",
    ]
    .map(|text| text.parse().unwrap())
    .to_vec()
}

on_both_engines! {
    async fn times_come_back_as_they_were_written_and_in_their_order(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let clock = noon();
        let tx = db.begin().await.unwrap();
        for moment in moments().into_iter().rev() {
            put(&tx, clock.key(), moment).await.unwrap();
        }
        tx.commit().await.unwrap();

        let rows = thing::Entity::find().order_by_asc(thing::Column::At).all(db.read()).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.at).collect::<Vec<_>>(), moments());
        for (place, moment) in moments().into_iter().enumerate() {
            let before = thing::Entity::find().filter(thing::Column::At.lt(moment)).all(db.read()).await;
            assert_eq!(before.unwrap().len(), place, "before {moment}");
            let same = thing::Entity::find().filter(thing::Column::At.eq(moment)).all(db.read()).await;
            assert_eq!(same.unwrap().len(), 1, "at {moment}");
        }
    }

    async fn the_time_now_survives_the_base(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let now = Clock::system().now();
        let tx = db.begin().await.unwrap();
        put(&tx, noon().key(), now).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(thing::Entity::find().one(db.read()).await.unwrap().unwrap().at, now);
    }

    async fn keys_sort_in_the_base_as_they_were_made(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let clock = noon();
        let mut keys = Vec::new();
        let tx = db.begin().await.unwrap();
        for turn in 0..300 {
            if turn % 100 == 0 {
                clock.advance(TimeDelta::microseconds(700));
            }
            keys.push(clock.key());
            put(&tx, keys[keys.len() - 1], noon().now()).await.unwrap();
        }
        tx.commit().await.unwrap();

        let rows = thing::Entity::find().order_by_asc(thing::Column::Id).all(db.read()).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), keys);
    }
}

#[test]
fn keys_are_uuids_of_version_7_and_each_is_greater_than_the_one_before() {
    for clock in [Clock::system(), noon()] {
        let keys: Vec<_> = (0..100_000).map(|_| clock.key()).collect();

        assert!(keys.is_sorted_by(|one, next| one < next));
        assert!(keys.iter().all(|key| key.get_version_num() == 7));
    }
}

#[test]
fn a_fixed_clock_stands_until_it_is_moved() {
    let clock = noon();
    let same = clock.clone();

    clock.advance(TimeDelta::seconds(90));

    assert_eq!(same.now(), noon().now() + TimeDelta::seconds(90));
    assert_eq!(same.now(), clock.now());
}

#[test]
fn a_clock_goes_back_and_runs_on() {
    let clock = Clock::system();
    let before = clock.now();
    let late = clock.key();
    clock.set(Some(before - TimeDelta::days(3)));
    assert_eq!(clock.now(), before - TimeDelta::days(3));
    let early = clock.key();
    assert!(early < late, "a key tells its time, also a past one");
    assert!(clock.key() > early);
    clock.set(None);
    assert!(clock.now() >= before);
    assert!(clock.key() > early);
}
