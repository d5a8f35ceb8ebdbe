//! Français.

use i18n::{Lang, elided};
use swiss::UidFault;

use super::{
    DossierPage, Fault, FormWords, LetterWords, Locked, News, OwnPage, QueuePage, Stage, Text, Words,
};
use crate::{
    Standing,
    rules::{Decision, Ground, Paper, Permit, Refusal},
    store::Tab,
};

pub(super) static FR: Words = Words {
    locked: Locked {
        title: "Cette page est réservée aux membres certifiés.",
        text: "Elle s’ouvre avec votre certification, comme les missions, les profils complets et la messagerie.",
        label: "Voir mon dossier",
    },
    standing: |standing, company| match (standing, company) {
        (Standing::Draft, false) => "Documents à envoyer",
        (Standing::Draft, true) => "Numéro à envoyer",
        (Standing::ToContact, _) => "Prise de contact demandée",
        (Standing::InReview, false) => "Documents en cours d’examen",
        (Standing::InReview, true) => "Numéro en cours de vérification",
        (Standing::Certified, false) => "Profil certifié",
        (Standing::Certified, true) => "Entreprise certifiée",
        (Standing::Refused, _) => "Certification refusée",
    },
    permit: |permit| match permit {
        Permit::Swiss => "Carte d’identité ou passeport suisse",
        Permit::B => "Permis B, séjour",
        Permit::C => "Permis C, établissement",
        Permit::L => "Permis L, courte durée",
        Permit::G => "Permis G, frontalier",
        Permit::Ci => "Permis Ci",
        Permit::Nfs => "Permis N, F ou S",
        Permit::Pending => "Attestation d’une demande en cours",
    },
    paper: |paper| match paper {
        Paper::Permit => "Permis de travail",
        Paper::Address => "Justificatif de domicile",
    },
    ground: |ground, company| match (ground, company) {
        (Ground::Documents, false) => "Vos documents obligatoires ne sont pas à jour",
        (Ground::Documents, true) => "Votre numéro d’immatriculation n’est pas à jour",
        (Ground::Profile, false) => "Votre profil ne correspond pas à la plateforme",
        (Ground::Profile, true) => "Votre entreprise ne correspond pas à la plateforme",
    },
    refusal: |refusal| match refusal {
        Refusal::AlreadyCertified => {
            "Votre profil est certifié\u{a0}: vos documents ne se modifient plus ici. Écrivez-nous pour un changement."
        }
        Refusal::Overtaken => {
            "Ce dossier a changé pendant votre examen. Relisez-le tel qu’il est maintenant, puis décidez."
        }
        Refusal::PermitEnded => {
            "Le permis est échu\u{a0}: il ne peut pas être certifié. Demandez un document à jour."
        }
    },
    quote: |text| format!("«\u{a0}{text}\u{a0}»"),
    fault: Fault {
        uid,
        unknown_place: |near| {
            match near {
            [] => "Cette localité n’est ni en Suisse ni dans une région frontalière. Exemple\u{a0}: 1003 Lausanne.".to_owned(),
            near => format!("Précisez la localité, par exemple {}.", near.join(", ")),
        }
        },
        seat_abroad: "Indiquez la localité du siège en Suisse.",
        ended: "Ce document est échu. Envoyez-en un qui est encore valable.",
    },
    own: OwnPage {
        title: "Certification",
        lead: |standing, company| match (standing, company) {
            (Standing::Draft, false) => "Envoyez deux documents, et notre équipe certifie votre profil.",
            (Standing::Draft, true) => {
                "Indiquez votre numéro d’immatriculation, et notre équipe certifie votre entreprise."
            }
            (Standing::ToContact, _) => "Notre équipe vous contacte pour créer avec vous votre profil.",
            (Standing::InReview, false) => {
                "Nous examinons vos documents. Vous recevrez la réponse par e-mail."
            }
            (Standing::InReview, true) => "Nous vérifions votre numéro. Vous recevrez la réponse par e-mail.",
            (Standing::Certified, false) => "Tout est ouvert\u{a0}: consultez les missions et postulez.",
            (Standing::Certified, true) => {
                "Tout est ouvert\u{a0}: publiez vos missions et contactez des freelances."
            }
            (Standing::Refused, false) => "Il nous manque quelque chose pour certifier votre profil.",
            (Standing::Refused, true) => "Il nous manque quelque chose pour certifier votre entreprise.",
        },
        go_on: "Tableau de bord",
        progress: "Où en est votre dossier",
        stages: |company| {
            if company {
                [
                    Stage {
                        title: "Votre numéro d’immatriculation",
                        text: "À envoyer avec le formulaire de cette page.",
                    },
                    Stage {
                        title: "Vérification par notre équipe",
                        text: "Nous comparons avec le registre officiel.",
                    },
                    Stage {
                        title: "Entreprise certifiée et visible",
                        text: "Vous pourrez publier vos missions et consulter les profils.",
                    },
                ]
            } else {
                [
                    Stage {
                        title: "Vos documents",
                        text: "À envoyer avec le formulaire de cette page.",
                    },
                    Stage {
                        title: "Examen par notre équipe",
                        text: "Une personne de l’équipe lit vos documents.",
                    },
                    Stage {
                        title: "Profil certifié et visible",
                        text: "Vous pourrez consulter les missions et échanger avec les entreprises.",
                    },
                ]
            }
        },
        by_team: |day| format!("Notre équipe, le {day}"),
        to_contact: "Nous avons noté votre demande",
        to_contact_text: "Vous recevrez un e-mail de notre équipe. Dès que vous avez un permis, complétez le formulaire ci-dessous.",
        documents: "Documents envoyés",
        declared: "Ce que vous avez déclaré",
        download: |name| format!("Télécharger {name}"),
        download_short: "Télécharger",
        change: "Une donnée a changé\u{a0}? Notre équipe la modifie pour vous.",
        hand_in: |standing, company| match (standing, company) {
            (Standing::Draft, false) => "Envoyer mes documents",
            (Standing::Draft, true) => "Présenter mon entreprise",
            (Standing::ToContact, _) => "Envoyer mes documents maintenant",
            (Standing::InReview, _) => "Corriger mon dossier",
            (Standing::Certified | Standing::Refused, _) => "Corriger et renvoyer",
        },
        until: "En attendant votre certification",
        closed: |company| {
            if company {
                [
                    (
                        "eye-off",
                        Stage {
                            title: "Profil invisible",
                            text: "Les freelances ne vous voient pas encore.",
                        },
                    ),
                    (
                        "lock",
                        Stage {
                            title: "Missions en brouillon",
                            text: "Préparez-les\u{a0}: vous les publierez ensuite.",
                        },
                    ),
                    (
                        "message-square-off",
                        Stage {
                            title: "Messagerie fermée",
                            text: "Elle s’ouvre avec votre première discussion.",
                        },
                    ),
                ]
            } else {
                [
                    (
                        "eye-off",
                        Stage {
                            title: "Profil invisible",
                            text: "Les entreprises ne le voient pas encore.",
                        },
                    ),
                    (
                        "lock",
                        Stage {
                            title: "Missions verrouillées",
                            text: "Vous n’en voyez qu’un aperçu.",
                        },
                    ),
                    (
                        "message-square-off",
                        Stage {
                            title: "Messagerie fermée",
                            text: "Elle s’ouvre avec votre première discussion.",
                        },
                    ),
                ]
            }
        },
        need: "Ce qu’il vous faut",
        needed: |company| {
            if company {
                [
                    (
                        "building-2",
                        Stage {
                            title: "Un numéro d’immatriculation (IDE)",
                            text: "Nos équipes le vérifient dans le registre officiel.",
                        },
                    ),
                    (
                        "user",
                        Stage {
                            title: "Une personne de contact",
                            text: "Celle que nous appelons en cas de question.",
                        },
                    ),
                ]
            } else {
                [
                    (
                        "file-check",
                        Stage {
                            title: "Votre permis de travail",
                            text: "Ou une pièce d’identité suisse, ou l’attestation d’une demande en cours.",
                        },
                    ),
                    (
                        "house",
                        Stage {
                            title: "Un justificatif de domicile",
                            text: "Attestation, bail ou facture récente à votre nom.",
                        },
                    ),
                ]
            }
        },
        why: "Pourquoi ces données",
        reasons: |company| {
            if company {
                [
                    "Certifier votre profil et le rendre public",
                    "Vous contacter lorsque vous souhaitez échanger avec un freelance",
                    "Vous mettre en relation avec des freelances correspondant à vos missions",
                ]
            } else {
                [
                    "Certifier votre profil et le rendre public",
                    "Vous contacter lorsque vous recevez un projet pertinent",
                    "Vous mettre en relation avec des clients qui recherchent vos compétences",
                ]
            }
        },
        kept: |company| {
            if company {
                "Seuls notre équipe et vous voyez ce dossier."
            } else {
                "Vos documents sont gardés chiffrés. Seuls notre équipe et vous pouvez les ouvrir, et chaque lecture par l’équipe est notée."
            }
        },
        said_sent: "Votre dossier est chez notre équipe. Vous recevrez la réponse par e-mail.",
        said_to_contact: "C’est noté\u{a0}: notre équipe vous contactera.",
    },
    form: FormWords {
        identity: "Votre identité",
        first: "Prénom officiel",
        last: "Nom officiel",
        legal_name: "Nom officiel",
        permit: "Permis de travail",
        permit_kind: "Type de document",
        permit_kind_hint: "Celui que vous joignez.",
        permit_choose: "Choisissez",
        permit_until: |permit, day| format!("{permit}, jusqu’au {day}"),
        contact_me: "Je n’ai pas encore de permis de travail et je souhaite être contacté(e)",
        valid_until: "Valable jusqu’au",
        valid_until_hint: "Inutile pour un document suisse ou un permis C.",
        address: "Votre domicile",
        street: "Rue et numéro",
        street_hint: |company| {
            if company {
                "Comme au registre du commerce."
            } else {
                "Comme sur le justificatif."
            }
        },
        place: "NPA et localité",
        place_hint: "Exemple\u{a0}: 1003 Lausanne.",
        file: |paper, again| match (paper, again) {
            (Paper::Permit, false) => "Permis, recto et verso",
            (Paper::Permit, true) => "Nouveau permis, recto et verso",
            (Paper::Address, false) => "Justificatif de domicile",
            (Paper::Address, true) => "Nouveau justificatif de domicile",
        },
        file_hint: |most| format!("PDF, JPG, PNG ou WebP, {most} au maximum."),
        file_missing: |paper| match paper {
            Paper::Permit => "Ajoutez votre permis, ou cochez la case si vous n’en avez pas encore.",
            Paper::Address => "Ajoutez votre justificatif de domicile.",
        },
        files_again: "Rien n’a été enregistré. Votre navigateur ne garde pas les fichiers\u{a0}: choisissez-les à nouveau.",
        firm: "Votre entreprise",
        company: "Raison sociale",
        company_hint: "Comme au registre du commerce.",
        uid: "Numéro d’immatriculation (IDE)",
        uid_short: "Numéro IDE",
        uid_hint: "Au format CHE-000.000.000.",
        contact_person: "Personne de contact",
        contact_person_hint: "Prénom et nom.",
        seat: "Votre siège",
        send: "Envoyer mon dossier",
        help: "Demander de l’aide",
    },
    queue: QueuePage {
        title: "À examiner",
        tabs: "File d’attente",
        tab: |tab| match tab {
            Tab::Freelances => "Freelances",
            Tab::Companies => "Entreprises",
            Tab::ToContact => "À contacter",
            Tab::Handled => "Traités",
        },
        empty: "Personne n’attend ici.",
        first: "Début de la liste",
        viewer: "Document affiché",
        choose: "Choisissez un dossier dans la liste.",
    },
    dossier: DossierPage {
        waiting: |ago| format!("Reçu {ago}"),
        documents: "Documents",
        about: |name, size, received| format!("{name}, {size}, reçu le {received}"),
        alt: |paper, name| format!("{paper} {}", elided("de", name)),
        pdf: "Un PDF s’ouvre hors de cette page. Chaque téléchargement est noté.",
        no_documents: "Aucun document n’a été envoyé.",
        open_text: "Choisissez le document à lire. Chaque lecture est notée.",
        register_text: "Comparez le numéro, le nom et le siège avec le registre officiel.",
        register: "Ouvrir le registre IDE",
        permit_ended: "Le permis est échu.",
        namesakes: |n| {
            Lang::Fr.plural(
                n,
                "Un autre compte a déclaré le même numéro.".to_owned(),
                format!("{n} autres comptes ont déclaré le même numéro."),
            )
        },
        submitted: "Reçu le",
        contacted: "Contact pris le",
        certified: "Certifié le",
        last_refusal: "Dernier refus",
        last_ground: "Motif du dernier refus",
        read: "Lectures",
        readings: |times, last| {
            Lang::Fr.plural(
                times,
                format!("1, le {last}"),
                format!("{times}, la dernière le {last}"),
            )
        },
        checks: "À contrôler",
        check: |company| {
            if company {
                [
                    "Numéro inscrit et actif au registre",
                    "Raison sociale identique",
                    "Siège identique",
                ]
            } else {
                [
                    "Nom identique sur les deux documents",
                    "Permis lisible, recto et verso, encore valable",
                    "Adresse identique et récente",
                ]
            }
        },
        certify: "Certifier",
        contact_text: "Cette personne n’a pas encore de permis et souhaite un contact.",
        contact: "Contact pris",
        refuse: "Refuser le dossier",
        withdraw: "Retirer la certification",
        withdraw_text: "Le profil et les missions quittent la recherche dès maintenant.",
        ground: "Motif",
        ground_choose: "Choisissez",
        message: "Message envoyé à la personne",
        message_hint: "Dites ce qui manque et comment le corriger.",
        refuse_send: "Refuser et prévenir",
        withdraw_send: "Retirer et prévenir",
        number: "Corriger le numéro",
        number_text: "À la demande de l’entreprise, après contrôle dans le registre. La certification reste.",
        number_send: "Enregistrer le numéro",
        said: |decision, before, name| match decision {
            Decision::Certify => {
                format!(
                    "Le profil {} est certifié. La personne est prévenue par e-mail.",
                    elided("de", name)
                )
            }
            Decision::Refuse(..) if before == Standing::Certified => {
                format!(
                    "La certification {} est retirée. La personne est prévenue par e-mail.",
                    elided("de", name)
                )
            }
            Decision::Refuse(..) => {
                format!(
                    "Le dossier {} est refusé. La personne est prévenue par e-mail.",
                    elided("de", name)
                )
            }
            Decision::CorrectNumber(uid) => format!("Le numéro {} est maintenant {uid}.", elided("de", name)),
            Decision::NoteContact => format!("C’est noté\u{a0}: le contact avec {name} est pris."),
        },
    },
    letter: LetterWords {
        text,
        message_intro: "Le message de notre équipe\u{a0}:",
        reason: |brand| {
            format!("Vous recevez cet e-mail car il concerne la certification de votre compte {brand}.")
        },
    },
};

