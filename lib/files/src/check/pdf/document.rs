//! Every object of a PDF, found by looking for all of them: what the file's own index says is not asked,
//! since readers that repair files do not ask it either, and nothing can be left out of it on purpose.

use std::collections::{HashMap, HashSet};

use super::super::Rejection;
use super::reader::{Reader, is_space};
use super::unfold::content;
use super::value::{Budget, Dict, Value};
use super::{index, names};

/// So many objects may be beyond understanding: real files have a few, if any.
const MAX_UNREADABLE: usize = 100;

/// So many objects may bear one number: each time a file is added to, what changed stands there anew.
const MAX_VERSIONS: usize = 100;

pub(super) struct Object {
    pub(super) value: Value,
    /// Where the bytes begin, for a stream.
    pub(super) stream: Option<usize>,
}

pub(super) struct Document<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) objects: Vec<Object>,
    pub(super) trailers: Vec<Dict>,
    /// Where streams may end.
    pub(super) ends: Vec<usize>,
    by_number: HashMap<u32, Vec<usize>>,
    unreadable: usize,
}

impl<'a> Document<'a> {
    /// What stands in the file itself; [`Document::unfold`] adds what its streams hold.
    pub(super) fn read(bytes: &'a [u8], budget: &mut Budget) -> Result<Document<'a>, Rejection> {
        let mut document = Document {
            bytes,
            objects: Vec::new(),
            trailers: Vec::new(),
            ends: found(bytes, b"endstream").collect(),
            by_number: HashMap::new(),
            unreadable: 0,
        };
        for at in found(bytes, b"obj") {
            let before = bytes.get(..at).unwrap_or_default();
            if !before.ends_with(b"end") {
                document.add(bytes, at + b"obj".len(), number_before(before), budget)?;
            }
        }
        for at in found(bytes, b"trailer") {
            let at = at + b"trailer".len();
            match (Reader { bytes, at }).read(budget) {
                Ok(Value::Dict(trailer)) => document.trailers.push(trailer),
                Ok(_) | Err(Rejection::BrokenPdf) => {}
                Err(rejection) => return Err(rejection),
            }
        }
        Ok(document)
    }

    /// Reads the objects inside streams, and refuses a file that keeps objects where we did not look.
    pub(super) fn unfold(&mut self, budget: &mut Budget) -> Result<(), Rejection> {
        for place in 0..self.objects.len() {
            if self.holds_objects(place) {
                self.unfold_one(place, budget)?;
            }
        }
        index::check(self, budget)
    }

    /// Whether this is a stream of objects that everybody knows for one.
    pub(super) fn is_plain_container(&self, number: u32) -> bool {
        let mut versions = self.versions(number).peekable();
        versions.peek().is_some() && versions.all(Object::is_plain_container)
    }

    /// What the value stands for: several where an object was replaced, none where it is missing.
    pub(super) fn resolve<'b>(&'b self, value: &'b Value) -> Vec<&'b Value> {
        match value {
            Value::Ref(number) => self.versions(*number).map(|object| &object.value).collect(),
            value => vec![value],
        }
    }

    /// Goes on from these values, through references and arrays, to each object once. Ends with `true`
    /// when `step` says so, which also names where to go on; or at nothing, where `missing` says so.
    pub(super) fn walk<'b>(
        &'b self,
        mut next: Vec<&'b Value>,
        missing: bool,
        mut step: impl FnMut(&'b Dict, &mut Vec<&'b Value>) -> bool,
    ) -> bool {
        let mut seen = HashSet::new();
        while let Some(value) = next.pop() {
            match value {
                Value::Ref(number) if seen.insert(*number) => {
                    let before = next.len();
                    next.extend(self.versions(*number).map(|object| &object.value));
                    if missing && next.len() == before {
                        return true;
                    }
                }
                Value::Array(items) => next.extend(items),
                Value::Dict(dict) if step(dict, &mut next) => return true,
                _ => {}
            }
        }
        false
    }

    fn versions(&self, number: u32) -> impl Iterator<Item = &Object> {
        let places = self.by_number.get(&number).into_iter().flatten();
        places.filter_map(|place| self.objects.get(*place))
    }

