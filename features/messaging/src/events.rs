//! What this room announces.

use db::journal::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ConversationId;

/// Somebody wrote. The text is not in the event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Where.
    pub conversation: ConversationId,
    /// The message.
    pub message: Uuid,
    /// Who wrote.
    pub author: Uuid,
    /// Who has not read it yet.
    pub reader: Uuid,
}
impl Event for Written {
    const NAME: &'static str = "messaging.written";
}
