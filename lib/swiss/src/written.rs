//! Numbers as people write them.

/// What is left of a number when everything that only separates is taken away:
/// spaces (no-break ones too), dots, dashes of all lengths, quotes, slashes.
/// Letters become capitals and full-width characters ordinary ones.
pub(crate) fn compact(text: &str) -> String {
    text.chars()
        .map(|letter| ordinary(letter).to_ascii_uppercase())
        .filter(|letter| !separates(*letter))
        .collect()
}

/// The character `letter` is the full-width twin of (U+FF01 to U+FF5E), or itself.
fn ordinary(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

fn separates(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            // ASCII and typographic points, quotes and strokes.
            '.' | ',' | ':' | '_' | '/' | '\'' | '-' | '·' | '•' | '‘' | '’' | '´'
            // Hyphens and dashes, the minus sign, their small forms.
            | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}'
            // Invisible: soft hyphen, zero-width characters, byte order mark.
            | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

/// The first character that is not an ASCII digit.
pub(crate) fn stranger(text: &str) -> Option<char> {
    text.chars().find(|letter| !letter.is_ascii_digit())
}

/// The digits of a text that holds nothing else.
pub(crate) fn digits(text: &str) -> impl Iterator<Item = u32> {
    text.chars().filter_map(|letter| letter.to_digit(10))
}

/// The remainder by 97 of letters and digits read as one number, A being 10 and
/// Z 35: the check of ISO 7064 that IBAN and creditor references share. Right
/// numbers give 1.
pub(crate) fn mod_97(text: impl Iterator<Item = char>) -> u32 {
    text.filter_map(|letter| letter.to_digit(36))
        .fold(0, |rest, value| {
            let shift = if value < 10 { 10 } else { 100 };
            (rest * shift + value) % 97
        })
}

/// Two check digits outside 02 to 98 are never issued, though 00, 01 and 99 leave
/// the same remainder as 97, 98 and 02.
pub(crate) fn issued_check(digits: &str) -> bool {
    matches!(digits.parse(), Ok(2u8..=98))
}

/// Writes in groups of four, as bank numbers are printed.
pub(crate) fn in_fours(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    for (place, letter) in text.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}
