//! How far a PDF unfolds for whoever opens it.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use lopdf::{DecompressError, Document, Error, Object, Stream};

/// What all streams may unfold to together, in bytes: a scan in colour has 26 MB a page.
pub(super) const MAX_SHOWN: u64 = 512 * 1024 * 1024;

/// What a stream folded in a way that is no longer used may unfold to.
const MAX_ODD: usize = 32 * 1024 * 1024;

/// What an image inside may have: four times a scan of A4 at 600 dpi, and more.
const MAX_PIXELS: i64 = 200_000_000;

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

/// Whether the file shows more than anybody's machine should have to hold.
pub(super) fn too_far(document: &Document) -> bool {
    let mut left = MAX_SHOWN;
    let streams = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    streams.into_iter().any(|stream| {
        if has_too_many_pixels(document, stream) {
            return true;
        }
        match size(document, stream, left) {
            Some(size) => {
                left -= size;
                false
            }
            None => true,
        }
    })
}

/// What the stream unfolds to, if that is at most `left`. A filter for images alone ends the
/// count: [`has_too_many_pixels`] bounds what it makes.
fn size(document: &Document, stream: &Stream, left: u64) -> Option<u64> {
    let filters = filters(document, stream);
    let folds = filters.iter().filter(|filter| FOLDS.contains(filter)).count();
    match filters.first() {
        // Nobody folds twice in good faith.
        _ if folds > 1 => None,
        _ if folds == 0 => Some(0),
        Some(&(b"FlateDecode" | b"Fl")) => {
            let mut unfolded = ZlibDecoder::new(stream.content.as_slice()).take(left);
            // What breaks off has been unfolded that far.
            let _ = io::copy(&mut unfolded, &mut io::sink());
            Some(left - unfolded.limit()).filter(|size| *size < left)
        }
        _ => match stream.decompressed_content_with_limit(MAX_ODD) {
            Err(Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => None,
            _ => Some(0),
        },
    }
}

/// The stream's filters, also where they are only referred to.
fn filters<'a>(document: &'a Document, stream: &'a Stream) -> Vec<&'a [u8]> {
    let at = |object: &'a Object| document.dereference(object).map(|(_, found)| found).ok();
    let named = |object: &'a Object| at(object).and_then(|object| object.as_name().ok());
    match stream.dict.get(b"Filter").ok().and_then(at) {
        Some(Object::Array(several)) => several.iter().filter_map(named).collect(),
        Some(one) => one.as_name().into_iter().collect(),
        None => Vec::new(),
    }
}

fn has_too_many_pixels(document: &Document, stream: &Stream) -> bool {
    let side = |key| {
        let said = stream.dict.get(key).ok()?;
        document.dereference(said).ok()?.1.as_i64().ok()
    };
    match (side(b"Width".as_slice()), side(b"Height")) {
        (Some(width), Some(height)) => width.saturating_mul(height) > MAX_PIXELS,
        _ => false,
    }
}
