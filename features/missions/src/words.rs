//! Sentences of this room.

mod en;
mod fr;

use i18n::Lang;

use crate::Workplace;

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub facts: Facts,
}

/// Place, rate and time, as cards and letters say them.
pub(crate) struct Facts {
    pub workplace: fn(Workplace) -> &'static str,
    pub city_and_workplace: fn(city: &str, Workplace) -> String,
    pub per_day: fn(rate: &str) -> String,
    pub rate_open: &'static str,
    pub months: fn(i64) -> String,
    pub from_day: fn(day: &str) -> String,
    pub as_soon_as_possible: &'static str,
    pub comma: &'static str,
}
