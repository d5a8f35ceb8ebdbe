//! Sentences of this room, and the words around every page.

mod chrome;

pub use chrome::{ChromeWords, chrome_words};
