//! « Messagerie »: all conversations of a member, the last moved first, in two tabs (R46, R48, A15).

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::Query;
use certification::rights::CertifiedSide;
use chrono::Datelike;
use db::{Cursor, Slice};
use i18n::zurich_day;
use serde::Deserialize;
use web::{Answer, Page, Problem};

use super::Reader;
use crate::{
    ConversationId, paths,
    people::{Other, others},
    rules::{Conversation, Side},
    store::{self, Entry},
    words::{Words, words},
};

/// So much of the last message is sent; the style sheet shows what fits on a line.
const GLIMPSE: usize = 120;

/// Which tab, and where in it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    tab: String,
    after: String,
}

#[derive(Template)]
#[template(path = "pages/list/list.html")]
struct List<'a> {
    page: &'a Page,
    w: &'static Words,
    side: Side,
    archived: bool,
    lines: Vec<Line>,
    older: Option<String>,
    is_first: bool,
}

/// One conversation in a list.
pub(crate) struct Line {
    pub href: String,
    pub current: bool,
    pub other: Other,
    pub moment: String,
    pub time: String,
    pub subject: String,
    pub last: String,
    pub unread: bool,
}

/// Shows the list.
pub(crate) async fn show(page: Page, who: CertifiedSide, Query(place): Query<Place>) -> Answer {
    let reader = Reader::from(who);
    let (archived, after) = (place.tab == "archived", Cursor::parse(&place.after));
    let Slice { items, next } = lines(&page, reader, archived, after, None).await?;
    page.show(&List {
        page: &page,
        w: words(page.lang()),
        side: reader.side,
        archived,
        lines: items,
        older: next.map(|next| paths::list_after(archived, next)),
        is_first: after.is_none(),
    })
}

impl List<'_> {
    fn empty_text(&self) -> &'static str {
        (self.w.list.empty_text)(self.side)
    }

    /// Where those who talk with nobody yet begin.
    fn search(&self) -> (&'static str, &'static str) {
        let label = (self.w.list.search)(self.side);
        match self.side {
            Side::Freelance => (paths::MISSIONS, label),
            Side::Company => (profiles::paths::FREELANCES, label),
        }
    }
}

/// One page of a member's conversations. The `current` one is being read.
pub(crate) async fn lines(
    page: &Page,
    reader: Reader,
    archived: bool,
    after: Option<Cursor>,
    current: Option<ConversationId>,
) -> Result<Slice<Line>, Problem> {
    let db = page.app().db().read();
    let Slice { items, next } = store::list(db, reader.side, reader.account, archived, after).await?;
    let known = others(page, reader.side, items.iter().map(|(talk, _)| talk)).await?;
    let lines = items.into_iter().filter_map(|(talk, said)| {
        let other = known.get(&talk.other(reader.side))?.clone();
        Some(line(page, reader, other, &talk, said, current))
    });
    Ok(Slice {
        items: lines.collect(),
        next,
    })
}

/// One conversation with its last message.
pub(crate) fn line(
    page: &Page,
    reader: Reader,
    other: Other,
    talk: &Conversation,
    said: Option<Entry>,
    current: Option<ConversationId>,
) -> Line {
    let w = &words(page.lang()).list;
    let current = current == Some(talk.id);
    Line {
        href: paths::conversation(talk.id),
        current,
        other,
        moment: talk.moved_at.to_rfc3339(),
        time: time(page, talk.moved_at),
        last: match said {
            None => w.nothing_said.to_owned(),
            Some(said) if said.author == Some(reader.account) => (w.by_you)(&glimpse(&said.body)),
            Some(said) => glimpse(&said.body),
        },
        unread: !current && talk.is_unread(reader.side),
        subject: talk.subject.clone(),
    }
}

fn glimpse(words: &str) -> String {
    let mut shown: String = words.chars().take(GLIMPSE).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}

/// « 14:30 », « hier », « 3 juin », « 3 juin 2025 ».
fn time(page: &Page, at: db::Timestamp) -> String {
    let lang = page.lang();
    let (today, day) = (zurich_day(page.now()), zurich_day(at));
    match (today - day).num_days() {
        ..=0 => lang.time(at),
        1 => words(lang).yesterday.to_owned(),
        _ if today.year() == day.year() => lang.day_month(day),
        _ => lang.day(day),
    }
}
