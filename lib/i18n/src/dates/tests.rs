#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;

use super::zurich_day;
use crate::Lang::{self, En, Fr};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn days_are_written_out() {
    for (date, fr, en) in [
        ("2026-06-14", "14 juin 2026", "14 June 2026"),
        ("2026-08-01", "1er août 2026", "1 August 2026"),
        ("2026-01-11", "11 janvier 2026", "11 January 2026"),
        ("2026-12-31", "31 décembre 2026", "31 December 2026"),
        ("2024-02-29", "29 février 2024", "29 February 2024"),
        ("1999-03-21", "21 mars 1999", "21 March 1999"),
    ] {
        assert_eq!(Fr.day(day(date)), fr);
        assert_eq!(En.day(day(date)), en);
    }
}

#[test]
fn days_are_written_without_their_year() {
    for (date, fr, en) in [
        ("2026-06-03", "3 juin", "3 June"),
        ("2026-05-01", "1er mai", "1 May"),
        ("2026-02-21", "21 février", "21 February"),
    ] {
        assert_eq!(Fr.day_month(day(date)), fr.replace(' ', "\u{a0}"));
        assert_eq!(En.day_month(day(date)), en.replace(' ', "\u{a0}"));
    }
}

#[test]
fn headings_begin_with_a_capital_weekday() {
    // English takes its comma with the year only: so says CLDR.
    for (date, fr, en, en_with_year) in [
        (
            "2026-06-08",
            "Lundi 8 juin",
            "Monday 8 June",
            "Monday, 8 June 2026",
        ),
        (
            "2026-05-28",
            "Jeudi 28 mai",
            "Thursday 28 May",
            "Thursday, 28 May 2026",
        ),
        (
            "2026-08-01",
            "Samedi 1er août",
            "Saturday 1 August",
            "Saturday, 1 August 2026",
        ),
    ] {
        assert_eq!(Fr.weekday_day(day(date)), fr);
        assert_eq!(En.weekday_day(day(date)), en);
        assert_eq!(Fr.weekday_date(day(date)), format!("{fr} 2026"));
        assert_eq!(En.weekday_date(day(date)), en_with_year);
    }
}

#[test]
fn months_are_written_with_their_year() {
    for (date, fr, en) in [
        ("2026-06-08", "juin 2026", "June 2026"),
        ("2021-08-01", "août 2021", "August 2021"),
    ] {
        assert_eq!(Fr.month(day(date)), fr);
        assert_eq!(En.month(day(date)), en);
    }
}

#[test]
fn moments_are_shown_on_the_clocks_of_zurich() {
    for (moment, fr, en) in [
        // Summer time, two hours ahead.
        (
            "2026-06-14T12:32:59Z",
            "14 juin 2026 à 14:32",
            "14 June 2026 at 14:32",
        ),
        // Winter time, one hour ahead.
        (
            "2026-01-05T08:05:00Z",
            "5 janvier 2026 à 09:05",
            "5 January 2026 at 09:05",
        ),
        // Already tomorrow, next month, next year in Zurich.
        (
            "2026-07-31T22:00:00Z",
            "1er août 2026 à 00:00",
            "1 August 2026 at 00:00",
        ),
        (
            "2026-12-31T23:00:00Z",
            "1er janvier 2027 à 00:00",
            "1 January 2027 at 00:00",
        ),
        (
            "2026-12-31T22:59:59Z",
            "31 décembre 2026 à 23:59",
            "31 December 2026 at 23:59",
        ),
        // The spring gap: 02:00 to 03:00 does not exist.
        (
            "2026-03-29T00:59:00Z",
            "29 mars 2026 à 01:59",
            "29 March 2026 at 01:59",
        ),
        (
            "2026-03-29T01:00:00Z",
            "29 mars 2026 à 03:00",
            "29 March 2026 at 03:00",
        ),
        // The autumn fold: 02:30 comes twice.
        (
            "2026-10-25T00:30:00Z",
            "25 octobre 2026 à 02:30",
            "25 October 2026 at 02:30",
        ),
        (
            "2026-10-25T01:30:00Z",
            "25 octobre 2026 à 02:30",
            "25 October 2026 at 02:30",
        ),
    ] {
        assert_eq!(Fr.date_time(at(moment)), fr);
        assert_eq!(En.date_time(at(moment)), en);
        assert!(fr.starts_with(&Fr.date(at(moment))));
        assert!(en.ends_with(&En.time(at(moment))));
    }
}

#[test]
fn the_day_turns_at_midnight_in_zurich() {
    for (moment, expected) in [
        ("2026-06-14T21:59:59Z", "2026-06-14"),
        ("2026-06-14T22:00:00Z", "2026-06-15"),
        ("2026-01-14T22:59:59Z", "2026-01-14"),
        ("2026-01-14T23:00:00Z", "2026-01-15"),
    ] {
        assert_eq!(zurich_day(at(moment)), day(expected));
    }
}

proptest! {
    #[test]
    fn every_day_can_be_said(days in -200_000i32..3_000_000) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        for lang in Lang::ALL {
            for text in [lang.day(day), lang.day_month(day), lang.month(day), lang.weekday_date(day)] {
                prop_assert!(!text.is_empty());
                prop_assert!(!text.contains("1er1"), "{}", text);
            }
        }
    }
}

#[test]
fn days_beyond_the_calendar_fall_back_to_figures() {
    for lang in Lang::ALL {
        assert!(lang.day(NaiveDate::MAX).ends_with("-12-31"));
        assert!(lang.month(NaiveDate::MIN).ends_with("-01"));
    }
}
