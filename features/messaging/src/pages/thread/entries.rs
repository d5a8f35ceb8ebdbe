//! What was said and what happened, by day, in the reader's words.

use askama::Template;
use chrono::{Datelike, NaiveDate};
use i18n::zurich_day;
use web::{Icon, Page};

use crate::{
    pages::Reader,
    people::Other,
    rules::{Conversation, Kind},
    store::Entry,
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/thread/entries.html")]
pub(super) struct Entries {
    w: &'static Words,
    lines: Vec<Line>,
    /// Where the page asks for what comes after.
    follow: Option<String>,
    at_once: bool,
}

enum Line {
    Day(String),
    Noted {
        icon: Icon,
        text: String,
    },
    Said {
        mine: bool,
        /// Lines of paragraphs.
        paragraphs: Vec<Vec<String>>,
        signed: String,
        read: bool,
    },
}

impl Entries {
    /// The `found` entries, when the page shows `shown` as its last already.
    pub(super) fn new(
        page: &Page,
        reader: Reader,
        talk: &Conversation,
        other: &Other,
        found: Vec<Entry>,
        shown: Option<Entry>,
    ) -> Entries {
        let w = words(page.lang());
        let seen = last_seen(reader, talk, &found);
        let mut day = shown.map(|entry| zurich_day(entry.at));
        let mut lines = Vec::with_capacity(found.len() + 4);
        for entry in found {
            let today = zurich_day(entry.at);
            if day.replace(today) != Some(today) {
                lines.push(Line::Day(heading(page, today)));
            }
            lines.push(line(page, w, reader, other, entry, seen));
        }
        Entries {
            w,
            lines,
            follow: None,
            at_once: false,
        }
    }

    /// The page asks there when there is news.
    pub(super) fn followed(mut self, follow: String) -> Entries {
        self.follow = Some(follow);
        self
    }

    /// The page asks once more right away: there may be news since it asked.
    pub(super) fn at_once(mut self) -> Entries {
        self.at_once = true;
        self
    }
}

/// The number of the reader's last message among `found` that the other side has read.
fn last_seen(reader: Reader, talk: &Conversation, found: &[Entry]) -> Option<i64> {
    let (_, other) = talk.places(reader.side);
    let mine = found
        .iter()
        .filter(|entry| entry.kind == Kind::Message && entry.author == Some(reader.account));
    mine.map(|entry| entry.number)
        .filter(|number| *number <= other.read)
        .max()
}

fn line(page: &Page, w: &Words, reader: Reader, other: &Other, entry: Entry, seen: Option<i64>) -> Line {
    let mine = entry.author == Some(reader.account);
    if entry.kind != Kind::Message {
        return Line::Noted {
            icon: page.icon(icon(entry.kind)),
            text: (w.thread.noted)(entry.kind, reader.side, (!mine).then_some(&other.name)),
        };
    }
    let time = page.lang().time(entry.at);
    Line::Said {
        mine,
        paragraphs: paragraphs(&entry.body),
        signed: match mine {
            true => (w.thread.you_at)(&time),
            false => (w.thread.other_at)(&other.name, &time),
        },
        read: seen == Some(entry.number),
    }
}

fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Opened => "heart",
        Kind::Accepted => "messages-square",
        Kind::Applied | Kind::Chosen => "circle-check",
        Kind::Concluded => "badge-check",
        Kind::Archived => "archive",
        Kind::Message => "message-square",
    }
}

/// Empty lines part paragraphs; other line ends stay.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    text.split("\n\n")
        .map(|paragraph| paragraph.trim_matches('\n'))
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| paragraph.lines().map(str::to_owned).collect())
        .collect()
}

/// « Lundi 8 juin », with the year when it is another.
fn heading(page: &Page, day: NaiveDate) -> String {
    let lang = page.lang();
    if zurich_day(page.now()).year() == day.year() {
        lang.weekday_day(day)
    } else {
        lang.weekday_date(day)
    }
}
