//! How long somebody has been in the trade, as one filters by (R52, R113, R114).

use i18n::Lang;

use crate::taxonomy::fold;

/// Years, and what may follow them, as [`fold`] leaves them.
const UNITS: [&str; 4] = ["an", "ans", "year", "years"];
const OF_EXPERIENCE: [&str; 2] = ["d experience ", "of experience "];

/// A level of experience, of a freelance or asked for by a mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Up to three years.
    Junior,
    /// Four to eight years.
    Confirmed,
    /// Nine years and more.
    Senior,
}

impl Level {
    /// All three, in the order they are shown.
    pub const ALL: [Level; 3] = [Level::Junior, Level::Confirmed, Level::Senior];

    /// The level of so many years.
    pub const fn of(years: i64) -> Level {
        match years {
            ..4 => Level::Junior,
            4..=8 => Level::Confirmed,
            9.. => Level::Senior,
        }
    }

    /// Its name in addresses and the search index.
    pub const fn code(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Confirmed => "confirmed",
            Level::Senior => "senior",
        }
    }

    /// Reads what [`Level::code`] wrote.
    pub fn parse(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Its name for people, as a range of years.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Fr, Level::Junior) => "0 à 3 ans",
            (Lang::Fr, Level::Confirmed) => "4 à 8 ans",
            (Lang::Fr, Level::Senior) => "Plus de 8 ans",
            (Lang::En, Level::Junior) => "0 to 3 years",
            (Lang::En, Level::Confirmed) => "4 to 8 years",
            (Lang::En, Level::Senior) => "More than 8 years",
        }
    }

    /// The level that a text asks for in years, and what else it asks for: « graphiste, 4 à 8 ans »,
    /// « 7 ans d’expérience » (R113). As words on a shelf, numbers would be found anywhere.
    pub(crate) fn asked_in(text: &str) -> Option<(Level, String)> {
        if !text.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let words = format!(" {} ", fold(&text.replace([',', ';'], " ")));
        let named = Level::ALL
            .into_iter()
            .flat_map(|level| Lang::ALL.map(|lang| (level, fold(level.name(lang)))));
        let counted =
            (0..=60).flat_map(|years| UNITS.map(|unit| (Level::of(years), format!("{years} {unit}"))));
        named.chain(counted).find_map(|(level, said)| {
            let (before, after) = words.split_once(&format!(" {said} "))?;
            let after = OF_EXPERIENCE
                .iter()
                .find_map(|more| after.strip_prefix(more))
                .unwrap_or(after);
            Some((level, format!("{before} {after}").trim().to_owned()))
        })
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

#[cfg(test)]
mod tests {
    use super::Level;

    // R113
    #[test]
    fn years_in_a_text_ask_for_a_level_and_the_rest_stays() {
        for (text, level, rest) in [
            ("4 à 8 ans", Level::Confirmed, ""),
            ("Plus de 8 ans", Level::Senior, ""),
            ("0 to 3 years", Level::Junior, ""),
            ("7 ans", Level::Confirmed, ""),
            ("1 an", Level::Junior, ""),
            ("10 ans d’expérience", Level::Senior, ""),
            (
                "UX designer, 5 years of experience, Lausanne",
                Level::Confirmed,
                "ux designer lausanne",
            ),
        ] {
            assert_eq!(Level::asked_in(text), Some((level, rest.to_owned())), "{text}");
        }
        for text in [
            "",
            "ans",
            "senior",
            "ISO 27001",
            "Java 17",
            "61 ans",
            "14 ansible",
            "8 heures",
        ] {
            assert_eq!(Level::asked_in(text), None, "{text}");
        }
    }
}
