//! Certified freelances for everyone who may not see more (R40, I11): categories, town and five skills.
//! Nothing on this page leads to a person.

use askama::Template;
use search::{Filter, Query};
use web::{Answer, Motif, Page, Pager, PagerRow, chrome::Link};

use crate::{
    Category, paths,
    shelf::{self, Preview},
    taxonomy,
    words::{PreviewsPage, Words, words},
};
use certification::rights::{COMPANY, FREELANCE};

/// Previews on a page.
const PER_PAGE: usize = 12;
/// Characters of a text that are read.
const MOST_CHARS: usize = 100;
/// Towns and skills proposed while one types.
const TOWNS: usize = 40;
const SKILLS: usize = 80;

#[derive(Template)]
#[template(path = "pages/previews/previews.html", blocks = ["results"])]
struct Previews<'a> {
    page: &'a Page,
    w: &'static Words,
    wanted: Wanted,
    pager: Pager,
    categories: Vec<(&'static str, String, bool)>,
    towns: Vec<String>,
    talents: Vec<Talent>,
    /// What opens the rest to this viewer.
    more: Option<(&'static str, Link)>,
}

/// One preview. It has no name, no key, no address.
struct Talent {
    motif: Motif,
    title: String,
    city: String,
    skills: Vec<String>,
}

/// What is looked for. Whatever cannot be read is no filter.
#[derive(Debug, Default, PartialEq)]
struct Wanted {
    category: Option<Category>,
    /// As typed; it filters when it names a place.
    city: String,
    skill: String,
    page: usize,
}

impl Wanted {
    fn read(query: &str) -> Wanted {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let mut wanted = Wanted {
            page: 1,
            ..Wanted::default()
        };
        for (name, value) in &pairs {
            let text: String = value.trim().chars().take(MOST_CHARS).collect();
            match name.as_str() {
                "category" => wanted.category = Category::parse(&text),
                "city" => wanted.city = text,
                "q" => wanted.skill = text,
                "page" => wanted.page = text.parse().unwrap_or(1),
                _ => {}
            }
        }
        wanted
    }

    fn href(&self, page: usize) -> String {
        let category = self.category.map(|one| ("category", one.code().to_owned()));
        let texts = [("city", self.city.clone()), ("q", self.skill.clone())];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let page = (page > 1).then(|| ("page", page.to_string()));
        let pairs: Vec<_> = category.into_iter().chain(texts).chain(page).collect();
        paths::freelances(&serde_html_form::to_string(&pairs).unwrap_or_default())
    }

    fn query(&self, offset: usize) -> Query {
        let filter = |facet, any: Option<&str>| Filter {
            facet,
            any: any.map(str::to_owned).into_iter().collect(),
        };
        let town = swiss::places::exact(&self.city).map(|place| place.name);
        Query {
            text: self.skill.clone(),
            filters: vec![
                filter("category", self.category.map(Category::code)),
                filter("city", town),
            ],
            offset,
            limit: PER_PAGE,
            count: shelf::PREVIEWS.facets.to_vec(),
            ..Query::default()
        }
    }
}

/// Shows previews, or the part of the page that changes.
pub(crate) fn show(page: &Page) -> Answer {
    let previews = load(page)?;
    if page.wants_part() {
        page.show(&previews.as_results())
    } else {
        page.show(&previews)
    }
}

fn load(page: &Page) -> anyhow::Result<Previews<'_>> {
    let (w, lang) = (words(page.lang()), page.lang());
    let wanted = Wanted::read(page.query());
    let (pager, answer) = Pager::find(wanted.page, PER_PAGE, |skip| {
        let answer = shelf::search_previews(page.app(), &wanted.query(skip))?;
        anyhow::Ok((answer.total, answer))
    })?;
    let talents = answer.hits.iter().map(|hit| {
        let preview: Preview = serde_json::from_slice(&hit.card)?;
        let names: Vec<&str> = preview.categories.iter().map(|one| one.name(lang)).collect();
        let first = preview.categories.first().copied().unwrap_or(Category::Business);
        Ok(Talent {
            motif: first.motif(),
            title: names.join(", "),
            city: preview.city,
            skills: preview.skills,
        })
    });
    let counts = |facet| answer.counts.get(facet).map_or(&[][..], Vec::as_slice);
    let categories = Category::ALL.map(|category| {
        let counted = counts("category")
            .iter()
            .find(|(value, _)| value == category.code());
        let label = (w.previews.counted)(category.name(lang), counted.map_or(0, |(_, n)| *n));
        (category.code(), label, wanted.category == Some(category))
    });
    let towns = counts("city").iter().take(TOWNS).map(|(town, _)| town.clone());
    Ok(Previews {
        categories: categories.into(),
        towns: towns.collect(),
        talents: talents.collect::<anyhow::Result<_>>()?,
        more: more(page, &w.previews),
        page,
        w,
        wanted,
        pager,
    })
}

/// A visitor signs up, a company has itself certified; a freelance never sees more (A12).
fn more(page: &Page, w: &PreviewsPage) -> Option<(&'static str, Link)> {
    match page.member() {
        None => Some((w.for_visitors, page.chrome().sign_up)),
        Some(member) if member.role == COMPANY => {
            let href = certification::paths::CERTIFICATION.to_owned();
            Some((
                w.for_companies,
                Link {
                    href,
                    label: w.certify,
                },
            ))
        }
        Some(member) if member.role == FREELANCE => {
            let href = paths::PROFILE.to_owned();
            Some((
                w.for_freelances,
                Link {
                    href,
                    label: w.my_profile,
                },
            ))
        }
        Some(_) => None,
    }
}

impl Previews<'_> {
    fn p(&self) -> &'static PreviewsPage {
        &self.w.previews
    }
    fn skills(&self) -> Vec<&'static str> {
        taxonomy::usual(self.page.lang(), SKILLS)
    }
    fn row(&self) -> PagerRow<'_> {
        self.pager.row(self.page, |page| self.wanted.href(page))
    }
    fn is_filtered(&self) -> bool {
        self.wanted.category.is_some() || !self.wanted.city.is_empty() || !self.wanted.skill.is_empty()
    }
}

#[cfg(test)]
mod tests;
