//! Sentences of this room.

mod en;
mod fr;
#[cfg(test)]
mod tests;

use i18n::Lang;
use selection::events::Side;

use crate::kinds::Kind;

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
    pub unread: fn(n: u64) -> String,
    pub mark_all: &'static str,
    pub all_marked: &'static str,
    pub is_new: &'static str,
    pub today: &'static str,
    pub yesterday: &'static str,
    pub empty: &'static str,
    pub empty_text: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
    pub pages: &'static str,
    pub by_mail: &'static str,
    /// Stands for a name the reader may not know, or that is gone.
    pub somebody: fn(Side) -> Other,
    /// What a notice says.
    pub notice: fn(Kind, &Told) -> Sentence,
    /// What a letter says; nothing for what only rings the bell ([`Kind::has_letter`]).
    pub letter: fn(Kind, &Told) -> Text,
    /// N5 once more, while the answer is awaited.
    pub reminder: fn(&Told) -> Text,
    pub reason: fn(brand: &str) -> String,
    /// How a letter begins.
    pub hello: fn(first: Option<&str>) -> String,
}

/// What a notice or a letter is about, as its reader may know it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The reader's own side.
    pub side: Side,
    /// The other side.
    pub other: Other,
    /// The mission's title.
    pub mission: Option<String>,
    /// The last day to answer.
    pub until: String,
    /// The product.
    pub brand: String,
}

/// The other side, as it begins a sentence and as it stands within one: a name is a name, but
/// « Une entreprise » becomes « une entreprise ».
#[derive(Clone, Debug)]
pub(crate) struct Other {
    pub first: String,
    pub within: String,
}

impl Other {
    /// Somebody whose name the reader may know.
    pub(crate) fn named(name: &str) -> Other {
        Other {
            first: name.to_owned(),
            within: name.to_owned(),
        }
    }

    fn unnamed(first: &str, within: &str) -> Other {
        Other {
            first: first.to_owned(),
            within: within.to_owned(),
        }
    }
}

/// A notice: what strikes the eye, then the rest with whatever stands between.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sentence {
    pub strong: String,
    pub rest: String,
}

/// A letter without its links.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub subject: String,
    pub heading: &'static str,
    /// The first is also the preheader.
    pub before: Vec<String>,
    /// What comes after the card, as points.
    pub points: Vec<&'static str>,
    pub after: Vec<String>,
    pub button: &'static str,
    /// What stands before the other side's own words.
    pub quote_intro: &'static str,
}
