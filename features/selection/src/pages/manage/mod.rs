//! « Gérer vos missions » (R98, R100, R107, A15): a company's missions by state, with their candidates.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use certification::rights::Company;
use i18n::zurich_day;
use missions::{MissionCard, MissionId, MissionState};
use profiles::{CompanyId, FreelanceId};
use serde::Deserialize;
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
    /// Sent, received, in discussion; for missions in selection.
    pub counts: Option<[(&'static str, i64, bool); 3]>,
    /// How many wait for the company.
    pub waiting: i64,
    pub candidates: String,
    pub edit: String,
    pub view: String,
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
    /// Whether its text may still be changed.
    pub(crate) fn is_editable(&self) -> bool {
        matches!(self.state, MissionState::Draft | MissionState::Open)
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
    let tallies = store::tallies(db, company).await?;
    let partners = store::partners(db, company).await?;
    let people: Vec<FreelanceId> = partners.values().copied().collect();
    let people = profiles::freelance_cards(db, &people).await?;
    let partner = |mission: MissionId| {
        let who = partners.get(&mission)?;
        people.get(who).map(|card| card.name.as_str())
    };
    let line = |mission: MissionCard| line(page, &tallies, partner(mission.id), mission);
    Ok(missions.into_iter().map(line).collect())
}

fn line(
    page: &Page,
    tallies: &HashMap<(MissionId, State), i64>,
    partner: Option<&str>,
    mission: MissionCard,
) -> Line {
    let (w, lang) = (words(page.lang()), page.lang());
    let m = &w.manage;
    let tally = |state| tallies.get(&(mission.id, state)).copied().unwrap_or(0);
    let applied = tally(State::Applied);
    let sent = tally(State::ProposedByCompany);
    let received = tally(State::ProposedByFreelance);
    let talking = tally(State::InDiscussion) + applied + tally(State::Chosen);
    let in_selection = matches!(mission.state, MissionState::Open | MissionState::Reserved);
    let changed = || (m.changed)(&lang.ago(page.now(), mission.updated_at));
    let moment = match (mission.state, partner, mission.published_at) {
        (MissionState::Validated, Some(name), _) => (m.with)(name),
        (MissionState::Open | MissionState::Reserved, _, Some(at)) => {
            (w.published)(&lang.day_month(zurich_day(at)))
        }
        _ => changed(),
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
        counts: in_selection.then_some([
            (m.sent, sent, false),
            (m.received, received, received > 0),
            (m.talking, talking, applied > 0),
        ]),
        waiting: if in_selection { received + applied } else { 0 },
        candidates: paths::candidates(mission.id),
        edit: missions::paths::edit(mission.id),
        view: missions::paths::mission(mission.id),
    }
}

#[cfg(test)]
mod tests;
