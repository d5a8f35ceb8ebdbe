#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    Standing,
    events::{Certified, Refused},
};
use chrono::TimeDelta;
use missions::{MissionState, events::Published};
use profiles::{CompanyId, FreelanceId};
use selection::{
    PlantedMove::{self, Apply, Choose, CompanyInterest, Decline, FreelanceInterest, Reject},
    paths::refusal,
};
use web::Member;

use crate::{
    kinds::Kind,
    samples::{Heard, Stage, TALKING, TITLE},
};

/// Something new that somebody heard, once.
fn bell(member: &Member, kind: Kind) -> (String, String) {
    (member.name.clone(), format!("bell {}", kind.code()))
}

fn letter(member: &Member, subject: &str) -> (String, String) {
    (
        member.name.clone(),
        format!("letter {subject}\u{a0}: «\u{a0}{TITLE}\u{a0}»"),
    )
}

fn once(heard: impl IntoIterator<Item = (String, String)>) -> Heard {
    heard.into_iter().map(|what| (what, 1)).collect()
}

/// What was heard since, and how often.
fn since(before: &Heard, now: &Heard) -> Heard {
    let fresh = now
        .iter()
        .map(|(what, times)| (what.clone(), times - before.get(what).unwrap_or(&0)));
    fresh.filter(|(_, times)| *times > 0).collect()
}

impl Stage {
    /// Makes these moves from here on; says what everybody hears of them, also when every reaction
    /// runs a second time (I9).
    async fn hears(&self, freelance: &Member, moves: &[PlantedMove]) -> Heard {
        let before = self.heard().await;
        self.moves(freelance, moves).await;
        let heard = self.heard().await;
        self.react_again().await;
        assert_eq!(self.heard().await, heard, "the second time changed something");
        since(&before, &heard)
    }
}

