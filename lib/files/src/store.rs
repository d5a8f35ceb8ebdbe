//! Where files lie.

mod keys;
mod open;
mod settings;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use bytes::Bytes;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Clean;
use crate::seal::{Ring, random};

pub use keys::{Census, Rewrapped};
pub use settings::{S3, Settings};

/// Names a kept file. Random and told to nobody who may not read the file; yet no key:
/// whoever asks for a file must have the right to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileId(pub Uuid);

impl FileId {
    fn random() -> anyhow::Result<FileId> {
        Ok(FileId(uuid::Builder::from_random_bytes(random()?).into_uuid()))
    }

    /// `7f/00000000-0000-0000-0000-00000000007f`: the last byte spreads files over 256
    /// folders, whether ids are random or start with the time.
    fn path(self) -> Path {
        let [.., last] = *self.0.as_bytes();
        Path::from_iter([format!("{last:02x}"), self.0.hyphenated().to_string()])
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The kept files. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    ring: Arc<Ring>,
    /// On a disk, the file whose lock keeps [`Files::rewrap`] and [`Files::delete`] apart, in all processes.
    lock: Option<PathBuf>,
}

impl Files {
    /// Opens the storage. On a disk the folder is made if it is not there; an S3 store
    /// is not spoken to before it is needed ([`Files::check`] tells earlier).
    ///
    /// # Errors
    /// When the settings make no sense or the folder cannot be made.
    pub fn open(settings: &Settings) -> anyhow::Result<Files> {
        let (store, lock) = open::store(settings)?;
        Ok(Files {
            store,
            ring: Arc::new(Ring::new(settings.keys.clone())?),
            lock,
        })
    }

    /// Keeps a checked file under a new id. When this returns, it is safely stored.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn put(&self, file: &Clean) -> anyhow::Result<FileId> {
        let id = FileId::random()?;
        self.put_bytes(id, file.bytes.clone()).await?;
        Ok(id)
    }

    async fn put_bytes(&self, id: FileId, bytes: Bytes) -> anyhow::Result<()> {
        let ring = self.ring.clone();
        let sealed = work(move || ring.seal(id.0, &bytes)).await?;
        self.write(id, sealed).await
    }

    /// The file's bytes, or `None` when there is no such file.
    ///
    /// # Errors
    /// When the storage fails, or the file was altered, exchanged for another, or
    /// encrypted under a key we do not have.
    pub async fn get(&self, id: FileId) -> anyhow::Result<Option<Bytes>> {
        let Some(sealed) = self.read(id).await? else {
            return Ok(None);
        };
        let ring = self.ring.clone();
        let plain = work(move || ring.open(id.0, sealed.into())).await;
        Ok(Some(plain.with_context(|| format!("open file {id}"))?.into()))
    }

    /// Removes the file for good; nothing happens when there is none.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn delete(&self, id: FileId) -> anyhow::Result<()> {
        let _alone = self.alone().await?;
        match self.store.delete(&id.path()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error).with_context(|| format!("delete file {id}")),
        }
    }

    /// Whether files can be kept now: writes one, reads it back, deletes it.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn check(&self) -> anyhow::Result<()> {
        let id = FileId::random()?;
        let probe = Bytes::from_static(b"probe");
        self.put_bytes(id, probe.clone()).await?;
        let read = self.get(id).await;
        self.delete(id).await?;
        anyhow::ensure!(
            read? == Some(probe),
            "the file storage does not give back what was written"
        );
        Ok(())
    }

    async fn read(&self, id: FileId) -> anyhow::Result<Option<Bytes>> {
        let found = match self.store.get(&id.path()).await {
            Ok(found) => found.bytes().await,
            Err(error) => Err(error),
        };
        match found {
            Ok(bytes) => Ok(Some(bytes)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error).with_context(|| format!("read file {id}")),
        }
    }

    async fn write(&self, id: FileId, sealed: Vec<u8>) -> anyhow::Result<()> {
        self.store
            .put(&id.path(), PutPayload::from(sealed))
            .await
            .with_context(|| format!("write file {id}"))?;
        Ok(())
    }
}

/// Encrypting megabytes takes milliseconds: not on the threads that serve pages.
async fn work(work: impl FnOnce() -> anyhow::Result<Vec<u8>> + Send + 'static) -> anyhow::Result<Vec<u8>> {
    tokio::task::spawn_blocking(work)
        .await
        .context("encryption broke off")?
}

#[cfg(test)]
mod tests;
