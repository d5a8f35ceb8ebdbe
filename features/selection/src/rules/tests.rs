#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::HashMap;

use chrono::DateTime;
use missions::{MissionId, MissionState};
use profiles::{CompanyId, FreelanceId};
use proptest::prelude::*;
use sea_orm::Iterable;
use uuid::Uuid;

use super::*;

const OPEN: Scene = Scene {
    mission: MissionState::Open,
    another_chosen: false,
    other_certified: true,
};
/// The mission is reserved for this very candidate.
const RESERVED: Scene = Scene {
    mission: MissionState::Reserved,
    another_chosen: false,
    other_certified: true,
};
/// The mission is reserved for somebody else.
const TAKEN: Scene = Scene {
    mission: MissionState::Reserved,
    another_chosen: true,
    other_certified: true,
};

fn at(second: i64) -> Timestamp {
    DateTime::from_timestamp(1_780_000_000 + second, 0).unwrap()
}

fn candidacy(state: State) -> Candidacy {
    Candidacy {
        id: CandidacyId(Uuid::from_u128(1)),
        mission: MissionId(Uuid::from_u128(2)),
        freelance: FreelanceId(Uuid::from_u128(3)),
        company: CompanyId(Uuid::from_u128(4)),
        state,
        opened_by: if state == ProposedByCompany {
            Side::Company
        } else {
            Side::Freelance
        },
        freelance_validated_at: None,
        company_validated_at: None,
        reason: None,
        created_at: at(0),
        state_since: at(0),
    }
}

fn fresh(by: Side) -> Candidacy {
    Candidacy {
        opened_by: by,
        ..candidacy(State::proposed_by(by))
    }
}

/// Where a verdict leads, or why it leads nowhere.
fn outcome(verdict: Verdict) -> Result<State, Refusal> {
    verdict.map(|moved| moved.candidacy.state)
}

/// The diagram of the specification, arrow by arrow: (state, act, side, where it leads).
const ARROWS: [(State, Act, Side, State); 16] = [
    (ProposedByFreelance, Act::Accept, Side::Company, InDiscussion),
    (ProposedByCompany, Act::Accept, Side::Freelance, InDiscussion),
    (InDiscussion, Act::Apply, Side::Freelance, Applied),
    (InDiscussion, Act::Choose, Side::Company, Chosen),
    (Applied, Act::Choose, Side::Company, Concluded),
    (Chosen, Act::Apply, Side::Freelance, Concluded),
    // The shortcuts: one click, two steps.
    (ProposedByFreelance, Act::Choose, Side::Company, Chosen),
    (ProposedByCompany, Act::Apply, Side::Freelance, Applied),
    // Refusals.
    (ProposedByFreelance, Act::Refuse, Side::Company, Rejected),
    (InDiscussion, Act::Refuse, Side::Company, Rejected),
    (Applied, Act::Refuse, Side::Company, Rejected),
    (ProposedByCompany, Act::Refuse, Side::Freelance, Declined),
    (InDiscussion, Act::Refuse, Side::Freelance, Declined),
    (Chosen, Act::Refuse, Side::Freelance, Declined),
    // Withdrawals.
    (ProposedByFreelance, Act::Refuse, Side::Freelance, Declined),
    (ProposedByCompany, Act::Refuse, Side::Company, Rejected),
];

/// Every act a side has.
const ACTS: [(Act, Side); 6] = [
    (Act::Accept, Side::Freelance),
    (Act::Accept, Side::Company),
    (Act::Apply, Side::Freelance),
    (Act::Choose, Side::Company),
    (Act::Refuse, Side::Freelance),
    (Act::Refuse, Side::Company),
];

#[test]
fn every_act_in_every_state_does_what_the_diagram_says_and_nothing_else() {
    for state in State::iter() {
        let scene = if state == Chosen { RESERVED } else { OPEN };
        for (act, side) in ACTS {
            let drawn = ARROWS
                .iter()
                .find(|arrow| (arrow.0, arrow.1, arrow.2) == (state, act, side));
            let found = outcome(candidacy(state).act(act, side, scene, at(1)));
            assert_eq!(
                found.ok(),
                drawn.map(|arrow| arrow.3),
                "{state:?} {act:?} {side:?}"
            );
            assert_eq!(candidacy(state).may(act, side, scene), drawn.is_some());
        }
    }
}

#[test]
fn a_shortcut_takes_both_steps() {
    let chosen = candidacy(ProposedByFreelance).choose(OPEN, at(1)).unwrap();
    let expected = [(ProposedByFreelance, InDiscussion), (InDiscussion, Chosen)];
    assert_eq!(
        chosen.steps,
        expected.map(|(from, to)| Step { from: Some(from), to })
    );
    let applied = candidacy(ProposedByCompany).apply(OPEN, at(1)).unwrap();
    assert_eq!(applied.steps.len(), 2);
}

