//! A set of documents of one segment, one bit each.

/// A set of the numbers below a length fixed at birth. Two sets are combined only within one segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// The empty set over `len` documents.
    pub(crate) fn none(len: usize) -> Bits {
        Bits(vec![0; len.div_ceil(64)])
    }

    /// The documents whose entry satisfies `wanted`.
    pub(crate) fn of<T>(entries: &[T], wanted: impl Fn(&T) -> bool) -> Bits {
        let word = |chunk: &[T]| {
            chunk
                .iter()
                .enumerate()
                .fold(0, |word, (bit, entry)| word | (u64::from(wanted(entry)) << bit))
        };
        Bits(entries.chunks(64).map(word).collect())
    }

    pub(crate) fn insert(&mut self, document: u32) {
        if let Some(word) = self.0.get_mut(document as usize / 64) {
            *word |= 1 << (document % 64);
        }
    }

    pub(crate) fn contains(&self, document: u32) -> bool {
        self.0
            .get(document as usize / 64)
            .is_some_and(|word| word >> (document % 64) & 1 == 1)
    }

    /// Keeps what is in the other set too.
    pub(crate) fn keep(&mut self, other: &Bits) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Adds what is in the other set.
    pub(crate) fn add(&mut self, other: &Bits) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(mine, theirs)| *mine |= theirs);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many documents are in both sets.
    pub(crate) fn common(&self, other: &Bits) -> usize {
        self.0
            .iter()
            .zip(&other.0)
            .map(|(mine, theirs)| (mine & theirs).count_ones() as usize)
            .sum()
    }

    /// The documents, the last one first.
    pub(crate) fn descending(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().enumerate().rev().flat_map(|(position, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let highest = rest.checked_ilog2()?;
                rest &= !(1 << highest);
                Some((position * 64) as u32 + highest)
            })
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}
