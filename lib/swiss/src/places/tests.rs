#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::HashMap;

use proptest::prelude::*;

use super::{Place, all, by_key, exact, find, fold};

fn shown(places: &[&Place]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}

#[test]
fn every_line_of_the_data_is_a_place() {
    let lines = include_str!("../../data/places.tsv").lines().count() - 1;
    assert_eq!(all().len(), lines);
    for place in all() {
        assert_eq!(place.canton.is_some(), place.country == "CH", "{place}");
        assert!(place.whereabouts().len() <= 2, "{place}");
    }
}

#[test]
fn a_key_leads_back_to_its_place() {
    for place in all() {
        assert_eq!(by_key(place.key()), Some(place));
    }
    assert_eq!(by_key("ch-1003-lausanne").unwrap().postcode, Some("1003"));
    assert_eq!(by_key("ch-0000-nowhere"), None);
    assert_eq!(by_key(""), None);
}

#[test]
fn a_place_reads_back_from_what_is_shown_of_it() {
    let mut shown_so = HashMap::<String, usize>::new();
    for place in all() {
        *shown_so.entry(place.to_string()).or_default() += 1;
    }
    for place in all() {
        let text = place.to_string();
        let read = exact(&text).unwrap();
        // A few places abroad share name and country: the larger one is meant.
        assert!(read == place || shown_so[&text] > 1, "{text} is read as {read}");
    }
    assert!(shown_so.values().filter(|count| **count > 1).count() <= 5);
}

#[test]
fn typed_places_are_understood() {
    for (text, expected) in [
        ("1003 Lausanne", Some("1003 Lausanne (VD)")),
        ("1003 lausanne vd", Some("1003 Lausanne (VD)")),
        ("CH-1003 Lausanne", Some("1003 Lausanne (VD)")),
        ("1003, Lausanne", Some("1003 Lausanne (VD)")),
        ("1003", Some("1003 Lausanne (VD)")),
        ("1000 Lausanne 25", Some("1000 Lausanne (VD)")),
        ("1211 Genève 3", Some("Genève (GE)")),
        ("1000 Lausanne", Some("1000 Lausanne (VD)")),
        ("Lausanne", Some("Lausanne (VD)")),
        ("LAUSANNE", Some("Lausanne (VD)")),
        ("Lausanne, VD", Some("Lausanne (VD)")),
        ("Genf", Some("Genève (GE)")),
        ("Ginevra", Some("Genève (GE)")),
        ("Geneva", Some("Genève (GE)")),
        ("geneve", Some("Genève (GE)")),
        ("1204 Genf", Some("1204 Genève (GE)")),
        ("Zurich", Some("Zürich (ZH)")),
        ("8000 Zürich", Some("Zürich (ZH)")),
        ("3000 Berne", Some("Bern (BE)")),
        ("Bienne", Some("Biel/Bienne (BE)")),
        ("Biel", Some("Biel/Bienne (BE)")),
        ("Saint-Gall", Some("St. Gallen (SG)")),
        ("Sankt Gallen", Some("St. Gallen (SG)")),
        ("Coire", Some("7000 Chur (GR)")),
        ("Saint-Imier", Some("2610 St-Imier (BE)")),
        ("St Prex", Some("1162 St-Prex (VD)")),
        ("Cugy VD", Some("1053 Cugy (VD)")),
        ("Cugy (FR)", Some("1482 Cugy (FR)")),
        ("Sion", Some("1950 Sion (VS)")),
        ("Sitten", Some("1950 Sion (VS)")),
        ("Lancy", Some("Lancy (GE)")),
        ("Val-de-Travers", Some("Val-de-Travers (NE)")),
        ("Moutier", Some("2740 Moutier (JU)")),
        ("La Chaux-de-Fonds", Some("2300 La Chaux-de-Fonds (NE)")),
        ("Annecy", Some("Annecy (F)")),
        ("Annecy, FR", Some("Annecy (F)")),
        ("74000 Annecy", Some("Annecy (F)")),
        ("F-74000 Annecy", Some("Annecy (F)")),
        ("Konstanz", Some("Konstanz (D)")),
        ("Constance", Some("Konstanz (D)")),
        ("Vaduz", Some("9490 Vaduz (FL)")),
        ("1003 Genève", None),
        ("8000 Genève", None),
        ("9999 Zürich", None),
        ("100", None),
        ("99999", None),
        ("Atlantis", None),
        ("Lausan", None),
        ("", None),
        ("-", None),
    ] {
        let read = exact(text).map(ToString::to_string);
        assert_eq!(read.as_deref(), expected, "{text:?}");
    }
}

