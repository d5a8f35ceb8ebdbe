//! Days and times of day.
//!
//! A moment (`DateTime<Utc>`) is always shown as the clocks of Zurich show it,
//! whatever the reader's own clock: office hours and deadlines are Swiss. A day
//! (`NaiveDate`) has no zone and is shown as it is.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Zurich;
use icu::calendar::Gregorian;
use icu::datetime::input::Date;

use crate::Lang;

/// The day it is in Zurich at this moment; what « aujourd’hui » means.
pub fn zurich_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Zurich).date_naive()
}

impl Lang {
    /// The day of a moment, in Zurich: « 14 juin 2026 », "14 June 2026".
    pub fn date(self, at: DateTime<Utc>) -> String {
        self.day(zurich_day(at))
    }

    /// The moment, in Zurich: « 14 juin 2026 à 14:32 », "14 June 2026 at 14:32".
    pub fn date_time(self, at: DateTime<Utc>) -> String {
        let (date, time) = (self.date(at), self.time(at));
        match self {
            Lang::Fr => format!("{date} à {time}"),
            Lang::En => format!("{date} at {time}"),
        }
    }

    /// The time of day of a moment, in Zurich, on 24 hours in every language: 14:32.
    pub fn time(self, at: DateTime<Utc>) -> String {
        match self {
            Lang::Fr | Lang::En => at.with_timezone(&Zurich).format("%H:%M").to_string(),
        }
    }

    /// A day: « 1er août 2026 », "1 August 2026".
    pub fn day(self, day: NaiveDate) -> String {
        self.written(day, |date| self.formatters().date.format(date).to_string())
    }

    /// A day of a year that is plain: « 3 juin », "3 June". It stands in running text, where a line
    /// must not end between the two.
    pub fn day_month(self, day: NaiveDate) -> String {
        self.written(day, |date| self.formatters().day_month.format(date).to_string())
            .replace(' ', "\u{a0}")
    }

    /// A month: « juin 2026 », "June 2026".
    pub fn month(self, day: NaiveDate) -> String {
        // Not `written`: there is no day to turn into « 1er ».
        let Some(date) = gregorian(day) else {
            return day.format("%Y-%m").to_string();
        };
        self.formatters().month.format(&date).to_string()
    }

    /// A day as a heading says it: « Lundi 8 juin », "Monday 8 June".
    pub fn weekday_day(self, day: NaiveDate) -> String {
        capital(self.written(day, |date| self.formatters().weekday_day.format(date).to_string()))
    }

    /// The same with its year: « Lundi 8 juin 2026 », "Monday, 8 June 2026".
    pub fn weekday_date(self, day: NaiveDate) -> String {
        capital(self.written(day, |date| {
            self.formatters().weekday_date.format(date).to_string()
        }))
    }

    fn written(self, day: NaiveDate, format: impl Fn(&Date<Gregorian>) -> String) -> String {
        let Some(date) = gregorian(day) else {
            return day.to_string();
        };
        let text = format(&date);
        match self {
            // French counts the first of the month and only it; CLDR does not know.
            // The day is the first figure of every pattern.
            Lang::Fr if day.day() == 1 => text.replacen("1 ", "1er ", 1),
            Lang::Fr | Lang::En => text,
        }
    }
}

/// `None` for years ICU cannot take (beyond ±9999): these are shown as ISO 8601.
fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, of_month) = (day.month().try_into().ok()?, day.day().try_into().ok()?);
    Date::try_new_gregorian(day.year(), month, of_month).ok()
}

fn capital(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

#[cfg(test)]
mod tests;
