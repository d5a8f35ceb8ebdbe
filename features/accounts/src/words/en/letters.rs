//! The letters, in English.

use super::super::Text;
use crate::letters::{Kind, Told};

pub(super) fn letter(kind: Kind, told: &Told) -> Text {
    let Told { brand, until } = told;
    match kind {
        Kind::Confirm => Text {
            subject: format!("Confirm your address to open your {brand} account"),
            heading: "Just one more click",
            before: vec![format!(
                "Your {brand} account is ready. It opens as soon as you confirm your address."
            )],
            button: "Confirm my address",
            after: vec![
                format!("This link works until {until}."),
                "You asked for nothing? Do not follow this link: without it, no account is opened."
                    .to_owned(),
            ],
            aside: None,
        },
        Kind::Taken => Text {
            subject: format!("You already have a {brand} account"),
            heading: "This address already has an account",
            before: vec![
                format!(
                    "Somebody, probably you, wanted to use this address for a {brand} account. It already has one."
                ),
                "Nothing was changed. If it was not you, there is nothing to do.".to_owned(),
            ],
            button: "Sign in",
            after: vec![],
            aside: Some(("Forgot your password?", "Choose a new password")),
        },
    }
}

pub(super) fn reason(kind: Kind, brand: &str) -> String {
    match kind {
        Kind::Confirm | Kind::Taken => {
            format!("You receive this e-mail because this address was entered on {brand}.")
        }
    }
}
