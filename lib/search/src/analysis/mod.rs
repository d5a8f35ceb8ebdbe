//! How text becomes words: the same way for documents and for questions.
//!
//! French, German, Italian and English at once, for documents mix them: a word is lower-cased, its accents are
//! folded, and it also stands for its stems in all four languages. Stems are made with and without accents, so
//! that "comptabilites" finds « comptabilités ».

mod pieces;

mod stems;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use pieces::{Piece, pieces};

/// Raise it when the analysis changes: stored shelves are then rebuilt.
pub(crate) const VERSION: u32 = 1;

/// Stands before a stem in the index, so that beginnings and misspellings are looked for among words only.
pub(crate) const STEM: char = '\u{1}';

/// Of a document's text, how much is read.
const LONGEST_TEXT: usize = 100_000;
/// Of a question, how much is read (characters, words).
const LONGEST_QUESTION: (usize, usize) = (200, 12);

/// One word in its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The folded word; two of them with a German umlaut (ä = a or ae).
    pub(crate) forms: Vec<String>,
    /// Its stems other than the forms.
    pub(crate) stems: Vec<String>,
    /// Whether it is still being typed: longer words beginning like it match too.
    pub(crate) open: bool,
}

impl Word {
    fn new(text: &str) -> Word {
        let forms = forms(text);
        let stems = stems::stems(text, &forms);
        Word {
            forms,
            stems,
            open: false,
        }
    }

    /// A word found only as it is written.
    fn literal(form: String) -> Word {
        Word {
            forms: vec![form],
            stems: Vec::new(),
            open: false,
        }
    }
}

/// What a question asks of a document in one place: one of these groups, all words of it. "e-commerce" is
/// "ecommerce", or "e" and "commerce".
pub(crate) type Asked = Vec<Vec<Word>>;

/// The words a question asks for, the last one open. Any text is fine; it may ask for nothing.
pub(crate) fn asked(question: &str) -> Vec<Asked> {
    let (characters, words) = LONGEST_QUESTION;
    let question: String = question.chars().take(characters).collect();
    let mut pieces = pieces(&question);
    if !pieces.iter().all(Piece::is_little) {
        pieces.retain(|piece| !piece.is_little());
    }
    let mut left = words;
    pieces.retain(|piece| {
        let fits = piece.parts.len() <= left;
        left = left.saturating_sub(piece.parts.len());
        fits
    });
    let last = pieces.len().saturating_sub(1);
    pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| asked_by(piece, at == last))
        .collect()
}

fn asked_by(piece: &Piece, open: bool) -> Asked {
    let mut groups = match piece.parts.as_slice() {
        [part] if part.after_dot => vec![vec![Word::literal(format!(".{}", fold(&part.text)))]],
        parts => vec![parts.iter().map(|part| Word::new(&part.text)).collect()],
    };
    groups.extend(piece.joined().map(|joined| vec![Word::new(&joined)]));
    for word in groups.iter_mut().filter_map(|group| group.last_mut()) {
        word.open = open;
    }
    groups
}

/// Turns documents into terms, and remembers the terms of words seen lately: making stems is most of the work.
#[derive(Default)]
pub(crate) struct Reader(HashMap<String, Vec<Arc<str>>>);

/// So many words are remembered, a few megabytes, before all are forgotten.
const MOST_REMEMBERED: usize = 20_000;

impl Reader {
    /// The terms of one document and how much each counts: twice the rank of the heaviest text it stands in, plus
    /// one, plus one more when it stands there again.
    pub(crate) fn terms<'a>(&mut self, texts: impl Iterator<Item = (u8, &'a str)>) -> HashMap<Arc<str>, u8> {
        let mut terms: HashMap<Arc<str>, u8> = HashMap::new();
        for (rank, text) in texts {
            let text: String = text.chars().take(LONGEST_TEXT).collect();
            let once = rank * 2 + 1;
            for piece in pieces(&text) {
                self.each_term(&piece, |term| match terms.get_mut(term) {
                    Some(counts) if *counts < once => *counts = once,
                    Some(counts) if *counts == once => *counts = once + 1,
                    Some(_) => {}
                    None => drop(terms.insert(Arc::clone(term), once)),
                });
            }
        }
        terms
    }

    fn each_term(&mut self, piece: &Piece, mut tell: impl FnMut(&Arc<str>)) {
        for text in piece.parts.iter().map(|part| &part.text).chain(&piece.joined()) {
            if let Some(terms) = self.0.get(text) {
                terms.iter().for_each(&mut tell);
                continue;
            }
            let word = Word::new(text);
            let stems = word.stems.iter().map(|stem| format!("{STEM}{stem}").into());
            let terms: Vec<Arc<str>> = word
                .forms
                .iter()
                .map(|form| form.as_str().into())
                .chain(stems)
                .collect();
            terms.iter().for_each(&mut tell);
            if self.0.len() >= MOST_REMEMBERED {
                self.0.clear();
            }
            self.0.insert(text.clone(), terms);
        }
        for part in piece.parts.iter().filter(|part| part.after_dot) {
            tell(&format!(".{}", fold(&part.text)).into());
        }
    }
}

/// The folded word, and with an umlaut also its spelling with "e": "Händler" is "handler" and "haendler".
fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![fold(word)];
    if word.contains(['ä', 'ö', 'ü']) {
        forms.push(fold(
            &word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"),
        ));
    }
    forms
}

/// The word in plain letters, where a Latin letter has one.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            plain => folded.push(plain),
        }
    }
    folded
}
