//! Lists of results in pages.

use askama::{Template, filters::HtmlSafe};

use crate::Page;

/// Which page of a list of results this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pager {
    /// How many results there are on all pages.
    pub total: usize,
    /// From 1.
    pub page: usize,
    size: usize,
}

/// « 21 à 40 sur 148 », and the numbers of the pages when there are several.
#[derive(Template)]
#[template(path = "pager.html")]
pub struct PagerRow<'a> {
    page: &'a Page,
    range: String,
    /// Page, address, whether it is this one; `None` stands for pages left out.
    links: Vec<Option<(usize, String, bool)>>,
}

impl HtmlSafe for PagerRow<'_> {}

impl Pager {
    /// What `find` gives for the page asked for, or for the last one when there are not so many. `find` is
    /// told how many results to skip, and says how many there are with those it found.
    ///
    /// # Errors
    /// What `find` says.
    pub fn find<T, E>(
        asked: usize,
        size: usize,
        find: impl Fn(usize) -> Result<(usize, T), E>,
    ) -> Result<(Pager, T), E> {
        let asked = asked.max(1);
        let (total, mut found) = find((asked - 1).saturating_mul(size))?;
        let page = asked.min(total.div_ceil(size).max(1));
        if page != asked {
            found = find((page - 1) * size)?.1;
        }
        Ok((Pager { total, page, size }, found))
    }

    /// What stands under the results; `href` is told the number of a page.
    pub fn row<'a>(&self, page: &'a Page, href: impl Fn(usize) -> String) -> PagerRow<'a> {
        let before = (self.page - 1) * self.size;
        let after = (before + self.size).min(self.total);
        let link = |number: usize| (number, href(number), number == self.page);
        let numbers = shown(self.page, self.total.div_ceil(self.size)).into_iter();
        PagerRow {
            page,
            range: (page.words().range)(before + 1, after, self.total, page.lang()),
            links: numbers.map(|number| number.map(link)).collect(),
        }
    }
}

/// The first page, the last one, this one and its neighbours; `None` stands for those left out.
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
    use super::*;

    #[test]
    fn near_pages_and_both_ends_are_shown() {
        let pages = |here, last| {
            let numbers = shown(here, last).into_iter();
            let texts = numbers.map(|one| one.map_or("…".to_owned(), |number| number.to_string()));
            texts.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(pages(1, 0), "");
        assert_eq!(pages(1, 2), "1 2");
        assert_eq!(pages(1, 9), "1 2 … 9");
        assert_eq!(pages(3, 9), "1 2 3 4 … 9");
        assert_eq!(pages(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(pages(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(pages(9, 9), "1 … 8 9");
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        for (total, asked, page, skipped) in [
            (0, 7, 1, 0),
            (1, 0, 1, 0),
            (20, 2, 1, 0),
            (21, 2, 2, 20),
            (505, usize::MAX, 26, 500),
        ] {
            let found = Pager::find(asked, 20, |skip| Ok::<_, ()>((total, skip)));
            let pager = Pager {
                total,
                page,
                size: 20,
            };
            assert_eq!(found, Ok((pager, skipped)), "{total} {asked}");
        }
        assert_eq!(
            Pager::find(1, 20, |_| Err::<(usize, ()), _>("broken")),
            Err("broken")
        );
    }
}
