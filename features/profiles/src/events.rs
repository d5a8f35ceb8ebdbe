//! What this room announces.

use db::journal::Event;
use files::FileId;
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

/// A company took another logo, or none: the old file may go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogoReplaced {
    /// The old one.
    pub file: FileId,
}
impl Event for LogoReplaced {
    const NAME: &'static str = "profiles.logo_replaced";
}
