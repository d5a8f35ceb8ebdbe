//! Addresses of this room.

use db::Cursor;
use uuid::Uuid;

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
/// What browsers that install the site read.
pub const MANIFEST: &str = "/manifest.webmanifest";
/// What search engines read first.
pub const ROBOTS: &str = "/robots.txt";
/// The public pages, for search engines.
pub const SITEMAP: &str = "/sitemap.xml";

/// A legal page: `terms`, `privacy`, `imprint`.
pub fn legal(page: &str) -> String {
    format!("/legal/{page}")
}

/// « Nous contacter » with a topic chosen already.
pub fn contact_about(topic: &str) -> String {
    format!("{CONTACT}?topic={topic}")
}

/// One chapter or question of the help page, by its anchor.
pub fn help_on(anchor: &str) -> String {
    format!("{HELP}#{anchor}")
}

/// Older messages in the contact box.
pub(crate) fn older_messages(place: Cursor) -> String {
    format!("{CONTACT_BOX}?after={}", place.to_text())
}

/// That a message is dealt with (POST).
pub(crate) fn handling(message: Uuid) -> String {
    format!("{CONTACT_BOX}/{message}/handling")
}

/// Sign-up of a freelance; the page is another room's.
pub(crate) const SIGN_UP_FREELANCE: &str = "/sign-up/freelance";
/// Sign-up of a company; the page is another room's.
pub(crate) const SIGN_UP_COMPANY: &str = "/sign-up/company";
