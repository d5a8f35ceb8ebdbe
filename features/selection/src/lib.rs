//! The selection in two steps, Interest then Validation (R1-R10, R44-R47, R51, R65, R99-R111;
//! `spec/selection.md`, I1-I13).
//!
//! Promises:
//! - Every move goes through [`rules`], is logged, announced and, with all that follows from it,
//!   committed at once or not at all. The last of two racing moves is refused in words (I1, I2, I5).
//! - Whoever is not one of the pair finds nothing (404).
//! - Messaging, the boards and the pages of missions and freelances lead to the same addresses (I13).
//!
//! Words owned: interest, candidacy, validation, and the labels of their states. Not here: letters
//! and bells (notifications), messages (messaging), the text of missions, the timers of silence.

pub mod events;
pub mod paths;

mod moves;
mod plant;
mod reactions;
mod rules;
mod schema;
mod store;

use std::sync::Arc;

use app::{App, Reaction};
use async_trait::async_trait;
use db::{Tx, schema::Migration};
use missions::MissionId;
use profiles::FreelanceId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::Routes;

pub use plant::{PlantedMove, plant};

db::id!(
    /// One mission and one freelance, and how far they have come.
    CandidacyId
);

/// The slot that tells a concluded pair how to reach each other (A14). Accounts live elsewhere.
#[async_trait]
pub trait Contacts: Send + Sync {
    /// The e-mail address of an account; `None` when it is gone.
    async fn email(&self, app: &App, account: Uuid) -> anyhow::Result<Option<String>>;
}

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
/// What this room does on events from below (mission closed → candidacies end).
pub fn reactions() -> Vec<Reaction> {
    reactions::reactions()
}
/// What fills the slot beside a mission.
pub fn beside_missions() -> Arc<dyn missions::Candidacies> {
    todo!()
}
/// What fills the slot beside a conversation. After the conclusion it shows what `contacts` tells.
pub fn beside_conversations(_contacts: Arc<dyn Contacts>) -> Arc<dyn messaging::Beside> {
    todo!()
}
/// What fills the slot beside a freelance's profile.
pub fn beside_freelances() -> Arc<dyn profiles::Beside> {
    todo!()
}

/// Whether this freelance and this company have concluded together: contact data is shared then (A14).
///
/// # Errors
/// What the engine says.
pub async fn have_concluded(
    db: &impl ConnectionTrait,
    freelance: FreelanceId,
    company: profiles::CompanyId,
) -> Result<bool, db::Error> {
    store::have_concluded(db, freelance, company).await
}
