//! Addresses of this room.

/// Home.
pub const HOME: &str = "/";
/// Help: the FAQ's chapters in our own words (R118).
pub const HELP: &str = "/help";
/// « Nous contacter ».
pub const CONTACT: &str = "/contact";

/// A legal page: `terms`, `privacy`, `imprint`.
pub fn legal(page: &str) -> String {
    format!("/legal/{page}")
}
