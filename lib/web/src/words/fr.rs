//! Français.

use super::{FaultWords, KeptWords, ProblemWords, Said, Words};
use i18n::Lang;

pub(super) static FR: Words = Words {
    skip: "Aller au contenu",
    brand_home: ", accueil",
    main_nav: "Navigation principale",
    language: "Langue",
    language_in_menu: "Langue (menu)",
    language_at_foot: "Langue (pied de page)",
    menu: "Menu",
    notifications: |n| match n {
        0 => "Notifications".to_owned(),
        1 => "Notifications, 1 non lue".to_owned(),
        n => format!("Notifications, {n} non lues"),
    },
    my_account: |initials| format!("{initials}, mon compte"),
    sign_out: "Se déconnecter",
    waiting: " en attente",
    optional: "facultatif",
    cancel: "Annuler",
    pages: "Pages de résultats",
    next: "Suivant",
    range: |from, to, total, lang| {
        format!(
            "{from} à {to} sur {}",
            lang.number(i64::try_from(total).unwrap_or(i64::MAX))
        )
    },
    check_fields: |faults| match faults {
        1 => "Un champ est à revoir",
        _ => "Quelques champs sont à revoir",
    },
    secret_again: "Saisissez-le à nouveau\u{a0}: un mot de passe n’est jamais rendu.",
    error: "Erreur\u{a0}: ",
    fault: FaultWords {
        named: |label, sentence| format!("{label}\u{a0}: {sentence}"),
        too_fast: "C’était beaucoup en peu de temps. Ce que vous avez saisi est gardé.",
        missing: "Ce champ est à remplir.",
        too_short: |missing| {
            Lang::Fr.plural(
                missing as u64,
                "Il manque un caractère.".to_owned(),
                format!("Il manque {missing} caractères."),
            )
        },
        too_long: |most, over| {
            format!(
                "C’est {} de trop\u{a0}: {} caractères au plus.",
                Lang::Fr.number(over as i64),
                Lang::Fr.number(most as i64)
            )
        },
        control: "Ce texte contient un caractère invisible. Retapez-le, s’il vous plaît.",
        not_a_number: "Écrivez un nombre entier, en chiffres.",
        too_small: |least| format!("Le minimum est {least}."),
        too_big: |most| format!("Le maximum est {most}."),
        not_an_email: "Cette adresse e-mail n’est pas complète. Exemple\u{a0}: prenom@exemple.ch",
        not_a_day: "Écrivez une date qui existe, au format jj.mm.aaaa.",
        not_a_link: "Écrivez une adresse qui commence par https://",
        choose: "Choisissez une des réponses proposées.",
        stale: "La page était ouverte depuis trop longtemps. Votre saisie est gardée\u{a0}: relisez-la et envoyez-la à nouveau.",
        file_empty: "Ce fichier est vide.",
        file_too_large: |most| format!("Ce fichier est trop lourd\u{a0}: {most} au plus."),
        file_kind: |allowed| {
            format!("Ce type de fichier n’est pas accepté. Types acceptés\u{a0}: {allowed}.")
        },
        file_broken_image: "Cette image est abîmée. Enregistrez-la à nouveau, puis réessayez.",
        file_image_too_big: "Cette image a trop de pixels. Réduisez-la, puis réessayez.",
        file_broken_pdf: "Ce PDF est abîmé. Enregistrez-le à nouveau, puis réessayez.",
        file_pdf_too_big: "Une fois ouvert, ce PDF est trop lourd. Imprimez-le en PDF, puis envoyez la copie.",
        file_active_pdf: "Ce PDF contient un programme ou un fichier joint. Imprimez-le en PDF, puis envoyez la copie.",
        file_locked_pdf: "Ce PDF est protégé par un mot de passe. Envoyez une copie sans protection.",
    },
    problem: ProblemWords {
        code: |status| format!("Erreur {status}"),
        reference: |reference| format!("Référence à nous indiquer\u{a0}: {reference}"),
        back_home: "Retour à l’accueil",
        try_again: "Réessayer",
        search: "Rechercher",
        not_found: Said {
            title: "Cette page n’existe pas, ou plus.",
            text: "Le contenu a peut-être été retiré, ou l’adresse contient une faute de frappe.",
        },
        forbidden: Said {
            title: "Cette page ne vous est pas ouverte.",
            text: "Elle demande un autre compte que le vôtre.",
        },
        bad_request: Said {
            title: "Cette demande n’a pas pu être lue.",
            text: "Revenez à la page précédente, rechargez-la et recommencez.",
        },
        head_too_large: Said {
            title: "Cette demande est trop longue.",
            text: "Raccourcissez l’adresse, ou effacez les cookies de ce site dans votre navigateur, puis réessayez.",
        },
        misdirected: Said {
            title: "Ce nom ne mène pas ici.",
            text: "L’adresse demandée n’est pas celle de ce site. Le lien ci-dessous y conduit.",
        },
        method: Said {
            title: "Cette adresse ne s’utilise pas ainsi.",
            text: "Revenez à la page précédente et passez par ses boutons.",
        },
        stale: Said {
            title: "Cette page a expiré.",
            text: "Revenez à la page précédente, rechargez-la et recommencez. Rien n’a été enregistré.",
        },
        ended: Said {
            title: "Votre session est terminée.",
            text: "Rien n’a été enregistré, mais votre saisie est gardée sur cette page. Connectez-vous dans un nouvel onglet, puis revenez ici pour la reprendre.",
        },
        kept: KeptWords {
            title: "Votre saisie",
            files: "Les fichiers ne peuvent pas être gardés. Si vous en aviez choisi, choisissez-les à nouveau.",
            label: |place, of| match of {
                1 => "Votre texte".to_owned(),
                _ => format!("Texte {place}"),
            },
            sign_in: "Se connecter (nouvel onglet)",
            take_up: "Reprendre ma saisie",
            resend: "Envoyer à nouveau",
        },
        too_many: Said {
            title: "Trop de tentatives.",
            text: "Pour protéger les comptes, nous faisons une pause. Rien n’a été enregistré.",
        },
        too_many_wait: |wait| {
            let minutes = wait.as_secs().div_ceil(60);
            Lang::Fr.plural(
                minutes,
                "Réessayez dans une minute.".to_owned(),
                format!("Réessayez dans {minutes} minutes."),
            )
        },
        too_large: Said {
            title: "C’est trop lourd.",
            text: "L’envoi dépasse la taille acceptée. Réduisez le fichier ou le texte, puis réessayez.",
        },
        unsupported: Said {
            title: "Ce format n’est pas accepté.",
            text: "Revenez à la page précédente et passez par son formulaire.",
        },
        timeout: Said {
            title: "L’envoi a pris trop de temps.",
            text: "Vérifiez votre connexion, puis réessayez.",
        },
        busy: Said {
            title: "Un instant, s’il vous plaît.",
            text: "Le site ne peut rien enregistrer pour le moment. Réessayez dans une minute.",
        },
        broken: Said {
            title: "Quelque chose s’est cassé chez nous.",
            text: "Ce n’est pas votre faute, et nous en sommes prévenus. Réessayez dans un instant.",
        },
    },
};
