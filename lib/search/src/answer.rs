//! From a question to an answer: filter, count, order, and read the cards of one page.

mod best;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use anyhow::Context;
use bytes::Bytes;
use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};

use crate::bits::Bits;
use crate::index::place;
use crate::matching::Matches;
use crate::model::{Answer, Hit, Query, Shelf};
use crate::snapshot::Snapshot;

/// The documents of one segment which match.
struct Selection {
    /// Text and ranges hold.
    base: Bits,
    /// Per filtered facet, the documents its filter lets through.
    filters: Vec<(usize, Bits)>,
    /// Everything holds.
    full: Bits,
}

/// The answer to the query. Fails if it names a facet or number the shelf does not have, or the index is broken.
pub(crate) fn answer(snapshot: &Snapshot, query: &Query) -> anyhow::Result<Answer> {
    let shelf = &snapshot.shape.shelf;
    let filters = filters(shelf, query)?;
    let ranges = ranges(shelf, query)?;
    let mut matches = Matches::find(snapshot, &query.text)?;
    let selections: Vec<Selection> = (0..snapshot.segments.len())
        .map(|at| {
            let matching = std::mem::replace(&mut matches.segments[at].documents, Bits::none(0));
            select(snapshot, at, matching, &filters, &ranges)
        })
        .collect();
    let mut counts = HashMap::with_capacity(query.count.len());
    for name in &query.count {
        counts.insert(*name, count(snapshot, &selections, place(shelf.facets, name)?));
    }
    let full: Vec<&Bits> = selections.iter().map(|selection| &selection.full).collect();
    let best = best::best(snapshot, query, &matches, &full)?;
    let hits = best
        .into_iter()
        .map(|best| hit(snapshot, &matches, best))
        .collect::<anyhow::Result<_>>()?;
    let total = full.iter().map(|full| full.count()).sum();
    Ok(Answer {
        total,
        hits,
        counts,
        found: matches.found,
    })
}

/// Per filtered facet, the wanted values.
fn filters<'a>(shelf: &Shelf, query: &'a Query) -> anyhow::Result<HashMap<usize, Vec<&'a str>>> {
    let mut filters: HashMap<usize, Vec<&str>> = HashMap::new();
    for filter in &query.filters {
        let facet = place(shelf.facets, filter.facet)?;
        if !filter.any.is_empty() {
            filters
                .entry(facet)
                .or_default()
                .extend(filter.any.iter().map(String::as_str));
        }
    }
    Ok(filters)
}

/// Which number, from, to.
type Range = (usize, i64, i64);

fn ranges(shelf: &Shelf, query: &Query) -> anyhow::Result<Vec<Range>> {
    let range = |(name, from, to): &(&str, Option<i64>, Option<i64>)| {
        Ok((
            place(shelf.numbers, name)?,
            from.unwrap_or(i64::MIN),
            to.unwrap_or(i64::MAX),
        ))
    };
    query
        .ranges
        .iter()
        .filter(|(_, from, to)| from.is_some() || to.is_some())
        .map(range)
        .collect()
}

fn select(
    snapshot: &Snapshot,
    at: usize,
    mut base: Bits,
    filters: &HashMap<usize, Vec<&str>>,
    ranges: &[Range],
) -> Selection {
    let columns = &snapshot.segments[at].columns;
    for (number, from, to) in ranges {
        let inside = |value: &Option<i64>| value.is_some_and(|value| (*from..=*to).contains(&value));
        base.keep(&Bits::of(&columns.numbers[*number], inside));
    }
    let filters: Vec<(usize, Bits)> = filters
        .iter()
        .map(|(facet, values)| (*facet, columns.facets[*facet].any(values, columns.ids.len())))
        .collect();
    let mut full = base.clone();
    filters.iter().for_each(|(_, filter)| full.keep(filter));
    Selection { base, filters, full }
}

/// The values of a facet and their documents, the facet's own filter ignored.
fn count(snapshot: &Snapshot, selections: &[Selection], facet: usize) -> Vec<(String, usize)> {
    let values = &snapshot.values[facet];
    let mut sums = vec![0; values.len()];
    for (segment, selection) in snapshot.segments.iter().zip(selections) {
        let own = selection
            .filters
            .iter()
            .any(|(filtered, _)| *filtered == facet)
            .then(|| {
                let mut among = selection.base.clone();
                let others = selection
                    .filters
                    .iter()
                    .filter(|(filtered, _)| *filtered != facet);
                others.for_each(|(_, filter)| among.keep(filter));
                among
            });
        let among = own.as_ref().unwrap_or(&selection.full);
        let places = &segment.places[facet];
        segment.columns.facets[facet]
            .count(among, among.count(), |place, times| sums[places[place]] += times);
    }
    let mut counted: Vec<(usize, usize)> = sums
        .into_iter()
        .enumerate()
        .filter(|(_, times)| *times > 0)
        .collect();
    // The values are sorted already, and a stable sort keeps that among equals.
    counted.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    counted
        .into_iter()
        .map(|(place, times)| (values[place].clone(), times))
        .collect()
}

fn hit(snapshot: &Snapshot, matches: &Matches, (segment, document): (usize, u32)) -> anyhow::Result<Hit> {
    let stored: TantivyDocument = snapshot
        .searcher
        .doc(DocAddress::new(u32::try_from(segment)?, document))?;
    let card = stored
        .get_first(snapshot.shape.card)
        .and_then(|card| card.as_bytes())
        .context("a document without card")?;
    Ok(Hit {
        id: snapshot.segments[segment].columns.ids[document as usize],
        card: Bytes::copy_from_slice(card),
        score: matches.score(segment, document),
    })
}
