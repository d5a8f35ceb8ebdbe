//! The pages of a list of results.

/// A list in pages.
pub(crate) struct Pager {
    pub total: usize,
    pub size: usize,
    /// From 1.
    pub page: usize,
}

/// A place in the row of page numbers.
pub(crate) struct Step {
    /// `None` for those left out.
    pub number: Option<usize>,
    pub href: String,
    pub current: bool,
}

impl Pager {
    /// The page asked for, or the last one when there are not so many.
    pub(crate) fn at(total: usize, size: usize, asked: usize) -> Pager {
        let last = total.div_ceil(size).max(1);
        Pager {
            total,
            size,
            page: asked.clamp(1, last),
        }
    }

    pub(crate) fn last(&self) -> usize {
        self.total.div_ceil(self.size).max(1)
    }

    /// How many results stand before this page.
    pub(crate) fn offset(&self) -> usize {
        (self.page - 1) * self.size
    }

    pub(crate) fn from(&self) -> usize {
        self.offset() + 1
    }

    pub(crate) fn to(&self) -> usize {
        (self.offset() + self.size).min(self.total)
    }

    /// The first page, the last one, and those around this one; nothing when there is only one.
    pub(crate) fn steps(&self, href: impl Fn(usize) -> String) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut before = 0;
        for page in self.numbers() {
            if page > before + 1 {
                steps.push(Step {
                    number: None,
                    href: String::new(),
                    current: false,
                });
            }
            steps.push(Step {
                number: Some(page),
                href: href(page),
                current: page == self.page,
            });
            before = page;
        }
        steps
    }

    fn numbers(&self) -> Vec<usize> {
        let last = self.last();
        let around = self.page.saturating_sub(1)..=self.page + 1;
        let mut numbers: Vec<usize> = around.filter(|page| (1..=last).contains(page)).collect();
        numbers.extend([1, last]);
        numbers.sort_unstable();
        numbers.dedup();
        if last > 1 { numbers } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        for (total, asked, page, from, to) in [
            (0, 7, 1, 1, 0),
            (1, 0, 1, 1, 1),
            (20, 2, 1, 1, 20),
            (21, 2, 2, 21, 21),
            (505, usize::MAX, 26, 501, 505),
        ] {
            let pager = Pager::at(total, 20, asked);
            assert_eq!(
                (pager.page, pager.from(), pager.to()),
                (page, from, to),
                "{total} {asked}"
            );
        }
    }

    #[test]
    fn the_row_keeps_the_ends_and_the_neighbours() {
        let row = |total, asked| {
            let steps = Pager::at(total, 20, asked).steps(|page| page.to_string());
            assert!(
                steps
                    .iter()
                    .all(|step| step.current == (step.number == Some(asked)))
            );
            steps
                .iter()
                .map(|step| step.number.unwrap_or(0))
                .collect::<Vec<_>>()
        };
        assert!(row(0, 1).is_empty());
        assert_eq!(row(60, 1), [1, 2, 3]);
        assert_eq!(row(505, 9), [1, 0, 8, 9, 10, 0, 26]);
    }
}
