//! Missions: written in four steps, published, managed, closed, and found
//! (R43, R52, R53, R63, R64, R88, R91, R92, R94-R98, R107, R110, R111).
//!
//! Promises:
//! - In full, a mission is seen by those « Who sees what » admits; everybody else sees a title, a logo and
//!   categories of what is open, or nothing, and finds out no more by searching (I6, I11).
//! - On the shelves are the open missions of certified companies and no other, a moment after each change.
//! - A mission goes from one state to another once, whoever races, and says so in the same transaction.
//! - A skill is one skill here and in profiles, under any of its names.
//!
//! Words owned: mission, its states, the four steps, terms and rates. Not here: who is a candidate and who
//! is chosen (selection fills [`Candidacies`]), what a company says of itself (profiles), letters and bells
//! (notifications).

pub mod events;
mod mission;
mod pages;
pub mod paths;
mod rules;
#[cfg(test)]
mod samples;
mod schema;
mod shelf;
mod store;
#[cfg(test)]
mod tests;
mod words;

use std::{collections::HashMap, sync::Arc};

use app::{App, Feed};
use async_trait::async_trait;
use axum::extract::Path;
use db::{Timestamp, Tx, schema::Migration};
use profiles::{Category, CompanyId, FreelanceId};
use sea_orm::ConnectionTrait;
use web::{Html, Page, Problem, Response, Routes};

pub use mission::{Facts, MissionCard, MissionState, Workplace};

db::id!(
    /// A mission.
    MissionId
);

/// What stands beside a mission.
pub struct Beside {
    /// For the one who looks.
    pub panel: Html,
    /// What it asks for, in a word or two: a phone then shows the way to it.
    pub asks: Option<&'static str>,
}

/// The slot that the room of candidacies fills: what stands beside a mission, and who may open one
/// that is no longer in the search.
#[async_trait]
pub trait Candidacies: Send + Sync {
    /// What stands beside `mission` for this viewer (a certified freelance, or the mission's own company).
    async fn beside(&self, page: &Page, mission: &MissionCard) -> Result<Beside, Problem>;
    /// Whether this freelance may open this mission although it is not open: a candidate of a
    /// reserved one, the chosen one of a validated or closed one.
    async fn admits(&self, app: &App, mission: &MissionCard, freelance: FreelanceId)
    -> Result<bool, Problem>;
}

