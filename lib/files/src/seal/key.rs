//! Master keys.

use std::fmt;
use std::str::FromStr;

use anyhow::{Context, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand::TryRng;
use rand::rngs::SysRng;
use sha2::{Digest, Sha256};

/// Tells master keys apart without revealing them.
pub(crate) type KeyId = [u8; 8];

/// How a key is called before people.
pub(crate) fn short(id: KeyId) -> String {
    format!("{:016x}", u64::from_be_bytes(id))
}

/// A master key: 32 random bytes, written in base64 (`openssl rand -base64 32`).
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    id: KeyId,
    secret: [u8; 32],
}

impl Key {
    /// A new key from the operating system's randomness.
    ///
    /// # Errors
    /// When the system has none to give.
    pub fn generate() -> anyhow::Result<Key> {
        Ok(Key::new(random()?))
    }

    /// The key in base64, to be written where secrets are kept.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.secret)
    }

    fn new(secret: [u8; 32]) -> Key {
        let hash: [u8; 32] = Sha256::digest(secret).into();
        let mut id = KeyId::default();
        id.copy_from_slice(&hash[..8]);
        Key { id, secret }
    }

    pub(super) fn id(&self) -> KeyId {
        self.id
    }

    pub(super) fn secret(&self) -> &[u8; 32] {
        &self.secret
    }
}

impl FromStr for Key {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Key> {
        let bytes = STANDARD
            .decode(text.trim())
            .map_err(|_| anyhow!("a key for files is not base64"))?;
        let secret: [u8; 32] = bytes
            .try_into()
            .map_err(|bytes: Vec<u8>| anyhow!("a key for files has {} bytes, not 32", bytes.len()))?;
        Ok(Key::new(secret))
    }
}

impl fmt::Debug for Key {
    /// The id, never the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", short(self.id))
    }
}

/// Bytes from the operating system.
pub(crate) fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    SysRng
        .try_fill_bytes(&mut bytes)
        .context("ask the operating system for random bytes")?;
    Ok(bytes)
}
