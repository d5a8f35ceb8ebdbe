//! The letters, in French.

use super::super::Text;
use crate::letters::{Kind, Told};

pub(super) fn letter(kind: Kind, told: &Told) -> Text {
    let Told { brand, until } = told;
    match kind {
        Kind::Confirm => Text {
            subject: format!("Confirmez votre adresse pour ouvrir votre compte {brand}"),
            heading: "Plus qu’un clic",
            before: vec![format!("Votre compte {brand} est prêt. Il s’ouvre dès que vous confirmez votre adresse.")],
            button: "Confirmer mon adresse",
            after: vec![
                format!("Ce lien fonctionne jusqu’au {until}."),
                "Vous n’avez rien demandé\u{a0}? Ne suivez pas ce lien\u{a0}: sans lui, aucun compte n’est ouvert.".to_owned(),
            ],
            aside: None,
        },
        Kind::Taken => Text {
            subject: format!("Vous avez déjà un compte {brand}"),
            heading: "Cette adresse a déjà un compte",
            before: vec![
                format!("Quelqu’un, vous sans doute, a voulu utiliser cette adresse pour un compte {brand}. Elle en a déjà un."),
                "Rien n’a été modifié. Si ce n’était pas vous, vous n’avez rien à faire.".to_owned(),
            ],
            button: "Me connecter",
            after: vec![],
            aside: Some(("Mot de passe oublié\u{a0}?", "Choisir un nouveau mot de passe")),
        },
    }
}

pub(super) fn reason(kind: Kind, brand: &str) -> String {
    match kind {
        Kind::Confirm | Kind::Taken => {
            format!("Vous recevez cet e-mail car cette adresse a été saisie sur {brand}.")
        }
    }
}
