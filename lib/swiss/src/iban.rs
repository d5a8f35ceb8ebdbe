//! Bank account numbers of Switzerland and Liechtenstein (ISO 13616).

use std::fmt;
use std::str::FromStr;

use crate::written::{compact, in_fours, issued_check, mod_97};

/// An IBAN of a Swiss or Liechtenstein account.
///
/// Displayed in groups of four, « CH93 0076 2011 6238 5295 7 ». `Debug` shows the
/// last four characters only: logs must not carry account numbers.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Iban(String);

/// Why a text is no Swiss or Liechtenstein IBAN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IbanFault {
    /// Nothing was written.
    #[error("nothing written")]
    Empty,
    /// It does not begin with CH or LI: another country's account, or no IBAN.
    #[error("the number does not begin with CH or LI")]
    WrongCountry,
    /// A character that cannot stand where it stands.
    #[error("{found:?} cannot stand here")]
    WrongCharacter {
        /// The first such character.
        found: char,
    },
    /// There are more or fewer than 21 characters, spaces not counted.
    #[error("{characters} characters instead of 21")]
    WrongLength {
        /// How many there are.
        characters: usize,
    },
    /// The arithmetic does not come out: a character is mistyped or two are swapped.
    #[error("the check digits are wrong")]
    CheckDigits,
}

impl Iban {
    /// How many characters a number has, spaces not counted.
    pub const CHARACTERS: usize = 21;

    /// Reads a number with or without its spaces.
    ///
    /// # Errors
    /// The first thing wrong with the text; the check digits last.
    pub fn parse(text: &str) -> Result<Iban, IbanFault> {
        let number = compact(text);
        if number.is_empty() {
            return Err(IbanFault::Empty);
        }
        if !(number.starts_with("CH") || number.starts_with("LI")) {
            return Err(IbanFault::WrongCountry);
        }
        // Check digits and bank are digits, the account may hold letters.
        let stranger = number.chars().enumerate().skip(2).find(|(place, letter)| {
            let fits = if *place < BANK_END { 10 } else { 36 };
            !letter.is_digit(fits)
        });
        if let Some((_, found)) = stranger {
            return Err(IbanFault::WrongCharacter { found });
        }
        if number.len() != Iban::CHARACTERS {
            return Err(IbanFault::WrongLength {
                characters: number.len(),
            });
        }
        let (head, account) = number.split_at(4);
        let remainder = mod_97(account.chars().chain(head.chars()));
        if remainder == 1 && issued_check(&head[2..]) {
            Ok(Iban(number))
        } else {
            Err(IbanFault::CheckDigits)
        }
    }

    /// The number without spaces, for payment files.
    pub fn compact(&self) -> &str {
        &self.0
    }

    /// The institution identifier (IID) of the bank, 0 to 99999.
    pub fn bank(&self) -> u32 {
        self.0
            .get(BANK_START..BANK_END)
            .and_then(|iid| iid.parse().ok())
            .unwrap_or_default()
    }

    /// Whether this is a QR-IBAN (bank 30000 to 31999), which goes with a
    /// [`QrReference`](crate::QrReference) and only with one.
    pub fn is_qr(&self) -> bool {
        (30_000..=31_999).contains(&self.bank())
    }
}

const BANK_START: usize = 4;
const BANK_END: usize = 9;

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_fours(&self.0))
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.get(Iban::CHARACTERS - 4..).unwrap_or_default();
        write!(f, "Iban(…{end})")
    }
}

impl FromStr for Iban {
    type Err = IbanFault;

    fn from_str(text: &str) -> Result<Iban, IbanFault> {
        Iban::parse(text)
    }
}

#[cfg(test)]
mod tests;
