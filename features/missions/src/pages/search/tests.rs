#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use profiles::Category;

use crate::{
    MissionState, PlantedMission, Workplace,
    paths::MISSIONS,
    samples::{Stage, sample},
};

/// Ten missions of Brun that differ in what one filters by, the first the newest.
fn ten(stage: &Stage) -> Vec<PlantedMission> {
    let ten = (1..=10).map(|n: i64| {
        let mut mission = sample(n as u128, &stage.brun, MissionState::Open);
        mission.title = format!("Mandat {n}");
        mission.published_at = Some(stage.app().now() - chrono::TimeDelta::hours(n));
        mission.day_rate = (n != 10).then_some(600 + 100 * n);
        mission.facts.months = Some(n);
        mission.experience_years = n;
        mission.payroll = n % 2 == 0;
        if n > 7 {
            mission.facts.workplace = Some(Workplace::Remote);
            mission.categories = vec![Category::Marketing, Category::Business];
            mission.place = swiss::places::by_key("ch-ge-geneve");
            mission.skills = vec!["SEO".to_owned()];
        }
        mission
    });
    ten.collect()
}

async fn with_ten(engine: db::Engine) -> Stage {
    let stage = Stage::build(engine).await;
    for mission in ten(&stage) {
        stage.plant(mission).await;
    }
    stage.shelve().await;
    stage
}

