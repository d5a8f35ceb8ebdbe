//! What remains of a word without its endings.

use frostem::{Algorithm, Stemmer};

use super::fold;

/// The languages, and how much of a word its stem must keep, in percent. The Snowball rules cut "excellent" down to
/// "excel" and "communication" to "commun"; in French such stems join more strangers than relatives.
const LANGUAGES: [(Algorithm, usize); 4] = [
    (Algorithm::French, 60),
    (Algorithm::German, 50),
    (Algorithm::Italian, 50),
    (Algorithm::English, 55),
];

/// Names of people: the ending for a woman, or of a plural Snowball misses, and the one the plain word has.
/// Longest first.
const PERSONS: [(&str, &str); 24] = [
    ("istinnen", "ist"),
    ("entinnen", "ent"),
    ("antinnen", "ant"),
    ("ektinnen", "ekt"),
    ("eurinnen", "eur"),
    ("orinnen", "or"),
    ("erinnen", "er"),
    ("oginnen", "oge"),
    ("istin", "ist"),
    ("entin", "ent"),
    ("antin", "ant"),
    ("ektin", "ekt"),
    ("eurin", "eur"),
    ("orin", "or"),
    ("erin", "er"),
    ("ologin", "ologe"),
    ("euses", "eur"),
    ("trices", "teur"),
    ("ieres", "ier"),
    ("iennes", "ien"),
    ("euse", "eur"),
    ("trice", "teur"),
    ("iere", "ier"),
    ("ienne", "ien"),
];

/// The stems of a word in small letters whose folded forms are given; none of these is among them.
pub(super) fn stems(word: &str, forms: &[String]) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    if word.len() < 4 || !word.chars().all(char::is_alphabetic) {
        return stems;
    }
    let accented = forms.iter().all(|form| form != word).then_some(word);
    for spelling in accented.into_iter().chain(forms.iter().map(String::as_str)) {
        for (language, percent) in LANGUAGES {
            let stem = fold(&Stemmer::new(language).stem(spelling));
            let enough = stem.len() >= 4 && stem.len() * 100 >= spelling.len() * percent;
            if enough || spelling.strip_suffix('s') == Some(&stem) {
                stems.push(stem);
            }
        }
    }
    stems.extend(forms.iter().filter_map(|form| {
        let (ending, plain) = PERSONS.iter().find(|(ending, _)| form.ends_with(ending))?;
        Some(format!("{}{plain}", form.strip_suffix(ending)?))
    }));
    stems.sort_unstable();
    stems.dedup();
    stems.retain(|stem| !forms.contains(stem));
    stems
}
