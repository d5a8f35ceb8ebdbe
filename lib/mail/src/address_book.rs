//! From an account to where its letters go.

use async_trait::async_trait;
use i18n::Lang;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person who receives a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The address, as its owner wrote it.
    pub email: String,
    /// The name to show beside the address, if known.
    pub name: Option<String>,
    /// The language this person reads; the letter is written in it.
    pub lang: Lang,
}

/// Finds the address and the language of an account, at the moment a letter to it is posted.
#[async_trait]
pub trait AddressBook: Send + Sync {
    /// Where letters for `account` go, or `None` when they go nowhere any more
    /// (unknown, suspended, deleted).
    ///
    /// # Errors
    /// When the storage behind the book fails.
    async fn recipient(&self, account: Uuid) -> anyhow::Result<Option<Recipient>>;
}
