//! Letters kept in memory.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use lettre::Message;
use lettre::message::header::Date;
use uuid::Uuid;

use crate::{Envelope, Recipient, Sender, message};

/// What is kept before the oldest is forgotten.
const KEPT: usize = 1000;

/// A letter as it left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The envelope's id.
    pub id: Uuid,
    /// Who received it.
    pub to: Recipient,
    /// The subject.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// When it left, to the second, as its `Date` header says.
    pub sent_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Outbox(Arc<Mutex<VecDeque<Sent>>>);

impl Outbox {
    pub(super) fn keep(&self, envelope: &Envelope, message: &Message, sender: &Sender) {
        let date = message.headers().get::<Date>();
        let sent_at = date.map_or(DateTime::UNIX_EPOCH, |date| {
            std::time::SystemTime::from(date).into()
        });
        let sent = Sent {
            id: envelope.id,
            to: envelope.to.clone(),
            subject: message::one_line(&envelope.letter.subject),
            text: envelope.letter.text(),
            html: envelope.letter.html(&sender.name),
            sent_at,
        };
        // A thread that panicked while holding the list left it whole: it only pushes.
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if letters.len() == KEPT {
            letters.pop_front();
        }
        letters.push_back(sent);
    }

    pub(super) fn letters(&self) -> Vec<Sent> {
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.iter().cloned().collect()
    }
}
