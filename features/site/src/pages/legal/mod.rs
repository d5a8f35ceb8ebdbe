//! Terms, privacy, imprint.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::Path;
use web::{Answer, OrNotFound, Page};

use crate::{
    Payroll, paths,
    words::{Document, Legal as Words, Say, words},
};

/// The legal pages, as they stand in addresses.
pub(crate) const PAGES: [&str; 3] = ["terms", "privacy", "imprint"];

#[derive(Template)]
#[template(path = "pages/legal/legal.html")]
struct Legal<'a> {
    page: &'a Page,
    w: &'static Words,
    document: &'static Document,
    payroll: Payroll,
}

/// One of them, for everyone.
pub(crate) async fn show(page: Page, Path(name): Path<String>, payroll: Payroll) -> Answer {
    let w = &words(page.lang()).legal;
    let legal = Legal {
        page: &page,
        w,
        document: document(w, &name).or_not_found()?,
        payroll,
    };
    page.show(&legal)
}

fn document(w: &'static Words, name: &str) -> Option<&'static Document> {
    match name {
        "terms" => Some(&w.terms),
        "privacy" => Some(&w.privacy),
        "imprint" => Some(&w.imprint),
        _ => None,
    }
}

impl Legal<'_> {
    fn named(&self, text: &str) -> String {
        self.payroll.named(self.page, text)
    }

    /// Address and title of each.
    fn pages(&self) -> impl Iterator<Item = (String, &'static str)> {
        let pages = PAGES
            .into_iter()
            .filter_map(|name| Some((name, document(self.w, name)?)));
        pages.map(|(name, document)| (paths::legal(name), document.title))
    }
}
