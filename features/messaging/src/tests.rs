//! The doors of this room.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use uuid::Uuid;

use crate::{ConversationId, Milestone, rules::Kind, samples::Stage, store};

testing::on_both_engines! {
    // A4
    async fn the_first_words_count_as_the_one_message(engine) {
        let stage = Stage::build(engine).await;
        let talk = ConversationId(Uuid::from_u128(43));
        stage.open(talk, &stage.jonas, &stage.brun, &stage.brun, Some("Bonjour Jonas")).await;

        assert_eq!((stage.unread(&stage.jonas).await, stage.unread(&stage.brun).await), (1, 0));
        assert_eq!(stage.written().await, 1);
        let tx = stage.begin().await;
        let again = crate::plant_message(stage.app(), &tx, talk, stage.brun.account, "Encore moi").await;
        assert!(again.is_err());
        crate::plant_message(stage.app(), &tx, talk, stage.jonas.account, "Bonjour").await.unwrap();
        crate::plant_message(stage.app(), &tx, talk, stage.brun.account, "Encore moi").await.unwrap();
    }

    // A4, A15
    async fn acceptance_frees_the_opener_and_the_archive_closes_for_both(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Un").await.unwrap();
        assert!(stage.say(&stage.lea, "Deux").await.is_err());

        stage.free().await;
        stage.say(&stage.lea, "Deux").await.unwrap();
        stage.archive().await;
        stage.archive().await;
        stage.free().await;

        assert!(stage.say(&stage.lea, "Trois").await.is_err());
        assert!(stage.say(&stage.brun, "Trois").await.is_err());
        let (entries, _) = store::entries(stage.app().db().read(), stage.talk, None).await.unwrap();
        let kinds: Vec<Kind> = entries.iter().map(|entry| entry.kind).collect();
        assert_eq!(kinds, [Kind::Opened, Kind::Message, Kind::Message, Kind::Archived]);
    }

    // R67, R68, I8
    async fn what_vanished_is_counted_and_told_by_nobody(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        let db = stage.app().db().read();
        let words = crate::last_words(db, &[stage.talk]).await.unwrap();
        assert_eq!(words[&stage.talk], (stage.lea.account, "Bonjour".to_owned()));
        assert_eq!(stage.unread(&stage.brun).await, 1);

        stage.vanish().await;
        stage.archive().await;

        assert_eq!(stage.unread(&stage.brun).await, 0);
        assert!(crate::last_words(db, &[stage.talk]).await.unwrap().is_empty());
        assert!(stage.say(&stage.brun, "Encore").await.is_err());
    }

    async fn a_stranger_says_nothing(engine) {
        let stage = Stage::build(engine).await;
        assert!(stage.say(&stage.jonas, "Bonjour").await.is_err());
        assert!(stage.say(&stage.colibri, "Bonjour").await.is_err());
        assert_eq!(stage.written().await, 0);
    }

    // R104
    async fn milestones_stand_between_the_messages_and_are_not_unread(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.begin().await;
        let (lea, brun) = (stage.lea.account, stage.brun.account);
        for (author, milestone) in [
            (brun, Milestone::Accepted),
            (lea, Milestone::Applied),
            (brun, Milestone::Chosen),
            (brun, Milestone::Concluded),
        ] {
            crate::note(stage.app(), &tx, stage.talk, author, milestone).await.unwrap();
        }
        tx.commit().await.unwrap();

        assert_eq!((stage.unread(&stage.lea).await, stage.unread(&stage.brun).await), (0, 0));
        let db = stage.app().db().read();
        assert!(crate::last_words(db, &[stage.talk]).await.unwrap().is_empty());
        let (entries, _) = store::entries(db, stage.talk, None).await.unwrap();
        let noted: Vec<_> = entries.iter().map(|entry| (entry.kind, entry.author)).collect();
        assert_eq!(noted, [
            (Kind::Opened, Some(lea)),
            (Kind::Accepted, Some(brun)),
            (Kind::Applied, Some(lea)),
            (Kind::Chosen, Some(brun)),
            (Kind::Concluded, Some(brun)),
        ]);
    }
}
