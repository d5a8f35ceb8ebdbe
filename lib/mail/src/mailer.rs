//! Sending: through a server, into a folder, or into memory.

mod folder;
mod memory;
mod smtp;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

use crate::{Letter, Recipient, message};

pub use memory::Sent;
pub use smtp::{Security, SmtpSettings};

/// Who all letters come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The name shown beside the address; also the letterhead.
    pub name: String,
    /// The address; answers arrive there.
    pub address: String,
    /// The public host name, for Message-IDs and to introduce ourselves to the mail
    /// server: `example.ch`.
    pub host: String,
}

/// A letter and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Names this letter for ever: it becomes the Message-ID, so a retry must bring
    /// the same one and a mailbox then shows the letter once.
    pub id: Uuid,
    /// The one person who receives it.
    pub to: Recipient,
    /// What it says.
    pub letter: Letter,
}

/// Why a letter did not leave. The text is for the staff and may hold the
/// recipient's address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// Nothing is wrong with this letter: try again later.
    #[error("not sent, to be tried again: {0}")]
    Retry(String),
    /// This letter will never arrive: the address is no address, or the server
    /// refused it for good.
    #[error("refused for good: {0}")]
    Refused(String),
}

/// Sends letters. Cheap to clone; clones share connections and memory.
#[derive(Debug, Clone)]
pub struct Mailer {
    sender: Arc<Sender>,
    transport: Transport,
}

#[derive(Debug, Clone)]
enum Transport {
    Smtp(Arc<smtp::Relay>),
    Folder(Arc<PathBuf>),
    Memory(memory::Outbox),
}

impl Mailer {
    /// Sends through a mail server. Connects at the first letter; [`Mailer::check`]
    /// tells earlier.
    ///
    /// # Errors
    /// When the sender's address is none, the extra root certificate cannot be read,
    /// or clear text is asked for to another machine.
    pub fn smtp(sender: Sender, settings: SmtpSettings) -> anyhow::Result<Mailer> {
        let relay = smtp::Relay::new(settings, &sender.host)?;
        Mailer::new(sender, Transport::Smtp(Arc::new(relay)))
    }

    /// Writes each letter as `<id>.eml` into `folder`, for development and for
    /// machines without a mail server.
    ///
    /// # Errors
    /// When the sender's address is none.
    pub fn folder(sender: Sender, folder: impl Into<PathBuf>) -> anyhow::Result<Mailer> {
        Mailer::new(sender, Transport::Folder(Arc::new(folder.into())))
    }

    /// Keeps the last thousand letters for [`Mailer::sent`], for tests.
    ///
    /// # Errors
    /// When the sender's address is none.
    pub fn memory(sender: Sender) -> anyhow::Result<Mailer> {
        Mailer::new(sender, Transport::Memory(memory::Outbox::default()))
    }

    fn new(sender: Sender, transport: Transport) -> anyhow::Result<Mailer> {
        message::parse(&sender.address)
            .map_err(anyhow::Error::msg)
            .with_context(|| format!("the sender's address {:?}", sender.address))?;
        let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        anyhow::ensure!(
            !sender.host.is_empty() && sender.host.chars().all(host),
            "the sender's host {:?} is not a host name",
            sender.host
        );
        let sender = Arc::new(sender);
        Ok(Mailer { sender, transport })
    }

    /// Sends one letter. May be dropped at any time: a connection whose exchange was
    /// cut is not used again.
    ///
    /// # Errors
    /// See [`Failure`]: it says whether to come back.
    pub async fn send(&self, envelope: &Envelope) -> Result<(), Failure> {
        let message = message::build(&self.sender, envelope)?;
        match &self.transport {
            Transport::Smtp(relay) => relay.send(&message).await,
            Transport::Folder(folder) => {
                let written = folder::write(folder, envelope.id, &message.formatted()).await;
                written.map_err(|error| Failure::Retry(format!("{error:#}")))
            }
            Transport::Memory(outbox) => {
                outbox.keep(envelope, &message, &self.sender);
                Ok(())
            }
        }
    }

    /// Whether letters can leave now: the server answers, takes our credentials and
    /// is who it should be; or the folder can be written to.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn check(&self) -> anyhow::Result<()> {
        match &self.transport {
            Transport::Smtp(relay) => relay.check().await,
            Transport::Folder(folder) => folder::check(folder).await,
            Transport::Memory(_) => Ok(()),
        }
    }

    /// The letters kept in memory, oldest first; empty for other transports.
    pub fn sent(&self) -> Vec<Sent> {
        match &self.transport {
            Transport::Memory(outbox) => outbox.letters(),
            Transport::Smtp(_) | Transport::Folder(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
