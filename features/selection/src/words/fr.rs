//! Français.

use certification::Standing;
use i18n::Lang;
use missions::MissionState;

use super::{
    Beside, CandidatesPage, Confirm, HomePage, InterestPage, ManagePage, MinePage, Said, Stage, Words,
};
use crate::{
    events::Side,
    rules::{Refusal, State},
};

pub(super) static FR: Words = Words {
    interest_in_mission: "Cette mission m’intéresse",
    interest_in_freelance: "Ce profil m’intéresse",
    apply: "Je postule",
    choose: "Choisir ce candidat",
    choose_short: "Choisir",
    reject: "Écarter ce candidat",
    reject_short: "Écarter",
    decline: "Je ne suis pas intéressé(e)",
    withdraw: "Retirer ma proposition",
    suspended: "Votre certification est suspendue. Vos échanges reprennent dès qu’elle est rétablie.",
    about: |action, name| format!("{action}, {name}"),
    write_to: |name| format!("Écrire à {name}"),
    open_talk: "Ouvrir la discussion",
    see_profile: "Voir le profil",
    see_mission: "Voir la mission",
    view_candidates: "Visualiser les candidats",
    search_mission: "Recherchez une mission",
    search_freelance: "Chercher un freelance",
    create_mission: "Création d’une mission",
    quote: |text| format!("«\u{a0}{text}\u{a0}»"),
    label: |state, side| match (state, side) {
        (State::ProposedByFreelance, Side::Freelance) | (State::ProposedByCompany, Side::Company) => {
            "Proposition envoyée"
        }
        (State::ProposedByFreelance, Side::Company) | (State::ProposedByCompany, Side::Freelance) => {
            "Proposition reçue"
        }
        (State::InDiscussion, _) => "En cours de discussion",
        (State::Applied, Side::Freelance) => "En cours de discussion · vous avez postulé",
        (State::Applied, Side::Company) => "En cours de discussion · a postulé, à vous de choisir",
        (State::Chosen, Side::Freelance) => "En cours de discussion · vous êtes choisi, à vous de postuler",
        (State::Chosen, Side::Company) => "En cours de discussion · choisi, réponse attendue",
        (State::Concluded, Side::Freelance) => "Mission validée",
        (State::Concluded, Side::Company) => "Candidat choisi",
        (State::Declined, Side::Freelance) => "Je ne suis pas intéressé(e)",
        (State::Declined, Side::Company) => "Le freelance a décliné",
        (State::Rejected, Side::Freelance) => "Candidature non retenue",
        (State::Rejected, Side::Company) => "Candidat écarté",
        (State::OtherChosen, Side::Freelance) => "Un autre profil a été choisi",
        (State::OtherChosen, Side::Company) => "Écarté · autre profil choisi",
        (State::MissionClosed | State::Ended, _) => "Mission clôturée",
        (State::NoAnswer, _) => "Sans réponse",
        (State::AccountGone, _) => "Compte supprimé",
    },
    not_validated: "Non validée",
    mission_state: |state| match state {
        MissionState::Draft => "En brouillon",
        MissionState::Open => "En cours",
        MissionState::Reserved => "Réservée",
        MissionState::Validated => "Validée",
        MissionState::Closed => "Clôturée",
        MissionState::Withdrawn => "Retirée",
    },
    per_day: |rate| format!("{rate}\u{a0}/\u{a0}jour"),
    published: |day| format!("publiée le {day}"),
    refusal: |refusal| match refusal {
        Refusal::AlreadyProposed => {
            "Votre proposition est déjà envoyée\u{a0}: la réponse viendra de l’autre côté."
        }
        Refusal::AlreadyInDiscussion => "Vous êtes déjà en discussion pour cette mission.",
        Refusal::AlreadyValidated => {
            "Vous avez déjà validé, et c’est définitif\u{a0}: la suite appartient à l’autre côté."
        }
        Refusal::AlreadyConcluded => "La collaboration est déjà conclue.",
        Refusal::AlreadyRefused => {
            "Cette candidature est terminée. C’est définitif\u{a0}: elle ne se rouvre pas."
        }
        Refusal::NotYourTurn => "Votre proposition attend encore une réponse. Vous pourrez valider ensuite.",
        Refusal::MissionNotOpen => "Cette mission n’accepte pas de candidats pour le moment.",
        Refusal::AnotherIsChosen => "Un autre candidat est déjà choisi pour cette mission.",
        Refusal::PairEnded => "Cette candidature est close.",
        Refusal::Frozen => {
            "En pause\u{a0}: la certification de l’autre côté est suspendue, rien n’avance pour le moment."
        }
        Refusal::Overtaken => "La situation vient de changer. Regardez où vous en êtes, puis décidez.",
    },
    confirm: Confirm {
        choose_title: |name| format!("Choisir {name}\u{a0}?"),
        choose: |name| {
            format!(
                "Ce choix est définitif. La mission quitte la recherche et attend {name}, qui doit encore postuler. Les autres discussions continuent."
            )
        },
        choose_concludes: "Ce choix est définitif. La collaboration démarre officiellement, la mission quitte la recherche et les autres candidats sont informés par e-mail.",
        reject_title: "Écarter ce candidat\u{a0}?",
        reject: "Ce refus est définitif. La discussion se termine et quitte votre messagerie.",
        apply_title: |mission| format!("Postuler à «\u{a0}{mission}\u{a0}»\u{a0}?"),
        apply: "Votre accord est définitif. La collaboration démarre dès que l’entreprise vous choisit.",
        apply_concludes: "Votre accord est définitif. L’entreprise vous a choisi(e)\u{a0}: la collaboration démarre officiellement.",
        decline_title: "Décliner cette mission\u{a0}?",
        decline: "Ce refus est définitif. La discussion se termine et quitte votre messagerie.",
        withdraw_title: "Retirer cette proposition\u{a0}?",
        withdraw: "Ce retrait est définitif. La proposition disparaît des deux côtés.",
        reason: "Un mot d’explication",
    },
    said: Said {
        interested_in_mission: "Votre intérêt est envoyé à l’entreprise.",
        interested_in_freelance: "Votre proposition est envoyée au freelance.",
        in_discussion: "La discussion est ouverte. Vous pouvez échanger librement.",
        applied: "Vous avez postulé. L’entreprise doit encore vous choisir.",
        chosen: "Votre choix est enregistré. Le freelance doit encore postuler. Pour le contrat et la facturation, nous vous conseillons de contacter SPS.",
        concluded: "La collaboration est conclue. Vos adresses e-mail sont maintenant partagées.",
        declined: "C’est noté\u{a0}: cette mission ne vous intéresse pas.",
        rejected: "Le candidat est écarté.",
        withdrawn: "Votre proposition est retirée.",
    },
    interest: InterestPage {
        to_company: "Un mot à l’entreprise",
        to_freelance: "Votre message",
        which: "Pour quelle mission\u{a0}?",
        which_first: "Choisissez une mission",
        no_commitment_mission: "Rien n’est engagé. Si l’entreprise est intéressée aussi, la discussion s’ouvre.",
        no_commitment_freelance: |name| {
            format!("{name} reçoit votre proposition et l’accepte, ou non. Rien n’est engagé.")
        },
        none_open: "Publiez d’abord une mission",
        none_open_text: "Une proposition porte toujours sur une mission précise. Publiez-en une, puis revenez sur ce profil.",
    },
    candidates: CandidatesPage {
        sent: "Proposition envoyée",
        sent_lead: "En attente d’une validation du freelance.",
        received: "Proposition reçue",
        received_lead: "À vous de valider ou non le profil.",
        talking: "En cours de discussion",
        talking_lead: "Vous êtes en discussion pour valider ou non la collaboration.",
        empty: "Personne pour l’instant.",
        finished: |n| {
            Lang::Fr.plural(
                n,
                format!("{n} candidature terminée"),
                format!("{n} candidatures terminées"),
            )
        },
        sent_ago: |ago| format!("Proposition envoyée {ago}"),
        received_ago: |ago| format!("Proposition reçue {ago}"),
        applied_on: |day| format!("A postulé le {day}"),
        chosen_on: |day| format!("Choisi le {day}"),
        answer_due: |day| format!("Réponse attendue jusqu’au {day}"),
        not_applied: "N’a pas encore postulé",
        skills: |have, of| {
            Lang::Fr.plural(
                have as u64,
                format!("{have} compétence sur {of}"),
                format!("{have} compétences sur {of}"),
            )
        },
        taken: "La mission est validée avec ce freelance.",
        payroll: "Pour le contrat, les assurances et la facturation, nous vous conseillons de contacter SPS.",
        dates: |from, to| {
            if from == to {
                format!("le {from}")
            } else {
                format!("du {from} au {to}")
            }
        },
    },
    mine: MinePage {
        title: "Mes missions",
        by_state: "Filtrer par statut",
        all: "Toutes",
        received: "Proposition reçue",
        talking: "En cours de discussion",
        sent: "Proposition envoyée",
        concluded: "Mission validée",
        finished: "Terminées",
        empty: "Aucune mission pour l’instant",
        empty_text: "Les missions qui vous intéressent et celles qu’on vous propose apparaîtront ici.",
        answer_by: |day| {
            format!(
                "Vous avez jusqu’au {day} pour postuler ou décliner. Ensuite, la mission revient dans la recherche."
            )
        },
        waits_choice: |day| format!("Vous avez postulé le {day}. L’entreprise doit encore choisir."),
        sent_ago: |ago| format!("Envoyée {ago}"),
    },
    manage: ManagePage {
        title: "Gérer vos missions",
        waiting: |n| match n {
            0 => String::new(),
            1 => "Une candidature attend votre réponse.".to_owned(),
            n => format!("{n} candidatures attendent votre réponse."),
        },
        by_state: "Filtrer par statut",
        all: "Toutes",
        drafts: "En brouillon",
        open: "En cours",
        validated: "Validées",
        closed: "Clôturées",
        sent: "Envoyées",
        received: "Reçues",
        talking: "En discussion",
        untitled: "Mission sans titre",
        go_on: "Continuer",
        edit_of: |mission| format!("Modifier {mission}"),
        with: |name| format!("avec {name}"),
        changed: |ago| format!("modifiée {ago}"),
        closed_ago: |ago| format!("clôturée {ago}"),
        empty: "Aucune mission pour l’instant",
        empty_text: "Décrivez votre besoin en quatre étapes. Vous pourrez ensuite proposer la mission à des freelances.",
        empty_here: "Aucune mission dans cette liste.",
    },
    home: HomePage {
        title: "Tableau de bord",
        hello: |name| format!("Bonjour {name}").trim_end().to_owned(),
        standing: |standing, side| match (standing, side) {
            (Standing::Draft, _) => "Certification à compléter",
            (Standing::ToContact, _) => "Nous allons vous contacter",
            (Standing::InReview, Side::Freelance) => "Documents en cours d’examen",
            (Standing::InReview, Side::Company) => "Numéro en cours de vérification",
            (Standing::Certified, Side::Freelance) => "Profil certifié",
            (Standing::Certified, Side::Company) => "Entreprise certifiée",
            (Standing::Refused, _) => "Certification refusée",
        },
        lead: |standing, waiting, side| match (standing, waiting, side) {
            (Standing::Draft, _, Side::Freelance) => {
                "Il reste quelques documents à déposer pour vous certifier.".to_owned()
            }
            (Standing::Draft, _, Side::Company) => {
                "Il reste quelques indications à donner pour certifier votre entreprise.".to_owned()
            }
            (Standing::ToContact, _, _) => {
                "Notre équipe vous contacte au sujet de votre permis de travail.".to_owned()
            }
            (Standing::InReview, _, Side::Freelance) => {
                "Nous examinons votre dossier. Profitez-en pour compléter votre profil.".to_owned()
            }
            (Standing::InReview, _, Side::Company) => {
                "Nous vérifions votre numéro. Profitez-en pour présenter votre entreprise.".to_owned()
            }
            (Standing::Refused, _, Side::Freelance) => {
                "Il nous manque quelque chose pour certifier votre profil.".to_owned()
            }
            (Standing::Refused, _, Side::Company) => {
                "Il nous manque quelque chose pour certifier votre entreprise.".to_owned()
            }
            (Standing::Certified, 0, _) => "Rien n’attend votre réponse.".to_owned(),
            (Standing::Certified, 1, Side::Freelance) => "Une mission attend votre réponse.".to_owned(),
            (Standing::Certified, n, Side::Freelance) => format!("{n} missions attendent votre réponse."),
            (Standing::Certified, 1, Side::Company) => "Une candidature attend votre réponse.".to_owned(),
            (Standing::Certified, n, Side::Company) => format!("{n} candidatures attendent votre réponse."),
        },
        not_found_yet: "Complétez votre profil\u{a0}: les entreprises vous trouvent dès qu’il dit votre métier, votre secteur et votre ville.",
        certification: "Certification",
        steps: |side| {
            [
                Stage {
                    title: match side {
                        Side::Freelance => "Vos documents",
                        Side::Company => "Votre numéro d’immatriculation",
                    },
                    text: match side {
                        Side::Freelance => "Votre permis de travail et votre justificatif de domicile.",
                        Side::Company => "Le numéro IDE qui figure au registre.",
                    },
                },
                Stage {
                    title: "Examen par notre équipe",
                    text: "Nous vous répondons par e-mail.",
                },
                Stage {
                    title: match side {
                        Side::Freelance => "Profil certifié et visible",
                        Side::Company => "Entreprise certifiée et visible",
                    },
                    text: match side {
                        Side::Freelance => {
                            "Vous pourrez consulter les missions et échanger avec les entreprises."
                        }
                        Side::Company => "Vous pourrez publier vos missions et échanger avec les freelances.",
                    },
                },
            ]
        },
        refused: "Votre dossier est à corriger",
        refused_text: "Vous pouvez renvoyer votre dossier à tout moment.",
        correct: "Corriger mon dossier",
        complete: "Terminer ma certification",
        to_contact: "Vous nous avez dit ne pas encore avoir de permis de travail. Déposez-le dès que vous l’avez.",
        to_answer: "À vous de répondre",
        nothing_waits: "Tout est à jour",
        nothing_waits_text: |side| match side {
            Side::Freelance => {
                "Parcourez les missions ouvertes et dites à une entreprise que la sienne vous intéresse."
            }
            Side::Company => "Proposez une mission à un freelance, ou attendez les candidatures.",
        },
        received: |n| Lang::Fr.plural(n, "Proposition reçue", "Propositions reçues"),
        talking: "En cours de discussion",
        sent: |n| Lang::Fr.plural(n, "Proposition envoyée", "Propositions envoyées"),
        concluded: |n| Lang::Fr.plural(n, "Mission validée", "Missions validées"),
        open_missions: |n| Lang::Fr.plural(n, "Mission en cours", "Missions en cours"),
        sent_title: "Proposition envoyée",
        candidates_waiting: |n| match n {
            1 => "Une candidature attend votre réponse".to_owned(),
            n => format!("{n} candidatures attendent votre réponse"),
        },
        see_all: "Tout voir",
        see_file: "Voir mon dossier",
        suited: "Missions pour vous",
        meanwhile: "En attendant votre certification",
        closed_to_freelances: |missions| {
            let missions = match missions {
                0 => "Leur détail s’ouvre avec la certification.".to_owned(),
                1 => "Une mission correspond déjà à vos compétences.".to_owned(),
                n => format!("{n} missions correspondent déjà à vos compétences."),
            };
            [
                (
                    "eye-off",
                    "Profil invisible",
                    "Les entreprises ne le voient pas encore.".to_owned(),
                ),
                ("lock", "Missions verrouillées", missions),
                (
                    "message-square-off",
                    "Messagerie fermée",
                    "Elle s’ouvre avec votre première discussion.".to_owned(),
                ),
            ]
        },
        closed_to_companies: || {
            [
                (
                    "eye-off",
                    "Missions invisibles",
                    "Écrivez-les déjà\u{a0}: vous les publiez dès la certification.".to_owned(),
                ),
                (
                    "lock",
                    "Profils en aperçu",
                    "Noms, tarifs et parcours s’ouvrent ensuite.".to_owned(),
                ),
                (
                    "message-square-off",
                    "Messagerie fermée",
                    "Elle s’ouvre avec votre première discussion.".to_owned(),
                ),
            ]
        },
        your_profile: |side| match side {
            Side::Freelance => "Votre profil",
            Side::Company => "Votre entreprise",
        },
        part_done: ", complet",
        more: |percent| format!("+\u{a0}{percent}"),
        next: "Votre espace",
        profile: "Mon profil",
        company: "Mon entreprise",
        documents: "Documents de certification",
        number: "Numéro d’immatriculation",
        messages: "Messagerie",
    },
    beside: Beside {
        interest_was_yours: "Vous étiez intéressé(e).",
        interest_was: |name| format!("{name} était intéressé(e)."),
        interested: "Ça m’intéresse",
        answer: "Répondre",
        to_mine: "Voir mes missions",
        selection: "Sélection",
        interest: "Intérêt",
        interest_by_you: "Vous êtes intéressé(e). La réponse est attendue.",
        interest_by: |name| format!("{name} est intéressé(e). À vous de répondre."),
        interest_both: "Vous êtes tous les deux intéressés.",
        validation: "Validation",
        freelance_applied: |name, day| format!("{name} a postulé le {day}"),
        freelance_not_yet: |name| format!("{name} n’a pas encore postulé"),
        you_applied: |day| format!("Vous avez postulé le {day}"),
        you_not_applied: "Vous n’avez pas encore postulé",
        company_chose: |name, day| format!("{name} vous a choisi(e) le {day}"),
        company_not_yet: |name| format!("{name} n’a pas encore choisi"),
        you_chose: |day| format!("Vous avez choisi le {day}"),
        you_not_chosen: "Vous n’avez pas encore choisi",
        done: "La collaboration est conclue.",
        mission: "Mission",
        rate: "Tarif",
        place: "Lieu",
        time: "Durée",
        next: "Et ensuite\u{a0}?",
        next_interest: "Si vous êtes intéressés tous les deux, la discussion s’ouvre. Rien n’est engagé.",
        next_validation: "Chacun valide une fois, dans l’ordre qu’il veut. Le second accord conclut.",
        next_payroll: "Pour le contrat, les assurances et la facturation, nous vous conseillons de contacter SPS.",
        another_chosen: "Un autre candidat est choisi et doit encore répondre.",
        contact: "Coordonnées",
        your_mission: "C’est votre mission",
        candidates: |n| match n {
            0 => "Aucune candidature pour l’instant.".to_owned(),
            1 => "Une candidature en cours.".to_owned(),
            n => format!("{n} candidatures en cours."),
        },
        not_open: "Cette mission n’accepte pas de candidats pour le moment.",
        already: "Déjà en relation",
    },
};
