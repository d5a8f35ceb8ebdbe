//! This room's pages.

pub(crate) mod confirm;
pub(crate) mod recovery;
pub(crate) mod settings;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod sign_up;

use askama::Template;
use axum::http::StatusCode;
use web::{Answer, Faults, FormKey, Page, Problem, chrome::Link};

use crate::{
    rules,
    words::{Said, words},
};

/// A page that only says something and shows the way on.
#[derive(Template)]
#[template(path = "pages/quiet.html")]
struct Quiet<'a> {
    page: &'a Page,
    title: &'static str,
    text: &'static str,
    links: Vec<Link>,
    /// Whether the first link is what to do now. Where a letter is waited for, none is.
    has_next: bool,
}

fn say_quietly(page: &Page, status: StatusCode, said: &Said, links: &[(&str, &'static str)]) -> Answer {
    let links = links.iter().map(|(href, label)| Link {
        href: (*href).to_owned(),
        label,
    });
    let quiet = Quiet {
        page,
        title: said.title,
        text: said.text,
        links: links.collect(),
        has_next: status != StatusCode::OK,
    };
    page.with_status(status, &quiet)
}

/// A page with one button, for links in letters: machines that follow them change nothing.
#[derive(Template)]
#[template(path = "pages/button.html")]
struct Button<'a> {
    page: &'a Page,
    title: &'static str,
    text: String,
    label: &'static str,
    action: String,
}

/// Nothing but the press of a button.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Pressed {}

/// A password as it was chosen: long enough, and not one that guessing finds first.
fn chosen_password(page: &Page, faults: &mut Faults, typed: &str, email: &str) -> String {
    let password = faults.secret("password", typed, rules::PASSWORD_LEAST, rules::PASSWORD_MOST);
    if !password.is_empty() && rules::is_easily_guessed(&password, email) {
        faults.add("password", words(page.lang()).easily_guessed);
    }
    password
}

/// Comes before a page that says no. When this very form has done its deed already, as with the
/// second click of two, it leads where the first one led.
async fn unless_done(page: &Page, key: &FormKey) -> Result<(), Problem> {
    Ok(page.deed(key).await?.tx.rollback().await?)
}
