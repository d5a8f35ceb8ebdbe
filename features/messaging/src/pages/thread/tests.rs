#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use chrono::TimeDelta;
use testing::{Seen, person};
use uuid::Uuid;
use web::Member;

use crate::{
    ConversationId, Milestone, paths,
    samples::{MISSION, SUBJECT, Stage},
    store,
};

async fn note(stage: &Stage, by: &Member, milestone: Milestone) {
    let tx = stage.begin().await;
    crate::note(stage.app(), &tx, stage.talk, by.account, milestone)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Fails unless these stand in the main part in this order.
#[track_caller]
fn in_order(seen: &Seen, wanted: &[&str]) {
    let words = seen.words();
    let mut rest = words.as_str();
    for sentence in wanted {
        let sentence = sentence.replace('\u{a0}', " ");
        let at = rest.find(&sentence);
        assert!(at.is_some(), "« {sentence} » should come next in: {rest}");
        rest = &rest[at.unwrap() + sentence.len()..];
    }
}

testing::on_both_engines! {
    // R46, R104
    async fn a_thread_tells_what_was_said_and_what_happened_in_the_readers_words(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour, votre projet me parle.").await.unwrap();
        stage.free().await;
        note(&stage, &stage.brun, Milestone::Accepted).await;
        stage.house.app.clock().advance(TimeDelta::days(1));
        stage.say(&stage.brun, "Quand pourriez-vous commencer ?\n\nEn août ?").await.unwrap();
        note(&stage, &stage.lea, Milestone::Applied).await;
        note(&stage, &stage.brun, Milestone::Chosen).await;
        note(&stage, &stage.brun, Milestone::Concluded).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        let seen = brun.get(paths::conversation(stage.talk)).await;

        in_order(seen.is(200), &[
            "Léa Rochat", SUBJECT, "Mardi 9 juin", "Léa Rochat s’intéresse à votre mission.",
            "Bonjour, votre projet me parle.", "Léa Rochat, 10:00", "Vous partagez cet intérêt.",
            "Mercredi 10 juin", "Quand pourriez-vous commencer ? En août ?", "Vous, 10:00",
            "Léa Rochat a postulé.", "Vous avez fait votre choix.", "La collaboration est conclue.",
        ]);
        assert!(seen.has("[role=log] article.msg.me p + p"));
        let profile = profiles::paths::freelance(profiles::FreelanceId(stage.lea.account));
        assert!(seen.has(&format!("h1 a[href='{profile}']")));
        assert!(seen.has("form[method=post] textarea[name=text][required]"));
        seen.says(&format!("beside {MISSION}"));
        in_order(&lea.get(paths::conversation(stage.talk)).await, &[
            "Vous avez montré votre intérêt", "Vous, 10:00", "Atelier Brun partage votre intérêt.",
            "Atelier Brun, 10:00", "Vous avez postulé.", "Le choix d’Atelier Brun s’est porté sur vous.",
            "Atelier Brun a donné son accord.",
        ]);
    }

    async fn a_thread_speaks_english(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Hello").await.unwrap();
        let brun = Member { lang: i18n::Lang::En, ..stage.brun.clone() };
        let seen = stage.house.member(&brun).get(paths::conversation(stage.talk)).await;
        seen.says("Tuesday").says("Léa Rochat is interested in your mission.").says("Mark as read").says("Send");
        stage.archive().await;
        let seen = stage.house.member(&brun).get(paths::conversation(stage.talk)).await;
        seen.says("Read-only conversation.").says("The conversation is archived.");
    }

    async fn words_are_shown_as_words(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "<script>alert(1)</script> & \"co\"\nligne").await.unwrap();
        for side in [&stage.lea, &stage.brun] {
            let client = stage.house.member(side);
            for address in [paths::conversation(stage.talk), paths::MESSAGES.to_owned()] {
                client.get(address).await.says("<script>alert(1)</script> & \"co\"").hides("<script>alert");
            }
        }
    }

    // A4
    async fn whoever_opened_waits_until_the_other_answers_or_accepts(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let address = paths::conversation(stage.talk);
        assert!(lea.get(&address).await.has("textarea"));
        stage.say(&stage.lea, "Bonjour").await.unwrap();

        let waiting = lea.get(&address).await;
        waiting.says("Votre message est envoyé.").says("dès qu’Atelier Brun aura répondu ou accepté");
        assert!(!waiting.has("textarea"));
        assert!(brun.get(&address).await.has("textarea"));

        stage.say(&stage.brun, "Bonjour Léa").await.unwrap();
        assert!(lea.get(&address).await.has("textarea"));
    }

    // R66, A15
    async fn an_archived_thread_is_read_but_not_written(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        stage.archive().await;
        for side in [&stage.lea, &stage.brun] {
            let client = stage.house.member(side);
            let seen = client.get(paths::conversation(stage.talk)).await;
            seen.is(200).says("Bonjour").says("La discussion est archivée.").says("Discussion en lecture seule.");
            assert!(!seen.has("textarea"));
            let refused = client.post(paths::conversation(stage.talk), &[("text", "Encore un mot")]).await;
            refused.is(409).says("ce message n’est pas parti").says("Encore un mot");
        }
        assert_eq!(stage.written().await, 1);
    }

    // R67, R68, I8
    async fn what_vanished_or_belongs_to_others_is_not_found_anywhere(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        let nowhere = ConversationId(Uuid::from_u128(404));
        for stranger in [&stage.jonas, &stage.colibri] {
            hidden(&stage, stranger, stage.talk).await;
            hidden(&stage, stranger, nowhere).await;
        }
        stage.vanish().await;
        for side in [&stage.lea, &stage.brun] {
            hidden(&stage, side, stage.talk).await;
            assert_eq!(stage.unread(side).await, 0);
        }
        assert_eq!(stage.written().await, 1);
    }

    async fn only_certified_sides_take_part(engine) {
        let stage = Stage::build(engine).await;
        let talk = ConversationId(Uuid::from_u128(43));
        stage.open(talk, &stage.nadia, &stage.brun, &stage.brun, Some("Bonjour")).await;
        let nadia = stage.house.member(&stage.nadia);
        for address in [paths::conversation(talk), paths::live(talk, 0)] {
            nadia.get(&address).await.is(403).hides("Bonjour");
            assert!(stage.house.visitor().get(&address).await.location().starts_with("/sign-in"));
        }
        nadia.post(paths::conversation(talk), &[("text", "Moi aussi")]).await.is(403);
        nadia.post(paths::reading(talk), &[("upto", "2")]).await.is(403);
        // The other side reads on, but finds nobody to write to.
        stage.house.member(&stage.brun).get(paths::conversation(talk)).await.is(200).says("Bonjour");
        assert_eq!(stage.written().await, 1);
    }

    async fn an_account_that_is_no_more_keeps_its_words(engine) {
        let stage = Stage::build(engine).await;
        let talk = ConversationId(Uuid::from_u128(43));
        let left = person(certification::rights::FREELANCE, true, "Parti");
        stage.open(talk, &left, &stage.brun, &left, Some("Adieu")).await;
        let seen = stage.house.member(&stage.brun).get(paths::conversation(talk)).await;
        seen.is(200).says("Compte supprimé").says("Adieu").says("Discussion en pause.");
        assert!(!seen.has("textarea"));
    }

    async fn a_long_thread_has_pages(engine) {
        let stage = Stage::build(engine).await;
        stage.free().await;
        for n in 1..=store::ENTRIES {
            stage.say(&stage.lea, &format!("Message n° {n}.")).await.unwrap();
        }
        let brun = stage.house.member(&stage.brun);

        let last = brun.get(paths::conversation(stage.talk)).await;
        in_order(&last, &["Messages précédents", "Message n° 1.", "Message n° 2.", "Message n° 59.", "Message n° 60."]);
        let earlier = last.attribute("[role=log] .event a", "href").unwrap();
        let first = brun.get(&earlier).await;

        first.is(200).says("s’intéresse à votre mission").says("Revenir aux derniers messages");
        assert!(!first.has("[role=log] article, [hx-get], [hx-sse\\:connect]"));
        brun.get(format!("{}?before=x&after=y", paths::conversation(stage.talk))).await.is(200).says("n° 60.");
    }

    async fn an_open_page_gets_what_came_since_and_nothing_twice(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Un").await.unwrap();
        let lea = stage.house.member(&stage.lea);
        let page = lea.get(paths::conversation(stage.talk)).await;
        let follow = page.attribute("[role=log] > [hx-get]", "hx-get").unwrap();
        lea.get_part(&follow).await.is(204);

        stage.say(&stage.brun, "Deux").await.unwrap();

        let news = lea.get_part(&follow).await;
        news.is(200).says("Deux").hides("Un<").hides("Mardi 9 juin").hides("beside");
        // The composer opens where it was closed, and the page says by itself what it has read.
        assert!(news.has("form#composer[hx-swap-oob=true] textarea"));
        assert!(news.has("li#current[hx-swap-oob=true] .last"));
        assert!(news.has("#reading[hx-swap-oob=true] form[hx-trigger=load] input[name=upto][value='3']"));
        let next = news.attribute("[hx-get]", "hx-get").unwrap();
        assert_ne!(next, follow);
        lea.get_part(&next).await.is(204);
        // The same address opened by itself is the whole page.
        lea.get(&next).await.is(200).says("Un").says("Deux");

        stage.house.app.clock().advance(TimeDelta::days(1));
        note(&stage, &stage.brun, Milestone::Chosen).await;
        let news = lea.get_part(&next).await;
        news.says("Mercredi 10 juin").says("s’est porté sur vous").says("beside");
        assert!(news.has("aside#selection[hx-swap-oob=true]"));
        assert!(!news.has("#composer"));
        stage.vanish().await;
        lea.get_part(&next).await.is(404).hides("Un<");
    }

    async fn what_the_other_has_read_is_marked(engine) {
        let stage = Stage::build(engine).await;
        stage.say(&stage.lea, "Bonjour").await.unwrap();
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let address = paths::conversation(stage.talk);
        lea.get(&address).await.says("Vous, 10:00").hides(". Lu");
        brun.post(paths::reading(stage.talk), &[("upto", "2")]).await.is(303);
        lea.get(&address).await.says("Vous, 10:00. Lu");
    }
}

/// Neither page, part, message, reading nor live tells `who` that there is `talk`.
async fn hidden(stage: &Stage, who: &Member, talk: ConversationId) {
    let client = stage.house.member(who);
    for address in [
        paths::conversation(talk),
        paths::before(talk, 9),
        paths::live(talk, 0),
    ] {
        client
            .get(&address)
            .await
            .is(404)
            .hides("Bonjour")
            .hides("Rochat")
            .hides("Atelier");
    }
    client
        .get_part(paths::after(talk, 0, false))
        .await
        .is(404)
        .hides("Bonjour");
    let long = "a".repeat(6_000);
    for text in ["Bonjour", "", &long] {
        client
            .post(paths::conversation(talk), &[("text", text)])
            .await
            .is(404)
            .hides("Rochat");
    }
    client.post(paths::reading(talk), &[("upto", "1")]).await.is(404);
    client.get(format!("{}/nonsense", paths::MESSAGES)).await.is(404);
}
