//! French.

mod help;
mod legal;

use i18n::{Lang, elided};

use super::{Arrived, Contact, Home, Inbox, Words};

pub(super) static FR: Words = Words {
    home: HOME,
    help: help::HELP,
    contact: CONTACT,
    inbox: INBOX,
    legal: legal::LEGAL,
};

/// « 505 freelances »: a number and what it counts.
fn count(n: usize, one: &str, more: &str) -> String {
    format!(
        "{}\u{a0}{}",
        Lang::Fr.number(n as i64),
        Lang::Fr.plural(n as u64, one, more)
    )
}

const HOME: Home = Home {
    title: "Freelances vérifiés, missions suisses",
    description: |brand| {
        format!(
            "{brand} réunit freelances certifiés et entreprises en Suisse et dans les régions frontalières\u{a0}: marketing, données, informatique, RH, légal et stratégie."
        )
    },
    headline: "Freelances vérifiés. Missions suisses.",
    lead: |brand| {
        format!(
            "{brand} réunit des indépendants certifiés et des entreprises qui les cherchent, en Suisse et dans les régions frontalières."
        )
    },
    to_dashboard: "Aller à mon tableau de bord",
    want_freelance: "Je cherche un freelance",
    want_mission: "Je cherche une mission",
    proof_checked: "Permis et domicile contrôlés",
    proof_where: "Suisse et régions frontalières",
    proof_payroll: "Payrolling {payroll} à la carte",
    art_title: "Chaque profil est examiné",
    art_text: "Par notre équipe, avant d’être visible",
    art_badge: "Profil certifié",
    trades: "Quatre métiers du tertiaire",
    certified_count: |n| count(n, "freelance certifié", "freelances certifiés"),
    freelances_count: |n| count(n, "freelance", "freelances"),
    categories: [
        "Marque, contenu, SEO, événementiel",
        "Produit, développement, données, cloud",
        "Recrutement, paie, contrats, nLPD",
        "Projet, finance, transition, conseil",
    ],
    other_trade: "Votre métier n’y figure pas\u{a0}? Notre groupe de placement couvre d’autres domaines.",
    other_trade_link: "Écrivez\u{2011}nous, nous vous orientons",
    newest: "Les dernières missions",
    all_missions: |n| match n {
        1 => "Voir la mission".to_owned(),
        n => format!("Voir les {} missions", Lang::Fr.number(n as i64)),
    },
    flow: "Deux clics pour se trouver, deux pour s’engager",
    steps: [
        (
            "Un intérêt",
            "«\u{a0}Cette mission m’intéresse\u{a0}» ou «\u{a0}Ce profil m’intéresse\u{a0}»\u{a0}: l’autre partie reçoit votre proposition.",
        ),
        (
            "Une discussion",
            "Vous êtes intéressés tous les deux\u{a0}? La messagerie s’ouvre. Posez vos questions, sans engagement.",
        ),
        (
            "Une validation",
            "Le freelance postule, l’entreprise choisit. La collaboration démarre officiellement.",
        ),
        (
            "Un contrat",
            "{payroll} s’occupe du contrat, de la facturation et du salaire. Ou vous gérez tout vous-mêmes.",
        ),
    ],
    certified: "Des profils certifiés, un par un",
    certified_lead: "Personne n’apparaît ici sans que notre équipe ait regardé. Et personne n’en voit plus que nécessaire.",
    certified_facts: [
        (
            "Freelances",
            "Permis de travail et justificatif de domicile examinés avant publication",
        ),
        (
            "Entreprises",
            "Numéro d’immatriculation suisse vérifié avant la première mission",
        ),
        (
            "Visiteurs",
            "Voient un secteur, une ville et cinq expertises, jamais un nom",
        ),
        (
            "Membres",
            "Les entreprises certifiées voient le profil complet, les freelances certifiés la mission complète",
        ),
    ],
    all_freelances: "Parcourir les profils",
    payroll: "Facturer sans y penser",
    payroll_lead: "Avec le payrolling {payroll}, vous restez freelance et vous êtes salarié\u{a0}: le contrat, la facturation et le salaire sont pris en charge par un expert dédié.",
    payroll_facts: [
        ("Contrat", "Créé et géré pour vous, avec l’entreprise"),
        ("Facturation", "Envoyée à l’entreprise et suivie par {payroll}"),
        ("Salaire", "Calculé et versé par {payroll}"),
        (
            "Coût",
            "Un pourcentage du tarif. Jamais obligatoire\u{a0}: vous choisissez mission par mission",
        ),
    ],
    payroll_more: "En savoir plus sur le payrolling",
    questions: "Questions fréquentes",
    answers: [
        (
            "Qui peut utiliser {brand}\u{a0}?",
            "Les freelances du tertiaire avec un permis de travail valide, ou en cours de validation, et un justificatif de domicile. Côté entreprises, un numéro d’immatriculation suisse suffit.",
        ),
        (
            "Comment mon profil est-il certifié\u{a0}?",
            "Vous téléversez vos documents obligatoires. Notre équipe les examine, puis rend votre profil visible.",
        ),
        (
            "Qui voit mon profil\u{a0}?",
            "Les visiteurs voient votre secteur, votre ville et cinq compétences. Le profil complet est réservé aux entreprises membres.",
        ),
        (
            "Le payrolling est-il obligatoire\u{a0}?",
            "Non. Vous choisissez mission par mission entre {payroll} et votre propre facturation.",
        ),
    ],
    all_questions: "Toutes les questions",
    begin: "Prêt à commencer\u{a0}?",
    see_missions: "Voir les missions",
};

