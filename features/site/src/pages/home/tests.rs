#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE},
};
use missions::{MissionId, MissionState};
use profiles::{Category, FreelanceId, PlantedFreelance, events::FreelanceChanged};
use testing::{House, person};
use uuid::Uuid;

use super::NEWEST;
use crate::{
    paths,
    samples::{house, lea, publish},
};

/// Freelances of these standings and categories.
async fn freelances(house: &House, all: &[(Standing, &[Category])]) {
    let tx = house.app.begin().await.unwrap();
    for (n, (standing, categories)) in all.iter().enumerate() {
        let account = Uuid::from_u128(100 + n as u128);
        let planted = Planted::freelance(account, "Ada", "Secrète", *standing);
        certification::plant(&house.app, &tx, planted).await.unwrap();
        let profile = PlantedFreelance {
            id: FreelanceId(account),
            headline: "Ingénieure de données".to_owned(),
            description: String::new(),
            place: swiss::places::by_key("ch-vd-lausanne").unwrap(),
            categories: categories.to_vec(),
            skills: vec!["Rust".to_owned()],
            day_rate: 900,
            years: None,
        };
        profiles::plant_freelance(&house.app, &tx, profile).await.unwrap();
        let freelance = FreelanceId(account);
        house
            .app
            .record(&tx, &FreelanceChanged { freelance })
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    house.settle().await;
}

testing::on_both_engines! {
    // R32, R40, R91: only what the previews count; nothing is said of nothing.
    async fn home_counts_what_anybody_may_find(engine) {
        let house = house(engine).await;
        let empty = house.visitor().get(paths::HOME).await;
        assert!(!empty.is(200).hides("0\u{a0}freelance").has(".section-head p"));
        let certified = Standing::Certified;
        freelances(&house, &[
            (certified, &[Category::Data, Category::Business]),
            (certified, &[Category::Data]),
            (certified, &[Category::Marketing]),
            (Standing::InReview, &[Category::Legal, Category::Data]),
        ]).await;
        publish(&house, &[
            (1, "Refonte de l’espace client", MissionState::Open),
            (2, "Audit des accès", MissionState::Open),
            (3, "Réservée à quelqu’un", MissionState::Reserved),
        ]).await;

        for visitor in [house.visitor(), house.member(&person(FREELANCE, false, "Noé")), house.member(&lea())] {
            let seen = visitor.get(paths::HOME).await;
            seen.is(200).says("3 freelances certifiés").says("Voir les 2 missions").hides("Secrète").hides("Ingénieure");
            seen.says("Marque, contenu, SEO, événementiel 1 freelance Data, IT & Web");
            seen.says("Produit, développement, données, cloud 2 freelances RH & Légal Recrutement, paie, contrats, nLPD Business");
        }
        house.visitor().get("/?lang=en").await.says("3 certified freelances").says("See all 2 missions");
    }

    // R11, R14, R79
    async fn a_visitor_is_welcome_in_both_languages(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::HOME).await;
        seen.is(200).says("Freelances vérifiés. Missions suisses.").says("Je cherche un freelance");
        for category in Category::ALL {
            seen.says(category.name(i18n::Lang::Fr));
        }
        assert!(seen.has("a[href='/contact?topic=services']") && seen.has("a[href='/help#f-payroll']"));
        assert!(seen.has("link[rel=manifest]") && !seen.has("meta[name=robots]"));
        house.visitor().get("/?lang=en").await.is(200).says("Verified freelances. Swiss missions.");
        let seen = house.member(&lea()).get(paths::HOME).await;
        seen.is(200).says("Aller à mon tableau de bord");
        assert!(!seen.has("a[href^='/sign-up']"));
    }

    // R91, I11
    async fn missions_are_shown_by_logo_and_title_alone(engine) {
        let house = house(engine).await;
        let key = 0x5eca_2e71;
        let logo = publish(&house, &[
            (key, "Refonte de l’espace client", MissionState::Open),
            (2, "Encore un brouillon", MissionState::Draft),
            (3, "Réservée à quelqu’un", MissionState::Reserved),
        ]).await;

        let seen = house.visitor().get(paths::HOME).await;

        seen.is(200).says("Les dernières missions").says("Refonte de l’espace client");
        assert!(seen.has(&format!(".teasers img[src='{}'][alt='']", profiles::paths::logo(logo))));
        for secret in ["Brun", "brun.test", "Architecture", "Figma", "950", "Une description", "brouillon", "Réservée à"] {
            seen.hides(secret);
        }
        seen.hides(&MissionId(Uuid::from_u128(key)).to_string());
        seen.hides(&person(COMPANY, true, "Brun").account.to_string());
    }

    async fn the_newest_missions_come_first_and_not_too_many(engine) {
        let house = house(engine).await;
        let titles: Vec<String> = (0..=NEWEST).map(|n| format!("Mission numéro {n}.")).collect();
        let missions: Vec<_> = titles.iter().zip(1..).map(|(title, key)| (key, title.as_str(), MissionState::Open)).collect();
        publish(&house, &missions).await;

        let seen = house.visitor().get(paths::HOME).await;

        let words = seen.hides(&titles[0]).words();
        let places: Vec<usize> = titles[1..].iter().rev().map(|title| words.find(title).unwrap()).collect();
        assert!(places.is_sorted());
    }

    async fn without_missions_there_is_no_empty_shelf(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::HOME).await;
        assert!(!seen.is(200).has(".teasers"));
    }
}
