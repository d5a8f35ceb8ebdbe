#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::{Iban, IbanFault};
use crate::written::mod_97;

#[test]
fn a_number_is_read_with_or_without_spaces() {
    for text in [
        "CH93 0076 2011 6238 5295 7",
        "CH9300762011623852957",
        "ch93\u{a0}0076\u{a0}2011\u{a0}6238\u{a0}5295\u{a0}7",
        "CH93-0076-2011-6238-5295-7",
    ] {
        let iban = Iban::parse(text).unwrap();
        assert_eq!(iban.to_string(), "CH93 0076 2011 6238 5295 7");
        assert_eq!(iban.compact(), "CH9300762011623852957");
        assert_eq!(iban.bank(), 762);
        assert!(!iban.is_qr());
    }
}

#[test]
fn what_is_wrong_is_said_precisely() {
    for (text, fault) in [
        ("", IbanFault::Empty),
        ("FR76 3000 6000 0112 3456 7890 189", IbanFault::WrongCountry),
        ("93 0076 2011 6238 5295 7", IbanFault::WrongCountry),
        (
            "CHX3 0076 2011 6238 5295 7",
            IbanFault::WrongCharacter { found: 'X' },
        ),
        (
            "CH93 0O76 2011 6238 5295 7",
            IbanFault::WrongCharacter { found: 'O' },
        ),
        (
            "CH93 0076 2011 6238 529é 7",
            IbanFault::WrongCharacter { found: 'é' },
        ),
        (
            "CH93 0076 2011 6238 5295",
            IbanFault::WrongLength { characters: 20 },
        ),
        (
            "CH44 0871 0000 0033 1272 0007",
            IbanFault::WrongLength { characters: 24 },
        ),
        ("CH", IbanFault::WrongLength { characters: 2 }),
        ("CH94 0076 2011 6238 5295 7", IbanFault::CheckDigits),
    ] {
        assert_eq!(Iban::parse(text), Err(fault), "{text:?}");
    }
}

#[test]
fn a_number_shows_only_its_end_in_logs() {
    let iban = Iban::parse("CH9300762011623852957").unwrap();
    assert_eq!(format!("{iban:?}"), "Iban(…2957)");
}

fn numbers() -> impl Strategy<Value = String> {
    ("(CH|LI)", "[0-9]{5}[0-9A-Z]{12}").prop_map(|(country, account)| {
        let rest = mod_97(format!("{account}{country}00").chars());
        format!("{country}{:02}{account}", 98 - rest)
    })
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC*") {
        let _ = Iban::parse(&text);
    }

    #[test]
    fn a_number_reads_back_from_its_own_form(number in numbers()) {
        let iban = Iban::parse(&number).unwrap();
        prop_assert_eq!(iban.compact(), number);
        prop_assert_eq!(Iban::parse(&iban.to_string()), Ok(iban));
    }

    #[test]
    fn any_one_digit_mistyped_is_refused(number in numbers(), place in 2usize..21, other in 1u8..10) {
        let mut digits = number.into_bytes();
        prop_assume!(digits[place].is_ascii_digit());
        digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
        let mistyped = String::from_utf8(digits).unwrap();
        prop_assert_eq!(Iban::parse(&mistyped), Err(IbanFault::CheckDigits));
    }
}
