//! Encryption of one file.
//!
//! A sealed file is, in this order:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `SEAL` |
//! | 1 | the version, 1 |
//! | 8 | the id of the master key |
//! | 24 + 48 | nonce and the file's own key, under the master key |
//! | 24 + n + 16 | nonce and the file, under its own key |
//!
//! Both parts are XChaCha20-Poly1305 and bound to the file's id as associated data: a
//! sealed file put in another's place does not open. The second part is not bound to
//! the master key, so changing that key rewrites 72 bytes and never the file.

mod key;

use anyhow::{Context, anyhow, bail};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305, XNonce};
use uuid::Uuid;

pub use key::Key;
use key::KeyId;
pub(crate) use key::{random, short};

const MAGIC: &[u8; 5] = b"SEAL\x01";
const NONCE: usize = 24;
const TAG: usize = 16;
const WRAPPED: usize = NONCE + 32 + TAG;
/// So many bytes tell under which key a file is.
pub(crate) const KEY_ID_ENDS: u64 = (MAGIC.len() + size_of::<KeyId>()) as u64;
const HEADER: usize = MAGIC.len() + size_of::<KeyId>() + WRAPPED;

/// The master keys: the first seals, all open.
#[derive(Debug, Clone)]
pub(crate) struct Ring(Vec<Key>);

impl Ring {
    pub(crate) fn new(keys: Vec<Key>) -> anyhow::Result<Ring> {
        anyhow::ensure!(!keys.is_empty(), "there is no key to encrypt files with");
        Ok(Ring(keys))
    }

    /// Encrypts `plain` for the place named `file`.
    pub(crate) fn seal(&self, file: Uuid, plain: &[u8]) -> anyhow::Result<Vec<u8>> {
        let own: [u8; 32] = random()?;
        let nonce: [u8; NONCE] = random()?;
        let body = cipher(&own)
            .encrypt(&XNonce::from(nonce), bound(plain, &body_bond(file)))
            .map_err(|_| anyhow!("the file is too long to be encrypted"))?;
        let mut sealed = self.header(file, &own)?;
        sealed.reserve_exact(NONCE + body.len());
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&body);
        Ok(sealed)
    }

    /// Decrypts what [`Ring::seal`] made for the same `file`.
    pub(crate) fn open(&self, file: Uuid, sealed: Vec<u8>) -> anyhow::Result<Vec<u8>> {
        let own = self.own_key(file, &sealed)?;
        let mut body = sealed;
        body.drain(..HEADER);
        let nonce = take_nonce(&body)?;
        body.drain(..NONCE);
        cipher(&own)
            .decrypt_in_place(&nonce, &body_bond(file), &mut body)
            .map_err(|_| anyhow!("the file was altered, or belongs elsewhere"))?;
        Ok(body)
    }

    /// The same file under the first key, or `None` when it is already.
    pub(crate) fn rewrap(&self, file: Uuid, sealed: &[u8]) -> anyhow::Result<Option<Vec<u8>>> {
        let own = self.own_key(file, sealed)?;
        if key_id(sealed)? == self.first()?.id() {
            return Ok(None);
        }
        let mut rewrapped = self.header(file, &own)?;
        rewrapped.extend_from_slice(sealed.get(HEADER..).context("the file is cut short")?);
        Ok(Some(rewrapped))
    }

    /// The short ids of the keys, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|key| short(key.id()))
    }

    fn first(&self) -> anyhow::Result<&Key> {
        self.0.first().context("there is no key")
    }

    fn header(&self, file: Uuid, own: &[u8; 32]) -> anyhow::Result<Vec<u8>> {
        let master = self.first()?;
        let nonce: [u8; NONCE] = random()?;
        let wrapped = cipher(master.secret())
            .encrypt(&XNonce::from(nonce), bound(own, &key_bond(master.id(), file)))
            .map_err(|_| anyhow!("the file's key cannot be encrypted"))?;
        Ok([MAGIC.as_slice(), &master.id(), &nonce, &wrapped].concat())
    }

    fn own_key(&self, file: Uuid, sealed: &[u8]) -> anyhow::Result<[u8; 32]> {
        let id = key_id(sealed)?;
        let Some(master) = self.0.iter().find(|key| key.id() == id) else {
            bail!("the file is encrypted under a key that is not in the settings");
        };
        let wrapped = sealed
            .get(HEADER - WRAPPED..HEADER)
            .context("the file is cut short")?;
        let nonce = take_nonce(wrapped)?;
        let wrapped = wrapped.get(NONCE..).context("the file is cut short")?;
        let own = cipher(master.secret())
            .decrypt(&nonce, bound(wrapped, &key_bond(id, file)))
            .map_err(|_| anyhow!("the file was altered, or belongs elsewhere"))?;
        own.try_into()
            .map_err(|_| anyhow!("the file's key has another length"))
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.into())
}

fn bound<'a>(msg: &'a [u8], aad: &'a [u8]) -> Payload<'a, 'a> {
    Payload { msg, aad }
}

fn key_bond(master: KeyId, file: Uuid) -> Vec<u8> {
    [MAGIC.as_slice(), b"key", &master, file.as_bytes()].concat()
}

fn body_bond(file: Uuid) -> Vec<u8> {
    [MAGIC.as_slice(), b"body", file.as_bytes()].concat()
}

/// The id of the master key a sealed file is under.
pub(crate) fn key_id(sealed: &[u8]) -> anyhow::Result<KeyId> {
    let rest = sealed
        .strip_prefix(MAGIC)
        .context("this is not a file we encrypted")?;
    Ok(*rest.first_chunk().context("the file is cut short")?)
}

fn take_nonce(bytes: &[u8]) -> anyhow::Result<XNonce> {
    let nonce: &[u8; NONCE] = bytes.first_chunk().context("the file is cut short")?;
    Ok(XNonce::from(*nonce))
}

#[cfg(test)]
mod tests;
