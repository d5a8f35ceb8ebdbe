//! How far a PDF unfolds for whoever opens it.

use std::io::{self, Read};

use flate2::bufread::DeflateDecoder;
use lopdf::{DecompressError, Error, Stream};

use super::super::Rejection;
use super::document::{Document, Object};
use super::value::{Budget, Dict, Value};

/// What a stream that is not merely counted but held may unfold to, in bytes. A stream of objects has
/// some ten thousand.
const MAX_HELD: usize = 8 * 1024 * 1024;

/// What an image inside may have: four times a scan of A4 at 600 dpi, and more.
const MAX_PIXELS: i64 = 200_000_000;

/// So many filters one after the other, and so many words about each of them.
const MAX_FILTERS: usize = 8;
const MAX_SAID: usize = 16;

/// Filters that make more of what they are given, by their names and short names.
const FOLDS: [&[u8]; 7] = [
    b"FlateDecode",
    b"Fl",
    b"LZWDecode",
    b"LZW",
    b"RunLengthDecode",
    b"RL",
    b"BrotliDecode",
];

/// Unfolds every stream, and tells where that is more than anybody's machine should have to hold.
pub(super) fn all(document: &Document<'_>, budget: &mut Budget) -> Result<(), Rejection> {
    for object in &document.objects {
        if let (Some(dict), Some(start)) = (object.dict(), object.stream) {
            if has_too_many_pixels(document, dict) {
                return Err(Rejection::PdfTooBig);
            }
            count(document, object, dict, start, budget)?;
        }
    }
    Ok(())
}

/// A filter for images alone ends the count: [`has_too_many_pixels`] bounds what it makes.
fn count(
    document: &Document<'_>,
    object: &Object,
    dict: &Dict,
    start: usize,
    budget: &mut Budget,
) -> Result<(), Rejection> {
    let filters = filters(document, dict)?;
    let folds = filters.iter().filter(|filter| FOLDS.contains(filter)).count();
    match filters.first() {
        // Nobody folds twice in good faith.
        _ if folds > 1 => Err(Rejection::PdfTooBig),
        _ if folds == 0 => Ok(()),
        Some(&(b"FlateDecode" | b"Fl")) => inflate(document, start, budget).map(drop),
        _ => match content(document, object, budget) {
            // What others cannot read either falls on nobody.
            Err(Rejection::BrokenPdf) => Ok(()),
            told => told.map(drop),
        },
    }
}

/// The stream unfolded, to be looked into.
pub(super) fn content(
    document: &Document<'_>,
    object: &Object,
    budget: &mut Budget,
) -> Result<Vec<u8>, Rejection> {
    let broken = Rejection::BrokenPdf;
    let (dict, start) = object.dict().zip(object.stream).ok_or(broken)?;
    let end = match filters(document, dict)?.first() {
        Some(&b"FlateDecode") => inflate(document, start, budget)?.ok_or(broken)?,
        _ => end(document, dict, start),
    };
    let folded = document.bytes.get(start..end).ok_or(broken)?;
    budget.spend(folded.len())?;
    let how = [b"Filter".as_slice(), b"DecodeParms"].into_iter();
    let how = how.filter_map(|key| match document.resolve(dict.only(key)?).as_slice() {
        [one] => Some((key, said(one)?)),
        _ => None,
    });
    let stream = Stream::new(how.collect(), folded.to_vec());
    let content = stream.get_plain_content_with_limit(MAX_HELD);
    let content = content.map_err(|error| match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Rejection::PdfTooBig,
        _ => broken,
    })?;
    budget.spend(content.len())?;
    Ok(content)
}

/// Where the folded bytes end, if they come to an end: they say so themselves, and what the file says
/// of their length is not asked.
fn inflate(document: &Document<'_>, start: usize, budget: &mut Budget) -> Result<Option<usize>, Rejection> {
    // After the two bytes of the head. The sum at the end is not looked at: few readers do.
    let folded = document.bytes.get(start + 2..).unwrap_or_default();
    let most = u64::try_from(budget.bytes).unwrap_or(u64::MAX);
    let mut unfolded = DeflateDecoder::new(folded).take(most.saturating_add(1));
    let ended = io::copy(&mut unfolded, &mut io::sink());
    let decoder = unfolded.into_inner();
    // On machines where it does not fit, the budget is gone in any case.
    let spent = usize::try_from(decoder.total_in().saturating_add(decoder.total_out()));
    budget.spend(spent.unwrap_or(usize::MAX))?;
    let sum = 4;
    let end = usize::try_from(decoder.total_in()).map(|read| start + 2 + read + sum);
    Ok(ended.ok().and(end.ok()).map(|end| end.min(document.bytes.len())))
}

/// Where the stream ends: by its length if that is true, otherwise at the next word that says so.
fn end(document: &Document<'_>, dict: &Dict, start: usize) -> usize {
    let said = dict.only(b"Length").map(|length| document.resolve(length));
    let said = said.filter(|said| said.len() == 1).into_iter().flatten();
    let said = said.filter_map(|length| start.checked_add(usize::try_from(length.int()?).ok()?));
    let after = document.ends.partition_point(|end| *end < start);
    let next = document.ends.get(after..).unwrap_or_default();
    let is_true = |end: &usize| {
        let place = next.partition_point(|word| word < end);
        next.get(place).is_some_and(|word| word - end <= 2)
    };
    let said = said.into_iter().find(is_true);
    said.or(next.first().copied()).unwrap_or(document.bytes.len())
}

/// The stream's filters, also where they are only referred to.
fn filters<'a>(document: &'a Document<'_>, dict: &'a Dict) -> Result<Vec<&'a [u8]>, Rejection> {
    let said = dict.all(b"Filter").flat_map(|filter| document.resolve(filter));
    let each = said.flat_map(|filter| -> Box<dyn Iterator<Item = &Value>> {
        match filter {
            Value::Array(several) => Box::new(several.iter().flat_map(|one| document.resolve(one))),
            one => Box::new(std::iter::once(one)),
        }
    });
    let each: Vec<_> = each.take(MAX_FILTERS + 1).collect();
    match each.len() {
        0..=MAX_FILTERS => Ok(each.into_iter().filter_map(Value::name).collect()),
        _ => Err(Rejection::PdfTooBig),
    }
}

/// What is said of the filters, as the library that unfolds wants it.
fn said(value: &Value) -> Option<lopdf::Object> {
    match value {
        Value::Name(name) => Some(lopdf::Object::Name(name.clone())),
        Value::Int(int) => Some(lopdf::Object::Integer(*int)),
        Value::Array(items) => {
            let items = items.iter().take(MAX_FILTERS);
            let items = items.map(|item| said(item).unwrap_or(lopdf::Object::Null));
            Some(lopdf::Object::Array(items.collect()))
        }
        Value::Dict(dict) => {
            let entries = dict.0.iter().take(MAX_SAID);
            let entries = entries.filter_map(|(key, value)| Some((key.clone(), value.int()?.into())));
            Some(lopdf::Object::Dictionary(entries.collect()))
        }
        Value::Ref(_) | Value::Other => None,
    }
}

fn has_too_many_pixels(document: &Document<'_>, dict: &Dict) -> bool {
    let side = |key| {
        let said = dict.all(key).flat_map(|side| document.resolve(side));
        said.filter_map(Value::int).max()
    };
    match (side(b"Width".as_slice()), side(b"Height")) {
        (Some(width), Some(height)) => width.saturating_mul(height) > MAX_PIXELS,
        _ => false,
    }
}
