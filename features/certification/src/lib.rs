//! Who may take part: documents and registration numbers are handed in, staff look, certify or
//! refuse (R13, R19, R22, R30-R38, R83-R90).

pub mod events;
pub mod paths;
pub mod rights;
mod words;

use std::collections::HashMap;

use app::Reaction;
use db::{Tx, schema::Migration};
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::{Problem, Routes};

pub use words::locked;

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing complete handed in yet.
    Draft,
    /// Has no work permit yet and asked to be contacted (R31).
    ToContact,
    /// Complete, waiting for staff.
    InReview,
    /// Certified: may do all that its role may do.
    Certified,
    /// Refused with a reason; may hand in again.
    Refused,
}

/// The name an account declared: a person's or a firm's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalName {
    /// First name; empty for a firm.
    pub first: String,
    /// Last name, or the firm's name.
    pub last: String,
}

/// This room's pages for everyone but staff.
pub fn routes() -> Routes {
    Routes::new()
}
/// This room's pages for staff.
pub fn staff_routes() -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
/// What this room does on events (letters to the person).
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}

/// Whether staff have certified this account.
pub async fn is_certified(_db: &impl ConnectionTrait, _account: Uuid) -> Result<bool, db::Error> {
    todo!()
}
/// Which of these accounts are certified.
pub async fn certified_among(_db: &impl ConnectionTrait, _accounts: &[Uuid]) -> Result<Vec<Uuid>, db::Error> {
    todo!()
}
/// Where this account stands; [`Standing::Draft`] for one that never handed in anything.
pub async fn standing(_db: &impl ConnectionTrait, _account: Uuid) -> Result<Standing, db::Error> {
    todo!()
}
/// Declared names by account; accounts that declared none are absent.
pub async fn names(
    _db: &impl ConnectionTrait,
    _accounts: &[Uuid],
) -> Result<HashMap<Uuid, LegalName>, db::Error> {
    todo!()
}
/// A company hands in its registration number at sign-up (R80, R83). The number is checked already.
pub async fn hand_in_number(
    _app: &app::App,
    _tx: &Tx,
    _account: Uuid,
    _uid: &swiss::Uid,
) -> Result<(), Problem> {
    todo!()
}
/// How many dossiers wait for staff.
pub async fn waiting(_db: &impl ConnectionTrait) -> Result<u64, db::Error> {
    todo!()
}
