//! Addresses of this room.

use db::Cursor;

/// The bell, top right.
pub const NOTIFICATIONS: &str = "/notifications";
/// « Tout marquer comme lu » (POST).
pub const READING: &str = "/notifications/reading";

/// Older notifications.
pub fn after(place: Cursor) -> String {
    format!("{NOTIFICATIONS}?after={}", place.to_text())
}
