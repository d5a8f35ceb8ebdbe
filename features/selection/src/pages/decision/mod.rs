//! The acts on a candidacy: acceptance, « Je postule », « Choisir ce candidat », and all refusals.
//! Messaging, boards and mission pages post here alike (I13, R45, R104, R105, R108).

use askama::Template;
use axum::extract::Path;
use certification::rights::{CertifiedCompany, CertifiedFreelance, CertifiedSide, FREELANCE};
use messaging::ConversationId;
use serde::Deserialize;
use web::{Answer, Faults, Form, OrNotFound, Page, Text};

use super::refused;
use crate::{
    CandidacyId,
    events::Side,
    moves::{self, Actor, Stop},
    offer::Back,
    paths,
    rules::{Act, Candidacy, Moved, State},
    words::{Said, Words, words},
};

/// At most so many characters about a refusal.
const REASON: Text = Text::prose(1, 500).optional();

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Acted {
    back: String,
    reason: String,
}

/// A refusal whose explanation has to be shortened.
#[derive(Template)]
#[template(path = "pages/decision/refusal.html")]
struct Refusal<'a> {
    page: &'a Page,
    w: &'static Words,
    action: String,
    title: &'static str,
    label: &'static str,
    typed: &'a Acted,
    faults: Faults,
}

impl Refusal<'_> {
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 1] {
        [("reason", self.w.confirm.reason)]
    }
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
    let reason = match explained(&page, &form.typed) {
        Ok(reason) => reason,
        Err(faults) if act == Act::Refuse => return again(&page, who.side, id, &form.typed, faults),
        Err(_) => None,
    };
    let deed = page.deed(&form.key).await?;
    match moves::act(page.app(), &deed.tx, who, id, act, reason).await {
        Ok(moved) => {
            page.say(said(&words(page.lang()).said, &moved));
            deed.done(&page, after(back, &moved.candidacy, who.side)).await
        }
        Err(Stop::Refused(refusal)) => {
            deed.tx.rollback().await?;
            refused::candidacy(&page, who, id, back, refusal).await
        }
        Err(Stop::NotFound) => None.or_not_found(),
        Err(Stop::Broken(error)) => Err(error.into()),
    }
}

fn explained(page: &Page, typed: &Acted) -> Result<Option<String>, Faults> {
    let mut faults = Faults::new(page.lang());
    let reason = faults.text("reason", &typed.reason, REASON);
    faults.done((!reason.is_empty()).then_some(reason))
}

fn again(page: &Page, side: Side, id: CandidacyId, typed: &Acted, faults: Faults) -> Answer {
    let w = words(page.lang());
    let (title, label) = match side {
        Side::Freelance => (w.confirm.decline_title, w.decline),
        Side::Company => (w.confirm.reject_title, w.reject),
    };
    page.again(&Refusal {
        page,
        w,
        action: paths::refusal(id),
        title,
        label,
        typed,
        faults,
    })
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

fn said(w: &Said, moved: &Moved) -> &'static str {
    let began = moved.steps.first().and_then(|step| step.from);
    let was_open = matches!(began, Some(State::ProposedByFreelance | State::ProposedByCompany));
    match moved.candidacy.state {
        State::Declined if was_open && moved.candidacy.opened_by == Side::Freelance => w.withdrawn,
        State::Rejected if was_open && moved.candidacy.opened_by == Side::Company => w.withdrawn,
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
