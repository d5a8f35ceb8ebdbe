//! Where a candidacy begins: « Cette mission m'intéresse » (R65) and « Ce profil m'intéresse » (R99,
//! R115). The forms stand beside missions and profiles; here they come back when a field is wrong.

use std::time::Duration;

use askama::Template;
use axum::extract::Path;
use certification::rights::{CertifiedCompany, CertifiedFreelance};
use missions::{MissionCard, MissionId, MissionState};
use profiles::{CompanyId, FreelanceId};
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Faults, Form, Html, OrNotFound, Page, Problem, Text, limits::Limit};

use super::refused;
use crate::{
    events::Side,
    moves::{self, Actor, Stop},
    paths,
    rules::State,
    words::{Words, words},
};

/// Interests of one account: more than anybody means, and each is two letters.
const BY_ACCOUNT: Limit = Limit {
    name: "interest by account",
    burst: 20,
    per_hour: 60,
};
/// Interests from one network address, behind which may be a whole company.
const BY_ADDRESS: Limit = Limit {
    name: "interest by address",
    burst: 40,
    per_hour: 120,
};
/// At most so many characters in the first message.
const FIRST_WORDS: Text = Text::prose(1, 2000).optional();

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    mission: String,
    message: String,
}

/// The form of an interest, also drawn beside missions and profiles.
#[derive(Template)]
#[template(path = "pages/interest/form.html")]
pub(crate) struct InterestForm<'a> {
    pub page: &'a Page,
    pub w: &'static Words,
    pub action: String,
    pub label: &'static str,
    pub message_label: &'static str,
    pub note: String,
    /// For a company: its open missions as (key, title). `None` where the mission is known.
    pub missions: Option<Vec<(String, String)>>,
    pub typed: &'a Typed,
    pub faults: Faults,
}

impl<'a> InterestForm<'a> {
    /// A freelance's interest in a mission.
    pub(crate) fn in_mission(page: &'a Page, mission: MissionId, typed: &'a Typed, faults: Faults) -> Self {
        let w = words(page.lang());
        InterestForm {
            page,
            w,
            action: paths::interest_in_mission(mission),
            label: w.interest_in_mission,
            message_label: w.interest.to_company,
            note: w.interest.no_commitment_mission.to_owned(),
            missions: None,
            typed,
            faults,
        }
    }

    /// A company's interest in a freelance, for one of these missions.
    pub(crate) fn in_freelance(
        page: &'a Page,
        (freelance, name): (FreelanceId, &str),
        open: &[MissionCard],
        typed: &'a Typed,
        faults: Faults,
    ) -> Self {
        let w = words(page.lang());
        let titles = open
            .iter()
            .map(|mission| (mission.id.to_string(), mission.title.clone()));
        // A single mission is chosen already; among several, the company says which.
        let first = (open.len() > 1).then(|| (String::new(), w.interest.which_first.to_owned()));
        InterestForm {
            page,
            w,
            action: paths::interest_in_freelance(freelance),
            label: w.interest_in_freelance,
            message_label: w.interest.to_freelance,
            note: (w.interest.no_commitment_freelance)(name),
            missions: Some(first.into_iter().chain(titles).collect()),
            typed,
            faults,
        }
    }
}

impl InterestForm<'_> {
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [
            ("mission", self.w.interest.which),
            ("message", self.message_label),
        ]
    }

    /// A company without an open mission has nothing to propose (A7).
    fn can_send(&self) -> bool {
        self.missions.as_ref().is_none_or(|open| !open.is_empty())
    }
}

#[derive(Template)]
#[template(path = "pages/interest/interest.html")]
struct Interest<'a> {
    page: &'a Page,
    title: &'static str,
    about: String,
    back: String,
    form: Html,
}

impl Interest<'_> {
    fn answer(&self, wait: Option<Duration>) -> Answer {
        match wait {
            Some(wait) => self.page.too_fast(wait, self),
            None => self.page.again(self),
        }
    }
}

/// « Cette mission m'intéresse » (R65).
pub(crate) async fn in_mission(
    page: Page,
    who: CertifiedFreelance,
    Path(mission): Path<String>,
    form: Form<Typed>,
) -> Answer {
    let mission: MissionId = mission.parse().ok().or_not_found()?;
    let freelance = FreelanceId(who.account);
    let card = visible(&page, mission, freelance).await?.or_not_found()?;
    let mut faults = form.faults(&page);
    let message = first_words(&mut faults, &form.typed);
    let message = match limited(&page, who.account, faults.done(message)) {
        Ok(message) => message,
        Err((wait, faults)) => {
            let again = Interest {
                page: &page,
                title: words(page.lang()).interest_in_mission,
                about: card.title,
                back: missions::paths::mission(mission),
                form: Html::of(&InterestForm::in_mission(&page, mission, &form.typed, faults))?,
            };
            return again.answer(wait);
        }
    };
    let who = Actor {
        account: who.account,
        side: Side::Freelance,
    };
    let back = missions::paths::mission(mission);
    begin(&page, &form, who, (mission, freelance), message, back).await
}

