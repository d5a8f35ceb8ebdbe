#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use crate::{paths, samples::Stage};

testing::on_both_engines! {
    // R46
    async fn unread_counts_go_up_with_messages_and_down_with_reading(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let address = paths::conversation(stage.talk);
        stage.say(&stage.lea, "Un").await.unwrap();
        assert_eq!(stage.unread(&stage.brun).await, 1);

        // Looking is not saying so.
        let page = brun.get(&address).await;
        assert_eq!(stage.unread(&stage.brun).await, 1);
        let action = page.attribute("#reading form", "action").unwrap();
        let upto = page.attribute("#reading input[name=upto]", "value").unwrap();
        stage.free().await;
        stage.say(&stage.lea, "Deux").await.unwrap();
        assert_eq!(brun.post(&action, &[("upto", &upto)]).await.location(), address);

        // What came after the page was shown stays unread.
        assert_eq!(stage.unread(&stage.brun).await, 1);
        brun.post(&action, &[("upto", "3")]).await.is(303);
        assert_eq!(stage.unread(&stage.brun).await, 0);
        assert!(!brun.get(&address).await.has("#reading form"));
        brun.get(paths::MESSAGES).await.hides("Non lu");
    }

    async fn answering_is_reading(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Un").await.unwrap();
        stage.say(&stage.brun, "Deux").await.unwrap();
        assert_eq!((stage.unread(&stage.lea).await, stage.unread(&stage.brun).await), (1, 0));
    }

    async fn nobody_reads_ahead_back_or_for_others(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Un").await.unwrap();
        let brun = stage.house.member(&stage.brun);
        let reading = paths::reading(stage.talk);
        for upto in ["99", "-1", "0", "x", ""] {
            brun.post(&reading, &[("upto", upto)]).await.is(303);
            assert_eq!(stage.unread(&stage.brun).await, 1, "{upto}");
        }
        stage.house.member(&stage.lea).post(&reading, &[("upto", "2")]).await.is(303);
        stage.house.member(&stage.jonas).post(&reading, &[("upto", "2")]).await.is(404);
        assert_eq!(stage.unread(&stage.brun).await, 1);
        brun.post(&reading, &[("upto", "2")]).await.is(303);
        brun.post(&reading, &[("upto", "1")]).await.is(303);
        assert_eq!(stage.unread(&stage.brun).await, 0);
        brun.post_with_key(&reading, "forged", &[("upto", "2")]).await.is(403);
    }

    async fn script_says_it_without_leaving_the_page(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Un").await.unwrap();
        let seen = stage.house.member(&stage.brun).post_part(paths::reading(stage.talk), &[("upto", "2")]).await;
        assert!(seen.is(200).body.is_empty());
        assert_eq!(stage.unread(&stage.brun).await, 0);
    }

    async fn an_archived_conversation_can_still_be_read(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Un").await.unwrap();
        stage.archive().await;
        stage.house.member(&stage.brun).post(paths::reading(stage.talk), &[("upto", "3")]).await.is(303);
        assert_eq!(stage.unread(&stage.brun).await, 0);
    }
}
