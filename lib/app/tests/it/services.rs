use std::time::Duration;

use app::{App, Job, Reaction};
use db::jobs::{Failed, NewJob};
use futures::{FutureExt, Stream, StreamExt};
use i18n::Lang;
use mail::{Letter, Recipient};
use testing::{Engine, House, Log, Setup, on_both_engines, person};
use uuid::Uuid;
use web::{Member, Role};

use crate::things::{self, Renamed, rename, renamed};

fn lea() -> Member {
    person(Role("anyone"), true, "Lea")
}

fn letter(lang: Lang) -> Letter {
    let subject = match lang {
        Lang::En => "The lamp has a new name",
        _ => "La lampe a un nouveau nom",
    };
    Letter {
        lang,
        subject: subject.to_owned(),
        preheader: String::new(),
        heading: subject.to_owned(),
        blocks: Vec::new(),
        reason: String::new(),
        settings: None,
        sender_line: String::new(),
        unsubscribe: None,
    }
}

async fn post(app: &App, account: Uuid, once: &str) {
    let tx = app.begin().await.unwrap();
    app.post(&tx, account, once, letter).await.unwrap();
    tx.commit().await.unwrap();
}

/// Whether the page hears something; nothing must not be waited for.
async fn hears(live: &mut (impl Stream<Item = ()> + Unpin)) -> bool {
    let heard = tokio::time::timeout(Duration::from_secs(30), live.next()).await;
    heard.is_ok_and(|item| item.is_some())
}

