//! Enumerations.

use crate::Lang;

impl Lang {
    /// An enumeration: « a, b et c », "a, b and c". Empty for an empty list.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let items = items.iter().map(AsRef::as_ref);
        self.formatters().list.format(items).to_string()
    }
}

#[cfg(test)]
mod tests;
