//! Français.

use certification::Standing;
use i18n::Lang;

use super::{CompanyPage, FreelancePage, PreviewsPage, ProfilePage, SearchPage, Words};

/// « 1 profil », « 505 profils ».
fn profiles(n: usize) -> String {
    let number = Lang::Fr.number(i64::try_from(n).unwrap_or(i64::MAX));
    Lang::Fr.plural(n as u64, format!("{number} profil"), format!("{number} profils"))
}

pub(super) static FR: Words = Words {
    category: "Secteur d’activité",
    city: "Ville",
    canton: "Canton",
    skill: "Compétence",
    skills: "Compétences",
    key_skills: "Cinq compétences phares",
    technical: "Techniques",
    transversal: "Transversales",
    tools: "Outils",
    languages: "Langues",
    experience: "Années d’expérience",
    years: |years| {
        let (one, more) = (
            format!("{years}\u{a0}an d’expérience"),
            format!("{years}\u{a0}ans d’expérience"),
        );
        Lang::Fr.plural(years.unsigned_abs(), one, more)
    },
    day_rate: "Tarif journalier",
    per_day: "/\u{a0}jour",
    billing: "Facturation",
    payroll: "Payrolling SPS",
    certified: "Profil certifié",
    not_certified: "Pas encore certifié",
    make_public: "Rendre mon profil public",
    done: "complet",
    save: "Enregistrer",
    unknown_place: "Nous ne trouvons pas ce lieu. Indiquez une localité en Suisse ou près de la frontière, \
                    par exemple «\u{a0}1003 Lausanne\u{a0}».",
    search: SearchPage {
        title: "Recherchez un freelance",
        freelances: "Freelances",
        filters: "Filtres",
        close: "Fermer les filtres",
        more: "Plus de choix",
        from_chf: "dès CHF",
        to_chf: "à CHF",
        least: "Tarif minimum par jour",
        most: "Tarif maximum par jour",
        from: |rate| format!("dès {rate}"),
        to: |rate| format!("jusqu’à {rate}"),
        show: |n| format!("Afficher {}", profiles(n)),
        profiles,
        keyword: "Mot-clé",
        placeholder: "Compétence, secteur, expérience…",
        search: "Rechercher",
        sort_by: "Trier par",
        order: |code| match code {
            "recent" => "Mise à jour récente",
            "rate" => "Tarif, croissant",
            "rate-down" => "Tarif, décroissant",
            "experience" => "Expérience",
            _ => "Pertinence",
        },
        active: "Filtres actifs",
        remove: "Retirer le filtre ",
        clear: "Tout effacer",
        nothing: "Aucun profil ne correspond",
        nothing_text: "Essayez un synonyme, un mot plus général ou retirez un filtre.",
        try_instead: "Vous cherchez peut-être\u{a0}:",
        see_without_filters: |n| format!("Voir {} sans les filtres", profiles(n)),
        without_text: "Chercher sans mot-clé",
        respelled: "Aucun profil ne contient exactement ces mots. Voici ceux qui s’en approchent.",
        partly: "Aucun profil ne contient tous ces mots. Voici ceux qui en contiennent une partie.",
    },
    previews: PreviewsPage {
        title: "Freelances certifiés",
        lead: "Un aperçu de chaque profil\u{a0}: secteur, ville et cinq compétences phares. Le reste est réservé \
               aux entreprises membres.",
        all_categories: "Tous les secteurs",
        counted: |category, n| {
            let number = Lang::Fr.number(i64::try_from(n).unwrap_or(i64::MAX));
            format!("{category} ({number})")
        },
        city_example: "Lausanne, Annecy…",
        skill_example: "Figma, paie, SEO…",
        show: "Afficher",
        profiles,
        nothing: "Aucun profil ne correspond",
        nothing_text: "Essayez un synonyme, une autre ville ou tous les secteurs.",
        see_all: "Voir tous les profils",
        reserved: "Noms, tarifs et expériences sont réservés aux entreprises membres",
        for_visitors: "Créez un compte avec votre numéro d’immatriculation. Une fois votre entreprise \
                       certifiée, vous consultez tous les profils et publiez votre première mission.",
        for_companies: "Dès que votre entreprise est certifiée, vous consultez tous les profils et publiez votre \
                        première mission.",
        for_freelances: "Les entreprises certifiées voient les profils en entier. Soignez le vôtre\u{a0}: c’est \
                         lui qu’elles lisent.",
        certify: "Voir mon dossier",
        my_profile: "Compléter mon profil",
    },
    freelance: FreelancePage {
        about: "À propos",
        work: "Mode de travail",
        offer: "Proposer une mission",
        no_rate: "Tarif à convenir",
        no_name: "Nom à compléter",
        only_you: "Vous seul voyez cette page pour l’instant",
        only_you_text: "Les entreprises voient votre profil dès que vos documents sont validés.",
        edit: "Modifier mon profil",
    },
    profile: ProfilePage {
        title: "Mon profil",
        complete: |percent| format!("Complété à {percent}. Plus il est complet, plus il est visible."),
        preview: "Aperçu",
        sections: "Rubriques du profil",
        documents: "Documents obligatoires",
        standing: |standing| match standing {
            Standing::Draft => "Votre profil n’est pas encore public.",
            Standing::ToContact => "Nous vous contacterons au sujet de votre permis.",
            Standing::InReview => "Vos documents sont en cours d’examen.",
            Standing::Certified => "Votre profil est certifié et visible par les entreprises.",
            Standing::Refused => "Vos documents sont à revoir.",
        },
        unfound: "Votre profil est certifié, mais les entreprises ne le trouvent pas encore. Écrivez son titre, votre \
                  secteur et votre ville.",
        identity: "En bref",
        identity_advice: "Commencez par l’essentiel\u{a0}: ce que vous faites, votre secteur et votre ville.",
        headline: "Titre de votre profil",
        headline_hint: "Votre métier en quelques mots, par exemple «\u{a0}UX designer, produits d’assurance\u{a0}».",
        no_category: "Choisissez au moins un secteur.",
        city_hint: "Une localité ou un numéro postal, en Suisse ou près de la frontière.",
        about: "Description",
        about_advice: "Ajoutez une description\u{a0}: c’est ce que les entreprises lisent en premier.",
        description: "Présentez-vous",
        description_hint: "Votre manière de travailler, vos réalisations, ce que vous cherchez. Sans téléphone ni \
                           e-mail\u{a0}: votre e-mail se partage à la conclusion d’une mission.",
        skills_lead: "Ajoutez ce que vous maîtrisez vraiment. Les visiteurs voient vos cinq premières compétences, \
                      les entreprises voient tout.",
        skills_advice: "Indiquez au moins cinq compétences, les plus importantes d’abord.",
        skills: "Vos compétences",
        skills_hint: "Une par ligne, ou séparées par des virgules. Techniques, transversales, outils\u{a0}: nous \
                      les classons pour vous.",
        add_skill: "Ajouter une compétence",
        skill_example: "Par exemple\u{a0}: recherche utilisateur",
        add: "Ajouter",
        long_skill: |skill, most| {
            let start: String = skill.chars().take(30).collect();
            format!("«\u{a0}{start}…\u{a0}» est trop long\u{a0}: {most} caractères au plus par compétence.")
        },
        many_skills: |most| format!("Gardez vos {most} compétences les plus importantes."),
        languages_advice: "Cochez les langues dans lesquelles vous travaillez.",
        work: "Mode de travail",
        work_advice: "Indiquez votre tarif et vos années d’expérience\u{a0}: les entreprises filtrent avec.",
        day_rate: "Tarif journalier en CHF",
        day_rate_hint: "Pour une journée complète.",
        experience_hint: "Dans votre métier.",
        payroll: "Je travaille volontiers avec le payrolling SPS",
        saved: "Votre profil est enregistré.",
        skill_added: "La compétence est ajoutée, votre profil est enregistré.",
    },
    company: CompanyPage {
        title: "Mon entreprise",
        complete: |percent| {
            format!("Complétée à {percent}. Une entreprise bien présentée attire plus de candidatures.")
        },
        certify: "Faire certifier mon entreprise",
        standing: |standing| match standing {
            Standing::Draft => "À certifier",
            Standing::ToContact | Standing::InReview => "En cours d’examen",
            Standing::Certified => "Entreprise certifiée",
            Standing::Refused => "À revoir",
        },
        who: "Identité",
        name_note: "Le nom et le numéro d’immatriculation sont vérifiés. Pour les changer, écrivez-nous par \
                    «\u{a0}Nous contacter\u{a0}», en bas de page.",
        logo: "Logo",
        logo_hint: |most| {
            format!("PNG, JPEG ou WebP, {most} au plus. Il est visible par tous, à côté de vos missions.")
        },
        remove_logo: "Retirer le logo",
        what: "Présentation",
        sector: "Secteur d’activité",
        sector_hint: "Par exemple «\u{a0}Assurances\u{a0}» ou «\u{a0}Agence de communication\u{a0}».",
        presentation: "Présentation de l’entreprise",
        presentation_hint: "Ce que vous faites, votre équipe, votre manière de travailler avec des indépendants.",
        website: "Site internet",
        website_hint: "Par exemple https://www.exemple.ch",
        location: "Adresse",
        street: "Rue et numéro",
        city_hint: "Le siège ou le lieu de travail, avec ou sans numéro postal.",
        contact: "Personne de contact",
        contact_role: "Fonction de la personne de contact",
        contact_role_hint: "Par exemple «\u{a0}Responsable RH\u{a0}».",
        foot: "Les freelances certifiés voient ces informations avec vos missions.",
        saved: "La présentation de votre entreprise est enregistrée.",
    },
};
