//! What this room announces: one event per transition of the state machine (selection.md).

use db::journal::Event;
use missions::MissionId;
use profiles::{CompanyId, FreelanceId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::CandidacyId;

/// The pair and the mission an event is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The candidacy, which is also its conversation.
    pub candidacy: CandidacyId,
    /// The mission.
    pub mission: MissionId,
    /// The freelance.
    pub freelance: FreelanceId,
    /// The company.
    pub company: CompanyId,
}

/// Which side acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Side {
    /// The freelance.
    Freelance,
    /// The company.
    Company,
}

impl Side {
    /// The side across the table.
    pub fn other(self) -> Side {
        match self {
            Side::Freelance => Side::Company,
            Side::Company => Side::Freelance,
        }
    }
}

impl Pair {
    /// The account on this side.
    pub fn account(&self, side: Side) -> Uuid {
        match side {
            Side::Freelance => self.freelance.0,
            Side::Company => self.company.0,
        }
    }
}

macro_rules! event {
    ($(#[$doc:meta])* $name:ident, $lasting:literal $(, $(#[$field_doc:meta])* $field:ident: $kind:ty)*) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct $name {
            /// Who and what.
            #[serde(flatten)]
            pub pair: Pair,
            $($(#[$field_doc])* pub $field: $kind,)*
        }
        impl Event for $name {
            const NAME: &'static str = $lasting;
        }
    };
}

event!(
    /// → PF or PE: somebody opened (N1, N2).
    InterestExpressed,
    "selection.interest_expressed",
    /// Who opened.
    by: Side
);
event!(
    /// → D: both are interested (N3).
    InterestAccepted,
    "selection.interest_accepted",
    /// Who accepted.
    by: Side
);
event!(
    /// → DF: the freelance validated first (N4).
    Applied,
    "selection.applied"
);
event!(
    /// → DE: the company validated first; the mission is reserved (N5).
    Chosen,
    "selection.chosen"
);
event!(
    /// → V: both validated (N6). The mission is validated in the same transaction.
    Concluded,
    "selection.concluded"
);
event!(
    /// → XO: somebody else concluded (N7), in the same transaction.
    OtherChosen,
    "selection.other_chosen"
);
event!(
    /// → XE: the company said no (N8), or withdrew its own interest.
    Rejected,
    "selection.rejected"
);
event!(
    /// → XF: the freelance said no (N9), or withdrew their own interest.
    Declined,
    "selection.declined"
);
event!(
    /// → XM: the mission was closed (N11).
    MissionClosed,
    "selection.mission_closed"
);
