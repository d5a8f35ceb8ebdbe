//! « Gérer vos missions » (R98, R100, R107, A15): a company's missions by state, with their candidates.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use certification::rights::{COMPANY, Company};
use i18n::zurich_day;
use missions::{MissionCard, MissionId, MissionState};
use profiles::{CompanyId, FreelanceId};
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Page, Problem};

use crate::{
    badge::Badge,
    paths,
    rules::State,
    store,
    words::{Words, words},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    tab: String,
}

#[derive(Template)]
#[template(path = "pages/manage/manage.html")]
struct Manage<'a> {
    page: &'a Page,
    w: &'static Words,
    lead: String,
    tabs: Vec<Tab>,
    /// Whether the company has any mission at all.
    any: bool,
    lines: Vec<Line>,
}

struct Tab {
    href: String,
    title: &'static str,
    count: usize,
    current: bool,
}

/// A mission and how many candidates stand where.
pub(crate) struct Line {
    pub state: MissionState,
    pub title: String,
    pub badge: Badge,
    pub facts: Vec<String>,
    /// For missions in selection.
    pub counts: Option<Counts>,
    /// How many wait for the company.
    pub waiting: i64,
    pub is_editable: bool,
    pub candidates: String,
    pub edit: String,
    pub view: String,
}

/// How many candidates stand where.
#[derive(Clone, Copy)]
pub(crate) struct Counts {
    pub sent: i64,
    pub received: i64,
    pub talking: i64,
    /// Whether some of those received, or in discussion, wait for the company.
    pub received_waits: bool,
    pub talking_waits: bool,
}

impl Line {
    /// Where the title leads: a draft is written on, the others have candidates.
    pub(crate) fn main(&self) -> &str {
        match self.state {
            MissionState::Draft => &self.edit,
            _ => &self.candidates,
        }
    }
    pub(crate) fn is_draft(&self) -> bool {
        self.state == MissionState::Draft
    }
}

/// The tabs: name in the address, and what each holds.
const TABS: [(&str, &[MissionState]); 4] = [
    ("draft", &[MissionState::Draft]),
    ("open", &[MissionState::Open, MissionState::Reserved]),
    ("validated", &[MissionState::Validated]),
    ("closed", &[MissionState::Closed, MissionState::Withdrawn]),
];

/// Shows the company's missions.
pub(crate) async fn show(page: Page, who: Company, Query(wanted): Query<Wanted>) -> Answer {
    let w = words(page.lang());
    let lines = lines(&page, CompanyId(who.account)).await?;
    let tab = TABS.iter().find(|(name, _)| *name == wanted.tab);
    let names = [
        w.manage.drafts,
        w.manage.open,
        w.manage.validated,
        w.manage.closed,
    ];
    let all = Tab {
        href: paths::MANAGE.to_owned(),
        title: w.manage.all,
        count: lines.len(),
        current: tab.is_none(),
    };
    let others = TABS.iter().zip(names).map(|((name, states), title)| Tab {
        href: paths::manage_tab(name),
        title,
        count: lines.iter().filter(|line| states.contains(&line.state)).count(),
        current: wanted.tab == *name,
    });
    page.show(&Manage {
        page: &page,
        w,
        lead: (w.manage.waiting)(lines.iter().map(|line| line.waiting).sum()),
        tabs: [all].into_iter().chain(others).collect(),
        any: !lines.is_empty(),
        lines: lines
            .into_iter()
            .filter(|line| tab.is_none_or(|(_, states)| states.contains(&line.state)))
            .collect(),
    })
}

