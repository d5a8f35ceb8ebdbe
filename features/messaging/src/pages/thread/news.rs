//! What came since, for an open page: entries where it asked for them, and beside them whatever else
//! changed with them.

use askama::Template;
use axum::{http::StatusCode, response::IntoResponse};
use web::{Answer, Html, Page};

use super::{Typed, composer::Composer, entries::Entries, thread, unread};
use crate::{
    Beside, Steps,
    pages::{Reader, list},
    paths,
    people::other,
    rules::{Conversation, Kind},
    store,
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/thread/news.html")]
struct News<'a> {
    page: &'a Page,
    w: &'static Words,
    entries: Html,
    unread: Option<(String, i64)>,
    /// The conversation in the list beside it, when something was said.
    line: Option<list::Line>,
    composer: Option<Html>,
    steps: Option<Steps>,
}

/// What came after number `after`, for a page whose composer is `open` or not.
pub(super) async fn news(
    page: &Page,
    reader: Reader,
    talk: &Conversation,
    after: i64,
    open: bool,
    beside: &dyn Beside,
) -> Answer {
    let mut found = store::entries_from(page.app().db().read(), talk.id, after).await?;
    let shown = match found.first() {
        Some(first) if first.number == after => Some(found.remove(0)),
        _ => None,
    };
    let Some(last) = found.last().map(|entry| entry.number) else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let other = other(page, reader.side, talk).await?;
    let composer = Composer::new(page, reader, talk, &other, Typed::nothing(page)).await?;
    let is_open = composer.is_open();
    let said = found.iter().rfind(|entry| entry.kind == Kind::Message).cloned();
    let line = said.map(|said| list::line(page, reader, other.clone(), talk, Some(said), Some(talk.id)));
    let decided = found.iter().any(|entry| entry.kind != Kind::Message);
    let entries = Entries::new(page, reader, talk, &other, found, shown);
    page.show(&News {
        page,
        w: words(page.lang()),
        entries: Html::of(&entries.followed(paths::after(talk.id, last, is_open)).at_once())?,
        unread: unread(reader, talk),
        line,
        composer: match is_open == open {
            true => None,
            false => Some(Html::of(&composer.aside())?),
        },
        steps: match decided {
            true => Some(beside.beside(page, &thread(talk)).await?),
            false => None,
        },
    })
}
