//! Which documents match a text, and how well.
//!
//! Per word and segment there is one byte per document: zero, or the best way the word is found there (its
//! quality). "And" is the smaller byte, "or" the larger one, over whole segments at once.

mod qualities;

use crate::analysis::{Asked, asked};
use crate::bits::Bits;
use crate::model::Found;
use crate::snapshot::Snapshot;
use qualities::{Qualities, WAYS, is_respelled};

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
            let search = Qualities {
                words: snapshot.shape.words,
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
