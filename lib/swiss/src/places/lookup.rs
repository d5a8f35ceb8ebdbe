//! Finding places by what people type.

use super::fold::fold;
use super::table::{Name, TABLE};
use super::{Place, all};

/// Places to propose for what is typed so far, best first, at most `limit`.
///
/// Digits are the beginning of a postcode, and may be followed by that of a name
/// (« 10 », « 1003 lau »). Anything else is the beginning of a name or of a later word
/// of it, accents and capitals apart, or a whole name in another language ("Genf").
/// First comes what [`exact`] understands, then names beginning so, then names holding
/// such a word; the more populous place first.
pub fn find(text: &str, limit: usize) -> Vec<&'static Place> {
    let typed = Typed::read(text);
    let more = if typed.postcode.is_empty() {
        named(&typed.name)
    } else {
        coded(&typed).collect()
    };
    let mut proposed = Vec::new();
    for place in understood(&typed).into_iter().chain(more) {
        if proposed.len() == limit {
            break;
        }
        if !proposed.contains(&place) {
            proposed.push(place);
        }
    }
    proposed
}

/// The place a finished text names: « 1003 Lausanne », « 1003 », « Lausanne », « Genf »,
/// « Cugy VD », « Annecy (F) », « CH-1003 Lausanne ». `None` when it names none, or
/// when postcode and name do not belong together.
///
/// A name that several places bear means the most populous of them. A postcode of a
/// town that is no district's (8000 Zürich, for post boxes) means the town.
pub fn exact(text: &str) -> Option<&'static Place> {
    understood(&Typed::read(text))
}

/// What was typed, in parts and folded; any part may be empty.
struct Typed {
    postcode: String,
    /// All the words after the postcode.
    name: String,
    /// The last word, when others stand before it: perhaps a canton or country.
    whereabouts: Option<(String, String)>,
}

impl Typed {
    fn read(text: &str) -> Typed {
        let text = fold(text);
        // « CH-1003 », « F-74000 »
        let text = match text.split_once(' ') {
            Some(("ch" | "li" | "fl" | "f" | "fr" | "d" | "de" | "i" | "it" | "a" | "at", rest))
                if rest.starts_with(|first: char| first.is_ascii_digit()) =>
            {
                rest
            }
            _ => &text,
        };
        let end = text
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(text.len());
        let (postcode, name) = text.split_at(end);
        let name = name.trim_start();
        // The number of a post office: « 1000 Lausanne 25 », « 1211 Genève 3 ».
        let name = match name.rsplit_once(' ') {
            Some((name, number)) if number.parse::<u8>().is_ok() => name,
            _ => name,
        };
        Typed {
            postcode: postcode.to_owned(),
            name: name.to_owned(),
            whereabouts: name
                .rsplit_once(' ')
                .map(|(name, code)| (name.to_owned(), code.to_owned())),
        }
    }
}

fn understood(typed: &Typed) -> Option<&'static Place> {
    if typed.postcode.is_empty() {
        return bearing(typed, |_| true);
    }
    if typed.name.is_empty() {
        return coded_exactly(&typed.postcode).next();
    }
    coded_exactly(&typed.postcode)
        .find(|place| called(place, typed))
        .or_else(|| bearing(typed, |place| may_have(place, &typed.postcode)))
}

/// The most populous place of the typed name, its own before another language's, with
/// or without its canton or country.
fn bearing(typed: &Typed, fits: impl Fn(&Place) -> bool) -> Option<&'static Place> {
    let plain = |name: &str| {
        let own = own_name(name).filter(|place| fits(place));
        own.min_by_key(|place| place.rank)
    };
    let located = |name: &str, code: &str| {
        own_name(name)
            .filter(|place| fits(place) && lies_in(place, code))
            // FR is Fribourg before it is France.
            .min_by_key(|place| (!place.whereabouts().eq_ignore_ascii_case(code), place.rank))
    };
    let located_alias =
        |name: &str, code: &str| alias(name).filter(|place| fits(place) && lies_in(place, code));
    let whereabouts = typed.whereabouts.as_ref();
    plain(&typed.name)
        .or_else(|| whereabouts.and_then(|(name, code)| located(name, code)))
        .or_else(|| alias(&typed.name).filter(|place| fits(place)))
        .or_else(|| whereabouts.and_then(|(name, code)| located_alias(name, code)))
}

/// Whether a place with the typed postcode is called what was typed after it.
fn called(place: &Place, typed: &Typed) -> bool {
    let town = if place.town.is_empty() {
        place.key
    } else {
        place.town
    };
    let is = |name: &str| own_name(name).chain(alias(name)).any(|named| named.key == town);
    is(&typed.name)
        || typed
            .whereabouts
            .as_ref()
            .is_some_and(|(name, code)| lies_in(place, code) && is(name))
}

/// Whether a postcode that the table does not hold may still be this place's: abroad,
/// where it has none; or in a town with several, one beginning like the others.
fn may_have(place: &Place, postcode: &str) -> bool {
    match place.country {
        "CH" => {
            postcode.len() == 4
                && place.postcode.is_none()
                && coded_exactly(postcode).next().is_none()
                && postcode
                    .get(..2)
                    .is_some_and(|area| beginning_with(area).any(|part| part.town == place.key))
        }
        "LI" => false,
        "AT" => postcode.len() == 4,
        _ => postcode.len() == 5,
    }
}

fn lies_in(place: &Place, code: &str) -> bool {
    place.whereabouts().eq_ignore_ascii_case(code) || place.country.eq_ignore_ascii_case(code)
}

/// Places whose postcode begins as typed, and whose name, if typed, does too.
fn coded(typed: &Typed) -> impl Iterator<Item = &'static Place> {
    beginning_with(&typed.postcode)
        .filter(|place| typed.name.is_empty() || fold(place.name).starts_with(&typed.name))
}

fn coded_exactly(postcode: &str) -> impl Iterator<Item = &'static Place> {
    beginning_with(postcode).filter(move |place| place.postcode == Some(postcode))
}

/// Places by postcode, the more populous first within one.
fn beginning_with(digits: &str) -> impl Iterator<Item = &'static Place> {
    let codes = &TABLE.postcodes;
    let from = codes.partition_point(|(code, _)| *code < digits);
    codes
        .iter()
        .skip(from)
        .take_while(move |(code, _)| code.starts_with(digits))
        .filter_map(|(_, rank)| all().get(*rank))
}

/// Places with a name beginning so, then those with such a later word; the more
/// populous first.
fn named(name: &str) -> Vec<&'static Place> {
    if name.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = beginning(name).map(|entry| (!entry.whole, entry.rank)).collect();
    found.sort_unstable();
    found
        .into_iter()
        .filter_map(|(_, rank)| all().get(rank))
        .collect()
}

/// Places whose whole own name, in any of its spellings, is this.
fn own_name(name: &str) -> impl Iterator<Item = &'static Place> {
    beginning(name)
        .take_while(move |entry| entry.text == name)
        .filter(|entry| entry.whole)
        .filter_map(|entry| all().get(entry.rank))
}

fn alias(name: &str) -> Option<&'static Place> {
    TABLE.aliases.get(name).and_then(|rank| all().get(*rank))
}

fn beginning(name: &str) -> impl Iterator<Item = &'static Name> {
    let names = &TABLE.names;
    let from = names.partition_point(|entry| entry.text.as_str() < name);
    names
        .iter()
        .skip(from)
        .take_while(move |entry| entry.text.starts_with(name))
}
