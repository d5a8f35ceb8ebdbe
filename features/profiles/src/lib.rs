//! Freelances and companies as others see them, and the search for a freelance
//! (R20-R29, R34, R38-R41, R82, R84, R92, R99, R113-R115).
//!
//! Promises:
//! - A full profile opens for certified companies, staff and its owner; everybody else sees sector, town and
//!   five skills, with nothing that leads to a person, and finds out no more by searching (R40, I11).
//! - On the shelves are certified freelances and nobody else, a moment after each change (R32, R34).
//! - An e-mail is on no page of this room (A14). A logo's address says nothing of its company.
//! - Skills, categories and levels of experience have one value each, whatever they are called.
//!
//! Words owned: profile, category, skill, level, language, completeness, shown name. Not here: legal names
//! and certification (certification), missions, what a company does about a profile (selection fills
//! [`Beside`]).

pub mod events;
pub mod paths;

mod cards;
mod category;
mod completeness;
mod level;
mod pages;
mod plant;
mod profile;
mod reactions;
#[cfg(test)]
mod samples;
mod schema;
mod shelf;
mod store;
mod taxonomy;
mod tongue;
mod words;

use std::sync::Arc;

use app::{Feed, Reaction};
use axum::extract::Path;
use db::schema::Migration;
use sea_orm::ConnectionTrait;
use web::Routes;

pub use cards::{CompanyCard, FreelanceCard, company_cards, freelance_cards, shown_name};
pub use category::Category;
pub use completeness::{Completeness, Part};
pub use level::Level;
pub use plant::{PlantedCompany, PlantedFreelance, plant_company, plant_freelance};

db::id!(
    /// A freelance. The same UUID as the account's.
    FreelanceId
);
db::id!(
    /// A company. The same UUID as the account's.
    CompanyId
);

/// This room's pages around the slot.
pub fn routes(beside: Arc<dyn Beside>) -> Routes {
    use certification::rights::{ANY_COMPANY, ANY_FREELANCE};
    use pages::{company, freelance, freelances, logo, profile};
    use web::{ANYONE, Page};

    let one = move |page: Page, id: Path<String>| freelance::show(beside.clone(), page, id);
    Routes::new()
        .get(paths::FREELANCES, ANYONE, freelances::show)
        .get("/freelances/{id}", freelance::READER, one)
        .get_own(paths::PROFILE, ANY_FREELANCE, profile::show)
        .post_own(paths::PROFILE, ANY_FREELANCE, profile::save)
        .get(paths::SKILLS, ANY_FREELANCE, profile::suggestions)
        .get_own(paths::COMPANY, ANY_COMPANY, company::show)
        .post_own(paths::COMPANY, ANY_COMPANY, company::save)
        .get("/logos/{file}", ANYONE, logo::show)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
/// What this room does on events.
pub fn reactions() -> Vec<Reaction> {
    reactions::reactions()
}
/// This room's shelves: certified freelances, in full and as previews.
pub const SHELVES: &[search::Shelf] = &[shelf::FREELANCES, shelf::PREVIEWS];
/// What feeds them.
pub fn feeds() -> Vec<Feed> {
    shelf::feeds()
}

/// What stands beside a freelance's profile.
pub struct Panel {
    /// For the company that looks.
    pub html: web::Html,
    /// Whether it asks for something: a phone then shows the way to it.
    pub asks: bool,
}

/// The slot beside a freelance's full profile, where a company acts (« Ce profil m'intéresse »).
#[async_trait::async_trait]
pub trait Beside: Send + Sync {
    /// What stands beside `freelance` for the company that looks.
    async fn beside(&self, page: &web::Page, freelance: &FreelanceCard) -> Result<Panel, web::Problem>;
}

/// A freelance's profile again, since the rules refused what was tried there: `sentence` stands at its
/// head (409). `None` for whoever may not see it.
///
/// # Errors
/// What the engine says.
pub async fn refused(
    page: &web::Page,
    beside: &dyn Beside,
    freelance: FreelanceId,
    sentence: &'static str,
) -> Result<Option<web::Response>, web::Problem> {
    pages::freelance::refused(page, beside, freelance, sentence).await
}

/// The files that logos lie in; all others may go.
///
/// # Errors
/// What the engine says.
pub async fn files_in_use(db: &impl ConnectionTrait) -> Result<Vec<files::FileId>, db::Error> {
    store::files_in_use(db).await
}

/// How complete a freelance's profile is.
///
/// # Errors
/// What the engine says.
pub async fn freelance_completeness(
    db: &impl ConnectionTrait,
    freelance: FreelanceId,
    lang: i18n::Lang,
) -> Result<Completeness, db::Error> {
    let profile = store::freelance(db, freelance).await?;
    Ok(Completeness::of_freelance(lang, &profile))
}
/// How complete a company's profile is.
///
/// # Errors
/// What the engine says.
pub async fn company_completeness(
    db: &impl ConnectionTrait,
    company: CompanyId,
    lang: i18n::Lang,
) -> Result<Completeness, db::Error> {
    let profile = store::company(db, company).await?;
    Ok(Completeness::of_company(lang, &profile))
}

/// How many freelances anybody may find, in all and in each of [`Category::ALL`], for a home page.
///
/// # Errors
/// When the shelf cannot be read.
pub fn headcount(app: &app::App) -> anyhow::Result<(usize, [usize; 4])> {
    let query = search::Query {
        count: vec!["category"],
        ..search::Query::default()
    };
    let answer = app.library().search(shelf::PREVIEWS.name, &query)?;
    let of = Category::ALL.map(|category| {
        let mut counts = answer.counts.values().flatten();
        counts
            .find(|(code, _)| code == category.code())
            .map_or(0, |(_, many)| *many)
    });
    Ok((answer.total, of))
}

/// Skills like `typed`, for suggestions: canonical labels in the reader's language.
pub fn suggest_skills(typed: &str, lang: i18n::Lang, limit: usize) -> Vec<&'static str> {
    taxonomy::suggest(typed, lang, limit)
}
/// The name under which a skill is written down, when it is a known one: its label as typed, in either
/// language; for any other name, its label in `lang`.
pub fn canonical_skill(name: &str, lang: i18n::Lang) -> Option<&'static str> {
    taxonomy::canonical(name, lang)
}
/// Whether two names mean one skill.
pub fn same_skill(one: &str, other: &str) -> bool {
    taxonomy::is_same(one, other)
}
/// One value for one skill, in whatever language it was written: what shelves and addresses hold.
pub fn skill_value(skill: &str) -> &str {
    taxonomy::find(skill).map_or(skill, |known| known.label(i18n::Lang::Fr))
}
/// What a [`skill_value`] is called in the reader's language.
pub fn skill_label(value: &str, lang: i18n::Lang) -> &str {
    taxonomy::find(value).map_or(value, |known| known.label(lang))
}
/// The skills by every name they go by, for a shelf, so that « k8s » finds « Kubernetes » (R53, R63).
pub fn names_of_skills(skills: &[String]) -> String {
    let mut names = skills.join("\n");
    for skill in skills.iter().filter_map(|skill| taxonomy::find(skill)) {
        for name in skill.names() {
            names.push('\n');
            names.push_str(name);
        }
    }
    names
}

#[cfg(test)]
mod tests;
