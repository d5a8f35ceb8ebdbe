//! Français.

use i18n::Lang;
use profiles::Category;

use super::{
    AboutStep, EditPages, EmptyResult, Facts, MissionPage, PreviewPages, PreviewStep, RateStep, SearchPage,
    SkillsStep, Words,
};
use crate::{
    MissionState, Workplace,
    rules::{Missing, Step},
    shelf::Duration,
};

pub(super) static FR: Words = Words {
    facts: Facts {
        workplace: |workplace| match workplace {
            Workplace::OnSite => "Sur place",
            Workplace::Hybrid => "Hybride",
            Workplace::Remote => "À\u{a0}distance",
        },
        city_and_workplace: |city, workplace| match workplace {
            Workplace::OnSite => format!("{city}, sur place"),
            Workplace::Hybrid => format!("{city}, hybride"),
            Workplace::Remote => format!("{city}, à\u{a0}distance"),
        },
        per_day: |rate| format!("{rate}\u{a0}/\u{a0}jour"),
        a_day: "/\u{a0}jour",
        rate_open: "Tarif à convenir",
        months: |months| format!("{months}\u{a0}mois"),
        from_day: |day| format!("dès le {day}"),
        as_soon_as_possible: "dès que possible",
        comma: ", ",
    },
    search: SEARCH,
    previews: PREVIEWS,
    mission: MISSION,
    edit: EditPages {
        title: "Création d’une mission",
        title_open: "Modifier la mission",
        steps: "Étapes",
        step: step_name,
        done: ", terminée",
        back: "Retour",
        save_draft: "Enregistrer le brouillon",
        save: "Enregistrer",
        next: |step| format!("Continuer vers {}", step_name(step)),
        draft_saved: "Votre brouillon est enregistré.",
        saved: "Vos modifications sont enregistrées.",
        draft_at: |ago| format!("Brouillon enregistré {ago}"),
        about: ABOUT,
        skills: SKILLS,
        rate: RATE,
        preview: PREVIEW,
        missing: |missing| match missing {
            Missing::Title => "Le titre de la mission",
            Missing::Category => "Une catégorie au moins",
            Missing::Description => "La description",
            Missing::Workplace => "Le lieu de travail",
            Missing::Place => "La ville",
            Missing::Skills => "Une compétence au moins",
            Missing::Rate => "Le tarif, ou le choix de le laisser ouvert",
        },
        locked: "Cette mission ne se modifie plus",
        held_text: "Un freelance a postulé sur cette mission. Le texte reste tel qu’il l’a lu, jusqu’à votre réponse.",
        locked_text: |state| match state {
            MissionState::Draft | MissionState::Open => {
                "Elle vient d’être publiée depuis une autre fenêtre. Ouvrez-la pour reprendre vos modifications."
            }
            MissionState::Reserved => {
                "Un candidat est choisi et doit encore répondre. D’ici là, le texte reste tel que les candidats l’ont lu."
            }
            MissionState::Validated => {
                "La mission est validée. Son texte reste tel que les candidats l’ont lu."
            }
            MissionState::Closed => {
                "La mission est clôturée. Son texte reste tel que les candidats l’ont lu."
            }
            MissionState::Withdrawn => "Notre équipe a retiré cette mission.",
        },
        see: "Voir la mission",
    },
};

fn step_name(step: Step) -> &'static str {
    match step {
        Step::Mission => "Mission",
        Step::Skills => "Compétences",
        Step::Rate => "Tarif",
        Step::Preview => "Prévisualisation",
    }
}

const SEARCH: SearchPage = SearchPage {
    title: "Recherchez une mission",
    filters: "Filtres",
    close_filters: "Fermer les filtres",
    sector: "Secteur d’activité",
    skills: "Compétences",
    workplace: "Lieu de travail",
    canton: "Canton",
    all_cantons: "Tous les cantons",
    of_canton: |name, count| format!("{name} ({count})"),
    canton_name: |canton| canton.names().fr,
    rate: "Tarif journalier",
    from_chf: "dès CHF",
    rate_label: "Tarif minimum par jour",
    duration: "Durée",
    durations: |duration| match duration {
        Duration::Short => "Moins de 3 mois",
        Duration::Medium => "3 à 6 mois",
        Duration::Long => "Plus de 6 mois",
    },
    experience: "Années d’expérience",
    billing: "Facturation",
    payroll: "Payrolling SPS",
    show: |count, n| {
        Lang::Fr.plural(
            n,
            format!("Afficher {count} mission"),
            format!("Afficher {count} missions"),
        )
    },
    keyword: "Mot-clé",
    placeholder: "Métier, compétence, secteur…",
    search: "Rechercher",
    missions: |n| Lang::Fr.plural(n, "mission", "missions"),
    sort_by: "Trier par",
    by_relevance: "Pertinence",
    by_newest: "Date de publication",
    by_rate: "Tarif, décroissant",
    by_start: "Date de début",
    active: "Filtres actifs",
    remove: "Retirer le filtre ",
    rate_chip: |rate| format!("dès {rate}"),
    clear: "Tout effacer",
    asked_skills: "Compétences demandées",
    respelled: "Aucune mission ne contient exactement ces mots. Voici celles dont l’orthographe est proche.",
    partly: "Aucune mission ne contient tous ces mots. Voici celles qui en contiennent une partie.",
    empty: EmptyResult {
        title: "Aucune mission ne correspond",
        text: "Essayez un synonyme ou retirez un filtre.",
        without: |filter, count| format!("Retirer «\u{a0}{filter}\u{a0}» ({count})"),
        related: "Essayez aussi",
        profile: "Un profil complet permet aussi aux entreprises de vous trouver et de venir vers vous.",
        complete: "Compléter mon profil",
        all: "Voir toutes les missions",
    },
};

