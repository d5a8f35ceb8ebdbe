//! French.

use i18n::Lang;
use selection::events::Side;

use super::{Other, Sentence, Text, Told, Words};
use crate::kinds::Kind;

pub(super) static FR: Words = Words {
    title: "Notifications",
    unread: |n| match n {
        0 => "Tout est lu".to_owned(),
        n => format!("{n} {}", Lang::Fr.plural(n, "non lue", "non lues")),
    },
    mark_all: "Tout marquer comme lu",
    all_marked: "Toutes vos notifications sont marquées comme lues.",
    is_new: "Non lue.",
    today: "Aujourd’hui",
    yesterday: "Hier",
    empty: "Rien de nouveau pour l’instant",
    empty_text: "Propositions, réponses et messages s’afficheront ici dès qu’ils arrivent.",
    older: "Notifications plus anciennes",
    newest: "Revenir aux plus récentes",
    pages: "Pages de notifications",
    by_mail: "Ce qui concerne vos candidatures vous parvient aussi par e-mail.",
    somebody: |side| match side {
        Side::Freelance => Other::unnamed("Un freelance", "un freelance"),
        Side::Company => Other::unnamed("Une entreprise", "une entreprise"),
    },
    notice,
    letter,
    reminder,
    hello: |first| match first {
        Some(first) => format!("Bonjour {first},"),
        None => "Bonjour,".to_owned(),
    },
    reason: |brand| {
        format!("Vous recevez cet e-mail car il concerne une de vos candidatures ou missions sur {brand}.")
    },
};

/// « Refonte », or what stands for it.
fn mission(told: &Told) -> String {
    match &told.mission {
        Some(title) => format!("«\u{a0}{title}\u{a0}»"),
        None => "une mission".to_owned(),
    }
}

fn notice(kind: Kind, told: &Told) -> Sentence {
    let (other, within) = (&told.other.first, &told.other.within);
    let mission = mission(told);
    let company = told.side == Side::Company;
    let say = |strong: &str, rest: String| Sentence {
        strong: strong.to_owned(),
        rest,
    };
    match kind {
        Kind::Proposal if company => say(
            "Proposition reçue",
            format!("\u{a0}: {within} s’intéresse à {mission}."),
        ),
        Kind::Proposal => say(
            "Proposition reçue",
            format!("\u{a0}: {within} s’intéresse à vous pour {mission}."),
        ),
        Kind::ProposalSent => say("Proposition envoyée", format!(" à {within} pour {mission}.")),
        Kind::InDiscussion => say(
            "En cours de discussion",
            format!("\u{a0}: {within} partage votre intérêt pour {mission}."),
        ),
        Kind::Applied => say(other, format!(" a postulé pour {mission}. À vous de choisir.")),
        Kind::Chosen => say(
            other,
            format!(" vous a choisi(e) pour {mission}. Vous avez sept jours pour répondre."),
        ),
        Kind::Concluded if company => say(
            "Candidat choisi",
            format!("\u{a0}: {within} et vous avez validé {mission}."),
        ),
        Kind::Concluded => say(
            "Mission validée",
            format!("\u{a0}: {within} et vous avez validé {mission}."),
        ),
        Kind::OtherChosen => say("Un autre profil a été choisi", format!(" pour {mission}.")),
        Kind::Rejected => say(
            "Candidature non retenue",
            format!(" par {within} pour {mission}."),
        ),
        Kind::Declined => say(other, format!(" ne donne pas suite à {mission}.")),
        Kind::MissionClosed => say(
            "Mission clôturée",
            format!("\u{a0}: {mission}. La discussion est archivée."),
        ),
        Kind::MissionOnline => say(
            "Mission en ligne",
            format!("\u{a0}: {mission}. Les freelances certifiés peuvent la trouver."),
        ),
        Kind::Certified if company => say(
            "Votre entreprise est certifiée.",
            " Vous pouvez publier vos missions.".to_owned(),
        ),
        Kind::Certified => say(
            "Votre profil est certifié.",
            " Les entreprises le trouvent dès qu’il indique métier, secteur et ville.".to_owned(),
        ),
        Kind::Refused => say(
            "Votre inscription a été refusée.",
            " Voyez pourquoi et complétez votre dossier.".to_owned(),
        ),
        Kind::Withdrawn => say(
            "Votre certification a été retirée.",
            " Voyez pourquoi et corrigez votre dossier.".to_owned(),
        ),
        Kind::Message if told.mission.is_some() => {
            say(other, format!(" vous a écrit au sujet de {mission}."))
        }
        Kind::Message => say(other, " vous a écrit.".to_owned()),
    }
}

