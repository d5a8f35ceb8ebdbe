//! Help: the chapters of the FAQ in our own words (R112, R118).

#[cfg(test)]
mod tests;

use askama::Template;
use web::{Answer, Page};

use crate::{
    Payroll, paths,
    words::{Help as Words, Say, words},
};

#[derive(Template)]
#[template(path = "pages/help/help.html")]
struct Help<'a> {
    page: &'a Page,
    w: &'static Words,
    payroll: Payroll,
}

/// Help, for everyone.
pub(crate) async fn show(page: Page, payroll: Payroll) -> Answer {
    let help = Help {
        page: &page,
        w: &words(page.lang()).help,
        payroll,
    };
    page.show(&help)
}

impl Help<'_> {
    fn named(&self, text: &str) -> String {
        self.payroll.named(self.page, text)
    }

    fn chapter(&self, id: &str) -> String {
        paths::help_on(id)
    }

    /// What the operator tells of the rate.
    fn rate(&self) -> Option<String> {
        let rate = self.payroll.percent.as_deref().map(self.w.payroll_rate)?;
        Some(self.named(&rate))
    }
}
