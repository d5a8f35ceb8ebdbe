//! One generation of a shelf: what searches read, all of them the same, until the next commit.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::{IndexReader, Searcher, SegmentReader};

use crate::bits::Bits;
use crate::columns::Columns;
use crate::index::Shape;

pub(crate) struct Snapshot {
    pub(crate) generation: u64,
    pub(crate) shape: Arc<Shape>,
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Segment>,
    /// Per facet, the values of all segments, sorted.
    pub(crate) values: Vec<Vec<String>>,
}

/// One segment; the same place in `segments` and in the searcher.
pub(crate) struct Segment {
    id: SegmentId,
    pub(crate) columns: Arc<Columns>,
    /// The documents not deleted since.
    pub(crate) alive: Bits,
    /// Per facet, the place in [`Snapshot::values`] of each value of the segment.
    pub(crate) places: Vec<Vec<usize>>,
}

impl Snapshot {
    /// What the index holds now. Segments known to the previous generation are not read again.
    pub(crate) fn take(
        reader: &IndexReader,
        shape: Arc<Shape>,
        previous: Option<&Snapshot>,
    ) -> anyhow::Result<Snapshot> {
        reader.reload()?;
        let searcher = reader.searcher();
        let known: HashMap<SegmentId, &Arc<Columns>> = previous
            .iter()
            .flat_map(|previous| &previous.segments)
            .map(|segment| (segment.id, &segment.columns))
            .collect();
        let read: Vec<Arc<Columns>> = searcher
            .segment_readers()
            .iter()
            .map(|reader| match known.get(&reader.segment_id()) {
                Some(columns) => Ok(Arc::clone(columns)),
                None => Columns::read(reader, &shape).map(Arc::new),
            })
            .collect::<anyhow::Result<_>>()?;
        let values: Vec<Vec<String>> = (0..shape.shelf.facets.len())
            .map(|facet| all_values(&read, facet))
            .collect();
        let segments = searcher
            .segment_readers()
            .iter()
            .zip(read)
            .map(|(reader, columns)| {
                let places = columns.facets.iter().zip(&values).map(|(facet, values)| {
                    let place = |value: &String| values.binary_search(value).unwrap_or_default();
                    facet.values.iter().map(|(value, _)| place(value)).collect()
                });
                Segment {
                    id: reader.segment_id(),
                    places: places.collect(),
                    alive: alive(reader),
                    columns,
                }
            })
            .collect();
        let generation = previous.map_or(0, |previous| previous.generation) + 1;
        Ok(Snapshot {
            generation,
            shape,
            searcher,
            segments,
            values,
        })
    }
}

fn all_values(segments: &[Arc<Columns>], facet: usize) -> Vec<String> {
    let values = segments
        .iter()
        .flat_map(|columns| &columns.facets[facet].values)
        .map(|(value, _)| value);
    values.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}

fn alive(segment: &SegmentReader) -> Bits {
    let mut alive = Bits::none(segment.max_doc() as usize);
    segment
        .doc_ids_alive()
        .for_each(|document| alive.insert(document));
    alive
}