/// A company's missions, the last changed first.
pub(crate) async fn lines(page: &Page, company: CompanyId) -> Result<Vec<Line>, Problem> {
    let db = page.app().db().read();
    let missions = missions::of_company(db, company).await?;
    let partners = store::partners(db, company).await?;
    let people: Vec<FreelanceId> = partners.values().copied().collect();
    let people = profiles::freelance_cards(db, &people).await?;
    let tallies = Tallies {
        all: store::tallies(db, company).await?,
        waiting: waiting(page, company).await?,
    };
    let partner = |mission: MissionId| {
        let who = partners.get(&mission)?;
        people.get(who).map(|card| card.name.as_str())
    };
    let line = |mission: MissionCard| line(page, &tallies, partner(mission.id), mission);
    Ok(missions.into_iter().map(line).collect())
}

/// How many candidacies stand where, and how many of them the company can answer now.
struct Tallies {
    all: HashMap<(MissionId, State), i64>,
    waiting: HashMap<(MissionId, State), i64>,
}

impl Tallies {
    fn of(&self, mission: MissionId, state: State) -> i64 {
        self.all.get(&(mission, state)).copied().unwrap_or(0)
    }

    /// On a reserved mission nobody can be chosen, so nobody waits (A2).
    fn waiting(&self, mission: &MissionCard, state: State) -> i64 {
        match mission.state {
            MissionState::Open => self.waiting.get(&(mission.id, state)).copied().unwrap_or(0),
            _ => 0,
        }
    }
}

/// Nobody waits for a company without certification, and nobody without waits at all (A24).
async fn waiting(page: &Page, company: CompanyId) -> Result<HashMap<(MissionId, State), i64>, Problem> {
    let mut counts = HashMap::new();
    if !page.viewer().is_cleared(COMPANY) {
        return Ok(counts);
    }
    let db = page.app().db().read();
    let waiting = store::waiting(db, company).await?;
    let accounts: Vec<Uuid> = waiting.iter().map(|(freelance, ..)| freelance.0).collect();
    let certified = certification::certified_among(db, &accounts).await?;
    for (freelance, mission, state) in waiting {
        if certified.contains(&freelance.0) {
            *counts.entry((mission, state)).or_default() += 1;
        }
    }
    Ok(counts)
}

fn line(page: &Page, tallies: &Tallies, partner: Option<&str>, mission: MissionCard) -> Line {
    let (w, lang) = (words(page.lang()), page.lang());
    let m = &w.manage;
    let tally = |state| tallies.of(mission.id, state);
    let received = tallies.waiting(&mission, State::ProposedByFreelance);
    let applied = tallies.waiting(&mission, State::Applied);
    let counts = Counts {
        sent: tally(State::ProposedByCompany),
        received: tally(State::ProposedByFreelance),
        talking: tally(State::InDiscussion) + tally(State::Applied) + tally(State::Chosen),
        received_waits: received > 0,
        talking_waits: applied > 0,
    };
    let in_selection = matches!(mission.state, MissionState::Open | MissionState::Reserved);
    let changed = (m.changed)(&lang.ago(page.now(), mission.updated_at));
    let closed = (m.closed_ago)(&lang.ago(page.now(), mission.updated_at));
    let moment = match (mission.state, partner, mission.published_at) {
        (MissionState::Validated, Some(name), _) => (m.with)(name),
        (MissionState::Open | MissionState::Reserved, _, Some(at)) => {
            (w.published)(&lang.day_month(zurich_day(at)))
        }
        (MissionState::Closed, ..) => closed,
        _ => changed,
    };
    let facts = [mission.place(lang), mission.rate(lang), moment];
    Line {
        state: mission.state,
        title: if mission.title.is_empty() {
            m.untitled.to_owned()
        } else {
            mission.title.clone()
        },
        badge: Badge::of_mission(mission.state, w),
        facts: facts.into_iter().filter(|fact| !fact.is_empty()).collect(),
        counts: in_selection.then_some(counts),
        waiting: received + applied,
        is_editable: mission.is_editable(),
        candidates: paths::candidates(mission.id),
        edit: missions::paths::edit(mission.id),
        view: missions::paths::mission(mission.id),
    }
}

#[cfg(test)]
mod tests;
