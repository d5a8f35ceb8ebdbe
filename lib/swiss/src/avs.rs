//! The social-insurance number (AHV, AVS), thirteen digits since 2008.

use std::fmt;
use std::str::FromStr;

use crate::written::{compact, digits, stranger};

/// A social-insurance number: 756, nine digits, an EAN-13 check digit.
///
/// Displayed as « 756.9217.0769.85 ». It identifies a person for life, so `Debug`
/// hides it: logs must not carry it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Avs(u64);

/// Why a text is no social-insurance number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AvsFault {
    /// Nothing was written.
    #[error("nothing written")]
    Empty,
    /// Something that is no digit stands amid the number.
    #[error("{found:?} where a digit belongs")]
    NotDigits {
        /// The first such character.
        found: char,
    },
    /// There are more or fewer than thirteen digits. Eleven are the number used
    /// before 2008.
    #[error("{digits} digits instead of thirteen")]
    WrongLength {
        /// How many there are.
        digits: usize,
    },
    /// It does not begin with 756, the code of Switzerland.
    #[error("the number does not begin with 756")]
    WrongPrefix,
    /// The arithmetic does not come out: a digit is mistyped or two are swapped.
    #[error("the check digit is wrong")]
    CheckDigit,
}

impl Avs {
    /// How many digits a number has, the check digit among them.
    pub const DIGITS: usize = 13;

    /// Reads a number with or without its dots.
    ///
    /// # Errors
    /// The first thing wrong with the text; the check digit last.
    pub fn parse(text: &str) -> Result<Avs, AvsFault> {
        let number = compact(text);
        if number.is_empty() {
            return Err(AvsFault::Empty);
        }
        if let Some(found) = stranger(&number) {
            return Err(AvsFault::NotDigits { found });
        }
        if number.len() != Avs::DIGITS {
            return Err(AvsFault::WrongLength { digits: number.len() });
        }
        if !number.starts_with("756") {
            return Err(AvsFault::WrongPrefix);
        }
        // EAN-13: weights 1, 3, 1, 3 … and 1 for the check digit; a multiple of ten.
        let weights = [1, 3].into_iter().cycle();
        let sum: u32 = digits(&number).zip(weights).map(|(d, w)| d * w).sum();
        match number.parse() {
            Ok(value) if sum.is_multiple_of(10) => Ok(Avs(value)),
            _ => Err(AvsFault::CheckDigit),
        }
    }
}

impl fmt::Display for Avs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0;
        let (country, first) = (n / 10_000_000_000, n / 1_000_000 % 10_000);
        let (second, last) = (n / 100 % 10_000, n % 100);
        write!(f, "{country}.{first:04}.{second:04}.{last:02}")
    }
}

impl fmt::Debug for Avs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Avs(756.…)")
    }
}

impl FromStr for Avs {
    type Err = AvsFault;

    fn from_str(text: &str) -> Result<Avs, AvsFault> {
        Avs::parse(text)
    }
}

#[cfg(test)]
mod tests;