const CONTACT: Contact = Contact {
    title: "Nous contacter",
    description: |brand| format!("Écrire à l’équipe {}.", elided("de", brand)),
    lead: "Une question, une demande, quelque chose qui ne va pas\u{a0}? Une personne de notre équipe vous lit et vous répond.",
    topic: "Sujet",
    topic_hint: "Pour un numéro d’immatriculation, indiquez dans le message l’ancien et le nouveau.",
    topic_first: "Choisissez un sujet",
    name: "Votre nom",
    email: "Votre adresse e-mail",
    email_hint: "Nous vous répondons à cette adresse. Elle ne sert à rien d’autre.",
    message: "Votre message",
    message_hint: "Entre 20 et 4’000 caractères.",
    send: "Envoyer le message",
    sent: "Votre message est enregistré",
    sent_text: "Notre équipe le lira et vous répondra par e-mail, à l’adresse que vous avez indiquée. Une confirmation y arrive déjà\u{a0}: si elle manque, regardez parmi vos courriers indésirables, puis vérifiez l’adresse.",
    back_home: "Retour à l’accueil",
    topics: [
        "Question générale",
        "Mon compte ou ma connexion",
        "Certification et documents",
        "Numéro d’immatriculation",
        "Payrolling et facturation",
        "Métier hors des quatre catégories",
        "Contenu à signaler",
        "Autre sujet",
    ],
    letter: Arrived {
        heading: "Votre message est arrivé",
        read: "Une personne de notre équipe le lit et vous répond à cette adresse. Vous n’avez rien d’autre à faire.",
        meanwhile: "En attendant, l’aide répond peut-être déjà à votre question.",
        button: "Ouvrir l’aide",
        reason: "Vous recevez cet e-mail car cette adresse a été indiquée dans «\u{a0}Nous contacter\u{a0}» sur {brand}. Ce n’était pas vous\u{a0}? Vous pouvez l’ignorer.",
    },
};

const INBOX: Inbox = Inbox {
    title: "Messages reçus",
    waiting: |n| match n {
        0 => "Tout est traité".to_owned(),
        n => format!("{n} à traiter"),
    },
    empty: "Aucun message",
    empty_text: "Ce qui est écrit par «\u{a0}Nous contacter\u{a0}» arrive ici.",
    member: "Compte connecté",
    handle: "Marquer comme traité",
    handled: |when| format!("Traité · {when}"),
    said_handled: "Le message est marqué comme traité.",
    older: "Messages plus anciens",
    newest: "Revenir aux plus récents",
    pages: "Pages de messages",
};
