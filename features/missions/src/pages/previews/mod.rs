//! What everyone may see of missions: logos and titles (R91). Who may see more is told the way there.

use askama::Template;
use certification::rights::{COMPANY, FREELANCE};
use files::FileId;
use profiles::Category;
use web::{Answer, Page, Pager, PagerRow};

use super::search::Asked;
use crate::{
    Preview, shelf,
    store::Mission,
    words::{Words, words},
};

/// Titles on a page.
const SIZE: usize = 18;

#[derive(Template)]
#[template(path = "pages/previews/list.html", blocks = ["list"])]
struct List<'a> {
    page: &'a Page,
    w: &'static Words,
    asked: Asked,
    total: usize,
    missions: Vec<Preview>,
    row: PagerRow<'a>,
    way: Way,
}

#[derive(Template)]
#[template(path = "pages/previews/one.html")]
struct One<'a> {
    page: &'a Page,
    w: &'static Words,
    title: String,
    logo: Option<String>,
    categories: Vec<Category>,
    way: Way,
}

/// What opens the rest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A visitor signs up.
    SignUp,
    /// A freelance completes the certification.
    Certify,
    /// A company has missions of its own.
    OwnMissions,
}

impl Way {
    fn of(page: &Page) -> Way {
        let viewer = page.viewer();
        if viewer.is(FREELANCE) {
            Way::Certify
        } else if viewer.is(COMPANY) {
            Way::OwnMissions
        } else {
            Way::SignUp
        }
    }
}

/// The list; only titles are searched, so that nobody finds out by searching what they may not see.
pub(crate) fn list(page: &Page, asked: Asked) -> Answer {
    // Filters of the other search reach nothing here.
    let asked = Asked {
        text: asked.text,
        page: asked.page,
        ..Asked::default()
    };
    let w = words(page.lang());
    let (pager, missions) = Pager::find(asked.page, SIZE, |skip| {
        let (missions, answer) = shelf::previews(page.app(), &asked.query(skip, SIZE, &[]))?;
        anyhow::Ok((answer.total, missions))
    })?;
    let list = List {
        page,
        w,
        total: pager.total,
        missions,
        row: pager.row(page, |number| asked.href(number)),
        way: Way::of(page),
        asked,
    };
    if page.wants_part() {
        page.show(&list.as_list())
    } else {
        page.show(&list)
    }
}

/// One mission's preview. Of the company, only the logo goes in.
pub(crate) fn one(page: &Page, mission: Mission, logo: Option<FileId>) -> Answer {
    page.show(&One {
        page,
        w: words(page.lang()),
        title: mission.title,
        logo: logo.map(profiles::paths::logo),
        categories: mission.categories.0,
        way: Way::of(page),
    })
}

impl List<'_> {
    fn count(&self) -> String {
        let total = i64::try_from(self.total).unwrap_or(i64::MAX);
        self.page.lang().number(total)
    }
    fn lead(&self) -> String {
        if self.total == 0 && !self.asked.text.is_empty() {
            return self.w.previews.lead_nothing.to_owned();
        }
        (self.w.previews.lead)(&self.count(), self.total as u64)
    }
    fn about(&self) -> String {
        (self.w.previews.about)(&self.count())
    }
    fn logo(&self, mission: &Preview) -> Option<String> {
        mission.logo.map(profiles::paths::logo)
    }
    fn href(&self, mission: &Preview) -> String {
        crate::paths::mission(mission.id)
    }
}

impl One<'_> {
    fn motif(&self) -> web::Motif {
        let first = self.categories.first().copied();
        first.unwrap_or(Category::Business).motif()
    }
}

#[cfg(test)]
mod tests;
