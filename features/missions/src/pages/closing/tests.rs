#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use crate::{
    MissionState, paths,
    samples::{Stage, sample},
    shelf, store,
};

testing::on_both_engines! {
    // A15, A23
    async fn a_company_closes_its_open_mission_once(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        stage.shelve().await;
        let brun = stage.house.member(&stage.brun);
        let key = brun.key().await;

        let first = brun.post_with_key(paths::closure(id), &key, &[]).await.location();
        let again = brun.post_with_key(paths::closure(id), &key, &[]).await.location();
        stage.house.settle().await;

        assert_eq!((first.as_str(), again.as_str()), (paths::mission(id).as_str(), paths::mission(id).as_str()));
        assert_eq!(stage.mission(id).await.state, MissionState::Closed);
        assert_eq!(stage.events("missions.closed").await, 1);
        assert_eq!(stage.shelved(shelf::MISSIONS.name), []);
        brun.get(first).await.is(200).says("La mission est clôturée.").says("Clôturée");
    }

    // A23: not while a choice is pending, nor after.
    async fn what_is_decided_is_not_closed_here(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        for (n, (state, why)) in [
            (MissionState::Reserved, "un candidat est choisi et doit encore répondre"),
            (MissionState::Validated, "Cette mission est validée"),
            (MissionState::Closed, "Cette mission est déjà clôturée."),
            (MissionState::Withdrawn, "Notre équipe a retiré cette mission"),
        ].into_iter().enumerate() {
            let id = stage.plant(sample(n as u128 + 1, &stage.brun, state)).await;

            let refused = brun.post(paths::closure(id), &[]).await;

            refused.is(409).says(why);
            assert_eq!(stage.mission(id).await.state, state);
        }
        assert_eq!(stage.events("missions.closed").await, 0);
    }

    // I10, A24: closing ends all candidacies, and whoever is not certified moves none.
    async fn a_company_without_certification_closes_nothing_that_is_open(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.neuve, MissionState::Open)).await;
        let draft = stage.plant(sample(2, &stage.neuve, MissionState::Draft)).await;
        let neuve = stage.house.member(&stage.neuve);

        let refused = neuve.post(paths::closure(id), &[]).await;

        refused.is(409).says("Votre certification est suspendue");
        assert!(!refused.has("#closing"), "nor is it offered");
        assert_eq!(stage.mission(id).await.state, MissionState::Open);
        neuve.post(paths::closure(draft), &[]).await.is(303);
    }

    async fn a_draft_is_erased(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;

        stage.house.member(&stage.brun).post(paths::closure(id), &[]).await.is(303);

        assert!(store::mission(stage.app().db().read(), id).await.unwrap().is_none());
        assert_eq!(stage.events("missions.closed").await, 0);
    }

    async fn nobody_else_closes_it(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;

        stage.house.member(&stage.colibri).post(paths::closure(id), &[]).await.is(404);
        stage.house.member(&stage.lea).post(paths::closure(id), &[]).await.is(404);
        stage.house.member(&stage.brun).post("/missions/nothing/closure", &[]).await.is(404);
        stage.house.member(&stage.brun).post_with_key(paths::closure(id), "forged", &[]).await.is(403);
        assert!(stage.house.visitor().post(paths::closure(id), &[]).await.location().starts_with("/sign-in"));
        assert_eq!(stage.mission(id).await.state, MissionState::Open);
    }
}
