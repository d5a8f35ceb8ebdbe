//! Addresses of this room.

/// The bell, top right.
pub const NOTIFICATIONS: &str = "/notifications";
