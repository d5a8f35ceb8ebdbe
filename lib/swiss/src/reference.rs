//! Payment references of the QR-bill: the QR reference and the creditor reference.

use std::fmt;
use std::str::FromStr;

use crate::written::{compact, digits, in_fours, issued_check, mod_97, stranger};

/// A QR reference (QRR): 27 digits, the last a check digit, modulo 10 recursive.
///
/// Displayed in fives from the right, « 21 00000 00003 13947 14300 09017 ».
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QrReference(String);

/// Why a text is no QR reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrFault {
    /// Nothing was written.
    #[error("nothing written")]
    Empty,
    /// Something that is no digit stands amid the number.
    #[error("{found:?} where a digit belongs")]
    NotDigits {
        /// The first such character.
        found: char,
    },
    /// There are more or fewer than 27 digits. Leading zeros may not be left out.
    #[error("{digits} digits instead of 27")]
    WrongLength {
        /// How many there are.
        digits: usize,
    },
    /// The arithmetic does not come out.
    #[error("the check digit is wrong")]
    CheckDigit,
}

impl QrReference {
    /// How many digits a reference has, the check digit among them.
    pub const DIGITS: usize = 27;

    /// Reads a reference with or without its spaces.
    ///
    /// # Errors
    /// The first thing wrong with the text; the check digit last.
    pub fn parse(text: &str) -> Result<QrReference, QrFault> {
        let number = compact(text);
        if number.is_empty() {
            return Err(QrFault::Empty);
        }
        if let Some(found) = stranger(&number) {
            return Err(QrFault::NotDigits { found });
        }
        if number.len() != QrReference::DIGITS {
            return Err(QrFault::WrongLength { digits: number.len() });
        }
        if recursive_mod_10(&number) == Some(0) {
            Ok(QrReference(number))
        } else {
            Err(QrFault::CheckDigit)
        }
    }

    /// The reference without spaces, for payment files.
    pub fn compact(&self) -> &str {
        &self.0
    }
}

/// What is carried after the last digit. A right check digit undoes the carry of
/// those before it, so a whole number carries 0.
fn recursive_mod_10(number: &str) -> Option<u32> {
    const TABLE: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let mut all = digits(number).collect::<Vec<_>>();
    let check = all.pop()?;
    let carry = all.into_iter().try_fold(0, |carry, digit| {
        TABLE.get(usize::try_from(carry + digit).ok()? % 10).copied()
    })?;
    Some((carry + check) % 10)
}

impl fmt::Display for QrReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.chars().enumerate() {
            if place > 0 && (QrReference::DIGITS - place).is_multiple_of(5) {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl FromStr for QrReference {
    type Err = QrFault;

    fn from_str(text: &str) -> Result<QrReference, QrFault> {
        QrReference::parse(text)
    }
}

/// A structured creditor reference (SCOR, ISO 11649): RF, two check digits, one to
/// 21 letters or digits.
///
/// Displayed in groups of four, « RF18 5390 0754 7034 ».
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scor(String);

/// Why a text is no creditor reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScorFault {
    /// Nothing was written.
    #[error("nothing written")]
    Empty,
    /// It does not begin with RF.
    #[error("the reference does not begin with RF")]
    WrongPrefix,
    /// Something other than an unaccented letter or a digit.
    #[error("{found:?} cannot stand here")]
    WrongCharacter {
        /// The first such character.
        found: char,
    },
    /// There are fewer than 5 or more than 25 characters, spaces not counted.
    #[error("{characters} characters instead of 5 to 25")]
    WrongLength {
        /// How many there are.
        characters: usize,
    },
    /// The arithmetic does not come out.
    #[error("the check digits are wrong")]
    CheckDigits,
}

impl Scor {
    /// Reads a reference with or without its spaces.
    ///
    /// # Errors
    /// The first thing wrong with the text; the check digits last.
    pub fn parse(text: &str) -> Result<Scor, ScorFault> {
        let reference = compact(text);
        if reference.is_empty() {
            return Err(ScorFault::Empty);
        }
        if !reference.starts_with("RF") {
            return Err(ScorFault::WrongPrefix);
        }
        if let Some(found) = reference.chars().find(|letter| !letter.is_digit(36)) {
            return Err(ScorFault::WrongCharacter { found });
        }
        if !(5..=25).contains(&reference.len()) {
            return Err(ScorFault::WrongLength {
                characters: reference.len(),
            });
        }
        let (head, body) = reference.split_at(4);
        let remainder = mod_97(body.chars().chain(head.chars()));
        if remainder == 1 && issued_check(&head[2..]) {
            Ok(Scor(reference))
        } else {
            Err(ScorFault::CheckDigits)
        }
    }

    /// The reference without spaces, for payment files.
    pub fn compact(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Scor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_fours(&self.0))
    }
}

impl FromStr for Scor {
    type Err = ScorFault;

    fn from_str(text: &str) -> Result<Scor, ScorFault> {
        Scor::parse(text)
    }
}

#[cfg(test)]
mod tests;
