#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use chrono::TimeDelta;
use uuid::Uuid;
use web::Member;

use crate::{
    ConversationId, paths,
    samples::{SUBJECT, Stage},
    store,
};

fn talk(n: u128) -> ConversationId {
    ConversationId(Uuid::from_u128(n))
}

fn in_english(member: &Member) -> Member {
    Member {
        lang: i18n::Lang::En,
        ..member.clone()
    }
}

testing::on_both_engines! {
    // R46
    async fn the_list_tells_with_whom_about_what_and_what_was_said_last(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour, votre projet me parle.").await.unwrap();
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        let seen = brun.get(paths::MESSAGES).await;
        seen.is(200).says("Léa Rochat").says(SUBJECT).says("Non lu : Bonjour, votre projet me parle.").says("10:00");
        assert!(seen.has(&format!("a[href='{}'] .last.new", paths::conversation(stage.talk))));
        let own = lea.get(paths::MESSAGES).await;
        own.says("Atelier Brun").says("Vous : Bonjour, votre projet me parle.").hides("last new");

        // Looking changed nothing.
        brun.get(paths::MESSAGES).await.says("Non lu");
        assert_eq!(stage.unread(&stage.brun).await, 1);
    }

    async fn the_last_moved_comes_first_and_days_are_said_shortly(engine) {
        let stage = Stage::build(engine).await;
        stage.house.app.clock().advance(TimeDelta::days(1));
        stage.open(talk(50), &stage.jonas, &stage.brun, &stage.jonas, None).await;

        let words = stage.house.member(&stage.brun).get(paths::MESSAGES).await.words();

        let place = |name: &str| words.find(name).unwrap();
        assert!(place("Jonas Meier") < place("Léa Rochat"), "{words}");
        assert!(words.contains("Léa Rochat hier"), "{words}");
        stage.house.app.clock().advance(TimeDelta::minutes(1));
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        let words = stage.house.member(&stage.brun).get(paths::MESSAGES).await.words();
        assert!(words.find("Léa Rochat") < words.find("Jonas Meier"), "{words}");
        stage.house.app.clock().advance(TimeDelta::days(3));
        stage.house.member(&stage.brun).get(paths::MESSAGES).await.says("Jonas Meier 10 juin");
        stage.house.app.clock().advance(TimeDelta::days(300));
        stage.house.member(&stage.brun).get(paths::MESSAGES).await.says("Jonas Meier 10 juin 2026");
    }

    // A15, R66
    async fn what_is_archived_moves_to_its_tab(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        let brun = stage.house.member(&stage.brun);
        brun.get(paths::list(true)).await.is(200).says("Aucune conversation archivée");

        stage.archive().await;

        brun.get(paths::list(true)).await.says("Léa Rochat").says("Archivées").says("Bonjour");
        brun.get(paths::MESSAGES).await.says("Votre messagerie est vide").hides("Rochat");
        // Unread still counts: it can be read.
        assert_eq!(stage.unread(&stage.brun).await, 1);
    }

    // R67, R68, I8
    async fn what_vanished_or_belongs_to_others_is_not_listed(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        for other in [&stage.jonas, &stage.colibri] {
            let seen = stage.house.member(other).get(paths::MESSAGES).await;
            seen.is(200).says("Votre messagerie est vide").hides(&stage.talk.to_string());
        }

        stage.vanish().await;

        for side in [&stage.lea, &stage.brun] {
            for tab in [false, true] {
                let seen = stage.house.member(side).get(paths::list(tab)).await;
                seen.is(200).hides("Bonjour").hides(&stage.talk.to_string());
            }
        }
    }

    async fn only_certified_sides_read(engine) {
        let stage = Stage::build(engine).await;
        let stranger = stage.house.visitor().get(paths::MESSAGES).await;
        assert!(stranger.location().starts_with("/sign-in"));
        stage.house.member(&stage.nadia).get(paths::MESSAGES).await.is(403);
        let mara = testing::person(certification::rights::STAFF, true, "Mara");
        stage.house.member(&mara).get(paths::MESSAGES).await.is(404);
    }

    async fn a_long_list_has_pages(engine) {
        let stage = Stage::build(engine).await;
        for n in 0..=u128::from(store::PAGE) {
            stage.house.app.clock().advance(TimeDelta::minutes(1));
            stage.open(talk(1000 + n), &stage.jonas, &stage.brun, &stage.jonas, None).await;
        }
        let brun = stage.house.member(&stage.brun);

        let first = brun.get(paths::MESSAGES).await;
        let older = first.attribute("nav[aria-label='Pages de conversations'] a", "href").unwrap();
        first.hides("Léa Rochat");
        let second = brun.get(&older).await;

        second.is(200).says("Léa Rochat").says("Les plus récentes");
        assert!(second.has(&format!("a[href='{}']", paths::conversation(talk(1000)))));
        assert!(!first.has(&format!("a[href='{}']", paths::conversation(talk(1000)))));
        brun.get(format!("{}?after=nonsense&tab=nonsense", paths::MESSAGES)).await.is(200).hides("Les plus récentes");
    }

    async fn those_without_a_conversation_are_told_where_one_begins(engine) {
        let stage = Stage::build(engine).await;
        let jonas = stage.house.member(&stage.jonas).get(paths::MESSAGES).await;
        jonas.says("Recherchez une mission");
        assert!(jonas.has("main a[href='/missions']"));
        let colibri = stage.house.member(&in_english(&stage.colibri)).get(paths::MESSAGES).await;
        colibri.says("You have no messages yet").says("Search for a freelance");
        assert!(colibri.has("main a[href='/freelances']"));
    }

    async fn the_list_speaks_english_and_cuts_long_words(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, &"é".repeat(500)).await.unwrap();
        let seen = stage.house.member(&in_english(&stage.brun)).get(paths::MESSAGES).await;
        seen.says("Messages").says("Unread: ").says("éé…").hides(&"é".repeat(121));
    }
}
