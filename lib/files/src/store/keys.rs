//! Which files are under which key, and the day a key is replaced.

use std::fs::File;
use std::pin::pin;
use std::time::SystemTime;

use anyhow::Context;
use futures::future::ready;
use futures::stream::{BoxStream, StreamExt, TryStreamExt};
use object_store::{Error, GetResult, ObjectMeta, ObjectStoreExt, PutMode, PutPayload, UpdateVersion};
use uuid::Uuid;

use super::{FileId, Files};
use crate::seal::{KEY_ID_ENDS, key_id, short};

/// So many files are asked for at once: a store far away answers slowly, but many.
const AT_ONCE: usize = 16;

/// How the kept files are spread over the keys.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The keys of the settings by their short ids, in their order, and how many files are under each.
    pub keys: Vec<(String, u64)>,
    /// Files that no key of the settings opens, each with the short id of the one it needs, or `None`
    /// where the file does not even say.
    pub lost: Vec<(FileId, Option<String>)>,
}

/// What [`Files::rewrap_all`] has done.
#[derive(Debug, Default)]
pub struct Rewrapped {
    /// So many files came under the first key.
    pub done: u64,
    /// So many were already, or were deleted meanwhile.
    pub already: u64,
    /// These could not be brought there, each with the reason.
    pub failed: Vec<(FileId, anyhow::Error)>,
}

impl Rewrapped {
    /// How many files were looked at.
    pub fn seen(&self) -> u64 {
        self.done + self.already + self.failed.len() as u64
    }
}

impl Files {
    /// Counts the files under each key. Reads a few bytes of each.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn census(&self) -> anyhow::Result<Census> {
        let mut census = Census {
            keys: self.ring.names().map(|name| (name, 0)).collect(),
            lost: Vec::new(),
        };
        let asked = self.all().map_ok(|(id, found)| async move {
            let key = match found.size {
                0 => Some(None),
                _ => self.key_of(id).await?,
            };
            Ok((id, key))
        });
        let mut told = pin!(asked.try_buffer_unordered(AT_ONCE));
        while let Some((id, name)) = told.try_next().await? {
            let Some(name) = name else { continue };
            let known = census.keys.iter_mut().find(|(key, _)| name.as_ref() == Some(key));
            match known {
                Some((_, files)) => *files += 1,
                None => census.lost.push((id, name)),
            }
        }
        Ok(census)
    }

    /// Puts every file under the first key, for the day a key is replaced: add the new key before the
    /// old one, call this, then drop the old one. Beside processes that serve, as long as they know
    /// the new key; interrupted or called again, it goes on with what is left. `told` hears after each
    /// file how far it is.
    ///
    /// # Errors
    /// When the files cannot be listed; or what `told` says, which ends it.
    pub async fn rewrap_all(
        &self,
        mut told: impl FnMut(&Rewrapped) -> anyhow::Result<()>,
    ) -> anyhow::Result<Rewrapped> {
        let mut so_far = Rewrapped::default();
        let asked = self
            .all()
            .map_ok(|(id, _)| async move { Ok((id, self.rewrap(id).await)) });
        let mut rewrapped = pin!(asked.try_buffer_unordered(AT_ONCE));
        while let Some((id, result)) = rewrapped.try_next().await? {
            match result {
                Ok(true) => so_far.done += 1,
                Ok(false) => so_far.already += 1,
                Err(why) => so_far.failed.push((id, why)),
            }
            told(&so_far)?;
        }
        Ok(so_far)
    }

    /// Puts the file under the first key. `false` when it is, or when there is no such file. One that
    /// is deleted at this very moment stays deleted.
    ///
    /// # Errors
    /// As for [`Files::get`].
    pub async fn rewrap(&self, id: FileId) -> anyhow::Result<bool> {
        let first = self.ring.names().next();
        match self.key_of(id).await? {
            None => return Ok(false),
            Some(name) if name == first => return Ok(false),
            Some(_) => {}
        }
        let _alone = self.alone().await?;
        let Some(found) =
            there(self.store.get(&id.path()).await).with_context(|| format!("read file {id}"))?
        else {
            return Ok(false);
        };
        let version = version(&found);
        let sealed = found.bytes().await.with_context(|| format!("read file {id}"))?;
        let rewrapped = self.ring.rewrap(id.0, &sealed);
        match rewrapped.with_context(|| format!("rewrap file {id}"))? {
            Some(sealed) => self.replace(id, sealed, version).await,
            None => Ok(false),
        }
    }

    /// Writes over the version that was read, and no other: a deleted file must not come back. On a
    /// disk the lock sees to that; other storages can be asked to.
    pub(super) async fn replace(
        &self,
        id: FileId,
        sealed: Vec<u8>,
        read: UpdateVersion,
    ) -> anyhow::Result<bool> {
        let mode = match self.lock {
            Some(_) => PutMode::Overwrite,
            None => PutMode::Update(read),
        };
        let (path, sealed) = (id.path(), PutPayload::from(sealed));
        match self.store.put_opts(&path, sealed, mode.into()).await {
            Ok(_) => Ok(true),
            Err(Error::Precondition { .. }) => Ok(false),
            Err(error) => Err(error).with_context(|| format!("write file {id}")),
        }
    }

    /// While this is held, nobody else replaces or deletes a file on this disk.
    pub(super) async fn alone(&self) -> anyhow::Result<Option<File>> {
        let Some(path) = self.lock.clone() else {
            return Ok(None);
        };
        let lock = move || {
            let file = File::create(path)?;
            file.lock()?;
            Ok::<_, std::io::Error>(file)
        };
        let locked = tokio::task::spawn_blocking(lock).await?;
        Ok(Some(locked.context("lock the folder of files")?))
    }

    /// The short id of the key a file is under; `Some(None)` when it does not say, `None` when there
    /// is no such file.
    async fn key_of(&self, id: FileId) -> anyhow::Result<Option<Option<String>>> {
        let start = self.store.get_range(&id.path(), 0..KEY_ID_ENDS).await;
        let start = there(start).with_context(|| format!("read file {id}"))?;
        Ok(start.map(|start| key_id(&start).ok().map(short)))
    }

    /// The files written before this moment, in no order: among them may be some that nobody refers
    /// to, since a file is stored first and named in a table afterwards.
    ///
    /// # Errors
    /// When the files cannot be listed.
    pub async fn before(&self, moment: SystemTime) -> anyhow::Result<Vec<FileId>> {
        let old = self.all().try_filter_map(|(id, found)| {
            let is_old = SystemTime::from(found.last_modified) < moment;
            ready(Ok(is_old.then_some(id)))
        });
        old.try_collect().await
    }

    /// Every file, in no order. What else lies there is passed over.
    fn all(&self) -> BoxStream<'static, anyhow::Result<(FileId, ObjectMeta)>> {
        let ours = |found: ObjectMeta| {
            let id = Uuid::parse_str(found.location.filename()?).ok().map(FileId)?;
            (id.path() == found.location).then_some((id, found))
        };
        let found = self.store.list(None).map_err(anyhow::Error::from);
        let found = found.try_filter_map(move |found| ready(Ok(ours(found))));
        found.map(|found| found.context("list the files")).boxed()
    }
}

/// `None` where there is no such file.
pub(super) fn there<T>(result: Result<T, Error>) -> Result<Option<T>, Error> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) fn version(found: &GetResult) -> UpdateVersion {
    UpdateVersion {
        e_tag: found.meta.e_tag.clone(),
        version: found.meta.version.clone(),
    }
}
