//! « Recherchez une mission » (R43, R52, R53, R63, R64). Everything comes from the shelf: the page reads
//! no table.

mod asked;
mod facets;
mod lines;

use app::App;
use askama::Template;
use certification::rights::{FREELANCE, STAFF};
use search::{Answer as Found, Query};
use web::{Answer, Page};

pub(crate) use asked::{Asked, HIGHEST_RATE, Sort};
use facets::{COUNTED, Facet, cantons, facets};
use lines::Line;

use super::{pager::Pager, previews};
use crate::{
    paths,
    shelf::{Duration, Experience, MISSIONS},
    words::{Words, words},
};

/// Missions on a page.
const SIZE: usize = 20;

#[derive(Template)]
#[template(path = "pages/search/search.html", blocks = ["search"])]
struct Search<'a> {
    page: &'a Page,
    w: &'static Words,
    asked: Asked,
    facets: [Facet; 6],
    cantons: Vec<(&'static str, String)>,
    chips: Vec<Chip>,
    total: usize,
    note: Option<&'static str>,
    lines: Vec<Line>,
    pager: Option<Pager>,
    empty: Option<Empty>,
}

/// A filter that is on, and the search without it.
struct Chip {
    label: String,
    href: String,
}

/// What to try when nothing was found (R53).
struct Empty {
    wider: Vec<Chip>,
    related: Vec<Chip>,
    profile: bool,
}

/// Shows the search to those who may see missions, and previews to everybody else (R35, R91).
pub(crate) async fn show(page: Page) -> Answer {
    let asked = Asked::parse(page.query());
    let viewer = page.viewer();
    if !viewer.is_cleared(FREELANCE) && !viewer.is(STAFF) {
        return previews::list(&page, asked);
    }
    let search = load(&page, asked)?;
    if page.wants_part() {
        page.show(&search.as_search())
    } else {
        page.show(&search)
    }
}

fn load(page: &Page, mut asked: Asked) -> anyhow::Result<Search<'_>> {
    let w = words(page.lang());
    let mut answer = find(page.app(), &asked.query(SIZE, COUNTED))?;
    if answer.hits.is_empty() && answer.total > 0 {
        // There are fewer pages than the address says: the last one is meant.
        asked.page = answer.total.div_ceil(SIZE);
        answer = find(page.app(), &asked.query(SIZE, COUNTED))?;
    }
    let lines = answer.hits.iter().map(|hit| Line::read(page, w, hit));
    Ok(Search {
        page,
        w,
        facets: facets(&w.search, page.lang(), &answer, &asked),
        cantons: cantons(&w.search, &answer, &asked),
        chips: chips(page, w, &asked),
        total: answer.total,
        note: match answer.found {
            _ if answer.total == 0 => None,
            search::Found::Exactly => None,
            search::Found::Respelled => Some(w.search.respelled),
            search::Found::Partly => Some(w.search.partly),
        },
        lines: lines.collect::<anyhow::Result<_>>()?,
        pager: Pager::new(page, &asked, answer.total, SIZE),
        empty: match answer.total {
            0 => Some(empty(page, w, &asked)?),
            _ => None,
        },
        asked,
    })
}

fn find(app: &App, query: &Query) -> anyhow::Result<Found> {
    app.library().search(MISSIONS.name, query)
}

fn chips(page: &Page, w: &Words, asked: &Asked) -> Vec<Chip> {
    let filters = asked.filters().into_iter();
    filters
        .map(|(name, value)| Chip {
            href: paths::search(&asked.without(name, &value).to_query()),
            label: label(page, w, name, value),
        })
        .collect()
}

/// A filter in words.
fn label(page: &Page, w: &Words, name: &str, value: String) -> String {
    let (lang, s) = (page.lang(), &w.search);
    let said = match name {
        "category" => profiles::Category::parse(&value).map(|one| one.name(lang)),
        "workplace" => crate::Workplace::parse(&value).map(w.facts.workplace),
        "canton" => swiss::Canton::parse(&value).map(s.canton_name),
        "duration" => Duration::ALL
            .into_iter()
            .find(|one| one.code() == value)
            .map(s.durations),
        "experience" => Experience::ALL
            .into_iter()
            .find(|one| one.code() == value)
            .map(s.experiences),
        "payroll" => Some(s.payroll),
        "rate_from" => return (s.rate_chip)(&lang.chf(value.parse().unwrap_or_default())),
        _ => None,
    };
    said.map_or(value, str::to_owned)
}

/// Wider filters, words that mean nearly the same, and the profile (R53).
fn empty(page: &Page, w: &Words, asked: &Asked) -> anyhow::Result<Empty> {
    let lang = page.lang();
    let mut wider = Vec::new();
    for (name, value) in asked.filters() {
        let fewer = asked.without(name, &value);
        let total = find(page.app(), &fewer.query(0, &[]))?.total;
        if total > 0 {
            let label = label(page, w, name, value);
            let count = lang.number(i64::try_from(total).unwrap_or(i64::MAX));
            wider.push(Chip {
                label: (w.search.empty.without)(&label, &count),
                href: paths::search(&fewer.to_query()),
            });
        }
    }
    Ok(Empty {
        wider,
        related: related(page, asked)?,
        profile: page.viewer().is(FREELANCE),
    })
}

/// Skills like the words typed that some mission asks for.
fn related(page: &Page, asked: &Asked) -> anyhow::Result<Vec<Chip>> {
    const MOST: usize = 5;
    let mut related: Vec<Chip> = Vec::new();
    let whole = std::iter::once(asked.text.as_str());
    let words = asked
        .text
        .split_whitespace()
        .filter(|word| word.chars().count() > 2);
    for typed in whole.chain(words.take(6)).filter(|typed| !typed.is_empty()) {
        for skill in profiles::suggest_skills(typed, page.lang(), MOST) {
            let other = Asked {
                text: skill.to_owned(),
                page: 1,
                ..Asked::default()
            };
            let known = related.iter().any(|chip| chip.label == skill) || asked.text == skill;
            if related.len() < MOST && !known && find(page.app(), &other.query(0, &[]))?.total > 0 {
                related.push(Chip {
                    label: skill.to_owned(),
                    href: paths::search(&other.to_query()),
                });
            }
        }
    }
    Ok(related)
}

impl Search<'_> {
    fn count(&self) -> String {
        let total = i64::try_from(self.total).unwrap_or(i64::MAX);
        self.page.lang().number(total)
    }
    fn noun(&self) -> &'static str {
        (self.w.search.missions)(self.total as u64)
    }
    fn show_label(&self) -> String {
        (self.w.search.show)(&self.count(), self.total as u64)
    }
    fn sorts(&self) -> [(Sort, &'static str); 4] {
        let s = &self.w.search;
        Sort::ALL.map(|sort| {
            let label = match sort {
                Sort::Relevance => s.by_relevance,
                Sort::Newest => s.by_newest,
                Sort::Rate => s.by_rate,
                Sort::Start => s.by_start,
            };
            (sort, label)
        })
    }
    fn rate_from(&self) -> String {
        self.asked
            .rate_from
            .map(|rate| rate.to_string())
            .unwrap_or_default()
    }
    fn canton(&self) -> &'static str {
        self.asked.canton.map_or("", swiss::Canton::code)
    }
}

#[cfg(test)]
mod tests;
