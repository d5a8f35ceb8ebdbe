use std::pin::pin;

use futures::{FutureExt, StreamExt};
use uuid::Uuid;

use super::Listener;
use crate::{ConversationId, paths, samples::Stage};

testing::on_both_engines! {
    // R46
    async fn an_open_page_is_told_once_a_message_is_there(engine) {
        let stage = Stage::build(engine).await;
        stage.house.quiet().await;
        let mut told = pin!(Listener::new(stage.app(), stage.brun.account, stage.talk).told());
        let mut is_quiet = || told.next().now_or_never().is_none();
        let other = ConversationId(Uuid::from_u128(43));
        stage.open(other, &stage.jonas, &stage.brun, &stage.jonas, Some("Ailleurs")).await;
        stage.house.quiet().await;
        assert!(is_quiet());
        let (tx, lea) = (stage.begin().await, stage.lea.account);
        assert!(crate::plant_message(stage.app(), &tx, stage.talk, lea, "Bonjour").await.is_ok());
        assert!(is_quiet());

        assert_eq!(tx.commit().await, Ok(()));

        assert!(told.next().await.is_some());
    }

    // I8
    async fn the_stream_ends_when_the_conversation_vanishes(engine) {
        let stage = Stage::build(engine).await;
        let mut told = pin!(Listener::new(stage.app(), stage.lea.account, stage.talk).told());

        stage.vanish().await;

        // The page is told to look, finds nothing, and that is the end.
        assert!(told.next().await.is_some());
        assert!(told.next().await.is_none());
    }

    async fn a_page_that_was_away_is_told_what_it_missed_and_no_content(engine) {
        let stage = Stage::build(engine).await;
        assert!(stage.say(&stage.lea, "Bonjour").await.is_ok());
        stage.house.quiet().await;
        // Stopped beforehand, so that the answer has an end.
        stage.app().stop();
        let brun = stage.house.member(&stage.brun);

        let behind = brun.get(paths::live(stage.talk, 1)).await;
        let abreast = brun.get(paths::live(stage.talk, 2)).await;

        behind.is(200).hides("Bonjour").hides("Léa");
        assert_eq!(behind.headers["content-type"], "text/event-stream");
        assert!(!behind.headers.contains_key("content-encoding"));
        assert_eq!(behind.headers["cache-control"], "no-store");
        assert!(behind.text().contains("event: news\n"), "{}", behind.text());
        assert!(behind.text().contains("id: 2\n"), "{}", behind.text());
        assert!(!abreast.text().contains("event: news"), "{}", abreast.text());
    }
}
