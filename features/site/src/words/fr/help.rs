//! The help page in French, chapter by chapter as in the product's FAQ.

use crate::words::{
    Chapter, Help, Part, Question,
    Say::{List, PayrollRate, PayrollSite, Text},
};

pub(super) const HELP: Help = Help {
    title: "Aide",
    description: |brand| {
        format!(
            "Comment fonctionne {brand}\u{a0}: inscription, certification, missions, validation, facturation et paramètres, pour les freelances et les entreprises."
        )
    },
    lead: "Tout ce qu’il faut savoir, pour les freelances et pour les entreprises.",
    chapters: "Chapitres",
    not_found: "Vous ne trouvez pas ce que vous cherchez\u{a0}?",
    not_found_text: "Écrivez-nous\u{a0}: une personne de notre équipe vous répond.",
    contact: "Contactez-nous",
    parts: [GENERAL, FREELANCES, COMPANIES],
    payroll_rate: |percent| {
        format!(
            "{{payroll}} prend {}\u{a0}% du tarif journalier.",
            percent.replace('.', ",")
        )
    },
    payroll_site: "En savoir plus sur {payroll}",
};

const GENERAL: Part = Part {
    id: "general",
    title: "La sélection, étape par étape",
    chapters: &[Chapter {
        id: "statuses",
        title: "Les statuts",
        questions: &[
            Question {
                question: "Comment se passe une sélection\u{a0}?",
                answer: &[
                    Text(
                        "Toujours en deux étapes, et toujours pour une mission précise\u{a0}: d’abord l’intérêt, puis la validation. Rien n’est conclu tant que les deux parties n’ont pas franchi les deux.",
                    ),
                    Text(
                        "Le premier pas peut venir du freelance, depuis une mission, ou de l’entreprise, depuis un profil.",
                    ),
                ],
            },
            Question {
                question: "Étape 1, l’intérêt\u{a0}: que signifient les statuts\u{a0}?",
                answer: &[List(&[
                    "«\u{a0}Proposition reçue\u{a0}»\u{a0}: l’autre partie s’intéresse à vous pour une mission précise. À vous de répondre.",
                    "«\u{a0}Proposition envoyée\u{a0}»\u{a0}: c’est vous qui avez fait le premier pas, et la réponse est attendue.",
                    "«\u{a0}En cours de discussion\u{a0}»\u{a0}: l’intérêt est partagé. Vous discutez avant de vous décider.",
                    "«\u{a0}Je ne suis pas intéressé(e)\u{a0}»\u{a0}: la mission proposée ne vous convient pas. Un clic suffit pour le dire.",
                ])],
            },
            Question {
                question: "Étape 2, la validation\u{a0}: que signifient les boutons\u{a0}?",
                answer: &[
                    List(&[
                        "«\u{a0}Je postule\u{a0}»\u{a0}: le freelance valide sa candidature.",
                        "«\u{a0}Choisir ce candidat\u{a0}»\u{a0}: l’entreprise valide ce freelance.",
                        "«\u{a0}Je ne suis pas intéressé(e)\u{a0}»\u{a0}: le freelance décline.",
                        "«\u{a0}Écarter ce candidat\u{a0}»\u{a0}: l’entreprise met fin à la candidature.",
                    ]),
                    Text(
                        "Ces quatre décisions sont définitives\u{a0}; une confirmation vous est toujours demandée. Quand les deux parties ont validé, dans n’importe quel ordre, la collaboration démarre officiellement.",
                    ),
                ],
            },
            Question {
                question: "Combien de temps ai-je pour répondre à un choix\u{a0}?",
                answer: &[Text(
                    "Lorsqu’une entreprise vous choisit, la mission vous est réservée sept jours. Passé ce délai, elle revient dans la recherche.",
                )],
            },
        ],
    }],
};

