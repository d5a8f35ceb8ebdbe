//! How well each document of a segment has a word: one posting list after the other, poured into bytes.

use std::io;

use tantivy::Term;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption};

use crate::analysis::{Asked, STEM, Word};

/// How a term stands for the word asked for, worst first. A quality is one of these within the eight of a rank.
#[derive(Clone, Copy)]
enum Way {
    Respelled,
    Beginning,
    Stem,
    Itself,
}

/// The qualities of one rank (see [`Way`]): four ways, each once or more than once in the text.
pub(super) const WAYS: u8 = 8;
/// Of the words which begin alike, or look alike, the most frequent are taken: so many per segment.
const MOST_BEGINNINGS: usize = 256;
const MOST_RESPELLINGS: usize = 64;
/// A beginning has this many letters at least: one letter alone is a word ("C", "R").
const SHORTEST_BEGINNING: usize = 2;
/// Shorter words are not respelled: too many others look like them.
const SHORTEST_RESPELLED: usize = 5;

/// Whether the word is long enough to be forgiven a letter.
pub(super) fn is_respelled(word: &Word) -> bool {
    word.forms
        .iter()
        .any(|form| form.chars().count() >= SHORTEST_RESPELLED)
}

/// Finds the qualities of words in one segment.
pub(super) struct Qualities<'a> {
    /// The field of the words.
    pub(super) words: Field,
    pub(super) index: &'a InvertedIndexReader,
    /// How many documents the segment has.
    pub(super) length: usize,
    /// Whether misspelt words are forgiven.
    pub(super) respell: bool,
}

impl Qualities<'_> {
    /// Per document, the best way one of the groups is found: its worst word counts.
    pub(super) fn asked(&self, asked: &Asked) -> anyhow::Result<Vec<u8>> {
        let mut best = vec![0; self.length];
        for group in asked {
            if let [word] = group.as_slice() {
                self.word(word, &mut best)?;
                continue;
            }
            let mut all = vec![u8::MAX; self.length];
            for word in group {
                let mut one = vec![0; self.length];
                self.word(word, &mut one)?;
                all.iter_mut()
                    .zip(one)
                    .for_each(|(all, one)| *all = one.min(*all));
            }
            best.iter_mut()
                .zip(all)
                .for_each(|(best, all)| *best = all.max(*best));
        }
        Ok(best)
    }

    fn word(&self, word: &Word, best: &mut [u8]) -> anyhow::Result<()> {
        for form in &word.forms {
            self.term(form, Way::Itself, best)?;
            self.term(&format!("{STEM}{form}"), Way::Stem, best)?;
        }
        for stem in &word.stems {
            self.term(stem, Way::Stem, best)?;
            self.term(&format!("{STEM}{stem}"), Way::Stem, best)?;
        }
        for form in word
            .forms
            .iter()
            .filter(|form| word.open && form.chars().count() >= SHORTEST_BEGINNING)
        {
            for term in self.beginning(form)? {
                self.pour(&term, Way::Beginning, best)?;
            }
        }
        if self.respell && is_respelled(word) {
            let stems = word.stems.iter().map(|stem| format!("{STEM}{stem}"));
            for term in word.forms.iter().cloned().chain(stems) {
                for term in self.alike(&term)? {
                    self.pour(&term, Way::Respelled, best)?;
                }
            }
        }
        Ok(())
    }

    fn term(&self, term: &str, way: Way, best: &mut [u8]) -> io::Result<()> {
        match self.index.terms().get(term)? {
            Some(term) => self.pour(&term, way, best),
            None => Ok(()),
        }
    }

    /// The words which begin like this.
    fn beginning(&self, form: &str) -> io::Result<Vec<TermInfo>> {
        // No letter is larger than the last one, so nothing that begins like this lies beyond.
        let end = format!("{form}{}", char::MAX);
        let mut stream = self.index.terms().range().ge(form).lt(end).into_stream()?;
        let mut terms = Vec::new();
        while stream.advance() {
            terms.push(stream.value().clone());
        }
        Ok(most_frequent(terms, MOST_BEGINNINGS))
    }

    /// The words (or the stems, for a stem) which differ in one letter, or have two neighbours swapped.
    fn alike(&self, term: &str) -> anyhow::Result<Vec<TermInfo>> {
        let automaton = FuzzyTermQuery::new(Term::from_field_text(self.words, term), 1, true).automaton()?;
        let mut stream = self.index.terms().search(automaton).into_stream()?;
        let mut terms = Vec::new();
        while stream.advance() {
            if stream.key().starts_with(&[STEM as u8]) == term.starts_with(STEM) {
                terms.push(stream.value().clone());
            }
        }
        Ok(most_frequent(terms, MOST_RESPELLINGS))
    }

    /// Raises the quality of the term's documents to what the term gives them.
    fn pour(&self, term: &TermInfo, way: Way, best: &mut [u8]) -> io::Result<()> {
        let mut block = self
            .index
            .read_block_postings_from_terminfo(term, IndexRecordOption::WithFreqs)?;
        while block.block_len() > 0 {
            for (document, frequency) in block.docs().iter().zip(block.freqs()) {
                let quality = quality(*frequency, way);
                if let Some(best) = best.get_mut(*document as usize) {
                    *best = quality.max(*best);
                }
            }
            block.advance();
        }
        Ok(())
    }
}

/// The quality of a term of this frequency (see [`crate::analysis::Reader::terms`]) found in this way.
fn quality(frequency: u32, way: Way) -> u8 {
    let place = frequency.saturating_sub(1);
    let quality = place / 2 * u32::from(WAYS) + way as u32 * 2 + place % 2 + 1;
    u8::try_from(quality).unwrap_or(u8::MAX)
}

fn most_frequent(mut terms: Vec<TermInfo>, most: usize) -> Vec<TermInfo> {
    if terms.len() > most {
        terms.select_nth_unstable_by_key(most, |term| std::cmp::Reverse(term.doc_freq));
        terms.truncate(most);
    }
    terms
}