    fn add(
        &mut self,
        bytes: &[u8],
        at: usize,
        number: Option<u32>,
        budget: &mut Budget,
    ) -> Result<(), Rejection> {
        let mut reader = Reader { bytes, at };
        match (reader.read(budget), number) {
            (Ok(value), Some(number)) => {
                let versions = self.by_number.entry(number).or_default();
                versions.push(self.objects.len());
                if versions.len() > MAX_VERSIONS {
                    return Err(Rejection::BrokenPdf);
                }
                let stream = reader.stream();
                self.objects.push(Object { value, stream });
            }
            // A head that others may know better how to read.
            (Ok(value @ Value::Dict(_)), None) => {
                let stream = reader.stream();
                self.objects.push(Object { value, stream });
            }
            // Three letters somewhere in a picture.
            (Ok(_) | Err(Rejection::BrokenPdf), None) => {}
            (Err(Rejection::BrokenPdf), Some(_)) => self.unreadable += 1,
            (Err(rejection), _) => return Err(rejection),
        }
        match self.unreadable {
            0..=MAX_UNREADABLE => Ok(()),
            _ => Err(Rejection::BrokenPdf),
        }
    }

    /// By its type, or by what only such streams have.
    fn holds_objects(&self, place: usize) -> bool {
        let object = self.objects.get(place);
        let stream = object.filter(|object| object.stream.is_some());
        stream.and_then(Object::dict).is_some_and(|dict| {
            let mut types = dict.all(b"Type").flat_map(|kind| self.resolve(kind));
            dict.has(b"First") || types.any(|kind| kind.name() == Some(b"ObjStm"))
        })
    }

    fn unfold_one(&mut self, place: usize, budget: &mut Budget) -> Result<(), Rejection> {
        let broken = Rejection::BrokenPdf;
        let stream = self.objects.get(place).ok_or(broken)?;
        let size = |key| usize::try_from(stream.dict()?.only(key)?.int()?).ok();
        let (many, first) = (size(b"N").ok_or(broken)?, size(b"First").ok_or(broken)?);
        let content = content(self, stream, budget)?;
        if names::tell(&content) {
            return Err(Rejection::ActivePdf);
        }
        let mut index = Reader {
            bytes: &content,
            at: 0,
        };
        for _ in 0..many {
            let number = index.int().and_then(|number| u32::try_from(number).ok());
            let offset = index.int().and_then(|offset| usize::try_from(offset).ok());
            let at = first.saturating_add(offset.ok_or(broken)?);
            self.add(&content, at, Some(number.ok_or(broken)?), budget)?;
        }
        Ok(())
    }
}

impl Object {
    pub(super) fn dict(&self) -> Option<&Dict> {
        match &self.value {
            Value::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    fn is_plain_container(&self) -> bool {
        let kind = self.dict().and_then(|dict| dict.only(b"Type"));
        self.stream.is_some() && kind.and_then(Value::name) == Some(b"ObjStm")
    }
}

/// Where `word` stands.
fn found<'a>(bytes: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let places = bytes.windows(word.len()).enumerate();
    places.filter(move |(_, here)| *here == word).map(|(at, _)| at)
}

/// The number of the object whose generation and keyword follow: `12 0 obj`.
fn number_before(bytes: &[u8]) -> Option<u32> {
    let (rest, _) = digits_at_end(trimmed(bytes))?;
    let before = trimmed(rest);
    let (_, number) = digits_at_end(before).filter(|_| before.len() < rest.len())?;
    number.parse().ok()
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| !is_space(*byte));
    bytes.get(..end.map_or(0, |end| end + 1)).unwrap_or_default()
}

/// At most ten: more are no number of an object.
fn digits_at_end(bytes: &[u8]) -> Option<(&[u8], &str)> {
    let many = bytes
        .iter()
        .rev()
        .take(10)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (rest, digits) = bytes.split_at_checked(bytes.len() - many)?;
    std::str::from_utf8(digits)
        .ok()
        .filter(|digits| !digits.is_empty())
        .map(|digits| (rest, digits))
}
