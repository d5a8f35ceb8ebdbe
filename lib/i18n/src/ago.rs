//! How long ago something was.

use chrono::{DateTime, Utc};

use crate::{Lang, zurich_day};

impl Lang {
    /// How long ago `then` was, seen at `now`, coarser as it recedes:
    /// « à l’instant », « il y a 12 min », « il y a 1 h » (the same day),
    /// « hier à 16:40 », « il y a 2 jours », « il y a 2 semaines », and from four
    /// weeks on « le 16 octobre 2026 ». Days are those of Zurich.
    ///
    /// The first minute is "just now", and so is a moment less than a minute ahead,
    /// since clocks of two machines differ; one further ahead is given in full.
    pub fn ago(self, now: DateTime<Utc>, then: DateTime<Utc>) -> String {
        let minutes = (now - then).num_minutes();
        let days = (zurich_day(now) - zurich_day(then)).num_days();
        match (minutes, days) {
            (..0, _) => self.on(&self.date_time(then)),
            (0, _) => self.just_now().to_owned(),
            (1..60, _) => self.past(minutes, "min", "min"),
            (_, ..1) => self.past(minutes / 60, "h", "h"),
            (_, 1) => self.yesterday_at(&self.time(then)),
            (_, 2..7) => {
                let (one, other) = self.day_words();
                self.past(days, one, other)
            }
            (_, 7..28) => {
                let (one, other) = self.week_words();
                self.past(days / 7, one, other)
            }
            (_, 28..) => self.on(&self.date(then)),
        }
    }

    fn just_now(self) -> &'static str {
        match self {
            Lang::Fr => "à l’instant",
            Lang::En => "just now",
        }
    }

    fn on(self, date: &str) -> String {
        match self {
            Lang::Fr => format!("le {date}"),
            Lang::En => format!("on {date}"),
        }
    }

    fn yesterday_at(self, time: &str) -> String {
        match self {
            Lang::Fr => format!("hier à {time}"),
            Lang::En => format!("yesterday at {time}"),
        }
    }

    fn day_words(self) -> (&'static str, &'static str) {
        match self {
            Lang::Fr => ("jour", "jours"),
            Lang::En => ("day", "days"),
        }
    }

    fn week_words(self) -> (&'static str, &'static str) {
        match self {
            Lang::Fr => ("semaine", "semaines"),
            Lang::En => ("week", "weeks"),
        }
    }

    fn past(self, n: i64, one: &str, other: &str) -> String {
        let unit = self.plural(n.unsigned_abs(), one, other);
        match self {
            Lang::Fr => format!("il y a {n}\u{a0}{unit}"),
            Lang::En => format!("{n}\u{a0}{unit} ago"),
        }
    }
}

#[cfg(test)]
mod tests;
