//! What is found: two shelves, each holding the open missions of certified companies and no other (I6).
//!
//! `missions` is for certified freelances. `titles` is for everybody else, and holds titles, logos and
//! categories alone (R91): were it one shelf, a visitor could find out whose missions these are by
//! searching for a company's name.

mod feed;

use anyhow::Context;
use app::App;
use chrono::NaiveDate;
use db::Timestamp;
use files::FileId;
use i18n::Lang;
use profiles::{Category, CompanyCard, CompanyId};
use search::{Document, Query, Shelf, TextField};
use serde::{Deserialize, Serialize};

use crate::{Facts, MissionId, Preview, store::Mission};

pub(crate) use feed::feeds;

/// For certified freelances.
pub(crate) const MISSIONS: Shelf = Shelf {
    name: "missions",
    version: 1,
    texts: &[
        TextField {
            name: "title",
            weight: 8.0,
        },
        TextField {
            name: "skills",
            weight: 4.0,
        },
        TextField {
            name: "about",
            weight: 2.0,
        },
        TextField {
            name: "description",
            weight: 1.0,
        },
    ],
    facets: &[
        "category",
        "skill",
        "workplace",
        "canton",
        "duration",
        "experience",
        "payroll",
    ],
    numbers: &["published", "rate", "start"],
};

/// For everybody else.
pub(crate) const TITLES: Shelf = Shelf {
    name: "titles",
    version: 1,
    texts: &[TextField {
        name: "title",
        weight: 1.0,
    }],
    facets: &["category"],
    numbers: &["published"],
};

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
struct TitleCard {
    title: String,
    logo: Option<FileId>,
    category: Category,
}

/// How long missions run, as one filters by (R64).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Duration {
    Short,
    Medium,
    Long,
}

impl Duration {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Duration::Short => "short",
            Duration::Medium => "medium",
            Duration::Long => "long",
        }
    }

    pub(crate) const ALL: [Duration; 3] = [Duration::Short, Duration::Medium, Duration::Long];

    const fn of(months: i64) -> Duration {
        match months {
            ..3 => Duration::Short,
            3..=6 => Duration::Medium,
            7.. => Duration::Long,
        }
    }
}

/// How much experience is asked for, as one filters by (R52).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Experience {
    Junior,
    Confirmed,
    Senior,
}

impl Experience {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Experience::Junior => "junior",
            Experience::Confirmed => "confirmed",
            Experience::Senior => "senior",
        }
    }

    pub(crate) const ALL: [Experience; 3] = [Experience::Junior, Experience::Confirmed, Experience::Senior];

    const fn of(years: i64) -> Experience {
        match years {
            ..4 => Experience::Junior,
            4..=8 => Experience::Confirmed,
            9.. => Experience::Senior,
        }
    }
}

/// The value of the facet `payroll` where payroll is wished (R64).
pub(crate) const WISHED: &str = "yes";

/// A mission on the shelf of certified freelances.
fn found_by_freelances(mission: &Mission, company: &CompanyCard) -> anyhow::Result<Document> {
    let place = mission.place();
    let published_at = published(mission)?;
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
            ("skills", mission.skills.0.join("\n")),
            ("about", about(mission, company)),
            ("description", mission.description.clone()),
        ],
        facets: facets(mission),
        numbers: vec![("published", published_at.timestamp_micros())],
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
    facets.extend(mission.skills.0.iter().map(|one| ("skill", one.as_str())));
    facets.extend(mission.workplace.map(|one| ("workplace", one.code())));
    let canton = mission.place().and_then(|place| place.canton);
    facets.extend(canton.map(|one| ("canton", one.code())));
    facets.extend(mission.months.map(|one| ("duration", Duration::of(one).code())));
    facets.push(("experience", Experience::of(mission.experience_years).code()));
    facets.extend(mission.payroll.then_some(("payroll", WISHED)));
    facets
        .into_iter()
        .map(|(facet, value)| (facet, value.to_owned()))
        .collect()
}

/// A mission on the shelf of everybody else.
fn found_by_anyone(mission: &Mission, company: &CompanyCard) -> anyhow::Result<Document> {
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
fn excerpt(description: &str) -> String {
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

/// Titles as everyone may see them, and how many there are in all.
pub(crate) fn previews(app: &App, query: &Query) -> anyhow::Result<(Vec<Preview>, search::Answer)> {
    let answer = app.library().search(TITLES.name, query)?;
    let previews = answer.hits.iter().map(|hit| {
        let card: TitleCard = serde_json::from_slice(&hit.card)?;
        Ok(Preview {
            id: MissionId(hit.id),
            title: card.title,
            logo: card.logo,
            category: card.category,
        })
    });
    Ok((previews.collect::<anyhow::Result<_>>()?, answer))
}

#[cfg(test)]
mod tests;
