#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use db::signals::Signal;
use testing::tokio;

use crate::{events::Written, paths, samples::Stage};

testing::on_both_engines! {
    // R46
    async fn a_message_arrives_and_is_unread(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let address = paths::conversation(stage.talk);
        let mut signals = stage.app().db().signals().subscribe();

        let sent = lea.post(&address, &[("text", "  Bonjour,\r\nvotre projet me parle.  ")]).await;

        assert_eq!(sent.location(), address);
        lea.get(&address).await.says("Bonjour, votre projet me parle.");
        brun.get(&address).await.says("Bonjour, votre projet me parle.").says("Marquer comme lu");
        assert_eq!((stage.unread(&stage.lea).await, stage.unread(&stage.brun).await), (0, 1));
        let events = db::journal::all(stage.app().db().read(), "messaging.written").await.unwrap();
        let written: Written = events[0].read().unwrap();
        assert_eq!(
            (events.len(), written.conversation, written.author, written.reader),
            (1, stage.talk, stage.lea.account, stage.brun.account)
        );
        assert!(!events[0].body.to_string().contains("Bonjour"));
        // The reader's counts are looked up again, and both open pages hear of it.
        let mut heard = Vec::new();
        while let Ok(signal) = signals.try_recv() {
            heard.push(signal);
        }
        assert!(heard.contains(&Signal::new("viewer", stage.brun.account)));
        assert!(heard.contains(&Signal::new("live", stage.talk)));
    }

    // A4
    async fn the_second_message_of_the_opener_is_refused_where_it_was_written(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let address = paths::conversation(stage.talk);
        lea.post(&address, &[("text", "Un")]).await.is(303);

        let refused = lea.post(&address, &[("text", "Deux <b>mots</b>")]).await;

        refused.is(409).says("Votre premier message est déjà parti.").says("Deux <b>mots</b>").hides("<b>mots");
        assert!(refused.has("form#composer textarea"));
        assert_eq!(stage.written().await, 1);
        brun.post(&address, &[("text", "Réponse")]).await.is(303);
        for words in ["Deux", "Trois"] {
            lea.post(&address, &[("text", words)]).await.is(303);
        }
        assert_eq!(stage.written().await, 4);
    }

    // A4
    async fn of_two_first_messages_at_once_one_is_taken(engine) {
        for _ in 0..4 {
            let stage = Arc::new(Stage::build(engine).await);
            let address = paths::conversation(stage.talk);
            let tries = ["Un", "Deux"].map(|text| {
                let (lea, address) = (stage.house.member(&stage.lea), address.clone());
                tokio::spawn(async move { lea.post(address, &[("text", text)]).await.status })
            });
            let mut found = Vec::new();
            for one in tries {
                found.push(one.await.unwrap());
            }

            found.sort_unstable();
            assert_eq!(found, [303, 409]);
            assert_eq!(stage.written().await, 1);
        }
    }

    async fn messages_at_once_are_all_kept_in_one_order(engine) {
        let stage = Arc::new(Stage::build(engine).await);
        stage.free().await;
        let address = paths::conversation(stage.talk);
        let tries: Vec<_> = (0..8)
            .map(|n| {
                let side = if n % 2 == 0 { &stage.lea } else { &stage.brun };
                let (client, address) = (stage.house.member(side), address.clone());
                tokio::spawn(async move { client.post(address, &[("text", &format!("Mot {n}"))]).await.status })
            })
            .collect();
        for one in tries {
            assert_eq!(one.await.unwrap(), 303);
        }
        let (entries, _) = crate::store::entries(stage.app().db().read(), stage.talk, None).await.unwrap();
        let numbers: Vec<i64> = entries.iter().map(|entry| entry.number).collect();
        assert_eq!(numbers, (1..=9).collect::<Vec<_>>());
    }

    async fn a_double_click_is_one_message(engine) {
        let stage = Stage::build(engine).await;
        stage.free().await;
        let lea = stage.house.member(&stage.lea);
        let (address, key) = (paths::conversation(stage.talk), lea.key().await);

        let first = lea.post_with_key(&address, &key, &[("text", "Bonjour")]).await.location();
        let second = lea.post_with_key(&address, &key, &[("text", "Bonjour")]).await.location();

        assert_eq!((first, second), (address.clone(), address.clone()));
        assert_eq!(stage.written().await, 1);
        // A key that proves nothing: the text comes back with a fresh one.
        let stale = lea.post_with_key(&address, "forged", &[("text", "Gardez ce texte")]).await;
        stale.is(422).says("Gardez ce texte").says("ouverte depuis trop longtemps");
        let brun = stage.house.member(&stage.brun).key().await;
        lea.post_with_key(&address, &brun, &[("text", "Avec la clé d’autrui")]).await.is(422);
        assert_eq!(stage.written().await, 1);
    }

    // The browser goes back, where the form still holds its key and the old words.
    async fn words_changed_after_the_back_button_are_a_second_message(engine) {
        let stage = Stage::build(engine).await;
        stage.free().await;
        let lea = stage.house.member(&stage.lea);
        let (address, key) = (paths::conversation(stage.talk), lea.key().await);

        for text in ["Bonjour", "Encore un mot", "Bonjour", "Encore un mot"] {
            lea.post_with_key(&address, &key, &[("text", text)]).await.is(303);
        }

        assert_eq!(stage.written().await, 2);
        lea.get(&address).await.says("Bonjour").says("Encore un mot");
    }

    async fn what_cannot_be_sent_comes_back_as_it_was_typed(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let address = paths::conversation(stage.talk);
        let huge = "é".repeat(50_000);
        let long = "a".repeat(5_001);
        for (text, sentence) in [
            ("", "Ce champ est à remplir."),
            (" \n\t ", "Ce champ est à remplir."),
            (long.as_str(), "C’est 1 de trop : 5’000 caractères au plus."),
            (huge.as_str(), "5’000 caractères au plus."),
            ("Bon\u{7}jour", "caractère invisible"),
            ("Bon\0jour", "caractère invisible"),
            ("Bon\u{202e}jour", "caractère invisible"),
        ] {
            let back = lea.post(&address, &[("text", text)]).await;
            back.is(422).says(sentence).says(text.split('\u{7}').next().unwrap().trim().get(..3).unwrap_or(""));
            assert!(back.has("textarea[aria-invalid=true][aria-describedby=text-fault]"));
        }
        lea.post(&address, &[]).await.is(422);
        assert!(lea.post(&address, &[("text", &huge)]).await.text().contains(&huge));
        assert_eq!(stage.written().await, 0);
        lea.post(&address, &[("text", &"é".repeat(5_000))]).await.is(303);
    }

    async fn script_gets_the_composer_alone_and_asks_what_is_new(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let address = paths::conversation(stage.talk);

        let wrong = lea.post_part(&address, &[("text", "Bon\u{7}jour")]).await;
        wrong.is(422).says("caractère invisible");
        assert!(wrong.has("form#composer textarea[autofocus]") && !wrong.has("main, [role=log]"));

        assert_eq!(lea.post_part(&address, &[("text", "Bonjour")]).await.location(), address);
        // htmx follows on the same terms.
        let sent = lea.get_part(&address).await;
        sent.is(200).says("Votre message est envoyé.");
        assert!(!sent.has("main, [role=log]"));
        assert_eq!(sent.headers["hx-trigger"], "news");

        let refused = lea.post_part(&address, &[("text", "Encore")]).await;
        refused.is(409).says("Votre premier message est déjà parti.").says("Encore");
        assert!(!refused.has("main, [role=log]"));
        let signed_out = stage.house.visitor().get_part(&address).await;
        signed_out.is(403);
        assert!(signed_out.headers["hx-redirect"].to_str().unwrap().starts_with("/sign-in?next="));
    }

    async fn who_writes_too_fast_keeps_the_text(engine) {
        let stage = Stage::build(engine).await;
        stage.free().await;
        let lea = stage.house.member(&stage.lea);
        let (address, key) = (paths::conversation(stage.talk), lea.key().await);
        let mut last = None;
        for _ in 0..60 {
            let seen = lea.post_with_key(&address, &key, &[("text", "Vite")]).await;
            if seen.status == 429 {
                last = Some(seen);
                break;
            }
        }
        let last = last.unwrap();
        last.says("Votre texte est gardé").says("Vite");
        assert!(last.headers.contains_key("retry-after"));
        // By account: the other side writes on.
        stage.house.member(&stage.brun).post(&address, &[("text", "Doucement")]).await.is(303);
    }

    // A24, I10
    async fn nobody_writes_to_an_account_without_certification(engine) {
        let stage = Stage::build(engine).await;
        let talk = crate::ConversationId(uuid::Uuid::from_u128(43));
        stage.open(talk, &stage.nadia, &stage.brun, &stage.nadia, None).await;
        let brun = stage.house.member(&stage.brun);
        brun.get(paths::conversation(talk)).await.says("Discussion en pause.");
        let refused = brun.post(paths::conversation(talk), &[("text", "Bonjour Nadia")]).await;
        refused.is(409).says("L’autre compte n’est pas certifié").says("Bonjour Nadia");
        assert_eq!(stage.written().await, 0);
    }
}
