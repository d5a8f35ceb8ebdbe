//! The door: open shelves, write, search.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::Ordering;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use anyhow::{Context, anyhow};
use futures::{Stream, TryStreamExt};
use tokio::sync::{Mutex, oneshot};
use uuid::Uuid;

use crate::answer::answer;
use crate::home::Home;
use crate::index::Shape;
use crate::model::{Answer, Document, Query, Shelf};
use crate::writer::{Done, Order, Shared, Writer};

/// All shelves of one process. Cheap to clone; when the last clone goes, waiting writes are finished first.
#[derive(Clone)]
pub struct Library(Arc<HashMap<&'static str, OpenShelf>>);

struct OpenShelf {
    shared: Arc<Shared>,
    /// `None` only while closing.
    orders: Option<mpsc::Sender<Order>>,
    thread: Option<JoinHandle<()>>,
    rebuilding: Mutex<()>,
    /// Keeps the folder ours until the last shelf is closed.
    _lock: Option<Arc<File>>,
}

impl Library {
    /// Opens these shelves in a folder of their own, or in memory. A shelf which is not there, was made for other
    /// fields or by another version of this library, or is damaged, starts empty and needs a rebuild. Reads the
    /// files once: call it at the start of the process.
    ///
    /// # Errors
    /// The folder cannot be written, or another process has it open ([`InUse`]).
    pub fn open(folder: Option<&Path>, shelves: &[Shelf]) -> anyhow::Result<Library> {
        let lock = folder.map(lock).transpose()?.map(Arc::new);
        let mut open = HashMap::with_capacity(shelves.len());
        for shelf in shelves {
            let writer = Writer::open(Home::new(folder, shelf.name)?, Shape::new(*shelf))
                .with_context(|| format!("open search shelf {}", shelf.name))?;
            let shared = writer.shared();
            let (orders, received) = mpsc::channel();
            let name = format!("search-{}", shelf.name);
            let thread = std::thread::Builder::new()
                .name(name)
                .spawn(move || writer.run(&received))?;
            open.insert(
                shelf.name,
                OpenShelf {
                    shared,
                    orders: Some(orders),
                    thread: Some(thread),
                    rebuilding: Mutex::new(()),
                    _lock: lock.clone(),
                },
            );
        }
        Ok(Library(Arc::new(open)))
    }

    /// Puts documents in, each in place of the one with its id; the next search sees them. Many callers at once
    /// share a commit, so do not wait for one document before giving the next.
    ///
    /// # Errors
    /// No such shelf; a document names a field the shelf does not have (then none is written); or the index
    /// cannot be written (then [`Library::needs_rebuild`]).
    pub async fn upsert(&self, shelf: &str, documents: Vec<Document>) -> anyhow::Result<()> {
        self.write(shelf, documents, Vec::new()).await
    }

    /// Takes documents out; the next search sees them no more. Unknown ids are fine.
    ///
    /// # Errors
    /// As [`Library::upsert`].
    pub async fn delete(&self, shelf: &str, ids: &[Uuid]) -> anyhow::Result<()> {
        self.write(shelf, Vec::new(), ids.to_vec()).await
    }

    async fn write(&self, shelf: &str, upserts: Vec<Document>, deletes: Vec<Uuid>) -> anyhow::Result<()> {
        if upserts.is_empty() && deletes.is_empty() {
            return Ok(());
        }
        self.shelf(shelf)?
            .order(|done| Order::Write {
                upserts,
                deletes,
                done,
            })
            .await
    }

    /// Fills the shelf anew from batches (some hundred documents each) while the old content is searched, and
    /// swaps at the end. A document written or deleted meanwhile keeps that newer state: read the batches lazily,
    /// after the call. An error in the stream, or dropping the future, leaves the shelf as it was. One rebuild of
    /// a shelf at a time; the next one waits.
    ///
    /// # Errors
    /// As [`Library::upsert`], and whatever the stream gives.
    pub async fn rebuild(
        &self,
        shelf: &str,
        batches: impl Stream<Item = anyhow::Result<Vec<Document>>>,
    ) -> anyhow::Result<()> {
        let shelf = self.shelf(shelf)?;
        let _alone = shelf.rebuilding.lock().await;
        // Told also when this future is dropped half-way; harmless after the end.
        let _abandoned = Abandoned(shelf);
        shelf.order(Order::Begin).await?;
        let mut batches = pin!(batches);
        while let Some(documents) = batches.try_next().await? {
            shelf.order(|done| Order::Fill(documents, done)).await?;
        }
        shelf.order(Order::Finish).await
    }

    /// Answers the query from the current generation. Blocks, but for less than a millisecond with tens of
    /// thousands of documents, so async callers may call it directly.
    ///
    /// # Errors
    /// No such shelf, or the query names a facet or number it does not have; never because of the text.
    pub fn search(&self, shelf: &str, query: &Query) -> anyhow::Result<Answer> {
        answer(&self.shelf(shelf)?.shared.snapshot(), query).with_context(|| format!("search shelf {shelf}"))
    }

    /// Whether the shelf lacks documents and should be rebuilt from where they come from.
    ///
    /// # Errors
    /// No such shelf.
    pub fn needs_rebuild(&self, shelf: &str) -> anyhow::Result<bool> {
        Ok(self.shelf(shelf)?.shared.needs_rebuild.load(Ordering::Relaxed))
    }

    /// A number which grows with every change of the shelf, and starts anew with the process: the same query at
    /// the same generation has the same answer.
    ///
    /// # Errors
    /// No such shelf.
    pub fn generation(&self, shelf: &str) -> anyhow::Result<u64> {
        Ok(self.shelf(shelf)?.shared.snapshot().generation)
    }

    fn shelf(&self, name: &str) -> anyhow::Result<&OpenShelf> {
        self.0
            .get(name)
            .with_context(|| format!("no search shelf {name:?}"))
    }
}

impl OpenShelf {
    async fn order(&self, order: impl FnOnce(Done) -> Order) -> anyhow::Result<()> {
        let (done, answered) = oneshot::channel();
        let sent = self
            .orders
            .as_ref()
            .is_some_and(|orders| orders.send(order(done)).is_ok());
        match answered.await {
            Ok(result) => result.map_err(|why| anyhow!(why)),
            Err(_) => Err(anyhow!("the search writer is gone (order sent: {sent})")),
        }
    }
}

impl Drop for OpenShelf {
    /// Closes the orders and waits for the thread, so that the folder is free afterwards.
    fn drop(&mut self) {
        self.orders = None;
        if let Some(Err(_)) = self.thread.take().map(JoinHandle::join) {
            tracing::error!("the search writer panicked");
        }
    }
}

struct Abandoned<'a>(&'a OpenShelf);

impl Drop for Abandoned<'_> {
    fn drop(&mut self) {
        if let Some(orders) = &self.0.orders {
            let _ = orders.send(Order::Abandon);
        }
    }
}

/// Why a folder of shelves does not open: another process has it open.
#[derive(Debug)]
pub struct InUse(PathBuf);

impl fmt::Display for InUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "another process searches in {}", self.0.display())
    }
}

impl std::error::Error for InUse {}

fn lock(folder: &Path) -> anyhow::Result<File> {
    // It holds what the documents say: nobody else's.
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("create {}", folder.display()))?;
    let lock = File::create(folder.join("lock"))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(InUse(folder.to_owned()).into()),
        Err(TryLockError::Error(why)) => Err(why).with_context(|| format!("lock {}", folder.display())),
    }
}
