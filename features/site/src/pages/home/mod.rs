//! The first page (R11, R14, R79, R91): what this is, for whom, how it goes.

#[cfg(test)]
mod tests;

use askama::Template;
use missions::Preview;
use profiles::Category;
use web::{Answer, Page};

use crate::{
    Payroll, paths,
    topic::Topic,
    words::{Home as Words, words},
};

/// How many missions it shows at most: three lines of three.
const NEWEST: usize = 9;

#[derive(Template)]
#[template(path = "pages/home/home.html")]
struct Home<'a> {
    page: &'a Page,
    w: &'static Words,
    newest: Vec<Preview>,
    missions: usize,
    freelances: usize,
    /// In the order of [`Category::ALL`].
    of_category: [usize; 4],
    payroll: Payroll,
}

/// Home, for everyone.
pub(crate) async fn show(page: Page, payroll: Payroll) -> Answer {
    let (newest, missions) = missions::newest(page.app(), NEWEST).await?;
    let (freelances, of_category) = profiles::headcount(page.app())?;
    let home = Home {
        page: &page,
        w: &words(page.lang()).home,
        newest,
        missions,
        freelances,
        of_category,
        payroll,
    };
    page.show(&home)
}

impl Home<'_> {
    /// Each with what belongs to it and how many freelances there are.
    fn categories(&self) -> impl Iterator<Item = (Category, &'static str, usize)> {
        let all = Category::ALL.into_iter().zip(self.w.categories);
        all.zip(self.of_category)
            .map(|((category, what), many)| (category, what, many))
    }

    fn freelances_in(&self, category: &Category) -> String {
        format!("{}?category={}", profiles::paths::FREELANCES, category.code())
    }

    fn logo(&self, mission: &Preview) -> Option<String> {
        mission.logo.map(profiles::paths::logo)
    }

    fn ask_about_other_trades(&self) -> String {
        paths::contact_about(&Topic::Services.code())
    }

    fn help_on_payroll(&self) -> String {
        paths::help_on("f-payroll")
    }

    fn named(&self, text: &str) -> String {
        self.payroll.named(self.page, text)
    }
}
