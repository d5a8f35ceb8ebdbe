use sea_orm::Iterable;
use testing::person;

use super::{Looker, Missing, Sight, Step, days, missing, sight};
use crate::{MissionState, Workplace, samples::sample, store};

const LOOKERS: [Looker; 5] = [
    Looker::Owner,
    Looker::Staff,
    Looker::Freelance { admitted: false },
    Looker::Freelance { admitted: true },
    Looker::Other,
];

/// « Who sees what », line by line: owner, staff, freelance, candidate or chosen one, everybody else.
// R35, R91, R92, R110, R111
#[test]
fn each_state_shows_to_each_looker_what_the_table_says() {
    use Sight::{Full, Nothing, Preview};
    for (state, certified, expected) in [
        (
            MissionState::Draft,
            true,
            [Full, Nothing, Nothing, Nothing, Nothing],
        ),
        (MissionState::Open, true, [Full, Full, Full, Full, Preview]),
        (MissionState::Open, false, [Full, Full, Nothing, Full, Nothing]),
        (MissionState::Reserved, true, [Full, Full, Nothing, Full, Nothing]),
        (
            MissionState::Validated,
            true,
            [Full, Full, Nothing, Full, Nothing],
        ),
        (MissionState::Closed, true, [Full, Full, Nothing, Full, Nothing]),
        (
            MissionState::Withdrawn,
            true,
            [Full, Full, Nothing, Nothing, Nothing],
        ),
    ] {
        let seen = LOOKERS.map(|looker| sight(looker, state, certified));
        assert_eq!(seen, expected, "{state:?}, certified: {certified}");
    }
}

// R91, I6
#[test]
fn a_preview_exists_only_of_what_is_in_the_search() {
    for state in MissionState::iter() {
        for certified in [true, false] {
            let previewed = sight(Looker::Other, state, certified) == Sight::Preview;
            assert_eq!(previewed, state == MissionState::Open && certified, "{state:?}");
        }
    }
}

#[test]
fn an_empty_mission_lacks_everything_and_each_lack_has_a_step() {
    let company = person(certification::rights::COMPANY, true, "Brun");
    let mut mission = store::draft(
        crate::MissionId(uuid::Uuid::nil()),
        profiles::CompanyId(company.account),
        db::Timestamp::default(),
    );

    let lacks = missing(&mission);
    assert_eq!(lacks.len(), 7);
    assert_eq!(lacks.iter().filter(|one| one.step() == Step::Mission).count(), 5);

    mission.workplace = Some(Workplace::Remote);
    assert!(
        !missing(&mission).contains(&Missing::Place),
        "a remote mission needs no town"
    );

    let complete = store::planted(sample(1, &company, MissionState::Draft), db::Timestamp::default());
    assert_eq!(missing(&complete), []);
}

#[test]
fn a_year_full_time_has_260_days() {
    assert_eq!(days(12, 100), 260);
    assert_eq!(days(6, 80), 104);
    assert_eq!(days(1, 100), 22);
}