fn letter(kind: Kind, told: &Told) -> Text {
    let (other, mission) = (&told.other.first, mission(told));
    let company = told.side == Side::Company;
    match kind {
        Kind::Proposal => Text {
            subject: format!("Proposition reçue\u{a0}: {mission}"),
            heading: "Proposition reçue",
            before: vec![if company {
                format!("{other} s’intéresse à votre mission.")
            } else {
                format!("{other} s’intéresse à votre profil pour une mission.")
            }],
            after: vec!["À vous de répondre\u{a0}: si cela vous intéresse aussi, vous pourrez discuter librement. Sinon, vous pouvez refuser, sans justification.".to_owned()],
            button: "Voir la proposition",
            quote_intro: "Son message\u{a0}:",
            ..Text::default()
        },
        Kind::ProposalSent => Text {
            subject: format!("Proposition envoyée\u{a0}: {mission}"),
            heading: "Proposition envoyée",
            before: vec![format!("{other} a reçu votre proposition.")],
            after: vec!["Vous serez informé(e) dès qu’une réponse arrive. Vous n’avez rien d’autre à faire.".to_owned()],
            button: "Voir ma proposition",
            ..Text::default()
        },
        Kind::InDiscussion => Text {
            subject: format!("En cours de discussion\u{a0}: {mission}"),
            heading: "En cours de discussion",
            before: vec![format!("{other} partage votre intérêt. Vous pouvez maintenant discuter librement.")],
            after: vec![format!("Quand votre décision est prise, «\u{a0}{}\u{a0}» valide la collaboration de votre côté. Ce choix est définitif.", if company { "Choisir ce candidat" } else { "Je postule" })],
            button: "Ouvrir la discussion",
            ..Text::default()
        },
        Kind::Applied => Text {
            subject: format!("{other} a postulé\u{a0}: {mission}"),
            heading: "À vous de choisir",
            before: vec![format!("{other} a postulé. C’est définitif\u{a0}: à vous de choisir.")],
            after: vec!["«\u{a0}Choisir ce candidat\u{a0}» conclut la collaboration. «\u{a0}Écarter ce candidat\u{a0}» met fin à la candidature. Les deux sont définitifs.".to_owned()],
            button: "Répondre à la candidature",
            ..Text::default()
        },
        Kind::Chosen => Text {
            subject: format!("Vous êtes choisi(e)\u{a0}: {mission}"),
            heading: "Vous êtes choisi(e)",
            before: vec![format!("{other} vous a choisi(e) de manière définitive. La mission vous est réservée pendant 7 jours, jusqu’au {}.", told.until)],
            after: vec!["«\u{a0}Je postule\u{a0}» conclut la collaboration. Si vous avez changé d’avis, répondez «\u{a0}Je ne suis pas intéressé(e)\u{a0}». Les deux sont définitifs.".to_owned()],
            button: "Répondre",
            ..Text::default()
        },
        Kind::Concluded => Text {
            subject: if company { format!("Candidat choisi\u{a0}: {mission}") } else { format!("Mission validée\u{a0}: {mission}") },
            heading: if company { "Candidat choisi" } else { "Mission validée" },
            before: vec![format!("{other} et vous avez donné votre accord\u{a0}: la collaboration démarre officiellement. Voici la suite.")],
            points: vec![
                "Vos adresses e-mail sont maintenant partagées, à côté de votre discussion.",
                "Convenez du premier jour et de vos outils. Votre discussion reste ouverte et enregistrée.",
                "Décidez ensemble de la facturation\u{a0}: payrolling SPS ou gestion indépendante.",
            ],
            after: vec![
                "Nous vous conseillons de contacter SPS pour le contrat, la facturation et le salaire.".to_owned(),
                format!("{} vérifie les profils, mais pas les contrats ni les moyens de paiement. Sans SPS, nous ne pouvons rien faire en cas de facture impayée.", told.brand),
            ],
            button: "Ouvrir la discussion",
            ..Text::default()
        },
        Kind::OtherChosen => Text {
            subject: format!("Un autre profil a été choisi\u{a0}: {mission}"),
            heading: "Un autre profil a été choisi",
            before: vec![format!("{other} a choisi un autre profil pour {mission}.")],
            after: vec!["Merci de votre intérêt. La discussion sur cette mission est fermée\u{a0}; votre candidature reste visible dans «\u{a0}Mes missions\u{a0}».".to_owned()],
            button: "Voir mes missions",
            ..Text::default()
        },
        Kind::Rejected => Text {
            subject: format!("Candidature non retenue\u{a0}: {mission}"),
            heading: "Candidature non retenue",
            before: vec![format!("{other} ne poursuit pas avec vous pour {mission}.")],
            after: vec!["La discussion sur cette mission est fermée\u{a0}; votre candidature reste visible dans «\u{a0}Mes missions\u{a0}».".to_owned()],
            button: "Voir mes missions",
            quote_intro: "Son message\u{a0}:",
            ..Text::default()
        },
        Kind::Declined => Text {
            subject: format!("{other} ne donne pas suite\u{a0}: {mission}"),
            heading: "Le freelance ne donne pas suite",
            before: vec![format!("{other} ne donne pas suite à {mission}.")],
            after: vec!["La discussion est fermée. D’autres candidats vous attendent peut-être déjà.".to_owned()],
            button: "Visualiser les candidats",
            quote_intro: "Son message\u{a0}:",
            ..Text::default()
        },
        Kind::MissionClosed => Text {
            subject: format!("Mission clôturée\u{a0}: {mission}"),
            heading: "Mission clôturée",
            before: vec![format!("La mission {mission} est clôturée\u{a0}: plus personne ne sera choisi.")],
            after: vec!["Vos échanges sont archivés\u{a0}: vous pouvez les relire, mais plus y répondre.".to_owned()],
            button: "Voir mes missions",
            ..Text::default()
        },
        Kind::MissionOnline | Kind::Certified | Kind::Refused | Kind::Withdrawn | Kind::Message => Text::default(),
    }
}

fn reminder(told: &Told) -> Text {
    let until = &told.until;
    Text {
        subject: format!("Votre réponse est attendue\u{a0}: {}", mission(told)),
        heading: "Votre réponse est attendue",
        before: vec![format!(
            "{} vous a choisi(e). La mission vous est réservée jusqu’au {until}\u{a0}; ensuite, elle revient dans la recherche.",
            told.other.first
        )],
        ..letter(Kind::Chosen, told)
    }
}
