//! Addresses of this room.

use crate::{MissionId, rules::Step};

/// « Recherchez une mission »; previews for those who may not see more.
pub const MISSIONS: &str = "/missions";
/// « Création d'une mission ».
pub const NEW: &str = "/missions/new";

/// « Gérer vos missions », a page of the room of candidacies.
pub(crate) const MANAGE: &str = "/manage";

/// One mission.
pub fn mission(id: MissionId) -> String {
    format!("{MISSIONS}/{id}")
}

/// The first step of writing a mission; the others are named in this room alone.
pub fn edit(id: MissionId) -> String {
    step(id, Step::Mission)
}

/// Any step of writing a mission.
pub(crate) fn step(id: MissionId, step: Step) -> String {
    let name = match step {
        Step::Mission => "mission",
        Step::Skills => "skills",
        Step::Rate => "rate",
        Step::Preview => "preview",
    };
    format!("{MISSIONS}/{id}/edit/{name}")
}

/// « Clôturer la mission », or a draft deleted.
pub(crate) fn closure(id: MissionId) -> String {
    format!("{MISSIONS}/{id}/closure")
}

/// The search with a query as its page writes it.
pub(crate) fn search(query: &str) -> String {
    if query.is_empty() {
        MISSIONS.to_owned()
    } else {
        format!("{MISSIONS}?{query}")
    }
}
