use crate::{
    MissionState,
    paths::{self, MISSIONS},
    samples::{LOGO, Stage, TITLE, sample},
};

/// What would tell whose a mission is, or more of it than R91 allows.
fn secrets(stage: &Stage) -> Vec<String> {
    let mut secrets: Vec<String> = [
        "Atelier Brun",
        "Menuiserie",
        "menuisons",
        "brun.example",
        "Lausanne",
        "Rabot",
        "1003",
        "Maître menuisier",
        "CHF",
        "Figma",
        "espace client de bout en bout",
    ]
    .map(str::to_owned)
    .to_vec();
    secrets.push(stage.brun.account.to_string());
    secrets
}

testing::on_both_engines! {
    // R35, R91, R92, I11
    async fn a_preview_is_a_title_a_logo_and_a_category(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        stage.shelve().await;

        for (who, client) in stage.onlookers() {
            for address in [MISSIONS.to_owned(), format!("{MISSIONS}?q=refonte"), paths::mission(id)] {
                let seen = client.get(&address).await;
                seen.is(200).says(TITLE);
                for secret in secrets(&stage) {
                    assert!(!seen.text().contains(&secret), "{who} sees {secret} at {address}");
                }
                let logo = format!("img.logo[alt=''][src='/logos/{}']", LOGO.0);
                assert!(seen.has(&logo), "{who} at {address}");
            }
            client.get(paths::mission(id)).await.says("Data, IT & Web");
        }
    }

    // R91
    async fn searching_tells_no_more_than_titles_do(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        stage.shelve().await;

        for (who, client) in stage.onlookers() {
            for hidden in ["brun", "atelier", "menuiserie", "figma", "lausanne", "equipe"] {
                let seen = client.get(format!("{MISSIONS}?q={hidden}")).await;
                seen.is(200).says("Aucun titre ne correspond").says("Aucune mission ne correspond à cette recherche.").hides("0 mission");
                assert!(!seen.words().contains(TITLE), "{who} finds it by {hidden}");
            }
            for filter in ["workplace=remote", "canton=GE", "rate_from=5000", "skill=SQL", "payroll=yes"] {
                client.get(format!("{MISSIONS}?{filter}")).await.says("1 mission en ce moment");
            }
        }
    }

    async fn each_is_told_the_way_that_is_theirs(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        stage.shelve().await;

        for address in [MISSIONS.to_owned(), paths::mission(id)] {
            let visitor = stage.house.visitor().get(&address).await;
            assert!(visitor.has("aside a[href='/sign-up']") && visitor.has("aside a[href='/sign-in']"));
            let nadia = stage.house.member(&stage.nadia).get(&address).await;
            assert!(nadia.has(&format!("aside a[href='{}']", certification::paths::CERTIFICATION)));
            let colibri = stage.house.member(&stage.colibri).get(&address).await;
            assert!(colibri.has(&format!("aside a[href='{}']", paths::NEW)));
        }
    }

    async fn previews_come_eighteen_at_a_time(engine) {
        let stage = Stage::build(engine).await;
        for n in 1..=20 {
            stage.plant(sample(n, &stage.brun, MissionState::Open)).await;
        }
        stage.shelve().await;
        let visitor = stage.house.visitor();

        visitor.get(MISSIONS).await.says("1 à 18 sur 20").says("20 missions en ce moment");
        visitor.get(format!("{MISSIONS}?page=2")).await.says("19 à 20 sur 20");
        visitor.get(format!("{MISSIONS}?page=77")).await.is(200).says("19 à 20 sur 20");
        let part = visitor.get_part(format!("{MISSIONS}?q=refonte")).await;
        part.is(200).hides("<html");
        assert!(part.has("#list .teasers"));
    }

    // A home page asks for these.
    async fn the_newest_come_first(engine) {
        let stage = Stage::build(engine).await;
        for n in 1..=3 {
            let mut mission = sample(n, &stage.brun, MissionState::Open);
            mission.published_at = Some(stage.app().now() - chrono::TimeDelta::hours(10 - n as i64));
            stage.plant(mission).await;
        }
        stage.shelve().await;

        let (newest, total) = crate::newest(stage.app(), 2).await.unwrap_or_default();

        let ids: Vec<u128> = newest.iter().map(|one| one.id.0.as_u128()).collect();
        assert_eq!((ids, total), (vec![3, 2], 3));
        assert_eq!((newest[0].title.as_str(), newest[0].logo), (TITLE, Some(LOGO)));
    }
}
