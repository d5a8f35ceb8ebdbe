//! The staff's queue: who waits, the longest first, and what was dealt with.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::Query;
use db::Cursor;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Avatar, Html, Page, Problem};

use super::dossier::Opened;
use crate::{
    Standing, Waiting,
    dossier::Dossier,
    paths,
    rights::Staff,
    store::{self, Tab},
    words::{Words, words},
};

/// Dossiers on one page.
const SIZE: u64 = 20;

/// Which part of the queue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    tab: String,
    after: String,
}

impl Tab {
    const ALL: [Tab; 4] = [Tab::Freelances, Tab::Companies, Tab::ToContact, Tab::Handled];

    fn code(self) -> &'static str {
        match self {
            Tab::Freelances => "freelances",
            Tab::Companies => "companies",
            Tab::ToContact => "to_contact",
            Tab::Handled => "handled",
        }
    }

    fn parse(code: &str) -> Tab {
        let found = Tab::ALL.into_iter().find(|tab| tab.code() == code);
        found.unwrap_or(Tab::Freelances)
    }

    /// Where a dossier is listed.
    pub(crate) fn of(dossier: &Dossier) -> Tab {
        match dossier.standing {
            Standing::InReview if dossier.is_company() => Tab::Companies,
            Standing::Draft | Standing::InReview => Tab::Freelances,
            Standing::ToContact if dossier.contacted_at.is_none() => Tab::ToContact,
            Standing::ToContact | Standing::Certified | Standing::Refused => Tab::Handled,
        }
    }

    /// Its address.
    pub(crate) fn href(self) -> String {
        paths::queue_tab(self.code())
    }

    fn count(self, waiting: &Waiting) -> Option<u64> {
        match self {
            Tab::Freelances => Some(waiting.freelances),
            Tab::Companies => Some(waiting.companies),
            Tab::ToContact => Some(waiting.to_contact),
            Tab::Handled => None,
        }
    }
}

#[derive(Template)]
#[template(path = "pages/queue/queue.html")]
pub(crate) struct Queue<'a> {
    page: &'a Page,
    w: &'static Words,
    tabs: Vec<Link>,
    rows: Vec<Row>,
    /// Where the next ones are.
    next: Option<String>,
    /// Back to the first ones, when these are not.
    first: Option<String>,
    /// The dossier that is open beside it: its name, and all there is to see of it.
    opened: Option<(String, Html)>,
}

struct Link {
    href: String,
    label: &'static str,
    count: Option<u64>,
    current: bool,
}

struct Row {
    href: String,
    name: String,
    place: String,
    about: String,
    when: String,
    avatar: Avatar,
    current: bool,
}

/// Shows who waits.
pub(crate) async fn show(page: Page, _: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let after = Cursor::parse(&wanted.after);
    page.show(&Queue::load(&page, Tab::parse(&wanted.tab), after, None).await?)
}

impl<'a> Queue<'a> {
    /// Back to the list the opened dossier is in.
    fn list(&self) -> &str {
        let current = self.tabs.iter().find(|tab| tab.current);
        current.map_or(paths::QUEUE, |tab| &tab.href)
    }

    /// The queue, beside an opened dossier or alone.
    pub(crate) async fn load(
        page: &'a Page,
        tab: Tab,
        after: Option<Cursor>,
        opened: Option<&Opened<'_>>,
    ) -> Result<Queue<'a>, Problem> {
        let (w, db) = (words(page.lang()), page.app().db().read());
        let waiting = store::waiting(db).await?;
        let slice = store::queue(db, tab, after, SIZE).await?;
        let current = opened.map(Opened::account);
        let tabs = Tab::ALL.map(|each| Link {
            href: each.href(),
            label: (w.queue.tab)(each),
            count: each.count(&waiting),
            current: each == tab,
        });
        Ok(Queue {
            page,
            w,
            tabs: tabs.into(),
            rows: slice
                .items
                .iter()
                .map(|dossier| row(page, w, dossier, current))
                .collect(),
            next: slice.next.map(|cursor| paths::queue_after(tab.code(), &cursor)),
            first: after.map(|_| tab.href()),
            opened: match opened {
                Some(opened) => Some((opened.name(), Html::of(opened)?)),
                None => None,
            },
        })
    }
}

fn row(page: &Page, w: &Words, dossier: &Dossier, current: Option<Uuid>) -> Row {
    let name = dossier.name();
    let at = match dossier.standing {
        Standing::InReview | Standing::ToContact => dossier.submitted_at,
        _ => dossier.decided_at,
    };
    let about = match (dossier.standing, dossier.permit) {
        (Standing::InReview, _) if dossier.is_company() => dossier.uid.clone(),
        (Standing::InReview, Some(permit)) => (w.permit)(permit).to_owned(),
        (standing, _) => (w.standing)(standing, dossier.is_company()).to_owned(),
    };
    Row {
        href: paths::dossier(dossier.account),
        avatar: Avatar::new(&name, dossier.account),
        name,
        place: dossier.place(),
        about,
        when: at.map(|at| page.lang().ago(page.now(), at)).unwrap_or_default(),
        current: current == Some(dossier.account),
    }
}
