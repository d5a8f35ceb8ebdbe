//! Sentences of this room.

mod en;
mod fr;

use i18n::Lang;

use crate::rules::{Kind, Refusal, Side};

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub title: &'static str,
    pub tabs: &'static str,
    pub current: &'static str,
    pub archived: &'static str,
    /// The name of an account that is no more.
    pub gone: &'static str,
    pub yesterday: &'static str,
    pub list: ListWords,
    pub thread: ThreadWords,
    pub composer: ComposerWords,
}

pub(crate) struct ListWords {
    pub unread: &'static str,
    pub by_you: fn(words: &str) -> String,
    pub nothing_said: &'static str,
    pub pages: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
    pub choose: &'static str,
    pub choose_text: &'static str,
    pub empty: &'static str,
    pub empty_text: fn(Side) -> &'static str,
    pub empty_archive: &'static str,
    pub empty_archive_text: &'static str,
    pub search: fn(Side) -> &'static str,
}

pub(crate) struct ThreadWords {
    pub back: &'static str,
    pub steps: &'static str,
    /// To the steps, where the other side waits.
    pub answer: &'static str,
    pub beside: &'static str,
    pub scroller: &'static str,
    pub log: &'static str,
    pub is_archived: &'static str,
    pub mark_read: &'static str,
    pub earlier: &'static str,
    pub latest: &'static str,
    pub you_at: fn(time: &str) -> String,
    pub other_at: fn(name: &str, time: &str) -> String,
    pub read: &'static str,
    /// What happened, as this side reads it: by itself, or by the other of this name.
    pub noted: fn(Kind, Side, by: Option<&str>) -> String,
}

pub(crate) struct ComposerWords {
    pub label: &'static str,
    pub write_to: fn(name: &str) -> String,
    pub send: &'static str,
    pub refusal: fn(Refusal) -> &'static str,
    /// What stands in place of the composer: a title and why.
    pub closed: fn(Refusal, name: &str) -> (&'static str, String),
    pub too_fast: &'static str,
}
