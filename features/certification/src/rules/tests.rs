#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use chrono::NaiveDate;
use sea_orm::Iterable;

use super::{Decision, Ground, Paper, Permit, Refusal};
use crate::Standing::{self, Certified, Draft, InReview, Refused, ToContact};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn handing_in_leads_to_staff_and_without_a_permit_to_being_contacted() {
    // R30, R31
    for standing in [Draft, ToContact, InReview, Refused] {
        assert_eq!(standing.hand_in(false), Ok(InReview), "{standing:?}");
        assert_eq!(standing.hand_in(true), Ok(ToContact), "{standing:?}");
    }
    // R117
    assert_eq!(Certified.hand_in(false), Err(Refusal::AlreadyCertified));
    assert_eq!(Certified.hand_in(true), Err(Refusal::AlreadyCertified));
}

#[test]
fn every_decision_has_its_standings() {
    let refuse = Decision::Refuse(Ground::Profile, String::new());
    let table = [
        (Draft, [None, None, None]),
        // A11: no permit yet never certifies.
        (ToContact, [None, Some(Refused), Some(ToContact)]),
        (InReview, [Some(Certified), Some(Refused), None]),
        (Certified, [None, Some(Refused), None]),
        (Refused, [None, None, None]),
    ];
    assert_eq!(table.len(), Standing::iter().count());
    for (standing, expected) in table {
        let decisions = [&Decision::Certify, &refuse, &Decision::NoteContact];
        let found = decisions.map(|decision| standing.decide(decision).ok());
        assert_eq!(found, expected, "{standing:?}");
    }
}

#[test]
fn a_permit_counts_to_its_last_day() {
    // R13, A11
    let today = day("2026-06-09");
    for permit in Permit::iter() {
        assert!(permit.is_valid(Some(today), today), "{permit:?}");
        assert!(!permit.is_valid(Some(day("2026-06-08")), today), "{permit:?}");
        let endless = matches!(permit, Permit::Swiss | Permit::C);
        assert_eq!(permit.is_valid(None, today), endless, "{permit:?}");
        assert_eq!(permit.ends(), !endless, "{permit:?}");
    }
}

#[test]
fn codes_lead_back_to_what_they_stand_for() {
    for permit in Permit::iter() {
        assert_eq!(Permit::parse(&permit.code()), Some(permit));
    }
    for ground in Ground::iter() {
        assert_eq!(Ground::parse(&ground.code()), Some(ground));
    }
    for paper in Paper::iter() {
        assert_eq!(Paper::parse(&paper.code()), Some(paper));
    }
    for nothing in ["", "B", "b ", "../permit", "swiss\0"] {
        assert_eq!(Permit::parse(nothing), None, "{nothing:?}");
        assert_eq!(Ground::parse(nothing), None, "{nothing:?}");
        assert_eq!(Paper::parse(nothing), None, "{nothing:?}");
    }
}
