//! The selection in two steps, Interest then Validation (R1-R10, R44-R47, R51, R65, R99-R111;
//! `docs/spec/selection.md`, I1-I13).
//!
//! Promises:
//! - Every move goes through [`rules`], is logged, announced and, with all that follows from it,
//!   committed at once or not at all. The last of two racing moves is refused in words (I1, I2, I5).
//! - Whoever is not one of the pair finds nothing (404).
//! - Messaging, the boards and the pages of missions and freelances lead to the same addresses (I13).
//!
//! Words owned: interest, candidacy, validation, and the labels of their states. Not here: letters
//! and bells (notifications), messages (messaging), the text of missions, the timers of silence (30 days).

pub mod events;
pub mod paths;

mod badge;
mod lines;
mod moves;
mod offer;
mod pages;
mod plant;
mod reactions;
mod rules;
#[cfg(test)]
mod samples;
mod schema;
mod slots;
mod store;
mod timers;
mod words;

use std::sync::Arc;

use app::{Job, Reaction};
use db::schema::Migration;
use sea_orm::ConnectionTrait;
use web::Routes;

pub use plant::{PlantedMove, plant};
pub use rules::TO_ANSWER;

db::id!(
    /// One mission and one freelance, and how far they have come.
    CandidacyId
);

/// This room's pages.
pub fn routes() -> Routes {
    use certification::rights::{
        ANY_COMPANY, ANY_FREELANCE, CERTIFIED_COMPANY, CERTIFIED_FREELANCE, CERTIFIED_SIDE,
    };
    use pages::{candidates, dashboard, decision, interest, manage, my_missions};

    Routes::new()
        .get_own(paths::DASHBOARD, web::MEMBER, dashboard::show)
        .get_own(paths::MY_MISSIONS, ANY_FREELANCE, my_missions::show)
        .get_own(paths::MANAGE, ANY_COMPANY, manage::show)
        .get_own("/manage/{mission}/candidates", ANY_COMPANY, candidates::show)
        .post(
            "/missions/{id}/interest",
            CERTIFIED_FREELANCE,
            interest::in_mission,
        )
        .post(
            "/freelances/{id}/interest",
            CERTIFIED_COMPANY,
            interest::in_freelance,
        )
        .post_own("/candidacies/{id}/acceptance", CERTIFIED_SIDE, decision::accept)
        .post_own(
            "/candidacies/{id}/application",
            CERTIFIED_FREELANCE,
            decision::apply,
        )
        .post_own("/candidacies/{id}/choice", CERTIFIED_COMPANY, decision::choose)
        .post_own("/candidacies/{id}/refusal", CERTIFIED_SIDE, decision::refuse)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
/// What this room does on events from below (mission closed → candidacies end).
pub fn reactions() -> Vec<Reaction> {
    reactions::reactions()
}
/// What this room does when a time has come: a choice that nobody answered ends after seven days (A2).
pub fn jobs() -> Vec<Job> {
    timers::jobs()
}
/// What fills the slot beside a mission.
pub fn beside_missions() -> Arc<dyn missions::Candidacies> {
    Arc::new(slots::BesideMissions)
}
/// What fills the slot beside a conversation.
pub fn beside_conversations() -> Arc<dyn messaging::Beside> {
    Arc::new(slots::BesideConversations)
}
/// What fills the slot beside a freelance's profile.
pub fn beside_freelances() -> Arc<dyn profiles::Beside> {
    Arc::new(slots::BesideFreelances)
}

/// What whoever refused a candidacy said about it (N8, N9), for the letter that tells of it.
///
/// # Errors
/// What the engine says.
pub async fn reason(db: &impl ConnectionTrait, candidacy: CandidacyId) -> Result<Option<String>, db::Error> {
    store::reason(db, candidacy).await
}

/// Until when this freelance is awaited to answer a choice; `None` when nothing is awaited of them.
///
/// # Errors
/// What the engine says.
pub async fn answer_due(
    db: &impl ConnectionTrait,
    candidacy: CandidacyId,
) -> Result<Option<db::Timestamp>, db::Error> {
    let known = store::candidacy(db, candidacy).await?;
    Ok(known.and_then(|candidacy| candidacy.answer_due()))
}
