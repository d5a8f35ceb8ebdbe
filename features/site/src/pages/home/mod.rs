//! The first page (R11, R14, R79, R91): what this is, for whom, how it goes.

#[cfg(test)]
mod tests;

use askama::Template;
use missions::Preview;
use profiles::Category;
use web::{Answer, Page};

use crate::{
    paths,
    topic::Topic,
    words::{Home as Words, with_names, words},
};

/// How many missions it shows at most: three lines of three.
const NEWEST: usize = 9;

#[derive(Template)]
#[template(path = "pages/home/home.html")]
struct Home<'a> {
    page: &'a Page,
    w: &'static Words,
    newest: Vec<Preview>,
}

/// Home, for everyone.
pub(crate) async fn show(page: Page) -> Answer {
    let home = Home {
        page: &page,
        w: &words(page.lang()).home,
        newest: missions::newest(page.app(), NEWEST).await?,
    };
    page.show(&home)
}

impl Home<'_> {
    fn categories(&self) -> impl Iterator<Item = (Category, &'static str)> {
        Category::ALL.into_iter().zip(self.w.categories)
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
        with_names(self.page, text)
    }
}
