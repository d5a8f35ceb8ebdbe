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
        Kind::Recover => Text {
            subject: format!("Choisissez un nouveau mot de passe pour {brand}"),
            heading: "Votre nouveau mot de passe",
            before: vec![format!("Vous avez oublié votre mot de passe {brand}\u{a0}? Ce lien vous permet d’en choisir un autre.")],
            button: "Choisir un nouveau mot de passe",
            after: vec![
                format!("Ce lien fonctionne une fois, jusqu’au {until}."),
                "Vous n’avez rien demandé\u{a0}? Ne suivez pas ce lien\u{a0}: votre mot de passe reste le même.".to_owned(),
            ],
            aside: None,
        },
        Kind::Unknown => Text {
            subject: format!("Cette adresse n’a pas de compte {brand}"),
            heading: "Pas de compte à cette adresse",
            before: vec![
                format!("Quelqu’un, vous sans doute, a demandé un nouveau mot de passe {brand} pour cette adresse. Elle n’a pas de compte."),
                "Vous êtes peut-être inscrit(e) avec une autre adresse. Si ce n’était pas vous, vous n’avez rien à faire.".to_owned(),
            ],
            button: "Créer un compte",
            after: vec![],
            aside: Some(("Vous avez une autre adresse\u{a0}?", "Essayer avec celle-ci")),
        },
        Kind::Invite => Text {
            subject: format!("Rejoignez l’équipe {}", i18n::elided("de", brand)),
            heading: "Bienvenue dans l’équipe",
            before: vec![format!("Un compte de l’équipe {brand} vous attend. Choisissez votre mot de passe pour l’ouvrir.")],
            button: "Choisir mon mot de passe",
            after: vec![
                format!("Ce lien fonctionne une fois, jusqu’au {until}."),
                "Vous n’attendiez pas cette invitation\u{a0}? Ne suivez pas ce lien.".to_owned(),
            ],
            aside: None,
        },
        Kind::PasswordChanged => Text {
            subject: format!("Votre mot de passe {brand} est modifié"),
            heading: "Mot de passe modifié",
            before: vec![
                format!("Le mot de passe de votre compte {brand} vient d’être modifié. Les autres appareils ont été déconnectés."),
                "Si c’était vous, vous n’avez rien à faire.".to_owned(),
            ],
            button: "Voir les appareils connectés",
            after: vec![],
            aside: Some(("Ce n’était pas vous\u{a0}?", "Choisissez aussitôt un nouveau mot de passe")),
        },
        Kind::NewEmail => Text {
            subject: format!("Validez votre nouvelle adresse pour {brand}"),
            heading: "Votre nouvelle adresse",
            before: vec![format!("Vous souhaitez utiliser cette adresse pour votre compte {brand}. Elle remplace l’ancienne dès que vous la validez.")],
            button: "Valider cette adresse",
            after: vec![
                format!("Ce lien fonctionne une fois, jusqu’au {until}."),
                "Vous n’avez rien demandé\u{a0}? Ne suivez pas ce lien\u{a0}: rien ne change.".to_owned(),
            ],
            aside: None,
        },
        Kind::EmailChanged => Text {
            subject: format!("L’adresse de votre compte {brand} est modifiée"),
            heading: "Adresse e-mail modifiée",
            before: vec![
                format!("Votre compte {brand} utilise maintenant une autre adresse. Celle-ci ne reçoit plus ses e-mails."),
                "Si c’était vous, vous n’avez rien à faire. Sinon, écrivez-nous sans attendre.".to_owned(),
            ],
            button: "Nous contacter",
            after: vec![],
            aside: None,
        },
    }
}

pub(super) fn reason(kind: Kind, brand: &str) -> String {
    match kind {
        Kind::Confirm | Kind::Taken | Kind::Unknown => {
            format!("Vous recevez cet e-mail car cette adresse a été saisie sur {brand}.")
        }
        Kind::Invite => format!(
            "Vous recevez cet e-mail car l’équipe {} vous invite.",
            i18n::elided("de", brand)
        ),
        Kind::Recover | Kind::PasswordChanged | Kind::NewEmail | Kind::EmailChanged => {
            format!("Vous recevez cet e-mail car il protège l’accès à votre compte {brand}.")
        }
    }
}
