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
                "You did not ask for this? Do not follow this link: without it, no account is opened."
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
        Kind::Recover => Text {
            subject: format!("Choose a new password for {brand}"),
            heading: "Your new password",
            before: vec![format!(
                "Did you forget your {brand} password? This link lets you choose another."
            )],
            button: "Choose a new password",
            after: vec![
                format!("This link works once, until {until}."),
                "You did not ask for this? Do not follow this link: your password stays the same.".to_owned(),
            ],
            aside: None,
        },
        Kind::Unknown => Text {
            subject: format!("This address has no {brand} account"),
            heading: "No account at this address",
            before: vec![
                format!(
                    "Somebody, probably you, asked for a new {brand} password for this address. It has no account."
                ),
                "You may have signed up with another address. If it was not you, there is nothing to do."
                    .to_owned(),
            ],
            button: "Create an account",
            after: vec![],
            aside: Some(("Do you have another address?", "Try with that one")),
        },
        Kind::Invite => Text {
            subject: format!("Join the {brand} team"),
            heading: "Welcome to the team",
            before: vec![format!(
                "An account of the {brand} team is waiting for you. Choose your password to open it."
            )],
            button: "Choose my password",
            after: vec![
                format!("This link works once, until {until}."),
                "You were not expecting this invitation? Do not follow this link.".to_owned(),
            ],
            aside: None,
        },
        Kind::PasswordChanged => Text {
            subject: format!("Your {brand} password is changed"),
            heading: "Password changed",
            before: vec![
                format!(
                    "The password of your {brand} account has just been changed. Other devices were signed out."
                ),
                "If it was you, there is nothing to do.".to_owned(),
            ],
            button: "See signed-in devices",
            after: vec![],
            aside: Some(("It was not you?", "Choose a new password at once")),
        },
        Kind::NewEmail => Text {
            subject: format!("Confirm your new address for {brand}"),
            heading: "Your new address",
            before: vec![format!(
                "You would like to use this address for your {brand} account. It replaces the old one as soon as you confirm it."
            )],
            button: "Confirm this address",
            after: vec![
                format!("This link works once, until {until}."),
                "You did not ask for this? Do not follow this link: nothing changes.".to_owned(),
            ],
            aside: None,
        },
        Kind::EmailChanged => Text {
            subject: format!("The address of your {brand} account is changed"),
            heading: "E-mail address changed",
            before: vec![
                format!(
                    "Your {brand} account now uses another address. This one no longer receives its e-mails."
                ),
                "If it was you, there is nothing to do. If not, write to us without delay.".to_owned(),
            ],
            button: "Contact us",
            after: vec![],
            aside: None,
        },
    }
}

pub(super) fn reason(kind: Kind, brand: &str) -> String {
    match kind {
        Kind::Confirm | Kind::Taken | Kind::Unknown => {
            format!("You receive this e-mail because this address was entered on {brand}.")
        }
        Kind::Invite => format!("You receive this e-mail because the {brand} team invites you."),
        Kind::Recover | Kind::PasswordChanged | Kind::NewEmail | Kind::EmailChanged => {
            format!("You receive this e-mail because it protects access to your {brand} account.")
        }
    }
}
