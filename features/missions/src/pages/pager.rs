//! Which pages of results can be gone to.

use web::Page;

use super::search::Asked;
use crate::paths;

/// The numbers under a list of results.
pub(crate) struct Pager {
    /// « 21 à 40 sur 148 ».
    pub range: String,
    /// Page, address, whether it is this one; `None` stands for pages left out.
    pub links: Vec<Option<(usize, String, bool)>>,
}

impl Pager {
    /// For `total` results, `size` on a page; none when one page holds them all.
    pub(crate) fn new(page: &Page, asked: &Asked, total: usize, size: usize) -> Option<Pager> {
        let last = total.div_ceil(size);
        if last <= 1 {
            return None;
        }
        let from = (asked.page - 1) * size + 1;
        let to = (asked.page * size).min(total);
        let link = |number: usize| {
            let there = Asked {
                page: number,
                ..asked.clone()
            };
            (number, paths::search(&there.to_query()), number == asked.page)
        };
        let numbers = shown(asked.page, last);
        Some(Pager {
            range: (page.words().range)(from, to, total, page.lang()),
            links: numbers.into_iter().map(|number| number.map(link)).collect(),
        })
    }
}

/// The first, the last, this one and its neighbours.
fn shown(here: usize, last: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    let mut before = 0;
    for number in [1, here.saturating_sub(1), here, here + 1, last] {
        if number <= before || number > last {
            continue;
        }
        match number - before {
            1 => {}
            // A gap of one page is that page.
            2 => shown.push(Some(number - 1)),
            _ => shown.push(None),
        }
        shown.push(Some(number));
        before = number;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn near_pages_and_both_ends_are_shown() {
        let pages = |here, last| {
            let numbers = shown(here, last).into_iter();
            let texts = numbers.map(|one| one.map_or("…".to_owned(), |number| number.to_string()));
            texts.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(pages(1, 2), "1 2");
        assert_eq!(pages(1, 9), "1 2 … 9");
        assert_eq!(pages(3, 9), "1 2 3 4 … 9");
        assert_eq!(pages(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(pages(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(pages(9, 9), "1 … 8 9");
    }
}
