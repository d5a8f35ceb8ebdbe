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

    /// The documents, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).zip(&self.0).flat_map(|(position, &word)| {
            let rest = std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)));
            rest.take_while(|&rest| rest != 0)
                .map(move |rest| position * 64 + rest.trailing_zeros())
        })
    }
}
