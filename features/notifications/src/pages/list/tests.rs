#![expect(clippy::panic, clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    events::{Certified, Refused},
    rights::{COMPANY, FREELANCE, STAFF},
};
use chrono::TimeDelta;
use missions::events::Published;
use profiles::CompanyId;
use selection::PlantedMove::{Apply, Choose, CompanyInterest, Decline, FreelanceInterest, Reject};
use testing::person;
use uuid::Uuid;

use crate::{
    paths,
    samples::{Stage, TALKING, TITLE},
    store::PAGE,
};

fn conversation(id: selection::CandidacyId) -> String {
    messaging::paths::conversation(messaging::ConversationId(id.0))
}

testing::on_both_engines! {
    // R73
    async fn a_bell_tells_who_and_what_in_the_readers_language(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.lea, &[CompanyInterest]).await;
        let (lea, brun) = (stage.as_member(&stage.lea), stage.as_member(&stage.brun));

        let seen = lea.get(paths::NOTIFICATIONS).await;
        seen.is(200).says("1 non lue").says("Aujourd’hui").says("10:00");
        seen.says(&format!("Proposition reçue : Atelier Brun s’intéresse à vous pour « {TITLE} »."));
        assert!(seen.has(&format!("li.new a[href='{}']", conversation(talk))));
        assert!(seen.has("li.new .avatar") && !seen.has("li.new .avatar svg"), "the other side's own picture");
        // What one has just done oneself is no news.
        let sent = brun.get("/notifications?lang=en").await;
        sent.is(200).says("All read").says("Today").says(&format!("Proposal sent to Léa Rochat for “{TITLE}”."));
        assert!(!sent.has("li.new"));
    }

    // R19, R32, R33: what there is to do next, for each side.
    async fn a_decision_of_staff_leads_to_what_it_asks_for(engine) {
        let stage = Stage::build(engine).await;
        for member in [&stage.lea, &stage.brun] {
            let (account, role) = (member.account, member.role.0.to_owned());
            let ground = "profile".to_owned();
            stage.happens(&Refused { account, role: role.clone(), ground, withdrawn: true }).await;
            stage.happens(&Certified { account, role }).await;
        }

        let lea = stage.as_member(&stage.lea).get(paths::NOTIFICATIONS).await;
        lea.says("Les entreprises le trouvent dès qu’il indique métier, secteur et ville.");
        assert!(lea.has("li a[href='/profile']") && lea.has("li a[href='/certification']"));
        let brun = stage.as_member(&stage.brun).get(paths::NOTIFICATIONS).await;
        brun.says("Votre certification a été retirée.").hides("inscription a été refusée");
        assert!(brun.has("li a[href='/dashboard']") && brun.has("li a[href='/certification']"));
    }

    async fn days_have_names_and_the_newest_comes_first(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[FreelanceInterest]).await;
        stage.app().clock().advance(TimeDelta::days(1));
        stage.moves(&stage.lea, &[CompanyInterest]).await;
        stage.app().clock().advance(TimeDelta::days(1));
        stage.moves(&stage.lea, &[Choose]).await;

        let seen = stage.as_member(&stage.lea).get(paths::NOTIFICATIONS).await;
        let words = seen.is(200).words();
        let places = ["Aujourd’hui", "vous a choisi(e)", "Hier", "En cours de discussion", "Mardi 9 juin", "Proposition envoyée"]
            .map(|said| words.find(said).unwrap_or_else(|| panic!("{said} is missing: {words}")));
        assert!(places.is_sorted(), "{words}");
        stage.app().clock().advance(TimeDelta::days(365));
        stage.as_member(&stage.lea).get(paths::NOTIFICATIONS).await.says("Mardi 9 juin 2026");
    }

    async fn one_button_marks_all_as_read_and_looking_does_not(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[Choose]).await;
        let (lea, brun) = (stage.as_member(&stage.lea), stage.as_member(&stage.brun));
        lea.get(paths::NOTIFICATIONS).await.says("2 non lues");
        assert_eq!(stage.unread(&stage.lea).await, 2);
        let key = lea.key().await;

        for _ in 0..2 {
            let marked = lea.post_with_key(paths::READING, &key, &[]).await;
            assert_eq!(marked.location(), paths::NOTIFICATIONS);
        }

        assert_eq!(stage.unread(&stage.lea).await, 0);
        let seen = lea.get(paths::NOTIFICATIONS).await;
        seen.says("Toutes vos notifications sont marquées comme lues.").says("Tout est lu").says("Proposition envoyée");
        assert!(!seen.has("li.new") && !seen.has("main form"));
        // Nobody else's.
        assert_eq!(stage.unread(&stage.brun).await, 1);
        brun.post_with_key(paths::READING, "forged", &[]).await.is(403);
        assert_eq!(stage.unread(&stage.brun).await, 1);
    }

    async fn everybody_has_their_own_bell(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        for path in [paths::NOTIFICATIONS, "/notifications?after=nonsense"] {
            assert!(stage.house.visitor().get(path).await.location().starts_with("/sign-in"));
            stage.as_member(&stage.jonas).get(path).await.is(200).says("Rien de nouveau pour l’instant").hides(TITLE);
        }
        assert!(stage.house.visitor().post(paths::READING, &[]).await.location().starts_with("/sign-in"));
        stage.as_member(&person(STAFF, false, "Mara")).get("/notifications?lang=en").await.is(200).says("Nothing new for now");
    }

    // A12
    async fn who_is_not_certified_reads_no_name(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[Apply]).await;
        stage.says(&stage.lea, talk, "Bonjour").await;
        stage.says(&stage.brun, talk, "Bonjour").await;
        // The same accounts, after they lost their certificates.
        let (lea, brun) = (person(FREELANCE, false, "Léa"), person(COMPANY, false, "Brun"));

        let seen = stage.as_member(&lea).get(paths::NOTIFICATIONS).await;
        seen.is(200).says("une entreprise partage votre intérêt").says("Une entreprise vous a écrit").hides("Atelier").hides("Brun");
        assert!(seen.has("li.new .avatar svg"), "no picture of somebody who is not named");
        let seen = stage.as_member(&brun).get(paths::NOTIFICATIONS).await;
        seen.is(200).says("Un freelance a postulé").says("un freelance s’intéresse à").hides("Rochat");
        stage.as_member(&stage.brun).get(paths::NOTIFICATIONS).await.says("Léa Rochat a postulé");
    }

    // I8
    async fn nothing_leads_to_a_vanished_conversation(engine) {
        for (end, freelance_hears) in [(Reject, "Candidature non retenue"), (Decline, "Proposition envoyée")] {
            let stage = Stage::build(engine).await;
            let talk = stage.moves(&stage.lea, TALKING).await;
            stage.says(&stage.lea, talk, "Bonjour").await;
            stage.says(&stage.brun, talk, "Bonjour").await;
            let unread = (stage.unread(&stage.lea).await, stage.unread(&stage.brun).await);
            let (lea, brun) = (stage.as_member(&stage.lea), stage.as_member(&stage.brun));
            assert!(lea.get(paths::NOTIFICATIONS).await.has(&format!("a[href='{}']", conversation(talk))));

            stage.moves(&stage.lea, &[end]).await;

            let board = selection::paths::candidates(stage.mission);
            for (reader, instead) in [(&lea, selection::paths::MY_MISSIONS), (&brun, board.as_str())] {
                let seen = reader.get(paths::NOTIFICATIONS).await;
                seen.is(200).hides(&talk.to_string());
                assert!(!seen.words().contains("vous a écrit"));
                assert!(seen.has(&format!("a.cover[href='{instead}']")));
                reader.get(instead).await.is(200);
            }
            lea.get(paths::NOTIFICATIONS).await.says(freelance_hears);
            // One line more for who is told of the end, one less for the message.
            let now = (stage.unread(&stage.lea).await, stage.unread(&stage.brun).await);
            let expected = if end == Reject { (unread.0, unread.1 - 1) } else { (unread.0 - 1, unread.1) };
            assert_eq!(now, expected);
        }
    }

    // A15, A16: archived is not vanished.
    async fn an_archived_conversation_stays_within_reach(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.lea, TALKING).await;
        let company = CompanyId(stage.brun.account);
        stage.happens(&missions::events::Closed { mission: stage.mission, company }).await;

        let seen = stage.as_member(&stage.lea).get(paths::NOTIFICATIONS).await;
        seen.says("Mission clôturée").says("La discussion est archivée.");
        assert!(seen.has(&format!("a[href='{}']", conversation(talk))));
        assert!(seen.has(&format!("a[href='{}']", selection::paths::MY_MISSIONS)));
    }

    // R109
    async fn who_was_not_chosen_keeps_a_line_and_no_conversation(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.jonas, TALKING).await;
        stage.moves(&stage.lea, &[FreelanceInterest, Choose, Apply]).await;

        let seen = stage.as_member(&stage.jonas).get(paths::NOTIFICATIONS).await;
        seen.says(&format!("Un autre profil a été choisi pour « {TITLE} ».")).hides(&talk.to_string());
        stage.as_member(&stage.lea).get(paths::NOTIFICATIONS).await.says("Mission validée");
        stage.as_member(&stage.brun).get(paths::NOTIFICATIONS).await.says("Candidat choisi").hides(&talk.to_string());
    }

    async fn no_page_shows_a_line_twice(engine) {
        let stage = Stage::build(engine).await;
        let company = CompanyId(stage.brun.account);
        let publish = async |count: u64| {
            for _ in 0..count {
                stage.app().clock().advance(TimeDelta::minutes(1));
                stage.happens(&Published { mission: stage.mission, company }).await;
            }
        };
        publish(PAGE + 2).await;
        let brun = stage.as_member(&stage.brun);

        let seen = brun.get(paths::NOTIFICATIONS).await;
        let lines = |seen: &testing::Seen| seen.text().matches("class=\"cover\"").count();
        assert_eq!(lines(&seen), 30);
        assert!(seen.has(&format!("a.cover[href='{}']", missions::paths::mission(stage.mission))));
        let older = seen.attribute("nav a[href*='after=']", "href").unwrap();
        publish(1).await;
        let seen = brun.get(older).await;
        assert_eq!(lines(&seen), 2);
        assert!(seen.has(&format!("nav a[href='{}']", paths::NOTIFICATIONS)) && !seen.has("nav a[href*='after=']"));
    }

    async fn what_is_written_in_a_title_is_never_markup(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.app().begin().await.unwrap();
        let other = missions::MissionId(Uuid::from_u128(78));
        stage.publish(&tx, other, "<b>Gras</b>").await;
        tx.commit().await.unwrap();
        let company = CompanyId(stage.brun.account);
        stage.happens(&Published { mission: other, company }).await;

        stage.as_member(&stage.brun).get(paths::NOTIFICATIONS).await.says("<b>Gras</b>").hides("<b>Gras");
    }
}
