//! What this room announces.

use db::journal::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Somebody handed in all that is needed and waits for staff (R30, R83).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submitted {
    /// The account.
    pub account: Uuid,
    /// `freelance` or `company`.
    pub role: String,
}
impl Event for Submitted {
    const NAME: &'static str = "certification.submitted";
}

/// Staff certified an account (R30, R83). Its profile and missions become visible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certified {
    /// The account.
    pub account: Uuid,
    /// `freelance` or `company`.
    pub role: String,
}
impl Event for Certified {
    const NAME: &'static str = "certification.certified";
}

/// Staff refused a registration with a ground (R19). If it was certified before, its profile and
/// missions leave the search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refused {
    /// The account.
    pub account: Uuid,
    /// `freelance` or `company`.
    pub role: String,
    /// The ground: a code of this room. What staff wrote besides stays with the dossier: an event
    /// is kept for ever.
    pub ground: String,
    /// Whether it was certified before: a certification was withdrawn.
    #[serde(default)]
    pub withdrawn: bool,
}
impl Event for Refused {
    const NAME: &'static str = "certification.refused";
}

/// Staff corrected the registration number of a certified company (R117).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberCorrected {
    /// The company's account.
    pub account: Uuid,
    /// Who of the staff did.
    pub by: Uuid,
}
impl Event for NumberCorrected {
    const NAME: &'static str = "certification.number_corrected";
}

/// Another document took the place of this one, whose file nobody needs any more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentReplaced {
    /// The file to be deleted.
    pub file: Uuid,
}
impl Event for DocumentReplaced {
    const NAME: &'static str = "certification.document_replaced";
}
