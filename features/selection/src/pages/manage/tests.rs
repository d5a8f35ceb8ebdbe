use certification::Standing;
use missions::{MissionId, MissionState};
use uuid::Uuid;

use crate::{
    PlantedMove::{Apply, Choose, CompanyInterest, FreelanceInterest},
    paths,
    samples::Stage,
};

testing::on_both_engines! {
    // R107, R100
    async fn missions_are_listed_by_state_with_their_candidates(engine) {
        let stage = Stage::build(engine).await;
        let id = |n| MissionId(Uuid::from_u128(n));
        stage.publish(id(1), &stage.brun, MissionState::Draft, "").await;
        stage.publish(id(2), &stage.brun, MissionState::Closed, "Audit").await;
        stage.publish(id(3), &stage.brun, MissionState::Open, "Rapport").await;
        stage.publish(id(4), &stage.colibri, MissionState::Open, "Billetterie").await;
        stage.moves(&stage.lea, &[FreelanceInterest]).await;
        stage.moves(&stage.jonas, &[CompanyInterest]).await;
        stage.moves(&stage.noe, &[CompanyInterest, Apply]).await;
        stage.moves_on(id(3), &stage.lea, &[CompanyInterest, Apply, Choose]).await;
        let brun = stage.house.member(&stage.brun);

        let all = brun.get(paths::MANAGE).await;
        all.is(200).says("2 candidatures attendent votre réponse.").says("Mission sans titre").says("avec Léa");
        all.says("Envoyées 1").says("Reçues 1").says("En discussion 1").hides("Billetterie");

        brun.get(paths::manage_tab("draft")).await.says("Mission sans titre").hides("Audit");
        brun.get(paths::manage_tab("open")).await.says("Refonte").hides("Rapport");
        brun.get(paths::manage_tab("validated")).await.says("Rapport").hides("Refonte");
        brun.get(paths::manage_tab("closed")).await.says("Audit").hides("Rapport");
        brun.get(paths::manage_tab("nonsense")).await.is(200).says("Audit").says("Rapport");
    }

    // A2
    async fn a_reserved_mission_is_still_in_progress(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[FreelanceInterest, Choose]).await;
        stage.house.member(&stage.brun).get(paths::manage_tab("open")).await.says("Réservée").says("Refonte");
    }

    // A24, A2: nobody waits who cannot be answered.
    async fn only_who_can_be_answered_waits(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[FreelanceInterest]).await;
        stage.moves(&stage.jonas, &[FreelanceInterest]).await;
        stage.moves(&stage.noe, &[FreelanceInterest, CompanyInterest, Apply]).await;
        let brun = stage.house.member(&stage.brun);
        brun.get(paths::MANAGE).await.says("3 candidatures attendent votre réponse.");

        stage.stand(&stage.jonas, Standing::InReview).await;
        brun.get(paths::MANAGE).await.says("2 candidatures attendent votre réponse.").says("Reçues 2");

        stage.moves(&stage.lea, &[Choose]).await;
        brun.get(paths::MANAGE).await.hides("votre réponse");
    }

    async fn only_companies_manage_missions(engine) {
        let stage = Stage::build(engine).await;
        stage.house.member(&stage.neuve).get(paths::MANAGE).await.is(200).says("Aucune mission pour l’instant");
        stage.house.member(&stage.lea).get(paths::MANAGE).await.is(404);
        assert!(stage.house.visitor().get(paths::MANAGE).await.location().starts_with("/sign-in"));
    }
}
