use std::{path::Path, sync::atomic::Ordering, time::Duration};

use app::{App, Feeder};
use testing::{Engine, House, Setup, on_both_engines};
use uuid::Uuid;

use crate::things::{self, found, found_on_the_other, process, rename, renamed, strings};

async fn house(engine: Engine) -> (House, tempfile::TempDir) {
    let migrations = vec![things::migration()];
    let setup = Setup {
        migrations,
        ..Setup::default()
    };
    (House::build(engine, setup).await, tempfile::tempdir().unwrap())
}

fn key(app: &App) -> Uuid {
    app.clock().key()
}

fn rebuilds(app: &App) -> usize {
    strings(app).rebuilds.load(Ordering::SeqCst)
}

fn place(folder: &Path) -> std::path::PathBuf {
    folder.join("place")
}

async fn until(what: &str, condition: impl Fn() -> bool) {
    let patience = tokio::time::timeout(Duration::from_secs(30), async {
        while !condition() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    assert!(patience.await.is_ok(), "never: {what}");
}

on_both_engines! {
    async fn what_was_recorded_is_found_and_what_went_is_not(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        let (lamp, chair) = (key(&app), key(&app));
        renamed(&app, lamp, "lampe").await;
        feeder.prepare().await.unwrap();
        assert_eq!(found(&app, "lampe"), [lamp]);

        renamed(&app, chair, "chaise").await;
        renamed(&app, lamp, "lanterne").await;
        feeder.catch_up().await.unwrap();
        assert_eq!((found(&app, "chaise"), found(&app, "lanterne")), (vec![chair], vec![lamp]));
        assert!(found(&app, "lampe").is_empty());

        renamed(&app, chair, "").await;
        feeder.catch_up().await.unwrap();
        assert!(found(&app, "chaise").is_empty());
    }

    async fn each_process_feeds_its_own_shelves_with_everything(engine) {
        let (house, folder) = house(engine).await;
        let other_folder = tempfile::tempdir().unwrap();
        let (app, feeder) = process(&house, folder.path());
        let (other, other_feeder) = process(&house, other_folder.path());
        feeder.prepare().await.unwrap();
        other_feeder.prepare().await.unwrap();
        let lamp = key(&app);

        renamed(&app, lamp, "lampe").await;
        feeder.catch_up().await.unwrap();
        other_feeder.catch_up().await.unwrap();

        assert_eq!((found(&app, "lampe"), found(&other, "lampe")), (vec![lamp], vec![lamp]));
    }

    async fn a_restart_goes_on_where_it_was_and_rebuilds_nothing(engine) {
        let (house, folder) = house(engine).await;
        let (lamp, chair) = {
            let (app, feeder) = process(&house, folder.path());
            feeder.prepare().await.unwrap();
            let (lamp, chair) = (key(&app), key(&app));
            renamed(&app, lamp, "lampe").await;
            feeder.catch_up().await.unwrap();
            // This one comes too late for it.
            renamed(&app, chair, "chaise").await;
            (lamp, chair)
        };

        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        feeder.catch_up().await.unwrap();

        assert_eq!(rebuilds(&app), 0);
        assert_eq!((found(&app, "lampe"), found(&app, "chaise")), (vec![lamp], vec![chair]));
    }

    async fn without_a_bookmark_that_can_be_believed_all_shelves_are_rebuilt(engine) {
        let (house, folder) = house(engine).await;
        let lamp = {
            let (app, feeder) = process(&house, folder.path());
            feeder.prepare().await.unwrap();
            key(&app)
        };
        // Half written; of an older version; kept while the base was further than it is now.
        for bookmark in ["", "12", "1764000000000000", "9000000000000:"] {
            std::fs::write(place(folder.path()), bookmark).unwrap();
            let (app, feeder) = process(&house, folder.path());
            renamed(&app, lamp, bookmark.trim_end_matches(':')).await;

            feeder.prepare().await.unwrap();
            feeder.catch_up().await.unwrap();

            assert_eq!(rebuilds(&app), 2, "{bookmark:?}");
            if !bookmark.is_empty() {
                assert_eq!(found(&app, bookmark.trim_end_matches(':')), [lamp]);
            }
        }
        std::fs::remove_file(place(folder.path())).unwrap();
        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        assert_eq!(rebuilds(&app), 2);
        assert!(place(folder.path()).exists());
    }

    async fn a_rebuild_while_serving_loses_nothing(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        let (lamp, chair, table) = (key(&app), key(&app), key(&app));
        renamed(&app, lamp, "lampe").await;
        renamed(&app, chair, "chaise").await;
        feeder.prepare().await.unwrap();
        let strings = strings(&app);
        strings.gate.forget_permits(1_000);
        strings.at_the_gate.store(false, Ordering::SeqCst);
        let rebuilding = tokio::spawn({
            let feeder = feeder.clone();
            async move { feeder.rebuild().await }
        });
        until("the rebuild has read the base", || strings.at_the_gate.load(Ordering::SeqCst)).await;

        // What it holds is old now.
        renamed(&app, lamp, "lanterne").await;
        renamed(&app, chair, "").await;
        renamed(&app, table, "table").await;
        feeder.catch_up().await.unwrap();
        assert_eq!(found(&app, "lanterne"), [lamp], "it serves and follows meanwhile");
        strings.gate.add_permits(1_000);
        rebuilding.await.unwrap().unwrap();
        feeder.catch_up().await.unwrap();

        assert_eq!((found(&app, "lanterne"), found(&app, "table")), (vec![lamp], vec![table]));
        assert_eq!((found(&app, "lampe"), found(&app, "chaise")), (vec![], vec![]));
    }

    async fn an_order_to_rebuild_reaches_every_process(engine) {
        let (house, folder) = house(engine).await;
        let other_folder = tempfile::tempdir().unwrap();
        let (app, feeder) = process(&house, folder.path());
        let (other, other_feeder) = process(&house, other_folder.path());
        feeder.prepare().await.unwrap();
        other_feeder.prepare().await.unwrap();
        let (before, other_before) = (rebuilds(&app), rebuilds(&other));
        let running = [tokio::spawn(feeder.run()), tokio::spawn(other_feeder.run())];

        // Who orders it has no shelves.
        Feeder::order_rebuild(&house.app).await.unwrap();

        until("both have rebuilt both shelves", || {
            (rebuilds(&app), rebuilds(&other)) == (before + 2, other_before + 2)
        }).await;
        app.stop();
        other.stop();
        for process in running {
            process.await.unwrap();
        }
    }

    async fn an_ordered_rebuild_keeps_no_news_waiting(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        let lamp = key(&app);
        renamed(&app, lamp, "lampe").await;
        feeder.prepare().await.unwrap();
        let strings = strings(&app);
        strings.gate.forget_permits(1_000);
        strings.at_the_gate.store(false, Ordering::SeqCst);
        let running = tokio::spawn(feeder.run());
        Feeder::order_rebuild(&app).await.unwrap();
        until("the rebuild has read the base", || strings.at_the_gate.load(Ordering::SeqCst)).await;

        renamed(&app, lamp, "lanterne").await;
        until("the news is followed meanwhile", || found(&app, "lanterne") == [lamp]).await;
        let before = app.library().generation("things").unwrap();
        strings.gate.add_permits(1_000);
        until("the rebuild is done", || app.library().generation("things").unwrap() > before).await;

        assert_eq!((found(&app, "lanterne"), found(&app, "lampe")), (vec![lamp], vec![]));
        app.stop();
        running.await.unwrap();
    }

    async fn an_order_cut_short_is_obeyed_after_the_restart_and_only_once(engine) {
        let (house, folder) = house(engine).await;
        {
            let (app, feeder) = process(&house, folder.path());
            feeder.prepare().await.unwrap();
            let strings = strings(&app);
            strings.gate.forget_permits(1_000);
            strings.at_the_gate.store(false, Ordering::SeqCst);
            let running = tokio::spawn(feeder.run());
            Feeder::order_rebuild(&app).await.unwrap();
            until("the rebuild has read the base", || strings.at_the_gate.load(Ordering::SeqCst)).await;
            let lamp = key(&app);
            renamed(&app, lamp, "lampe").await;
            until("later news is followed", || found(&app, "lampe") == [lamp]).await;
            app.stop();
            running.await.unwrap();
        }
        let kept = || std::fs::read_to_string(place(folder.path())).unwrap();
        for wanted in [2, 0] {
            let before = kept();
            let (app, feeder) = process(&house, folder.path());
            feeder.prepare().await.unwrap();
            assert_eq!(rebuilds(&app), 0, "it starts with the shelves it had");
            let chair = key(&app);
            let running = tokio::spawn(feeder.run());
            until("the order is obeyed", || rebuilds(&app) == wanted).await;
            renamed(&app, chair, "chaise").await;
            until("it follows", || found(&app, "chaise").contains(&chair)).await;
            assert_eq!(rebuilds(&app), wanted);
            until("its place is kept again", || kept() != before).await;
            app.stop();
            running.await.unwrap();
        }
    }

    async fn an_ordered_rebuild_that_fails_is_tried_again(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        let before = rebuilds(&app);
        strings(&app).fails_to_rebuild.store(true, Ordering::SeqCst);
        let running = tokio::spawn(feeder.run());

        Feeder::order_rebuild(&app).await.unwrap();

        until("both shelves are rebuilt after all", || rebuilds(&app) == before + 2).await;
        assert!(!strings(&app).fails_to_rebuild.load(Ordering::SeqCst), "it did fail");
        app.stop();
        running.await.unwrap();
    }

    async fn who_orders_and_rebuilds_by_himself_leaves_no_order_for_the_next_start(engine) {
        let (house, folder) = house(engine).await;
        {
            let (_, feeder) = process(&house, folder.path());
            feeder.prepare().await.unwrap();
            Feeder::order_rebuild(&house.app).await.unwrap();
            feeder.rebuild().await.unwrap();
        }

        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        let running = tokio::spawn(feeder.run());
        let chair = key(&app);
        renamed(&app, chair, "chaise").await;
        until("it follows", || found(&app, "chaise") == [chair]).await;
        app.stop();
        running.await.unwrap();

        assert_eq!(rebuilds(&app), 0);
    }

    async fn what_happens_during_the_first_rebuild_is_not_lost(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        let (lamp, chair) = (key(&app), key(&app));
        renamed(&app, lamp, "lampe").await;
        let strings = strings(&app);
        strings.gate.forget_permits(1_000);
        let preparing = tokio::spawn({
            let feeder = feeder.clone();
            async move { feeder.prepare().await }
        });
        until("the rebuild has read the base", || strings.at_the_gate.load(Ordering::SeqCst)).await;

        renamed(&app, lamp, "lanterne").await;
        renamed(&app, chair, "chaise").await;
        strings.gate.add_permits(1_000);
        preparing.await.unwrap().unwrap();
        feeder.catch_up().await.unwrap();

        assert_eq!((found(&app, "lanterne"), found(&app, "chaise")), (vec![lamp], vec![chair]));
        assert!(found(&app, "lampe").is_empty());
    }

    async fn news_that_could_not_be_applied_comes_again_and_holds_no_other_shelf_up(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        let lamp = key(&app);
        let kept = std::fs::read_to_string(place(folder.path())).unwrap();
        strings(&app).broken.store(true, Ordering::SeqCst);
        renamed(&app, lamp, "lampe").await;

        assert!(feeder.catch_up().await.is_err());
        assert!(found(&app, "lampe").is_empty());
        assert_eq!(found_on_the_other(&app, "lampe"), [lamp]);
        assert_eq!(std::fs::read_to_string(place(folder.path())).unwrap(), kept);

        strings(&app).broken.store(false, Ordering::SeqCst);
        feeder.catch_up().await.unwrap();
        assert_eq!(found(&app, "lampe"), [lamp]);
    }

    async fn it_follows_by_itself_and_at_once_until_it_is_stopped(engine) {
        let (house, folder) = house(engine).await;
        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        let running = tokio::spawn(feeder.run());

        // By its polling alone, once in a second, this takes a minute.
        let begun = std::time::Instant::now();
        for number in 0..60 {
            let thing = key(&app);
            renamed(&app, thing, &format!("objet{number:03}")).await;
            until("it is found", || found(&app, &format!("objet{number:03}")) == [thing]).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());

        app.stop();
        tokio::time::timeout(Duration::from_secs(30), running).await.unwrap().unwrap();
    }
}

/// On SQLite there is one write at a time, so none can overtake another.
#[test]
fn an_event_that_was_overtaken_is_found_when_it_commits() {
    testing::run(async {
        let (house, folder) = house(Engine::Postgres).await;
        let (app, feeder) = process(&house, folder.path());
        feeder.prepare().await.unwrap();
        let (lamp, chair) = (key(&app), key(&app));

        let slow = app.begin().await.unwrap();
        rename(&app, &slow, lamp, "lampe").await;
        app.clock().advance(chrono::TimeDelta::hours(2));
        renamed(&app, chair, "chaise").await;
        feeder.catch_up().await.unwrap();
        assert_eq!(
            (found(&app, "chaise"), found(&app, "lampe")),
            (vec![chair], vec![])
        );
        slow.commit().await.unwrap();

        feeder.catch_up().await.unwrap();
        assert_eq!(found(&app, "lampe"), [lamp]);
    });
}
