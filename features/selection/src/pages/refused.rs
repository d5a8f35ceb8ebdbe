//! What the rules refused, where the person acted: the mission, the profile, the conversation or the
//! board again (409). Where that page is there no more, the board says it.

use messaging::ConversationId;
use missions::MissionId;
use profiles::FreelanceId;
use web::{Answer, OrNotFound, Page};

use super::{candidates, my_missions};
use crate::{
    CandidacyId,
    events::Side,
    moves::Actor,
    offer::Back,
    rules::Refusal,
    slots::{BesideConversations, BesideFreelances, BesideMissions},
    store,
    words::words,
};

/// A refused act on one's own candidacy.
pub(crate) async fn candidacy(
    page: &Page,
    who: Actor,
    id: CandidacyId,
    back: Back,
    refusal: Refusal,
) -> Answer {
    let sentence = (words(page.lang()).refusal)(refusal);
    let known = store::candidacy_of(page.app().db().read(), who, id).await?;
    let mission = known.or_not_found()?.mission;
    let there = match back {
        Back::Conversation => {
            messaging::refused(page, &BesideConversations, ConversationId(id.0), sentence).await?
        }
        Back::Mission => missions::refused(page, &BesideMissions, mission, sentence).await?,
        Back::Board => None,
    };
    match there {
        Some(answer) => Ok(answer),
        None => board(page, who, mission, sentence).await,
    }
}

/// A refused interest.
pub(crate) async fn interest(
    page: &Page,
    who: Actor,
    (mission, freelance): (MissionId, FreelanceId),
    refusal: Refusal,
) -> Answer {
    let sentence = (words(page.lang()).refusal)(refusal);
    let there = match who.side {
        Side::Freelance => missions::refused(page, &BesideMissions, mission, sentence).await?,
        Side::Company => profiles::refused(page, &BesideFreelances, freelance, sentence).await?,
    };
    match there {
        Some(answer) => Ok(answer),
        None => board(page, who, mission, sentence).await,
    }
}

async fn board(page: &Page, who: Actor, mission: MissionId, sentence: &'static str) -> Answer {
    match who.side {
        Side::Freelance => my_missions::refused(page, who, sentence).await,
        Side::Company => candidates::refused(page, who, mission, sentence).await,
    }
}
