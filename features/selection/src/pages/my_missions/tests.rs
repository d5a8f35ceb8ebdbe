use crate::{
    PlantedMove::{Apply, Choose, CompanyInterest, Decline},
    paths,
    samples::{Stage, TITLE},
};

testing::on_both_engines! {
    async fn a_freelance_without_candidacies_is_told_what_will_come(engine) {
        let stage = Stage::build(engine).await;
        stage.house.member(&stage.lea).get(paths::MY_MISSIONS).await.is(200).says("Aucune mission pour l’instant");
        stage.house.member(&stage.nadia).get(paths::MY_MISSIONS).await.is(200);
        stage.house.member(&stage.brun).get(paths::MY_MISSIONS).await.is(404);
        assert!(stage.house.visitor().get(paths::MY_MISSIONS).await.location().starts_with("/sign-in"));
    }

    // A16: title, the other's name, dates and label stay when the mission cannot be opened.
    async fn an_ended_candidacy_keeps_its_line(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[CompanyInterest, Decline]).await;
        stage.moves(&stage.jonas, &[CompanyInterest, Apply, Choose]).await;
        let lea = stage.house.member(&stage.lea);

        let mine = lea.get(paths::MY_MISSIONS).await;

        mine.says("Terminées").says(TITLE).says("Atelier Brun").says("le 9 juin 2026");
        mine.says("Je ne suis pas intéressé(e)");
        let mission = missions::paths::mission(stage.mission);
        assert!(!mine.has(&format!("a[href='{mission}']")));
        lea.get(mission).await.is(404);
    }

    // A5
    async fn each_state_has_its_group(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[CompanyInterest]).await;
        let mine = stage.house.member(&stage.lea).get(paths::MY_MISSIONS).await;
        assert!(mine.has("section#received article"));
        assert!(!mine.has("section#talking, section#sent, section#concluded, section#finished"));
        mine.says("Cette mission m’intéresse").says("Je ne suis pas intéressé(e)");
    }
}