const PREVIEWS: PreviewPages = PreviewPages {
    title: "Missions ouvertes",
    lead: |count, n| {
        let missions = Lang::Fr.plural(n, "mission", "missions");
        format!(
            "{count} {missions} en ce moment. Pour préserver la confidentialité des entreprises, vous en voyez ici le logo et le titre."
        )
    },
    lead_nothing: "Aucune mission ne correspond à cette recherche. Pour préserver la confidentialité des entreprises, elle ne porte ici que sur les titres.",
    about: |count| {
        format!(
            "Missions ouvertes en Suisse et dans les régions frontalières\u{a0}: {count}. Créez votre profil pour voir le détail et postuler."
        )
    },
    search: "Rechercher dans les titres",
    placeholder: "Titre de mission\u{a0}: SEO, paie, ERP…",
    list: "Missions",
    empty: "Aucun titre ne correspond",
    empty_text: "Essayez un autre mot, ou parcourez toutes les missions.",
    one_lead: "Pour préserver la confidentialité des entreprises, vous en voyez ici le logo et le titre.",
    categories: "Secteur d’activité",
    see: "Voir le détail et postuler",
    see_text: "Entreprise, lieu, tarif, compétences\u{a0}: tout s’affiche une fois votre profil certifié.",
    steps: [
        ("Créez votre compte", "Un e-mail, un mot de passe."),
        (
            "Envoyez deux documents",
            "Permis de travail et justificatif de domicile.",
        ),
        (
            "Obtenez votre certification",
            "Notre équipe lit chaque dossier avec soin.",
        ),
    ],
    member: "Déjà membre\u{a0}?",
    certify: "Votre certification ouvre la suite",
    certify_text: "Entreprise, lieu, tarif, compétences\u{a0}: tout s’affiche une fois votre profil certifié.",
    complete: "Voir mon dossier",
    company: "Vous cherchez un freelance\u{a0}?",
    company_text: "Le détail des missions s’ouvre aux freelances certifiés. Vous retrouvez les vôtres, en entier, dans votre espace.",
};

const MISSION: MissionPage = MissionPage {
    back: "Retour aux missions",
    manage: "Gérer vos missions",
    certified: "Entreprise certifiée",
    untitled: "Mission sans titre",
    nameless: "Votre entreprise",
    place: "Lieu",
    duration: "Durée",
    activity: "Taux d’activité",
    start: "Début",
    now: "Dès que possible",
    experience: "Expérience",
    years: |years| {
        Lang::Fr.plural(
            years.unsigned_abs(),
            format!("{years}\u{a0}an et plus"),
            format!("{years}\u{a0}ans et plus"),
        )
    },
    about: "La mission",
    skills: "Compétences",
    have: |have, all| match (have, all) {
        (0, _) => "Aucune de ces compétences n’est encore dans votre profil.".to_owned(),
        (have, all) if have == all => "Vous avez toutes les compétences demandées.".to_owned(),
        (1, all) => format!("Vous avez une des {all} compétences demandées."),
        (have, all) => format!("Vous avez {have} des {all} compétences demandées."),
    },
    terms: "Modalités",
    billing: "Facturation",
    payroll: "Payrolling SPS souhaité",
    independent: "Gestion indépendante",
    published: "Publiée",
    rate: "Tarif",
    company: "L’entreprise",
    sector: "Secteur",
    address: "Adresse",
    website: "Site",
    contact: "Personne de contact",
    offer: "Répondre à cette mission",
    yours: "Gérer cette mission",
    edit: "Modifier la mission",
    search_freelance: "Chercher un freelance",
    out_of_search: "Cette mission n’est pas dans la recherche.",
    close: "Clôturer la mission",
    close_title: "Clôturer cette mission\u{a0}?",
    close_text: "C’est définitif. La mission quitte la recherche, les discussions en cours sont archivées et les candidats en sont informés.",
    closed: "La mission est clôturée.",
    delete: "Supprimer le brouillon",
    delete_title: "Supprimer ce brouillon\u{a0}?",
    delete_text: "Son texte sera effacé, sans retour possible.",
    deleted: "Le brouillon est supprimé.",
    cannot_close_paused: "Votre certification est suspendue\u{a0}: cette mission ne paraît plus. Vous pourrez la clôturer une fois \
                          votre entreprise certifiée.",
    cannot_close: |state| match state {
        MissionState::Draft | MissionState::Open => "Cette mission a changé entre-temps. Réessayez.",
        MissionState::Reserved => {
            "Cette mission ne peut pas être clôturée maintenant\u{a0}: un candidat est choisi et doit encore répondre."
        }
        MissionState::Validated => "Cette mission est validée\u{a0}: elle ne peut plus être clôturée.",
        MissionState::Closed => "Cette mission est déjà clôturée.",
        MissionState::Withdrawn => {
            "Notre équipe a retiré cette mission\u{a0}: elle ne peut plus être clôturée."
        }
    },
    badge: |state| match state {
        MissionState::Draft => "En brouillon",
        MissionState::Open => "En cours",
        MissionState::Reserved => "Réservée",
        MissionState::Validated => "Validée",
        MissionState::Closed => "Clôturée",
        MissionState::Withdrawn => "Retirée",
    },
};

