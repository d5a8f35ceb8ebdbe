use proptest::prelude::*;

use super::{Refusal, State};

// A4, A15, A16, I7
#[test]
fn the_table_of_who_may_write() {
    let table = [
        (State::Opened, true, Ok(State::Waiting)),
        (State::Opened, false, Ok(State::Free)),
        (State::Waiting, true, Err(Refusal::AwaitsAnswer)),
        (State::Waiting, false, Ok(State::Free)),
        (State::Free, true, Ok(State::Free)),
        (State::Free, false, Ok(State::Free)),
        (State::Archived, true, Err(Refusal::Archived)),
        (State::Archived, false, Err(Refusal::Archived)),
        (State::Vanished, true, Err(Refusal::Vanished)),
        (State::Vanished, false, Err(Refusal::Vanished)),
    ];
    for (state, by_opener, becomes) in table {
        assert_eq!(
            state.write(by_opener),
            becomes,
            "{state:?}, by opener: {by_opener}"
        );
    }
}

/// What can happen to a conversation.
#[derive(Clone, Copy, Debug)]
enum Act {
    OpenerWrites,
    OtherWrites,
    Accepted,
    Archived,
    Vanished,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => Just(Act::OpenerWrites),
        3 => Just(Act::OtherWrites),
        1 => Just(Act::Accepted),
        1 => Just(Act::Archived),
        1 => Just(Act::Vanished),
    ];
    proptest::collection::vec(act, 0..40)
}

proptest! {
    // A4, I7, I8: told by what happened before, not by the states.
    #[test]
    fn the_opener_says_one_thing_until_the_other_answers_or_accepts(acts in acts()) {
        let mut state = State::Opened;
        let (mut opener_said, mut answered, mut archived, mut vanished) = (0, false, false, false);
        for act in acts {
            let taken = match act {
                Act::OpenerWrites => Some(state.write(true)),
                Act::OtherWrites => Some(state.write(false)),
                Act::Accepted => { state = state.free(); None }
                Act::Archived => { state = state.archive(); None }
                Act::Vanished => { state = State::Vanished; None }
            };
            match (act, taken) {
                (Act::OpenerWrites, Some(taken)) => {
                    let may = !archived && !vanished && (answered || opener_said == 0);
                    prop_assert_eq!(taken.is_ok(), may);
                    opener_said += i32::from(taken.is_ok());
                }
                (Act::OtherWrites, Some(taken)) => {
                    prop_assert_eq!(taken.is_ok(), !archived && !vanished);
                    answered |= taken.is_ok();
                }
                (Act::Accepted, _) => answered |= !archived && !vanished,
                (Act::Archived, _) => archived = true,
                _ => vanished = true,
            }
            state = taken.and_then(Result::ok).unwrap_or(state);
        }
        prop_assert!(answered || opener_said <= 1);
    }
}
