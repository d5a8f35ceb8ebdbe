//! Where notices and letters lead.

use messaging::ConversationId;
use missions::MissionId;
use selection::events::Side;
use uuid::Uuid;

use crate::kinds::Kind;

/// The path for a reader on `side`. `about` is the candidacy where `kind` tells of one, and `gone`
/// says that its conversation has vanished: the boards still hold it then (I8).
pub(crate) fn path(kind: Kind, side: Side, about: Uuid, mission: Option<MissionId>, gone: bool) -> String {
    match kind {
        Kind::Proposal
        | Kind::ProposalSent
        | Kind::InDiscussion
        | Kind::Applied
        | Kind::Chosen
        | Kind::Concluded
        | Kind::Message
            if !gone =>
        {
            messaging::paths::conversation(ConversationId(about))
        }
        Kind::Certified if side == Side::Freelance => profiles::paths::PROFILE.to_owned(),
        Kind::Certified => selection::paths::DASHBOARD.to_owned(),
        Kind::Refused | Kind::Withdrawn => certification::paths::CERTIFICATION.to_owned(),
        Kind::MissionOnline => {
            mission.map_or_else(|| selection::paths::MANAGE.to_owned(), missions::paths::mission)
        }
        _ => match (side, mission) {
            (Side::Freelance, _) => selection::paths::MY_MISSIONS.to_owned(),
            (Side::Company, Some(mission)) => selection::paths::candidates(mission),
            (Side::Company, None) => selection::paths::MANAGE.to_owned(),
        },
    }
}
