#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use crate::Lang::{self, En, Fr};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A tilde stands for the no-break space between a number and its unit.
fn held(text: &str) -> String {
    text.replace('~', "\u{a0}")
}

#[test]
fn time_past_grows_coarser() {
    // A Sunday in summer, 16:00 in Zurich.
    let now = at("2026-06-14T14:00:00Z");
    for (then, fr, en) in [
        ("2026-06-14T14:00:00Z", "à l’instant", "just now"),
        ("2026-06-14T13:59:01Z", "à l’instant", "just now"),
        ("2026-06-14T13:59:00Z", "il y a 1~min", "1~min ago"),
        ("2026-06-14T13:48:00Z", "il y a 12~min", "12~min ago"),
        ("2026-06-14T13:00:01Z", "il y a 59~min", "59~min ago"),
        ("2026-06-14T13:00:00Z", "il y a 1~h", "1~h ago"),
        ("2026-06-14T08:00:00Z", "il y a 6~h", "6~h ago"),
        ("2026-06-13T22:00:00Z", "il y a 16~h", "16~h ago"),
        ("2026-06-13T21:59:00Z", "hier à 23:59", "yesterday at 23:59"),
        ("2026-06-13T14:40:00Z", "hier à 16:40", "yesterday at 16:40"),
        ("2026-06-12T22:00:00Z", "hier à 00:00", "yesterday at 00:00"),
        ("2026-06-12T21:59:00Z", "il y a 2~jours", "2~days ago"),
        ("2026-06-08T08:00:00Z", "il y a 6~jours", "6~days ago"),
        ("2026-06-07T08:00:00Z", "il y a 1~semaine", "1~week ago"),
        ("2026-06-01T08:00:00Z", "il y a 1~semaine", "1~week ago"),
        ("2026-05-31T08:00:00Z", "il y a 2~semaines", "2~weeks ago"),
        ("2026-05-18T08:00:00Z", "il y a 3~semaines", "3~weeks ago"),
        ("2026-05-17T08:00:00Z", "le 17 mai 2026", "on 17 May 2026"),
        ("2025-08-01T08:00:00Z", "le 1er août 2025", "on 1 August 2025"),
    ] {
        assert_eq!(Fr.ago(now, at(then)), held(fr), "{then}");
        assert_eq!(En.ago(now, at(then)), held(en), "{then}");
    }
}

#[test]
fn just_past_midnight_the_last_hour_still_counts_in_minutes() {
    let now = at("2026-06-14T22:20:00Z");
    assert_eq!(Fr.ago(now, at("2026-06-14T21:50:00Z")), held("il y a 30~min"));
    assert_eq!(Fr.ago(now, at("2026-06-14T20:50:00Z")), "hier à 22:50");
}

#[test]
fn the_night_of_a_clock_change_is_counted_in_real_hours() {
    // From 01:30 to 04:30 on the wall, two hours pass in spring, four in autumn.
    let spring = (at("2026-03-29T02:30:00Z"), at("2026-03-29T00:30:00Z"));
    let autumn = (at("2026-10-25T03:30:00Z"), at("2026-10-24T23:30:00Z"));
    assert_eq!(Fr.ago(spring.0, spring.1), held("il y a 2~h"));
    assert_eq!(Fr.ago(autumn.0, autumn.1), held("il y a 4~h"));
}

#[test]
fn a_clock_slightly_ahead_is_forgiven_and_a_future_moment_is_given_in_full() {
    let now = at("2026-06-14T14:00:00Z");
    assert_eq!(Fr.ago(now, at("2026-06-14T14:00:59Z")), "à l’instant");
    assert_eq!(Fr.ago(now, at("2026-06-15T07:00:00Z")), "le 15 juin 2026 à 09:00");
}

proptest! {
    #[test]
    fn any_two_moments_can_be_compared(now in -2_000_000_000i64..8_000_000_000, then in -2_000_000_000i64..8_000_000_000) {
        let (now, then) = (DateTime::from_timestamp(now, 0).unwrap(), DateTime::from_timestamp(then, 0).unwrap());
        for lang in Lang::ALL {
            prop_assert!(!lang.ago(now, then).is_empty());
        }
    }
}
