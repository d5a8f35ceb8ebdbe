//! Addresses of this room.

use crate::MissionId;

/// « Recherchez une mission »; previews for those who may not see more.
pub const MISSIONS: &str = "/missions";
/// « Création d'une mission ».
pub const NEW: &str = "/missions/new";

/// One mission.
pub fn mission(id: MissionId) -> String {
    format!("{MISSIONS}/{id}")
}

/// The first step of writing a mission; the others are named in this room alone.
pub fn edit(id: MissionId) -> String {
    format!("{MISSIONS}/{id}/edit/mission")
}
