//! Missions: written in four steps, published, managed, closed, and found
//! (R43, R52, R53, R63, R64, R88, R91, R92, R94-R98, R107, R110, R111).

pub mod events;
pub mod paths;

use std::{collections::HashMap, sync::Arc};

use app::{App, Feed, Reaction};
use async_trait::async_trait;
use db::{Timestamp, Tx, schema::Migration};
use profiles::{Category, CompanyId, FreelanceId};
use sea_orm::ConnectionTrait;
use web::{Html, Page, Problem, Routes};

db::id!(
    /// A mission.
    MissionId
);

/// Where a mission stands (`brouillon → en cours ⇄ réservée → validée → clôturée`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissionState {
    /// Brouillon: only its company sees it.
    Draft,
    /// En cours: in the search.
    Open,
    /// Réservée: a candidate is chosen and must answer; out of the search (A2).
    Reserved,
    /// Validée: concluded; only the pair opens it (R111).
    Validated,
    /// Clôturée: ended, or cancelled before any choice (A15).
    Closed,
    /// Retirée by staff.
    Withdrawn,
}

/// A mission as other rooms see it.
#[derive(Clone, Debug, PartialEq)]
pub struct MissionCard {
    /// Which.
    pub id: MissionId,
    /// Whose.
    pub company: CompanyId,
    /// Its title; a draft's may be empty.
    pub title: String,
    /// Where it stands.
    pub state: MissionState,
    /// Categories.
    pub categories: Vec<Category>,
    /// The town; may be empty for a draft or a remote mission.
    pub city: String,
    /// Skills asked for, as shown.
    pub skills: Vec<String>,
    /// CHF per day; `None` when left open.
    pub day_rate: Option<i64>,
    /// Place and time in a line, in the reader's language: « Lausanne, hybride », from [`MissionCard::summary`].
    pub facts: Facts,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// What is told of a mission beside its text. Empty where a draft does not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Where the work is done.
    pub workplace: Option<Workplace>,
    /// Months.
    pub months: Option<i64>,
    /// Percent of a full week.
    pub activity: Option<i64>,
    /// First day; `None` means as soon as possible.
    pub start: Option<chrono::NaiveDate>,
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Workplace {
    /// Sur place.
    OnSite,
    /// Hybride.
    Hybrid,
    /// À distance.
    Remote,
}

impl MissionCard {
    /// « Lausanne, hybride », in the reader's language.
    pub fn place(&self, _lang: i18n::Lang) -> String {
        todo!()
    }
    /// « CHF 950 / jour », or that it is open.
    pub fn rate(&self, _lang: i18n::Lang) -> String {
        todo!()
    }
    /// « 6 mois, 80 %, dès le 1er août », as far as known.
    pub fn time(&self, _lang: i18n::Lang) -> String {
        todo!()
    }
}

/// The slot that the room of candidacies fills: what stands beside a mission, and who may open one
/// that is no longer in the search.
#[async_trait]
pub trait Candidacies: Send + Sync {
    /// What stands beside `mission` for this viewer (a certified freelance, or the mission's own company).
    async fn beside(&self, page: &Page, mission: &MissionCard) -> Result<Html, Problem>;
    /// Whether this freelance may open this mission although it is not open: a candidate of a
    /// reserved one, the chosen one of a validated or closed one.
    async fn admits(&self, app: &App, mission: &MissionCard, freelance: FreelanceId)
    -> Result<bool, Problem>;
}

/// This room's pages around the slot.
pub fn routes(_candidacies: Arc<dyn Candidacies>) -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
/// What this room does on events.
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}
/// This room's shelf: open missions of certified companies.
pub const SHELVES: &[search::Shelf] = &[];
/// What feeds it.
pub fn feeds() -> Vec<Feed> {
    Vec::new()
}

/// Missions by key; unknown keys are absent.
pub async fn cards(
    _db: &impl ConnectionTrait,
    _ids: &[MissionId],
) -> Result<HashMap<MissionId, MissionCard>, db::Error> {
    todo!()
}
/// All missions of a company, the last changed first.
pub async fn of_company(
    _db: &impl ConnectionTrait,
    _company: CompanyId,
) -> Result<Vec<MissionCard>, db::Error> {
    todo!()
}
/// The mission, locked for this transaction (FOR UPDATE on PostgreSQL), for rules that depend on its state.
pub async fn locked(_tx: &Tx, _id: MissionId) -> Result<Option<MissionCard>, db::Error> {
    todo!()
}
/// Moves a mission from one state to another within `tx`, and records [`events::Changed`].
/// Says whether it stood at `from`.
pub async fn move_state(
    _app: &App,
    _tx: &Tx,
    _id: MissionId,
    _from: MissionState,
    _to: MissionState,
) -> Result<bool, db::Error> {
    todo!()
}
/// The newest open missions, for a home page; titles and logos only leave this as previews.
pub async fn newest(_app: &App, _limit: usize) -> anyhow::Result<Vec<Preview>> {
    todo!()
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

/// Makes a mission, for demos and tests.
pub async fn plant(_app: &App, _tx: &Tx, _planted: PlantedMission) -> anyhow::Result<()> {
    todo!()
}
