//! What the rules are, without a base.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use sea_orm::{ActiveEnum, DeriveActiveEnum, EnumIter};

use crate::Standing;

/// What the rules say no to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub(crate) enum Refusal {
    /// A certified dossier is changed by staff only (R117).
    AlreadyCertified,
    /// The dossier is no longer what staff decided on: it changed, or somebody else decided.
    Overtaken,
    /// What was handed in has run out since (R13).
    PermitEnded,
}

/// What staff decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// All is in order (R30, R83).
    Certify,
    /// It is not, or is no longer; with what is said to the person (R19).
    Refuse(Ground, String),
    /// The person who asked for it was contacted (R31).
    NoteContact,
    /// A certified company has another registration number (R117).
    CorrectNumber(swiss::Uid),
}

impl Standing {
    /// All of them, as they are stored.
    pub(crate) const NAMES: [&'static str; 5] = ["draft", "to_contact", "in_review", "certified", "refused"];

    /// Whether the person may still hand something in.
    pub(crate) fn is_open(self) -> bool {
        self != Standing::Certified
    }

    /// Where handing in leads: without a permit to being contacted, else to staff (R30, R31).
    pub(crate) fn hand_in(self, contact_me: bool) -> Result<Standing, Refusal> {
        match (self.is_open(), contact_me) {
            (false, _) => Err(Refusal::AlreadyCertified),
            (true, true) => Ok(Standing::ToContact),
            (true, false) => Ok(Standing::InReview),
        }
    }

    /// Where a decision leads. « No permit yet » never certifies (A11); a certification may be withdrawn.
    pub(crate) fn decide(self, decision: &Decision) -> Result<Standing, Refusal> {
        match (self, decision) {
            (Standing::InReview, Decision::Certify) => Ok(Standing::Certified),
            (Standing::InReview | Standing::ToContact | Standing::Certified, Decision::Refuse(..)) => {
                Ok(Standing::Refused)
            }
            (Standing::ToContact, Decision::NoteContact) => Ok(Standing::ToContact),
            (Standing::Certified, Decision::CorrectNumber(_)) => Ok(Standing::Certified),
            _ => Err(Refusal::Overtaken),
        }
    }
}

/// The permit or paper that lets somebody work in Switzerland (A11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Permit {
    /// Swiss identity card or passport: no permit needed.
    #[sea_orm(string_value = "swiss")]
    Swiss,
    /// Residence permit B.
    #[sea_orm(string_value = "b")]
    B,
    /// Settlement permit C.
    #[sea_orm(string_value = "c")]
    C,
    /// Short-term permit L.
    #[sea_orm(string_value = "l")]
    L,
    /// Cross-border commuter permit G.
    #[sea_orm(string_value = "g")]
    G,
    /// Permit Ci, for families of people in international service.
    #[sea_orm(string_value = "ci")]
    Ci,
    /// Permits N, F or S, for asylum and protection.
    #[sea_orm(string_value = "nfs")]
    Nfs,
    /// Proof that a permit was asked for and is being decided on.
    #[sea_orm(string_value = "pending")]
    Pending,
}

impl Permit {
    /// The permit of this code.
    pub(crate) fn parse(code: &str) -> Option<Permit> {
        Permit::try_from_value(&code.to_owned()).ok()
    }

    /// Its name in forms and storage.
    pub(crate) fn code(self) -> String {
        self.to_value()
    }

    /// Whether an end date stands on it. A Swiss paper needs none, and what stands on a permit C
    /// is only the day the card itself is renewed.
    pub fn ends(self) -> bool {
        !matches!(self, Permit::Swiss | Permit::C)
    }

    /// Whether it may be handed in on `today` when it is valid until `until`, inclusive.
    pub fn is_valid(self, until: Option<NaiveDate>, today: NaiveDate) -> bool {
        match until {
            Some(until) => until >= today,
            None => !self.ends(),
        }
    }
}

/// The documents a freelance hands in (R13, R22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Paper {
    /// The work permit, or what stands for it.
    #[sea_orm(string_value = "permit")]
    Permit,
    /// The proof of address.
    #[sea_orm(string_value = "address")]
    Address,
}

impl Paper {
    /// The paper of this code.
    pub(crate) fn parse(code: &str) -> Option<Paper> {
        Paper::try_from_value(&code.to_owned()).ok()
    }

    /// Its name in forms, addresses and storage.
    pub(crate) fn code(self) -> String {
        self.to_value()
    }

    /// The field its file is sent in.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Paper::Permit => "permit_file",
            Paper::Address => "address_file",
        }
    }
}

/// Why a registration is refused: these two and no other (R19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Ground {
    /// Mandatory documents are not up to date; a company's is its registration number.
    #[sea_orm(string_value = "documents")]
    Documents,
    /// The profile does not fit the platform.
    #[sea_orm(string_value = "profile")]
    Profile,
}

impl Ground {
    /// The ground of this code.
    pub(crate) fn parse(code: &str) -> Option<Ground> {
        Ground::try_from_value(&code.to_owned()).ok()
    }

    /// Its name in forms, events and storage.
    pub(crate) fn code(self) -> String {
        self.to_value()
    }
}
