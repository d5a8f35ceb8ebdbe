//! The languages we speak and how they are written down.

use serde::{Deserialize, Serialize};

/// A language a page or a letter can be rendered in.
///
/// Never match on it with a wildcard: a new language must be a compile error
/// wherever something has to be said in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French as written in Switzerland; what we speak when nothing else is known.
    #[default]
    Fr,
    /// English as written in Switzerland (British spelling, day before month).
    En,
}

impl Lang {
    /// Every language, in the order a choice of languages shows them.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// The ISO 639-1 code, for storage, cookies and addresses: `fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// The BCP 47 tag, for `<html lang>` and the `Content-Language` header: `fr-CH`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Fr => "fr-CH",
            Lang::En => "en-CH",
        }
    }

    /// The language's name in itself: « Français ».
    pub const fn name(self) -> &'static str {
        match self {
            Lang::Fr => "Français",
            Lang::En => "English",
        }
    }

    /// Reads a code or tag: `fr`, `FR`, `fr-CH` and `fr_CH` are all French.
    pub fn parse(text: &str) -> Option<Lang> {
        let language = text.trim().split(['-', '_']).next()?;
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(language))
    }
}

#[cfg(test)]
mod tests;
