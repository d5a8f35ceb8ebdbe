//! The published numbers with a known verdict: `tests/vectors.tsv`.

#![expect(clippy::panic, reason = "tests fail by panicking")]

use crate::{Avs, Iban, QrReference, Scor, Uid};

#[test]
fn every_published_number_gets_its_verdict() {
    let vectors = include_str!("../tests/vectors.tsv");
    let mut seen = 0;
    for line in vectors.lines().skip(1) {
        let [kind, value, valid, ..] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line:?} has too few cells");
        };
        let accepted = match kind {
            // A VAT number is read as the number of the enterprise that bears it.
            "uid" | "vat" => Uid::parse(value).is_ok(),
            "ahv" => Avs::parse(value).is_ok(),
            "iban" => Iban::parse(value).is_ok(),
            "qr_iban" => Iban::parse(value).is_ok_and(|iban| iban.is_qr()),
            "qrr" => QrReference::parse(value).is_ok(),
            "scor" => Scor::parse(value).is_ok(),
            _ => panic!("unknown kind {kind:?}"),
        };
        assert_eq!(accepted, valid == "1", "{line}");
        seen += 1;
    }
    assert_eq!(seen, 54);
}
