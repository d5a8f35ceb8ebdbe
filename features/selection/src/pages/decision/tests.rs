#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use certification::Standing;
use chrono::TimeDelta;
use messaging::ConversationId;
use missions::MissionState;
use testing::{Client, tokio};

use crate::{
    CandidacyId, PlantedMove,
    events::Side,
    paths,
    rules::State,
    samples::{Stage, TALKING},
};

fn conversation(id: CandidacyId) -> String {
    messaging::paths::conversation(ConversationId(id.0))
}

testing::on_both_engines! {
    // R1, R2, R65, R4, R6, R9, R110
    async fn a_freelance_opens_and_both_conclude(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        lea.post(paths::interest_in_mission(stage.mission), &[("message", "Votre projet me parle.")]).await.is(303);
        assert_eq!(stage.state(&stage.lea).await, State::ProposedByFreelance);
        lea.get(paths::MY_MISSIONS).await.is(200).says("Proposition envoyée");
        brun.get(paths::candidates(stage.mission)).await.says("Proposition reçue 1").says("Votre projet me parle.");

        let id = stage.moves(&stage.lea, &[]).await;
        let accepted = brun.post(paths::acceptance(id), &[("back", "board")]).await;
        assert_eq!(accepted.location(), paths::candidates(stage.mission));
        lea.get(paths::MY_MISSIONS).await.says("En cours de discussion");

        let applied = lea.post(paths::application(id), &[("back", "conversation")]).await;
        assert_eq!(applied.location(), conversation(id));
        brun.get(paths::candidates(stage.mission)).await.says("a postulé, à vous de choisir");
        assert_eq!(stage.card().await.state, MissionState::Open);

        brun.post(paths::choice(id), &[]).await.is(303);
        assert_eq!(stage.state(&stage.lea).await, State::Concluded);
        assert_eq!(stage.card().await.state, MissionState::Validated);
        lea.get(paths::MY_MISSIONS).await.says("Mission validée");
        brun.get(paths::candidates(stage.mission)).await.says("Candidat choisi");
        for name in ["interest_expressed", "interest_accepted", "applied", "concluded"] {
            assert_eq!(stage.events(&format!("selection.{name}")).await, 1, "{name}");
        }
        assert_eq!(stage.events("selection.chosen").await, 0);
    }

    // R90, A24: what was under way with somebody who lost their certification goes no further.
    async fn nothing_goes_on_with_somebody_who_is_not_certified(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let id = stage.moves(&stage.lea, &[PlantedMove::CompanyInterest]).await;
        stage.stand(&stage.brun, Standing::InReview).await;
        lea.post(paths::interest_in_mission(stage.mission), &[]).await.is(409).says("certification");
        lea.post(paths::acceptance(id), &[]).await.is(409).says("certification");
        lea.post(paths::application(id), &[]).await.is(409).says("certification");
        stage.stand(&stage.brun, Standing::Certified).await;
        stage.moves(&stage.lea, &[PlantedMove::FreelanceInterest, PlantedMove::Choose]).await;
        stage.stand(&stage.brun, Standing::InReview).await;
        lea.post(paths::application(id), &[]).await.is(409).says("certification");
        assert_eq!(stage.events("selection.concluded").await, 0);
        lea.post(paths::refusal(id), &[]).await.is(303);

        stage.stand(&stage.brun, Standing::Certified).await;
        let jonas = stage.moves(&stage.jonas, &[PlantedMove::FreelanceInterest]).await;
        stage.stand(&stage.jonas, Standing::InReview).await;
        brun.post(paths::choice(jonas), &[]).await.is(409).says("certification");
        brun.post(paths::refusal(jonas), &[]).await.is(303);
    }

    // A24: whoever looks is told why nothing goes on, and is offered nothing but a refusal.
    async fn a_frozen_candidacy_says_so_and_offers_only_to_refuse(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let talk = conversation(id);
        let candidates = paths::candidates(stage.mission);
        let mission = missions::paths::mission(stage.mission);
        let profile = profiles::paths::freelance(profiles::FreelanceId(stage.lea.account));
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let offers = |what: &str| format!("[popovertarget='{what}-{id}']");

        stage.stand(&stage.lea, Standing::InReview).await;
        for page in [&candidates, &talk] {
            let seen = brun.get(page).await;
            seen.is(200).says("En pause");
            assert!(!seen.has(&offers("choose")) && seen.has(&offers("refuse")), "{page}");
            assert!(!seen.has(&format!("a[href='{profile}']")), "{page} leads to a profile that is not there");
        }
        stage.stand(&stage.lea, Standing::Certified).await;
        let seen = brun.get(&candidates).await;
        seen.hides("En pause");
        assert!(seen.has(&offers("choose")) && seen.has(&format!("a[href='{profile}']")));

        stage.stand(&stage.brun, Standing::InReview).await;
        for page in [paths::MY_MISSIONS, paths::DASHBOARD, &talk, &mission] {
            let seen = lea.get(page).await;
            seen.is(200).says("En pause");
            assert!(!seen.has(&offers("apply")) && seen.has(&offers("refuse")), "{page}");
        }
    }

    // A12, A24: whoever lost their own certification sees nobody and is offered nothing.
    async fn who_is_suspended_sees_no_names_and_no_buttons(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[PlantedMove::FreelanceInterest]).await;
        stage.moves(&stage.jonas, &[PlantedMove::CompanyInterest]).await;
        stage.stand(&stage.brun, Standing::InReview).await;
        stage.stand(&stage.jonas, Standing::InReview).await;
        let suspended = |who: &web::Member| stage.house.member(&web::Member { cleared: false, ..who.clone() });
        let (brun, jonas) = (suspended(&stage.brun), suspended(&stage.jonas));

        let board = brun.get(paths::candidates(stage.mission)).await;
        board.is(200).says("Votre certification est suspendue").hides("Léa").hides("Jonas");
        assert!(!board.has("form[action*='/candidacies/']") && !board.has("a[href*='/messages/']"));
        brun.get(paths::DASHBOARD).await.hides("attend votre réponse");

        for page in [paths::MY_MISSIONS, paths::DASHBOARD] {
            let seen = jonas.get(page).await;
            seen.is(200).hides("Atelier Brun").hides("attend votre réponse");
            assert!(!seen.has("form[action*='/candidacies/']") && !seen.has("a[href*='/messages/']"), "{page}");
        }
        jonas.get(paths::MY_MISSIONS).await.says("Votre certification est suspendue").says("Refonte");
    }

    // R6, R98, A1: nobody changes the text a freelance has applied on.
    async fn the_text_stays_as_the_applicant_read_it(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.jonas, TALKING).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let edit = missions::paths::edit(stage.mission);
        brun.get(&edit).await.is(200);
        let opened = brun.key().await;

        lea.post(paths::application(id), &[]).await.is(303);

        brun.get(&edit).await.is(409).says("Un freelance a postulé");
        let changed = [("title", "Tout autre chose"), ("then", "stay")];
        brun.post_with_key(&edit, &opened, &changed).await.is(409).says("Un freelance a postulé");
        assert_eq!(stage.card().await.title, "Refonte de l’espace client");
        let mission = brun.get(missions::paths::mission(stage.mission)).await;
        assert!(!mission.has(&format!("a[href='{edit}']")), "the page leads to what is closed");

        // With the second applicant refused too, it may change again.
        stage.moves(&stage.jonas, &[PlantedMove::Apply]).await;
        brun.post(paths::refusal(id), &[]).await.is(303);
        brun.get(&edit).await.is(409);
        stage.moves(&stage.jonas, &[PlantedMove::Reject]).await;
        brun.get(&edit).await.is(200);
    }

    // R5, R7, R8, R45, R47, R108, A6: a refusal is always there, under one label, from the board as from the
    // conversation, and with the same result.
    async fn either_side_refuses_from_wherever_it_looks(engine) {
        let (decline, reject) = ("Je ne suis pas intéressé(e)", "Écarter ce candidat");
        for (moves, by, label, end) in [
            (&[PlantedMove::CompanyInterest][..], Side::Freelance, decline, State::Declined),
            (TALKING, Side::Freelance, decline, State::Declined),
            (&[PlantedMove::FreelanceInterest], Side::Company, reject, State::Rejected),
            (TALKING, Side::Company, reject, State::Rejected),
        ] {
            for back in ["board", "conversation"] {
                let stage = Stage::build(engine).await;
                let id = stage.moves(&stage.lea, moves).await;
                let (who, board) = match by {
                    Side::Freelance => (&stage.lea, paths::MY_MISSIONS.to_owned()),
                    Side::Company => (&stage.brun, paths::candidates(stage.mission)),
                };
                let who = stage.house.member(who);
                let place = if back == "board" { board } else { conversation(id) };
                let form = format!("form[action='{}'] input[name=back][value={back}]", paths::refusal(id));
                assert!(who.get(&place).await.is(200).says(label).has(&form), "{place}: {moves:?}");

                who.post(paths::refusal(id), &[("back", back)]).await.is(303);

                assert_eq!(stage.state(&stage.lea).await, end);
                who.get(conversation(id)).await.is(404);
            }
        }
    }

    // A23
    async fn taking_ones_own_proposal_back_says_so(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, &[PlantedMove::FreelanceInterest]).await;
        let lea = stage.house.member(&stage.lea);
        lea.get(missions::paths::mission(stage.mission)).await
            .says("Retirer ma proposition").says("Retirer cette proposition ?").hides("Je ne suis pas intéressé");
        lea.post(paths::refusal(id), &[]).await.is(303);
        lea.get(paths::MY_MISSIONS).await.says("Votre proposition est retirée.");

        stage.moves(&stage.jonas, &[PlantedMove::CompanyInterest]).await;
        let board = stage.house.member(&stage.brun).get(paths::candidates(stage.mission)).await;
        board.says("Retirer ma proposition").hides("Écarter");
    }

    // R1, R2, R99, R3, A1, A2
    async fn a_company_opens_and_both_conclude(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        let mission = stage.mission.to_string();
        let lea_id = profiles::FreelanceId(stage.lea.account);
        brun.post(paths::interest_in_freelance(lea_id), &[("mission", &mission)]).await.is(303);
        lea.get(paths::MY_MISSIONS).await.says("Proposition reçue");
        let id = stage.moves(&stage.lea, &[]).await;
        lea.post(paths::acceptance(id), &[]).await.is(303);

        brun.post(paths::choice(id), &[("back", "conversation")]).await.is(303);
        assert_eq!(stage.card().await.state, MissionState::Reserved);
        lea.get(paths::MY_MISSIONS).await.says("vous êtes choisi, à vous de postuler");
        lea.post(paths::application(id), &[]).await.is(303);
        assert_eq!(stage.card().await.state, MissionState::Validated);

        // I4, I9: one line each, both validations by their own side.
        let (freelance, company) = (Some(Side::Freelance), Some(Side::Company));
        assert_eq!(stage.history(id).await, [
            (None, State::ProposedByCompany, company),
            (Some(State::ProposedByCompany), State::InDiscussion, freelance),
            (Some(State::InDiscussion), State::Chosen, company),
            (Some(State::Chosen), State::Concluded, freelance),
        ]);
    }

    async fn a_shortcut_announces_both_steps(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, &[PlantedMove::FreelanceInterest]).await;
        let brun = stage.house.member(&stage.brun);

        brun.post(paths::choice(id), &[]).await.is(303);

        assert_eq!(stage.state(&stage.lea).await, State::Chosen);
        assert_eq!(stage.events("selection.interest_accepted").await, 1);
        assert_eq!(stage.events("selection.chosen").await, 1);
        assert_eq!(stage.history(id).await.len(), 3);
    }

    // A2
    async fn a_chosen_freelance_who_declines_gives_the_mission_back(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        brun.post(paths::choice(id), &[]).await.is(303);
        assert_eq!(stage.card().await.state, MissionState::Reserved);

        let declined = lea.post(paths::refusal(id), &[("back", "conversation")]).await;

        assert_eq!(declined.location(), messaging::paths::MESSAGES);
        assert_eq!(stage.card().await.state, MissionState::Open);
        // R68, I8: gone for both.
        lea.get(conversation(id)).await.is(404);
        brun.get(conversation(id)).await.is(404);
        brun.get(paths::candidates(stage.mission)).await.says("Le freelance a décliné");
    }

    // R109, R110, R111, I5
    async fn a_conclusion_ends_all_other_candidacies_at_once(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.moves(&stage.lea, TALKING).await;
        let jonas = stage.moves(&stage.jonas, TALKING).await;
        let noe = stage.moves(&stage.noe, &[PlantedMove::CompanyInterest]).await;
        stage.moves(&stage.jonas, &[PlantedMove::Apply]).await;
        let brun = stage.house.member(&stage.brun);

        stage.house.member(&stage.lea).post(paths::application(lea), &[]).await.is(303);
        brun.post(paths::choice(lea), &[]).await.is(303);

        assert_eq!(stage.state(&stage.lea).await, State::Concluded);
        assert_eq!(stage.state(&stage.jonas).await, State::OtherChosen);
        assert_eq!(stage.state(&stage.noe).await, State::OtherChosen);
        assert_eq!(stage.events("selection.other_chosen").await, 2);
        for (member, id) in [(&stage.jonas, jonas), (&stage.noe, noe)] {
            let other = stage.house.member(member);
            other.get(conversation(id)).await.is(404);
            brun.get(conversation(id)).await.is(404);
            other.get(missions::paths::mission(stage.mission)).await.is(404);
            other.get(paths::MY_MISSIONS).await.says("Un autre profil a été choisi").says("Refonte");
            other.post(paths::application(id), &[]).await.is(409).says("Un autre candidat est déjà choisi");
        }
        stage.house.member(&stage.lea).get(missions::paths::mission(stage.mission)).await.is(200);
        brun.get(paths::candidates(stage.mission)).await.says("Écarté · autre profil choisi");
    }

    async fn a_double_click_is_one_deed(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let lea = stage.house.member(&stage.lea);
        let key = lea.key().await;

        let first = lea.post_with_key(paths::application(id), &key, &[("back", "board")]).await.location();
        let second = lea.post_with_key(paths::application(id), &key, &[("back", "board")]).await.location();

        assert_eq!(first, second);
        lea.post_with_key(paths::application(id), "forged", &[]).await.is(403);
        let reason = [("reason", "Une autre mission a commencé.")];
        lea.post_with_key(paths::refusal(id), "forged", &reason).await.is(403).says(reason[0].1);
        assert_eq!(stage.history(id).await.len(), 3);
    }

    // R104, I13: a second deed from another tab; the rules say no on the page where the person acted.
    async fn a_refusal_stands_where_the_person_acted(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        lea.post(paths::application(id), &[]).await.is(303);

        for (back, place) in [("board", "section#talking"), ("mission", "#offer"), ("conversation", "#composer")] {
            let said = lea.post(paths::application(id), &[("back", back)]).await;
            said.is(409).says("Vous avez déjà validé");
            assert!(said.has(".notice.bad[role=alert]") && said.has(place), "{back}");
        }
        // R68: with the conversation gone, the board says it, and gives back what was written.
        stage.moves(&stage.jonas, TALKING).await;
        let jonas = stage.moves(&stage.jonas, &[PlantedMove::Decline]).await;
        let why = [("back", "conversation"), ("reason", "Un autre profil nous convient mieux.")];
        let said = brun.post(paths::refusal(jonas), &why).await;
        said.is(409).says(why[1].1);
        assert!(said.has(".notice.bad[role=alert]") && said.has("#finished"));
    }

    // A1, R10
    async fn who_has_validated_has_no_further_act(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let brun = stage.house.member(&stage.brun);
        brun.post(paths::choice(id), &[]).await.is(303);

        brun.post(paths::refusal(id), &[("back", "board")]).await
            .is(409).says("Vous avez déjà validé").says("Proposition envoyée");
        brun.post(paths::choice(id), &[("back", "conversation")]).await.is(409);
        assert_eq!(stage.state(&stage.lea).await, State::Chosen);
    }

    // I2
    async fn only_one_of_two_racing_choices_wins(engine) {
        let stage = Arc::new(Stage::build(engine).await);
        let ids = [stage.moves(&stage.lea, TALKING).await, stage.moves(&stage.jonas, TALKING).await];

        let tries = ids.map(|id| {
            let brun = stage.house.member(&stage.brun);
            tokio::spawn(async move { brun.post(paths::choice(id), &[("back", "board")]).await.status })
        });
        let mut found = Vec::new();
        for one in tries {
            found.push(one.await.unwrap());
        }

        found.sort_unstable();
        assert_eq!(found, [303, 409]);
        assert_eq!(stage.events("selection.chosen").await, 1);
        assert_eq!(stage.card().await.state, MissionState::Reserved);
    }

    async fn applying_and_being_rejected_at_once_ends_in_one_way(engine) {
        for round in 0..4 {
            let stage = Stage::build(engine).await;
            let id = stage.moves(&stage.lea, TALKING).await;
            let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

            let apply = tokio::spawn(async move { lea.post(paths::application(id), &[]).await.status });
            let reject = tokio::spawn(async move { brun.post(paths::refusal(id), &[]).await.status });
            let (apply, reject) = (apply.await.unwrap(), reject.await.unwrap());

            // Rejecting who has applied is allowed; applying after a rejection is not.
            assert_eq!(reject, 303, "round {round}");
            assert!(apply == 303 || apply == 409, "round {round}: {apply}");
            assert_eq!(stage.state(&stage.lea).await, State::Rejected);
            assert_eq!(stage.history(id).await.len(), if apply == 303 { 4 } else { 3 });
        }
    }

    async fn two_validations_at_once_conclude_once(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        let apply = tokio::spawn(async move { lea.post(paths::application(id), &[]).await.status });
        let choose = tokio::spawn(async move { brun.post(paths::choice(id), &[]).await.status });

        assert_eq!((apply.await.unwrap(), choose.await.unwrap()), (303, 303));
        assert_eq!(stage.state(&stage.lea).await, State::Concluded);
        assert_eq!(stage.events("selection.concluded").await, 1);
    }

    async fn an_act_is_for_the_pair_alone(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let acts = [paths::acceptance(id), paths::application(id), paths::choice(id), paths::refusal(id)];
        let candidates = paths::candidates(stage.mission);
        let house = &stage.house;

        for act in &acts {
            assert!(house.visitor().post(act, &[]).await.location().starts_with("/sign-in"));
            // Somebody else of either side, certified: nothing is there.
            house.member(&stage.jonas).post(act, &[]).await.is(404);
            house.member(&stage.colibri).post(act, &[]).await.is(404);
        }
        // I10: without certification the door is locked for one's own role, and not there for the other's.
        let statuses = |who: Client| {
            let acts = acts.clone();
            async move {
                let mut found = Vec::new();
                for act in acts {
                    found.push(who.post(act, &[]).await.status);
                }
                found
            }
        };
        assert_eq!(statuses(house.member(&stage.nadia)).await, [403, 403, 404, 403]);
        assert_eq!(statuses(house.member(&stage.neuve)).await, [403, 404, 403, 403]);
        // The wrong side of the pair.
        house.member(&stage.lea).post(paths::choice(id), &[]).await.is(404);
        house.member(&stage.brun).post(paths::application(id), &[]).await.is(404);
        house.member(&stage.lea).post("/candidacies/nonsense/refusal", &[]).await.is(404);
        // And its board.
        house.member(&stage.colibri).get(&candidates).await.is(404);
        house.member(&stage.lea).get(&candidates).await.is(404);
        house.member(&stage.brun).get("/manage/nonsense/candidates").await.is(404);
        assert!(house.visitor().get(&candidates).await.location().starts_with("/sign-in"));
        assert_eq!(stage.state(&stage.lea).await, State::InDiscussion);
    }

    // A2: « laisse passer sept jours ».
    async fn a_choice_without_an_answer_lapses(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.jonas, TALKING).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[PlantedMove::Choose]).await;
        let clock = stage.house.app.clock();
        clock.advance(TimeDelta::days(7) - TimeDelta::seconds(1));
        stage.house.settle().await;
        assert_eq!(stage.state(&stage.lea).await, State::Chosen);
        let lea = stage.house.member(&stage.lea);
        for page in [paths::MY_MISSIONS, paths::DASHBOARD, &conversation(id)] {
            lea.get(page).await.says("jusqu’au 16 juin");
        }

        clock.advance(TimeDelta::seconds(1));
        stage.house.settle().await;

        assert_eq!(stage.state(&stage.lea).await, State::Declined);
        assert_eq!(stage.state(&stage.jonas).await, State::InDiscussion);
        assert_eq!(stage.card().await.state, MissionState::Open);
        assert_eq!(stage.history(id).await.last(), Some(&(Some(State::Chosen), State::Declined, None)));
        assert_eq!(stage.events("selection.declined").await, 1);
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        lea.get(paths::MY_MISSIONS).await.says("Non validée");
        brun.get(paths::candidates(stage.mission)).await.says("Non validée");
        lea.get(conversation(id)).await.is(404);
        lea.post(paths::application(id), &[]).await.is(409);
        // The company may go on.
        stage.moves(&stage.jonas, &[PlantedMove::Choose]).await;
        assert_eq!(stage.card().await.state, MissionState::Reserved);
    }

    async fn an_answered_choice_does_not_lapse(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[PlantedMove::Choose, PlantedMove::Apply]).await;

        stage.house.app.clock().advance(TimeDelta::days(8));
        stage.house.settle().await;

        assert_eq!(stage.state(&stage.lea).await, State::Concluded);
        assert_eq!(stage.card().await.state, MissionState::Validated);
        assert_eq!(stage.history(id).await.len(), 4);
    }

    // R66, A15, N11
    async fn a_closed_mission_ends_what_is_undecided(engine) {
        let stage = Stage::build(engine).await;
        let talking = stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.jonas, &[PlantedMove::FreelanceInterest]).await;
        stage.moves(&stage.noe, &[PlantedMove::CompanyInterest, PlantedMove::Decline]).await;
        let app = &stage.house.app;

        let tx = app.begin().await.unwrap();
        missions::move_state(app, &tx, stage.mission, MissionState::Open, MissionState::Closed).await.unwrap();
        let company = profiles::CompanyId(stage.brun.account);
        app.record(&tx, &missions::events::Closed { mission: stage.mission, company }).await.unwrap();
        tx.commit().await.unwrap();
        stage.house.settle().await;

        assert_eq!(stage.state(&stage.lea).await, State::MissionClosed);
        assert_eq!(stage.state(&stage.jonas).await, State::MissionClosed);
        assert_eq!(stage.state(&stage.noe).await, State::Declined);
        assert_eq!(stage.events("selection.mission_closed").await, 2);
        // Nobody is said to be awaited any more, and nothing is left to propose.
        let seen = stage.house.member(&stage.lea).get(conversation(talking)).await;
        seen.is(200).says("Mission clôturée").hides("pas encore");
        let board = stage.house.member(&stage.brun).get(paths::candidates(stage.mission)).await;
        board.says("Mission clôturée").hides("Personne pour l’instant");
        assert!(!board.has("main .page-head a[href='/freelances']") && board.has("#finished[open]"));
        assert_eq!(stage.history(talking).await.last().unwrap().2, None);
        let lea = stage.house.member(&stage.lea);
        lea.get(paths::MY_MISSIONS).await.says("Mission clôturée");
        // Archived: readable, the steps are over.
        lea.get(conversation(talking)).await.is(200);
        lea.post(paths::application(talking), &[]).await.is(409).says("n’accepte pas de candidats");
    }

    // N8, N9
    async fn a_refusal_may_say_why(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        let long = format!("<i>{}", "a".repeat(500));
        brun.post(paths::refusal(id), &[("reason", &long), ("back", "board")]).await
            .is(422).says("500 caractères au plus").hides("<i>aaa");
        let why = "Nous cherchons <b>quelqu’un</b> sur place.";
        brun.post(paths::refusal(id), &[("reason", why), ("back", "board")]).await.is(303);

        lea.get(paths::MY_MISSIONS).await.says(why).hides("<b>quelqu");
        brun.get(paths::candidates(stage.mission)).await.says(why);
        assert_eq!(crate::reason(stage.house.app.db().read(), id).await, Ok(Some(why.to_owned())));
    }

    // A7
    async fn opposite_interests_at_once_open_one_discussion(engine) {
        let stage = Stage::build(engine).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let (mission, freelance) = (stage.mission, profiles::FreelanceId(stage.lea.account));

        let one = tokio::spawn(async move { lea.post(paths::interest_in_mission(mission), &[]).await.status });
        let other = tokio::spawn(async move {
            let mission = mission.to_string();
            brun.post(paths::interest_in_freelance(freelance), &[("mission", &mission)]).await.status
        });

        assert_eq!((one.await.unwrap(), other.await.unwrap()), (303, 303));
        assert_eq!(stage.state(&stage.lea).await, State::InDiscussion);
        assert_eq!(stage.events("selection.interest_expressed").await, 1);
    }
}
