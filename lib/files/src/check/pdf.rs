//! PDFs, taken apart to see that they only show pages.
//!
//! They are kept as they came, never rewritten: a signature (many official documents
//! carry one) holds only over the original bytes.

mod document;
mod index;
mod names;
mod reader;
mod unfold;
mod value;

use document::Document;
use value::{Budget, Dict, Value};

use super::Rejection;

/// What taking a file apart may cost in bytes, read or unfolded: a scan in colour has 26 MB a page when
/// it is not kept as JPEG, and a telephone keeps it as JPEG.
const MAX_BYTES: usize = 256 * 1024 * 1024;

/// How many values it may hold: a long contract has some hundred thousand.
const MAX_VALUES: usize = 1_000_000;

/// Keys that only stand where something can act (ISO 32000-2): lists of scripts and of
/// embedded files, forms in XML with scripts of their own, rich media.
const ACTIVE_KEYS: [&[u8]; 4] = [b"JavaScript", b"EmbeddedFiles", b"XFA", b"RichMediaContent"];

/// Kinds of action (`/S`) that reach out of the pages. What remains turns pages, shows
/// or hides, and opens links when clicked.
const ACTIVE_ACTIONS: [&[u8]; 8] = [
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"GoToR",
    b"Rendition",
    b"RichMediaExecute",
];

/// Kinds of object (`/Type`) and of note on a page (`/Subtype`) that carry something
/// to run or to unpack.
const ACTIVE_TYPES: [&[u8]; 7] = [
    b"EmbeddedFile",
    b"FileAttachment",
    b"RichMedia",
    b"Movie",
    b"Sound",
    b"Screen",
    b"3D",
];

/// Looks through every object that stands anywhere in the file, and then for telling names in what was
/// not understood.
pub(super) fn check(bytes: &[u8]) -> Result<(), Rejection> {
    let mut budget = Budget {
        bytes: MAX_BYTES,
        values: MAX_VALUES,
    };
    let mut document = Document::read(bytes, &mut budget)?;
    if is_encrypted(&document) {
        return Err(Rejection::EncryptedPdf);
    }
    document.unfold(&mut budget)?;
    let acts = names::tell(bytes)
        || document.objects.iter().any(|object| stands_alone(&object.value))
        || document.objects.iter().any(|object| acts(&object.value))
        || document.trailers.iter().any(dict_acts)
        || leaves_unasked(&document);
    if acts {
        return Err(Rejection::ActivePdf);
    }
    unfold::all(&document, &mut budget)?;
    match has_page(&document) {
        true => Ok(()),
        false => Err(Rejection::BrokenPdf),
    }
}

/// Newer files say it in the stream that holds their index.
fn is_encrypted(document: &Document<'_>) -> bool {
    let streams = document.objects.iter().filter(|object| object.stream.is_some());
    let mut heads = streams
        .filter_map(|stream| stream.dict())
        .chain(&document.trailers);
    heads.any(|head| head.has(b"Encrypt"))
}

/// A file that lost its end is read from what says that it is the catalogue.
fn has_page(document: &Document<'_>) -> bool {
    let streams = document.objects.iter().filter(|object| object.stream.is_some());
    let heads = streams
        .filter_map(|stream| stream.dict())
        .chain(&document.trailers);
    let mut roots: Vec<_> = heads.flat_map(|head| head.all(b"Root")).collect();
    if roots.is_empty() {
        let objects = document.objects.iter().map(|object| &object.value);
        roots = objects.filter(|value| is_catalogue(value)).collect();
    }
    document.walk(roots, false, |dict, next| {
        next.extend(dict.all(b"Pages").chain(dict.all(b"Kids")));
        dict.is(b"Type", b"Page")
    })
}

fn is_catalogue(value: &Value) -> bool {
    matches!(value, Value::Dict(dict) if dict.is(b"Type", b"Catalog"))
}

/// Whether opening the file or a page, and not the reader's click, leads to an address, or to something
/// that we did not find and others might.
fn leaves_unasked(document: &Document<'_>) -> bool {
    let mut places = Vec::new();
    let mut additional = Vec::new();
    let mut inside: Vec<_> = document.objects.iter().map(|object| &object.value).collect();
    while let Some(value) = inside.pop() {
        match value {
            Value::Array(items) => inside.extend(items),
            Value::Dict(dict) => {
                let opening = dict.all(b"OpenAction");
                // Several values are a place on a page.
                places.extend(opening.filter(|action| !matches!(action, Value::Array(_))));
                additional.extend(dict.all(b"AA"));
                inside.extend(dict.0.iter().map(|(_, value)| value));
            }
            Value::Name(_) | Value::Int(_) | Value::Ref(_) | Value::Other => {}
        }
    }
    let is_missing = document.walk(additional, true, |actions, _| {
        places.extend(actions.0.iter().map(|(_, action)| action));
        false
    });
    is_missing
        || document.walk(places, true, |action, next| {
            next.extend(action.all(b"Next"));
            action.is(b"S", b"URI")
        })
}

/// A name standing alone is what another object says by reference.
fn stands_alone(value: &Value) -> bool {
    let name = value.name();
    name.is_some_and(|name| ACTIVE_ACTIONS.contains(&name) || ACTIVE_TYPES.contains(&name))
}

fn acts(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(acts),
        Value::Dict(dict) => dict_acts(dict),
        Value::Name(_) | Value::Int(_) | Value::Ref(_) | Value::Other => false,
    }
}

fn dict_acts(dict: &Dict) -> bool {
    let names = |key: &[u8], forbidden: &[&[u8]]| {
        let mut names = dict.all(key).filter_map(Value::name);
        names.any(|name| forbidden.contains(&name))
    };
    // `EF` alone may be the name somebody gave to a font; beside a file name it embeds.
    let embeds = dict.has(b"EF") && [b"F".as_slice(), b"UF", b"Type"].iter().any(|key| dict.has(key));
    embeds
        || ACTIVE_KEYS.iter().any(|key| dict.has(key))
        || names(b"S", &ACTIVE_ACTIONS)
        || names(b"Type", &ACTIVE_TYPES)
        || names(b"Subtype", &ACTIVE_TYPES)
        || dict.0.iter().any(|(_, value)| acts(value))
}
