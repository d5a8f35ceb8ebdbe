//! The contact box: what was written by « Nous contacter », for staff.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::{Path, Query};
use certification::rights::Staff;
use db::{Cursor, Slice};
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Form, OrNotFound, Page};

use crate::{
    paths,
    store::{self, Received},
    words::{Inbox as Words, words},
};

/// Where in the box.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    after: String,
}

#[derive(Template)]
#[template(path = "pages/inbox/inbox.html")]
struct Inbox<'a> {
    page: &'a Page,
    w: &'static Words,
    waiting: u64,
    received: Vec<Received>,
    /// This page's own place, so that dealing with a message comes back to it.
    place: Place,
    older: Option<String>,
}

/// The box, newest first.
pub(crate) async fn show(page: Page, _: Staff, Query(place): Query<Place>) -> Answer {
    let db = page.app().db().read();
    let Slice { items, next } = store::received(db, Cursor::parse(&place.after)).await?;
    let inbox = Inbox {
        page: &page,
        w: &words(page.lang()).inbox,
        waiting: store::waiting(db).await?,
        received: items,
        place,
        older: next.map(paths::older_messages),
    };
    page.show(&inbox)
}

/// A message is dealt with.
pub(crate) async fn handle(page: Page, who: Staff, Path(message): Path<String>, form: Form<Place>) -> Answer {
    let message: Uuid = message.parse().ok().or_not_found()?;
    let deed = page.deed(&form.key).await?;
    let known = store::handle(&deed.tx, message, who.account, page.now()).await?;
    known.then_some(()).or_not_found()?;
    page.say(words(page.lang()).inbox.said_handled);
    let place = Cursor::parse(&form.typed.after);
    let back = place.map_or_else(|| paths::CONTACT_BOX.to_owned(), paths::older_messages);
    deed.done(&page, back).await
}

impl Inbox<'_> {
    fn waiting_line(&self) -> String {
        (self.w.waiting)(self.waiting)
    }

    fn is_first(&self) -> bool {
        Cursor::parse(&self.place.after).is_none()
    }

    fn topic(&self, message: &Received) -> &'static str {
        words(self.page.lang()).contact.topics[message.topic.place()]
    }

    fn when(&self, message: &Received) -> String {
        self.page.lang().ago(self.page.now(), message.at)
    }

    /// When it was dealt with, in words.
    fn handled(&self, message: &Received) -> Option<String> {
        let ago = |at| self.page.lang().ago(self.page.now(), at);
        message.handled_at.map(|at| (self.w.handled)(&ago(at)))
    }

    fn paragraphs<'m>(&self, message: &'m Received) -> impl Iterator<Item = &'m str> {
        message.message.lines().filter(|line| !line.trim().is_empty())
    }

    fn mail_to(&self, message: &Received) -> String {
        format!("mailto:{}", message.email)
    }

    fn handling(&self, message: &Received) -> String {
        paths::handling(message.id)
    }
}
