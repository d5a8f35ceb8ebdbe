//! What one can be told. Pure.

use sea_orm::{DeriveActiveEnum, EnumIter};

/// What a notice tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub(crate) enum Kind {
    /// N1, N2: « Proposition reçue ».
    Proposal,
    /// The receipt for one's own interest.
    ProposalSent,
    /// N3: the other side is interested too.
    InDiscussion,
    /// N4: the freelance has validated.
    Applied,
    /// N5: the company has validated.
    Chosen,
    /// N6: both have.
    Concluded,
    /// N7: somebody else was validated.
    OtherChosen,
    /// N8: the company does not go on.
    Rejected,
    /// N9: the freelance does not go on.
    Declined,
    /// N11: the mission was closed.
    MissionClosed,
    /// One's own mission is online.
    MissionOnline,
    /// Staff certified the account.
    Certified,
    /// Staff refused it.
    Refused,
    /// Somebody wrote; one for each conversation.
    Message,
}

impl Kind {
    /// Its icon in the sprite.
    pub(crate) fn icon(self) -> &'static str {
        match self {
            Kind::Proposal => "heart",
            Kind::ProposalSent => "send",
            Kind::InDiscussion | Kind::Message => "message-square",
            Kind::Applied | Kind::Chosen => "user",
            Kind::Concluded => "circle-check",
            Kind::OtherChosen | Kind::Rejected | Kind::Declined => "circle-x",
            Kind::MissionClosed => "archive",
            Kind::MissionOnline => "briefcase",
            Kind::Certified => "badge-check",
            Kind::Refused => "circle-alert",
        }
    }
}
