//! Cutting a text where words end.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold;

/// Words stuck together: "Node.js", "e-commerce", or, mostly, just one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// At least one.
    pub(super) parts: Vec<Part>,
}

/// A word in small letters, its accents kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    /// Whether a dot stands right before it, as in ".NET".
    pub(super) after_dot: bool,
}

/// No word is longer; the rest of such a thing is noise.
const LONGEST_WORD: usize = 64;
/// Longer chains ("www.example.com/…") are not written in one word.
const MOST_JOINED: usize = 4;

/// What French and Italian put before an apostrophe.
const ELIDED: [&str; 33] = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
    "un", "all", "dall", "dell", "nell", "sull", "coll", "gl", "bell", "quell", "quest", "sant", "tutt",
    "anch", "dov", "com", "c", "v",
];

/// Words too common to ask for, folded. Those which are also names of things ("it", "ai", "si") are not here.
const LITTLE: [&str; 75] = [
    "a", "au", "aux", "avec", "ce", "ces", "chez", "dans", "de", "des", "du", "elle", "en", "est", "et",
    "il", "la", "le", "les", "leur", "ou", "par", "pour", "que", "qui", "sur", "un", "une", "vos", "der",
    "die", "das", "dem", "den", "ein", "eine", "einen", "einer", "fur", "im", "in", "ist", "mit", "oder",
    "und", "vom", "von", "zu", "zum", "zur", "con", "da", "del", "della", "delle", "di", "e", "gli", "i",
    "lo", "nel", "nella", "o", "per", "una", "uno", "and", "for", "of", "on", "or", "the", "to", "with", "y",
];

impl Piece {
    /// Whether it says too little to be asked for.
    pub(super) fn is_little(&self) -> bool {
        match self.parts.as_slice() {
            [part] => !part.after_dot && LITTLE.contains(&fold(&part.text).as_str()),
            _ => false,
        }
    }

    /// Its parts written in one word, if there are several.
    pub(super) fn joined(&self) -> Option<String> {
        let several = (2..=MOST_JOINED).contains(&self.parts.len());
        several.then(|| self.parts.iter().map(|part| part.text.as_str()).collect())
    }
}

/// The words of a text. Compatibility forms (ﬁ, ２) become plain letters; invisible signs vanish.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let letters: Vec<char> = text
        .nfkc()
        .filter(|letter| !is_invisible(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if letters[at].is_alphanumeric() {
            let (parts, end) = piece(&letters, at);
            if !parts.is_empty() {
                pieces.push(Piece { parts });
            }
            at = end;
        } else {
            at += 1;
        }
    }
    pieces
}

/// The parts of the piece which starts here, and where it ends.
fn piece(letters: &[char], mut at: usize) -> (Vec<Part>, usize) {
    let mut parts = Vec::new();
    loop {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        let end = word_end(letters, at);
        let text: String = letters[at..end].iter().take(LONGEST_WORD).collect();
        let joins = letters.get(end).is_some_and(|sign| is_joining(*sign))
            && letters.get(end + 1).is_some_and(|next| next.is_alphanumeric());
        let elided = joins && is_apostrophe(letters[end]) && ELIDED.contains(&text.as_str());
        let possessive = before.is_some_and(is_apostrophe) && text == "s" && !parts.is_empty();
        if !elided && !possessive {
            parts.push(Part {
                text,
                after_dot: before == Some('.'),
            });
        }
        if !joins {
            return (parts, end);
        }
        at = end + 1;
    }
}

/// Where the word which starts here ends. "C++" and "C#" keep their signs, for they are nothing without.
fn word_end(letters: &[char], start: usize) -> usize {
    let length = |from: usize, belongs: fn(char) -> bool| {
        letters
            .iter()
            .skip(from)
            .take_while(|letter| belongs(**letter))
            .count()
    };
    let end = start
        + length(start, |letter| {
            letter.is_alphanumeric() || is_combining_mark(letter)
        });
    let signs = length(end, |letter| matches!(letter, '+' | '#'));
    let ends = letters
        .get(end + signs)
        .is_none_or(|next| !next.is_alphanumeric());
    if end - start <= 3 && (1..=2).contains(&signs) && ends {
        end + signs
    } else {
        end
    }
}

fn is_joining(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '.' | '&' | '_') || is_apostrophe(sign)
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | 'ʼ' | '‘')
}

/// Soft hyphens, zero-width signs, joiners of emoji: inside a word they are not there.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}
