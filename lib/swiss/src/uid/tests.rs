#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::{Uid, UidFault, WEIGHTS};

#[test]
fn every_way_of_writing_a_number_is_read() {
    for text in [
        "CHE-100.155.212",
        "CHE100155212",
        "che-100.155.212",
        "che 100 155 212",
        "  CHE-100.155.212\n",
        "CHE\u{a0}100\u{202f}155\u{2009}212",
        "CHE–100.155.212",
        "CHE—100·155·212",
        "CHE\u{2011}100\u{2212}155\u{2010}212",
        "CHE-100'155'212",
        "CHE-100’155’212",
        "CHE/100/155/212",
        "\u{feff}CHE\u{200b}-100.155.212",
        "CH E-100.155.212",
        "ＣＨＥ－１００．１５５．２１２",
        "100.155.212",
        "100155212",
        "IDE: CHE-100.155.212",
        "UID CHE-100.155.212",
        "IDI 100.155.212",
        "CHE-100.155.212 MWST",
        "CHE-100.155.212 TVA",
        "CHE-100.155.212IVA",
        "CHE-100.155.212 tpv",
        "100155212 tva",
    ] {
        let uid = Uid::parse(text).unwrap_or_else(|fault| {
            unreachable!("{text:?}: {fault}");
        });
        assert_eq!(uid.to_string(), "CHE-100.155.212", "{text:?}");
    }
}

#[test]
fn what_is_wrong_is_said_precisely() {
    use UidFault::{CheckDigit, Empty, FormerNumber, NotDigits, UnknownSuffix, WrongLength, WrongPrefix};
    for (text, fault) in [
        ("", Empty),
        (" . - ", Empty),
        ("IDE", Empty),
        ("CHE", WrongLength { digits: 0 }),
        ("CHE-000", WrongLength { digits: 3 }),
        ("CHE-101.654.42", WrongLength { digits: 8 }),
        ("CHE-101.654.4233", WrongLength { digits: 10 }),
        ("CHE-101.654 TVA", WrongLength { digits: 6 }),
        ("DE-101.654.423", WrongPrefix),
        ("CH-101.654.423", WrongPrefix),
        ("ATU 101654423", WrongPrefix),
        ("CH-550.1.234.567-8", FormerNumber),
        ("CHE-abc.def.ghi", NotDigits { found: 'A' }),
        ("bonjour", NotDigits { found: 'B' }),
        ("CHE-1O0.155.212", NotDigits { found: 'O' }),
        ("CHE-100.155.21?", NotDigits { found: '?' }),
        ("CHE-100.155.212 !", NotDigits { found: '!' }),
        ("CHE-107.787.577 VAT", UnknownSuffix),
        ("CHE-107.787.577 TVA TVA", UnknownSuffix),
        ("CHE-123.456.789", CheckDigit),
        ("CHE-107.787.578 IVA", CheckDigit),
        ("CHE-000.000.000", CheckDigit),
    ] {
        assert_eq!(Uid::parse(text), Err(fault), "{text:?}");
    }
}

/// The nine digits that begin with these eight, unless their check digit would be 10.
fn numbers() -> impl Strategy<Value = String> {
    (1u32..100_000_000).prop_filter_map("asks for check digit 10", |first| {
        let first = format!("{first:08}");
        let sum: u32 = crate::written::digits(&first)
            .zip(WEIGHTS)
            .map(|(digit, weight)| digit * weight)
            .sum();
        match (11 - sum % 11) % 11 {
            10 => None,
            check => Some(format!("{first}{check}")),
        }
    })
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC*") {
        let _ = Uid::parse(&text);
    }

    #[test]
    fn nothing_like_a_number_breaks_it(text in "(CHE|che|CH|)[-. ]?[0-9.]{0,14}( TVA|é|X)?") {
        let _ = Uid::parse(&text);
    }

    #[test]
    fn a_number_reads_back_from_its_own_form(number in numbers()) {
        let uid = Uid::parse(&number).unwrap();
        prop_assert_eq!(Uid::parse(&uid.to_string()), Ok(uid));
        prop_assert_eq!(uid.to_string().replace(['C', 'H', 'E', '-', '.'], ""), number);
    }

    #[test]
    fn any_one_digit_mistyped_is_refused(number in numbers(), place in 0usize..9, other in 1u8..10) {
        let mut digits = number.into_bytes();
        digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
        let mistyped = String::from_utf8(digits).unwrap();
        prop_assert_eq!(Uid::parse(&mistyped), Err(UidFault::CheckDigit));
    }
}
