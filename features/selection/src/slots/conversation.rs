//! Beside a conversation: the two steps, who has decided, the buttons, the mission, and after the
//! conclusion how to reach each other (R104, R106, A14).

use askama::Template;
use async_trait::async_trait;
use db::Timestamp;
use i18n::zurich_day;
use messaging::{Beside, Steps, Thread};
use missions::{MissionCard, MissionId};
use web::{Avatar, Html, Page, Problem};

use crate::{
    CandidacyId,
    badge::Badge,
    events::Side,
    lines,
    moves::Actor,
    offer::{Back, Offer},
    paths,
    rules::{Candidacy, Scene, State},
    store,
    words::{Words, words},
};

pub(crate) struct BesideConversations;

#[derive(Template)]
#[template(path = "slots/label.html")]
struct Label<'a> {
    page: &'a Page,
    badge: Badge,
}

#[derive(Template)]
#[template(path = "slots/conversation.html")]
struct Panel<'a> {
    page: &'a Page,
    w: &'static Words,
    state: State,
    label: &'static str,
    interest: String,
    /// On which day it ended, if it has.
    ended: Option<String>,
    /// The freelance's and the company's validation: whether it is given, and the sentence.
    validations: [(bool, String); 2],
    offer: Offer,
    another_chosen: bool,
    title: String,
    mission: Option<String>,
    company: String,
    logo: Option<String>,
    avatar: Avatar,
    facts: Vec<(&'static str, String)>,
    candidates: Option<String>,
    next: Option<String>,
    /// The other side's e-mail address, once concluded.
    email: Option<String>,
}

#[async_trait]
impl Beside for BesideConversations {
    async fn beside(&self, page: &Page, thread: &Thread) -> Result<Steps, Problem> {
        let nothing = Steps {
            due: false,
            label: Html::empty(),
            panel: Html::empty(),
        };
        let Some(who) = page.member().and_then(|member| side_of(member.account, thread)) else {
            return Ok(nothing);
        };
        let db = page.app().db().read();
        let Some(candidacy) = store::candidacy_of(db, who, CandidacyId(thread.id.0)).await? else {
            return Ok(nothing);
        };
        let mission = MissionId(thread.mission);
        let Some(mission) = missions::cards(db, &[mission]).await?.remove(&mission) else {
            return Ok(nothing);
        };
        let other = candidacy.pair().account(who.side.other());
        let scene = Scene {
            mission: mission.state,
            another_chosen: store::another_chosen(db, mission.id, Some(candidacy.id)).await?,
            other_certified: certification::is_certified(db, other).await?,
        };
        let email = match candidacy.state {
            State::Concluded => page.app().recipient(other).await?.map(|to| to.email),
            _ => None,
        };
        // What ended before it was answered was never shared.
        let shared = match candidacy.state {
            State::MissionClosed | State::NoAnswer | State::AccountGone => {
                store::was_shared(db, candidacy.id).await?
            }
            _ => true,
        };
        let names = Names::load(page, &candidacy).await?;
        let interest = interest(page, who.side, &candidacy, names.of(who.side.other()), shared);
        let badge = Badge::of(&candidacy, who.side, words(page.lang()));
        let panel = panel(page, who, &candidacy, &mission, scene, names);
        Ok(Steps {
            due: panel.offer.is_due(),
            label: Html::of(&Label { page, badge })?,
            panel: Html::of(&Panel {
                interest,
                email,
                ..panel
            })?,
        })
    }
}

/// Who was the first to be interested, or that both are.
fn interest(page: &Page, side: Side, candidacy: &Candidacy, other: &str, shared: bool) -> String {
    let w = &words(page.lang()).beside;
    let is_own = candidacy.opened_by == side;
    match candidacy.state {
        State::ProposedByFreelance | State::ProposedByCompany if is_own => w.interest_by_you.to_owned(),
        State::ProposedByFreelance | State::ProposedByCompany => (w.interest_by)(other),
        _ if shared => w.interest_both.to_owned(),
        _ if is_own => w.interest_was_yours.to_owned(),
        _ => (w.interest_was)(other),
    }
}

fn side_of(account: uuid::Uuid, thread: &Thread) -> Option<Actor> {
    let side = if thread.freelance.0 == account {
        Side::Freelance
    } else if thread.company.0 == account {
        Side::Company
    } else {
        return None;
    };
    Some(Actor { account, side })
}

struct Names {
    freelance: String,
    company: String,
    logo: Option<String>,
}

