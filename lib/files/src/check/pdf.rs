//! PDFs, taken apart to see that they only show pages.
//!
//! They are kept as they came, never rewritten: a signature (many official documents
//! carry one) holds only over the original bytes.

mod names;
mod unfold;

use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};

use super::Rejection;

/// What one compressed stream of objects may unfold to, in bytes. Real ones have some
/// ten thousand.
const MAX_UNFOLDED: usize = 8 * 1024 * 1024;

/// How deep objects may lie in each other.
const MAX_DEPTH: usize = 64;

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

/// Looks through every object of the file, twice: as its index lists them, and as a
/// search for objects finds them. Readers that repair files do the second, so what the
/// index hides is seen too. Then looks for telling names in what neither understood.
pub(super) fn check(bytes: &[u8]) -> Result<(), Rejection> {
    let written = load(bytes, false)?;
    judge(&written)?;
    if written.get_pages().is_empty() {
        return Err(Rejection::BrokenPdf);
    }
    drop(written);
    match load(bytes, true) {
        Ok(found) => judge(&found)?,
        // A file that reads well as written may be beyond repair by searching.
        Err(Rejection::BrokenPdf) => {}
        Err(rejection) => return Err(rejection),
    }
    if names::tell(bytes) {
        return Err(Rejection::ActivePdf);
    }
    Ok(())
}

fn judge(document: &Document) -> Result<(), Rejection> {
    if document.was_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(Rejection::EncryptedPdf);
    }
    // A name standing alone is what another object says by reference.
    let named = |object: &Object| {
        let name = object.as_name();
        name.is_ok_and(|name| ACTIVE_ACTIONS.contains(&name) || ACTIVE_TYPES.contains(&name))
    };
    let acts = dictionary_acts(&document.trailer, 0)
        || leaves_unasked(document)
        || document
            .objects
            .values()
            .any(|object| named(object) || object_acts(object, 0));
    if acts {
        return Err(Rejection::ActivePdf);
    }
    if unfold::too_far(document) {
        return Err(Rejection::PdfTooBig);
    }
    Ok(())
}

/// Whether opening the file or a page, and not the reader's click, leads to an address.
fn leaves_unasked(document: &Document) -> bool {
    let dictionaries = document.objects.values().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    });
    let mut unasked = dictionaries.flat_map(|dictionary| {
        let at_opening = dictionary.get(b"OpenAction").ok();
        let additional = dictionary.get(b"AA").and_then(|aa| document.dereference(aa)).ok();
        let additional = additional.and_then(|(_, aa)| aa.as_dict().ok());
        let additional = additional
            .into_iter()
            .flat_map(|aa| aa.iter().map(|(_, action)| action));
        at_opening.into_iter().chain(additional)
    });
    unasked.any(|action| leads_out(document, action, 0))
}

/// Whether this action, or one that follows it, opens an address.
fn leads_out(document: &Document, action: &Object, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return true;
    }
    match document.dereference(action) {
        Ok((_, Object::Dictionary(action))) => {
            action
                .get(b"S")
                .and_then(Object::as_name)
                .is_ok_and(|kind| kind == b"URI")
                || action
                    .get(b"Next")
                    .is_ok_and(|next| leads_out(document, next, depth + 1))
        }
        Ok((_, Object::Array(actions))) => actions.iter().any(|one| leads_out(document, one, depth + 1)),
        _ => false,
    }
}

fn load(bytes: &[u8], force_reconstruct: bool) -> Result<Document, Rejection> {
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_UNFOLDED),
        force_reconstruct,
        ..LoadOptions::default()
    };
    Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        lopdf::Error::InvalidPassword
        | lopdf::Error::Decryption(_)
        | lopdf::Error::UnsupportedSecurityHandler(_) => Rejection::EncryptedPdf,
        _ => Rejection::BrokenPdf,
    })
}

fn object_acts(object: &Object, depth: usize) -> bool {
    // Nobody nests so deep in good faith.
    if depth > MAX_DEPTH {
        return true;
    }
    match object {
        Object::Array(items) => items.iter().any(|item| object_acts(item, depth + 1)),
        Object::Dictionary(dictionary) => dictionary_acts(dictionary, depth),
        Object::Stream(stream) => dictionary_acts(&stream.dict, depth) || hides(stream),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Reference(_) => false,
    }
}

fn dictionary_acts(dictionary: &Dictionary, depth: usize) -> bool {
    let names = |key: &[u8], forbidden: &[&[u8]]| {
        let name = dictionary.get(key).and_then(Object::as_name);
        name.is_ok_and(|name| forbidden.contains(&name))
    };
    // `EF` alone may be the name somebody gave to a font; beside a file name it embeds.
    let embeds = dictionary.has(b"EF")
        && [b"F".as_slice(), b"UF", b"Type"]
            .iter()
            .any(|key| dictionary.has(key));
    embeds
        || ACTIVE_KEYS.iter().any(|key| dictionary.has(key))
        || names(b"S", &ACTIVE_ACTIONS)
        || names(b"Type", &ACTIVE_TYPES)
        || names(b"Subtype", &ACTIVE_TYPES)
        || dictionary.iter().any(|(_, value)| object_acts(value, depth + 1))
}

/// Whether a stream of compressed objects holds one the parser skipped, or cannot be
/// unfolded by us as it might be by others.
fn hides(stream: &Stream) -> bool {
    stream.dict.has_type(b"ObjStm")
        && match stream.get_plain_content_with_limit(MAX_UNFOLDED) {
            Ok(content) => names::tell(&content),
            Err(_) => true,
        }
}