testing::on_both_engines! {
    // R43, R63
    async fn a_mission_is_found_by_any_word_of_it_without_accents(engine) {
        let stage = Stage::build(engine).await;
        let mut mission = sample(1, &stage.brun, MissionState::Open);
        mission.description = "Vous rédigez le répertoire des bâtiments protégés.".to_owned();
        stage.plant(mission).await;
        stage.plant(sample(2, &stage.colibri, MissionState::Open)).await;
        stage.shelve().await;
        let lea = stage.house.member(&stage.lea);

        for typed in ["repertoire", "R%C3%89PERTOIRE+batiment", "menuiserie", "atelier+brun"] {
            let found = lea.get(format!("{MISSIONS}?q={typed}")).await;
            found.is(200).says("1 mission").says("Atelier Brun").hides("Transports Colibri");
        }
        lea.get(format!("{MISSIONS}?q=figma+lausanne+data")).await.is(200).says("2 missions");
        let card = lea.get(MISSIONS).await;
        card.says("Refonte de l’espace client").says("Lausanne Hybride 80 %").says("CHF 950 / jour").says("6 mois, dès que possible").says("hier à 10:00");
        assert!(card.has("img.logo[src^='/logos/']"));
    }

    // R52, R63: a skill is one skill, whatever the company calls it, and so is a sector.
    async fn a_mission_is_found_by_any_name_of_its_skills_and_sector(engine) {
        let stage = Stage::build(engine).await;
        for (n, skills) in [(1, ["k8s", "User research", "Copywriting"]), (2, ["Kubernetes", "Recherche utilisateur", "Rédaction"])] {
            let mut mission = sample(n, &stage.brun, MissionState::Open);
            mission.skills = skills.map(str::to_owned).to_vec();
            mission.categories = vec![Category::Legal];
            stage.plant(mission).await;
        }
        stage.shelve().await;
        let lea = stage.house.member(&stage.lea);

        for query in ["skill=Kubernetes", "skill=k8s", "skill=user+research", "q=user+research", "q=k8s", "q=r%C3%A9dacteur", "q=ressources+humaines"] {
            let found = lea.get(format!("{MISSIONS}?{query}")).await;
            found.is(200).says("2 missions");
            assert_eq!(found.text().matches("name=\"skill\"").count(), 3, "{query}");
        }
        let english = lea.get(format!("{MISSIONS}?skill=user+research&lang=en")).await;
        english.says("User research 2");
        assert!(english.has("input[name=skill][value='Recherche utilisateur'][checked]"));
        assert_eq!(english.text().matches("tag hit").count(), 2);
    }

    // The skills of a profile find what asks for them under another name; more of them come first.
    async fn missions_are_suited_by_skills_under_any_name(engine) {
        let stage = Stage::build(engine).await;
        for (n, skills) in [(1, ["k8s", "User research"]), (2, ["Kubernetes", "Poterie"]), (3, ["SEO", "Poterie"])] {
            let mut mission = sample(n, &stage.brun, MissionState::Open);
            mission.title = format!("Mandat {n}");
            mission.skills = skills.map(str::to_owned).to_vec();
            stage.plant(mission).await;
        }
        stage.shelve().await;

        let seen = stage.house.visitor().get("/suited?s=kubernetes&s=User+research").await;

        seen.says("2 en tout");
        assert!(seen.words().find("Mandat 1").unwrap() < seen.words().find("Mandat 2").unwrap());
        assert_eq!(seen.text().matches("tag hit").count(), 3);
    }

    // R52, R64
    async fn each_filter_narrows_and_all_are_counted(engine) {
        let stage = with_ten(engine).await;
        let lea = stage.house.member(&stage.lea);

        for (query, total) in [
            ("", 10),
            ("category=data", 7),
            ("category=data&category=marketing", 10),
            ("category=legal", 0),
            ("skill=SEO", 3),
            ("workplace=remote", 3),
            ("workplace=remote&workplace=hybrid", 10),
            ("canton=GE", 3),
            ("duration=short", 2),
            ("duration=medium", 4),
            ("duration=long", 4),
            ("experience=junior", 3),
            ("experience=confirmed&experience=senior", 7),
            ("payroll=yes", 5),
            ("rate_from=1200", 4),
            ("category=data&payroll=yes&rate_from=1000", 2),
            ("q=mandat&workplace=remote", 3),
        ] {
            let found = lea.get(format!("{MISSIONS}?{query}")).await;
            let noun = if total < 2 { "mission" } else { "missions" };
            found.is(200).says(&format!("{total} {noun}"));
            if total > 0 {
                found.says(&format!("1 à {total} sur {total}"));
            }
        }
        // A facet's own filter does not change its counts; the others do.
        let filtered = lea.get(format!("{MISSIONS}?category=data&payroll=yes")).await;
        filtered.says("Data, IT & Web 3").says("Marketing & Communication 2").says("Hybride 3").says("À distance 0");
        assert!(filtered.has("input[name=category][value=data][checked]"));
        assert!(filtered.has("a.chip[href='/missions?payroll=yes']"), "a filter is removed by its own link");
    }

    // A swapped page keeps the box the person is at by its id.
    async fn every_box_has_an_id_of_its_own(engine) {
        let stage = Stage::build(engine).await;
        let mut mission = sample(1, &stage.brun, MissionState::Open);
        mission.skills = ["Tissage-raphia", "Tissage.raphia", "C++", "C#"].map(str::to_owned).to_vec();
        stage.plant(mission).await;
        stage.shelve().await;

        let seen = stage.house.member(&stage.lea).get(MISSIONS).await;

        let text = seen.text();
        let ids = text.split("id=\"skill-").skip(1).filter_map(|rest| rest.split('"').next());
        let ids: Vec<&str> = ids.collect();
        let once: std::collections::HashSet<&&str> = ids.iter().collect();
        assert_eq!((ids.len(), once.len()), (4, 4), "{ids:?}");
    }

    async fn results_are_ordered_as_asked(engine) {
        let stage = with_ten(engine).await;
        let lea = stage.house.member(&stage.lea);

        for (sort, first, before) in [("newest", "Mandat 1", "Mandat 2"), ("rate", "Mandat 9", "Mandat 8"), ("nonsense", "Mandat 1", "Mandat 2")] {
            let words = lea.get(format!("{MISSIONS}?sort={sort}")).await.words();
            let place = |title: &str| words.find(&format!("{title} Atelier")).unwrap();
            assert!(place(first) < place(before), "{sort}");
        }
    }

    async fn there_are_twenty_on_a_page_and_the_last_page_is_the_last(engine) {
        let stage = Stage::build(engine).await;
        for n in 1..=45 {
            stage.plant(sample(n, &stage.brun, MissionState::Open)).await;
        }
        stage.shelve().await;
        let lea = stage.house.member(&stage.lea);

        let count = |seen: &testing::Seen| seen.text().matches("<article class=\"item\">").count();
        let first = lea.get(MISSIONS).await;
        first.says("1 à 20 sur 45");
        assert_eq!(count(&first), 20);
        let second = lea.get(format!("{MISSIONS}?sort=newest&page=2")).await;
        second.says("21 à 40 sur 45");
        assert!(second.has("a[href='/missions?sort=newest&page=3']"));
        for beyond in ["3", "4", "99999"] {
            let last = lea.get(format!("{MISSIONS}?page={beyond}")).await;
            last.is(200).says("41 à 45 sur 45");
            assert_eq!(count(&last), 5);
        }
    }

    async fn no_address_is_an_error(engine) {
        let stage = with_ten(engine).await;
        let (lea, visitor) = (stage.house.member(&stage.lea), stage.house.visitor());

        for query in [
            "q=%FF%FE&category=%00", "category=&category=gardening&workplace=&sort=", "rate_from=abc&page=-1", "page=0", "page=18446744073709551616",
            "rate_from=99999999999999999999", "q=%22%27%3C%3E%26", "&&&===&q", "skill=%F0%9F%A6%80", "canton=XX&duration=1&experience=2&payroll=3",
        ] {
            lea.get(format!("{MISSIONS}?{query}")).await.is(200);
            visitor.get(format!("{MISSIONS}?{query}")).await.is(200);
        }
        let long = "a+".repeat(900);
        lea.get(format!("{MISSIONS}?q={long}")).await.is(200);
        lea.get(format!("{MISSIONS}?q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E")).await.is(200).hides("<script>alert");
    }

    async fn the_script_gets_the_form_alone(engine) {
        let stage = with_ten(engine).await;
        let part = stage.house.member(&stage.lea).get_part(format!("{MISSIONS}?q=mandat")).await;

        part.is(200).hides("<html").hides("<h1");
        assert!(part.has("form#search #results"));
    }

    // R53
    async fn without_a_result_there_is_something_to_try(engine) {
        let stage = with_ten(engine).await;
        let mut mission = sample(20, &stage.brun, MissionState::Open);
        mission.skills = vec!["Recherche utilisateur".to_owned()];
        stage.plant(mission).await;
        stage.shelve().await;
        let lea = stage.house.member(&stage.lea);

        let wider = lea.get(format!("{MISSIONS}?category=legal&payroll=yes")).await;
        wider.is(200).says("Aucune mission ne correspond").says("Retirer « RH & Légal » (6)").says("Compléter mon profil");
        assert!(wider.has("a[href='/missions?payroll=yes']"));
        assert!(!wider.words().contains("Retirer « Payrolling SPS »"), "that would not help");

        let related = lea.get(format!("{MISSIONS}?q=user+research&category=legal")).await;
        related.says("Aucune mission ne correspond").says("Essayez aussi Recherche utilisateur");
    }

    async fn a_slip_of_the_finger_is_told(engine) {
        let stage = with_ten(engine).await;
        let lea = stage.house.member(&stage.lea);

        lea.get(format!("{MISSIONS}?q=manadt")).await.is(200).says("10 missions").says("l’orthographe est proche");
        lea.get(format!("{MISSIONS}?q=mandat+hydravion")).await.is(200).says("en contiennent une partie");
    }

    // R110: forms are drawn once for all, and never shown when they are no longer true.
    async fn what_left_the_search_is_not_shown_again(engine) {
        let stage = with_ten(engine).await;
        let lea = stage.house.member(&stage.lea);
        lea.get(MISSIONS).await.says("10 missions").says("Mandat 4");
        lea.get(format!("{MISSIONS}?lang=en")).await.says("Show 10 missions").says("Search for a mission");
        stage.house.member(&stage.jonas).get(MISSIONS).await.says("Afficher 10 missions");

        let tx = stage.app().begin().await.unwrap();
        let id = sample(4, &stage.brun, MissionState::Open).id;
        crate::move_state(stage.app(), &tx, id, MissionState::Open, MissionState::Reserved).await.unwrap();
        tx.commit().await.unwrap();
        stage.house.settle().await;

        let now = stage.house.member(&stage.jonas).get(MISSIONS).await;
        now.says("9 missions").hides("Mandat 4");
    }

    // « Who sees what »: search
    async fn staff_search_too(engine) {
        let stage = with_ten(engine).await;

        stage.house.member(&stage.mara).get(MISSIONS).await.is(200).says("10 missions").says("Atelier Brun");
    }
}
