//! Français.

use i18n::Lang;

use super::{DeskPage, JobsPage, Words};

pub(super) static FR: Words = Words {
    desk: DeskPage {
        title: "Tableau de bord",
        lead: |waiting| match waiting {
            0 => "Aucun dossier n’attend.".to_owned(),
            n => Lang::Fr.plural(
                n,
                "Un dossier attend.".to_owned(),
                format!("{n} dossiers attendent."),
            ),
        },
        freelances: "Freelances à examiner",
        companies: "Entreprises à vérifier",
        to_contact: "Freelances à contacter",
        jobs: "Tâches abandonnées",
        places: "Vos outils",
        certification: "Certifications",
        certification_text: "Lire les documents, vérifier les numéros, décider.",
        messages: "Messages reçus",
        messages_text: "Ce qui arrive par «\u{a0}Nous contacter\u{a0}».",
        jobs_text: "Ce que la plateforme n’a pas réussi à faire.",
    },
    jobs: JobsPage {
        title: "Tâches abandonnées",
        lead: "Une tâche est reprise d’elle-même pendant deux jours environ, puis abandonnée\u{a0}: elle apparaît alors ici.",
        created: |at| format!("créée le {at}"),
        ended: |at| format!("abandonnée le {at}"),
        attempts: |n| Lang::Fr.plural(n, format!("{n}\u{a0}essai"), format!("{n}\u{a0}essais")),
        retry: "Réessayer",
        retry_of: |name| format!("Réessayer {name}"),
        said: "La tâche est reprise.",
        gone: "Cette tâche n’est plus abandonnée\u{a0}: elle a été reprise entre-temps.",
        newest: "Les plus récentes",
        empty: "Tout a été fait",
        empty_text: "Aucune tâche n’est abandonnée.",
    },
};
