//! Boxes of one form that bear values of one's own choosing.

use std::fmt::Write;

/// The id of the box for `value` among those named `name`, of letters, digits and dashes: what lets a
/// swapped page keep the box the person is at. Two values never share one.
pub fn choice_id(name: &str, value: &str) -> String {
    let mut id = format!("{name}-");
    for letter in value.chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else {
            // Writing to a string does not fail.
            _ = write!(id, "-{:x}-", u32::from(letter));
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::choice_id;

    #[test]
    fn two_values_never_share_an_id() {
        assert_eq!(choice_id("skill", "UX design"), "skill-UX-20-design");
        for (one, other) in [
            ("C++", "C#"),
            ("Power-BI", "Power.BI"),
            ("a b", "a20b"),
            ("é1", "ຑ"),
        ] {
            assert_ne!(choice_id("skill", one), choice_id("skill", other));
        }
        let odd = choice_id("skill", "Élan vital \"x\"");
        assert!(
            odd.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
        );
    }
}
