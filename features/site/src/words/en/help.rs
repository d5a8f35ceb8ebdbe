//! The help page in English.

use crate::words::{
    Chapter, Help, Part, Question,
    Say::{List, PayrollRate, PayrollSite, Text},
};

pub(super) const HELP: Help = Help {
    title: "Help",
    description: |brand| {
        format!(
            "How {brand} works: registration, certification, missions, validation, invoicing and settings, for freelances and for companies."
        )
    },
    lead: "All you need to know, for freelances and for companies.",
    chapters: "Chapters",
    not_found: "Can’t find what you are looking for?",
    not_found_text: "Write to us: someone from our team will answer.",
    contact: "Contact us",
    parts: [GENERAL, FREELANCES, COMPANIES],
    payroll_rate: |percent| format!("{{payroll}} takes {percent}% of the day rate."),
    payroll_site: "More about {payroll}",
};

const GENERAL: Part = Part {
    id: "general",
    title: "The selection, step by step",
    chapters: &[Chapter {
        id: "statuses",
        title: "Statuses",
        questions: &[
            Question {
                question: "How does a selection work?",
                answer: &[
                    Text(
                        "Always in two steps, and always for one particular mission: first the interest, then the validation. Nothing is concluded until both sides have taken both.",
                    ),
                    Text(
                        "The first step may come from the freelance, on a mission, or from the company, on a profile.",
                    ),
                ],
            },
            Question {
                question: "Step 1, the interest: what do the statuses mean?",
                answer: &[List(&[
                    "“Proposal received”: the other side is interested in you for one particular mission. The answer is yours.",
                    "“Proposal sent”: you took the first step and wait for the answer.",
                    "“Under discussion”: you are both interested and talk before deciding.",
                    "“I’m not interested”: the mission does not suit you. One click says so.",
                ])],
            },
            Question {
                question: "Step 2, the validation: what do the buttons mean?",
                answer: &[
                    List(&[
                        "“I am applying”: the freelance validates.",
                        "“Choose this candidate”: the company validates.",
                        "“I’m not interested”: the freelance declines.",
                        "“Reject this candidate”: the company ends the application.",
                    ]),
                    Text(
                        "These four decisions are final, and you are always asked to confirm them. Once both sides have confirmed, in whichever order, the collaboration officially begins.",
                    ),
                ],
            },
            Question {
                question: "How long do I have to answer when I am chosen?",
                answer: &[Text(
                    "When a company chooses you, the mission is reserved for you for seven days. After that it returns to the search.",
                )],
            },
        ],
    }],
};