fn uid(fault: UidFault) -> String {
    match fault {
        UidFault::Empty => {
            "Indiquez votre numéro d’immatriculation. Exemple\u{a0}: CHE-000.000.000.".to_owned()
        }
        UidFault::WrongPrefix => {
            "Un numéro suisse commence par CHE. Exemple\u{a0}: CHE-000.000.000.".to_owned()
        }
        UidFault::FormerNumber => {
            "C’est l’ancien numéro du registre du commerce. Indiquez le numéro IDE, qui commence par CHE."
                .to_owned()
        }
        UidFault::NotDigits { found } => {
            format!("«\u{a0}{found}\u{a0}» n’est pas un chiffre. Exemple\u{a0}: CHE-000.000.000.")
        }
        UidFault::WrongLength { digits } if digits < 9 => Lang::Fr.plural(
            (9 - digits) as u64,
            "Il manque un chiffre. Exemple\u{a0}: CHE-000.000.000.".to_owned(),
            format!(
                "Il manque {} chiffres. Exemple\u{a0}: CHE-000.000.000.",
                9 - digits
            ),
        ),
        UidFault::WrongLength { .. } => "Il y a trop de chiffres\u{a0}: il en faut neuf.".to_owned(),
        UidFault::UnknownSuffix => {
            "Après les neuf chiffres, seuls TVA, MWST ou IVA peuvent suivre.".to_owned()
        }
        UidFault::CheckDigit => "Ce numéro n’existe pas\u{a0}: vérifiez chaque chiffre.".to_owned(),
    }
}

