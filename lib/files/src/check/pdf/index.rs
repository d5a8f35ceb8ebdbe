//! What the indexes of a file say: asked only for where it keeps objects, never for where to look.

use std::collections::HashSet;

use super::super::Rejection;
use super::document::Document;
use super::unfold::content;
use super::value::{Budget, Dict, Value};

/// Refuses a file that, by one of its indexes, keeps objects where we did not look for them
/// (ISO 32000-2, 7.5.8.3).
pub(super) fn check(document: &Document<'_>, budget: &mut Budget) -> Result<(), Rejection> {
    let broken = Rejection::BrokenPdf;
    let mut seen = HashSet::new();
    for object in &document.objects {
        let index = object.dict().filter(|_| object.stream.is_some());
        let Some(index) = index.filter(|dict| dict.has(b"W")) else {
            continue;
        };
        let [kind, place, more] = widths(index).ok_or(broken)?;
        let content = content(document, object, budget)?;
        for row in content.chunks_exact((kind + place + more).max(1)) {
            let (kind, rest) = row.split_at(kind);
            let (place, _) = rest.split_at(place.min(rest.len()));
            if kind.is_empty() || number(kind) != 2 {
                continue;
            }
            let container = u32::try_from(number(place)).map_err(|_| broken)?;
            if seen.insert(container) && !document.is_plain_container(container) {
                return Err(broken);
            }
        }
    }
    Ok(())
}

fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// How many bytes each of the three columns of an index has.
fn widths(index: &Dict) -> Option<[usize; 3]> {
    let Value::Array(widths) = index.only(b"W")? else {
        return None;
    };
    let [one, two, three] = widths.as_slice() else {
        return None;
    };
    let width = |value: &Value| usize::try_from(value.int()?).ok().filter(|width| *width <= 8);
    Some([width(one)?, width(two)?, width(three)?])
}