const FREELANCES: Part = Part {
    id: "freelances",
    title: "You are a freelance",
    chapters: &[
        Chapter {
            id: "f-registration",
            title: "Registration",
            questions: &[
                Question {
                    question: "Who can use {brand}?",
                    answer: &[
                        Text(
                            "Service-sector freelances who work in Switzerland or a border region, in one of these four categories:",
                        ),
                        List(&[
                            "Marketing & Communication",
                            "Data, IT & Web",
                            "HR & Legal",
                            "Business & Strategy",
                        ]),
                        Text(
                            "You need a work permit that is valid or being validated, and a proof of address.",
                        ),
                        Text(
                            "Your field is in none of them? The other staffing firms of our group may help: write to us and we will point the way.",
                        ),
                    ],
                },
                Question {
                    question: "How do I register?",
                    answer: &[
                        Text(
                            "Give your e-mail address and a password, then confirm from your inbox. Before that, nobody can sign in.",
                        ),
                        Text("We ask for information in order to:"),
                        List(&[
                            "certify your profile and make it public;",
                            "contact you when a relevant project comes up;",
                            "put you in touch with clients looking for your skills.",
                        ]),
                    ],
                },
                Question {
                    question: "Why was my registration refused?",
                    answer: &[
                        Text("Our team refuses a registration in two cases:"),
                        List(&[
                            "the mandatory documents are not up to date;",
                            "the profile does not fit the platform.",
                        ]),
                        Text("You are told which. You may complete your file and hand it in again."),
                    ],
                },
            ],
        },
        Chapter {
            id: "f-profile",
            title: "Profile",
            questions: &[
                Question {
                    question: "How do I complete my profile?",
                    answer: &[
                        Text(
                            "Click “Make my profile public” to hand in your documents, and fill in the sections of your personal space in any order:",
                        ),
                        List(&[
                            "mandatory documents: work permit and proof of address;",
                            "headline, sector and town;",
                            "description;",
                            "skills: technical, soft, tools and languages;",
                            "way of working: day rate, years of experience, way of invoicing.",
                        ]),
                    ],
                },
                Question {
                    question: "How do I get a certified profile?",
                    answer: &[
                        Text(
                            "Upload your work permit and a proof of address. Our team examines them, validates them and certifies your profile. It then becomes visible, and you can read missions and answer them.",
                        ),
                        Text(
                            "No permit yet? Tick “I do not have a work permit yet and would like to be contacted”: our team contacts you and creates your profile with you.",
                        ),
                    ],
                },
                Question {
                    question: "What happens without certification?",
                    answer: &[List(&[
                        "Your profile is not visible.",
                        "You cannot read missions.",
                        "You cannot talk to companies.",
                        "You cannot begin a collaboration.",
                        "You do not see the profiles of other freelances.",
                    ])],
                },
                Question {
                    question: "How do I make my profile more visible?",
                    answer: &[Text(
                        "A profile that is complete and up to date is found more easily, and for projects that truly suit you. Look after your headline, description and skills.",
                    )],
                },
                Question {
                    question: "Who sees my profile?",
                    answer: &[
                        Text(
                            "Visitors see only a preview: your sector, your town and five skills. No name, no photo, no contact details.",
                        ),
                        Text("The whole profile is for certified companies only."),
                    ],
                },
                Question {
                    question: "Why was my profile deleted?",
                    answer: &[Text(
                        "Our team reviews profiles regularly. It may delete an account whose content has no place on the platform.",
                    )],
                },
            ],
        },
        Chapter {
            id: "f-missions",
            title: "Missions",
            questions: &[
                Question {
                    question: "How do I find a mission?",
                    answer: &[
                        Text(
                            "Open “Search for a mission” in your personal space and refine with the filters. On a mission you like, click “I am interested in this mission”: the company is told and answers.",
                        ),
                        Text(
                            "Once you are both interested, “I am applying” validates your application for good.",
                        ),
                    ],
                },
                Question {
                    question: "May I refuse a project?",
                    answer: &[Text(
                        "Yes, always, and without giving a reason. Click “I’m not interested”, in the conversation or in “My missions”: the result is the same.",
                    )],
                },
                Question {
                    question: "How is a mission confirmed?",
                    answer: &[
                        Text("After a proposal, sent or received, the choice is yours:"),
                        List(&[
                            "exchange messages with the company, then confirm with “I am applying”;",
                            "refuse the mission from your personal space.",
                        ]),
                        Text(
                            "The collaboration is concluded once you have applied and the company has chosen you.",
                        ),
                    ],
                },
                Question {
                    question: "How does a mission go?",
                    answer: &[
                        Text(
                            "After the agreement your conversation stays open and saved. Your contact details are shared: you may also go on by e-mail, by phone or on site, with the tools you prefer.",
                        ),
                        Text(
                            "For invoicing, you choose between {payroll} payrolling and your own arrangements.",
                        ),
                    ],
                },
                Question {
                    question: "Where do I follow my missions?",
                    answer: &[Text(
                        "In “My missions”: all your applications are there with their status, such as “Under discussion” and “Proposal received”.",
                    )],
                },
                Question {
                    question: "I cannot find a mission that suits me",
                    answer: &[
                        Text("Filter by skills, years of experience or sector. Nothing fits?"),
                        List(&[
                            "Try synonyms.",
                            "Widen your filters.",
                            "Complete your profile: companies search too.",
                        ]),
                    ],
                },
            ],
        },
        Chapter {
            id: "f-payroll",
            title: "Invoicing and {payroll}",
            questions: &[
                Question {
                    question: "How is my mission invoiced?",
                    answer: &[
                        Text("{brand} issues no invoice between the company and you. There are two ways:"),
                        List(&[
                            "{payroll} payrolling, which takes care of the contract, the invoices and the salary;",
                            "an external solution. In that case {brand} accepts no liability if the company does not pay.",
                        ]),
                    ],
                },
                Question {
                    question: "I have not been paid",
                    answer: &[List(&[
                        "You chose {payroll} payrolling before you began: contact our team, who will see to it.",
                        "You invoice yourself: unfortunately {brand} can do nothing for you.",
                    ])],
                },
                Question {
                    question: "How are {payroll} and {brand} related?",
                    answer: &[Text(
                        "{brand} is a tool of {payroll}, a payrolling company. Its experts take care of the paperwork, so that freelances and companies can attend to the mission. We strongly recommend their services; they are never required.",
                    )],
                },
                Question {
                    question: "Why we recommend payrolling",
                    answer: &[
                        Text(
                            "We verify profiles before publishing them. We verify neither contracts nor means of payment. Payrolling protects you from unpaid invoices and fraudulent profiles.",
                        ),
                        Text(
                            "Once an agreement is concluded, agree on payrolling with the company and contact {payroll}: a dedicated expert stays with you from contract to invoice, for a percentage of your rate. Unless you both agree, {payroll} learns nothing from us.",
                        ),
                        PayrollSite,
                    ],
                },
                Question {
                    question: "How does invoicing with {payroll} work?",
                    answer: &[
                        Text(
                            "{payroll} draws up the contract with the company, sends it the invoice and pays your salary. You have no paperwork for this mission.",
                        ),
                        PayrollRate,
                    ],
                },
                Question {
                    question: "May I have some missions with {payroll} and others without?",
                    answer: &[Text(
                        "Yes, you choose for each mission. For those you invoice yourself, {brand} is not liable if something goes wrong with the invoice.",
                    )],
                },
            ],
        },
        Chapter {
            id: "f-search",
            title: "Search",
            questions: &[Question {
                question: "How does the search work?",
                answer: &[
                    Text(
                        "In “Search for a mission”, type a sector or a kind of mission. All matching missions are listed.",
                    ),
                    Text(
                        "Then refine: long missions, remote work, companies that use payrolling. Click “I am interested in this mission” to contact the company: your application appears on your dashboard at once.",
                    ),
                ],
            }],
        },
        Chapter {
            id: "f-messages",
            title: "Messages",
            questions: &[Question {
                question: "I can no longer find a conversation",
                answer: &[List(&[
                    "The mission is closed: the conversation is archived. You can read it again, but no longer write to the company.",
                    "The company did not choose you: the conversation is closed and disappears.",
                    "You did not validate the mission: the conversation is closed and disappears as well.",
                ])],
            }],
        },
        Chapter {
            id: "f-settings",
            title: "Settings",
            questions: &[
                Question {
                    question: "Change my first or last name",
                    answer: &[Text(
                        "Your name is the one on your documents: our team changes it for you. Click “Contact us” at the foot of the page.",
                    )],
                },
                Question {
                    question: "Change my e-mail address",
                    answer: &[Text(
                        "In your settings, open “Change the e-mail address”. Your address changes as soon as you follow the link sent to the new one.",
                    )],
                },
                PASSWORD,
                NOTIFICATIONS,
                DELETION,
            ],
        },
    ],
};

