//! A text search engine inside the process, over tantivy.
//!
//! A [`Library`] holds shelves; a [`Shelf`] says which texts, facets and numbers its documents have. Callers put
//! documents in ([`Library::upsert`]), take them out ([`Library::delete`]), and fill a shelf anew beside the one
//! being read ([`Library::rebuild`]). A [`Query`] answers with cards (bytes the caller stored) and with counts per
//! facet value, so that a page of results reads nothing else.
//!
//! **Promise.** What was written is found by the next search once the write's future resolves. No text a person
//! can type makes a search fail. Everything here is derived data: a damaged or outdated shelf starts empty and says
//! [`Library::needs_rebuild`].
//!
//! **What a search finds** (words of French, German, Italian and English, mixed):
//! 1. every word must match, as itself, by a common stem, or, for the last word, as a beginning (two letters or
//!    more); little words ("de", "und", "the") are ignored unless there is nothing else;
//! 2. if nothing matches, words of five letters or more may differ by one letter ([`Found::Respelled`]);
//! 3. if still nothing matches, most words suffice: one of two, else more than half ([`Found::Partly`]).
//!
//! Filters never decide between these three, so counts keep their meaning while a person filters. Documents where
//! all words stand in a heavier text come first.
//!
//! **How.** Matching reads tantivy's postings, once per word, into one byte per document; facets and numbers live in
//! memory per segment, facet values as sets of documents, so that filtering and counting are AND and popcount.
//!
//! **Not here**: synonyms, highlighting, compound splitting ("Buchhaltungssoftware" is one word), and any knowledge
//! of what the documents are.

mod model;

mod library;

mod answer;

mod matching;

mod snapshot;

mod columns;

mod bits;

mod writer;

mod index;

mod home;

mod analysis;

pub use library::{InUse, Library};
pub use model::{Answer, Direction, Document, Filter, Found, Hit, Query, Shelf, Sort, TextField};
