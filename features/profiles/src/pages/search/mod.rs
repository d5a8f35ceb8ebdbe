//! « Chercher un freelance » (R85, R99, R113, R114): drawn from the shelf alone, no table is read.

mod facets;
mod wanted;

use askama::Template;
use i18n::Lang;
use search::Found;
use web::{Answer, Avatar, Page, Pager, PagerRow};

use crate::{
    FreelanceId, paths,
    shelf::{self, Card},
    taxonomy,
    words::{SearchPage, Words, words},
};
use facets::{Chip, Facet};
use wanted::{Order, PER_PAGE, Wanted};

/// How many other words are proposed when nothing was found.
const SYNONYMS: usize = 4;

#[derive(Template)]
#[template(path = "pages/search/search.html", blocks = ["search"])]
struct Search<'a> {
    page: &'a Page,
    w: &'static Words,
    wanted: Wanted,
    pager: Pager,
    found: Found,
    facets: Vec<Facet>,
    chips: Vec<Chip>,
    lines: Vec<Line>,
    /// When nothing was found: how many there are without filters, and other words to try.
    without_filters: usize,
    synonyms: Vec<(&'static str, String)>,
}

/// One freelance among the results.
struct Line {
    href: String,
    avatar: Avatar,
    name: String,
    facts: Vec<String>,
    excerpt: String,
    /// Skills, and whether they were looked for.
    skills: Vec<(String, bool)>,
    rate: Option<String>,
    experience: Option<String>,
}

/// Shows what is found, or the part of the page that changes.
pub(crate) fn show(page: &Page) -> Answer {
    let search = load(page)?;
    if page.wants_part() {
        page.show(&search.as_search())
    } else {
        page.show(&search)
    }
}

fn load(page: &Page) -> anyhow::Result<Search<'_>> {
    let (w, lang) = (words(page.lang()), page.lang());
    let mut wanted = Wanted::read(page.query());
    let (pager, answer) = Pager::find(wanted.page, PER_PAGE, |skip| {
        let answer = shelf::search(page.app(), &wanted.query(skip))?;
        anyhow::Ok((answer.total, answer))
    })?;
    wanted.page = pager.page;
    let chips = facets::chips(&wanted, w, lang);
    let nothing = answer.total == 0;
    let without_filters = if nothing && !chips.is_empty() {
        shelf::search(page.app(), &wanted.unfiltered().query(0))?.total
    } else {
        0
    };
    let lines = answer.hits.iter().map(|hit| {
        let card: Card = serde_json::from_slice(&hit.card)?;
        Ok(line(FreelanceId(hit.id), card, &wanted, w, lang))
    });
    Ok(Search {
        page,
        w,
        facets: facets::facets(&wanted, &answer.counts, w, lang),
        lines: lines.collect::<anyhow::Result<_>>()?,
        synonyms: if nothing {
            synonyms(&wanted, lang)
        } else {
            Vec::new()
        },
        found: answer.found,
        wanted,
        pager,
        chips,
        without_filters,
    })
}

fn line(id: FreelanceId, card: Card, wanted: &Wanted, w: &Words, lang: Lang) -> Line {
    let categories = card.categories.iter().map(|one| one.name(lang).to_owned());
    let facts = [card.headline, card.city].into_iter().chain(categories);
    Line {
        href: paths::freelance(id),
        avatar: Avatar::new(&card.name, id.0),
        name: card.name,
        facts: facts.filter(|fact| !fact.is_empty()).collect(),
        excerpt: card.excerpt,
        skills: card
            .skills
            .into_iter()
            .map(|skill| {
                let hit = wanted::is_hit(&skill, wanted);
                (skill, hit)
            })
            .collect(),
        rate: card.day_rate.map(|rate| lang.chf(rate)),
        experience: card.experience.map(w.years),
    }
}

/// Skills that are called nearly so, as searches of their own (R53).
fn synonyms(wanted: &Wanted, lang: Lang) -> Vec<(&'static str, String)> {
    let mut labels: Vec<&'static str> = Vec::new();
    let known = taxonomy::find(&wanted.text).map(|skill| skill.label(lang));
    labels.extend(known);
    for word in wanted
        .text
        .split_whitespace()
        .filter(|word| word.chars().count() > 2)
    {
        labels.extend(taxonomy::suggest(word, lang, SYNONYMS));
    }
    let asked = taxonomy::fold(&wanted.text);
    labels.retain(|label| taxonomy::fold(label) != asked);
    labels.sort_unstable();
    labels.dedup();
    labels.truncate(SYNONYMS);
    let search = |label: &str| {
        wanted
            .unfiltered()
            .with(|one| label.clone_into(&mut one.text))
            .href()
    };
    labels.iter().map(|label| (*label, search(label))).collect()
}

impl Search<'_> {
    fn s(&self) -> &'static SearchPage {
        &self.w.search
    }
    fn orders(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        Order::ALL.into_iter().map(|order| {
            let label = (self.w.search.order)(order.code());
            (order.code(), label, order == self.wanted.order)
        })
    }
    fn clear(&self) -> String {
        self.wanted.unfiltered().href()
    }
    fn without_text(&self) -> String {
        self.wanted.with(|wanted| wanted.text.clear()).href()
    }
    fn row(&self) -> PagerRow<'_> {
        let href = |page| self.wanted.with(|wanted| wanted.page = page).href();
        self.pager.row(self.page, href)
    }
    /// Said when the results only come close to what was asked.
    fn nearly(&self) -> Option<&'static str> {
        match self.found {
            Found::Exactly => None,
            Found::Respelled => Some(self.w.search.respelled),
            Found::Partly => Some(self.w.search.partly),
        }
    }
    fn rate_from(&self) -> String {
        self.wanted
            .rate_from
            .map_or_else(String::new, |rate| rate.to_string())
    }
    fn rate_to(&self) -> String {
        self.wanted
            .rate_to
            .map_or_else(String::new, |rate| rate.to_string())
    }
}

#[cfg(test)]
mod tests;
