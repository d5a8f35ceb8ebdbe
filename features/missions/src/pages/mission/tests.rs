use sea_orm::Iterable;

use crate::{
    MissionId, MissionState, paths,
    samples::{Stage, TITLE, sample},
};

/// A sentence of the full page that no preview holds.
const DETAIL: &str = "avec une équipe de huit";

testing::on_both_engines! {
    // R35, R91, R92, R110, R111: every state to every kind of viewer.
    async fn each_state_shows_what_it_should_to_whom_it_should(engine) {
        let stage = Stage::build(engine).await;
        for (n, state) in MissionState::iter().enumerate() {
            let id = stage.plant(sample(n as u128 + 1, &stage.brun, state)).await;
            stage.admit(id, &stage.jonas);
            let address = paths::mission(id);
            let open = state == MissionState::Open;
            let published = !matches!(state, MissionState::Draft | MissionState::Withdrawn);

            for (who, member, sees) in [
                ("its company", &stage.brun, true),
                ("staff", &stage.mara, state != MissionState::Draft),
                ("a certified freelance", &stage.lea, open),
                ("a candidate", &stage.jonas, published),
            ] {
                let seen = stage.house.member(member).get(&address).await;
                assert_eq!(seen.status, if sees { 200 } else { 404 }, "{who}, {state:?}");
                assert_eq!(seen.text().contains(DETAIL), sees, "{who}, {state:?}");
            }
            for (who, client) in stage.onlookers() {
                let seen = client.get(&address).await;
                assert_eq!(seen.status, if open { 200 } else { 404 }, "{who}, {state:?}");
                assert!(!seen.text().contains(DETAIL), "{who}, {state:?}");
            }
        }
    }

    // I6: an uncertified company's mission is there for itself and for staff.
    async fn missions_of_uncertified_companies_are_not_there(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.neuve, MissionState::Open)).await;

        for (who, member, status) in [
            ("its company", &stage.neuve, 200),
            ("staff", &stage.mara, 200),
            ("a freelance", &stage.lea, 404),
            ("a company", &stage.brun, 404),
        ] {
            assert_eq!(stage.house.member(member).get(paths::mission(id)).await.status, status, "{who}");
        }
        stage.house.visitor().get(paths::mission(id)).await.is(404);
    }

    async fn what_is_no_mission_is_not_found(engine) {
        let stage = Stage::build(engine).await;
        let nowhere = paths::mission(MissionId(uuid::Uuid::from_u128(99)));
        for address in [nowhere.as_str(), "/missions/1", "/missions/%00", "/missions/nouvelle"] {
            stage.house.visitor().get(address).await.is(404);
            stage.house.member(&stage.lea).get(address).await.is(404);
        }
    }

    // R82, R92, R97
    async fn a_freelance_reads_all_there_is_to_know(engine) {
        let stage = Stage::build(engine).await;
        let mut mission = sample(1, &stage.brun, MissionState::Open);
        mission.description = "Bonjour.\n\n- Un plan\n- <b>Un prototype</b>".to_owned();
        mission.facts.start = chrono::NaiveDate::from_ymd_opt(2026, 8, 1);
        let id = stage.plant(mission).await;

        let seen = stage.house.member(&stage.lea).get(paths::mission(id)).await;

        seen.is(200).says(TITLE).says("Atelier Brun").says("Menuiserie").says("Entreprise certifiée").says("Lausanne, hybride")
            .says("6 mois").says("80 %").says("1er août 2026").says("3 ans et plus").says("CHF 950 / jour").says("Payrolling SPS souhaité")
            .says("UX design").says("Nous menuisons depuis trois générations.").says("hier à 10:00").hides("<b>Un prototype");
        seen.says("Adresse Rue du Rabot 4, 1003 Lausanne").says("Personne de contact Maître menuisier");
        assert!(seen.has("main .prose li") && seen.has("a[href='https://brun.example']"));
        assert!(seen.has(".cta-bar a[href='#offer']") && seen.has("aside#offer"));
        assert!(!seen.has("#closing"), "only its company closes it");
    }

    // R97: a skill is one skill, whatever either side calls it.
    async fn a_freelance_sees_which_skills_are_in_their_own_profile(engine) {
        let stage = Stage::build(engine).await;
        stage.write_profile(&stage.lea, &["Kubernetes", "Recherche utilisateur", "C++"]).await;
        let mut mission = sample(1, &stage.brun, MissionState::Open);
        mission.skills = ["k8s", "User research", "C++", "Figma"].map(str::to_owned).to_vec();
        let id = stage.plant(mission).await;

        let seen = stage.house.member(&stage.lea).get(paths::mission(id)).await;

        assert_eq!(seen.text().matches("tag lg hit").count(), 3);
        seen.says("Vous avez 3 des 4 compétences demandées.");
    }

    async fn a_company_that_says_nothing_of_itself_has_no_section(engine) {
        let stage = Stage::build(engine).await;
        let (brun, colibri) = (sample(1, &stage.brun, MissionState::Open), sample(2, &stage.colibri, MissionState::Open));
        let (brun, colibri) = (stage.plant(brun).await, stage.plant(colibri).await);
        let lea = stage.house.member(&stage.lea);
        assert!(lea.get(paths::mission(brun)).await.has("h2#company"));
        let seen = lea.get(paths::mission(colibri)).await;
        seen.is(200).says("Transports Colibri");
        assert!(!seen.has("h2#company"));
    }

    // R107: the same colour and icon as in « Gérer vos missions ».
    async fn its_company_sees_at_a_glance_where_it_stands(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        for (n, (state, badge)) in [
            (MissionState::Draft, ".badge:not(.info, .warn, .ok) use[href$='#i-pencil']"),
            (MissionState::Open, ".badge.info use[href$='#i-radio']"),
            (MissionState::Reserved, ".badge.warn use[href$='#i-clock']"),
            (MissionState::Validated, ".badge.ok use[href$='#i-circle-check']"),
            (MissionState::Closed, ".badge:not(.info, .warn, .ok) use[href$='#i-archive']"),
            (MissionState::Withdrawn, ".badge:not(.info, .warn, .ok) use[href$='#i-archive']"),
        ].into_iter().enumerate() {
            let id = stage.plant(sample(n as u128 + 1, &stage.brun, state)).await;
            assert!(brun.get(paths::mission(id)).await.has(badge), "{state:?}");
        }
    }

    // R98, R96
    async fn its_company_finds_what_it_may_do(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        for (n, state) in MissionState::iter().enumerate() {
            let id = stage.plant(sample(n as u128 + 1, &stage.brun, state)).await;
            let seen = brun.get(paths::mission(id)).await;
            assert!(seen.has(".crumb a[href='/manage']"), "{state:?}");
            let editable = matches!(state, MissionState::Draft | MissionState::Open);
            assert_eq!(seen.has(&format!("a[href='{}']", paths::edit(id))), editable, "{state:?}");
            assert_eq!(seen.has(&format!("#closing form[action='{}']", paths::closure(id))), editable, "{state:?}");
            let search = format!("#offer a[href='{}']", profiles::paths::FREELANCES);
            assert_eq!(seen.has(&search), state == MissionState::Open, "{state:?}");
        }
    }
}
