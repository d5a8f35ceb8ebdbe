//! One conversation: what was said, what happened, where to write, and beside it the steps (R46-R48,
//! R66, R104). Looking changes nothing: what was read is said by a form of its own.
//!
//! htmx asks for parts: `?after=` gives what came since, and nothing else than the composer is
//! wanted after sending.

mod composer;
mod entries;
mod news;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode},
};
use certification::rights::CertifiedSide;
use serde::Deserialize;
use web::{Answer, Faults, Html, Page, Problem, Response};

use super::{Reader, find, list};
use crate::{
    Beside, ConversationId, Steps, Thread, paths,
    people::{Other, other},
    rules::{Conversation, State},
    store,
    words::{Words, words},
};
use composer::Composer;
use entries::Entries;
use news::news;

/// What surrounds the composer's text when it comes back.
pub(crate) use composer::Typed;

/// Which part of the thread.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    before: String,
    after: String,
    /// Whether the page that asks has a composer.
    open: String,
}

#[derive(Template)]
#[template(path = "pages/thread/thread.html")]
struct ThreadPage<'a> {
    page: &'a Page,
    w: &'static Words,
    lines: Vec<list::Line>,
    more: bool,
    other: Other,
    subject: String,
    archived: bool,
    /// Where to say what was read, and up to which number.
    unread: Option<(String, i64)>,
    earlier: Option<String>,
    latest: Option<String>,
    entries: Html,
    composer: Html,
    steps: Steps,
    live: Option<String>,
}

/// Shows the conversation, or the part that an open page asks for.
pub(crate) async fn show(
    page: Page,
    who: CertifiedSide,
    Path(id): Path<String>,
    Query(place): Query<Place>,
    beside: Arc<dyn Beside>,
) -> Answer {
    let reader = Reader::from(who);
    let talk = find(&page, reader, &id).await?;
    match (page.wants_part(), place.after.parse()) {
        (true, Ok(after)) => news(&page, reader, &talk, after, place.open == "yes", beside.as_ref()).await,
        (true, Err(_)) => sent(&page, reader, &talk).await,
        (false, _) => {
            let before = place.before.parse().ok();
            let typed = Typed::nothing(&page);
            page.show(&whole(&page, reader, &talk, before, typed, beside.as_ref()).await?)
        }
    }
}

/// The same page, or its composer, with what was typed and why it was not taken.
pub(crate) async fn again(
    page: &Page,
    reader: Reader,
    talk: &Conversation,
    status: StatusCode,
    typed: Typed,
    beside: &dyn Beside,
) -> Answer {
    if page.wants_part() {
        let other = other(page, reader.side, talk).await?;
        let composer = Composer::new(page, reader, talk, &other, typed).await?;
        return page.with_status(status, &composer.focused());
    }
    page.with_status(status, &whole(page, reader, talk, None, typed, beside).await?)
}

/// The same page, since the rules refused one of the steps beside it.
pub(crate) async fn refused(
    page: &Page,
    beside: &dyn Beside,
    id: ConversationId,
    sentence: &'static str,
) -> Result<Option<Response>, Problem> {
    let db = page.app().db().read();
    let Some(reader) = page.member().map(Reader::from) else {
        return Ok(None);
    };
    let Some(talk) = store::conversation_of(db, reader.account, id).await? else {
        return Ok(None);
    };
    let typed = Typed::nothing(page);
    let whole = whole(page, reader, &talk, None, typed, beside).await?;
    page.refused(sentence, &whole).map(Some)
}

/// An empty composer, after a message was sent; the page then asks what is new.
async fn sent(page: &Page, reader: Reader, talk: &Conversation) -> Answer {
    let other = other(page, reader.side, talk).await?;
    let composer = Composer::new(page, reader, talk, &other, Typed::nothing(page)).await?;
    let mut answer = page.show(&composer.focused())?;
    answer
        .headers_mut()
        .insert("hx-trigger", HeaderValue::from_static("news"));
    Ok(answer)
}

async fn whole<'a>(
    page: &'a Page,
    reader: Reader,
    talk: &Conversation,
    before: Option<i64>,
    typed: Typed,
    beside: &dyn Beside,
) -> Result<ThreadPage<'a>, Problem> {
    let archived = talk.state == State::Archived;
    let inbox = list::lines(page, reader, archived, None, Some(talk.id)).await?;
    let other = other(page, reader.side, talk).await?;
    let (found, has_earlier) = store::entries(page.app().db().read(), talk.id, before).await?;
    let first = found.first().map_or(0, |entry| entry.number);
    let composer = Composer::new(page, reader, talk, &other, typed).await?;
    let open = composer.is_open();
    let mut entries = Entries::new(page, reader, talk, &other, found, None);
    if before.is_none() {
        entries = entries.followed(paths::after(talk.id, talk.last, open));
    }
    Ok(ThreadPage {
        page,
        w: words(page.lang()),
        lines: inbox.items,
        more: inbox.next.is_some(),
        subject: talk.subject.clone(),
        archived,
        unread: unread(reader, talk),
        earlier: has_earlier.then(|| paths::before(talk.id, first)),
        latest: before.map(|_| paths::conversation(talk.id)),
        entries: Html::of(&entries)?,
        composer: Html::of(&composer)?,
        steps: beside.beside(page, &thread(talk)).await?,
        live: before.is_none().then(|| paths::live(talk.id, talk.last)),
        other,
    })
}

fn unread(reader: Reader, talk: &Conversation) -> Option<(String, i64)> {
    talk.is_unread(reader.side)
        .then(|| (paths::reading(talk.id), talk.last))
}

fn thread(talk: &Conversation) -> Thread {
    Thread {
        id: talk.id,
        mission: talk.mission,
        subject: talk.subject.clone(),
        freelance: talk.freelance,
        company: talk.company,
        archived: talk.state == State::Archived,
    }
}

impl Typed {
    /// An empty composer.
    pub(crate) fn nothing(page: &Page) -> Typed {
        Typed {
            text: String::new(),
            faults: Faults::new(page.lang()),
            refusal: None,
        }
    }
}