const COMPANIES: Part = Part {
    id: "companies",
    title: "You are a company",
    chapters: &[
        Chapter {
            id: "c-registration",
            title: "Registration",
            questions: &[
                Question {
                    question: "Who can use {brand}?",
                    answer: &[
                        Text("Swiss companies that offer missions, long or short, in the service sector:"),
                        List(&[
                            "Marketing & Communication",
                            "Data, IT & Web",
                            "HR & Legal",
                            "Business & Strategy",
                        ]),
                        Text("A Swiss registration number (UID) is needed."),
                    ],
                },
                Question {
                    question: "How do I register?",
                    answer: &[
                        Text(
                            "From the home page, click “Sign in” at the top right, enter what is asked for, then confirm from your inbox.",
                        ),
                        Text("We ask for information in order to:"),
                        List(&[
                            "certify your profile and make it public;",
                            "contact you when you wish to talk to a freelance;",
                            "put you in touch with freelances who match your missions.",
                        ]),
                    ],
                },
            ],
        },
        Chapter {
            id: "c-profile",
            title: "Profile",
            questions: &[
                Question {
                    question: "How do I complete my profile?",
                    answer: &[
                        Text(
                            "Click “My company” and fill in the fields. A careful profile makes people want to work with you:",
                        ),
                        List(&[
                            "your position;",
                            "the presentation of the company;",
                            "the logo;",
                            "the address;",
                            "the sector;",
                            "the website.",
                        ]),
                    ],
                },
                Question {
                    question: "How do I get a certified profile?",
                    answer: &[
                        Text(
                            "Give your registration number. Our team verifies it, then certifies your company.",
                        ),
                        Text(
                            "From then on your profile is visible, you can read freelances’ profiles and publish your first mission.",
                        ),
                    ],
                },
                Question {
                    question: "What happens without certification?",
                    answer: &[List(&[
                        "Your profile stays invisible.",
                        "You cannot read freelances’ profiles.",
                        "You cannot publish a mission.",
                        "You cannot talk to freelances.",
                        "You cannot begin a collaboration.",
                    ])],
                },
                Question {
                    question: "Who sees my profile and my missions?",
                    answer: &[Text(
                        "Visitors see only the logo and the name of your missions. Your profile and your missions in full are for certified freelances only.",
                    )],
                },
                Question {
                    question: "Why was my profile deleted?",
                    answer: &[Text(
                        "Our team reviews profiles and missions regularly. It may delete an account whose content has no place on the platform.",
                    )],
                },
            ],
        },
        Chapter {
            id: "c-missions",
            title: "Missions and freelances",
            questions: &[
                Question {
                    question: "How do I create and publish a mission?",
                    answer: &[
                        Text("Click “Create a mission” at the top of the page. There are four steps:"),
                        List(&["Mission", "Skills", "Rate", "Preview"]),
                        Text("Once the mission is published, you can search for your freelances."),
                    ],
                },
                Question {
                    question: "How do I make my mission more visible?",
                    answer: &[Text(
                        "Fill in every field, describe the project in detail, list the skills it needs and complete “My company”. You can edit a mission from “Manage your missions” as long as no freelance has applied and you have chosen nobody: from then on, the text stays as the freelance read it.",
                    )],
                },
                Question {
                    question: "How do I find a freelance?",
                    answer: &[Text(
                        "Open “Search for a freelance” in your personal space, refine with the filters, then click “I am interested in this profile” and pick the mission. The freelance is told and answers.",
                    )],
                },
                Question {
                    question: "How do I follow applications?",
                    answer: &[
                        Text("In “Manage your missions”, pick the mission, then “View the candidates”:"),
                        List(&[
                            "“Proposal sent”: waiting for the freelance.",
                            "“Proposal received”: the answer is yours.",
                            "“Under discussion”: you talk before validating.",
                        ]),
                    ],
                },
                Question {
                    question: "How do I validate a profile?",
                    answer: &[
                        Text(
                            "With “Choose this candidate” or “Reject this candidate”, in two places with the same effect:",
                        ),
                        List(&[
                            "in “Messages”, on the conversation;",
                            "in “Manage your missions”, under “View the candidates”.",
                        ]),
                        Text(
                            "For the paperwork of the collaboration (contract, invoices, salary), we advise you to contact {payroll}.",
                        ),
                    ],
                },
                Question {
                    question: "Where do I manage my missions?",
                    answer: &[Text(
                        "In “Manage your missions”: all your missions are there, drafts, open ones and confirmed ones.",
                    )],
                },
                Question {
                    question: "May I refuse an application?",
                    answer: &[Text(
                        "Yes, freely, in your messages or from “Manage your missions”.",
                    )],
                },
                Question {
                    question: "What becomes of my mission once a profile is confirmed?",
                    answer: &[Text(
                        "As soon as you choose a candidate, the mission leaves the search. When they have confirmed too, the other interested freelances are told by e-mail, and only you and the chosen freelance can still open the mission.",
                    )],
                },
                Question {
                    question: "How does the collaboration go?",
                    answer: &[Text(
                        "Your conversation stays open and saved. You may also work by e-mail, by phone or on site. Invoices go through {payroll} or your own arrangements, as you choose.",
                    )],
                },
            ],
        },
        Chapter {
            id: "c-payroll",
            title: "Invoicing and {payroll}",
            questions: &[
                Question {
                    question: "How does the freelance invoice?",
                    answer: &[
                        Text("{brand} issues no invoice between you and the freelance. There are two ways:"),
                        List(&[
                            "{payroll} payrolling, which takes care of the contract, the invoices and the salary;",
                            "an external solution. In that case {brand} accepts no liability.",
                        ]),
                    ],
                },
                Question {
                    question: "How are {payroll} and {brand} related?",
                    answer: &[Text(
                        "{brand} is a tool of {payroll}, a payrolling company. Its experts take care of the paperwork, so that freelances and companies can attend to the mission. We strongly recommend their services; they are never required.",
                    )],
                },
                Question {
                    question: "Why we recommend payrolling",
                    answer: &[
                        Text(
                            "We verify profiles before publishing them. We verify neither contracts nor means of payment. Payrolling protects you from disputes and fraudulent profiles.",
                        ),
                        Text(
                            "Once an agreement is concluded, agree on payrolling with the freelance and contact {payroll}: a dedicated expert follows the collaboration, for a percentage of what is billed. Unless you both agree, {payroll} learns nothing from us.",
                        ),
                        PayrollSite,
                    ],
                },
                Question {
                    question: "How does invoicing with {payroll} work?",
                    answer: &[
                        Text(
                            "{payroll} draws up the contract, sends you the invoice and pays the freelance’s salary.",
                        ),
                        PayrollRate,
                    ],
                },
                Question {
                    question: "May I have some missions with {payroll} and others without?",
                    answer: &[Text(
                        "Yes, you choose for each mission. Without {payroll}, {brand} is not liable if something goes wrong with the invoice.",
                    )],
                },
            ],
        },
        Chapter {
            id: "c-search",
            title: "Search",
            questions: &[Question {
                question: "How does the search work?",
                answer: &[
                    Text(
                        "In “Search for a freelance”, type a skill, a sector or a level of experience. All matching profiles are listed.",
                    ),
                    Text(
                        "Then refine by languages, payrolling, expertise or level of experience. On a profile, click “I am interested in this profile” to contact the freelance.",
                    ),
                ],
            }],
        },
        Chapter {
            id: "c-messages",
            title: "Messages",
            questions: &[Question {
                question: "I can no longer find a conversation",
                answer: &[List(&[
                    "The mission is closed: the conversation is archived. You can read it again, but no longer write to the freelance.",
                    "You did not choose the freelance: the conversation is closed and disappears.",
                    "The freelance did not validate the mission: the conversation is closed and disappears as well.",
                ])],
            }],
        },
        Chapter {
            id: "c-settings",
            title: "Settings",
            questions: &[
                Question {
                    question: "Edit my personal information",
                    answer: &[Text(
                        "The e-mail address is changed in your settings, under “Change the e-mail address”. The presentation and the logo are changed in “My company”. For the name, click “Contact us” at the foot of the page.",
                    )],
                },
                Question {
                    question: "Change my registration number",
                    answer: &[Text(
                        "Click “Contact us” at the foot of the page and pick the topic “Registration number”. Once the company is certified, only our team can change it, and will come back to you as soon as possible.",
                    )],
                },
                PASSWORD,
                NOTIFICATIONS,
                DELETION,
            ],
        },
    ],
};

const PASSWORD: Question = Question {
    question: "Change my password",
    answer: &[
        Text("In your settings, open “Change the password”: enter the old one, then the new one."),
        Text(
            "Forgotten? Click “I forgot my password” and enter the e-mail address of your account. You receive a link to choose a new one at once.",
        ),
    ],
};

const NOTIFICATIONS: Question = Question {
    question: "Manage my notifications",
    answer: &[
        Text("Notifications reach you by e-mail and behind the icon at the top right of every page."),
        Text("It is not possible yet to choose which ones to receive; we are working on it."),
    ],
};

const DELETION: Question = Question {
    question: "Delete my account",
    answer: &[Text(
        "An account cannot be deleted from the settings yet; we are working on it. Until then, click “Contact us” at the foot of the page: our team takes care of it.",
    )],
};