const FREELANCES: Part = Part {
    id: "freelances",
    title: "Vous êtes freelance",
    chapters: &[
        Chapter {
            id: "f-registration",
            title: "Inscription",
            questions: &[
                Question {
                    question: "Qui peut utiliser {brand}\u{a0}?",
                    answer: &[
                        Text(
                            "Les freelances du secteur tertiaire qui travaillent en Suisse ou dans une région frontalière, dans l’une de ces quatre catégories\u{a0}:",
                        ),
                        List(&[
                            "Marketing & Communication",
                            "Data, IT & Web",
                            "RH & Légal",
                            "Business & Stratégie",
                        ]),
                        Text(
                            "Il vous faut un permis de travail valable ou en cours de validation, et un justificatif de domicile.",
                        ),
                        Text(
                            "Votre métier n’entre dans aucune catégorie\u{a0}? Les autres sociétés de placement de notre groupe peuvent vous aider\u{a0}: écrivez-nous, nous vous orientons.",
                        ),
                    ],
                },
                Question {
                    question: "Comment s’inscrire\u{a0}?",
                    answer: &[
                        Text(
                            "Indiquez votre adresse e-mail et un mot de passe, puis confirmez votre inscription depuis votre boîte de réception. Avant cette confirmation, aucune connexion n’est possible.",
                        ),
                        Text("Les informations que nous vous demandons servent à\u{a0}:"),
                        List(&[
                            "certifier votre profil et le rendre public\u{a0};",
                            "vous contacter lorsqu’un projet pertinent se présente\u{a0};",
                            "vous mettre en relation avec des clients qui cherchent vos compétences.",
                        ]),
                    ],
                },
                Question {
                    question: "Pourquoi mon inscription a-t-elle été refusée\u{a0}?",
                    answer: &[
                        Text("Notre équipe refuse une inscription dans deux cas\u{a0}:"),
                        List(&[
                            "les documents obligatoires ne sont pas à jour\u{a0};",
                            "le profil ne correspond pas à la plateforme.",
                        ]),
                        Text(
                            "La raison vous est indiquée. Vous pouvez compléter votre dossier et le remettre.",
                        ),
                    ],
                },
            ],
        },
        Chapter {
            id: "f-profile",
            title: "Profil",
            questions: &[
                Question {
                    question: "Comment compléter mon profil\u{a0}?",
                    answer: &[
                        Text(
                            "Cliquez sur «\u{a0}Rendre mon profil public\u{a0}» pour remettre vos documents, et remplissez les rubriques de votre espace personnel dans l’ordre qui vous convient\u{a0}:",
                        ),
                        List(&[
                            "documents obligatoires\u{a0}: permis de travail et justificatif de domicile\u{a0};",
                            "titre, secteur d’activité et ville\u{a0};",
                            "description\u{a0};",
                            "compétences\u{a0}: techniques, transversales, outils et langues\u{a0};",
                            "mode de travail\u{a0}: tarif journalier, années d’expérience, mode de facturation.",
                        ]),
                    ],
                },
                Question {
                    question: "Comment obtenir un profil certifié\u{a0}?",
                    answer: &[
                        Text(
                            "Téléversez votre permis de travail et un justificatif de domicile. Notre équipe les examine, les valide et certifie votre profil. Vous pouvez alors consulter les missions et y répondre, et les entreprises trouvent votre profil dès qu’il indique votre métier, votre secteur et votre ville.",
                        ),
                        Text(
                            "Pas encore de permis\u{a0}? Cochez «\u{a0}je n’ai pas encore de permis de travail et je souhaite être contacté\u{a0}»\u{a0}: notre équipe vous contacte pour créer votre profil avec vous.",
                        ),
                    ],
                },
                Question {
                    question: "Que se passe-t-il sans certification\u{a0}?",
                    answer: &[List(&[
                        "Votre profil n’est pas visible.",
                        "Vous ne pouvez pas consulter les missions.",
                        "Vous ne pouvez pas échanger avec les entreprises.",
                        "Vous ne pouvez pas entamer de collaboration.",
                        "Vous ne voyez pas les profils des autres freelances.",
                    ])],
                },
                Question {
                    question: "Comment rendre mon profil plus visible\u{a0}?",
                    answer: &[Text(
                        "Un profil complet et à jour apparaît mieux, et pour les projets qui vous correspondent vraiment. Soignez votre titre, votre description et vos compétences.",
                    )],
                },
                Question {
                    question: "Qui voit mon profil\u{a0}?",
                    answer: &[
                        Text(
                            "Les visiteurs ne voient qu’un aperçu\u{a0}: votre secteur, votre ville et cinq expertises. Ni nom, ni photo, ni coordonnées.",
                        ),
                        Text("Le profil complet est réservé aux entreprises certifiées."),
                    ],
                },
                Question {
                    question: "Pourquoi mon profil a-t-il été supprimé\u{a0}?",
                    answer: &[Text(
                        "Notre équipe relit régulièrement les profils. Elle peut supprimer un compte dont le contenu n’a pas sa place sur la plateforme.",
                    )],
                },
            ],
        },
        Chapter {
            id: "f-missions",
            title: "Missions",
            questions: &[
                Question {
                    question: "Comment trouver une mission\u{a0}?",
                    answer: &[
                        Text(
                            "Ouvrez «\u{a0}Recherchez une mission\u{a0}» dans votre espace personnel et affinez avec les filtres. Sur une mission qui vous plaît, cliquez sur «\u{a0}Cette mission m’intéresse\u{a0}»\u{a0}: l’entreprise est avertie et répond.",
                        ),
                        Text(
                            "Quand l’intérêt est partagé, «\u{a0}Je postule\u{a0}» valide définitivement votre candidature.",
                        ),
                    ],
                },
                Question {
                    question: "Puis-je refuser un projet\u{a0}?",
                    answer: &[Text(
                        "Oui, toujours, et sans vous justifier. Cliquez sur «\u{a0}Je ne suis pas intéressé(e)\u{a0}», dans la conversation ou dans «\u{a0}Mes missions\u{a0}»\u{a0}: le résultat est le même.",
                    )],
                },
                Question {
                    question: "Comment se passe la validation d’une mission\u{a0}?",
                    answer: &[
                        Text("Après une proposition, envoyée ou reçue, vous avez le choix\u{a0}:"),
                        List(&[
                            "échanger avec l’entreprise dans la messagerie, puis confirmer avec «\u{a0}Je postule\u{a0}»\u{a0};",
                            "refuser la mission depuis votre espace personnel.",
                        ]),
                        Text(
                            "La collaboration est conclue lorsque vous avez postulé et que l’entreprise vous a choisi(e).",
                        ),
                    ],
                },
                Question {
                    question: "Comment se déroule une mission\u{a0}?",
                    answer: &[
                        Text(
                            "Après l’accord, votre conversation reste ouverte et enregistrée. Vos coordonnées sont partagées\u{a0}: vous pouvez aussi continuer par e-mail, par téléphone ou sur place, avec les outils de votre choix.",
                        ),
                        Text(
                            "Pour la facturation, vous choisissez entre le payrolling {payroll} et une gestion indépendante.",
                        ),
                    ],
                },
                Question {
                    question: "Où suivre mes missions\u{a0}?",
                    answer: &[Text(
                        "Dans «\u{a0}Mes missions\u{a0}»\u{a0}: toutes vos candidatures y sont, avec leur statut, dont «\u{a0}En cours de discussion\u{a0}» et «\u{a0}Proposition reçue\u{a0}».",
                    )],
                },
                Question {
                    question: "Je ne trouve pas de mission qui me correspond",
                    answer: &[
                        Text(
                            "Filtrez par compétences, années d’expérience ou secteur. Rien ne convient\u{a0}?",
                        ),
                        List(&[
                            "Essayez des synonymes.",
                            "Élargissez vos filtres.",
                            "Complétez votre profil\u{a0}: les entreprises cherchent aussi de leur côté.",
                        ]),
                    ],
                },
            ],
        },
        Chapter {
            id: "f-payroll",
            title: "Facturation et {payroll}",
            questions: &[
                Question {
                    question: "Comment se passe la facturation de ma mission\u{a0}?",
                    answer: &[
                        Text(
                            "{brand} n’émet aucune facture entre l’entreprise et vous. Vous avez deux possibilités\u{a0}:",
                        ),
                        List(&[
                            "le payrolling {payroll}, qui prend en charge le contrat, la facturation et le salaire\u{a0};",
                            "une solution externe. Dans ce cas, {brand} décline toute responsabilité si l’entreprise ne paie pas.",
                        ]),
                    ],
                },
                Question {
                    question: "Je n’ai pas été payé(e)",
                    answer: &[List(&[
                        "Vous avez choisi le payrolling {payroll} avant de commencer\u{a0}: contactez notre équipe, qui s’en occupe.",
                        "Vous facturez vous-même\u{a0}: malheureusement, {brand} ne peut rien faire pour vous.",
                    ])],
                },
                Question {
                    question: "Quel est le lien entre {payroll} et {brand}\u{a0}?",
                    answer: &[Text(
                        "{brand} est un outil de la société de payrolling {payroll}. Ses experts prennent en charge l’administratif, pour que freelances et entreprises se concentrent sur la mission. Nous vous recommandons vivement leurs services\u{a0}; ils ne sont jamais obligatoires.",
                    )],
                },
                Question {
                    question: "Pourquoi nous recommandons le payrolling",
                    answer: &[
                        Text(
                            "Nous vérifions les profils avant de les publier. Nous ne vérifions ni les contrats, ni les moyens de paiement. Le payrolling vous protège des impayés et des profils frauduleux.",
                        ),
                        Text(
                            "Une fois l’accord conclu, convenez du payrolling avec l’entreprise et contactez {payroll}\u{a0}: un expert dédié vous accompagne, du contrat à la facturation, contre un pourcentage de votre tarif. Sans votre accord à tous deux, {payroll} n’apprend rien de nous.",
                        ),
                        PayrollSite,
                    ],
                },
                Question {
                    question: "Comment se passe la facturation avec {payroll}\u{a0}?",
                    answer: &[
                        Text(
                            "{payroll} crée le contrat avec l’entreprise, lui envoie la facture et vous verse votre salaire. Vous n’avez pas d’administratif à gérer pour cette mission.",
                        ),
                        PayrollRate,
                    ],
                },
                Question {
                    question: "Puis-je avoir des missions avec {payroll} et d’autres sans\u{a0}?",
                    answer: &[Text(
                        "Oui, vous choisissez mission par mission. Pour celles que vous facturez vous-même, {brand} n’est pas responsable en cas de problème de facturation.",
                    )],
                },
            ],
        },
        Chapter {
            id: "f-search",
            title: "Moteur de recherche",
            questions: &[Question {
                question: "Comment fonctionne le moteur de recherche\u{a0}?",
                answer: &[
                    Text(
                        "Dans «\u{a0}Recherchez une mission\u{a0}», saisissez un secteur d’activité ou un type de mission. Toutes les missions correspondantes s’affichent.",
                    ),
                    Text(
                        "Affinez ensuite\u{a0}: missions longues, à distance, entreprises qui utilisent le payrolling. Cliquez sur «\u{a0}Cette mission m’intéresse\u{a0}» pour contacter l’entreprise\u{a0}: votre candidature s’ajoute aussitôt à votre tableau de bord.",
                    ),
                ],
            }],
        },
        Chapter {
            id: "f-messages",
            title: "Messagerie",
            questions: &[Question {
                question: "Je ne trouve plus une conversation",
                answer: &[List(&[
                    "La mission est clôturée\u{a0}: la conversation est archivée. Vous pouvez la relire, mais plus écrire à l’entreprise.",
                    "L’entreprise ne vous a pas retenu(e)\u{a0}: la conversation est fermée et disparaît.",
                    "Vous n’avez pas validé la mission\u{a0}: la conversation est fermée et disparaît aussi.",
                ])],
            }],
        },
        Chapter {
            id: "f-settings",
            title: "Paramètres",
            questions: &[
                Question {
                    question: "Changer mon prénom ou mon nom",
                    answer: &[Text(
                        "Votre nom est celui de vos documents\u{a0}: notre équipe le modifie pour vous. Cliquez sur «\u{a0}Nous contacter\u{a0}» en bas de la page.",
                    )],
                },
                Question {
                    question: "Modifier mon adresse e-mail",
                    answer: &[Text(
                        "Dans vos paramètres, ouvrez «\u{a0}Modifier l’adresse e-mail\u{a0}». Votre adresse change dès que vous suivez le lien reçu à la nouvelle.",
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
    title: "Vous êtes une entreprise",
    chapters: &[
        Chapter {
            id: "c-registration",
            title: "Inscription",
            questions: &[
                Question {
                    question: "Qui peut utiliser {brand}\u{a0}?",
                    answer: &[
                        Text(
                            "Les entreprises suisses qui proposent des missions, longues ou courtes, dans le secteur tertiaire\u{a0}:",
                        ),
                        List(&[
                            "Marketing & Communication",
                            "Data, IT & Web",
                            "RH & Légal",
                            "Business & Stratégie",
                        ]),
                        Text("Un numéro d’immatriculation suisse (IDE) est nécessaire."),
                    ],
                },
                Question {
                    question: "Comment s’inscrire\u{a0}?",
                    answer: &[
                        Text(
                            "Depuis la page d’accueil, cliquez sur «\u{a0}Connexion\u{a0}» en haut à droite, saisissez les informations demandées, puis confirmez votre inscription depuis votre boîte de réception.",
                        ),
                        Text("Ces informations servent à\u{a0}:"),
                        List(&[
                            "certifier votre profil et le rendre public\u{a0};",
                            "vous contacter lorsque vous souhaitez échanger avec un freelance\u{a0};",
                            "vous mettre en relation avec des freelances qui correspondent à vos missions.",
                        ]),
                    ],
                },
            ],
        },
        Chapter {
            id: "c-profile",
            title: "Profil",
            questions: &[
                Question {
                    question: "Comment compléter mon profil\u{a0}?",
                    answer: &[
                        Text(
                            "Cliquez sur «\u{a0}Mon entreprise\u{a0}» et remplissez les champs. Un profil soigné donne envie de travailler avec vous\u{a0}:",
                        ),
                        List(&[
                            "votre fonction\u{a0};",
                            "la présentation de l’entreprise\u{a0};",
                            "le logo\u{a0};",
                            "l’adresse\u{a0};",
                            "le secteur d’activité\u{a0};",
                            "le site internet.",
                        ]),
                    ],
                },
                Question {
                    question: "Comment avoir un profil certifié\u{a0}?",
                    answer: &[
                        Text(
                            "Indiquez votre numéro d’immatriculation. Notre équipe le vérifie, puis certifie votre entreprise.",
                        ),
                        Text(
                            "Dès lors, votre profil est visible, vous consultez les profils des freelances et vous pouvez publier votre première mission.",
                        ),
                    ],
                },
                Question {
                    question: "Que se passe-t-il sans certification\u{a0}?",
                    answer: &[List(&[
                        "Votre profil reste invisible.",
                        "Vous ne pouvez pas consulter les profils des freelances.",
                        "Vous ne pouvez pas publier de mission.",
                        "Vous ne pouvez pas échanger avec les freelances.",
                        "Vous ne pouvez pas entamer de collaboration.",
                    ])],
                },
                Question {
                    question: "Qui voit mon profil et mes missions\u{a0}?",
                    answer: &[Text(
                        "Les visiteurs ne voient que le logo et le nom de vos missions. Votre profil et vos missions complètes sont réservés aux freelances certifiés.",
                    )],
                },
                Question {
                    question: "Pourquoi mon profil a-t-il été supprimé\u{a0}?",
                    answer: &[Text(
                        "Notre équipe relit régulièrement les profils et les missions. Elle peut supprimer un compte dont le contenu n’a pas sa place sur la plateforme.",
                    )],
                },
            ],
        },
        Chapter {
            id: "c-missions",
            title: "Missions et freelances",
            questions: &[
                Question {
                    question: "Comment créer et publier une mission\u{a0}?",
                    answer: &[
                        Text(
                            "Cliquez sur «\u{a0}Création d’une mission\u{a0}» en haut de la page. Il y a quatre étapes\u{a0}:",
                        ),
                        List(&["Mission", "Compétences", "Tarif", "Prévisualisation"]),
                        Text("Une fois la mission publiée, vous pouvez chercher vos freelances."),
                    ],
                },
                Question {
                    question: "Comment rendre ma mission plus visible\u{a0}?",
                    answer: &[Text(
                        "Remplissez tous les champs, décrivez le projet en détail, énumérez les compétences nécessaires et complétez «\u{a0}Mon entreprise\u{a0}». Une mission se modifie depuis «\u{a0}Gérer vos missions\u{a0}», tant qu’aucun freelance n’a postulé et que vous n’avez choisi personne\u{a0}: ensuite, le texte reste tel que le freelance l’a lu.",
                    )],
                },
                Question {
                    question: "Comment trouver un freelance\u{a0}?",
                    answer: &[Text(
                        "Ouvrez «\u{a0}Chercher un freelance\u{a0}» dans votre espace personnel, affinez avec les filtres, puis cliquez sur «\u{a0}Ce profil m’intéresse\u{a0}» et choisissez la mission. Le freelance est averti et répond.",
                    )],
                },
                Question {
                    question: "Comment suivre les candidatures\u{a0}?",
                    answer: &[
                        Text(
                            "Dans «\u{a0}Gérer vos missions\u{a0}», choisissez la mission puis «\u{a0}Visualiser les candidats\u{a0}»\u{a0}:",
                        ),
                        List(&[
                            "«\u{a0}Proposition envoyée\u{a0}»\u{a0}: en attente du freelance.",
                            "«\u{a0}Proposition reçue\u{a0}»\u{a0}: à vous de répondre.",
                            "«\u{a0}En cours de discussion\u{a0}»\u{a0}: vous discutez avant de valider.",
                        ]),
                    ],
                },
                Question {
                    question: "Comment valider un profil\u{a0}?",
                    answer: &[
                        Text(
                            "Avec «\u{a0}Choisir ce candidat\u{a0}» ou «\u{a0}Écarter ce candidat\u{a0}», à deux endroits qui ont le même effet\u{a0}:",
                        ),
                        List(&[
                            "dans «\u{a0}Messagerie\u{a0}», sur la conversation\u{a0};",
                            "dans «\u{a0}Gérer vos missions\u{a0}», sous «\u{a0}Visualiser les candidats\u{a0}».",
                        ]),
                        Text(
                            "Pour la gestion administrative de la collaboration (contrat, facturation, salaire), nous vous conseillons de contacter {payroll}.",
                        ),
                    ],
                },
                Question {
                    question: "Où gérer mes missions\u{a0}?",
                    answer: &[Text(
                        "Dans «\u{a0}Gérer vos missions\u{a0}»\u{a0}: vous y trouvez toutes vos missions, en brouillon, en cours ou validées.",
                    )],
                },
                Question {
                    question: "Puis-je refuser une candidature\u{a0}?",
                    answer: &[Text(
                        "Oui, librement, dans la messagerie ou depuis «\u{a0}Gérer vos missions\u{a0}».",
                    )],
                },
                Question {
                    question: "Que devient ma mission une fois un profil validé\u{a0}?",
                    answer: &[Text(
                        "Dès que vous choisissez un candidat, la mission quitte la recherche. Quand il a validé lui aussi, les autres freelances intéressés sont informés par e-mail, et seuls vous et le freelance choisi pouvez encore ouvrir la mission.",
                    )],
                },
                Question {
                    question: "Comment se déroule la collaboration\u{a0}?",
                    answer: &[Text(
                        "Votre conversation reste ouverte et enregistrée. Vous pouvez aussi travailler par e-mail, par téléphone ou sur place. La facturation passe par {payroll} ou par une gestion indépendante, selon votre choix.",
                    )],
                },
            ],
        },
        Chapter {
            id: "c-payroll",
            title: "Facturation et {payroll}",
            questions: &[
                Question {
                    question: "Comment se passe la facturation du freelance\u{a0}?",
                    answer: &[
                        Text(
                            "{brand} n’émet aucune facture entre vous et le freelance. Vous avez deux possibilités\u{a0}:",
                        ),
                        List(&[
                            "le payrolling {payroll}, qui prend en charge le contrat, la facturation et le salaire\u{a0};",
                            "une solution externe. Dans ce cas, {brand} décline toute responsabilité.",
                        ]),
                    ],
                },
                Question {
                    question: "Quel est le lien entre {payroll} et {brand}\u{a0}?",
                    answer: &[Text(
                        "{brand} est un outil de la société de payrolling {payroll}. Ses experts prennent en charge l’administratif, pour que freelances et entreprises se concentrent sur la mission. Nous vous recommandons vivement leurs services\u{a0}; ils ne sont jamais obligatoires.",
                    )],
                },
                Question {
                    question: "Pourquoi nous recommandons le payrolling",
                    answer: &[
                        Text(
                            "Nous vérifions les profils avant de les publier. Nous ne vérifions ni les contrats, ni les moyens de paiement. Le payrolling vous protège des litiges et des profils frauduleux.",
                        ),
                        Text(
                            "Une fois l’accord conclu, convenez du payrolling avec le freelance et contactez {payroll}\u{a0}: un expert dédié suit la collaboration, contre un pourcentage de la prestation. Sans votre accord à tous deux, {payroll} n’apprend rien de nous.",
                        ),
                        PayrollSite,
                    ],
                },
                Question {
                    question: "Comment se passe la facturation avec {payroll}\u{a0}?",
                    answer: &[
                        Text(
                            "{payroll} établit le contrat, vous envoie la facture et verse le salaire du freelance.",
                        ),
                        PayrollRate,
                    ],
                },
                Question {
                    question: "Puis-je avoir des missions avec {payroll} et d’autres sans\u{a0}?",
                    answer: &[Text(
                        "Oui, vous choisissez mission par mission. Sans {payroll}, {brand} n’est pas responsable en cas de problème de facturation.",
                    )],
                },
            ],
        },
        Chapter {
            id: "c-search",
            title: "Moteur de recherche",
            questions: &[Question {
                question: "Comment fonctionne le moteur de recherche\u{a0}?",
                answer: &[
                    Text(
                        "«\u{a0}Chercher un freelance\u{a0}» ouvre la page «\u{a0}Recherchez un freelance\u{a0}». Saisissez une compétence, un secteur d’activité ou un niveau d’expérience. Tous les profils correspondants s’affichent.",
                    ),
                    Text(
                        "Affinez ensuite par langues, payrolling, expertise ou niveau d’expérience. Sur un profil, cliquez sur «\u{a0}Ce profil m’intéresse\u{a0}» pour contacter le freelance.",
                    ),
                ],
            }],
        },
        Chapter {
            id: "c-messages",
            title: "Messagerie",
            questions: &[Question {
                question: "Je ne trouve plus une conversation",
                answer: &[List(&[
                    "La mission est clôturée\u{a0}: la conversation est archivée. Vous pouvez la relire, mais plus écrire au freelance.",
                    "Vous n’avez pas retenu le freelance\u{a0}: la conversation est fermée et disparaît.",
                    "Le freelance n’a pas validé la mission\u{a0}: la conversation est fermée et disparaît aussi.",
                ])],
            }],
        },
        Chapter {
            id: "c-settings",
            title: "Paramètres",
            questions: &[
                Question {
                    question: "Modifier mes informations personnelles",
                    answer: &[Text(
                        "L’adresse e-mail se change dans vos paramètres, sous «\u{a0}Modifier l’adresse e-mail\u{a0}». La présentation et le logo se changent dans «\u{a0}Mon entreprise\u{a0}». Pour le nom, cliquez sur «\u{a0}Nous contacter\u{a0}» en bas de la page.",
                    )],
                },
                Question {
                    question: "Modifier mon numéro d’immatriculation",
                    answer: &[Text(
                        "Cliquez sur «\u{a0}Nous contacter\u{a0}» en bas de la page et choisissez le sujet «\u{a0}Numéro d’immatriculation\u{a0}». Une fois l’entreprise certifiée, seule notre équipe peut le modifier\u{a0}; elle revient vers vous dans les meilleurs délais.",
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
    question: "Changer mon mot de passe",
    answer: &[
        Text(
            "Dans vos paramètres, ouvrez «\u{a0}Modifier le mot de passe\u{a0}»\u{a0}: saisissez l’ancien, puis le nouveau.",
        ),
        Text(
            "Oublié\u{a0}? Cliquez sur «\u{a0}J’ai oublié mon mot de passe\u{a0}» et indiquez l’adresse e-mail de votre compte. Un lien vous parvient aussitôt pour en choisir un nouveau.",
        ),
    ],
};

const NOTIFICATIONS: Question = Question {
    question: "Gérer mes notifications",
    answer: &[
        Text(
            "Vos notifications vous parviennent par e-mail et derrière l’icône en haut à droite de chaque page.",
        ),
        Text("Il n’est pas encore possible de choisir lesquelles recevoir\u{a0}; nous y travaillons."),
    ],
};

const DELETION: Question = Question {
    question: "Supprimer mon compte",
    answer: &[Text(
        "Il n’est pas encore possible de supprimer un compte depuis les paramètres\u{a0}; nous y travaillons. En attendant, cliquez sur «\u{a0}Nous contacter\u{a0}» en bas de la page\u{a0}: notre équipe s’en occupe.",
    )],
};
