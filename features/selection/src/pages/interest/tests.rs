use missions::{MissionId, MissionState};
use profiles::FreelanceId;
use uuid::Uuid;

use crate::{
    PlantedMove, paths,
    rules::State,
    samples::{Stage, TALKING},
};

testing::on_both_engines! {
    // A7: simultaneous opposite interests merge.
    async fn an_opposite_interest_opens_the_discussion(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[PlantedMove::FreelanceInterest]).await;
        let lea = FreelanceId(stage.lea.account);
        let brun = stage.house.member(&stage.brun);

        let mission = stage.mission.to_string();
        let merged = brun.post(paths::interest_in_freelance(lea), &[("mission", &mission)]).await;

        assert_eq!(merged.location(), profiles::paths::freelance(lea));
        assert_eq!(stage.state(&stage.lea).await, State::InDiscussion);
    }

    async fn an_interest_is_expressed_once(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let address = paths::interest_in_mission(stage.mission);
        let key = lea.key().await;

        let first = lea.post_with_key(&address, &key, &[]).await.location();
        assert_eq!(first, missions::paths::mission(stage.mission));
        assert_eq!(lea.post_with_key(&address, &key, &[]).await.location(), first);
        lea.post(&address, &[]).await.is(409).says("déjà envoyée");
        // The browser goes back and says more: the rules say no, and the words can be copied.
        let more = [("message", "Je suis libre dès lundi.")];
        let said = lea.post_with_key(&address, &key, &more).await;
        said.is(409).says("Je suis libre dès lundi.");
        assert!(said.has(".notice.bad[role=alert]") && said.has("#offer"), "on the mission's page");

        assert_eq!(stage.events("selection.interest_expressed").await, 1);
    }

    // Each interest is two letters: neither a company nor a freelance sends them without end.
    async fn nobody_proposes_without_end(engine) {
        let stage = Stage::build(engine).await;
        let missions: Vec<MissionId> = (100..122_u128).map(|n| MissionId(Uuid::from_u128(n))).collect();
        for mission in &missions {
            stage.publish(*mission, &stage.brun, MissionState::Open, "Une mission").await;
        }
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let profile = paths::interest_in_freelance(FreelanceId(stage.jonas.account));
        for mission in &missions[..20] {
            lea.post(paths::interest_in_mission(*mission), &[]).await.is(303);
        }
        let refused = lea.post(paths::interest_in_mission(missions[20]), &[("message", "Un mot pesé")]).await;
        assert!(refused.is(429).says("Réessayez dans").says("Un mot pesé").headers.contains_key("retry-after"));
        // Another account has its own share, until the address (the same here) has none left.
        for mission in &missions[..19] {
            brun.post(&profile, &[("mission", &mission.to_string())]).await.is(303);
        }
        brun.post(&profile, &[("mission", &missions[21].to_string())]).await.is(429);
        assert_eq!(stage.events("selection.interest_expressed").await, 39);
    }

    // R10, A9
    async fn a_refused_pair_never_reopens(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[PlantedMove::FreelanceInterest, PlantedMove::Reject]).await;
        let mission = stage.mission.to_string();
        let lea = FreelanceId(stage.lea.account);

        stage.house.member(&stage.lea).post(paths::interest_in_mission(stage.mission), &[]).await
            .is(409).says("définitif");
        stage.house.member(&stage.brun).post(paths::interest_in_freelance(lea), &[("mission", &mission)]).await
            .is(409);
        assert_eq!(stage.state(&stage.lea).await, State::Rejected);
    }

    // A2
    async fn a_reserved_mission_takes_no_new_interest(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        stage.moves(&stage.lea, &[PlantedMove::Choose]).await;
        let mission = stage.mission.to_string();
        let jonas = FreelanceId(stage.jonas.account);

        stage.house.member(&stage.brun).post(paths::interest_in_freelance(jonas), &[("mission", &mission)]).await
            .is(409).says("n’accepte pas de candidats").says("Jonas");
        // For a freelance outside it is as if it were not there.
        stage.house.member(&stage.jonas).post(paths::interest_in_mission(stage.mission), &[]).await.is(404);
    }

    async fn a_wrong_message_comes_back_with_what_was_typed(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let address = paths::interest_in_mission(stage.mission);

        let long = format!("<b>Bonjour</b>{}", "a".repeat(2000));
        lea.post(&address, &[("message", &long)]).await
            .is(422).says("2’000 caractères au plus").says("<b>Bonjour</b>").hides("<b>Bonjour");
        lea.post(&address, &[("message", "Bon\u{7}jour")]).await.is(422);
        lea.post(&address, &[("message", &"a".repeat(100_000))]).await.is(422);
        assert_eq!(stage.events("selection.interest_expressed").await, 0);
        lea.post(&address, &[("message", &"é".repeat(2000))]).await.is(303);
    }

    // A7
    async fn a_company_says_for_which_mission(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let address = paths::interest_in_freelance(FreelanceId(stage.lea.account));

        brun.post(&address, &[]).await.is(422).says("Refonte de l’espace client");
        brun.post(&address, &[("mission", "nonsense"), ("message", "Bonjour Léa")]).await
            .is(422).says("Bonjour Léa");
        // Somebody else's mission is not there, nor one that never was.
        let theirs = MissionId(Uuid::from_u128(78));
        stage.publish(theirs, &stage.colibri, MissionState::Open, "Billetterie").await;
        brun.post(&address, &[("mission", &theirs.to_string())]).await.is(404);
        brun.post(&address, &[("mission", &Uuid::from_u128(9).to_string())]).await.is(404);
        let draft = MissionId(Uuid::from_u128(79));
        stage.publish(draft, &stage.brun, MissionState::Draft, "Brouillon").await;
        brun.post(&address, &[("mission", &draft.to_string())]).await.is(409);
    }

    async fn a_company_without_a_mission_is_led_to_write_one(engine) {
        let stage = Stage::build(engine).await;
        let colibri = stage.house.member(&stage.colibri);
        let address = paths::interest_in_freelance(FreelanceId(stage.lea.account));

        let answer = colibri.post(&address, &[]).await;

        answer.is(422).says("Publiez d’abord une mission");
        assert!(answer.has(&format!("a[href='{}']", missions::paths::NEW)));
        assert!(!answer.has("main form button[type=submit]"));
    }

    // I10, R86-R89
    async fn only_certified_accounts_are_interested_and_interesting(engine) {
        let stage = Stage::build(engine).await;
        let house = &stage.house;
        let mission = paths::interest_in_mission(stage.mission);
        let lea = paths::interest_in_freelance(FreelanceId(stage.lea.account));
        let nadia = paths::interest_in_freelance(FreelanceId(stage.nadia.account));
        let id = stage.mission.to_string();

        for address in [&mission, &lea] {
            assert!(house.visitor().post(address, &[]).await.location().starts_with("/sign-in"));
        }
        house.member(&stage.nadia).post(&mission, &[]).await.is(403);
        house.member(&stage.neuve).post(&lea, &[("mission", &id)]).await.is(403);
        house.member(&stage.brun).post(&mission, &[]).await.is(404);
        house.member(&stage.lea).post(&lea, &[]).await.is(404);
        house.member(&stage.brun).post(&nadia, &[("mission", &id)]).await.is(404);
        // Companies are accounts as well, but no freelances.
        for company in [&stage.brun, &stage.colibri] {
            let address = paths::interest_in_freelance(FreelanceId(company.account));
            house.member(&stage.brun).post(&address, &[("mission", &id)]).await.is(404);
        }
        house.member(&stage.brun).post("/freelances/nonsense/interest", &[]).await.is(404);
        house.member(&stage.lea).post("/missions/nonsense/interest", &[]).await.is(404);
        // A mission of a company that lost its certification is out of the search (I6).
        let theirs = MissionId(Uuid::from_u128(80));
        stage.publish(theirs, &stage.neuve, MissionState::Open, "Sans certification").await;
        house.member(&stage.lea).post(paths::interest_in_mission(theirs), &[]).await.is(404);
        assert_eq!(stage.events("selection.interest_expressed").await, 0);
    }
}