#[test]
fn a_side_is_told_why_it_cannot_act() {
    let told = |state, act, side, scene| outcome(candidacy(state).act(act, side, scene, at(1))).unwrap_err();
    let (freelance, company) = (Side::Freelance, Side::Company);
    for (refusal, state, act, side, scene) in [
        (
            Refusal::NotYourTurn,
            ProposedByFreelance,
            Act::Accept,
            freelance,
            OPEN,
        ),
        (
            Refusal::NotYourTurn,
            ProposedByFreelance,
            Act::Apply,
            freelance,
            OPEN,
        ),
        (
            Refusal::NotYourTurn,
            ProposedByCompany,
            Act::Choose,
            company,
            OPEN,
        ),
        (Refusal::AlreadyInDiscussion, Applied, Act::Accept, company, OPEN),
        (Refusal::AlreadyValidated, Applied, Act::Apply, freelance, OPEN),
        (Refusal::AlreadyValidated, Applied, Act::Refuse, freelance, OPEN),
        (Refusal::AlreadyValidated, Chosen, Act::Choose, company, RESERVED),
        (Refusal::AlreadyValidated, Chosen, Act::Refuse, company, RESERVED),
        (Refusal::AlreadyConcluded, Concluded, Act::Refuse, company, OPEN),
        (Refusal::AlreadyRefused, Declined, Act::Apply, freelance, OPEN),
        (Refusal::AlreadyRefused, Rejected, Act::Choose, company, OPEN),
        (Refusal::AnotherIsChosen, OtherChosen, Act::Apply, freelance, OPEN),
        (
            Refusal::AnotherIsChosen,
            InDiscussion,
            Act::Choose,
            company,
            TAKEN,
        ),
        (Refusal::AnotherIsChosen, Applied, Act::Choose, company, TAKEN),
        (Refusal::MissionNotOpen, MissionClosed, Act::Accept, company, OPEN),
        (Refusal::PairEnded, NoAnswer, Act::Accept, company, OPEN),
    ] {
        assert_eq!(
            told(state, act, side, scene),
            refusal,
            "{state:?} {act:?} {side:?}"
        );
    }
}

#[test]
fn other_candidates_go_on_while_one_is_chosen() {
    // A2
    for (state, act, side, to) in [
        (ProposedByFreelance, Act::Accept, Side::Company, InDiscussion),
        (ProposedByCompany, Act::Accept, Side::Freelance, InDiscussion),
        (InDiscussion, Act::Apply, Side::Freelance, Applied),
        (InDiscussion, Act::Refuse, Side::Company, Rejected),
        (Applied, Act::Refuse, Side::Company, Rejected),
    ] {
        assert_eq!(outcome(candidacy(state).act(act, side, TAKEN, at(1))), Ok(to));
    }
    assert_eq!(
        outcome(express(fresh(Side::Freelance), vec![], TAKEN)),
        Err(Refusal::MissionNotOpen)
    );
}

#[test]
fn nothing_but_a_refusal_happens_on_a_closed_mission() {
    let closed = Scene {
        mission: MissionState::Closed,
        ..OPEN
    };
    for state in [
        ProposedByFreelance,
        ProposedByCompany,
        InDiscussion,
        Applied,
        Chosen,
    ] {
        for (act, side) in ACTS {
            if act != Act::Refuse {
                assert!(candidacy(state).act(act, side, closed, at(1)).is_err());
            }
        }
        assert_eq!(outcome(candidacy(state).close(at(1))), Ok(MissionClosed));
    }
    assert!(express(fresh(Side::Company), vec![], closed).is_err());
}

#[test]
fn nothing_but_a_refusal_happens_with_somebody_who_lost_certification() {
    // R90, A24
    for open in [OPEN, RESERVED, TAKEN] {
        let frozen = Scene {
            other_certified: false,
            ..open
        };
        for (from, act, side, to) in ARROWS {
            let expected = if act == Act::Refuse {
                Ok(to)
            } else {
                Err(Refusal::Frozen)
            };
            assert_eq!(outcome(candidacy(from).act(act, side, frozen, at(1))), expected);
            assert_eq!(candidacy(from).may(act, side, frozen), act == Act::Refuse);
        }
        for by in [Side::Freelance, Side::Company] {
            assert_eq!(outcome(express(fresh(by), vec![], frozen)), Err(Refusal::Frozen));
            let theirs = vec![candidacy(State::proposed_by(by.other()))];
            assert_eq!(outcome(express(fresh(by), theirs, frozen)), Err(Refusal::Frozen));
        }
    }
}

