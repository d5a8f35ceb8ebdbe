//! Drawings from the sprite, as values a template can print.

use std::fmt::{self, Display};

use askama::filters::HtmlSafe;

use crate::assets::SPRITE;

/// An icon beside words, hidden from screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(pub &'static str);

impl Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r##"<svg class="i" aria-hidden="true"><use href="{SPRITE}#i-{}"/></svg>"##,
            self.0
        )
    }
}
impl HtmlSafe for Icon {}

/// One of the geometric motifs, on a tile of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motif(pub &'static str);

impl Display for Motif {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r##"<svg class="motif" viewBox="0 0 100 100" aria-hidden="true"><use href="{SPRITE}#m-{}"/></svg>"##,
            self.0
        )
    }
}
impl HtmlSafe for Motif {}

/// The mark in front of the product's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark;

impl Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r##"<svg viewBox="0 0 24 24" aria-hidden="true"><use href="{SPRITE}#brand"/></svg>"##
        )
    }
}
impl HtmlSafe for Mark {}

/// A round sign with a person's initials, in one of six tints chosen by the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Avatar {
    initials: String,
    tint: usize,
    small: bool,
}

impl Avatar {
    /// For a person or firm of this name; `seed` keeps the tint when the shown name changes.
    pub fn new(name: &str, seed: uuid::Uuid) -> Avatar {
        let words = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let initials = words
            .filter_map(|word| word.chars().next())
            .take(2)
            .flat_map(char::to_uppercase)
            .collect();
        Avatar {
            initials,
            tint: usize::from(seed.as_bytes()[15] % 6) + 1,
            small: false,
        }
    }

    /// The smaller size.
    pub fn small(mut self) -> Avatar {
        self.small = true;
        self
    }

    /// The letters alone.
    pub fn initials(&self) -> &str {
        &self.initials
    }
}

impl Display for Avatar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = if self.small { " s" } else { "" };
        // Letters and digits only, see `new`: nothing to escape.
        write!(
            f,
            r#"<span class="avatar{size}" data-tint="{}" aria-hidden="true">{}</span>"#,
            self.tint, self.initials
        )
    }
}
impl HtmlSafe for Avatar {}
