//! Where files lie.

mod keys;
mod open;
mod settings;

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use bytes::Bytes;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use uuid::Uuid;

use crate::Clean;
use crate::seal::{Ring, random};

use keys::there;
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

/// From so many bytes on, a file that is handed out takes room until the last byte has left.
const LARGE: u64 = 1024 * 1024;

/// So many KiB of large files may be on their way out: whoever reads slowly holds them in memory.
const ROOM: u32 = 256 * 1024;

/// How long one waits for room.
const PATIENCE: Duration = Duration::from_secs(20);

/// The kept files. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    ring: Arc<Ring>,
    /// On a disk, the file whose lock keeps [`Files::rewrap`] and [`Files::delete`] apart, in all processes.
    lock: Option<PathBuf>,
    /// What is left of [`ROOM`].
    room: Arc<Semaphore>,
}

/// Bytes that take room until nobody needs them any more.
struct Held {
    bytes: Vec<u8>,
    _room: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
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
            room: Arc::new(Semaphore::new(ROOM as usize)),
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

    /// The file's bytes, or `None` when there is no such file. Large files wait for others to be read
    /// to their end.
    ///
    /// # Errors
    /// When the storage fails, or the file was altered, exchanged for another, or
    /// encrypted under a key we do not have; and when too many are being read.
    pub async fn get(&self, id: FileId) -> anyhow::Result<Option<Bytes>> {
        let found = self.store.get(&id.path()).await;
        let Some(found) = there(found).with_context(|| format!("read file {id}"))? else {
            return Ok(None);
        };
        let room = self.room(found.meta.size).await?;
        let sealed = there(found.bytes().await).with_context(|| format!("read file {id}"))?;
        let Some(sealed) = sealed else {
            return Ok(None);
        };
        let ring = self.ring.clone();
        let bytes = work(move || ring.open(id.0, sealed.into())).await;
        let bytes = bytes.with_context(|| format!("open file {id}"))?;
        Ok(Some(Bytes::from_owner(Held { bytes, _room: room })))
    }

    async fn room(&self, bytes: u64) -> anyhow::Result<Option<OwnedSemaphorePermit>> {
        if bytes < LARGE {
            return Ok(None);
        }
        let kibibytes = u32::try_from(bytes / 1024).unwrap_or(ROOM).min(ROOM);
        let room = timeout(PATIENCE, self.room.clone().acquire_many_owned(kibibytes)).await;
        // Passes, like a full disk.
        let full = |_| io::Error::new(io::ErrorKind::QuotaExceeded, "too many files are being read");
        Ok(Some(room.map_err(full)??))
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
