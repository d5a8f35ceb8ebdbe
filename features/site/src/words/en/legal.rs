//! The legal pages in English.

use crate::words::{
    Document, Legal, Matter,
    Say::{List, Text},
};

pub(super) const LEGAL: Legal = Legal {
    pages: "Legal pages",
    to_complete: "To be completed by the operator",
    terms: Document {
        title: "Terms of use",
        lead: "What everyone may expect on {brand}, in few words.",
        matters: &[
            Matter {
                title: "What this is",
                says: &[Text(
                    "{brand} puts service-sector freelances and companies in touch, in Switzerland and its border regions. The platform is run by {operator}. By creating an account you accept these terms.",
                )],
            },
            Matter {
                title: "Your account",
                says: &[List(&[
                    "What you tell us is correct, and you keep it up to date.",
                    "You keep your password to yourself.",
                    "You may leave the platform at any time.",
                ])],
            },
            Matter {
                title: "Certification",
                says: &[Text(
                    "Our team examines the documents and numbers handed in before a profile or a mission becomes visible. It may refuse a registration, saying why, and delete an account whose content has no place on the platform. Certification concerns the profile; it guarantees neither the quality of work nor a payment.",
                )],
            },
            Matter {
                title: "Selection and collaboration",
                says: &[Text(
                    "“I am applying”, “Choose this candidate”, “Reject this candidate” and “I’m not interested” are final decisions. Once both sides have validated, they agree on their contract between themselves. {brand} is not a party to it.",
                )],
            },
            Matter {
                title: "Invoicing",
                says: &[Text(
                    "{brand} issues no invoice between a company and a freelance, and verifies neither contracts nor means of payment. {payroll} payrolling is recommended, never required. For an external solution {brand} accepts no liability, in particular if somebody does not pay.",
                )],
            },
            Matter {
                title: "Content and confidentiality",
                says: &[Text(
                    "You publish only what you have the right to publish, and nothing misleading or unlawful. What you learn here about a person or a company serves the mission concerned and nothing else.",
                )],
            },
            Matter {
                title: "Applicable law",
                says: &[Text("Swiss law applies.")],
            },
        ],
        missing: &[
            "the operator’s registered name and seat;",
            "the place of jurisdiction and the date of entry into force;",
            "a lawyer’s review: this text is a starting point, not legal advice.",
        ],
    },
    privacy: Document {
        title: "Data protection",
        lead: "Which data we use, why, and who sees them.",
        matters: &[
            Matter {
                title: "Who is responsible",
                says: &[Text(
                    "{operator} is the controller under the Swiss data protection act. For any question, use “Contact us”.",
                )],
            },
            Matter {
                title: "Which data",
                says: &[List(&[
                    "your account: e-mail address, language, a hash of your password (never the password itself);",
                    "your profile or your company: what you write there;",
                    "the documents and numbers handed in for certification;",
                    "your missions, applications and messages;",
                    "what you write to us through “Contact us”.",
                ])],
            },
            Matter {
                title: "Why",
                says: &[Text(
                    "To certify your profile and make it public, to contact you, and to put you in touch with others. For nothing else: your data are neither sold nor used for advertising.",
                )],
            },
            Matter {
                title: "Who sees what",
                says: &[List(&[
                    "Visitors: of a freelance, the sector, the town and five skills; of a mission, the name and the logo.",
                    "Certified companies: the whole profile of freelances.",
                    "Certified freelances: missions and companies in full.",
                    "Your e-mail address: the other side, once a collaboration is concluded.",
                    "Your mandatory documents: you and our team, who open them to examine them. They are encrypted.",
                    "{payroll}: nothing without your consent.",
                ])],
            },
            Matter {
                title: "Cookies",
                says: &[Text(
                    "This site uses only the cookies it needs: your session, the protection of your forms and your display choices. No audience measurement, no third-party content.",
                )],
            },
            Matter {
                title: "Your rights",
                says: &[Text(
                    "You may ask to see your data, to have them corrected or deleted. Write to us through “Contact us”. You may also turn to the Federal Data Protection and Information Commissioner.",
                )],
            },
        ],
        missing: &[
            "the controller’s postal address, and representative if there is one;",
            "the place of hosting and the processors (servers, e-mail);",
            "how long data are kept, backups and technical logs included.",
        ],
    },
    imprint: Document {
        title: "Imprint",
        lead: "Who runs {brand}, and where its reference data come from.",
        matters: &[
            Matter {
                title: "Operator",
                says: &[
                    Text("{operator}"),
                    Text("To reach us: “Contact us”, at the foot of every page."),
                ],
            },
            Matter {
                title: "Sources of data",
                says: &[
                    Text(
                        "Occupations, skills, places and names of software come from public data, some of them modified:",
                    ),
                    List(&SOURCES),
                ],
            },
            Matter {
                title: "Drawings and type",
                says: &[Text(
                    "Lucide icons, ISC licence. Instrument Sans typeface, SIL Open Font License 1.1.",
                )],
            },
        ],
        missing: &[
            "the full registered name, legal form and postal address;",
            "the registration number (UID) and commercial register;",
            "a direct e-mail address and the person responsible.",
        ],
    },
};

/// The wording that the sources ask for.
const SOURCES: [&str; 5] = [
    "This service uses the ESCO classification of the European Commission (CC BY 4.0).",
    "Source: Federal Office of Topography swisstopo",
    "GeoNames, CC BY 4.0",
    "O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration, CC BY 4.0, modified",
    "GitHub topics, CC BY 4.0, modified",
];