const ABOUT: AboutStep = AboutStep {
    lead: "Parlez-nous de la mission",
    title: "Titre de la mission",
    title_hint: "Court et concret. Il est visible par tous, avec votre logo.",
    categories: "Catégorie",
    categories_hint: "une ou plusieurs",
    category: |category| match category {
        Category::Marketing => "Marque, contenu, SEO, événementiel",
        Category::Data => "Produit, développement, données, cloud",
        Category::Legal => "Recrutement, paie, contrats, nLPD",
        Category::Business => "Projet, finance, transition, conseil",
    },
    description: "Description",
    description_hint: "Contexte, livrables, équipe. Une description complète améliore la visibilité de votre mission.",
    workplace: "Lieu de travail",
    place: "Ville",
    place_hint: "Facultatif à\u{a0}distance.",
    no_place: "Nous ne trouvons pas ce lieu. Écrivez une localité de Suisse ou d’une région frontalière, par exemple «\u{a0}Lausanne\u{a0}» ou «\u{a0}1003\u{a0}».",
    did_you_mean: |places| format!("Nous ne trouvons pas exactement ce lieu. Est-ce {places}\u{a0}?"),
    start: "Date de début",
    start_hint: "Vide\u{a0}: dès que possible.",
    months: "Durée",
    months_hint: "Une estimation suffit.",
    months_unit: "mois",
};

const SKILLS: SkillsStep = SkillsStep {
    lead: "De quelles compétences avez-vous besoin\u{a0}?",
    asked: "Compétences demandées",
    advice: "3 à 8 de préférence",
    none: "Aucune pour l’instant.",
    add: "Ajouter une compétence",
    add_hint: "Plusieurs à la fois\u{a0}: séparez-les par des virgules.",
    add_button: "Ajouter",
    remove: |skill| format!("Retirer {skill}"),
    too_many: "Gardez douze compétences au plus, les plus importantes.",
    at_least_one: "Ajoutez une compétence au moins.",
    suggested: "Vouliez-vous dire",
    years: "Années d’expérience",
    years_hint: "0 si peu importe.",
    years_unit: "ans au moins",
};

const RATE: RateStep = RateStep {
    lead: "Quel tarif proposez-vous\u{a0}?",
    pricing: "Tarif",
    fixed: "Tarif journalier",
    fixed_text: "Les freelances voient le montant et peuvent filtrer avec.",
    open: "Tarif à convenir",
    open_text: "Vous en parlez ensemble avant de valider.",
    rate: "Montant par jour",
    currency: "CHF",
    activity: "Taux d’activité",
    billing: "Facturation",
    payroll: "Payrolling SPS",
    payroll_text: "Contrat, assurances sociales, facturation et salaire pris en charge. Recommandé.",
    independent: "Gestion indépendante",
    independent_text: "Vous réglez le freelance directement. La plateforme n’intervient pas en cas de litige.",
    budget: "Budget estimé",
    budget_line: |days, rate| format!("{days} jours à {rate}"),
    budget_total: "Total hors TVA",
};

const PREVIEW: PreviewStep = PreviewStep {
    lead: "Prévisualisation",
    lead_text: "Voici votre mission, telle que les freelances certifiés la verront.",
    visitor: "Ce que voit un visiteur",
    missing: "Il manque encore",
    publish: "Publier la mission",
    published: "Votre mission est en ligne. Vous pouvez aussi chercher un freelance et la lui proposer.",
    locked: "La certification de votre entreprise ouvre la publication",
    locked_text: "Votre brouillon est gardé. Vous le publierez dès que notre équipe aura vérifié votre numéro d’immatriculation.",
    locked_link: "Voir mon dossier",
    presentation: "Ajoutez une présentation d’entreprise",
    presentation_text: "Elle manque encore. Un profil d’entreprise complet rend vos missions plus visibles.",
    presentation_link: "Compléter «\u{a0}Mon entreprise\u{a0}»",
};
