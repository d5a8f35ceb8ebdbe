//! Languages, plural rules, dates, numbers and money.
//!
//! What this crate promises: everything that is *said* the same way wherever a
//! language is spoken is a method of [`Lang`], so a page asks its reader's
//! language and never formats by hand. Rules come from Unicode CLDR through
//! ICU4X; where Swiss habit or spelling differs (12’345 in every language, the
//! 24-hour clock, « 1er août ») the difference is written here, once, with its reason.
//!
//! What is not here: sentences. They live with the feature that says them, as
//! Rust structs; a missing one does not compile.
//!
//! Adding a language is adding a variant to [`Lang`]: no `match` on it has a
//! wildcard, so the compiler then lists every place to complete.

mod lang;

mod accept;
mod ago;
mod dates;
mod elision;
mod list;
mod numbers;
mod plural;

mod formatters;

pub use dates::zurich_day;
pub use elision::elided;
pub use lang::Lang;
