//! The selection in two steps, Interest then Validation (R1-R10, R44-R47, R51, R65, R99-R111;
//! `spec/selection.md`, I1-I13).

pub mod events;
pub mod paths;

use std::sync::Arc;

use app::Reaction;
use db::{Tx, schema::Migration};
use missions::MissionId;
use profiles::FreelanceId;
use sea_orm::ConnectionTrait;
use web::Routes;

db::id!(
    /// One mission and one freelance, and how far they have come.
    CandidacyId
);

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
/// What this room does on events from below (mission closed → candidacies end).
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}
/// What fills the slot beside a mission.
pub fn beside_missions() -> Arc<dyn missions::Candidacies> {
    todo!()
}
/// What fills the slot beside a conversation.
pub fn beside_conversations() -> Arc<dyn messaging::Beside> {
    todo!()
}
/// What fills the slot beside a freelance's profile.
pub fn beside_freelances() -> Arc<dyn profiles::Beside> {
    todo!()
}
/// Whether this freelance and this company have concluded together: contact data is shared then (A14).
pub async fn have_concluded(
    _db: &impl ConnectionTrait,
    _freelance: FreelanceId,
    _company: profiles::CompanyId,
) -> Result<bool, db::Error> {
    todo!()
}

/// A move, for demos and tests: the same rules as the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlantedMove {
    /// « Cette mission m'intéresse ».
    FreelanceInterest,
    /// « Ce profil m'intéresse ».
    CompanyInterest,
    /// « Je postule ».
    Apply,
    /// « Choisir ce candidat ».
    Choose,
    /// « Écarter ce candidat ».
    Reject,
    /// « Je ne suis pas intéressé(e) ».
    Decline,
}

/// Makes moves between a freelance and a mission, in order; gives the candidacy.
pub async fn plant(
    _app: &app::App,
    _tx: &Tx,
    _mission: MissionId,
    _freelance: FreelanceId,
    _moves: &[PlantedMove],
) -> anyhow::Result<CandidacyId> {
    todo!()
}
