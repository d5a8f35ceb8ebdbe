//! Which storage, under which keys.

use std::fmt;

use crate::Key;

/// Where files are kept and how they are encrypted.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `file:///var/lib/example/files` for a folder, `s3://bucket/prefix` for an
    /// S3-compatible store, `memory:` for tests.
    pub url: String,
    /// How to reach the S3-compatible store, if it is one.
    pub s3: S3,
    /// The master keys. The first encrypts; all decrypt. Whoever loses them has lost
    /// the files.
    pub keys: Vec<Key>,
}

impl Settings {
    /// Files in memory under a key nobody knows, for tests.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn memory() -> anyhow::Result<Settings> {
        Ok(Settings {
            url: "memory:".to_owned(),
            s3: S3::default(),
            keys: vec![Key::generate()?],
        })
    }
}

/// How to reach an S3-compatible store.
#[derive(Clone, Default)]
pub struct S3 {
    /// Its address: `https://objects.example.ch`. `None` for Amazon's own.
    pub endpoint: Option<String>,
    /// The region; many stores take any.
    pub region: Option<String>,
    /// The access key.
    pub access_key: Option<String>,
    /// The secret key.
    pub secret_key: Option<String>,
    /// Allows an endpoint in clear text: for a store on this machine.
    pub allow_http: bool,
}

impl fmt::Debug for S3 {
    /// Everything but the secret key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("access_key", &self.access_key)
            .field("secret_key", &self.secret_key.as_ref().map(|_| "…"))
            .field("allow_http", &self.allow_http)
            .finish()
    }
}