on_both_engines! {
    async fn a_letter_leaves_once_for_each_deed_in_the_receivers_language(engine) {
        let house = House::build(engine, Setup::default()).await;
        let jonas = Member { lang: Lang::En, ..person(Role("anyone"), true, "Jonas") };
        house.knows(&lea());
        house.knows(&jonas);

        post(&house.app, lea().account, "deed 1").await;
        post(&house.app, lea().account, "deed 1").await;
        post(&house.app, lea().account, "deed 2").await;
        post(&house.app, jonas.account, "deed 1").await;
        assert_eq!(house.letters(), [], "not before a worker comes");
        house.settle().await;

        let subjects = |member: Member| {
            let letters = house.letters_to(&member).into_iter();
            letters.map(|letter| letter.subject).collect::<Vec<_>>()
        };
        assert_eq!(subjects(lea()), ["La lampe a un nouveau nom"; 2]);
        assert_eq!(subjects(jonas), ["The lamp has a new name"]);
    }

    async fn no_letter_leaves_for_what_did_not_happen_or_to_whom_is_gone(engine) {
        let house = House::build(engine, Setup::default()).await;
        house.knows(&lea());
        let tx = house.app.begin().await.unwrap();
        house.app.post(&tx, lea().account, "deed", letter).await.unwrap();
        tx.rollback().await.unwrap();

        post(&house.app, house.app.clock().key(), "deed").await;
        house.settle().await;

        assert_eq!(house.letters(), []);
    }

    async fn a_letter_the_mailer_refuses_is_given_up_at_once_and_shown(engine) {
        let house = House::build(engine, Setup::default()).await;
        let to = Recipient { email: "nobody at home".into(), name: None, lang: Lang::Fr };
        let tx = house.app.begin().await.unwrap();
        house.app.post_to(&tx, to, "deed", letter(Lang::Fr)).await.unwrap();
        tx.commit().await.unwrap();

        let log = Log::start();
        house.settle().await;

        let dead = db::jobs::dead(house.app.db(), None, 9).await.unwrap().items;
        assert_eq!((dead.len(), dead[0].name.as_str(), dead[0].attempts), (1, "mail.deliver", 1));
        let told = dead[0].error.as_deref().unwrap_or_default();
        assert!(told.contains("an address without @"), "staff are told all: {told}");
        let log = log.about(&[dead[0].id.to_string()]).concat();
        assert!(log.contains("a letter was refused for good") && !log.contains("an address without @"), "{log}");
    }

    async fn what_another_version_wrote_waits_for_one_that_can_read_it(engine) {
        let write = |_: App, _: Renamed, _| async { Ok(()) };
        let house = House::build(engine, Setup {
            reactions: vec![Reaction::to::<Renamed, _, _>("things.write", write)],
            ..Setup::default()
        }).await;
        let tx = house.app.begin().await.unwrap();
        for name in ["mail.deliver", "things.write"] {
            let body = serde_json::json!({ "id": "lea@example.test" });
            let job = NewJob { name, body, dedup: None, run_at: house.app.now() };
            db::jobs::enqueue(&tx, house.app.clock(), job).await.unwrap();
        }
        tx.commit().await.unwrap();

        let log = Log::start();
        house.settle().await;

        assert_eq!(db::jobs::counts(house.app.db()).await.unwrap(), (2, 0));
        let log = log.about(&["mail.deliver".to_owned(), "things.write".to_owned()]).concat();
        assert!(log.contains("something else than this program expects") && !log.contains("lea@"), "{log}");
    }

    async fn when_it_is_quiet_all_news_has_arrived(engine) {
        let house = House::build(engine, Setup::default()).await;
        let topic = house.app.clock().key();
        let mut live = Box::pin(house.app.live(topic));
        let tx = house.app.begin().await.unwrap();
        house.app.tell(&tx, topic);
        tx.commit().await.unwrap();

        house.quiet().await;

        // PostgreSQL tells it once more than the process itself.
        let times = if engine == Engine::Postgres { 2 } else { 1 };
        for _ in 0..times {
            assert!(live.next().now_or_never().is_some());
        }
        assert!(live.next().now_or_never().is_none());
    }

    async fn an_open_page_hears_of_its_topic_when_it_is_committed(engine) {
        let house = House::build(engine, Setup::default()).await;
        let (mine, other) = (house.app.clock().key(), house.app.clock().key());
        let mut live = Box::pin(house.app.live(mine));

        let tx = house.app.begin().await.unwrap();
        house.app.tell(&tx, mine);
        assert!(live.next().now_or_never().is_none());
        tx.rollback().await.unwrap();
        let tx = house.app.begin().await.unwrap();
        house.app.tell(&tx, other);
        tx.commit().await.unwrap();
        assert!(live.next().now_or_never().is_none());

        let tx = house.app.begin().await.unwrap();
        house.app.tell(&tx, mine);
        tx.commit().await.unwrap();
        assert!(hears(&mut live).await);
    }

    async fn a_page_that_could_not_keep_up_looks_again(engine) {
        let house = House::build(engine, Setup::default()).await;
        let mut live = Box::pin(house.app.live(house.app.clock().key()));
        let tx = house.app.begin().await.unwrap();
        for _ in 0..5_000 {
            house.app.tell(&tx, house.app.clock().key());
        }
        tx.commit().await.unwrap();

        assert!(hears(&mut live).await);
    }

    async fn those_who_react_do_so_once_for_each_event_and_again_until_it_is_done(engine) {
        // Fails the first time, then writes a letter about the event it was given.
        let react = |app: App, event: Renamed, recorded: db::journal::Recorded| async move {
            let tx = app.begin().await?;
            let to = Recipient { email: "lea@example.test".into(), name: None, lang: Lang::Fr };
            let tried = NewJob {
                name: "things.tried",
                body: serde_json::json!(null),
                dedup: Some(format!("tried {}", recorded.id)),
                run_at: app.now(),
            };
            let first = db::jobs::enqueue(&tx, app.clock(), tried).await?;
            app.post_to(&tx, to, &event.thing.to_string(), letter(Lang::Fr)).await?;
            if first {
                db::jobs::enqueue(&tx, app.clock(), NewJob {
                    name: "things.tried",
                    body: serde_json::json!(null),
                    dedup: Some("lost with this transaction".into()),
                    run_at: app.now(),
                }).await?;
            }
            tx.commit().await?;
            if first { Err(Failed::Retry(anyhow::anyhow!("not yet"))) } else { Ok(()) }
        };
        let house = House::build(engine, Setup {
            migrations: vec![things::migration()],
            reactions: vec![Reaction::to::<Renamed, _, _>("things.write", react)],
            jobs: vec![Job::new("things.tried", |_, _| async { Ok(()) })],
            ..Setup::default()
        }).await;
        let app = &house.app;
        let tx = app.begin().await.unwrap();
        rename(app, &tx, app.clock().key(), "never").await;
        tx.rollback().await.unwrap();
        renamed(app, app.clock().key(), "lampe").await;
        renamed(app, app.clock().key(), "chaise").await;

        for _ in 0..4 {
            house.settle().await;
            app.clock().advance(chrono::TimeDelta::minutes(10));
        }

        // One for each event, though each was tried twice.
        assert_eq!(house.letters().len(), 2);
        assert_eq!(db::jobs::counts(app.db()).await.unwrap(), (0, 0));
    }
}
