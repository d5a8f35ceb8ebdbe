//! A shelf as tantivy sees it.
//!
//! One indexed field holds the terms of all texts of a document. How much a term counts in a document (see
//! [`analysis::Reader::terms`]) is written as its frequency: one posting list per term tells all a search needs.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::store::Compressor;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy::{Index, IndexSettings, TantivyDocument, Term};
use uuid::Uuid;

use crate::analysis;
use crate::model::{Document, Shelf};

/// The shelf's fields and how its documents are written.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub(crate) shelf: Shelf,
    /// The different weights of the texts, lightest first: a rank is a place in it.
    pub(crate) weights: Vec<f32>,
    pub(crate) schema: Schema,
    pub(crate) words: Field,
    pub(crate) card: Field,
    id: Field,
    halves: (Field, Field),
    facets: Vec<Field>,
    numbers: Vec<Field>,
}

/// The names of the two columns which hold a document's id, as two numbers.
pub(crate) const HALVES: (&str, &str) = ("id_high", "id_low");

/// The heaviest texts beyond this many different weights count alike: a match is one byte.
const MOST_RANKS: usize = 30;

impl Shape {
    pub(crate) fn new(shelf: Shelf) -> Shape {
        let mut weights: Vec<f32> = shelf.texts.iter().map(|text| text.weight).collect();
        weights.sort_unstable_by(f32::total_cmp);
        weights.dedup();
        weights.truncate(MOST_RANKS);
        let mut schema = Schema::builder();
        let plain = TextFieldIndexing::default()
            .set_tokenizer("terms")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::WithFreqs);
        let words = schema.add_text_field("words", TextOptions::default().set_indexing_options(plain));
        let card = schema.add_bytes_field("card", STORED);
        let id = schema.add_bytes_field("id", INDEXED);
        let halves = (
            schema.add_u64_field(HALVES.0, FAST),
            schema.add_u64_field(HALVES.1, FAST),
        );
        let facets = shelf
            .facets
            .iter()
            .map(|name| schema.add_text_field(&facet_column(name), FAST))
            .collect();
        let numbers = shelf
            .numbers
            .iter()
            .map(|name| schema.add_i64_field(&number_column(name), FAST))
            .collect();
        Shape {
            shelf,
            weights,
            schema: schema.build(),
            words,
            card,
            id,
            halves,
            facets,
            numbers,
        }
    }

    /// A new index, in this empty folder or in memory.
    pub(crate) fn create(&self, folder: Option<&Path>) -> anyhow::Result<Index> {
        // Cards are small and read by the dozen: decompressing them would cost more than finding them.
        let settings = IndexSettings {
            docstore_compression: Compressor::None,
            ..IndexSettings::default()
        };
        let new = Index::builder().schema(self.schema.clone()).settings(settings);
        let index = match folder {
            Some(folder) => new.create_in_dir(folder)?,
            None => new.create_in_ram()?,
        };
        index.tokenizers().register("terms", Terms);
        Ok(index)
    }

    /// The index of this folder, if it is whole and of this shape.
    pub(crate) fn open(&self, folder: &Path) -> anyhow::Result<Index> {
        let index = Index::open_in_dir(folder)?;
        if index.schema() != self.schema {
            bail!("another schema");
        }
        let damaged = index.validate_checksum()?;
        if !damaged.is_empty() {
            bail!("damaged files: {damaged:?}");
        }
        index.tokenizers().register("terms", Terms);
        Ok(index)
    }

    /// What identifies the document in the index.
    pub(crate) fn key(&self, id: Uuid) -> Term {
        Term::from_field_bytes(self.id, id.as_bytes())
    }

    /// The document as it is stored. Fails if it names a text, a facet or a number the shelf does not have.
    pub(crate) fn written(
        &self,
        reader: &mut analysis::Reader,
        document: &Document,
    ) -> anyhow::Result<TantivyDocument> {
        let mut written = TantivyDocument::new();
        written.add_bytes(self.id, document.id.as_bytes());
        let (high, low) = document.id.as_u64_pair();
        written.add_u64(self.halves.0, high);
        written.add_u64(self.halves.1, low);
        written.add_bytes(self.card, &document.card);
        for (name, value) in &document.facets {
            written.add_text(self.facets[place(self.shelf.facets, name)?], value);
        }
        for (name, value) in &document.numbers {
            written.add_i64(self.numbers[place(self.shelf.numbers, name)?], *value);
        }
        let ranked: Vec<(u8, &str)> = document
            .texts
            .iter()
            .map(|(name, text)| Ok((self.rank(name)?, text.as_str())))
            .collect::<anyhow::Result<_>>()?;
        let terms = reader.terms(ranked.into_iter());
        written.add_text(self.words, packed(terms.iter()));
        Ok(written)
    }

    fn rank(&self, text: &str) -> anyhow::Result<u8> {
        let text = self
            .shelf
            .texts
            .iter()
            .find(|known| known.name == text)
            .with_context(|| format!("no text {text:?}"))?;
        let lighter = self
            .weights
            .iter()
            .take_while(|weight| **weight < text.weight)
            .count();
        Ok(u8::try_from(lighter.min(self.weights.len() - 1))?)
    }
}

/// Where a name stands among those of the shelf.
pub(crate) fn place(names: &[&str], name: &str) -> anyhow::Result<usize> {
    names
        .iter()
        .position(|known| *known == name)
        .with_context(|| format!("the shelf has no {name:?}"))
}

pub(crate) fn facet_column(name: &str) -> String {
    format!("facet_{name}")
}

pub(crate) fn number_column(name: &str) -> String {
    format!("number_{name}")
}

/// The terms as one text, for tantivy takes no other: per line, how often (a letter of that code) and the term.
fn packed<'a>(terms: impl Iterator<Item = (&'a Arc<str>, &'a u8)>) -> String {
    let mut packed = String::new();
    for (term, times) in terms {
        packed.push(char::from(b' ' + times));
        packed.push_str(term);
        packed.push('\n');
    }
    packed
}

/// Reads [`packed`] terms, each as often as it says.
#[derive(Clone, Debug)]
struct Terms;

struct Repeated<'a> {
    lines: std::str::Lines<'a>,
    token: Token,
    left: u32,
}

impl Tokenizer for Terms {
    type TokenStream<'a> = Repeated<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Repeated<'a> {
        Repeated {
            lines: text.lines(),
            token: Token {
                position: 0,
                ..Token::default()
            },
            left: 0,
        }
    }
}

impl TokenStream for Repeated<'_> {
    fn advance(&mut self) -> bool {
        if self.left > 0 {
            self.left -= 1;
            return true;
        }
        let mut letters = self.lines.next().unwrap_or_default().chars();
        let Some(times) = letters.next() else { return false };
        self.left = u32::from(times).saturating_sub(u32::from(' ') + 1);
        self.token.text.clear();
        self.token.text.push_str(letters.as_str());
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
