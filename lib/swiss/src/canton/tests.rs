use std::collections::HashSet;

use super::{Canton, Names, Region};

#[test]
fn there_are_26_cantons_each_with_its_own_code_in_order() {
    let codes: HashSet<_> = Canton::ALL.into_iter().map(Canton::code).collect();
    assert_eq!(codes.len(), 26);
    assert!(Canton::ALL.is_sorted());
    assert!(Canton::ALL.is_sorted_by_key(|canton| canton.code()));
}

#[test]
fn every_canton_reads_back_from_its_code_and_its_names() {
    for canton in Canton::ALL {
        let Names { fr, de, it, en } = canton.names();
        for text in [canton.code(), fr, de, it, en] {
            assert_eq!(Canton::parse(text), Some(canton), "{text}");
            assert_eq!(Canton::parse(&text.to_lowercase()), Some(canton), "{text}");
        }
        assert_eq!(Canton::parse(&format!("CH-{canton}")), Some(canton));
    }
}

#[test]
fn cantons_are_known_by_their_names() {
    for (text, expected) in [
        ("geneve", Some(Canton::Ge)),
        ("Genf", Some(Canton::Ge)),
        ("Ginevra", Some(Canton::Ge)),
        ("Tessin", Some(Canton::Ti)),
        ("Bâle-Ville", Some(Canton::Bs)),
        ("basel landschaft", Some(Canton::Bl)),
        ("Grigioni", Some(Canton::Gr)),
        ("Saint-Gall", Some(Canton::Sg)),
        (" vd ", Some(Canton::Vd)),
        ("Savoie", None),
        ("XX", None),
        ("", None),
    ] {
        assert_eq!(Canton::parse(text), expected, "{text:?}");
    }
}

#[test]
fn every_canton_lies_in_one_region() {
    let of = |region| {
        Canton::ALL
            .into_iter()
            .filter(move |canton| canton.region() == region)
    };
    let french = [
        Canton::Fr,
        Canton::Ge,
        Canton::Ju,
        Canton::Ne,
        Canton::Vd,
        Canton::Vs,
    ];
    assert!(of(Region::French).eq(french));
    assert!(of(Region::Italian).eq([Canton::Ti]));
    assert_eq!(of(Region::German).count(), 19);
}
