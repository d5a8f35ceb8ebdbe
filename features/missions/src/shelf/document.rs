//! A mission as it is written on a shelf, and the cards that come back from there.

use anyhow::Context;
use chrono::NaiveDate;
use db::Timestamp;
use files::FileId;
use i18n::Lang;
use profiles::{Category, CompanyCard, CompanyId, Completeness, Level};
use search::Document;
use serde::{Deserialize, Serialize};

use super::{
    complete::percent,
    terms::{Duration, WISHED},
};
use crate::{Facts, store::Mission};

/// What a line of results is drawn from.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Card {
    pub title: String,
    pub company: CompanyId,
    pub company_name: String,
    pub logo: Option<FileId>,
    pub city: String,
    pub facts: Facts,
    pub day_rate: Option<i64>,
    pub excerpt: String,
    pub skills: Vec<String>,
    pub published_at: Timestamp,
}

/// All that anybody may see.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TitleCard {
    pub title: String,
    pub logo: Option<FileId>,
    pub category: Category,
}

/// A mission on the shelf of certified freelances.
pub(super) fn found_by_freelances(mission: &Mission, company: &CompanyCard) -> anyhow::Result<Document> {
    let place = mission.place();
    let published_at = published(mission)?;
    let complete = percent(mission, company.complete);
    let card = Card {
        title: mission.title.clone(),
        company: company.id,
        company_name: company.name.clone(),
        logo: company.logo,
        city: place.map_or_else(String::new, |place| place.name.to_owned()),
        facts: mission.facts(),
        day_rate: mission.day_rate,
        excerpt: excerpt(&mission.description),
        skills: mission.skills.0.clone(),
        published_at,
    };
    let mut document = Document {
        id: mission.id.0,
        texts: vec![
            ("title", mission.title.clone()),
            ("skills", profiles::names_of_skills(&mission.skills.0)),
            ("about", about(mission, company)),
            ("description", mission.description.clone()),
        ],
        facets: facets(mission),
        numbers: vec![
            ("visibility", Completeness::visibility(published_at, complete)),
            ("published", published_at.timestamp_micros()),
        ],
        card: serde_json::to_vec(&card)?,
    };
    // « Dès que possible » begins with the publication.
    let start = mission.start_day.unwrap_or_else(|| published_at.date_naive());
    document
        .numbers
        .push(("start", (start - NaiveDate::default()).num_days()));
    document
        .numbers
        .extend(mission.day_rate.map(|rate| ("rate", rate)));
    Ok(document)
}

/// A sector or a type of mission finds it too (R63): company, place and categories, in all languages.
fn about(mission: &Mission, company: &CompanyCard) -> String {
    let mut about = vec![company.name.as_str(), company.sector.as_str()];
    for category in &mission.categories.0 {
        about.extend(Lang::ALL.map(|lang| category.name(lang)));
        about.push(category.searched_as());
    }
    if let Some(place) = mission.place() {
        about.push(place.name);
        if let Some(canton) = place.canton {
            let names = canton.names();
            about.extend([names.fr, names.de, names.it, names.en]);
        }
    }
    about.join("\n")
}

fn facets(mission: &Mission) -> Vec<(&'static str, String)> {
    let mut facets: Vec<(&'static str, &str)> = Vec::new();
    facets.extend(mission.categories.0.iter().map(|one| ("category", one.code())));
    facets.extend(
        mission
            .skills
            .0
            .iter()
            .map(|one| ("skill", profiles::skill_value(one))),
    );
    facets.extend(mission.workplace.map(|one| ("workplace", one.code())));
    let canton = mission.place().and_then(|place| place.canton);
    facets.extend(canton.map(|one| ("canton", one.code())));
    facets.extend(mission.months.map(|one| ("duration", Duration::of(one).code())));
    facets.push(("experience", Level::of(mission.experience_years).code()));
    facets.extend(mission.payroll.then_some(("payroll", WISHED)));
    facets
        .into_iter()
        .map(|(facet, value)| (facet, value.to_owned()))
        .collect()
}

/// A mission on the shelf of everybody else.
pub(super) fn found_by_anyone(mission: &Mission, company: &CompanyCard) -> anyhow::Result<Document> {
    let card = TitleCard {
        title: mission.title.clone(),
        logo: company.logo,
        category: first_category(mission),
    };
    let categories = mission.categories.0.iter();
    Ok(Document {
        id: mission.id.0,
        texts: vec![("title", mission.title.clone())],
        facets: categories
            .map(|one| ("category", one.code().to_owned()))
            .collect(),
        numbers: vec![("published", published(mission)?.timestamp_micros())],
        card: serde_json::to_vec(&card)?,
    })
}

/// What stands in for a missing logo.
pub(crate) fn first_category(mission: &Mission) -> Category {
    mission
        .categories
        .0
        .first()
        .copied()
        .unwrap_or(Category::Business)
}

fn published(mission: &Mission) -> anyhow::Result<Timestamp> {
    mission
        .published_at
        .with_context(|| format!("open, but never published: {}", mission.id))
}

/// The beginning of a description, on one line, ended at a word.
pub(super) fn excerpt(description: &str) -> String {
    const MOST: usize = 190;
    let line = description.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let cut: String = line.chars().take(MOST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!(
        "{}…",
        cut[..end].trim_end_matches([',', ';', ':', '.', ' ', '\u{a0}'])
    )
}
