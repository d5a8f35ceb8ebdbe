//! Sentences of this room.

mod en;
mod fr;

use i18n::Lang;

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub desk: DeskPage,
    pub jobs: JobsPage,
}

pub(crate) struct DeskPage {
    pub title: &'static str,
    pub lead: fn(waiting: u64) -> String,
    pub freelances: &'static str,
    pub companies: &'static str,
    pub to_contact: &'static str,
    pub jobs: &'static str,
    pub places: &'static str,
    pub certification: &'static str,
    pub certification_text: &'static str,
    pub messages: &'static str,
    pub messages_text: &'static str,
    pub jobs_text: &'static str,
}

pub(crate) struct JobsPage {
    pub title: &'static str,
    pub lead: &'static str,
    pub created: fn(at: &str) -> String,
    pub ended: fn(at: &str) -> String,
    pub attempts: fn(n: u64) -> String,
    pub retry: &'static str,
    pub retry_of: fn(name: &str) -> String,
    pub said: &'static str,
    pub gone: &'static str,
    pub newest: &'static str,
    pub empty: &'static str,
    pub empty_text: &'static str,
}
