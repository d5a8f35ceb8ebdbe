//! The acts on a candidacy: acceptance, « Je postule », « Choisir ce candidat », and all refusals.
//! Messaging, boards and mission pages post here alike (I13, R45, R104, R105, R108).

use axum::extract::Path;
use certification::rights::{CertifiedCompany, CertifiedFreelance, CertifiedSide, FREELANCE};
use messaging::ConversationId;
use serde::Deserialize;
use web::{Answer, Form, OrNotFound, Page};

use super::refused;
use crate::{
    CandidacyId,
    events::Side,
    moves::{self, Actor, Stop},
    offer::Back,
    paths,
    rules::{Act, Candidacy, State},
    words::{Said, words},
};

#[derive(Deserialize)]
pub(crate) struct Acted {
    #[serde(default)]
    back: String,
}

/// Shares the other side's interest (R3, R4).
pub(crate) async fn accept(
    page: Page,
    who: CertifiedSide,
    Path(id): Path<String>,
    form: Form<Acted>,
) -> Answer {
    decide(page, either(&who), id, form, Act::Accept).await
}

/// « Je postule » (R6).
pub(crate) async fn apply(
    page: Page,
    who: CertifiedFreelance,
    Path(id): Path<String>,
    form: Form<Acted>,
) -> Answer {
    let who = Actor {
        account: who.account,
        side: Side::Freelance,
    };
    decide(page, who, id, form, Act::Apply).await
}

/// « Choisir ce candidat » (R9).
pub(crate) async fn choose(
    page: Page,
    who: CertifiedCompany,
    Path(id): Path<String>,
    form: Form<Acted>,
) -> Answer {
    let who = Actor {
        account: who.account,
        side: Side::Company,
    };
    decide(page, who, id, form, Act::Choose).await
}

/// « Je ne suis pas intéressé(e) », « Écarter ce candidat », or a withdrawal (R5, R7, R8, A23).
pub(crate) async fn refuse(
    page: Page,
    who: CertifiedSide,
    Path(id): Path<String>,
    form: Form<Acted>,
) -> Answer {
    decide(page, either(&who), id, form, Act::Refuse).await
}

fn either(who: &CertifiedSide) -> Actor {
    Actor {
        account: who.account,
        side: if who.member.role == FREELANCE {
            Side::Freelance
        } else {
            Side::Company
        },
    }
}

async fn decide(page: Page, who: Actor, id: String, form: Form<Acted>, act: Act) -> Answer {
    let id: CandidacyId = id.parse().ok().or_not_found()?;
    let back = Back::parse(&form.typed.back);
    let deed = page.deed(&form.key).await?;
    match moves::act(page.app(), &deed.tx, who, id, act).await {
        Ok(done) => {
            page.say(said(&words(page.lang()).said, &done));
            deed.done(&page, after(back, &done, who.side)).await
        }
        Err(Stop::Refused(refusal)) => {
            deed.tx.rollback().await?;
            refused::candidacy(&page, who, id, back, refusal).await
        }
        Err(Stop::NotFound) => None.or_not_found(),
        Err(Stop::Broken(error)) => Err(error.into()),
    }
}

/// Where the person goes on: back where they acted, or to the board when that is gone.
fn after(back: Back, done: &Candidacy, side: Side) -> String {
    let refused = matches!(done.state, State::Declined | State::Rejected);
    match (back, side) {
        (Back::Conversation, _) if refused => messaging::paths::MESSAGES.to_owned(),
        (Back::Conversation, _) => messaging::paths::conversation(ConversationId(done.id.0)),
        (Back::Mission, Side::Freelance) if !refused => missions::paths::mission(done.mission),
        (_, Side::Freelance) => paths::MY_MISSIONS.to_owned(),
        (_, Side::Company) => paths::candidates(done.mission),
    }
}

fn said(w: &Said, done: &Candidacy) -> &'static str {
    match done.state {
        State::Applied => w.applied,
        State::Chosen => w.chosen,
        State::Concluded => w.concluded,
        State::Declined => w.declined,
        State::Rejected => w.rejected,
        _ => w.in_discussion,
    }
}

#[cfg(test)]
mod tests;