/// « Ce profil m'intéresse », for one of the company's open missions (R2, A7).
pub(crate) async fn in_freelance(
    page: Page,
    who: CertifiedCompany,
    Path(freelance): Path<String>,
    form: Form<Typed>,
) -> Answer {
    let freelance: FreelanceId = freelance.parse().ok().or_not_found()?;
    let db = page.app().db().read();
    // R84, A12: who is not certified is not there, nor is a company.
    if !certification::is_certified_freelance(db, freelance.0).await? {
        return None.or_not_found();
    }
    let w = words(page.lang());
    let card = profiles::freelance_cards(db, &[freelance])
        .await?
        .remove(&freelance);
    let card = card.or_not_found()?;
    let mut faults = form.faults(&page);
    let mission = faults.choice("mission", &form.typed.mission, |typed| typed.parse().ok());
    let message = first_words(&mut faults, &form.typed);
    let (mission, message) = match limited(&page, who.account, faults.done((mission, message))) {
        Ok((mission, message)) => (mission.or_not_found()?, message),
        Err((wait, faults)) => {
            let open = open_missions(db, CompanyId(who.account)).await?;
            let form = InterestForm::in_freelance(&page, (freelance, &card.name), &open, &form.typed, faults);
            let again = Interest {
                page: &page,
                title: w.interest_in_freelance,
                about: card.name.clone(),
                back: profiles::paths::freelance(freelance),
                form: Html::of(&form)?,
            };
            return again.answer(wait);
        }
    };
    let who = Actor {
        account: who.account,
        side: Side::Company,
    };
    let back = profiles::paths::freelance(freelance);
    begin(&page, &form, who, (mission, freelance), message, back).await
}

async fn begin(
    page: &Page,
    form: &Form<Typed>,
    who: Actor,
    (mission, freelance): (MissionId, FreelanceId),
    message: Option<String>,
    back: String,
) -> Answer {
    let w = &words(page.lang()).said;
    let deed = page.deed(&form.key).await?;
    match moves::express(page.app(), &deed.tx, who, mission, freelance, message).await {
        Ok(begun) => {
            page.say(match (begun.candidacy.state, who.side) {
                (State::InDiscussion, _) => w.in_discussion,
                (_, Side::Freelance) => w.interested_in_mission,
                (_, Side::Company) => w.interested_in_freelance,
            });
            deed.done(page, back).await
        }
        Err(Stop::Refused(refusal)) => {
            deed.tx.rollback().await?;
            refused::interest(page, who, (mission, freelance), refusal).await
        }
        Err(Stop::NotFound) => None.or_not_found(),
        Err(Stop::Broken(error)) => Err(error.into()),
    }
}

/// The message, if any was written.
fn first_words(faults: &mut Faults, typed: &Typed) -> Option<String> {
    let message = faults.text("message", &typed.message, FIRST_WORDS);
    (!message.is_empty()).then_some(message)
}

/// What was checked, unless its form comes back: with faults, or for a while since there were too many.
fn limited<T>(
    page: &Page,
    account: Uuid,
    checked: Result<T, Faults>,
) -> Result<T, (Option<Duration>, Faults)> {
    let checked = checked.map_err(|faults| (None, faults))?;
    let spent = page.limit_address(BY_ADDRESS);
    let Err(Problem::TooMany(wait)) = spent.and_then(|()| page.limit(BY_ACCOUNT, account)) else {
        return Ok(checked);
    };
    Err((Some(wait), Faults::too_fast(page.lang(), wait)))
}

/// The mission, if this freelance may know of it: one in the search, or one they are a candidate for.
async fn visible(
    page: &Page,
    mission: MissionId,
    freelance: FreelanceId,
) -> Result<Option<MissionCard>, Problem> {
    let db = page.app().db().read();
    let Some(card) = missions::cards(db, &[mission]).await?.remove(&mission) else {
        return Ok(None);
    };
    let in_search =
        card.state == MissionState::Open && certification::is_certified(db, card.company.0).await?;
    let known = in_search || !crate::store::of_pair(db, mission, freelance).await?.is_empty();
    Ok(known.then_some(card))
}

/// The missions a company may propose.
pub(crate) async fn open_missions(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Vec<MissionCard>, db::Error> {
    let mut all = missions::of_company(db, company).await?;
    all.retain(|mission| mission.state == MissionState::Open);
    Ok(all)
}

#[cfg(test)]
mod tests;
