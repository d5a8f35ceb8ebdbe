//! Which documents match a text, and how well.
//!
//! Per word and segment there is one byte per document: zero, or the best way the word is found there (its
//! quality). "And" is the smaller byte, "or" the larger one, over whole segments at once.

use std::io;

use tantivy::Term;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::TermInfo;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;

use crate::analysis::{Asked, STEM, Word, asked};
use crate::bits::Bits;
use crate::model::Found;
use crate::snapshot::Snapshot;

/// The documents of all segments which match a text.
pub(crate) struct Matches {
    pub(crate) found: Found,
    pub(crate) segments: Vec<SegmentMatches>,
    /// Per word, how much it tells: a rare word more than a common one.
    telling: Vec<f32>,
    /// What each quality is worth.
    worth: Vec<f32>,
}

/// The same in one segment; the place is the searcher's.
pub(crate) struct SegmentMatches {
    pub(crate) documents: Bits,
    /// Per word, per document, its quality.
    words: Vec<Vec<u8>>,
}

/// How a term stands for the word asked for, worst first. A quality is one of these within the eight of a rank.
#[derive(Clone, Copy)]
enum Way {
    Respelled,
    Beginning,
    Stem,
    Itself,
}

/// The qualities of one rank (see [`Way`]): four ways, each once or more than once in the text.
const WAYS: u8 = 8;
/// Of the words which begin alike, or look alike, the most frequent are taken: so many per segment.
const MOST_BEGINNINGS: usize = 256;
const MOST_RESPELLINGS: usize = 64;
/// A beginning has this many letters at least: one letter alone is a word ("C", "R").
const SHORTEST_BEGINNING: usize = 2;
/// Shorter words are not respelled: too many others look like them.
const SHORTEST_RESPELLED: usize = 5;

impl Matches {
    /// Whoever matches the text, deleted documents left out; everybody if the text asks for nothing.
    pub(crate) fn find(snapshot: &Snapshot, text: &str) -> anyhow::Result<Matches> {
        let asked = asked(text);
        let mut matches = Matches::read(snapshot, &asked, false)?;
        if asked.is_empty() || matches.keep(snapshot, asked.len()) {
            return Ok(matches);
        }
        let respelled = asked.iter().flatten().flatten().any(is_respelled);
        if respelled {
            matches = Matches::read(snapshot, &asked, true)?;
            matches.found = Found::Respelled;
            if matches.keep(snapshot, asked.len()) {
                return Ok(matches);
            }
        }
        let most = if asked.len() == 2 { 1 } else { asked.len() / 2 + 1 };
        let some = most < asked.len() && matches.keep(snapshot, most);
        matches.found = if some { Found::Partly } else { Found::Exactly };
        Ok(matches)
    }

    /// Whether the text asked for nothing.
    pub(crate) fn is_everything(&self) -> bool {
        self.telling.is_empty()
    }

    /// How well the document matches: its lightest word decides first, the sum of all among equals.
    pub(crate) fn score(&self, segment: usize, document: u32) -> f32 {
        let qualities = self.segments[segment]
            .words
            .iter()
            .map(|word| word[document as usize]);
        let (mut lightest, mut sum) = (u8::MAX, 0.0);
        for (quality, telling) in qualities.zip(&self.telling) {
            lightest = lightest.min(quality);
            sum += telling * self.worth[usize::from(quality)];
        }
        if self.telling.is_empty() {
            0.0
        } else {
            f32::from(lightest.div_ceil(WAYS)) + sum / (sum + 10.0)
        }
    }

    fn read(snapshot: &Snapshot, asked: &[Asked], respell: bool) -> anyhow::Result<Matches> {
        let mut segments = Vec::with_capacity(snapshot.segments.len());
        for (reader, segment) in snapshot.searcher.segment_readers().iter().zip(&snapshot.segments) {
            let index = reader.inverted_index(snapshot.shape.words)?;
            let search = SegmentSearch {
                snapshot,
                index: &index,
                length: segment.columns.ids.len(),
                respell,
            };
            let words = asked
                .iter()
                .map(|asked| search.asked(asked))
                .collect::<anyhow::Result<_>>()?;
            segments.push(SegmentMatches {
                documents: segment.alive.clone(),
                words,
            });
        }
        let all = snapshot.searcher.num_docs() as f32;
        let telling = (0..asked.len()).map(|word| {
            let with = segments
                .iter()
                .map(|segment| segment.words[word].iter().filter(|quality| **quality > 0).count());
            (1.0 + all / (with.sum::<usize>() as f32 + 1.0)).ln()
        });
        let telling = telling.collect();
        Ok(Matches {
            found: Found::Exactly,
            segments,
            telling,
            worth: worth(&snapshot.shape.weights),
        })
    }

    /// Keeps the living documents with so many of the words. Says whether there are any.
    fn keep(&mut self, snapshot: &Snapshot, least: usize) -> bool {
        let mut any = false;
        for (matches, segment) in self.segments.iter_mut().zip(&snapshot.segments) {
            let mut words = vec![0u8; segment.columns.ids.len()];
            for qualities in &matches.words {
                words
                    .iter_mut()
                    .zip(qualities)
                    .for_each(|(words, quality)| *words += u8::from(*quality > 0));
            }
            matches.documents = Bits::of(&words, |words| usize::from(*words) >= least);
            matches.documents.keep(&segment.alive);
            any |= !matches.documents.is_empty();
        }
        any
    }
}

/// The worth of each quality: the weight of its rank, a little less for the lesser ways.
fn worth(weights: &[f32]) -> Vec<f32> {
    let of_rank = |weight: &f32| {
        let weight = *weight;
        (1..=WAYS).map(move |way| weight * (0.6 + 0.05 * f32::from(way)))
    };
    std::iter::once(0.0)
        .chain(weights.iter().flat_map(of_rank))
        .collect()
}

fn is_respelled(word: &Word) -> bool {
    word.forms
        .iter()
        .any(|form| form.chars().count() >= SHORTEST_RESPELLED)
}

struct SegmentSearch<'a> {
    snapshot: &'a Snapshot,
    index: &'a InvertedIndexReader,
    length: usize,
    respell: bool,
}

impl SegmentSearch<'_> {
    fn asked(&self, asked: &Asked) -> anyhow::Result<Vec<u8>> {
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
        let automaton = FuzzyTermQuery::new(Term::from_field_text(self.snapshot.shape.words, term), 1, true)
            .automaton()?;
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
