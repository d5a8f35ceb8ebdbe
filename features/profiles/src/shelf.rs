//! What is found: two shelves, each holding the profiles of certified freelances and no other (R32, R34).
//!
//! `freelances` is for certified companies and staff. `previews` is for everybody else, and holds
//! categories, towns and five skills alone (R40, I11): were it one shelf, a visitor could find out what
//! a description says by searching for its words.

mod feed;

use app::App;
use i18n::Lang;
use search::{Document, Query, Shelf, TextField};
use serde::{Deserialize, Serialize};
use swiss::Place;

use crate::{
    Category, Completeness, Level, names_of_skills,
    profile::{FreelanceProfile, KEY_SKILLS, Written, city},
    skill_value,
    tongue::Tongue,
};

pub(crate) use feed::feeds;

/// For certified companies and staff.
pub(crate) const FREELANCES: Shelf = Shelf {
    name: "freelances",
    version: 3,
    texts: &[
        TextField {
            name: "headline",
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
    facets: &["category", "skill", "canton", "level", "language", "payroll"],
    numbers: &["visibility", "updated", "rate", "experience"],
};

/// For everybody else.
pub(crate) const PREVIEWS: Shelf = Shelf {
    name: "previews",
    version: 1,
    texts: &[TextField {
        name: "skills",
        weight: 1.0,
    }],
    facets: &["category", "city"],
    numbers: &["updated"],
};

/// The value of the facet `payroll` for those who welcome it.
pub(crate) const WELCOME: &str = "yes";

/// What a line of results is drawn from, for those who may see the full profile.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Card {
    pub name: String,
    pub headline: String,
    pub city: String,
    pub excerpt: String,
    pub skills: Vec<String>,
    pub categories: Vec<Category>,
    pub day_rate: Option<i64>,
    pub experience: Option<i64>,
}

/// All that anybody may see (R40).
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Preview {
    pub categories: Vec<Category>,
    pub city: String,
    pub skills: Vec<String>,
}

/// So many characters of the description stand in a line of results.
const EXCERPT: usize = 240;

/// A freelance on the shelf of companies.
fn found_by_companies((id, updated, profile): &Written, name: &str) -> anyhow::Result<Document> {
    let card = Card {
        name: name.to_owned(),
        headline: profile.headline.clone(),
        city: city(profile.place),
        excerpt: excerpt(&profile.description),
        skills: profile.skills.clone(),
        categories: profile.categories.clone(),
        day_rate: profile.day_rate,
        experience: profile.experience,
    };
    let rate = profile.day_rate.map(|rate| ("rate", rate));
    let experience = profile.experience.map(|years| ("experience", years));
    // The percents are the same in every language.
    let complete = Completeness::of_freelance(Lang::Fr, profile).percent();
    let clocks = [
        ("visibility", Completeness::visibility(*updated, complete)),
        ("updated", updated.timestamp_micros()),
    ];
    Ok(Document {
        id: id.0,
        texts: vec![
            ("headline", profile.headline.clone()),
            ("skills", names_of_skills(&profile.skills)),
            ("about", about(profile)),
            ("description", profile.description.clone()),
        ],
        facets: facets(profile),
        numbers: clocks.into_iter().chain(rate).chain(experience).collect(),
        card: serde_json::to_vec(&card)?,
    })
}

/// A freelance on the shelf of everybody else. The key stays in the index: no page prints it.
fn found_by_anyone((id, updated, profile): &Written, _: &str) -> anyhow::Result<Document> {
    let preview = Preview {
        categories: profile.categories.clone(),
        city: city(profile.place),
        skills: profile.skills.iter().take(KEY_SKILLS).cloned().collect(),
    };
    let categories = profile
        .categories
        .iter()
        .map(|one| ("category", one.code().to_owned()));
    let town = profile.place.map(|place| ("city", place.name.to_owned()));
    Ok(Document {
        id: id.0,
        texts: vec![("skills", names_of_skills(&preview.skills))],
        facets: categories.chain(town).collect(),
        numbers: vec![("updated", updated.timestamp_micros())],
        card: serde_json::to_vec(&preview)?,
    })
}

/// What else finds somebody (R113): sector, level and place, in all languages.
fn about(profile: &FreelanceProfile) -> String {
    let mut about: Vec<&str> = Vec::new();
    for category in &profile.categories {
        about.extend(Lang::ALL.map(|lang| category.name(lang)));
        about.push(category.searched_as());
    }
    about.extend(profile.experience.map(|years| Level::of(years).searched_as()));
    for tongue in &profile.languages {
        about.extend(Lang::ALL.map(|lang| tongue.name(lang)));
    }
    about.extend(profile.place.into_iter().flat_map(names_of_place));
    about.join("\n")
}

fn names_of_place(place: &'static Place) -> Vec<&'static str> {
    let mut names = vec![place.name];
    if let Some(canton) = place.canton {
        let named = canton.names();
        names.extend([named.fr, named.de, named.it, named.en]);
    }
    names
}

fn facets(profile: &FreelanceProfile) -> Vec<(&'static str, String)> {
    let mut facets: Vec<(&'static str, &str)> = Vec::new();
    facets.extend(profile.categories.iter().map(|one| ("category", one.code())));
    facets.extend(profile.skills.iter().map(|one| ("skill", skill_value(one))));
    let canton = profile.place.and_then(|place| place.canton);
    facets.extend(canton.map(|one| ("canton", one.code())));
    facets.extend(profile.experience.map(|one| ("level", Level::of(one).code())));
    facets.extend(
        profile
            .languages
            .iter()
            .map(|one: &Tongue| ("language", one.code())),
    );
    facets.extend(profile.payroll.then_some(("payroll", WELCOME)));
    facets
        .into_iter()
        .map(|(facet, value)| (facet, value.to_owned()))
        .collect()
}

/// The beginning of a text on one line, cut between words.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= EXCERPT {
        return line;
    }
    let cut: String = line.chars().take(EXCERPT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// What the shelf of companies answers.
pub(crate) fn search(app: &App, query: &Query) -> anyhow::Result<search::Answer> {
    app.library().search(FREELANCES.name, query)
}

/// What the shelf of everybody else answers.
pub(crate) fn search_previews(app: &App, query: &Query) -> anyhow::Result<search::Answer> {
    app.library().search(PREVIEWS.name, query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_between_words() {
        assert_eq!(excerpt("  Un\n\ntexte  court "), "Un texte court");
        let long = "abcde ".repeat(60);
        let cut = excerpt(&long);
        assert!(cut.ends_with("abcde…") && cut.chars().count() <= EXCERPT + 1);
        assert_eq!(excerpt(&"é".repeat(300)).chars().count(), EXCERPT + 1);
    }
}
