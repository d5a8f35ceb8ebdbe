//! How long somebody has been in the trade, as one filters by (R113, R114).

/// A level of experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Up to three years.
    Junior,
    /// Four to eight years.
    Confirmed,
    /// Nine years and more.
    Senior,
}

impl Level {
    pub(crate) const ALL: [Level; 3] = [Level::Junior, Level::Confirmed, Level::Senior];

    /// The level of so many years.
    pub(crate) const fn of(years: i64) -> Level {
        match years {
            ..4 => Level::Junior,
            4..=8 => Level::Confirmed,
            9.. => Level::Senior,
        }
    }

    /// Its name in addresses and the search index.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Confirmed => "confirmed",
            Level::Senior => "senior",
        }
    }

    /// Reads what [`Level::code`] wrote.
    pub(crate) fn parse(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }

    /// What people type in a search bar when they mean it, in French and English.
    pub(crate) const fn searched_as(self) -> &'static str {
        match self {
            Level::Junior => "junior débutant débutante beginner",
            Level::Confirmed => "confirmé confirmée intermédiaire confirmed intermediate",
            Level::Senior => "senior expert experte expérimenté expérimentée experienced",
        }
    }
}