#[test]
fn an_opposite_interest_is_the_acceptance() {
    // A7
    for by in [Side::Freelance, Side::Company] {
        let theirs = vec![candidacy(State::proposed_by(by.other()))];
        assert_eq!(outcome(express(fresh(by), theirs, OPEN)), Ok(InDiscussion));
        let own = vec![candidacy(State::proposed_by(by))];
        assert_eq!(
            outcome(express(fresh(by), own, OPEN)),
            Err(Refusal::AlreadyProposed)
        );
    }
}

#[test]
fn only_silence_allows_a_second_attempt_and_only_one() {
    // A9, R10
    let again = |earlier: &[State]| {
        let earlier = earlier.iter().map(|state| candidacy(*state)).collect();
        outcome(express(fresh(Side::Freelance), earlier, OPEN))
    };
    assert_eq!(again(&[NoAnswer]), Ok(ProposedByFreelance));
    assert_eq!(again(&[NoAnswer, NoAnswer]), Err(Refusal::PairEnded));
    assert_eq!(again(&[Declined, NoAnswer]), Err(Refusal::AlreadyRefused));
    for state in State::iter().filter(|state| *state != NoAnswer) {
        if state != ProposedByCompany {
            assert!(again(&[state]).is_err(), "{state:?}");
        }
    }
}

#[test]
fn who_is_chosen_does_not_lose_to_another() {
    for state in [ProposedByFreelance, ProposedByCompany, InDiscussion, Applied] {
        assert_eq!(outcome(candidacy(state).lose_to_other(at(1))), Ok(OtherChosen));
    }
    assert!(candidacy(Chosen).lose_to_other(at(1)).is_err());
    assert!(candidacy(Concluded).lose_to_other(at(1)).is_err());
}

#[test]
fn only_a_choice_lapses_and_only_after_seven_days() {
    // A2
    let days = |days: i64, seconds: i64| at(days * 24 * 3600 + seconds);
    for state in State::iter() {
        let waits = candidacy(state);
        assert_eq!(
            outcome(waits.clone().lapse(days(7, 0))).is_ok(),
            state == Chosen,
            "{state:?}"
        );
        assert!(waits.lapse(days(7, -1)).is_err(), "{state:?}");
    }
    let chosen = || Candidacy {
        company_validated_at: Some(at(0)),
        ..candidacy(Chosen)
    };
    assert!(chosen().lapse(days(7, 0)).unwrap().candidacy.has_lapsed());
    let declined = chosen().act(Act::Refuse, Side::Freelance, RESERVED, days(6, 0));
    assert!(!declined.unwrap().candidacy.has_lapsed());
    assert!(!chosen().has_lapsed());
    assert_eq!(chosen().answer_due(), Some(days(7, 0)));
    assert_eq!(candidacy(Applied).answer_due(), None);
    let declined = candidacy(InDiscussion).act(Act::Refuse, Side::Freelance, OPEN, days(9, 0));
    assert!(!declined.unwrap().candidacy.has_lapsed());
}

// — Properties over random sequences —

/// One mission and its candidates, moved by the rules alone; what `moves.rs` does in a base.
struct World {
    mission: MissionState,
    candidacies: Vec<Candidacy>,
    log: Vec<(CandidacyId, Step, Option<Side>)>,
    clock: i64,
}

#[derive(Clone, Debug)]
enum Op {
    Interest(u128, Side),
    Act(u128, Act, Side),
    CloseMission,
    Silence(u128),
    Week(u128),
}

impl World {
    fn scene(&self, but: Option<CandidacyId>) -> Scene {
        let another_chosen = self
            .candidacies
            .iter()
            .any(|one| one.state == Chosen && Some(one.id) != but);
        Scene {
            mission: self.mission,
            another_chosen,
            other_certified: true,
        }
    }

    fn last_of(&self, freelance: u128) -> Option<usize> {
        let id = FreelanceId(Uuid::from_u128(freelance));
        self.candidacies.iter().rposition(|one| one.freelance == id)
    }

