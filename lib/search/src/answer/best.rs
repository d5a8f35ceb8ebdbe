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
type Rank = (i128, i128, Reverse<Uuid>);

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
    // The smallest of the best so far is on top, and leaves for a better one.
    let mut heap: BinaryHeap<Reverse<(Rank, usize, u32)>> = BinaryHeap::with_capacity(wanted + 1);
    for (at, (full, segment)) in full.iter().zip(&snapshot.segments).enumerate() {
        let columns = &segment.columns;
        for document in full.iter() {
            let place = document as usize;
            let first = match number {
                // Scores are not negative, so their bits are ordered like them.
                None => i128::from(matches.score(at, document).to_bits()),
                Some((number, Direction::Descending)) => ranked(columns.numbers[number][place], 1),
                Some((number, Direction::Ascending)) => ranked(columns.numbers[number][place], -1),
            };
            let full_house = heap.len() == wanted;
            if full_house && heap.peek().is_some_and(|Reverse((least, ..))| first < least.0) {
                continue;
            }
            let clock = columns.numbers.first().and_then(|clock| clock[place]);
            let rank = (first, ranked(clock, 1), Reverse(columns.ids[place]));
            if full_house && heap.peek().is_some_and(|Reverse((least, ..))| rank < *least) {
                continue;
            }
            heap.push(Reverse((rank, at, document)));
            if full_house {
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

fn ranked(number: Option<i64>, sign: i128) -> i128 {
    number.map_or(i128::MIN, |number| i128::from(number) * sign)
}
