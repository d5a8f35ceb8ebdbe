//! The key of a form: it proves where the form comes from, and names its one deed.

use askama::filters::HtmlSafe;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use db::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::Page;

/// The field that carries the form's key.
pub(crate) const KEY_FIELD: &str = "_key";
/// How long a page may stay open before its form is refused.
const LASTS: TimeDelta = TimeDelta::hours(24);

/// What a form says, without its key. It is hashed with the house's secret: a row that names a deed
/// tells nobody which password was in its form.
pub(crate) struct Content(Hmac<Sha256>);

impl Content {
    /// Nothing yet, sent to this page's address.
    pub(crate) fn of(page: &Page) -> Content {
        Content(sign(page.app().secret(), &[b"deed", page.path().as_bytes()]))
    }

    /// One more field.
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        feed(&mut self.0, &[name.as_bytes(), value.as_bytes()]);
    }

    /// One more piece of a file, however the network cut it.
    pub(crate) fn add_piece(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The name of the deed that a form with this key and this content asks for.
    fn with(mut self, nonce: Uuid) -> Uuid {
        feed(&mut self.0, &[nonce.as_bytes()]);
        let mut name = [0; 16];
        name.copy_from_slice(&self.0.finalize().into_bytes()[..16]);
        Uuid::from_bytes(name)
    }
}

/// Proves that a form comes from a page we gave to this very browser, and names its one deed: the
/// same whenever it is sent again as it was, another when it says something else.
#[derive(Clone, Debug)]
pub struct FormKey {
    /// `None` when the proof fails: forged, from another session, or too old.
    pub(crate) deed: Option<Uuid>,
}

impl FormKey {
    /// The key among `fields`, of a form that says `content`.
    pub(crate) fn open(page: &Page, fields: &[(String, String)], content: Content) -> FormKey {
        let key = fields.iter().find(|(name, _)| name == KEY_FIELD);
        let nonce = key.and_then(|(_, key)| Self::read(page, key));
        FormKey {
            deed: nonce.map(|nonce| content.with(nonce)),
        }
    }

    fn read(page: &Page, text: &str) -> Option<Uuid> {
        let bytes: [u8; 40] = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (said, proof) = bytes.split_at(24);
        signer(page, said).verify_truncated_left(proof).ok()?;
        let (nonce, issued) = said.split_at(16);
        let issued = Timestamp::from_timestamp(i64::from_be_bytes(issued.try_into().ok()?), 0)?;
        let now = page.app().now();
        (issued <= now + TimeDelta::minutes(5) && now - issued < LASTS)
            .then(|| Uuid::from_slice(nonce).ok())
            .flatten()
    }

    pub(crate) fn seal(page: &Page) -> String {
        let mut bytes = Vec::with_capacity(40);
        bytes.extend(rand::random::<[u8; 16]>());
        bytes.extend(page.app().now().timestamp().to_be_bytes());
        let proof = signer(page, &bytes).finalize().into_bytes();
        bytes.extend(&proof[..16]);
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }
}

fn signer(page: &Page, said: &[u8]) -> Hmac<Sha256> {
    sign(page.app().secret(), &[b"form", page.binding().as_bytes(), said])
}

/// A keyed hash over parts, each with its length, so that parts cannot run into each other.
#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
pub(crate) fn sign(secret: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut signer = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    feed(&mut signer, parts);
    signer
}

fn feed(signer: &mut Hmac<Sha256>, parts: &[&[u8]]) {
    for part in parts {
        signer.update(&(part.len() as u64).to_be_bytes());
        signer.update(part);
    }
}

/// The hidden field of a form, ready for a template: `{{ page.form_key() }}`.
pub struct KeyField(pub(crate) String);

impl std::fmt::Display for KeyField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            r#"<input type="hidden" name="{KEY_FIELD}" value="{}">"#,
            self.0
        )
    }
}
impl HtmlSafe for KeyField {}
