//! What this room announces.

use db::journal::Event;
use profiles::CompanyId;
use serde::{Deserialize, Serialize};

use crate::MissionId;

/// A mission was published: it may now be found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// Which.
    pub mission: MissionId,
    /// Whose.
    pub company: CompanyId,
}
impl Event for Published {
    const NAME: &'static str = "missions.published";
}

/// A mission's text or state changed in a way that matters to the search: edited, reserved,
/// back in the search, validated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// Which.
    pub mission: MissionId,
}
impl Event for Changed {
    const NAME: &'static str = "missions.changed";
}

/// A mission was closed before anyone was chosen: cancelled by its company or removed by staff.
/// Candidacies end as « Mission clôturée ».
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    /// Which.
    pub mission: MissionId,
    /// Whose.
    pub company: CompanyId,
}
impl Event for Closed {
    const NAME: &'static str = "missions.closed";
}
