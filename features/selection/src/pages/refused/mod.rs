//! What the rules refused, where the person acted: the board again when they were there, else a page
//! of its own with the way back. Both are 409.

use askama::Template;
use messaging::ConversationId;
use missions::MissionId;
use web::{Answer, Page, chrome::Link};

use super::{candidates, my_missions};
use crate::{
    CandidacyId,
    events::Side,
    moves::Actor,
    offer::Back,
    paths,
    rules::Refusal,
    store,
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/refused/refused.html")]
struct Refused<'a> {
    page: &'a Page,
    w: &'static Words,
    sentence: &'static str,
    links: Vec<Link>,
}

/// A refused act on one's own candidacy.
pub(crate) async fn candidacy(
    page: &Page,
    who: Actor,
    id: CandidacyId,
    back: Back,
    refusal: Refusal,
) -> Answer {
    let w = words(page.lang());
    let sentence = (w.refusal)(refusal);
    let known = store::candidacy_of(page.app().db().read(), who, id).await?;
    let board = match (known.as_ref(), who.side) {
        (Some(candidacy), Side::Company) => Link {
            href: paths::candidates(candidacy.mission),
            label: w.refused.to_candidates,
        },
        _ => Link {
            href: paths::MY_MISSIONS.to_owned(),
            label: w.refused.to_mine,
        },
    };
    match (back, known, who.side) {
        (Back::Board, _, Side::Freelance) => my_missions::refused(page, who, sentence).await,
        (Back::Board, Some(candidacy), Side::Company) => {
            candidates::refused(page, who, candidacy.mission, sentence).await
        }
        (Back::Conversation, Some(candidacy), _) => {
            let talk = if candidacy.state.is_live() {
                Link {
                    href: messaging::paths::conversation(ConversationId(candidacy.id.0)),
                    label: w.refused.to_talk,
                }
            } else {
                Link {
                    href: messaging::paths::MESSAGES.to_owned(),
                    label: w.refused.to_messages,
                }
            };
            show(page, sentence, vec![talk, board])
        }
        (Back::Mission, Some(candidacy), _) => {
            let links = vec![to_mission(candidacy.mission, w), board];
            show(page, sentence, links)
        }
        _ => show(page, sentence, vec![board]),
    }
}

/// A refused interest.
pub(crate) fn interest(page: &Page, who: Actor, mission: MissionId, refusal: Refusal) -> Answer {
    let w = words(page.lang());
    let board = match who.side {
        Side::Freelance => Link {
            href: paths::MY_MISSIONS.to_owned(),
            label: w.refused.to_mine,
        },
        Side::Company => Link {
            href: paths::candidates(mission),
            label: w.refused.to_candidates,
        },
    };
    show(page, (w.refusal)(refusal), vec![to_mission(mission, w), board])
}

fn to_mission(mission: MissionId, w: &Words) -> Link {
    Link {
        href: missions::paths::mission(mission),
        label: w.refused.to_mission,
    }
}

fn show(page: &Page, sentence: &'static str, links: Vec<Link>) -> Answer {
    page.refused(&Refused {
        page,
        w: words(page.lang()),
        sentence,
        links,
    })
}
