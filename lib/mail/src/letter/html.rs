//! The HTML of a letter: tables and inline styles, because that is what mail
//! programs draw alike.

use askama::Template;
use i18n::Lang;

use super::{Block, Letter};

pub(super) fn render(letter: &Letter, brand: &str) -> String {
    let page = Page { letter, brand };
    // Writing into a string cannot fail, and the template calls nothing that can; if it
    // did, the text part still says everything.
    page.render().unwrap_or_default()
}

/// askama escapes every value by the template's extension.
#[derive(Template)]
#[template(path = "letter/letter.html")]
struct Page<'a> {
    letter: &'a Letter,
    brand: &'a str,
}

impl Page<'_> {
    /// The quotation marks of the letter's language.
    fn quotes(&self) -> (&'static str, &'static str) {
        match self.letter.lang {
            Lang::Fr => ("«\u{a0}", "\u{a0}»"),
            Lang::En => ("“", "”"),
        }
    }
}
