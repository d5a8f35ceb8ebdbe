//! What goes between callers and the writing thread.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::oneshot;
use uuid::Uuid;

use crate::model::Document;
use crate::snapshot::Snapshot;

/// The answer to an order. Errors are told to many, so they travel as text.
pub(crate) type Done = oneshot::Sender<Result<(), String>>;

/// What the thread can be asked to do.
pub(crate) enum Order {
    /// Put these documents in, take those out; visible when answered.
    Write {
        upserts: Vec<Document>,
        deletes: Vec<Uuid>,
        done: Done,
    },
    /// Start an empty index beside.
    Begin(Done),
    /// Put documents into the index beside, unless written meanwhile.
    Fill(Vec<Document>, Done),
    /// Make the index beside the one that is searched.
    Finish(Done),
    /// Throw the index beside away.
    Abandon,
}

/// What the thread shares with searches.
pub(crate) struct Shared {
    snapshot: RwLock<Arc<Snapshot>>,
    pub(crate) needs_rebuild: AtomicBool,
}

impl Shared {
    pub(super) fn new(snapshot: Snapshot, needs_rebuild: bool) -> Shared {
        Shared {
            snapshot: RwLock::new(Arc::new(snapshot)),
            needs_rebuild: AtomicBool::new(needs_rebuild),
        }
    }

    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn publish(&self, snapshot: Snapshot) {
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }
}
