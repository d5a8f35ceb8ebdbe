//! What callers put in and get out.

use std::collections::HashMap;

use bytes::Bytes;
use uuid::Uuid;

/// What the documents of one shelf consist of.
///
/// The first of `numbers` is the shelf's clock: documents which compare equal are shown with the larger one first,
/// and so are all documents when neither a text nor an order is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shelf {
    /// Its name, also of its folder: small letters and digits.
    pub name: &'static str,
    /// Raise it when the meaning of the documents changes; the stored shelf is then thrown away.
    pub version: u32,
    /// The searchable texts.
    pub texts: &'static [TextField],
    /// Names of the facets: exact values to filter by and to count.
    pub facets: &'static [&'static str],
    /// Names of the numbers: ranges and orders.
    pub numbers: &'static [&'static str],
}

/// A searchable text of a shelf. At most 30 different weights per shelf make a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextField {
    /// Its name, as in [`Document::texts`].
    pub name: &'static str,
    /// How much a word found here counts, above zero; a document where all words stand in heavier texts comes first.
    pub weight: f32,
}

/// One document, complete: an upsert replaces all of it. Unknown names of texts, facets and numbers are refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its identity on the shelf.
    pub id: Uuid,
    /// Name of a text and the text; a name may come several times. Of each, 100,000 characters are read.
    pub texts: Vec<(&'static str, String)>,
    /// Name of a facet and one value; a name may come several times.
    pub facets: Vec<(&'static str, String)>,
    /// Name of a number and its value, at most one per name.
    pub numbers: Vec<(&'static str, i64)>,
    /// What a hit gives back, untouched; usually the JSON a result page draws.
    pub card: Vec<u8>,
}

/// What to look for. The default finds everything, counts nothing, and shows no hit (`limit` 0).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// What the person typed, of any kind; 200 characters and 12 words of it are read. Nothing to find = everything.
    pub text: String,
    /// All must hold.
    pub filters: Vec<Filter>,
    /// Name of a number, from, to; both included, `None` = open. A document without the number is outside.
    pub ranges: Vec<(&'static str, Option<i64>, Option<i64>)>,
    /// The order of the hits.
    pub sort: Sort,
    /// How many hits to skip.
    pub offset: usize,
    /// How many hits to give at most.
    pub limit: usize,
    /// Names of the facets to count.
    pub count: Vec<&'static str>,
}

/// The document has one of these values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Name of the facet.
    pub facet: &'static str,
    /// The wanted values; none = no filter. Several filters of one facet are one filter with the values of all.
    pub any: Vec<String>,
}

/// The order of the hits. Equal ones: larger clock first (see [`Shelf`]), then by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; by the clock when there is no text.
    #[default]
    Relevance,
    /// By a number of the shelf; documents without it come last.
    Number(&'static str, Direction),
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many documents match text, filters and ranges.
    pub total: usize,
    /// The asked page of them.
    pub hits: Vec<Hit>,
    /// Per asked facet, its values with the number of documents, most first, then by name; values without a
    /// document are left out. A facet's own filter is ignored for its counts; everything else holds.
    pub counts: HashMap<&'static str, Vec<(String, usize)>>,
    /// How close the documents are to the text.
    pub found: Found,
}

/// How close the documents found are to the words typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Found {
    /// Every word matches (or nothing does).
    #[default]
    Exactly,
    /// Nothing had every word; these have every word with at most one letter changed.
    Respelled,
    /// Nothing had every word; these have most of them.
    Partly,
}

/// One document found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its identity.
    pub id: Uuid,
    /// Its card, as stored.
    pub card: Bytes,
    /// The better, the larger; comparable within one answer only. Zero without a text.
    pub score: f32,
}
