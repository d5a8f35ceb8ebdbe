//! A label with its colour and sign.

use missions::MissionState;

use crate::{
    events::Side,
    rules::{Candidacy, State},
    words::Words,
};

/// What a badge shows.
pub(crate) struct Badge {
    /// A class of the style sheet; empty for none.
    pub tone: &'static str,
    pub icon: &'static str,
    pub text: &'static str,
}

impl Badge {
    /// Where a candidacy stands, as this side reads it (the table of `docs/spec/selection.md`).
    pub(crate) fn of(candidacy: &Candidacy, side: Side, w: &Words) -> Badge {
        let (tone, icon) = match (candidacy.state, side) {
            (State::ProposedByFreelance, Side::Freelance) | (State::ProposedByCompany, Side::Company) => {
                ("", "send")
            }
            (State::ProposedByFreelance | State::ProposedByCompany, _) => ("info", "heart"),
            (State::InDiscussion, _) => ("info", "messages-square"),
            (State::Applied, Side::Freelance) | (State::Chosen, Side::Company) => ("ok", "circle-check"),
            (State::Applied | State::Chosen, _) => ("warn", "clock"),
            (State::Concluded, _) => ("ok", "circle-check"),
            (State::Declined | State::Rejected | State::OtherChosen, _) => ("", "x"),
            (State::MissionClosed | State::NoAnswer | State::AccountGone | State::Ended, _) => {
                ("", "archive")
            }
        };
        Badge {
            tone,
            icon,
            text: if candidacy.has_lapsed() {
                w.not_validated
            } else {
                (w.label)(candidacy.state, side)
            },
        }
    }

    /// Where a mission stands.
    pub(crate) fn of_mission(state: MissionState, w: &Words) -> Badge {
        let (tone, icon) = state.tone();
        Badge {
            tone,
            icon,
            text: (w.mission_state)(state),
        }
    }
}
