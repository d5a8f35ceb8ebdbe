//! Letters sent by e-mail.
//!
//! What this crate promises: a [`Letter`] is written once, in the reader's
//! language, and becomes an HTML part and a plain text part that each read well
//! alone; nothing a person typed can become markup, a header or a second
//! recipient; a letter sent twice by a retry carries the same Message-ID; and an
//! answer from the mail server becomes a decision, to try again or to give up.
//!
//! What is not here: the sentences (they come from the caller), the queue and its
//! delays (a [`Failure`] tells it what to do), and who wants which letter.

mod address_book;
mod letter;
mod mailer;
mod message;

pub use address_book::{AddressBook, Recipient};
pub use letter::{Block, Letter, Link};
pub use mailer::{Envelope, Failure, Mailer, Sender, Sent};
pub use mailer::{Security, SmtpSettings};
pub use message::is_address;
