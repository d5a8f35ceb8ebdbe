#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use tokio::sync::broadcast::Receiver;

use super::{RESET, Signal};
use crate::{
    Db, Engine,
    tests::{Base, noon, on_both_engines, until},
};

async fn say(db: &Db, signal: &Signal) {
    let tx = db.begin().await.unwrap();
    tx.signal(signal.clone());
    tx.commit().await.unwrap();
}

/// Waits for this signal; others pass by.
async fn hear(heard: &mut Receiver<Signal>, wanted: &Signal) {
    until("the signal is heard", async || {
        std::iter::from_fn(|| heard.try_recv().ok()).any(|signal| signal == *wanted)
    })
    .await;
}

on_both_engines! {
    async fn news_is_heard_when_it_is_committed_and_not_before_or_without(engine) {
        let base = Base::new(engine).await;
        let db = base.open().await;
        let mut heard = db.signals().subscribe();
        let (never, first, second) = (
            Signal::new("never", noon().key()),
            Signal::new("first", noon().key()),
            Signal::new("second", noon().key()),
        );

        let tx = db.begin().await.unwrap();
        tx.signal(never.clone());
        tx.rollback().await.unwrap();
        let tx = db.begin().await.unwrap();
        for signal in [&first, &first, &second] {
            tx.signal(signal.clone());
        }
        assert!(std::iter::from_fn(|| heard.try_recv().ok()).all(|signal| signal != first && signal != never));
        tx.commit().await.unwrap();

        // In this process at once, without a wait.
        let now: Vec<_> = std::iter::from_fn(|| heard.try_recv().ok()).collect();
        assert!(now.contains(&first) && now.contains(&second) && !now.contains(&never));
        assert!(db.signals().are_heard());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn news_reaches_another_process_on_the_same_postgres() {
    let base = Base::new(Engine::Postgres).await;
    let (here, there) = (base.open().await, base.open().await);
    let mut heard = there.signals().subscribe();
    let news = Signal::new("thing", noon().key());

    say(&here, &news).await;

    hear(&mut heard, &news).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_houses_in_one_postgres_base_do_not_hear_each_other() {
    let (base, neighbours) = (
        Base::new(Engine::Postgres).await,
        Base::new(Engine::Postgres).await,
    );
    let (here, there, neighbour) = (base.open().await, base.open().await, neighbours.open().await);
    let (mut heard, mut strange) = (there.signals().subscribe(), neighbour.signals().subscribe());

    let news = Signal::new("thing", noon().key());
    say(&here, &news).await;
    hear(&mut heard, &news).await;
    // Said later, and the server keeps the order: the news would have been here before it.
    let own = Signal::new("thing", noon().key());
    say(&neighbours.open().await, &own).await;

    until("its own is heard", async || match strange.try_recv() {
        Ok(signal) => {
            assert_eq!(signal, own);
            true
        }
        Err(_) => false,
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_listener_is_distrusted_then_says_to_forget_and_hears_again() {
    let base = Base::new(Engine::Postgres).await;
    let (here, there) = (base.open().await, base.open().await);
    for turn in 0..3 {
        let mut heard = there.signals().subscribe();

        base.cut().await;

        let reset = Signal::new(RESET, "");
        hear(&mut heard, &reset).await;
        until("it listens again", async || there.signals().are_heard()).await;
        until("the other one can write again", async || {
            here.begin().await.is_ok()
        })
        .await;
        let news = Signal::new("thing", turn);
        say(&here, &news).await;
        hear(&mut heard, &news).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_trusted_between_the_loss_and_the_order_to_forget() {
    let base = Base::new(Engine::Postgres).await;
    let db = base.open().await;
    let mut heard = db.signals().subscribe();

    base.cut().await;

    // First distrusted, then told; told again before trusted.
    let reset = Signal::new(RESET, "");
    hear(&mut heard, &reset).await;
    until("it listens again", async || db.signals().are_heard()).await;
    let told = std::iter::from_fn(|| heard.try_recv().ok())
        .filter(|signal| *signal == reset)
        .count();
    assert_eq!(told, 1);
}