    fn play(&mut self, op: &Op) {
        self.clock += 1;
        let now = at(self.clock);
        match *op {
            Op::Interest(freelance, by) => {
                let new = Candidacy {
                    id: CandidacyId(Uuid::from_u128(1000 + self.candidacies.len() as u128)),
                    freelance: FreelanceId(Uuid::from_u128(freelance)),
                    created_at: now,
                    state_since: now,
                    ..fresh(by)
                };
                let earlier = self
                    .candidacies
                    .iter()
                    .filter(|one| one.freelance == new.freelance)
                    .cloned()
                    .collect();
                if let Ok(moved) = express(new, earlier, self.scene(None)) {
                    self.follow(moved, Some(by));
                }
            }
            Op::Act(freelance, act, by) => {
                let Some(place) = self.last_of(freelance) else {
                    return;
                };
                let one = self.candidacies[place].clone();
                let scene = self.scene(Some(one.id));
                if let Ok(moved) = one.act(act, by, scene, now) {
                    self.follow(moved, Some(by));
                }
            }
            Op::CloseMission => {
                if self.mission != MissionState::Open {
                    return;
                }
                self.mission = MissionState::Closed;
                for one in self.candidacies.clone() {
                    if let Ok(moved) = one.close(now) {
                        self.follow(moved, None);
                    }
                }
            }
            Op::Week(freelance) => {
                self.clock += 7 * 24 * 3600;
                let Some(place) = self.last_of(freelance) else {
                    return;
                };
                if let Ok(moved) = self.candidacies[place].clone().lapse(at(self.clock)) {
                    self.follow(moved, None);
                }
            }
            // The timer, which lives elsewhere: it only has to exist for A9.
            Op::Silence(freelance) => {
                if let Some(place) = self.last_of(freelance)
                    && self.candidacies[place].state == ProposedByFreelance
                {
                    self.candidacies[place].state = NoAnswer;
                }
            }
        }
    }

    fn follow(&mut self, moved: Moved, by: Option<Side>) {
        for step in &moved.steps {
            self.log.push((moved.candidacy.id, *step, by));
            match (step.from, step.to) {
                (_, Chosen) => self.mission = MissionState::Reserved,
                (Some(Chosen), Declined) => self.mission = MissionState::Open,
                (_, Concluded) => self.mission = MissionState::Validated,
                _ => {}
            }
        }
        let done = moved.candidacy;
        match self.candidacies.iter_mut().find(|one| one.id == done.id) {
            Some(old) => *old = done.clone(),
            None => self.candidacies.push(done.clone()),
        }
        if done.state == Concluded {
            for other in self.candidacies.clone() {
                if other.id != done.id && other.state.is_undecided() {
                    let lost = other.lose_to_other(done.state_since).unwrap();
                    self.follow(lost, None);
                }
            }
        }
    }

    fn holds(&self) {
        let mut of_pair: HashMap<FreelanceId, (usize, usize)> = HashMap::new();
        for one in &self.candidacies {
            let (live, all) = of_pair.entry(one.freelance).or_default();
            *live += usize::from(one.state.is_live());
            *all += 1;
        }
        for (live, all) in of_pair.values() {
            assert!(*live <= 1 && *all <= 2, "I1");
        }
        let count = |state| self.candidacies.iter().filter(|one| one.state == state).count();
        assert!(count(Chosen) + count(Concluded) <= 1, "I2");
        for (_, step, _) in &self.log {
            let over = step.from.is_some_and(|from| !from.is_live());
            assert!(!over, "I3");
        }
        for one in self.candidacies.iter().filter(|one| one.state == Concluded) {
            let validated: Vec<Option<Side>> = self
                .log
                .iter()
                .filter(|(id, step, _)| *id == one.id && matches!(step.to, Applied | Chosen | Concluded))
                .map(|(_, _, by)| *by)
                .collect();
            assert_eq!(validated.len(), 2, "I4");
            assert_ne!(validated[0], validated[1], "I4");
            assert!(one.freelance_validated_at.is_some() && one.company_validated_at.is_some());
            let hopeful = self.candidacies.iter().filter(|one| one.state.is_undecided());
            assert_eq!(hopeful.count(), 0, "I5");
        }
        // I6, as far as it is ours: open only while nobody is chosen or concluded, and back after a decline.
        assert_eq!(self.mission == MissionState::Reserved, count(Chosen) == 1, "I6");
        assert_eq!(
            self.mission == MissionState::Validated,
            count(Concluded) == 1,
            "I6"
        );
    }
}

fn op() -> impl Strategy<Value = Op> {
    let side = prop_oneof![Just(Side::Freelance), Just(Side::Company)];
    let who = 10_u128..14;
    prop_oneof![
        6 => (who.clone(), side).prop_map(|(who, side)| Op::Interest(who, side)),
        12 => (who.clone(), prop::sample::select(&ACTS[..4])).prop_map(|(who, (act, side))| Op::Act(who, act, side)),
        2 => (who.clone(), prop::sample::select(&ACTS[4..])).prop_map(|(who, (act, side))| Op::Act(who, act, side)),
        1 => who.clone().prop_map(Op::Silence),
        1 => who.prop_map(Op::Week),
        1 => Just(Op::CloseMission),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_invariants_hold_whatever_both_sides_do(ops in prop::collection::vec(op(), 1..60)) {
        let mut world = World { mission: MissionState::Open, candidacies: vec![], log: vec![], clock: 0 };
        for op in &ops {
            world.play(op);
            world.holds();
        }
    }
}
