//! What is particular to Switzerland: its numbers, its cantons, its places.
//!
//! Pure: no I/O, no clock, no language. A valid number has a type, built in one
//! place, by `parse`; what is wrong with a text is an enum a form can put into
//! words. Parsing is generous about how a number is written (spaces, dots, dashes,
//! full-width figures) and strict about the number itself.
//!
//! What is not here: whether a number is *registered*. A check digit only says
//! that it was not mistyped.

mod uid;

mod avs;
mod canton;
mod iban;
mod reference;

pub mod places;

mod written;

pub use avs::{Avs, AvsFault};
pub use canton::{Canton, Names, Region};
pub use iban::{Iban, IbanFault};
pub use places::Place;
pub use reference::{QrFault, QrReference, Scor, ScorFault};
pub use uid::{Uid, UidFault};

#[cfg(test)]
mod tests;