impl Names {
    async fn load(page: &Page, candidacy: &Candidacy) -> Result<Names, Problem> {
        let db = page.app().db().read();
        let gone = || (words(page.lang()).label)(State::AccountGone, Side::Company).to_owned();
        let mut people = profiles::freelance_cards(db, &[candidacy.freelance]).await?;
        let mut firms = profiles::company_cards(db, &[candidacy.company]).await?;
        let freelance = people.remove(&candidacy.freelance).map(|card| card.name);
        let firm = firms.remove(&candidacy.company);
        Ok(Names {
            freelance: freelance.unwrap_or_else(gone),
            logo: firm
                .as_ref()
                .and_then(|card| card.logo)
                .map(profiles::paths::logo),
            company: firm.map_or_else(gone, |card| card.name),
        })
    }

    fn of(&self, side: Side) -> &str {
        match side {
            Side::Freelance => &self.freelance,
            Side::Company => &self.company,
        }
    }
}

fn panel<'a>(
    page: &'a Page,
    who: Actor,
    candidacy: &Candidacy,
    mission: &MissionCard,
    scene: Scene,
    names: Names,
) -> Panel<'a> {
    let (w, lang, side) = (words(page.lang()), page.lang(), who.side);
    let other = names.of(side.other());
    let facts = [
        (w.beside.rate, mission.rate(lang)),
        (w.beside.place, mission.place(lang)),
        (w.beside.time, mission.time(lang)),
    ];
    let own = side == Side::Company;
    let reachable = own || lines::admits(mission.state, candidacy.state);
    Panel {
        page,
        w,
        state: candidacy.state,
        label: (w.label)(candidacy.state, side),
        interest: String::new(),
        ended: (!candidacy.state.is_live()).then(|| lang.date(candidacy.state_since)),
        validations: validations(page, w, side, candidacy, other),
        offer: Offer::new(candidacy, side, scene, Back::Conversation, other, &mission.title),
        another_chosen: own && scene.another_chosen && candidacy.state.is_undecided(),
        title: mission.title.clone(),
        mission: reachable.then(|| missions::paths::mission(mission.id)),
        avatar: Avatar::new(&names.company, candidacy.company.0),
        facts: facts.into_iter().filter(|(_, fact)| !fact.is_empty()).collect(),
        candidates: own.then(|| paths::candidates(mission.id)),
        next: match candidacy.state {
            State::ProposedByFreelance | State::ProposedByCompany => Some(w.beside.next_interest.to_owned()),
            State::Concluded => Some(w.beside.next_payroll.to_owned()),
            // R106: on choosing, the company is advised to contact the payroll partner.
            State::Chosen if own => Some(w.beside.next_payroll.to_owned()),
            State::Chosen => candidacy
                .answer_due()
                .map(|due| (w.mine.answer_by)(&lang.day_month(zurich_day(due)))),
            State::InDiscussion | State::Applied => Some(w.beside.next_validation.to_owned()),
            _ => None,
        },
        email: None,
        company: names.company.clone(),
        logo: names.logo,
    }
}

fn validations(
    page: &Page,
    w: &Words,
    side: Side,
    candidacy: &Candidacy,
    other: &str,
) -> [(bool, String); 2] {
    let day = |at: Timestamp| page.lang().day_month(zurich_day(at));
    let applied = candidacy.freelance_validated_at.map(day);
    let chosen = candidacy.company_validated_at.map(day);
    let freelance = match (&applied, side) {
        (Some(day), Side::Freelance) => (w.beside.you_applied)(day),
        (Some(day), Side::Company) => (w.beside.freelance_applied)(other, day),
        (None, Side::Freelance) => w.beside.you_not_applied.to_owned(),
        (None, Side::Company) => (w.beside.freelance_not_yet)(other),
    };
    let company = match (&chosen, side) {
        (Some(day), Side::Company) => (w.beside.you_chose)(day),
        (Some(day), Side::Freelance) => (w.beside.company_chose)(other, day),
        (None, Side::Company) => w.beside.you_not_chosen.to_owned(),
        (None, Side::Freelance) => (w.beside.company_not_yet)(other),
    };
    [(applied.is_some(), freelance), (chosen.is_some(), company)]
}

impl Panel<'_> {
    /// Whether only one side is interested yet.
    fn at_interest(&self) -> bool {
        matches!(self.state, State::ProposedByFreelance | State::ProposedByCompany)
    }
    fn at_validation(&self) -> bool {
        self.state.is_discussion()
    }
    fn is_concluded(&self) -> bool {
        self.state == State::Concluded
    }
    fn mailto(&self, email: &str) -> String {
        format!("mailto:{email}")
    }
}
