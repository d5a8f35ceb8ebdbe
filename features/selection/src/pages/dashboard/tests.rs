#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::rights::STAFF;
use missions::{MissionId, MissionState};
use testing::person;
use uuid::Uuid;

use crate::{
    PlantedMove::{Choose, CompanyInterest, FreelanceInterest},
    paths,
    samples::Stage,
};

testing::on_both_engines! {
    // R65: the candidature appears at once.
    async fn ones_own_interest_is_on_the_dashboard_at_once(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        lea.post(paths::interest_in_mission(stage.mission), &[]).await.is(303);
        let home = lea.get(paths::DASHBOARD).await;
        assert!(home.has(&format!("section[aria-labelledby=sent] a[href='{}']", missions::paths::mission(stage.mission))));
    }

    // R65
    async fn a_freelance_sees_what_waits(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        lea.get(paths::DASHBOARD).await.is(200).says("Bonjour Léa").says("Tout est à jour").says("Profil certifié");

        stage.moves(&stage.lea, &[CompanyInterest]).await;

        lea.get(paths::DASHBOARD).await.says("Une mission attend votre réponse.").says("Cette mission m’intéresse");
        stage.moves(&stage.jonas, &[FreelanceInterest]).await;
        stage.moves(&stage.jonas, &[Choose]).await;
        stage.house.member(&stage.jonas).get(paths::DASHBOARD).await.says("Je postule");
    }

    // R39: what is missing in the profile stands beside, until nothing is.
    async fn a_home_says_how_complete_the_profile_is(engine) {
        let stage = Stage::build(engine).await;
        stage.write_profile(&stage.lea, &["Figma"]).await;
        let home = stage.house.member(&stage.lea).get(paths::DASHBOARD).await;
        home.says("60 %").says("Description");
        assert!(home.has("progress[value='60']") && home.has("a[href='/profile#about']"));

        let brun = stage.house.member(&stage.brun).get(paths::DASHBOARD).await;
        brun.says("Votre entreprise").says("0 %");
        assert!(brun.has("a[href='/company#presentation']"));
    }

    // R33, A10: missions for one's skills; before certification only how many.
    async fn a_home_shows_missions_for_ones_skills(engine) {
        let stage = Stage::build(engine).await;
        for who in [&stage.lea, &stage.nadia] {
            stage.write_profile(who, &["Figma", "Prototypage"]).await;
        }
        stage.write_profile(&stage.jonas, &["Rust"]).await;
        let other = MissionId(Uuid::from_u128(78));
        stage.publish(other, &stage.colibri, MissionState::Open, "Billetterie").await;
        stage.shelve().await;
        let suited = |mission| format!("section[aria-labelledby=suited] a[href='{}']", missions::paths::mission(mission));
        let home = stage.house.member(&stage.lea).get(paths::DASHBOARD).await;
        assert!(home.has(&suited(stage.mission)) && home.has(&suited(other)));
        assert!(!stage.house.member(&stage.jonas).get(paths::DASHBOARD).await.has("#suited"));

        // One that the freelance has answered already is no news.
        stage.moves(&stage.lea, &[FreelanceInterest]).await;
        let home = stage.house.member(&stage.lea).get(paths::DASHBOARD).await;
        assert!(!home.has(&suited(stage.mission)) && home.has(&suited(other)));

        let closed = stage.house.member(&stage.nadia).get(paths::DASHBOARD).await;
        closed.says("2 missions correspondent déjà à vos compétences.").hides("Billetterie").hides("Colibri");
    }

    async fn a_company_sees_missions_with_candidates_who_wait(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        brun.get(paths::DASHBOARD).await.is(200).says("Bonjour Brun").says("Tout est à jour");

        stage.moves(&stage.lea, &[FreelanceInterest]).await;

        let home = brun.get(paths::DASHBOARD).await;
        home.says("Une candidature attend votre réponse.").says("Visualiser les candidats");
        assert!(home.has(&format!("a[href='{}']", paths::candidates(stage.mission))));
    }

    async fn who_is_not_certified_sees_where_it_stands(engine) {
        let stage = Stage::build(engine).await;
        let nadia = stage.house.member(&stage.nadia).get(paths::DASHBOARD).await;
        nadia.is(200).says("Documents en cours d’examen").says("Examen par notre équipe");
        assert!(!nadia.has("dl.kpis"));
        stage.house.member(&stage.neuve).get(paths::DASHBOARD).await.says("Votre numéro d’immatriculation");
        let fresh = person(certification::rights::FREELANCE, false, "Ada");
        stage.house.member(&fresh).get(paths::DASHBOARD).await.says("Terminer ma certification");
    }

    // R19
    async fn who_was_refused_reads_why(engine) {
        let stage = Stage::build(engine).await;
        let refused = certification::Planted {
            ground: Some(certification::Ground::Documents),
            message: "Le verso manque.".to_owned(),
            ..certification::Planted::freelance(stage.nadia.account, "Nadia", "Ferrari", certification::Standing::Refused)
        };
        let app = &stage.house.app;
        let tx = app.begin().await.unwrap();
        certification::plant(app, &tx, refused).await.unwrap();
        tx.commit().await.unwrap();
        let seen = stage.house.member(&stage.nadia).get(paths::DASHBOARD).await;
        seen.says("Vos documents obligatoires ne sont pas à jour.").says("Le verso manque.").says("Corriger mon dossier");
    }

    async fn staff_have_another_home_and_visitors_none(engine) {
        let stage = Stage::build(engine).await;
        let mara = person(STAFF, true, "Mara");
        assert_eq!(stage.house.member(&mara).get(paths::DASHBOARD).await.location(), paths::STAFF);
        assert!(stage.house.visitor().get(paths::DASHBOARD).await.location().starts_with("/sign-in"));
    }
}
