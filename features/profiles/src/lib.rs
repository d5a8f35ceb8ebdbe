//! Freelances and companies as others see them, and the search for a freelance
//! (R20-R29, R34, R38-R41, R82, R84, R92, R99, R113-R115).

mod category;
pub mod events;
pub mod paths;

use std::{collections::HashMap, sync::Arc};

use app::{App, Feed, Reaction};
use db::schema::Migration;
use files::FileId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::{Avatar, Routes};

pub use category::Category;

db::id!(
    /// A freelance. The same UUID as the account's.
    FreelanceId
);
db::id!(
    /// A company. The same UUID as the account's.
    CompanyId
);

/// What another room shows of a freelance to someone who may see the full profile.
#[derive(Clone, Debug, PartialEq)]
pub struct FreelanceCard {
    /// Who.
    pub id: FreelanceId,
    /// The name as the person chose to show it (A19).
    pub name: String,
    /// What the person does, in a line; may be empty.
    pub headline: String,
    /// The town; may be empty.
    pub city: String,
    /// CHF per day; `None` when not said.
    pub day_rate: Option<i64>,
    /// Skills as shown.
    pub skills: Vec<String>,
    /// Categories.
    pub categories: Vec<Category>,
}

impl FreelanceCard {
    /// The round sign with the initials.
    pub fn avatar(&self) -> Avatar {
        Avatar::new(&self.name, self.id.0)
    }
}

/// What another room shows of a company.
#[derive(Clone, Debug, PartialEq)]
pub struct CompanyCard {
    /// Who.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its logo.
    pub logo: Option<FileId>,
    /// The town; may be empty.
    pub city: String,
    /// What it does, in a line; may be empty.
    pub sector: String,
    /// Its presentation; may be empty.
    pub presentation: String,
    /// Its website; empty or an https/http address.
    pub website: String,
}

impl CompanyCard {
    /// The round sign with the initials, for a company without a logo.
    pub fn avatar(&self) -> Avatar {
        Avatar::new(&self.name, self.id.0)
    }
}

/// This room's pages around the slot.
pub fn routes(_beside: Arc<dyn Beside>) -> Routes {
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
/// This room's shelf: freelances.
pub const SHELVES: &[search::Shelf] = &[];
/// What feeds it.
pub fn feeds() -> Vec<Feed> {
    Vec::new()
}

/// The slot beside a freelance's full profile, where a company acts (« Ce profil m'intéresse »).
#[async_trait::async_trait]
pub trait Beside: Send + Sync {
    /// What stands beside `freelance` for the company that looks.
    async fn beside(&self, page: &web::Page, freelance: &FreelanceCard) -> Result<web::Html, web::Problem>;
}

/// Cards by freelance; those who never wrote anything still have their name.
pub async fn freelance_cards(
    _db: &impl ConnectionTrait,
    _ids: &[FreelanceId],
) -> Result<HashMap<FreelanceId, FreelanceCard>, db::Error> {
    todo!()
}
/// Cards by company.
pub async fn company_cards(
    _db: &impl ConnectionTrait,
    _ids: &[CompanyId],
) -> Result<HashMap<CompanyId, CompanyCard>, db::Error> {
    todo!()
}
/// The name an account goes by, as others see it; its e-mail is never shown. `None` before it has one.
pub async fn shown_name(_db: &impl ConnectionTrait, _account: Uuid) -> Result<Option<String>, db::Error> {
    todo!()
}
/// Skills like `typed`, for suggestions: canonical labels in the reader's language.
pub fn suggest_skills(_typed: &str, _lang: i18n::Lang, _limit: usize) -> Vec<&'static str> {
    todo!()
}
/// A freelance's profile for demos and tests; see `Planted`.
pub async fn plant_freelance(_app: &App, _tx: &db::Tx, _planted: PlantedFreelance) -> anyhow::Result<()> {
    todo!()
}
/// A company's profile for demos and tests.
pub async fn plant_company(_app: &App, _tx: &db::Tx, _planted: PlantedCompany) -> anyhow::Result<()> {
    todo!()
}

/// A freelance's profile, made up.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of the profile form")]
pub struct PlantedFreelance {
    pub id: FreelanceId,
    pub headline: String,
    pub description: String,
    pub place: &'static swiss::Place,
    pub categories: Vec<Category>,
    pub skills: Vec<String>,
    pub day_rate: i64,
}

/// A company's profile, made up.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of the company form")]
pub struct PlantedCompany {
    pub id: CompanyId,
    pub presentation: String,
    pub place: &'static swiss::Place,
    pub sector: String,
    pub website: String,
    /// Stored already: no transaction waits for files.
    pub logo: Option<FileId>,
}