/// This room's pages around the slot.
pub fn routes(candidacies: Arc<dyn Candidacies>) -> Routes {
    use certification::rights::{ANY_COMPANY, CERTIFIED_COMPANY};
    use pages::{closing, edit, mission, search};
    use web::ANYONE;

    let beside = candidacies.clone();
    let drawn = search::Drawn::new();
    let find = move |page: Page| search::show(page, drawn.clone());
    let show = move |page: Page, Path(id): Path<String>| mission::show(page, beside.clone(), id);
    let close = move |page: Page, who, Path(id): Path<String>, form| {
        closing::close(page, who, candidacies.clone(), id, form)
    };
    Routes::new()
        .get(paths::MISSIONS, ANYONE, find)
        .get("/missions/{id}", ANYONE, show)
        .get(paths::NEW, ANY_COMPANY, edit::about::new)
        .post(paths::NEW, ANY_COMPANY, edit::about::create)
        .get_own("/missions/{id}/edit/mission", ANY_COMPANY, edit::about::show)
        .post_own("/missions/{id}/edit/mission", ANY_COMPANY, edit::about::save)
        .get_own("/missions/{id}/edit/skills", ANY_COMPANY, edit::skills::show)
        .post_own("/missions/{id}/edit/skills", ANY_COMPANY, edit::skills::save)
        .get_own("/missions/{id}/edit/rate", ANY_COMPANY, edit::rate::show)
        .post_own("/missions/{id}/edit/rate", ANY_COMPANY, edit::rate::save)
        .get_own("/missions/{id}/edit/preview", ANY_COMPANY, edit::preview::show)
        .post_own(
            "/missions/{id}/edit/preview",
            CERTIFIED_COMPANY,
            edit::preview::publish,
        )
        .post_own("/missions/{id}/closure", ANY_COMPANY, close)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
/// This room's shelves: open missions of certified companies, in full and as previews.
pub const SHELVES: &[search::Shelf] = &[shelf::MISSIONS, shelf::TITLES];
/// What feeds them.
pub fn feeds() -> Vec<Feed> {
    shelf::feeds()
}

/// The mission's page again, since the rules refused what was tried there: `sentence` stands at its
/// head (409). `None` for whoever may not see it in full.
///
/// # Errors
/// What the engine says.
pub async fn refused(
    page: &Page,
    slot: &dyn Candidacies,
    mission: MissionId,
    sentence: &'static str,
) -> Result<Option<Response>, Problem> {
    pages::mission::refused(page, slot, mission, sentence).await
}
/// Missions by key; unknown keys are absent.
///
/// # Errors
/// What the engine says.
pub async fn cards(
    db: &impl ConnectionTrait,
    ids: &[MissionId],
) -> Result<HashMap<MissionId, MissionCard>, db::Error> {
    store::cards(db, ids).await
}
/// All missions of a company, the last changed first.
///
/// # Errors
/// What the engine says.
pub async fn of_company(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Vec<MissionCard>, db::Error> {
    store::of_company(db, company).await
}
/// The mission, locked for this transaction (FOR UPDATE on PostgreSQL), for rules that depend on its state.
///
/// # Errors
/// What the engine says.
pub async fn locked(tx: &Tx, id: MissionId) -> Result<Option<MissionCard>, db::Error> {
    Ok(store::locked(tx, id).await?.map(MissionCard::from))
}
/// Open missions for the skills of one freelance.
#[derive(Default)]
pub struct Suited {
    /// How many ask for one of the skills.
    pub total: usize,
    /// The best of the newest, as a list.
    pub list: Option<Html>,
}
/// At most `most` open missions that ask for one of `skills`, without those `known` already. Only for
/// whoever may see missions: the lines say all that the search says.
///
/// # Errors
/// When the shelf cannot be read.
pub fn suited(page: &Page, skills: &[String], known: &[MissionId], most: usize) -> Result<Suited, Problem> {
    pages::search::suited(page, skills, known, most)
}
/// Holds the text of a mission as it is, from `since` on, or lets it change again: nobody changes what
/// a freelance has applied on (R6, A1). The mission is locked by whoever calls.
///
/// # Errors
/// What the engine says.
pub async fn hold(tx: &Tx, id: MissionId, since: Option<Timestamp>) -> Result<(), db::Error> {
    store::hold(tx, id, since).await
}
/// Moves a mission from one state to another within `tx`, and records [`events::Changed`]; where an
/// open one ends without anybody chosen, [`events::Closed`] in its place. Says whether it stood at `from`.
///
/// # Errors
/// What the engine says.
pub async fn move_state(
    app: &App,
    tx: &Tx,
    id: MissionId,
    from: MissionState,
    to: MissionState,
) -> Result<bool, db::Error> {
    if !store::move_state(tx, id, (from, to), app.now()).await? {
        return Ok(false);
    }
    let ended = from == MissionState::Open && matches!(to, MissionState::Closed | MissionState::Withdrawn);
    match store::mission(tx, id).await? {
        Some(mission) if ended => {
            let company = mission.company;
            app.record(tx, &events::Closed { mission: id, company }).await?;
        }
        _ => app.record(tx, &events::Changed { mission: id }).await?,
    }
    Ok(true)
}
/// The newest open missions and how many there are in all, for a home page; titles and logos only leave
/// this as previews.
///
/// # Errors
/// When the shelf cannot be read.
pub async fn newest(app: &App, limit: usize) -> anyhow::Result<(Vec<Preview>, usize)> {
    let query = search::Query {
        limit,
        ..search::Query::default()
    };
    let (previews, answer) = shelf::previews(app, &query)?;
    Ok((previews, answer.total))
}

/// What everyone may see of a mission: its name and a logo (R91).
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Which.
    pub id: MissionId,
    /// Its title.
    pub title: String,
    /// Its company's logo.
    pub logo: Option<files::FileId>,
    /// Its first category, whose motif stands in for a missing logo.
    pub category: Category,
}

/// A mission, made up, for demos and tests.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of the mission form")]
pub struct PlantedMission {
    pub id: MissionId,
    pub company: CompanyId,
    pub state: MissionState,
    pub title: String,
    pub description: String,
    pub categories: Vec<Category>,
    pub skills: Vec<String>,
    pub place: Option<&'static swiss::Place>,
    pub facts: Facts,
    pub experience_years: i64,
    pub payroll: bool,
    pub day_rate: Option<i64>,
    pub published_at: Option<Timestamp>,
}

/// Makes a mission, for demos and tests. No event is recorded: whoever plants puts the search shelves
/// in order.
///
/// # Errors
/// What the engine says; a duplicate when there is a mission of this key.
pub async fn plant(app: &App, tx: &Tx, planted: PlantedMission) -> anyhow::Result<()> {
    store::insert(tx, store::planted(planted, app.now())).await?;
    Ok(())
}