#[test]
fn towns_are_known_in_the_other_languages() {
    for (text, name) in [
        ("Bâle", "Basel"),
        ("Berne", "Bern"),
        ("Lucerne", "Luzern"),
        ("Losanna", "Lausanne"),
        ("Soleure", "Solothurn"),
        ("Zoug", "Zug"),
        ("Thoune", "Thun"),
        ("Schaffhouse", "Schaffhausen"),
        ("Freiburg", "Fribourg"),
        ("Neuenburg", "Neuchâtel"),
        ("Delsberg", "Delémont"),
        ("Pruntrut", "Porrentruy"),
        ("Siders", "Sierre"),
        ("Viège", "Visp"),
        ("Brigue", "Brig"),
        ("Morat", "Murten"),
        ("Coira", "Chur"),
    ] {
        assert_eq!(exact(text).map(|place| place.name), Some(name), "{text}");
    }
}

#[test]
fn large_towns_are_proposed_first() {
    for (text, expected) in [
        ("lau", "Lausanne (VD)"),
        ("gen", "Genève (GE)"),
        ("zü", "Zürich (ZH)"),
        ("zu", "Zürich (ZH)"),
        ("ne", "2000 Neuchâtel (NE)"),
        ("st-g", "St. Gallen (SG)"),
        ("saint-im", "2610 St-Imier (BE)"),
        ("chaux-de-f", "2300 La Chaux-de-Fonds (NE)"),
        ("genf", "Genève (GE)"),
        ("anne", "Annecy (F)"),
        ("1003", "1003 Lausanne (VD)"),
        ("1003 la", "1003 Lausanne (VD)"),
        ("CH-12", "1201 Genève (GE)"),
    ] {
        let found = shown(&find(text, 8));
        assert_eq!(found.first().map(String::as_str), Some(expected), "{text:?}");
    }
}

#[test]
fn a_town_is_proposed_once_and_its_postcodes_when_digits_are_typed() {
    let by_name = shown(&find("lausanne", 20));
    assert_eq!(
        by_name.iter().filter(|text| text.contains(" Lausanne ")).count(),
        0
    );
    assert!(by_name.contains(&"1032 Romanel-sur-Lausanne (VD)".to_owned()));

    let by_code = find("100", 20);
    assert!(by_code.len() > 5);
    assert!(
        by_code
            .iter()
            .all(|place| place.postcode.unwrap().starts_with("100"))
    );
    assert!(by_code.is_sorted_by_key(|place| place.postcode));
}

#[test]
fn nothing_is_proposed_for_nothing() {
    for text in ["", "   ", "-", "zzzzzz", "0000", "123456"] {
        assert_eq!(shown(&find(text, 8)), Vec::<String>::new(), "{text:?}");
    }
    assert!(find("lau", 0).is_empty());
}

#[test]
fn names_are_compared_without_accents_and_signs() {
    for (text, expected) in [
        ("La Chaux-de-Fonds", "la chaux de fonds"),
        ("  Zürich ", "zurich"),
        ("Zu\u{308}rich", "zurich"),
        ("St. Gallen", "st gallen"),
        ("Œuvre d’Ägeri/ß", "oeuvre d ageri ss"),
        ("日本", ""),
        ("", ""),
    ] {
        assert_eq!(fold(text), expected);
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_search(text in "\\PC*", limit in 0usize..20) {
        let found = find(&text, limit);
        prop_assert!(found.len() <= limit);
        let _ = exact(&text);
    }

    #[test]
    fn what_is_understood_is_proposed_first(rank in 0..all().len()) {
        let place = &all()[rank];
        let text = place.to_string();
        prop_assert_eq!(find(&text, 3).first().copied(), exact(&text));
    }

    #[test]
    fn places_are_proposed_once(text in "[a-z]{1,3}|[0-9]{1,4}") {
        let found = find(&text, 50);
        let keys: std::collections::HashSet<_> = found.iter().map(|place| place.key()).collect();
        prop_assert_eq!(keys.len(), found.len());
    }
}
