//! What one can be told. Pure.

use sea_orm::{ActiveEnum, DeriveActiveEnum, EnumIter};

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
    /// Staff took the certification back.
    Withdrawn,
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
            Kind::Refused | Kind::Withdrawn => "circle-alert",
        }
    }

    /// Its name in storage.
    pub(crate) fn code(self) -> String {
        self.to_value()
    }

    /// Whether a letter tells it too. Registration has letters of its own, and messages have none.
    pub(crate) fn has_letter(self) -> bool {
        !matches!(
            self,
            Kind::MissionOnline | Kind::Certified | Kind::Refused | Kind::Withdrawn | Kind::Message
        )
    }

    /// Whether it tells what its reader has just done: it is there to be found again, and no news.
    pub(crate) fn is_receipt(self) -> bool {
        matches!(self, Kind::ProposalSent | Kind::MissionOnline)
    }

    /// Whether the candidacy it tells of has ended without success.
    pub(crate) fn is_final(self) -> bool {
        self.ends_conversation() || self == Kind::MissionClosed
    }

    /// Whether the conversation vanishes with it (A16).
    pub(crate) fn ends_conversation(self) -> bool {
        matches!(self, Kind::OtherChosen | Kind::Rejected | Kind::Declined)
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::Kind;
    use crate::schema::KINDS;

    #[test]
    fn kinds_are_stored_under_the_names_the_table_allows() {
        let codes: Vec<String> = Kind::iter().map(Kind::code).collect();
        assert_eq!(codes, KINDS);
    }
}
