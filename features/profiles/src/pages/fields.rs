//! What the forms of this room check alike.

use swiss::Place;
use web::{Faults, Text};

use crate::words::Words;

/// A place of Switzerland or near its border (A13), under any of its names.
pub(crate) fn place(
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
    w: &Words,
) -> Option<&'static Place> {
    let text = faults.text(field, typed, Text::line(1, 100));
    let place = swiss::places::exact(&text);
    if place.is_none() && !text.is_empty() {
        faults.add(field, w.unknown_place);
    }
    place
}

/// Towns to propose while somebody types: the most populous ones, without postcodes.
pub(crate) fn towns() -> impl Iterator<Item = String> {
    let towns = swiss::places::all()
        .iter()
        .filter(|place| place.postcode.is_none());
    towns.take(60).map(ToString::to_string)
}
