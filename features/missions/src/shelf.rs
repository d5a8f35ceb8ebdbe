//! What is found: two shelves, each holding the open missions of certified companies and no other (I6).
//!
//! `missions` is for certified freelances. `titles` is for everybody else, and holds titles, logos and
//! categories alone (R91): were it one shelf, a visitor could find out whose missions these are by
//! searching for a company's name.

mod complete;
mod document;
mod feed;
mod terms;

use app::App;
use search::{Query, Shelf, TextField};

use crate::{MissionId, Preview};

use document::TitleCard;
pub(crate) use document::{Card, first_category};
pub(crate) use feed::feeds;
pub(crate) use terms::{Duration, WISHED};

/// For certified freelances.
pub(crate) const MISSIONS: Shelf = Shelf {
    name: "missions",
    version: 3,
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
    numbers: &["visibility", "published", "rate", "start"],
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
