#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::{QrFault, QrReference, Scor, ScorFault, recursive_mod_10};
use crate::written::mod_97;

#[test]
fn a_qr_reference_is_shown_as_printed() {
    let reference = QrReference::parse("210000000003139471430009017").unwrap();
    assert_eq!(reference.to_string(), "21 00000 00003 13947 14300 09017");
    assert_eq!(reference.compact(), "210000000003139471430009017");
}

#[test]
fn what_is_wrong_with_a_qr_reference_is_said_precisely() {
    for (text, fault) in [
        ("", QrFault::Empty),
        ("RF18", QrFault::NotDigits { found: 'R' }),
        ("3139471430009017", QrFault::WrongLength { digits: 16 }),
        ("210000000003139471430009016", QrFault::CheckDigit),
    ] {
        assert_eq!(QrReference::parse(text), Err(fault), "{text:?}");
    }
}

#[test]
fn a_creditor_reference_is_shown_in_fours() {
    let reference = Scor::parse("rf18539007547034").unwrap();
    assert_eq!(reference.to_string(), "RF18 5390 0754 7034");
    assert_eq!(reference.compact(), "RF18539007547034");
}

#[test]
fn what_is_wrong_with_a_creditor_reference_is_said_precisely() {
    for (text, fault) in [
        ("", ScorFault::Empty),
        ("18539007547034", ScorFault::WrongPrefix),
        ("RF18é", ScorFault::WrongCharacter { found: 'é' }),
        ("RF18", ScorFault::WrongLength { characters: 4 }),
        (
            "RF0112345678901234567890123",
            ScorFault::WrongLength { characters: 27 },
        ),
        ("RF00539007547034", ScorFault::CheckDigits),
    ] {
        assert_eq!(Scor::parse(text), Err(fault), "{text:?}");
    }
}

fn qr_references() -> impl Strategy<Value = String> {
    "[0-9]{26}".prop_map(|first| {
        // With check digit 0, what is carried is what the check digit has to undo.
        let carry = recursive_mod_10(&format!("{first}0")).unwrap();
        format!("{first}{}", (10 - carry) % 10)
    })
}

fn creditor_references() -> impl Strategy<Value = String> {
    "[0-9A-Z]{1,21}".prop_map(|body| {
        let rest = mod_97(format!("{body}RF00").chars());
        format!("RF{:02}{body}", 98 - rest)
    })
}

fn mistyped(text: String, place: usize, other: u8) -> String {
    let mut digits = text.into_bytes();
    digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
    String::from_utf8(digits).unwrap()
}

proptest! {
    #[test]
    fn no_text_breaks_them(text in "\\PC*") {
        let _ = QrReference::parse(&text);
        let _ = Scor::parse(&text);
    }

    #[test]
    fn a_qr_reference_reads_back_from_its_own_form(number in qr_references()) {
        let reference = QrReference::parse(&number).unwrap();
        prop_assert_eq!(QrReference::parse(&reference.to_string()), Ok(reference));
    }

    #[test]
    fn a_creditor_reference_reads_back_from_its_own_form(text in creditor_references()) {
        let reference = Scor::parse(&text).unwrap();
        prop_assert_eq!(Scor::parse(&reference.to_string()), Ok(reference));
    }

    #[test]
    fn any_one_digit_of_a_qr_reference_mistyped_is_refused(number in qr_references(), place in 0usize..27, other in 1u8..10) {
        prop_assert_eq!(QrReference::parse(&mistyped(number, place, other)), Err(QrFault::CheckDigit));
    }

    #[test]
    fn any_one_digit_of_a_creditor_reference_mistyped_is_refused(text in creditor_references(), place in 2usize..25, other in 1u8..10) {
        prop_assume!(text.as_bytes().get(place).is_some_and(u8::is_ascii_digit));
        prop_assert_eq!(Scor::parse(&mistyped(text, place, other)), Err(ScorFault::CheckDigits));
    }
}
