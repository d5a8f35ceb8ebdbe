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

use axum::extract::Path;
use db::schema::Migration;
use web::{Page, Routes};

pub use words::{ChromeWords, chrome_words};

/// What the operator tells of the payroll partner (R61, R112).
#[derive(Clone, Debug)]
pub struct Payroll {
    /// Its name.
    pub name: String,
    /// The share of the day rate it takes, in percent, as a plain number: `4.5`.
    pub percent: Option<String>,
    /// Its own site, an https address.
    pub site: Option<String>,
}

impl Default for Payroll {
    fn default() -> Payroll {
        Payroll {
            name: "SPS".to_owned(),
            percent: None,
            site: None,
        }
    }
}

/// This room's pages.
pub fn routes(payroll: Payroll) -> Routes {
    use certification::rights::STAFF_ONLY;
    use pages::{contact, help, home, inbox, legal, machines};

    let (at_home, at_help, at_legal) = (payroll.clone(), payroll.clone(), payroll);
    Routes::new()
        .get(paths::HOME, web::ANYONE, move |page: Page| {
            home::show(page, at_home.clone())
        })
        .get(paths::HELP, web::ANYONE, move |page: Page| {
            help::show(page, at_help.clone())
        })
        .get(paths::CONTACT, web::ANYONE, contact::show)
        .post(paths::CONTACT, web::ANYONE, contact::send)
        .get(paths::CONTACT_SENT, web::ANYONE, contact::sent)
        .get(
            "/legal/{page}",
            web::ANYONE,
            move |page: Page, name: Path<String>| legal::show(page, name, at_legal.clone()),
        )
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
