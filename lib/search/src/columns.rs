//! What is kept in memory of a segment: ids, numbers, and who has which facet value.
//!
//! A segment never changes once written (deletions are kept apart), so this is read once and shared by all
//! generations which have the segment.

use std::collections::BTreeSet;

use anyhow::Context;
use tantivy::SegmentReader;
use tantivy::columnar::Column;
use uuid::Uuid;

use crate::bits::Bits;
use crate::index::{HALVES, Shape, facet_column, number_column};

pub(crate) struct Columns {
    pub(crate) ids: Vec<Uuid>,
    /// Per number of the shelf, per document.
    pub(crate) numbers: Vec<Vec<Option<i64>>>,
    /// Per facet of the shelf.
    pub(crate) facets: Vec<Facet>,
}

/// One facet of one segment.
pub(crate) struct Facet {
    /// The values, sorted, each with its documents.
    pub(crate) values: Vec<(String, Documents)>,
    /// The places of a document's values in `values` are `places[starts[document]..starts[document + 1]]`.
    starts: Vec<u32>,
    places: Vec<u32>,
}

/// The documents with a value: as bits where they are many, else one by one, so that a facet with thousands of
/// rare values stays small.
pub(crate) enum Documents {
    Many(Bits),
    Few(Vec<u32>),
}

impl Columns {
    pub(crate) fn read(segment: &SegmentReader, shape: &Shape) -> anyhow::Result<Columns> {
        let columns = segment.fast_fields();
        let (high, low) = (columns.u64(HALVES.0)?, columns.u64(HALVES.1)?);
        let id = |document| {
            let halves = high.first(document).zip(low.first(document));
            halves
                .map(|(high, low)| Uuid::from_u64_pair(high, low))
                .context("a document without an id")
        };
        let all = 0..segment.max_doc();
        let number = |name: &&str| -> anyhow::Result<Vec<Option<i64>>> {
            let column: Column<i64> = columns.i64(&number_column(name))?;
            Ok(all.clone().map(|document| column.first(document)).collect())
        };
        Ok(Columns {
            ids: all.clone().map(id).collect::<anyhow::Result<_>>()?,
            numbers: shape
                .shelf
                .numbers
                .iter()
                .map(number)
                .collect::<anyhow::Result<_>>()?,
            facets: shape
                .shelf
                .facets
                .iter()
                .map(|name| Facet::read(segment, name))
                .collect::<anyhow::Result<_>>()?,
        })
    }
}

impl Facet {
    fn read(segment: &SegmentReader, name: &str) -> anyhow::Result<Facet> {
        let length = segment.max_doc();
        let Some(column) = segment.fast_fields().str(&facet_column(name))? else {
            return Ok(Facet {
                values: Vec::new(),
                starts: vec![0; length as usize + 1],
                places: Vec::new(),
            });
        };
        let mut owners: Vec<Vec<u32>> = vec![Vec::new(); column.num_terms()];
        let (mut starts, mut places) = (vec![0], Vec::new());
        for document in 0..length {
            for place in column.term_ords(document).collect::<BTreeSet<u64>>() {
                owners
                    .get_mut(usize::try_from(place)?)
                    .context("an unknown facet value")?
                    .push(document);
                places.push(u32::try_from(place)?);
            }
            starts.push(u32::try_from(places.len())?);
        }
        let mut values = Vec::with_capacity(owners.len());
        for (place, owners) in (0..).zip(owners) {
            let mut value = String::new();
            column.ord_to_str(place, &mut value)?;
            values.push((value, Documents::new(owners, length as usize)));
        }
        Ok(Facet {
            values,
            starts,
            places,
        })
    }

    /// The documents which have one of the values.
    pub(crate) fn any(&self, wanted: &[&str], length: usize) -> Bits {
        let mut any = Bits::none(length);
        for value in wanted {
            let Ok(place) = self
                .values
                .binary_search_by(|(known, _)| known.as_str().cmp(value))
            else {
                continue;
            };
            match &self.values[place].1 {
                Documents::Many(bits) => any.add(bits),
                Documents::Few(documents) => documents.iter().for_each(|document| any.insert(*document)),
            }
        }
        any
    }

    /// How many of these documents (of which there are `count`) have each value: told to `tell` by place in
    /// `values`, several times per value perhaps. Goes document by document if they are few, else value by value.
    pub(crate) fn count(&self, among: &Bits, count: usize, mut tell: impl FnMut(usize, usize)) {
        let length = self.starts.len();
        // Reading a document's values costs about as much as eight words of 64 bits.
        let by_document = count * (1 + self.places.len() / length) * 8;
        let by_value = self
            .values
            .iter()
            .map(|(_, documents)| documents.cost(length))
            .sum();
        if by_document < by_value {
            for document in among.descending() {
                let own =
                    self.starts[document as usize] as usize..self.starts[document as usize + 1] as usize;
                self.places[own].iter().for_each(|place| tell(*place as usize, 1));
            }
        } else {
            for (place, (_, documents)) in self.values.iter().enumerate() {
                tell(place, documents.common(among));
            }
        }
    }
}

impl Documents {
    fn new(documents: Vec<u32>, length: usize) -> Documents {
        if documents.len() * 32 < length {
            return Documents::Few(documents);
        }
        let mut bits = Bits::none(length);
        documents.iter().for_each(|document| bits.insert(*document));
        Documents::Many(bits)
    }

    fn common(&self, among: &Bits) -> usize {
        match self {
            Documents::Many(bits) => bits.common(among),
            Documents::Few(documents) => documents
                .iter()
                .filter(|document| among.contains(**document))
                .count(),
        }
    }

    fn cost(&self, length: usize) -> usize {
        match self {
            Documents::Many(_) => length / 64,
            Documents::Few(documents) => documents.len(),
        }
    }
}
