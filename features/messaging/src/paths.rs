//! Addresses of this room.

use db::Cursor;

use crate::ConversationId;

/// « Messagerie ».
pub const MESSAGES: &str = "/messages";

/// One conversation.
pub fn conversation(id: ConversationId) -> String {
    format!("{MESSAGES}/{id}")
}

/// Where missions are searched. It is a room beside this one; this room only sends its people there.
pub(crate) const MISSIONS: &str = "/missions";

/// One tab of the list.
pub(crate) fn list(archived: bool) -> String {
    match archived {
        true => format!("{MESSAGES}?tab=archived"),
        false => MESSAGES.to_owned(),
    }
}

/// Further down in one tab of the list.
pub(crate) fn list_after(archived: bool, after: Cursor) -> String {
    let and = if archived { "tab=archived&" } else { "" };
    format!("{MESSAGES}?{and}after={}", after.to_text())
}

/// What was said before the entry of this number.
pub(crate) fn before(id: ConversationId, number: i64) -> String {
    format!("{MESSAGES}/{id}?before={number}")
}

/// What came after the entry of this number, for a page whose composer is open or not.
pub(crate) fn after(id: ConversationId, number: i64, open: bool) -> String {
    let open = if open { "&open=yes" } else { "" };
    format!("{MESSAGES}/{id}?after={number}{open}")
}

/// Where a reader says what they have read (POST).
pub(crate) fn reading(id: ConversationId) -> String {
    format!("{MESSAGES}/{id}/reading")
}

/// The news of one conversation, for a page that shows it up to this number.
pub(crate) fn live(id: ConversationId, number: i64) -> String {
    format!("{MESSAGES}/{id}/live?after={number}")
}
