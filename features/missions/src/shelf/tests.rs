#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    Planted, Standing,
    events::{Certified, Refused},
    rights::COMPANY,
};
use files::FileId;
use profiles::{CompanyId, events::CompanyChanged};
use sea_orm::Iterable;
use testing::person;
use uuid::Uuid;

use super::{MISSIONS, TITLES, document::excerpt};
use crate::{
    MissionId, MissionState, PlantedMission,
    events::{Changed, Published},
    move_state,
    samples::{Stage, sample},
};

const STANDINGS: [Standing; 5] = [
    Standing::Draft,
    Standing::ToContact,
    Standing::InReview,
    Standing::Certified,
    Standing::Refused,
];

testing::on_both_engines! {
    // I6: in no search is a mission that is not open, or whose company is not certified.
    async fn only_open_missions_of_certified_companies_are_found(engine) {
        let stage = Stage::build(engine).await;
        let (mut n, mut expected) = (0, Vec::new());
        for standing in STANDINGS {
            let company = person(COMPANY, standing == Standing::Certified, &format!("{standing:?} AG"));
            let uid = swiss::Uid::parse("CHE-116.281.710").unwrap();
            let tx = stage.app().begin().await.unwrap();
            let dossier = Planted::company(company.account, &company.name, uid, standing);
            certification::plant(stage.app(), &tx, dossier).await.unwrap();
            tx.commit().await.unwrap();
            for state in MissionState::iter() {
                n += 1;
                let id = stage.plant(sample(n, &company, state)).await;
                if standing == Standing::Certified && state == MissionState::Open {
                    expected.push(id);
                }
            }
        }
        assert_eq!((n, expected.len()), (30, 1));

        // Filled anew, then told of each mission one by one.
        stage.shelve().await;
        assert_eq!((stage.shelved(MISSIONS.name), stage.shelved(TITLES.name)), (expected.clone(), expected.clone()));
        for n in 1..=n {
            stage.record(Changed { mission: MissionId(Uuid::from_u128(n)) }).await;
        }
        stage.house.settle().await;
        assert_eq!((stage.shelved(MISSIONS.name), stage.shelved(TITLES.name)), (expected.clone(), expected));
    }

    // A2, R110
    async fn a_mission_leaves_and_returns_with_its_state(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        stage.record(Published { mission: id, company: CompanyId(stage.brun.account) }).await;
        stage.house.settle().await;
        assert_eq!(stage.shelved(MISSIONS.name), [id]);

        for (from, to, found) in [
            (MissionState::Open, MissionState::Reserved, false),
            (MissionState::Reserved, MissionState::Open, true),
            (MissionState::Open, MissionState::Validated, false),
            (MissionState::Validated, MissionState::Closed, false),
        ] {
            let tx = stage.app().begin().await.unwrap();
            assert!(move_state(stage.app(), &tx, id, from, to).await.unwrap());
            tx.commit().await.unwrap();
            stage.house.settle().await;
            for shelf in [MISSIONS.name, TITLES.name] {
                assert_eq!(!stage.shelved(shelf).is_empty(), found, "{shelf}: {from:?} → {to:?}");
            }
        }
    }

    // A24
    async fn certification_brings_and_takes_all_missions_of_a_company(engine) {
        let stage = Stage::build(engine).await;
        let later = person(COMPANY, true, "Plus tard SA");
        let ids = [stage.plant(sample(1, &later, MissionState::Open)).await, stage.plant(sample(2, &later, MissionState::Open)).await];
        stage.shelve().await;
        assert_eq!(stage.shelved(MISSIONS.name), []);

        let uid = swiss::Uid::parse("CHE-116.281.710").unwrap();
        let tx = stage.app().begin().await.unwrap();
        let dossier = Planted::company(later.account, "Plus tard SA", uid, Standing::Certified);
        certification::plant(stage.app(), &tx, dossier).await.unwrap();
        tx.commit().await.unwrap();
        stage.record(Certified { account: later.account, role: "company".into() }).await;
        stage.house.settle().await;
        assert_eq!(stage.shelved(MISSIONS.name), ids);

        // Found by mistake, as after a certification that was lost.
        let lost = stage.plant(sample(3, &stage.neuve, MissionState::Open)).await;
        let stray = search::Document { id: lost.0, numbers: vec![("published", 1)], ..search::Document::default() };
        for shelf in [MISSIONS.name, TITLES.name] {
            stage.app().library().upsert(shelf, vec![stray.clone()]).await.unwrap();
        }
        let refused = Refused { account: stage.neuve.account, role: "company".into(), ground: String::new(), withdrawn: true };
        stage.record(refused).await;
        stage.house.settle().await;
        assert_eq!((stage.shelved(MISSIONS.name), stage.shelved(TITLES.name)), (ids.to_vec(), ids.to_vec()));
    }

    // R97: of two that match equally well, the more complete one comes first, though it is a little older.
    async fn the_more_complete_mission_comes_first(engine) {
        let stage = Stage::build(engine).await;
        let published = |hours| Some(stage.app().now() - chrono::TimeDelta::hours(hours));
        let older = PlantedMission { published_at: published(30), ..sample(2, &stage.brun, MissionState::Open) };
        let newer = PlantedMission { published_at: published(29), ..sample(1, &stage.colibri, MissionState::Open) };
        let (older, newer) = (stage.plant(older).await, stage.plant(newer).await);
        stage.shelve().await;
        let found = |text: &str| {
            let query = search::Query { text: text.into(), limit: 9, ..search::Query::default() };
            let found = stage.app().library().search(MISSIONS.name, &query).unwrap();
            found.hits.iter().map(|hit| MissionId(hit.id)).collect::<Vec<_>>()
        };
        assert_eq!((found("refonte"), found("")), (vec![older, newer], vec![older, newer]));

        // Colibri writes about itself.
        stage.write_company(&stage.colibri, "Transport fluvial", FileId(Uuid::from_u128(7))).await;
        stage.record(CompanyChanged { company: CompanyId(stage.colibri.account) }).await;
        stage.house.settle().await;
        assert_eq!((found("refonte"), found("")), (vec![newer, older], vec![newer, older]));
    }

    async fn what_a_company_changes_is_found_anew(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.colibri, MissionState::Open)).await;
        stage.shelve().await;
        let query = search::Query { text: "fluvial".into(), ..search::Query::default() };
        let found = || stage.app().library().search(MISSIONS.name, &query).unwrap().total;
        assert_eq!(found(), 0);

        stage.write_company(&stage.colibri, "Transport fluvial", FileId(Uuid::from_u128(7))).await;
        stage.record(CompanyChanged { company: CompanyId(stage.colibri.account) }).await;
        stage.house.settle().await;

        assert_eq!(found(), 1);
        assert_eq!(stage.shelved(MISSIONS.name), [id]);
    }
}

#[test]
fn an_excerpt_is_one_line_and_ends_at_a_word() {
    assert_eq!(excerpt("Court.\n\nEt net."), "Court. Et net.");
    let long = excerpt(&"véloce ".repeat(100));
    assert!(long.ends_with("véloce…") && long.chars().count() <= 191, "{long}");
    assert!(excerpt(&"x".repeat(500)).chars().count() <= 191);
}
