//! Français.

use i18n::elided;

use super::{ComposerWords, ListWords, ThreadWords, Words};
use crate::rules::{Kind, Refusal, Side};

pub(super) static FR: Words = Words {
    title: "Messagerie",
    tabs: "Conversations",
    current: "En cours",
    archived: "Archivées",
    gone: "Compte supprimé",
    yesterday: "hier",
    list: ListWords {
        unread: "Non lu\u{a0}: ",
        by_you: |words| format!("Vous\u{a0}: {words}"),
        nothing_said: "Pas encore de message",
        pages: "Pages de conversations",
        older: "Plus anciennes",
        newest: "Les plus récentes",
        choose: "Choisissez une conversation",
        choose_text: "Elle s’affiche ici, avec la mission et les prochaines étapes.",
        empty: "Votre messagerie est vide",
        empty_text: |side| match side {
            Side::Freelance => {
                "Elle s’ouvre dès qu’une entreprise ou vous montrez de l’intérêt pour travailler ensemble."
            }
            Side::Company => {
                "Elle s’ouvre dès qu’un freelance ou vous montrez de l’intérêt pour travailler ensemble."
            }
        },
        empty_archive: "Aucune conversation archivée",
        empty_archive_text: "Une discussion vient ici quand sa mission est clôturée. Vous pouvez toujours la relire.",
        search: |side| match side {
            Side::Freelance => "Recherchez une mission",
            Side::Company => "Chercher un freelance",
        },
    },
    thread: ThreadWords {
        back: "Retour aux conversations",
        steps: "Étapes",
        answer: "Répondre",
        beside: "Mission et étapes de sélection",
        scroller: "Fil des messages",
        log: "Messages",
        is_archived: "Archivée",
        mark_read: "Marquer comme lu",
        earlier: "Messages précédents",
        latest: "Revenir aux derniers messages",
        you_at: |time| format!("Vous, {time}"),
        other_at: |name, time| format!("{name}, {time}"),
        read: ". Lu",
        noted: |kind, side, by| match (kind, by) {
            (Kind::Opened, None) => match side {
                Side::Freelance => "Vous avez montré votre intérêt pour cette mission.".to_owned(),
                Side::Company => "Vous avez proposé cette mission.".to_owned(),
            },
            (Kind::Opened, Some(name)) => match side {
                Side::Freelance => format!("{name} vous propose cette mission."),
                Side::Company => format!("{name} s’intéresse à votre mission."),
            },
            (Kind::Accepted, None) => "Vous partagez cet intérêt. La discussion est ouverte.".to_owned(),
            (Kind::Accepted, Some(name)) => {
                format!("{name} partage votre intérêt. La discussion est ouverte.")
            }
            (Kind::Applied, None) => "Vous avez postulé.".to_owned(),
            (Kind::Applied, Some(name)) => format!("{name} a postulé. À vous de choisir."),
            (Kind::Chosen, None) => "Vous avez fait votre choix.".to_owned(),
            (Kind::Chosen, Some(name)) => {
                format!(
                    "Le choix {} s’est porté sur vous. À vous de postuler.",
                    elided("de", name)
                )
            }
            (Kind::Concluded, None) => {
                "Vous avez donné votre accord. La collaboration est conclue.".to_owned()
            }
            (Kind::Concluded, Some(name)) => {
                format!("{name} a donné son accord. La collaboration est conclue.")
            }
            (Kind::Archived | Kind::Message, _) => {
                "La mission est clôturée. La discussion est archivée.".to_owned()
            }
        },
    },
    composer: ComposerWords {
        label: "Votre message",
        write_to: |name| format!("Écrivez à {name}…"),
        send: "Envoyer",
        refusal: |refusal| match refusal {
            Refusal::AwaitsAnswer => {
                "Votre premier message est déjà parti. Le suivant pourra suivre dès que l’autre côté aura répondu ou accepté."
            }
            Refusal::Archived => "La discussion vient d’être archivée\u{a0}: ce message n’est pas parti.",
            Refusal::Vanished => "Cette discussion n’existe plus.",
            Refusal::OtherNotCertified => {
                "L’autre compte n’est pas certifié en ce moment\u{a0}: ce message n’est pas parti."
            }
            Refusal::Overtaken => {
                "Un autre message est parti au même instant. Relisez le fil, puis envoyez le vôtre."
            }
        },
        closed: |refusal, name| match refusal {
            Refusal::AwaitsAnswer => (
                "Votre message est envoyé.",
                format!(
                    "Vous pourrez écrire à nouveau {} aura répondu ou accepté.",
                    elided("dès que", name)
                ),
            ),
            Refusal::OtherNotCertified => (
                "Discussion en pause.",
                format!("{name} n’a pas de certification en ce moment. Vous gardez l’historique."),
            ),
            Refusal::Archived | Refusal::Vanished | Refusal::Overtaken => (
                "Discussion en lecture seule.",
                "Vous gardez l’historique, mais l’envoi de messages est fermé.".to_owned(),
            ),
        },
        too_fast: "Beaucoup de messages sont partis en peu de temps. Votre texte est gardé\u{a0}: envoyez-le à nouveau dans une minute.",
    },
};
