#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::rights::COMPANY;
use missions::{MissionId, MissionState};
use profiles::Category;
use testing::person;
use uuid::Uuid;

use super::NEWEST;
use crate::{
    paths,
    samples::{house, lea, publish},
};

testing::on_both_engines! {
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
