//! Where staff start: what waits, and where.

#[cfg(test)]
mod tests;

use askama::Template;
use certification::rights::Staff;
use web::{Answer, Page};

use crate::{
    paths,
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/desk/desk.html")]
struct Desk<'a> {
    page: &'a Page,
    w: &'static Words,
    lead: String,
    /// Numbers that lead somewhere: label, number, address.
    numbers: [(&'static str, u64, String); 4],
    /// Where the work is done: icon, label, what it is, address.
    places: [(&'static str, &'static str, &'static str, &'static str); 3],
}

/// Shows the desk.
pub(crate) async fn show(page: Page, _: Staff) -> Answer {
    let (w, db) = (words(page.lang()), page.app().db());
    let dossiers = certification::waiting_by_kind(db.read()).await?;
    let (_, dead) = db::jobs::counts(db).await?;
    let queue = certification::paths::queue_tab;
    let d = &w.desk;
    page.show(&Desk {
        page: &page,
        w,
        lead: (d.lead)(dossiers.total()),
        numbers: [
            (d.freelances, dossiers.freelances, queue("freelances")),
            (d.companies, dossiers.companies, queue("companies")),
            (d.to_contact, dossiers.to_contact, queue("to_contact")),
            (d.jobs, dead, paths::JOBS.to_owned()),
        ],
        places: [
            (
                "badge-check",
                d.certification,
                d.certification_text,
                certification::paths::QUEUE,
            ),
            ("mail-check", d.messages, d.messages_text, paths::CONTACT_BOX),
            ("clock", w.jobs.title, d.jobs_text, paths::JOBS),
        ],
    })
}
