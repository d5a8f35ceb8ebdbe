//! Jobs that were given up, and their second life.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Path, Query};
use certification::rights::Staff;
use db::{Cursor, Slice, jobs::Seen};
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Form, OrNotFound, Page, Problem};

use crate::{
    paths,
    words::{Words, words},
};

/// Jobs on one page.
const SIZE: u64 = 30;

/// Where in the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    after: String,
}

#[derive(Template)]
#[template(path = "pages/jobs/jobs.html")]
struct Jobs<'a> {
    page: &'a Page,
    w: &'static Words,
    jobs: Vec<Seen>,
    place: Place,
    older: Option<String>,
}

/// Shows them, the newest first.
pub(crate) async fn show(page: Page, _: Staff, Query(place): Query<Place>) -> Answer {
    page.show(&Jobs::load(&page, place).await?)
}

/// Gives a job another life.
pub(crate) async fn retry(page: Page, _: Staff, Path(job): Path<String>, form: Form<Place>) -> Answer {
    let job: Uuid = job.parse().ok().or_not_found()?;
    let deed = page.deed(&form.key).await?;
    let place = form.typed;
    if !db::jobs::revive(&deed.tx, page.app().clock(), job).await? {
        deed.tx.rollback().await?;
        let jobs = Jobs::load(&page, place).await?;
        return page.refused(jobs.w.jobs.gone, &jobs);
    }
    page.say(words(page.lang()).jobs.said);
    let back = Cursor::parse(&place.after);
    let back = back.map_or_else(|| paths::JOBS.to_owned(), paths::older_jobs);
    deed.done(&page, back).await
}

impl<'a> Jobs<'a> {
    async fn load(page: &'a Page, place: Place) -> Result<Jobs<'a>, Problem> {
        let after = Cursor::parse(&place.after);
        let Slice { items, next } = db::jobs::dead(page.app().db(), after, SIZE).await?;
        Ok(Jobs {
            page,
            w: words(page.lang()),
            jobs: items,
            place,
            older: next.map(paths::older_jobs),
        })
    }

    fn is_first(&self) -> bool {
        Cursor::parse(&self.place.after).is_none()
    }

    /// When it was enqueued and given up, and how often it was tried.
    fn facts(&self, job: &Seen) -> Vec<String> {
        let (w, lang) = (&self.w.jobs, self.page.lang());
        let ended = job.ended_at.map(|at| (w.ended)(&lang.date_time(at)));
        let created = (w.created)(&lang.date_time(job.created_at));
        let attempts = (w.attempts)(u64::try_from(job.attempts).unwrap_or_default());
        [Some(created), ended, Some(attempts)]
            .into_iter()
            .flatten()
            .collect()
    }

    fn error(&self, job: &Seen) -> String {
        job.error.clone().unwrap_or_default()
    }

    fn about(&self, job: &Seen) -> String {
        (self.w.jobs.retry_of)(&job.name)
    }
}
