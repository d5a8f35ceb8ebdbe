//! The letters of this room. None can be refused: each answers somebody who typed the address, or
//! tells of a change to the account's own keys.

use app::App;
use db::Timestamp;
use i18n::Lang;
use mail::{Block, Letter, Link};

use crate::{paths, words::words};

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A sign-up: the link opens the account (R16).
    Confirm,
    /// Somebody wants to use an address that has an account.
    Taken,
    /// A forgotten password: the link lets one choose another (R72).
    Recover,
    /// The same was asked for an address without an account.
    Unknown,
    /// A member of staff is invited: the link lets one choose a first password.
    Invite,
    /// To the account: its password is another.
    PasswordChanged,
    /// To a new address: the link proves it (R70).
    NewEmail,
    /// To the old address: it is the account's no more.
    EmailChanged,
}

/// What the sentences of a letter speak of.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The product.
    pub brand: String,
    /// Until when the link works; empty when it always does.
    pub until: String,
}

/// A letter whose button leads to `path` and works until `until`.
pub(crate) fn expiring(app: &App, lang: Lang, kind: Kind, path: &str, until: Timestamp) -> Letter {
    write(app, lang, kind, path, lang.date_time(until))
}

/// A letter whose button leads to a page that is always there.
pub(crate) fn lasting(app: &App, lang: Lang, kind: Kind, path: &str) -> Letter {
    write(app, lang, kind, path, String::new())
}

fn write(app: &App, lang: Lang, kind: Kind, path: &str, until: String) -> Letter {
    let w = words(lang);
    let brand = app.site().name.clone();
    let reason = (w.reason)(kind, &brand);
    let text = (w.letter)(kind, &Told { brand, until });
    let preheader = text.before.first().cloned().unwrap_or_default();
    let mut blocks: Vec<Block> = text.before.into_iter().map(Block::Paragraph).collect();
    blocks.push(Block::Button(Link::new(text.button, app.url(path))));
    blocks.extend(text.after.into_iter().map(Block::Small));
    blocks.extend(text.aside.map(|(question, label)| Block::SmallLink {
        before: question.to_owned(),
        link: Link::new(label, app.url(paths::RECOVERY)),
    }));
    Letter {
        lang,
        subject: text.subject,
        preheader,
        heading: text.heading.to_owned(),
        blocks,
        reason,
        settings: None,
        sender_line: app.site().operator.clone(),
        unsubscribe: None,
    }
}
