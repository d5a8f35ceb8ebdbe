//! What this room announces.

use db::journal::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An address answered its letter, and its account was opened (R16, R80).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The account.
    pub account: Uuid,
    /// `freelance`, `company` or `staff`.
    pub role: String,
}
impl Event for Opened {
    const NAME: &'static str = "accounts.opened";
}

/// An account has a new password (R71, R72).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PasswordChanged {
    /// The account.
    pub account: Uuid,
}
impl Event for PasswordChanged {
    const NAME: &'static str = "accounts.password_changed";
}

/// An account has a new e-mail address, which has answered a letter (R70).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EmailChanged {
    /// The account.
    pub account: Uuid,
}
impl Event for EmailChanged {
    const NAME: &'static str = "accounts.email_changed";
}
