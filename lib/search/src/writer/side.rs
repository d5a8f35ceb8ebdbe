//! An index being written: the live one, or the one a rebuild fills.

use std::path::PathBuf;

use tantivy::indexer::IndexWriterOptions;
use tantivy::merge_policy::LogMergePolicy;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use crate::home;

pub(super) struct Side {
    pub(super) reader: IndexReader,
    pub(super) folder: Option<PathBuf>,
    index: Index,
    /// None after a failure: a new one is made for the next write.
    writer: Option<IndexWriter>,
}

/// Memory for documents not yet on disk, in bytes; larger means fewer segments after a rebuild.
const BUDGET: usize = 64_000_000;
/// Blocks of 16 KB of cards which stay decoded per segment: 32 MB at most.
const CARD_BLOCKS: usize = 2_000;
/// A segment with this share of deleted documents is written anew.
const MOST_DELETED: f32 = 0.3;

impl Side {
    pub(super) fn new(index: Index, folder: Option<PathBuf>) -> anyhow::Result<Side> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(CARD_BLOCKS)
            .try_into()?;
        Ok(Side {
            reader,
            folder,
            index,
            writer: None,
        })
    }

    /// Puts the document in, in place of the one with the same key.
    pub(super) fn put(&mut self, key: Term, document: TantivyDocument) -> anyhow::Result<()> {
        self.delete(key)?;
        self.add(document)
    }

    /// Puts in a document whose key is not there yet.
    pub(super) fn add(&mut self, document: TantivyDocument) -> anyhow::Result<()> {
        self.writer()?.add_document(document)?;
        Ok(())
    }

    pub(super) fn delete(&mut self, key: Term) -> anyhow::Result<()> {
        self.writer()?.delete_term(key);
        Ok(())
    }

    /// Makes what was written last. After a failure, everything since the last commit is lost.
    pub(super) fn commit(&mut self) -> anyhow::Result<()> {
        let committed = self.writer()?.commit();
        if committed.is_err() {
            self.writer = None;
        }
        committed?;
        Ok(())
    }

    /// Removes the index and its files.
    pub(super) fn discard(mut self) {
        self.writer = None;
        if let Some(folder) = &self.folder {
            home::remove(folder);
        }
    }

    fn writer(&mut self) -> anyhow::Result<&mut IndexWriter> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => {
                let options = IndexWriterOptions::builder()
                    .memory_budget_per_thread(BUDGET)
                    .num_merge_threads(1)
                    .build();
                let writer: IndexWriter = self.index.writer_with_options(options)?;
                let mut merging = LogMergePolicy::default();
                merging.set_del_docs_ratio_before_merge(MOST_DELETED);
                writer.set_merge_policy(Box::new(merging));
                // What a killed process left half written has the names that the next commit gives.
                writer.garbage_collect_files().wait()?;
                writer
            }
        };
        Ok(self.writer.insert(writer))
    }
}
