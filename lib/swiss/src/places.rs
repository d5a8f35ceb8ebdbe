//! Towns, villages and postcodes of Switzerland and Liechtenstein, and the towns
//! abroad within 30 km of the border.
//!
//! A place is a postcode with its locality (« 1053 Cugy »), or a town as a whole:
//! « Lausanne » has eleven postcodes and one place without any, which is what its
//! bare name means. The data and its licences: `data/README.md`.

mod fold;
mod lookup;
mod table;

use std::fmt;

pub(crate) use fold::fold;
pub use lookup::{exact, find};
use table::TABLE;

use crate::Canton;

/// A town, a village or one postcode of a town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// How many places are more populous.
    rank: usize,
    key: &'static str,
    /// The name people say, in the language spoken there: « Lausanne », "Biel/Bienne".
    pub name: &'static str,
    /// Four digits; none for a town as a whole and for places abroad.
    pub postcode: Option<&'static str>,
    /// None for places abroad.
    pub canton: Option<Canton>,
    /// ISO 3166 code: CH, LI, FR, DE, AT or IT.
    pub country: &'static str,
    /// The key of the town this is one postcode of; empty for all others.
    town: &'static str,
}

impl Place {
    /// A stable identifier for storage, `ch-1003-lausanne`; [`by_key`] reads it back.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// What follows the name in parentheses: the canton, or abroad the country's
    /// letter on number plates (F, D, I, A, FL), since FR, AR and others would read
    /// as cantons.
    pub fn whereabouts(&self) -> &'static str {
        match (self.canton, self.country) {
            (Some(canton), _) => canton.code(),
            (None, "FR") => "F",
            (None, "DE") => "D",
            (None, "IT") => "I",
            (None, "AT") => "A",
            (None, "LI") => "FL",
            (None, country) => country,
        }
    }
}

/// « 1053 Cugy (VD) », « Lausanne (VD) », « Annecy (F) »; [`exact`] reads it back.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(postcode) = self.postcode {
            write!(f, "{postcode} ")?;
        }
        write!(f, "{} ({})", self.name, self.whereabouts())
    }
}

/// Every place, the most populous first.
pub fn all() -> &'static [Place] {
    &TABLE.places
}

/// The place with this [`key`](Place::key).
pub fn by_key(key: &str) -> Option<&'static Place> {
    TABLE.keys.get(key).and_then(|rank| all().get(*rank))
}

#[cfg(test)]
mod tests;
