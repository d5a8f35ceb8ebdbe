//! What an account declared, as pages show it.

use chrono::{NaiveDate, TimeDelta};
use db::Timestamp;
use files::{FileId, Kind};
use swiss::{Place, Uid, places};
use uuid::Uuid;
use web::Role;

use crate::{
    Standing,
    rights::COMPANY,
    rules::{Ground, Paper, Permit},
};

/// A dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    pub account: Uuid,
    pub role: Role,
    pub standing: Standing,
    pub first: String,
    pub last: String,
    pub company: String,
    pub uid: String,
    pub contact_person: String,
    pub permit: Option<Permit>,
    pub valid_until: Option<NaiveDate>,
    pub street: String,
    /// The place's key.
    pub place: String,
    pub contact_me: bool,
    /// Of the last refusal, also while what was handed in since is in review.
    pub ground: Option<Ground>,
    pub message: String,
    pub submitted_at: Option<Timestamp>,
    pub contacted_at: Option<Timestamp>,
    pub decided_at: Option<Timestamp>,
    pub updated_at: Timestamp,
}

impl Dossier {
    /// One in which nothing is written yet.
    pub fn blank(account: Uuid, role: Role, now: Timestamp) -> Dossier {
        Dossier {
            account,
            role,
            standing: Standing::Draft,
            first: String::new(),
            last: String::new(),
            company: String::new(),
            uid: String::new(),
            contact_person: String::new(),
            permit: None,
            valid_until: None,
            street: String::new(),
            place: String::new(),
            contact_me: false,
            ground: None,
            message: String::new(),
            submitted_at: None,
            contacted_at: None,
            decided_at: None,
            updated_at: now,
        }
    }

    pub fn is_company(&self) -> bool {
        self.role == COMPANY
    }

    /// The legal name; empty when none was declared.
    pub fn name(&self) -> String {
        if self.is_company() {
            self.company.clone()
        } else {
            format!("{} {}", self.first, self.last).trim().to_owned()
        }
    }

    /// The place in full, « 1003 Lausanne (VD) »; empty when none was declared.
    pub fn place(&self) -> String {
        places::by_key(&self.place)
            .map(ToString::to_string)
            .unwrap_or_default()
    }

    /// What tells this state of the dossier from any later one.
    pub fn version(&self) -> i64 {
        self.updated_at.timestamp_micros()
    }

    /// The moment to write down with the next change: now, yet always later than the last one.
    pub fn next_version(&self, now: Timestamp) -> Timestamp {
        now.max(self.updated_at + TimeDelta::microseconds(1))
    }

    /// Whether the permit has run out by `today`.
    pub fn has_run_out(&self, today: NaiveDate) -> bool {
        self.permit
            .is_some_and(|permit| !permit.is_valid(self.valid_until, today))
    }
}

/// A document somebody handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub id: Uuid,
    pub account: Uuid,
    pub paper: Paper,
    pub file: FileId,
    pub mime: String,
    pub name: String,
    pub bytes: u64,
    pub handed_in_at: Timestamp,
}

impl Document {
    /// What it is; a kind we no longer know is handed out as a PDF would be: never shown, only saved.
    pub fn kind(&self) -> Kind {
        Kind::from_mime(&self.mime).unwrap_or(Kind::Pdf)
    }

    /// Whether a page can show it.
    pub fn is_image(&self) -> bool {
        self.kind().is_image()
    }
}

/// How often staff read documents of an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    pub times: u64,
    pub last: Option<Timestamp>,
}

/// What a freelance declares, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub first: String,
    pub last: String,
    pub street: String,
    /// The place's key; empty when it may be left out.
    pub place: &'static str,
    pub permit: Option<Permit>,
    pub valid_until: Option<NaiveDate>,
    /// No permit yet (R31).
    pub contact_me: bool,
}

/// What a company declares, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm {
    pub name: String,
    pub uid: Uid,
    pub contact_person: String,
    pub street: String,
    /// The place's key.
    pub place: &'static str,
}

/// Whether a company may have its seat there: it has a Swiss number (A13), which Liechtenstein's have too.
pub fn is_seat(place: &Place) -> bool {
    matches!(place.country, "CH" | "LI")
}