fn text(news: &News, brand: &str) -> Text {
    match news {
        News::Received { company } => Text {
            subject: "Votre dossier est arrivé".to_owned(),
            heading: "Votre dossier est arrivé",
            before: vec![
                if *company {
                    "Merci. Notre équipe vérifie votre numéro d’immatriculation."
                } else {
                    "Merci. Notre équipe examine vos documents."
                }
                .to_owned(),
            ],
            after: vec![
                if *company {
                    "Vous recevrez la réponse par e-mail. D’ici là, vous pouvez présenter votre entreprise et préparer vos missions."
                } else {
                    "Vous recevrez la réponse par e-mail. D’ici là, vous pouvez compléter votre profil."
                }
                .to_owned(),
            ],
            button: "Voir mon dossier",
        },
        News::Certified { company } => Text {
            subject: if *company {
                format!("Votre entreprise est certifiée sur {brand}")
            } else {
                format!("Votre profil est certifié sur {brand}")
            },
            heading: if *company { "Votre entreprise est certifiée" } else { "Votre profil est certifié" },
            before: vec![
                if *company {
                    "Vous pouvez consulter les profils des freelances et publier votre première mission. Les freelances membres y découvrent votre entreprise."
                } else {
                    "Vous pouvez consulter les missions et postuler. Les entreprises membres trouvent votre profil dès qu’il indique votre métier, votre secteur et votre ville."
                }
                .to_owned(),
            ],
            after: Vec::new(),
            button: if *company { "Ouvrir mon tableau de bord" } else { "Ouvrir mon profil" },
        },
        News::Refused { company, withdrawn, ground, .. } => refused(*company, *withdrawn, *ground),
    }
}

fn refused(company: bool, withdrawn: bool, ground: Option<Ground>) -> Text {
    let heading = if withdrawn {
        "Votre certification est retirée"
    } else {
        "Votre certification est refusée"
    };
    let hidden = match (withdrawn, company) {
        (true, true) => {
            "Votre entreprise et vos missions ne sont plus visibles, et vos candidatures en cours sont suspendues."
        }
        (true, false) => "Votre profil n’est plus visible, et vos candidatures en cours sont suspendues.",
        (false, true) => "Votre profil et vos missions ne sont pas visibles.",
        (false, false) => "Votre profil n’est pas visible.",
    };
    Text {
        subject: heading.to_owned(),
        heading,
        before: ground
            .iter()
            .map(|ground| format!("{}.", (FR.ground)(*ground, company)))
            .collect(),
        after: vec![format!(
            "{hidden} Vous pouvez corriger votre dossier et le renvoyer\u{a0}: ce que vous avez déjà indiqué est gardé."
        )],
        button: "Corriger mon dossier",
    }
}
