#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::{Avs, AvsFault};

#[test]
fn a_number_is_read_with_any_separators() {
    for text in [
        "756.9217.0769.85",
        "7569217076985",
        "756 9217 0769 85",
        "756–9217–0769–85",
        "７５６.9217.0769.85",
    ] {
        assert_eq!(Avs::parse(text).unwrap().to_string(), "756.9217.0769.85");
    }
}

#[test]
fn what_is_wrong_is_said_precisely() {
    for (text, fault) in [
        ("", AvsFault::Empty),
        ("..", AvsFault::Empty),
        ("756.9217.O769.85", AvsFault::NotDigits { found: 'O' }),
        ("756.9217.0769.8", AvsFault::WrongLength { digits: 12 }),
        ("123.45.678.113", AvsFault::WrongLength { digits: 11 }),
        ("123.4567.8910.19", AvsFault::WrongPrefix),
        ("756.9217.0769.84", AvsFault::CheckDigit),
    ] {
        assert_eq!(Avs::parse(text), Err(fault), "{text:?}");
    }
}

#[test]
fn a_number_does_not_show_in_logs() {
    let shown = format!("{:?}", Avs::parse("756.9217.0769.85").unwrap());
    assert_eq!(shown, "Avs(756.…)");
}

fn numbers() -> impl Strategy<Value = String> {
    (0u64..1_000_000_000).prop_map(|middle| {
        let first = format!("756{middle:09}");
        let sum: u32 = crate::written::digits(&first)
            .zip([1, 3].into_iter().cycle())
            .map(|(digit, weight)| digit * weight)
            .sum();
        format!("{first}{}", (10 - sum % 10) % 10)
    })
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC*") {
        let _ = Avs::parse(&text);
    }

    #[test]
    fn a_number_reads_back_from_its_own_form(number in numbers()) {
        let avs = Avs::parse(&number).unwrap();
        prop_assert_eq!(avs.to_string().replace('.', ""), number);
        prop_assert_eq!(Avs::parse(&avs.to_string()), Ok(avs));
    }

    #[test]
    fn any_one_digit_mistyped_is_refused(number in numbers(), place in 0usize..13, other in 1u8..10) {
        let mut digits = number.into_bytes();
        digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
        prop_assert!(Avs::parse(&String::from_utf8(digits).unwrap()).is_err());
    }
}
