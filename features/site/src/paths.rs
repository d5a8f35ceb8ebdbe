//! Addresses of this room.

/// Home.
pub const HOME: &str = "/";
/// Help: the FAQ's chapters in our own words (R118).
pub const HELP: &str = "/help";
/// « Nous contacter ».
pub const CONTACT: &str = "/contact";
/// Where a message that was handed in leads.
pub const CONTACT_SENT: &str = "/contact/sent";
/// What was written by « Nous contacter », for staff.
pub const CONTACT_BOX: &str = "/staff/contact";

/// A legal page: `terms`, `privacy`, `imprint`.
pub fn legal(page: &str) -> String {
    format!("/legal/{page}")
}
