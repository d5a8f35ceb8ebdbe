//! The legal pages in French.

use crate::words::{
    Document, Legal, Matter,
    Say::{List, Text},
};

pub(super) const LEGAL: Legal = Legal {
    pages: "Pages légales",
    to_complete: "À compléter par l’exploitant",
    terms: Document {
        title: "Conditions d’utilisation",
        lead: "Ce à quoi chacun peut s’attendre sur {brand}, en peu de mots.",
        matters: &[
            Matter {
                title: "De quoi il s’agit",
                says: &[Text(
                    "{brand} met en relation des freelances du secteur tertiaire et des entreprises, en Suisse et dans les régions frontalières. La plateforme est exploitée par {operator}. En créant un compte, vous acceptez ces conditions.",
                )],
            },
            Matter {
                title: "Votre compte",
                says: &[List(&[
                    "Ce que vous indiquez est exact, et vous le tenez à jour.",
                    "Vous gardez votre mot de passe pour vous.",
                    "Vous pouvez quitter la plateforme en tout temps.",
                ])],
            },
            Matter {
                title: "Certification",
                says: &[Text(
                    "Notre équipe examine les documents et numéros remis avant de rendre un profil ou une mission visible. Elle peut refuser une inscription, en indiquant la raison, et supprimer un compte dont le contenu n’a pas sa place sur la plateforme. La certification porte sur le profil\u{a0}; elle ne garantit ni la qualité d’un travail, ni un paiement.",
                )],
            },
            Matter {
                title: "Sélection et collaboration",
                says: &[Text(
                    "«\u{a0}Je postule\u{a0}», «\u{a0}Choisir ce candidat\u{a0}», «\u{a0}Écarter ce candidat\u{a0}» et «\u{a0}Je ne suis pas intéressé(e)\u{a0}» sont des décisions définitives. Lorsque les deux parties ont validé, elles conviennent entre elles de leur contrat. {brand} n’est pas partie à ce contrat.",
                )],
            },
            Matter {
                title: "Facturation",
                says: &[Text(
                    "{brand} n’émet aucune facture entre une entreprise et un freelance, et ne vérifie ni les contrats ni les moyens de paiement. Le payrolling {payroll} est recommandé, jamais obligatoire. Pour une solution externe, {brand} décline toute responsabilité, notamment en cas de non-paiement.",
                )],
            },
            Matter {
                title: "Contenus et confidentialité",
                says: &[Text(
                    "Vous ne publiez que ce que vous avez le droit de publier, et rien de trompeur ni d’illicite. Ce que vous apprenez ici sur une personne ou une entreprise ne sert qu’à la mission concernée.",
                )],
            },
            Matter {
                title: "Droit applicable",
                says: &[Text("Le droit suisse s’applique.")],
            },
        ],
        missing: &[
            "raison sociale et siège de l’exploitant\u{a0};",
            "for juridique et date d’entrée en vigueur\u{a0};",
            "relecture par un juriste\u{a0}: ce texte est un point de départ, pas un avis de droit.",
        ],
    },
    privacy: Document {
        title: "Protection des données",
        lead: "Quelles données nous utilisons, pourquoi, et qui les voit.",
        matters: &[
            Matter {
                title: "Qui est responsable",
                says: &[Text(
                    "{operator} est responsable du traitement, selon la loi suisse sur la protection des données. Pour toute question, utilisez «\u{a0}Nous contacter\u{a0}».",
                )],
            },
            Matter {
                title: "Quelles données",
                says: &[List(&[
                    "votre compte\u{a0}: adresse e-mail, langue, empreinte de votre mot de passe (jamais le mot de passe lui-même)\u{a0};",
                    "votre profil ou votre entreprise\u{a0}: ce que vous y écrivez\u{a0};",
                    "les documents et numéros remis pour la certification\u{a0};",
                    "vos missions, candidatures et messages\u{a0};",
                    "ce que vous nous écrivez par «\u{a0}Nous contacter\u{a0}».",
                ])],
            },
            Matter {
                title: "Pourquoi",
                says: &[Text(
                    "Pour certifier votre profil et le rendre public, pour vous contacter, et pour vous mettre en relation. Pour rien d’autre\u{a0}: vos données ne sont ni vendues, ni utilisées pour de la publicité.",
                )],
            },
            Matter {
                title: "Qui voit quoi",
                says: &[List(&[
                    "Visiteurs\u{a0}: d’un freelance, le secteur, la ville et cinq expertises\u{a0}; d’une mission, le nom et le logo.",
                    "Entreprises certifiées\u{a0}: le profil complet des freelances.",
                    "Freelances certifiés\u{a0}: les missions et entreprises complètes.",
                    "Votre adresse e-mail\u{a0}: l’autre partie, une fois la collaboration conclue.",
                    "Vos documents obligatoires\u{a0}: vous et notre équipe, qui les ouvre pour les examiner. Ils sont chiffrés.",
                    "{payroll}\u{a0}: rien sans votre accord.",
                ])],
            },
            Matter {
                title: "Cookies",
                says: &[Text(
                    "Ce site n’utilise que des cookies nécessaires\u{a0}: votre session, la protection de vos formulaires et vos choix d’affichage. Ni mesure d’audience, ni contenu de tiers.",
                )],
            },
            Matter {
                title: "Vos droits",
                says: &[Text(
                    "Vous pouvez demander l’accès à vos données, leur rectification ou leur suppression. Écrivez-nous par «\u{a0}Nous contacter\u{a0}». Vous pouvez aussi vous adresser au Préposé fédéral à la protection des données et à la transparence.",
                )],
            },
        ],
        missing: &[
            "adresse postale du responsable, et son représentant s’il y a lieu\u{a0};",
            "lieu d’hébergement et sous-traitants (serveurs, e-mail)\u{a0};",
            "durées de conservation, y compris des sauvegardes et des journaux techniques.",
        ],
    },
    imprint: Document {
        title: "Mentions légales",
        lead: "Qui exploite {brand}, et d’où viennent les données de référence.",
        matters: &[
            Matter {
                title: "Exploitant",
                says: &[
                    Text("{operator}"),
                    Text("Pour nous joindre\u{a0}: «\u{a0}Nous contacter\u{a0}», au bas de chaque page."),
                ],
            },
            Matter {
                title: "Sources des données",
                says: &[
                    Text(
                        "Métiers, compétences, lieux et noms de logiciels viennent de données publiques, parfois remaniées\u{a0}:",
                    ),
                    List(&SOURCES),
                ],
            },
            Matter {
                title: "Dessins et caractères",
                says: &[Text(
                    "Icônes Lucide, licence ISC. Caractères Instrument Sans, SIL Open Font License 1.1.",
                )],
            },
        ],
        missing: &[
            "raison sociale complète, forme juridique et adresse postale\u{a0};",
            "numéro d’immatriculation (IDE) et registre du commerce\u{a0};",
            "adresse e-mail directe et personne responsable.",
        ],
    },
};

/// The wording that the sources ask for, in French where they give it in French.
const SOURCES: [&str; 5] = [
    "Ce service utilise la classification ESCO de la Commission européenne (CC BY 4.0).",
    "Source\u{a0}: Office fédéral de topographie swisstopo",
    "GeoNames, CC BY 4.0",
    "O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration, CC BY 4.0, remaniée",
    "Thèmes de GitHub, CC BY 4.0, remaniés",
];
