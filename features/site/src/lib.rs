//! Home, help, legal pages, contact (R14, R17, R112, R117, R118), and the words around every page.
//!
//! Promises:
//! - What stands on these pages is for everybody: of members they show previews alone (R91).
//! - A message to the team is kept before its sender is thanked; the letter that says so repeats
//!   nothing of it.
//!
//! Words owned: help, contact, and those of the bars and the foot. Not here: where the bars lead,
//! which `server` knows.

mod letters;
mod pages;
pub mod paths;
#[cfg(test)]
mod samples;
mod schema;
mod store;
mod topic;
mod words;

use db::schema::Migration;
use web::{Page, Routes};

pub use words::{ChromeWords, chrome_words};

/// What the operator tells of the payroll partner; the help page shows it (R61, R112).
#[derive(Clone, Debug, Default)]
pub struct Payroll {
    /// The share of the day rate it takes, in percent, as a plain number: `4.5`.
    pub percent: Option<String>,
    /// Its own site, an https address.
    pub site: Option<String>,
}

/// This room's pages.
pub fn routes(payroll: Payroll) -> Routes {
    use certification::rights::STAFF_ONLY;
    use pages::{contact, help, home, inbox, legal, machines};

    Routes::new()
        .get(paths::HOME, web::ANYONE, home::show)
        .get(paths::HELP, web::ANYONE, move |page: Page| {
            help::show(page, payroll.clone())
        })
        .get(paths::CONTACT, web::ANYONE, contact::show)
        .post(paths::CONTACT, web::ANYONE, contact::send)
        .get(paths::CONTACT_SENT, web::ANYONE, contact::sent)
        .get("/legal/{page}", web::ANYONE, legal::show)
        .get(paths::CONTACT_BOX, STAFF_ONLY, inbox::show)
        .post("/staff/contact/{message}/handling", STAFF_ONLY, inbox::handle)
        .get(paths::MANIFEST, web::ANYONE, machines::manifest)
        .get(paths::ROBOTS, web::ANYONE, machines::robots)
        .get(paths::SITEMAP, web::ANYONE, machines::sitemap)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
