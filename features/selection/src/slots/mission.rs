//! Beside a mission: the interest, or how far it has come; for its own company, the way to the
//! candidates (R65, R96).

use app::App;
use askama::Template;
use async_trait::async_trait;
use certification::rights::FREELANCE;
use messaging::ConversationId;
use missions::{Beside, Candidacies, MissionCard, MissionState};
use profiles::FreelanceId;
use web::{Html, Page, Problem};

use crate::{
    badge::Badge,
    events::Side,
    lines,
    offer::{Back, Offer},
    pages::interest::{InterestForm, Typed},
    paths,
    rules::{Candidacy, Scene},
    store,
    words::{Words, words},
};

pub(crate) struct BesideMissions;

/// How far a freelance has come with a mission.
#[derive(Template)]
#[template(path = "slots/mission.html")]
struct Standing<'a> {
    page: &'a Page,
    w: &'static Words,
    badge: Badge,
    offer: Offer,
    talk: Option<String>,
}

/// For the mission's own company.
#[derive(Template)]
#[template(path = "slots/own_mission.html")]
struct OwnMission<'a> {
    page: &'a Page,
    w: &'static Words,
    candidates: String,
    count: String,
}

/// A mission that takes nobody now.
#[derive(Template)]
#[template(path = "slots/no_interest.html")]
struct NoInterest {
    w: &'static Words,
}

#[async_trait]
impl Candidacies for BesideMissions {
    async fn beside(&self, page: &Page, mission: &MissionCard) -> Result<Beside, Problem> {
        let w = words(page.lang());
        let mut asks = None;
        let panel = match page.member() {
            Some(member) if member.account == mission.company.0 => own(page, w, mission).await,
            Some(member) if member.role == FREELANCE && member.cleared => {
                let freelance = FreelanceId(member.account);
                let pair = store::of_pair(page.app().db().read(), mission.id, freelance).await?;
                match pair.first() {
                    Some(candidacy) => {
                        let standing = standing(page, w, mission, candidacy).await?;
                        asks = standing.offer.is_due().then_some(w.beside.answer);
                        Html::of(&standing)
                    }
                    None if mission.state == MissionState::Open => {
                        asks = Some(w.beside.interested);
                        let (typed, faults) = (Typed::default(), web::Faults::new(page.lang()));
                        Html::of(&InterestForm::in_mission(page, mission.id, &typed, faults))
                    }
                    None => Html::of(&NoInterest { w }),
                }
            }
            _ => Ok(Html::empty()),
        };
        panel.map(|panel| Beside { panel, asks })
    }

    async fn admits(
        &self,
        app: &App,
        mission: &MissionCard,
        freelance: FreelanceId,
    ) -> Result<bool, Problem> {
        let pair = store::of_pair(app.db().read(), mission.id, freelance).await?;
        Ok(pair.iter().any(|one| lines::admits(mission.state, one.state)))
    }
}

async fn own(page: &Page, w: &'static Words, mission: &MissionCard) -> Result<Html, Problem> {
    let candidacies = store::for_mission(page.app().db().read(), mission.id).await?;
    let running = candidacies.iter().filter(|one| one.state.is_undecided()).count();
    Html::of(&OwnMission {
        page,
        w,
        candidates: paths::candidates(mission.id),
        count: (w.beside.candidates)(running as u64),
    })
}

async fn standing<'a>(
    page: &'a Page,
    w: &'static Words,
    mission: &MissionCard,
    candidacy: &Candidacy,
) -> Result<Standing<'a>, Problem> {
    let db = page.app().db().read();
    let mut company = profiles::company_cards(db, &[mission.company]).await?;
    let name = company
        .remove(&mission.company)
        .map(|card| card.name)
        .unwrap_or_default();
    let scene = Scene {
        mission: mission.state,
        another_chosen: false,
        other_certified: certification::is_certified(db, mission.company.0).await?,
    };
    let talk = messaging::paths::conversation(ConversationId(candidacy.id.0));
    Ok(Standing {
        page,
        w,
        badge: Badge::of(candidacy, Side::Freelance, w),
        offer: Offer::new(
            candidacy,
            Side::Freelance,
            scene,
            Back::Mission,
            &name,
            &mission.title,
        ),
        talk: candidacy.state.is_live().then_some(talk),
    })
}
