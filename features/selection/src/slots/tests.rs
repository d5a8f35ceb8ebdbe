use messaging::ConversationId;
use missions::{MissionId, MissionState};
use profiles::FreelanceId;
use uuid::Uuid;

use crate::{
    CandidacyId,
    PlantedMove::{Apply, Choose, CompanyInterest, FreelanceInterest},
    paths,
    samples::{Stage, TALKING, TITLE},
};

fn conversation(id: CandidacyId) -> String {
    messaging::paths::conversation(ConversationId(id.0))
}

testing::on_both_engines! {
    // R104, I13
    async fn beside_a_conversation_the_pair_decides(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));

        let seen = brun.get(conversation(id)).await;
        seen.is(200).says("Choisir ce candidat").says("Écarter ce candidat").says("n’a pas encore postulé");
        assert!(seen.has(&format!("#choose-{id} form[action='{}'] input[value=conversation]", paths::choice(id))));
        lea.get(conversation(id)).await.says("Je postule").says("Je ne suis pas intéressé(e)").says(TITLE);

        stage.moves(&stage.lea, &[Apply]).await;
        brun.get(conversation(id)).await.says("a postulé le 9 juin").says("les autres candidats sont informés");
        let seen = lea.get(conversation(id)).await;
        seen.says("Vous avez postulé le 9 juin");
        assert!(!seen.has(&format!("[popovertarget='apply-{id}'], [popovertarget='refuse-{id}']")));
    }

    // A14, R49, R106
    async fn addresses_are_shared_at_the_conclusion_and_not_before(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, &[FreelanceInterest, Choose]).await;
        let (lea, brun) = (stage.house.member(&stage.lea), stage.house.member(&stage.brun));
        let (of_lea, of_brun) = (testing::address(&stage.lea), testing::address(&stage.brun));
        brun.get(conversation(id)).await.says("contacter SPS").hides(&of_lea);
        lea.get(conversation(id)).await.hides(&of_brun);

        stage.moves(&stage.lea, &[Apply]).await;

        brun.get(conversation(id)).await.says(&of_lea).says("contacter SPS");
        lea.get(conversation(id)).await.says(&of_brun).says("La collaboration est conclue.");
    }

    // R98: an edited title is read in the conversation too.
    async fn a_conversation_is_called_what_the_mission_is_called_now(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let edit = missions::paths::edit(stage.mission);
        let brun = stage.house.member(&stage.brun);
        let about = [
            ("title", "Un espace client tout neuf"), ("category", "data"), ("workplace", "hybrid"),
            ("place", "lausanne"), ("then", "stay"),
            ("description", "Nous repensons notre espace client de bout en bout, avec une équipe de huit."),
        ];
        brun.post(&edit, &about).await.is(303);
        stage.house.settle().await;

        stage.house.member(&stage.lea).get(conversation(id)).await.says("Un espace client tout neuf").hides(TITLE);
    }

    // A15: what ended before it was answered was never shared.
    async fn a_closed_mission_says_whose_interest_it_was(engine) {
        let stage = Stage::build(engine).await;
        let sent = stage.moves(&stage.lea, &[FreelanceInterest]).await;
        let talked = stage.moves(&stage.jonas, &[FreelanceInterest, CompanyInterest]).await;
        let brun = stage.house.member(&stage.brun);
        brun.post(format!("{}/closure", missions::paths::mission(stage.mission)), &[]).await.is(303);
        stage.house.settle().await;

        stage.house.member(&stage.lea).get(conversation(sent)).await
            .says("Vous étiez intéressé(e).").hides("tous les deux");
        brun.get(conversation(sent)).await.says("Léa").says("était intéressé(e).").hides("tous les deux");
        brun.get(conversation(talked)).await.says("Vous êtes tous les deux intéressés.");
    }

    // R65, A3
    async fn beside_a_mission_a_freelance_says_so_and_sees_how_far_it_is(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let mission = missions::paths::mission(stage.mission);
        let form = format!("form[action='{}'] textarea[name=message]", paths::interest_in_mission(stage.mission));
        let seen = lea.get(&mission).await;
        assert!(seen.is(200).has(&form));
        seen.says("Cette mission m’intéresse");

        let id = stage.moves(&stage.lea, &[CompanyInterest]).await;

        let seen = lea.get(&mission).await;
        assert!(!seen.has(&form));
        seen.says("Proposition reçue").says("Je ne suis pas intéressé(e)");
        assert!(seen.has(&format!("a[href='{}']", conversation(id))));
        // A phone is shown the way as long as there is something to answer.
        assert!(seen.has(".cta-bar a[href='#offer']"));
        lea.post(paths::acceptance(id), &[]).await.is(303);
        assert!(!lea.get(&mission).await.has(".cta-bar"));
        let own = stage.house.member(&stage.brun).get(&mission).await;
        own.says("Visualiser les candidats").says("Une candidature en cours.");
    }

    // R111
    async fn a_reserved_mission_opens_for_its_candidates_alone(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, &[FreelanceInterest, Choose]).await;
        let mission = missions::paths::mission(stage.mission);
        stage.house.member(&stage.lea).get(&mission).await.is(200);
        stage.house.member(&stage.jonas).get(&mission).await.is(404);
    }

    // R115
    async fn beside_a_profile_a_company_proposes_a_mission(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let lea = FreelanceId(stage.lea.account);
        let profile = profiles::paths::freelance(lea);
        let option = |mission: MissionId| format!("form[action='{}'] option[value='{mission}']", paths::interest_in_freelance(lea));
        let seen = brun.get(&profile).await;
        assert!(seen.is(200).has(&option(stage.mission)));
        seen.says("Ce profil m’intéresse");

        stage.moves(&stage.lea, &[CompanyInterest]).await;
        let other = MissionId(Uuid::from_u128(5));
        stage.publish(other, &stage.brun, MissionState::Open, "Rapport").await;

        let seen = brun.get(&profile).await;
        seen.says("Proposition envoyée").says(TITLE);
        assert!(seen.has(&option(other)) && !seen.has(&option(stage.mission)));
        stage.house.member(&stage.colibri).get(&profile).await.says("Publiez d’abord une mission");
    }
}
