//! Addresses of this room.

use uuid::Uuid;

/// Where freelances and companies hand in what is needed.
pub const CERTIFICATION: &str = "/certification";
/// The staff's queue.
pub const QUEUE: &str = "/staff/certification";

/// One dossier in the staff's queue.
pub fn dossier(account: Uuid) -> String {
    format!("{QUEUE}/{account}")
}
