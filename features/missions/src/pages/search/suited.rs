//! Missions for the skills somebody has, for the page they come home to.

use askama::Template;
use search::{Direction, Filter, Query, Sort};
use web::{Html, Page, Problem};

use super::{find, lines::Line};
use crate::{
    MissionId, Suited,
    words::{Words, words},
};

/// Of so many of the newest, those come first that ask for the most of the skills.
const LOOKED_AT: usize = 50;

#[derive(Template)]
#[template(path = "pages/search/suited.html")]
struct List<'a> {
    w: &'static Words,
    lines: Vec<Line>,
    skills: &'a [String],
}

/// At most `most` open missions that ask for one of `skills`, and how many there are.
pub(crate) fn suited(
    page: &Page,
    skills: &[String],
    known: &[MissionId],
    most: usize,
) -> Result<Suited, Problem> {
    if skills.is_empty() {
        return Ok(Suited::default());
    }
    let values = skills.iter().map(|skill| profiles::skill_value(skill).to_owned());
    let found = find(
        page.app(),
        &Query {
            filters: vec![Filter {
                facet: "skill",
                any: values.collect(),
            }],
            sort: Sort::Number("published", Direction::Descending),
            limit: LOOKED_AT,
            ..Query::default()
        },
    )?;
    let w = words(page.lang());
    let fresh = found
        .hits
        .iter()
        .filter(|hit| !known.contains(&MissionId(hit.id)));
    let lines = fresh.map(|hit| Line::read(page, w, hit));
    let mut lines = lines.collect::<anyhow::Result<Vec<Line>>>()?;
    lines.sort_by_cached_key(|line| std::cmp::Reverse(line.skills(skills).filter(|(_, hit)| *hit).count()));
    lines.truncate(most);
    Ok(Suited {
        total: found.total,
        list: match lines.is_empty() {
            true => None,
            false => Some(Html::of(&List { w, lines, skills })?),
        },
    })
}
