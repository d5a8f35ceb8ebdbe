//! Addresses of this room.

use db::Cursor;
use uuid::Uuid;

/// The desk.
pub const DESK: &str = "/staff";
/// Jobs that were given up.
pub const JOBS: &str = "/staff/jobs";

/// What was written by « Nous contacter »; the page is the site's.
pub(crate) const CONTACT_BOX: &str = "/staff/contact";

/// Jobs given up before this place.
pub(crate) fn older_jobs(place: Cursor) -> String {
    format!("{JOBS}?after={}", place.to_text())
}

/// Where a job gets another life.
pub(crate) fn retry(job: Uuid) -> String {
    format!("{JOBS}/{job}/retry")
}
