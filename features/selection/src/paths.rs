//! Addresses of this room.

use missions::MissionId;
use profiles::FreelanceId;

use crate::CandidacyId;

/// The signed-in home.
pub const DASHBOARD: &str = "/dashboard";
/// « Mes missions ».
pub const MY_MISSIONS: &str = "/my-missions";
/// « Gérer vos missions ».
pub const MANAGE: &str = "/manage";

/// « Visualiser les candidats ».
pub fn candidates(mission: MissionId) -> String {
    format!("{MANAGE}/{mission}/candidates")
}
/// « Cette mission m'intéresse » (POST).
pub fn interest_in_mission(mission: MissionId) -> String {
    format!("/missions/{mission}/interest")
}
/// « Ce profil m'intéresse » (POST, with the mission).
pub fn interest_in_freelance(freelance: FreelanceId) -> String {
    format!("/freelances/{freelance}/interest")
}
/// Accepting a received interest (POST).
pub fn acceptance(candidacy: CandidacyId) -> String {
    format!("/candidacies/{candidacy}/acceptance")
}
/// « Je postule » (POST).
pub fn application(candidacy: CandidacyId) -> String {
    format!("/candidacies/{candidacy}/application")
}
/// « Choisir ce candidat » (POST).
pub fn choice(candidacy: CandidacyId) -> String {
    format!("/candidacies/{candidacy}/choice")
}
/// « Écarter ce candidat », « Je ne suis pas intéressé(e) », or withdrawal (POST).
pub fn refusal(candidacy: CandidacyId) -> String {
    format!("/candidacies/{candidacy}/refusal")
}

/// The staff's home. It is a room above this one; this room only sends its people there.
pub(crate) const STAFF: &str = "/staff";

/// « Gérer vos missions », only those of one tab.
pub(crate) fn manage_tab(tab: &str) -> String {
    format!("{MANAGE}?tab={tab}")
}
