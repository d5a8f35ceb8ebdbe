//! Addresses of this room.

use crate::ConversationId;

/// « Messagerie ».
pub const MESSAGES: &str = "/messages";

/// One conversation.
pub fn conversation(id: ConversationId) -> String {
    format!("{MESSAGES}/{id}")
}
