use std::{path::Path, sync::atomic::Ordering, time::Duration};

use app::App;
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
