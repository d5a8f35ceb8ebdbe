//! « Recherchez une mission » (R43, R52, R53, R63, R64). Everything comes from the shelf: the page reads
//! no table.

mod asked;
mod chips;
mod facets;
mod lines;
mod suited;

use std::{sync::Arc, time::Duration};

use app::App;
use askama::Template;
use certification::rights::{FREELANCE, STAFF};
use i18n::Lang;
use search::{Answer as Found, Query};
use web::{Answer, Html, Page, Pager, PagerRow, Problem};

pub(crate) use asked::{Asked, HIGHEST_RATE, Sort};
use chips::{Chip, Empty, chips, empty};
use facets::{COUNTED, Facet, cantons, facets};
use lines::Line;
pub(crate) use suited::suited;

use super::previews;
use crate::{
    shelf::MISSIONS,
    words::{Words, words},
};

/// Missions on a page.
const SIZE: usize = 20;

#[derive(Template)]
#[template(path = "pages/search/search.html")]
struct Search<'a> {
    page: &'a Page,
    w: &'static Words,
    form: Arc<Html>,
}

/// Filters and results: what changes with the search, and all of it.
#[derive(Template)]
#[template(path = "pages/search/form.html")]
struct Form<'a> {
    page: &'a Page,
    w: &'static Words,
    asked: Asked,
    facets: [Facet; 6],
    cantons: Vec<(&'static str, String)>,
    chips: Vec<Chip>,
    total: usize,
    note: Option<&'static str>,
    lines: Vec<Line>,
    row: PagerRow<'a>,
    empty: Option<Empty>,
}

/// The form alone, for the page's script.
#[derive(Template)]
#[template(source = "{{ form }}", ext = "html")]
struct Part {
    form: Arc<Html>,
}

/// Forms drawn lately. All who may search see the same, so one drawing serves them all, until the shelf
/// changes or « il y a 5 min » would.
#[derive(Clone)]
pub(crate) struct Drawn(moka::sync::Cache<Drawing, Arc<Html>>);

/// What a form looks like depends on.
#[derive(PartialEq, Eq, Hash)]
struct Drawing {
    query: String,
    lang: Lang,
    freelance: bool,
    generation: u64,
    minute: i64,
}

impl Drawn {
    /// Nothing yet.
    pub(crate) fn new() -> Drawn {
        let cache = moka::sync::Cache::builder()
            .max_capacity(500)
            .time_to_live(Duration::from_secs(60));
        Drawn(cache.build())
    }

    fn form(&self, page: &Page, asked: Asked) -> Result<Arc<Html>, Problem> {
        let drawing = Drawing {
            query: asked.to_query(),
            lang: page.lang(),
            freelance: page.viewer().is(FREELANCE),
            generation: page.app().library().generation(MISSIONS.name)?,
            minute: page.now().timestamp() / 60,
        };
        if let Some(form) = self.0.get(&drawing) {
            return Ok(form);
        }
        let form = Arc::new(Html::of(&load(page, asked)?)?);
        self.0.insert(drawing, form.clone());
        Ok(form)
    }
}

/// Shows the search to those who may see missions, and previews to everybody else (R35, R91).
pub(crate) async fn show(page: Page, drawn: Drawn) -> Answer {
    let asked = Asked::parse(page.query());
    let viewer = page.viewer();
    if !viewer.is_cleared(FREELANCE) && !viewer.is(STAFF) {
        return previews::list(&page, asked);
    }
    let form = drawn.form(&page, asked)?;
    if page.wants_part() {
        page.show(&Part { form })
    } else {
        page.show(&Search {
            page: &page,
            w: words(page.lang()),
            form,
        })
    }
}

fn load(page: &Page, mut asked: Asked) -> anyhow::Result<Form<'_>> {
    let w = words(page.lang());
    let (pager, answer) = Pager::find(asked.page, SIZE, |skip| {
        let answer = find(page.app(), &asked.query(skip, SIZE, COUNTED))?;
        anyhow::Ok((answer.total, answer))
    })?;
    asked.page = pager.page;
    let lines = answer.hits.iter().map(|hit| Line::read(page, w, hit));
    Ok(Form {
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
        row: pager.row(page, |number| asked.href(number)),
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

impl Form<'_> {
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