testing::on_both_engines! {
    // R44, N1, I9: from the freelance; the receipt goes back.
    async fn an_interest_is_told_to_the_company(engine) {
        let stage = Stage::build(engine).await;
        let heard = stage.hears(&stage.lea, &[FreelanceInterest]).await;
        assert_eq!(heard, once([
            bell(&stage.brun, Kind::Proposal),
            letter(&stage.brun, "Proposition reçue"),
            bell(&stage.lea, Kind::ProposalSent),
            letter(&stage.lea, "Proposition envoyée"),
        ]));
    }

    // N2, I9: from the company; the receipt goes back.
    async fn an_interest_is_told_to_the_freelance(engine) {
        let stage = Stage::build(engine).await;
        let heard = stage.hears(&stage.lea, &[CompanyInterest]).await;
        assert_eq!(heard, once([
            bell(&stage.lea, Kind::Proposal),
            letter(&stage.lea, "Proposition reçue"),
            bell(&stage.brun, Kind::ProposalSent),
            letter(&stage.brun, "Proposition envoyée"),
        ]));
    }

    // N3, I9
    async fn a_shared_interest_is_told_to_who_opened(engine) {
        for (opens, accepts) in [(FreelanceInterest, CompanyInterest), (CompanyInterest, FreelanceInterest)] {
            let stage = Stage::build(engine).await;
            stage.moves(&stage.lea, &[opens]).await;
            let heard = stage.hears(&stage.lea, &[accepts]).await;
            let opener = if opens == FreelanceInterest { &stage.lea } else { &stage.brun };
            assert_eq!(heard, once([bell(opener, Kind::InDiscussion), letter(opener, "En cours de discussion")]));
        }
    }

    // N4, N5, I9
    async fn a_first_validation_is_told_to_the_other_side(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.jonas, TALKING).await;

        let heard = stage.hears(&stage.lea, &[Apply]).await;
        assert_eq!(heard, once([bell(&stage.brun, Kind::Applied), letter(&stage.brun, "Léa Rochat a postulé")]));

        let heard = stage.hears(&stage.jonas, &[Choose]).await;
        assert_eq!(heard, once([bell(&stage.jonas, Kind::Chosen), letter(&stage.jonas, "Vous êtes choisi(e)")]));
    }

    // N5: days 3 and 6, as long as no answer has come; then the time is over (A2, N9).
    async fn who_is_chosen_is_reminded_until_they_answer(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[Choose]).await;
        stage.as_member(&stage.lea).post(crate::paths::READING, &[]).await.is(303);
        let reminded = letter(&stage.lea, "Votre réponse est attendue");
        let after = async |days: i64| {
            stage.app().clock().advance(TimeDelta::days(days));
            stage.house.settle().await;
            stage.react_again().await;
            let heard = stage.heard().await;
            (heard.get(&reminded).copied().unwrap_or(0), heard[&bell(&stage.lea, Kind::Chosen)], stage.unread(&stage.lea).await)
        };

        assert_eq!(after(2).await, (0, 1, 0));
        assert_eq!(after(1).await, (1, 1, 1));
        assert_eq!(after(1).await, (1, 1, 1));
        stage.as_member(&stage.lea).post(crate::paths::READING, &[]).await.is(303);
        assert_eq!(after(2).await, (2, 1, 1));
        assert!(!stage.heard().await.contains_key(&bell(&stage.brun, Kind::Declined)));
        assert_eq!(after(1).await.0, 2);
        let heard = stage.heard().await;
        assert_eq!(heard[&bell(&stage.brun, Kind::Declined)], 1);
        assert_eq!(heard[&letter(&stage.brun, "Léa Rochat ne donne pas suite")], 1);
    }

    async fn who_has_answered_is_not_reminded(engine) {
        for answer in [Apply, Decline] {
            let stage = Stage::build(engine).await;
            stage.moves(&stage.lea, TALKING).await;
            stage.moves(&stage.lea, &[Choose, answer]).await;
            let before = stage.heard().await;
            stage.app().clock().advance(TimeDelta::days(8));
            stage.house.settle().await;
            assert_eq!(stage.heard().await, before);
        }
    }

    // One click, two arrows: each is told.
    async fn a_shortcut_tells_both_of_its_steps(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[FreelanceInterest]).await;
        let heard = stage.hears(&stage.lea, &[Choose]).await;
        assert_eq!(heard, once([
            bell(&stage.lea, Kind::InDiscussion),
            letter(&stage.lea, "En cours de discussion"),
            bell(&stage.lea, Kind::Chosen),
            letter(&stage.lea, "Vous êtes choisi(e)"),
        ]));
    }

    // N6, N7, R106, R109, I9
    async fn a_conclusion_is_told_to_both_and_to_all_who_hoped(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[Apply]).await;
        stage.moves(&stage.jonas, &[FreelanceInterest]).await;
        stage.moves(&stage.noe, TALKING).await;

        let heard = stage.hears(&stage.lea, &[Choose]).await;

        assert_eq!(heard, once([
            bell(&stage.lea, Kind::Concluded),
            letter(&stage.lea, "Mission validée"),
            bell(&stage.brun, Kind::Concluded),
            letter(&stage.brun, "Candidat choisi"),
            bell(&stage.jonas, Kind::OtherChosen),
            letter(&stage.jonas, "Un autre profil a été choisi"),
            bell(&stage.noe, Kind::OtherChosen),
            letter(&stage.noe, "Un autre profil a été choisi"),
        ]));
        for member in [&stage.lea, &stage.brun] {
            let last = stage.house.letters_to(member).pop().unwrap();
            assert!(last.text.contains("contacter SPS"), "{}", last.text);
        }
    }

    // N8, N9, I9
    async fn a_refusal_is_told_to_the_other_side_alone(engine) {
        for before in [&[FreelanceInterest] as &[PlantedMove], &[CompanyInterest], TALKING] {
            let stage = Stage::build(engine).await;
            stage.moves(&stage.lea, before).await;
            let heard = stage.hears(&stage.lea, &[Reject]).await;
            assert_eq!(heard, once([bell(&stage.lea, Kind::Rejected), letter(&stage.lea, "Candidature non retenue")]));

            stage.moves(&stage.jonas, before).await;
            let heard = stage.hears(&stage.jonas, &[Decline]).await;
            assert_eq!(heard, once([bell(&stage.brun, Kind::Declined), letter(&stage.brun, "Jonas Meier ne donne pas suite")]));
        }
    }

    // N8, N9
    async fn what_was_said_with_a_refusal_is_in_the_letter(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.lea, TALKING).await;
        let why = "Nous cherchons <b>quelqu’un</b> sur place.";

        stage.as_member(&stage.brun).post(refusal(talk), &[("reason", why)]).await.is(303);
        stage.house.settle().await;

        let letter = stage.house.letters_to(&stage.lea).pop().unwrap();
        assert!(letter.text.contains(&format!("> {why}")), "{}", letter.text);
        assert!(!letter.html.contains("<b>quelqu"));
    }

    // N11, I9: whoever still hoped hears of it, nobody else does.
    async fn a_closed_mission_is_told_to_its_candidates(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.jonas, &[CompanyInterest]).await;
        stage.moves(&stage.noe, &[FreelanceInterest, Decline]).await;
        let before = stage.heard().await;

        let tx = stage.app().begin().await.unwrap();
        missions::move_state(stage.app(), &tx, stage.mission, MissionState::Open, MissionState::Closed).await.unwrap();
        tx.commit().await.unwrap();
        let company = CompanyId(stage.brun.account);
        stage.happens(&missions::events::Closed { mission: stage.mission, company }).await;
        stage.react_again().await;

        assert_eq!(since(&before, &stage.heard().await), once([
            bell(&stage.lea, Kind::MissionClosed),
            letter(&stage.lea, "Mission clôturée"),
            bell(&stage.jonas, Kind::MissionClosed),
            letter(&stage.jonas, "Mission clôturée"),
        ]));
    }

    // Their letters are those of certification; here they ring.
    async fn publication_and_certification_ring_without_a_letter(engine) {
        let stage = Stage::build(engine).await;
        let role = "freelance".to_owned();
        let account = stage.lea.account;

        stage.happens(&Published { mission: stage.mission, company: CompanyId(stage.brun.account) }).await;
        let refused = |withdrawn| Refused { account, role: role.clone(), ground: "documents".to_owned(), withdrawn };
        stage.happens(&refused(false)).await;
        stage.happens(&refused(true)).await;
        stage.happens(&Certified { account, role: role.clone() }).await;
        stage.react_again().await;
        assert_eq!(stage.heard().await, once([
            bell(&stage.brun, Kind::MissionOnline),
            bell(&stage.lea, Kind::Refused),
            bell(&stage.lea, Kind::Withdrawn),
            bell(&stage.lea, Kind::Certified),
        ]));

        // It may happen again, a year later, and is then told again.
        stage.happens(&Certified { account, role }).await;
        assert_eq!(stage.heard().await[&bell(&stage.lea, Kind::Certified)], 2);
    }

    async fn a_message_rings_once_for_each_conversation(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.lea, TALKING).await;
        let before = stage.heard().await;
        let unread = stage.unread(&stage.brun).await;

        for words in ["Bonjour", "Encore moi", "Et ceci"] {
            stage.app().clock().advance(TimeDelta::minutes(1));
            stage.says(&stage.lea, talk, words).await;
        }

        let heard = stage.heard().await;
        assert_eq!(since(&before, &heard), once([bell(&stage.brun, Kind::Message)]));
        assert_eq!(stage.unread(&stage.brun).await, unread + 1);
        let newest = stage.notices(&stage.brun).await.remove(0);
        assert_eq!((newest.kind, newest.at), (Kind::Message, stage.app().now()));

        // Read, and then reacted to a second time: it stays read. Something new makes it new again.
        stage.as_member(&stage.brun).post(crate::paths::READING, &[]).await.is(303);
        stage.react_again().await;
        assert_eq!(stage.unread(&stage.brun).await, 0);
        stage.app().clock().advance(TimeDelta::minutes(1));
        stage.says(&stage.lea, talk, "Une dernière chose").await;
        assert_eq!(stage.unread(&stage.brun).await, 1);
        assert_eq!(since(&before, &stage.heard().await), once([bell(&stage.brun, Kind::Message)]));
    }

    // I8: a message that comes to be known after its conversation is gone rings nobody.
    async fn late_news_of_a_vanished_conversation_is_not_told(engine) {
        let stage = Stage::build(engine).await;
        let talk = stage.moves(&stage.lea, TALKING).await;
        stage.says(&stage.lea, talk, "Bonjour").await;
        let unread = stage.unread(&stage.brun).await;
        let before = stage.heard().await;

        stage.moves(&stage.lea, &[Reject]).await;
        stage.app().clock().advance(TimeDelta::minutes(1));
        stage.happens(&messaging::events::Written {
            conversation: messaging::ConversationId(talk.0),
            message: uuid::Uuid::from_u128(5),
            author: stage.lea.account,
            reader: stage.brun.account,
        }).await;
        stage.react_again().await;

        assert_eq!(stage.unread(&stage.brun).await, unread - 1);
        assert!(stage.notices(&stage.brun).await.iter().all(|notice| notice.kind != Kind::Message));
        assert_eq!(since(&before, &stage.heard().await), once([
            bell(&stage.lea, Kind::Rejected),
            letter(&stage.lea, "Candidature non retenue"),
        ]));
    }

    // A12: a letter to somebody who is no longer certified names nobody.
    async fn who_is_not_certified_learns_no_name_from_a_letter(engine) {
        let stage = Stage::build(engine).await;
        let (app, nadia) = (&stage.house.app, FreelanceId(stage.nadia.account));
        let tx = app.begin().await.unwrap();
        stage.nadia_stands(&tx, Standing::Certified).await;
        let moves = [FreelanceInterest, CompanyInterest];
        selection::plant(app, &tx, stage.mission, nadia, &moves).await.unwrap();
        // Lost before the letters are written.
        stage.nadia_stands(&tx, Standing::InReview).await;
        tx.commit().await.unwrap();
        stage.house.settle().await;

        let letter = stage.house.letters_to(&stage.nadia).pop().unwrap();
        assert!(letter.text.contains("Une entreprise partage votre intérêt."), "{}", letter.text);
        for letter in stage.house.letters_to(&stage.nadia) {
            assert!(!letter.text.contains("Brun") && !letter.html.contains("Brun"));
        }
    }
}
