//! Addresses of this room.

/// The desk.
pub const DESK: &str = "/staff";
/// Jobs that were given up.
pub const JOBS: &str = "/staff/jobs";
