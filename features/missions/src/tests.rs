//! The doors other rooms call.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
use i18n::Lang;
use profiles::CompanyId;

use crate::{
    Facts, MissionId, MissionState, Workplace, cards, locked, move_state, of_company,
    samples::{Stage, TITLE, sample},
};

testing::on_both_engines! {
    async fn what_is_planted_is_told_to_other_rooms(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        let unknown = MissionId(uuid::Uuid::from_u128(9));

        let told = cards(stage.app().db().read(), &[id, unknown]).await.unwrap();

        assert_eq!(told.len(), 1);
        let card = &told[&id];
        assert_eq!((card.title.as_str(), card.city.as_str()), (TITLE, "Lausanne"));
        assert_eq!(card.skills, ["UX design", "Figma"]);
        assert_eq!(card.place(Lang::Fr), "Lausanne, hybride");
        assert_eq!(card.rate(Lang::Fr), "CHF\u{a0}950\u{a0}/\u{a0}jour");
        assert_eq!(card.time(Lang::Fr), "6\u{a0}mois, 80\u{a0}%, dès que possible");
        assert_eq!(card.time(Lang::En), "6\u{a0}months, 80%, as soon as possible");
    }

    // R107
    async fn a_company_has_all_its_missions_and_no_other(engine) {
        let stage = Stage::build(engine).await;
        let draft = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;
        let open = stage.plant(sample(2, &stage.brun, MissionState::Open)).await;
        stage.plant(sample(3, &stage.colibri, MissionState::Open)).await;

        let all = of_company(stage.app().db().read(), CompanyId(stage.brun.account)).await.unwrap();

        // The draft was written now, the other yesterday.
        assert_eq!(all.iter().map(|card| card.id).collect::<Vec<_>>(), [draft, open]);
    }

    // A2
    async fn a_mission_moves_only_from_where_it_stands(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        let (open, reserved) = (MissionState::Open, MissionState::Reserved);
        let tx = stage.app().begin().await.unwrap();
        assert_eq!(locked(&tx, id).await.unwrap().unwrap().state, open);

        assert!(move_state(stage.app(), &tx, id, open, reserved).await.unwrap());
        assert!(!move_state(stage.app(), &tx, id, open, reserved).await.unwrap());
        assert!(!move_state(stage.app(), &tx, MissionId(uuid::Uuid::nil()), open, reserved).await.unwrap());
        tx.commit().await.unwrap();

        assert_eq!(stage.mission(id).await.state, reserved);
        assert_eq!(stage.events("missions.changed").await, 1);
        assert_eq!(stage.events("missions.closed").await, 0);
    }

    // A15
    async fn an_open_mission_that_ends_was_closed(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;

        let tx = stage.app().begin().await.unwrap();
        let moved = move_state(stage.app(), &tx, id, MissionState::Open, MissionState::Withdrawn).await;
        tx.commit().await.unwrap();

        assert!(moved.unwrap());
        assert_eq!(stage.events("missions.closed").await, 1);
        assert_eq!(stage.events("missions.changed").await, 0);
    }
}

#[test]
fn a_draft_says_what_it_knows() {
    let mut card = crate::MissionCard {
        id: MissionId(uuid::Uuid::nil()),
        company: CompanyId(uuid::Uuid::nil()),
        title: String::new(),
        state: MissionState::Draft,
        categories: Vec::new(),
        city: String::new(),
        skills: Vec::new(),
        day_rate: None,
        facts: Facts::default(),
        published_at: None,
        held_since: None,
        updated_at: db::Timestamp::default(),
    };
    assert_eq!(
        (card.place(Lang::Fr), card.time(Lang::Fr)),
        (String::new(), String::new())
    );
    assert_eq!(card.rate(Lang::Fr), "Tarif à convenir");

    card.facts.workplace = Some(Workplace::Remote);
    card.facts.start = chrono::NaiveDate::from_ymd_opt(2026, 8, 1);
    assert_eq!(card.place(Lang::Fr), "À\u{a0}distance");
    assert_eq!(card.time(Lang::Fr), "dès le 1er\u{a0}août");
}
