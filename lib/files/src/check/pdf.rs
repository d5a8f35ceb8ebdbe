//! PDFs, taken apart to see that they only show pages.
//!
//! They are kept as they came, never rewritten: a signature (many official documents
//! carry one) holds only over the original bytes.

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::Rejection;

/// What one compressed stream of objects may unfold to, in bytes. Real ones have some
/// ten thousand.
const MAX_UNFOLDED: usize = 8 * 1024 * 1024;

/// How deep objects may lie in each other.
const MAX_DEPTH: usize = 64;

/// Keys that only stand where something can act (ISO 32000-2): scripts, embedded files
/// and their lists, forms in XML with scripts of their own, rich media.
const ACTIVE_KEYS: [&[u8]; 6] = [
    b"JS",
    b"JavaScript",
    b"EmbeddedFiles",
    b"EF",
    b"XFA",
    b"RichMediaContent",
];

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
/// index hides is seen too.
pub(super) fn check(bytes: &[u8]) -> Result<(), Rejection> {
    let written = load(bytes, false)?;
    if written.is_encrypted() || written.was_encrypted() {
        return Err(Rejection::EncryptedPdf);
    }
    if written.get_pages().is_empty() {
        return Err(Rejection::BrokenPdf);
    }
    if is_active(&written) {
        return Err(Rejection::ActivePdf);
    }
    drop(written);
    match load(bytes, true) {
        Ok(found) if found.is_encrypted() || found.was_encrypted() => Err(Rejection::EncryptedPdf),
        Ok(found) if is_active(&found) => Err(Rejection::ActivePdf),
        // A file that reads well as written may be beyond repair by searching.
        Ok(_) | Err(Rejection::BrokenPdf) => Ok(()),
        Err(rejection) => Err(rejection),
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

fn is_active(document: &Document) -> bool {
    dictionary_acts(&document.trailer, 0) || document.objects.values().any(|object| object_acts(object, 0))
}

fn object_acts(object: &Object, depth: usize) -> bool {
    // Nobody nests so deep in good faith.
    if depth > MAX_DEPTH {
        return true;
    }
    match object {
        Object::Array(items) => items.iter().any(|item| object_acts(item, depth + 1)),
        Object::Dictionary(dictionary) => dictionary_acts(dictionary, depth),
        Object::Stream(stream) => dictionary_acts(&stream.dict, depth),
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
    ACTIVE_KEYS.iter().any(|key| dictionary.has(key))
        || names(b"S", &ACTIVE_ACTIONS)
        || names(b"Type", &ACTIVE_TYPES)
        || names(b"Subtype", &ACTIVE_TYPES)
        || dictionary.iter().any(|(_, value)| object_acts(value, depth + 1))
}
