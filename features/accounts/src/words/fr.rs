//! French.

mod letters;

use i18n::Lang;
use swiss::UidFault;

use super::{
    ChangeEmail, ChangePassword, Confirm, Joining, Recovery, Said, Sessions, Settings, SignIn, SignUp, Words,
};

pub(super) static FR: Words = Words {
    email: "E-mail",
    password: "Mot de passe",
    password_hint: "Douze caractères au minimum. Une phrase courte convient très bien.",
    easily_guessed: "Ce mot de passe se devine vite. Choisissez plutôt trois ou quatre mots sans lien entre eux.",
    to_sign_in: "Connexion",
    to_sign_up: "Créer un compte",
    once_more: "Recommencer",
    forgotten: "J’ai oublié mon mot de passe",
    sign_up: SignUp {
        title: "Créer un compte",
        lead: "Gratuit, en deux minutes. Vous validez ensuite votre adresse depuis votre boîte e-mail.",
        you_are: "Vous êtes",
        freelance: "Freelance",
        freelance_text: "Je cherche des missions en Suisse.",
        company: "Entreprise",
        company_text: "Je cherche des freelances certifiés.",
        uid: "Numéro d’immatriculation (IDE)",
        uid_hint: "Tel qu’au registre du commerce, au format CHE-000.000.000.",
        uid_fault,
        create: "Créer mon compte",
        accept: ["En créant un compte, vous acceptez les", "et la", "."],
        terms: "conditions d’utilisation",
        privacy: "politique de protection des données",
        is_member: "Déjà membre\u{a0}?",
        categories: [
            "Marketing & Communication",
            "Data, IT & Web",
            "RH & Légal",
            "Business & Stratégie",
        ],
        other_field: "Votre domaine n’y figure pas\u{a0}? Notre groupe de placement en couvre d’autres.",
        other_field_link: "Écrivez\u{2011}nous, nous vous orientons",
    },
    freelance: Joining {
        why: "Ces informations nous permettent de certifier votre profil et de le rendre public, de vous contacter pour un projet pertinent et de vous mettre en relation avec des entreprises qui cherchent vos compétences.",
        whom: "Pour qui",
        whom_text: "Pour les freelances du secteur tertiaire, en Suisse et dans les régions frontalières, dans quatre domaines.",
        needs: "Pour être certifié(e), prévoyez",
        need: [
            (
                "Votre permis de travail",
                "Valable ou en cours de validation, ou une pièce d’identité suisse. Pas encore de permis\u{a0}? Vous pourrez demander à être contacté(e).",
            ),
            (
                "Un justificatif de domicile",
                "Une attestation, un bail ou une facture récente.",
            ),
        ],
        note: "Votre profil reste invisible tant que notre équipe ne l’a pas validé.",
    },
    company: Joining {
        why: "Ces informations nous permettent de certifier votre entreprise et de la rendre visible, de vous contacter lorsque vous souhaitez échanger avec un freelance et de vous mettre en relation avec des freelances qui correspondent à vos missions.",
        whom: "Pour qui",
        whom_text: "Pour les entreprises suisses qui proposent des missions courtes ou longues dans quatre domaines.",
        needs: "Pour être certifiée, votre entreprise",
        need: [
            (
                "indique son numéro d’immatriculation",
                "Nos équipes le vérifient avant de publier vos missions.",
            ),
            (
                "présente son activité",
                "Logo, adresse, secteur et site internet.",
            ),
        ],
        note: "Vous consultez ensuite tous les profils et publiez votre première mission.",
    },
    sent: Said {
        title: "Vérifiez votre boîte e-mail",
        text: "Ouvrez notre e-mail et suivez son lien dans les deux jours\u{a0}: votre compte est alors prêt. Rien reçu\u{a0}? Regardez dans les indésirables, ou recommencez en relisant votre adresse.",
    },
    sent_to: |email| format!("Un e-mail est en route vers {email}."),
    confirm: Confirm {
        title: "Plus qu’un clic",
        text: |email| format!("Vous confirmez ainsi que l’adresse {email} est la vôtre."),
        other_browser: "Ce n’est pas le navigateur de votre inscription\u{a0}: saisissez le mot de passe que vous y avez choisi.",
        wrong: "Ce n’est pas le mot de passe choisi à l’inscription. Si vous ne le retrouvez pas, inscrivez-vous à nouveau.",
        already: "Votre adresse est déjà confirmée.",
        button: "Ouvrir mon compte",
        done: "Votre adresse est confirmée. Bienvenue.",
        gone: Said {
            title: "Ce lien ne fonctionne plus.",
            text: "S’il a déjà servi, votre compte est ouvert\u{a0}: connectez-vous. S’il a expiré, inscrivez-vous à nouveau, cela prend deux minutes.",
        },
        taken: Said {
            title: "Cette adresse a déjà un compte.",
            text: "Il a été ouvert entre-temps. Connectez-vous, ou choisissez un nouveau mot de passe si vous l’avez oublié.",
        },
    },
    sign_in: SignIn {
        title: "Connexion",
        lead: "Bon retour parmi nous.",
        button: "Se connecter",
        wrong: "Cette adresse et ce mot de passe ne vont pas ensemble. Relisez-les, ou choisissez un nouveau mot de passe. Vous venez de vous inscrire\u{a0}? Ouvrez d’abord le lien reçu par e-mail.",
        no_account: "Pas encore de compte\u{a0}?",
    },
    signed_out: "Vous êtes déconnecté(e). À bientôt.",
    recovery: Recovery {
        title: "J’ai oublié mon mot de passe",
        lead: "Indiquez l’adresse e-mail de votre compte\u{a0}: vous recevez un lien pour choisir un nouveau mot de passe.",
        button: "Recevoir le lien",
        sent: Said {
            title: "Vérifiez votre boîte e-mail",
            text: "Notre e-mail vous dit comment continuer. Son lien fonctionne pendant une heure. Rien reçu\u{a0}? Regardez dans les indésirables, ou recommencez en relisant votre adresse.",
        },
        choose: "Choisissez un nouveau mot de passe",
        choose_first: "Choisissez votre mot de passe",
        of_account: |email| format!("Il ouvrira le compte {email}."),
        save: "Enregistrer ce mot de passe",
        ends_sessions: "Tous les appareils connectés à ce compte seront déconnectés.",
        done: "Votre mot de passe est enregistré. Vous pouvez vous connecter.",
        gone: Said {
            title: "Ce lien ne fonctionne plus.",
            text: "Il a déjà servi, ou il a expiré. Demandez-en un nouveau\u{a0}: il arrive en une minute.",
        },
    },
    settings: Settings {
        title: "Paramètres",
        overview: "Modifier mes informations personnelles",
        personal: "Informations personnelles",
        pending: "À confirmer par e-mail",
        password_text: "Votre ancien mot de passe vous sera demandé.",
        sessions_text: |n| {
            format!(
                "Vous êtes connecté(e) sur {n}\u{a0}{}.",
                Lang::Fr.plural(n, "appareil", "appareils")
            )
        },
        see_sessions: "Voir les appareils connectés",
        display: "Langue et affichage",
        display_text: "La langue de vos pages et de vos e-mails, et les couleurs dans ce navigateur.",
        language: "Langue",
        theme: "Thème",
        themes: ["Automatique", "Clair", "Sombre"],
        notifications: "Notifications",
        notifications_text: "Vos notifications vous parviennent par e-mail et derrière l’icône en haut à droite. Il n’est pas encore possible de choisir lesquelles recevoir\u{a0}; nous y travaillons.",
        save: "Enregistrer",
        display_saved: "Vos choix sont enregistrés.",
    },
    change_password: ChangePassword {
        title: "Modifier le mot de passe",
        old: "Ancien mot de passe",
        old_wrong: "Ce n’est pas votre mot de passe actuel.",
        new: "Nouveau mot de passe",
        note: "Vos autres appareils seront déconnectés.",
        done: "Votre mot de passe est modifié. Vos autres appareils sont déconnectés.",
    },
    change_email: ChangeEmail {
        title: "Modifier l’adresse e-mail",
        now: |email| format!("Votre adresse actuelle est {email}."),
        new: "Nouvelle adresse e-mail",
        hint: "Nous vous demanderons de valider la nouvelle adresse.",
        same: "C’est déjà votre adresse.",
        password: "Votre mot de passe, pour confirmer",
        button: "Recevoir le lien de validation",
        sent: |email| {
            format!("Un e-mail est en route vers {email}. Votre adresse change dès que vous suivez son lien.")
        },
        confirm: "Votre nouvelle adresse",
        confirm_text: |email| {
            format!("Vous vous connecterez avec l’adresse {email} et vos e-mails y arriveront.")
        },
        confirm_button: "Valider cette adresse",
        done: "Votre adresse e-mail est modifiée.",
        gone: Said {
            title: "Ce lien ne fonctionne plus.",
            text: "Il a déjà servi, ou il a expiré. Vous pouvez en demander un nouveau dans vos paramètres.",
        },
        taken: Said {
            title: "Cette adresse a déjà un compte.",
            text: "La vôtre reste celle d’avant. Vous pouvez en choisir une autre dans vos paramètres.",
        },
    },
    sessions: Sessions {
        title: "Appareils connectés",
        text: "Déconnectez ceux que vous ne reconnaissez pas, puis modifiez votre mot de passe.",
        this: "Cet appareil",
        unknown: "Appareil inconnu",
        times: |since, used| format!("Connecté le {since}. Dernière utilisation\u{a0}: {used}."),
        end: "Déconnecter",
        end_of: |device| format!("Déconnecter {device}"),
        end_others: "Déconnecter tous les autres appareils",
        ended: "L’appareil est déconnecté.",
        others_ended: "Vos autres appareils sont déconnectés.",
    },
    letter: letters::letter,
    reason: letters::reason,
};

fn uid_fault(fault: UidFault) -> String {
    match fault {
        UidFault::Empty => "Ce champ est à remplir.".to_owned(),
        UidFault::WrongPrefix => "Le numéro commence par CHE.".to_owned(),
        UidFault::FormerNumber => {
            "C’est un ancien numéro du registre du commerce. Indiquez le numéro IDE, qui commence par CHE."
                .to_owned()
        }
        UidFault::NotDigits { .. } => {
            "Après CHE, il n’y a que des chiffres. Exemple\u{a0}: CHE-000.000.000.".to_owned()
        }
        UidFault::WrongLength { digits } => {
            format!("Le numéro a neuf chiffres, le vôtre en a {digits}.")
        }
        UidFault::UnknownSuffix => {
            "Après les neuf chiffres, seuls TVA, MWST ou IVA peuvent suivre.".to_owned()
        }
        UidFault::CheckDigit => {
            "Un chiffre est faux ou deux sont inversés\u{a0}: relisez le numéro.".to_owned()
        }
    }
}
