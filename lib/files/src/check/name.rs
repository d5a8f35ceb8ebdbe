//! Names given to files by people.

use crate::Kind;

/// The longest name shown, in characters.
const LONGEST: usize = 100;

/// A name fit to be shown: no folders, no control characters, and an ending that tells
/// the truth.
pub(super) fn display(given: &str, kind: Kind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().filter(|c| !is_hidden(*c)).collect();
    let mut stem = visible.trim();
    if let Some((before, ending)) = stem.rsplit_once('.') {
        // An ending is short and plain; « Certificat no. 12 » has none.
        let plain = ending.len() <= 5 && ending.chars().all(|c| c.is_ascii_alphanumeric());
        if plain && !ending.is_empty() {
            stem = before;
        }
    }
    let stem = stem.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let extension = kind.extension();
    let room = LONGEST - extension.len() - 1;
    let stem: String = stem.chars().take(room).collect();
    match stem.trim_end() {
        "" => format!("file.{extension}"),
        stem => format!("{stem}.{extension}"),
    }
}

/// Control characters, and those that turn the direction of writing: with them
/// `gpj.exe` shows as `exe.jpg`.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
