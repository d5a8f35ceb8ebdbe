//! The enterprise identification number (UID, IDE, IDI), standard eCH-0097.

use std::fmt;
use std::str::FromStr;

use crate::written::{compact, digits, stranger};

/// An enterprise identification number: CHE and nine digits, the last a check digit.
///
/// Displayed as « CHE-100.155.212 », which is also its form for storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uid(u32);

/// Why a text is no enterprise identification number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UidFault {
    /// Nothing was written.
    #[error("nothing written")]
    Empty,
    /// It begins with letters that are not CHE.
    #[error("the number does not begin with CHE")]
    WrongPrefix,
    /// It is a number of the former commercial register (CH-550.1.234.567-8,
    /// eleven digits), replaced by the UID in 2014.
    #[error("a number of the former commercial register")]
    FormerNumber,
    /// Something that is no digit stands where digits belong.
    #[error("{found:?} where a digit belongs")]
    NotDigits {
        /// The first such character.
        found: char,
    },
    /// There are more or fewer than nine digits.
    #[error("{digits} digits instead of nine")]
    WrongLength {
        /// How many there are.
        digits: usize,
    },
    /// The number is followed by something other than MWST, TVA, IVA or TPV.
    #[error("an unknown ending")]
    UnknownSuffix,
    /// The arithmetic does not come out: a digit is mistyped or two are swapped.
    #[error("the check digit is wrong")]
    CheckDigit,
}

impl Uid {
    /// How many digits a number has, the check digit among them.
    pub const DIGITS: usize = 9;

    /// Reads a number in any form people write it: `CHE-100.155.212`,
    /// `che100155212`, `CHE 100 155 212 TVA`, `IDE: CHE-100.155.212`.
    ///
    /// The prefix may be left out, since nine digits with a right check digit can
    /// hardly be anything else; and the ending of the VAT number (MWST, TVA, IVA,
    /// TPV) is dropped: it says how the number is used, not whose it is.
    ///
    /// # Errors
    /// The first thing wrong with the text, from left to right; the check digit last.
    pub fn parse(text: &str) -> Result<Uid, UidFault> {
        let compact = compact(text);
        let number = LABELS
            .iter()
            .find_map(|label| compact.strip_prefix(label))
            .unwrap_or(&compact);
        if number.is_empty() {
            return Err(UidFault::Empty);
        }
        let former = number
            .strip_prefix("CH")
            .is_some_and(|rest| rest.len() == FORMER_DIGITS && stranger(rest).is_none());
        if former {
            return Err(UidFault::FormerNumber);
        }
        let number = match number.strip_prefix("CHE") {
            Some(number) => number,
            None if foreign_prefix(number) => return Err(UidFault::WrongPrefix),
            None => number,
        };
        from_digits(without_suffix(number)?)
    }
}

/// Words people copy along with the number.
const LABELS: [&str; 3] = ["UID", "IDE", "IDI"];

/// The number with its use for value-added tax, in the four national languages.
const SUFFIXES: [&str; 4] = ["MWST", "TVA", "IVA", "TPV"];

const FORMER_DIGITS: usize = 11;

/// Letters, then a digit: a prefix, but not ours. (Letters alone are just no number.)
fn foreign_prefix(number: &str) -> bool {
    number.starts_with(|first: char| first.is_alphabetic())
        && number
            .trim_start_matches(char::is_alphabetic)
            .starts_with(|next: char| next.is_ascii_digit())
}

fn without_suffix(number: &str) -> Result<&str, UidFault> {
    let end = number
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(number.len());
    let (digits, suffix) = number.split_at(end);
    if suffix.is_empty() || SUFFIXES.contains(&suffix) {
        Ok(digits)
    } else if digits.len() >= Uid::DIGITS && suffix.chars().all(char::is_alphabetic) {
        Err(UidFault::UnknownSuffix)
    } else {
        // Not a word after the number, but something amid it.
        Ok(number)
    }
}

fn from_digits(number: &str) -> Result<Uid, UidFault> {
    if let Some(found) = stranger(number) {
        return Err(UidFault::NotDigits { found });
    }
    if number.len() != Uid::DIGITS {
        return Err(UidFault::WrongLength { digits: number.len() });
    }
    // With weight 1 for the check digit, the whole sum is a multiple of 11. A
    // remainder asking for check digit 10 is never met, as one digit cannot be 10.
    let sum: u32 = digits(number).zip(WEIGHTS).map(|(d, w)| d * w).sum();
    let value = number.parse().map_err(|_| UidFault::CheckDigit)?;
    // Nine zeros satisfy the sum and were never issued.
    if sum.is_multiple_of(11) && value > 0 {
        Ok(Uid(value))
    } else {
        Err(UidFault::CheckDigit)
    }
}

const WEIGHTS: [u32; Uid::DIGITS] = [5, 4, 3, 2, 7, 6, 5, 4, 1];

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (millions, thousands, units) = (self.0 / 1_000_000, self.0 / 1_000 % 1_000, self.0 % 1_000);
        write!(f, "CHE-{millions:03}.{thousands:03}.{units:03}")
    }
}

impl FromStr for Uid {
    type Err = UidFault;

    fn from_str(text: &str) -> Result<Uid, UidFault> {
        Uid::parse(text)
    }
}

#[cfg(test)]
mod tests;
