//! Sentences of this room. (Door first: the room's owner completes them.)

use i18n::Lang;
use web::{Notice, chrome::Link};

use crate::paths;

/// What a member reads on a page that only certified members may open.
pub fn locked(lang: Lang) -> Notice {
    let (title, text, label) = match lang {
        Lang::Fr => (
            "Cette page est réservée aux membres certifiés.",
            "Terminez votre certification pour voir les missions et les profils complets.",
            "Terminer ma certification",
        ),
        Lang::En => (
            "This page is for certified members.",
            "Complete your certification to see missions and profiles in full.",
            "Complete my certification",
        ),
    };
    Notice {
        title,
        text,
        link: Link {
            href: paths::CERTIFICATION.to_owned(),
            label,
        },
    }
}
