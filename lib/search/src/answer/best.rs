//! The documents of one page, without sorting all the others.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use uuid::Uuid;

use crate::bits::Bits;
use crate::index::place;
use crate::matching::Matches;
use crate::model::{Direction, Query, Sort};
use crate::snapshot::Snapshot;

/// Larger comes first: what was asked for, then the clock, then the smaller id. Missing numbers come last.
type Rank = (Option<i64>, Option<i64>, Reverse<Uuid>);

/// Segment and document of each hit of the page, in order.
pub(super) fn best(
    snapshot: &Snapshot,
    query: &Query,
    matches: &Matches,
    full: &[&Bits],
) -> anyhow::Result<Vec<(usize, u32)>> {
    let shelf = &snapshot.shape.shelf;
    let number = match query.sort {
        Sort::Relevance => None,
        Sort::Number(name, direction) => Some((place(shelf.numbers, name)?, direction)),
    };
    let total: usize = full.iter().map(|full| full.count()).sum();
    let wanted = query.offset.saturating_add(query.limit).min(total);
    if wanted <= query.offset {
        return Ok(Vec::new());
    }
    // The smallest of the best so far is on top, and leaves for a better one. Newer documents are mostly the later
    // ones: starting at the end, few of the others are better.
    let mut heap: BinaryHeap<Reverse<(Rank, usize, u32)>> = BinaryHeap::with_capacity(wanted + 1);
    for (at, (full, segment)) in full.iter().zip(&snapshot.segments).enumerate().rev() {
        let columns = &segment.columns;
        let clock = |place: usize| columns.numbers.first().and_then(|clock| clock[place]);
        for document in full.descending() {
            let place = document as usize;
            let first = match number {
                None if matches.is_everything() => clock(place),
                // Scores are not negative, so their bits are ordered like them.
                None => Some(i64::from(matches.score(at, document).to_bits())),
                Some((number, Direction::Descending)) => columns.numbers[number][place],
                // Turning every bit turns the order.
                Some((number, Direction::Ascending)) => columns.numbers[number][place].map(|value| !value),
            };
            let complete = heap.len() == wanted;
            if complete && heap.peek().is_some_and(|Reverse((least, ..))| first < least.0) {
                continue;
            }
            heap.push(Reverse((
                (first, clock(place), Reverse(columns.ids[place])),
                at,
                document,
            )));
            if complete {
                heap.pop();
            }
        }
    }
    let sorted = heap.into_sorted_vec();
    Ok(sorted
        .into_iter()
        .skip(query.offset)
        .map(|Reverse((_, segment, document))| (segment, document))
        .collect())
}
