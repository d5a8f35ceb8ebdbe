//! Where a candidacy stands.

use sea_orm::{DeriveActiveEnum, EnumIter};

use super::Refusal;
use crate::events::Side;

/// How far a candidacy has come. The letters are those of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub(crate) enum State {
    /// PF: the freelance is interested.
    ProposedByFreelance,
    /// PE: the company is interested.
    ProposedByCompany,
    /// D: both are.
    InDiscussion,
    /// DF: the freelance has validated.
    Applied,
    /// DE: the company has validated.
    Chosen,
    /// V: both have.
    Concluded,
    /// XF: the freelance said no.
    Declined,
    /// XE: the company said no.
    Rejected,
    /// XO: somebody else concluded.
    OtherChosen,
    /// XM: the mission was closed.
    MissionClosed,
    /// XT: nobody answered for too long.
    NoAnswer,
    /// XC: an account is gone.
    AccountGone,
    /// Z: the collaboration has ended.
    Ended,
}

impl State {
    /// Whether something may still come of it. One such candidacy per pair (I1).
    pub(crate) const fn is_live(self) -> bool {
        self.is_undecided() || matches!(self, State::Concluded)
    }

    /// Whether the selection is still going on.
    pub(crate) const fn is_undecided(self) -> bool {
        matches!(
            self,
            State::ProposedByFreelance
                | State::ProposedByCompany
                | State::InDiscussion
                | State::Applied
                | State::Chosen
        )
    }

    /// Whether both were interested and nothing is concluded yet (R4).
    pub(crate) const fn is_discussion(self) -> bool {
        matches!(self, State::InDiscussion | State::Applied | State::Chosen)
    }

    /// The interest this side opens with.
    pub(super) const fn proposed_by(side: Side) -> State {
        match side {
            Side::Freelance => State::ProposedByFreelance,
            Side::Company => State::ProposedByCompany,
        }
    }

    /// Why nothing more happens here.
    pub(super) const fn over(self) -> Refusal {
        match self {
            State::Concluded | State::Ended => Refusal::AlreadyConcluded,
            State::Declined | State::Rejected => Refusal::AlreadyRefused,
            State::OtherChosen => Refusal::AnotherIsChosen,
            State::MissionClosed => Refusal::MissionNotOpen,
            _ => Refusal::PairEnded,
        }
    }
}
