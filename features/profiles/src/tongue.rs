//! The languages people work in.

use i18n::Lang;
use serde::{Deserialize, Serialize};

/// A language somebody works in (R25, R114).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum Tongue {
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "it")]
    Italian,
    #[serde(rename = "rm")]
    Romansh,
    #[serde(rename = "en")]
    English,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "pt")]
    Portuguese,
}

impl Tongue {
    pub(crate) const ALL: [Tongue; 7] = [
        Tongue::French,
        Tongue::German,
        Tongue::Italian,
        Tongue::Romansh,
        Tongue::English,
        Tongue::Spanish,
        Tongue::Portuguese,
    ];

    /// Its ISO 639 code: in addresses, storage and the search index.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Tongue::French => "fr",
            Tongue::German => "de",
            Tongue::Italian => "it",
            Tongue::Romansh => "rm",
            Tongue::English => "en",
            Tongue::Spanish => "es",
            Tongue::Portuguese => "pt",
        }
    }

    /// Reads what [`Tongue::code`] wrote.
    pub(crate) fn parse(code: &str) -> Option<Tongue> {
        Tongue::ALL.into_iter().find(|tongue| tongue.code() == code)
    }

    /// Its name for people (CLDR), as it stands in a list.
    pub(crate) const fn name(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Fr, Tongue::French) => "Français",
            (Lang::Fr, Tongue::German) => "Allemand",
            (Lang::Fr, Tongue::Italian) => "Italien",
            (Lang::Fr, Tongue::Romansh) => "Romanche",
            (Lang::Fr, Tongue::English) => "Anglais",
            (Lang::Fr, Tongue::Spanish) => "Espagnol",
            (Lang::Fr, Tongue::Portuguese) => "Portugais",
            (Lang::En, Tongue::French) => "French",
            (Lang::En, Tongue::German) => "German",
            (Lang::En, Tongue::Italian) => "Italian",
            (Lang::En, Tongue::Romansh) => "Romansh",
            (Lang::En, Tongue::English) => "English",
            (Lang::En, Tongue::Spanish) => "Spanish",
            (Lang::En, Tongue::Portuguese) => "Portuguese",
        }
    }
}
