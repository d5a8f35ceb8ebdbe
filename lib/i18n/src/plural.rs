//! Which of two forms a number takes.

use icu::plurals::PluralCategory;

use crate::Lang;

impl Lang {
    /// The form of a word that goes with `n`: `lang.plural(n, "jour", "jours")`.
    ///
    /// French says « 0 jour, 1 jour, 2 jours », English "0 days, 1 day, 2 days".
    /// Two forms are all that French, English, German and Italian need: the third
    /// category CLDR gives French and Italian ("many", for whole millions) calls for
    /// « de » between number and word, never for another ending.
    pub fn plural<T>(self, n: u64, one: T, other: T) -> T {
        match self.formatters().plurals.category_for(n) {
            PluralCategory::One => one,
            _ => other,
        }
    }
}

#[cfg(test)]
mod tests;
