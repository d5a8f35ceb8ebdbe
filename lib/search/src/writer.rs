//! The one thread which writes to a shelf.
//!
//! It takes all waiting writes, commits them together, publishes the new generation, and only then answers: a
//! hundred concurrent writes cost a few commits. During a rebuild every write goes to both indexes.

mod orders;

mod side;

use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, mpsc};

use anyhow::Context;
use uuid::Uuid;

use crate::analysis;
use crate::home::Home;
use crate::index::Shape;
use crate::model::Document;
use crate::snapshot::Snapshot;
pub(crate) use orders::{Done, Order, Shared};
use side::Side;

/// So many waiting orders are answered by one commit at most.
const MOST_TOGETHER: usize = 1_000;

pub(crate) struct Writer {
    home: Home,
    shape: Arc<Shape>,
    shared: Arc<Shared>,
    reader: analysis::Reader,
    live: Side,
    beside: Option<Beside>,
}

/// The index being rebuilt.
struct Beside {
    side: Side,
    /// Written already, by the rebuild or meanwhile by others: what others write is newer than what a rebuild read.
    seen: HashSet<Uuid>,
    /// A write that failed here: the rebuild must not be finished.
    broken: Option<String>,
}

impl Writer {
    /// Opens what is there, or starts empty.
    pub(crate) fn open(home: Home, shape: Shape) -> anyhow::Result<Writer> {
        let shape = Arc::new(shape);
        let found = home.open(&shape).and_then(|(index, folder)| {
            let side = Side::new(index, Some(folder)).and_then(|side| {
                let snapshot = Snapshot::take(&side.reader, Arc::clone(&shape), None)?;
                Ok((side, snapshot))
            });
            side.inspect_err(|why| tracing::warn!(why = format!("{why:#}"), "search shelf starts empty"))
                .ok()
        });
        let needs_rebuild = found.is_none();
        let (live, snapshot) = match found {
            Some(found) => found,
            None => {
                let (index, folder) = home.create(&shape)?;
                let side = Side::new(index, folder)?;
                let snapshot = Snapshot::take(&side.reader, Arc::clone(&shape), None)?;
                (side, snapshot)
            }
        };
        home.tidy(live.folder.as_deref());
        let shared = Arc::new(Shared::new(snapshot, needs_rebuild));
        Ok(Writer {
            home,
            shape,
            shared,
            reader: analysis::Reader::default(),
            live,
            beside: None,
        })
    }

    pub(crate) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// Works until nobody can give orders any more.
    pub(crate) fn run(mut self, orders: &mpsc::Receiver<Order>) {
        while let Ok(first) = orders.recv() {
            let mut written = Vec::new();
            for order in std::iter::once(first).chain(orders.try_iter().take(MOST_TOGETHER)) {
                let (result, done) = match order {
                    Order::Write {
                        upserts,
                        deletes,
                        done,
                    } => {
                        written.push((done, told(self.write(&upserts, &deletes))));
                        continue;
                    }
                    Order::Abandon => {
                        self.abandon();
                        continue;
                    }
                    Order::Begin(done) => (self.begin(), done),
                    Order::Fill(documents, done) => (self.fill(&documents), done),
                    Order::Finish(done) => {
                        self.commit(std::mem::take(&mut written));
                        (self.finish(), done)
                    }
                };
                answer(done, told(result));
            }
            self.commit(written);
        }
        self.abandon();
    }

    fn write(&mut self, upserts: &[Document], deletes: &[Uuid]) -> anyhow::Result<()> {
        // All are read before any is written, so that a refused one leaves nothing half done.
        let documents = upserts
            .iter()
            .map(|document| Ok((document.id, self.shape.written(&mut self.reader, document)?)))
            .collect::<anyhow::Result<Vec<_>>>()?;
        for (id, document) in documents {
            if let Some(beside) = &mut self.beside {
                beside.seen.insert(id);
                let written = beside.side.put(self.shape.key(id), document.clone());
                beside.note(written);
            }
            self.live.put(self.shape.key(id), document)?;
        }
        for id in deletes {
            if let Some(beside) = &mut self.beside {
                beside.seen.insert(*id);
                let deleted = beside.side.delete(self.shape.key(*id));
                beside.note(deleted);
            }
            self.live.delete(self.shape.key(*id))?;
        }
        Ok(())
    }

    fn commit(&mut self, written: Vec<(Done, Result<(), String>)>) {
        if written.is_empty() {
            return;
        }
        let committed = told(self.live.commit().and_then(|()| self.publish()));
        if committed.is_err() {
            // What was lost is in the database still.
            self.shared.needs_rebuild.store(true, Ordering::Relaxed);
        }
        for (done, result) in written {
            answer(done, result.and_then(|()| committed.clone()));
        }
    }

    fn publish(&self) -> anyhow::Result<()> {
        let previous = self.shared.snapshot();
        self.shared.publish(Snapshot::take(
            &self.live.reader,
            Arc::clone(&self.shape),
            Some(&previous),
        )?);
        Ok(())
    }

    fn begin(&mut self) -> anyhow::Result<()> {
        self.abandon();
        let (index, folder) = self.home.create(&self.shape)?;
        self.beside = Some(Beside {
            side: Side::new(index, folder)?,
            seen: HashSet::new(),
            broken: None,
        });
        Ok(())
    }

    fn fill(&mut self, documents: &[Document]) -> anyhow::Result<()> {
        let beside = self.beside.as_mut().context("no rebuild is going on")?;
        for document in documents {
            if beside.seen.insert(document.id) {
                beside.side.add(self.shape.written(&mut self.reader, document)?)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> anyhow::Result<()> {
        let mut beside = self.beside.take().context("no rebuild is going on")?;
        let settled = match beside.broken.take() {
            Some(why) => Err(anyhow::anyhow!(why)),
            None => beside.side.commit().and_then(|()| {
                let previous = self.shared.snapshot();
                let snapshot = Snapshot::take(&beside.side.reader, Arc::clone(&self.shape), Some(&previous))?;
                self.home.settle(&self.shape, beside.side.folder.as_deref())?;
                Ok(snapshot)
            }),
        };
        match settled {
            Ok(snapshot) => {
                std::mem::replace(&mut self.live, beside.side).discard();
                self.shared.publish(snapshot);
                self.shared.needs_rebuild.store(false, Ordering::Relaxed);
                Ok(())
            }
            Err(why) => {
                beside.side.discard();
                Err(why.context("finish the rebuild"))
            }
        }
    }

    fn abandon(&mut self) {
        if let Some(beside) = self.beside.take() {
            beside.side.discard();
        }
    }
}

impl Beside {
    fn note(&mut self, result: anyhow::Result<()>) {
        if let Err(why) = result {
            self.broken.get_or_insert(format!("{why:#}"));
        }
    }
}

fn told(result: anyhow::Result<()>) -> Result<(), String> {
    result.map_err(|why| format!("{why:#}"))
}

/// Whoever asked may have gone: then nobody wants the answer.
fn answer(done: Done, result: Result<(), String>) {
    let _ = done.send(result);
}
