//! What a letter says, before it has an address.

mod html;
mod text;

use i18n::Lang;
use serde::{Deserialize, Serialize};

/// What a feature wants to say to somebody, written once.
///
/// Every string is plain text in [`Letter::lang`]; nothing in it is markup. A line
/// break in a [`Block`] stays a line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The language all strings are written in.
    pub lang: Lang,
    /// The subject, one line.
    pub subject: String,
    /// What a mailbox shows after the subject, before the letter is opened. Empty
    /// to let it show the beginning.
    pub preheader: String,
    /// The title inside the letter.
    pub heading: String,
    /// The body, from top to bottom.
    pub blocks: Vec<Block>,
    /// Why this person receives this: « Vous recevez cet e-mail car … ».
    pub reason: String,
    /// Where to change what one receives.
    pub settings: Option<Link>,
    /// Who writes, under everything else.
    pub sender_line: String,
    /// An address that stops this kind of letter on a single POST (RFC 8058); it
    /// must work without signing in. `None` for letters one cannot refuse.
    pub unsubscribe: Option<String>,
}

/// One piece of a letter's body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Ordinary text.
    Paragraph(String),
    /// Somebody's own words, without quotation marks: the letter adds its
    /// language's.
    Quote(String),
    /// A thing the letter is about, between two rules.
    Card {
        /// Its name.
        title: String,
        /// What to know of it, one fact a line.
        lines: Vec<String>,
        /// The one fact that matters most.
        strong: Option<String>,
    },
    /// Points of equal weight.
    List(Vec<String>),
    /// What to do now. One a letter is best.
    Button(Link),
    /// A remark in small type.
    Small(String),
    /// A remark in small type that ends in a link.
    SmallLink {
        /// What comes before the link, without a space at its end.
        before: String,
        /// The link.
        link: Link,
    },
}

/// A place to go to and the words that lead there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The words. They must make sense out of context.
    pub label: String,
    /// An absolute address; anything but `https:`, `http:` and `mailto:` is shown
    /// as words without a link.
    pub url: String,
}

impl Link {
    /// A link.
    pub fn new(label: impl Into<String>, url: impl Into<String>) -> Link {
        Link {
            label: label.into(),
            url: url.into(),
        }
    }

    /// The address, if it is one a letter may carry.
    fn safe_url(&self) -> Option<&str> {
        let url = self.url.as_str();
        let known = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| url.starts_with(scheme));
        (known && !url.contains(|c: char| c.is_control() || c.is_whitespace())).then_some(url)
    }
}

impl Letter {
    /// The whole letter as an HTML document, with `brand` as its letterhead.
    pub fn html(&self, brand: &str) -> String {
        html::render(self, brand)
    }

    /// The whole letter as plain text, lines separated by `\n` and not wrapped.
    pub fn text(&self) -> String {
        text::render(self)
    }
}

#[cfg(test)]
mod tests;
