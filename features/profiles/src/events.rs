//! What this room announces.

use db::journal::Event;
use serde::{Deserialize, Serialize};

use crate::{CompanyId, FreelanceId};

/// A freelance changed what others see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FreelanceChanged {
    /// Who.
    pub freelance: FreelanceId,
}
impl Event for FreelanceChanged {
    const NAME: &'static str = "profiles.freelance_changed";
}

/// A company changed what others see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyChanged {
    /// Who.
    pub company: CompanyId,
}
impl Event for CompanyChanged {
    const NAME: &'static str = "profiles.company_changed";
}
