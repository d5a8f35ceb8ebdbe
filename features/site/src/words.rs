//! Sentences of this room, and the words around every page. `{brand}` in a text stands for the
//! product's name, which the operator chooses.

mod chrome;
mod en;
mod fr;

use i18n::Lang;

pub use chrome::{ChromeWords, chrome_words};

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub home: Home,
}

/// A term and what is said of it, or a question and its answer.
pub(crate) type Pair = (&'static str, &'static str);

pub(crate) struct Home {
    pub title: &'static str,
    pub description: fn(brand: &str) -> String,
    pub headline: &'static str,
    pub lead: fn(brand: &str) -> String,
    pub to_dashboard: &'static str,
    pub want_freelance: &'static str,
    pub want_mission: &'static str,
    pub proof_checked: &'static str,
    pub proof_where: &'static str,
    pub proof_payroll: &'static str,
    pub art_title: &'static str,
    pub art_text: &'static str,
    pub art_badge: &'static str,
    pub trades: &'static str,
    /// What belongs to each category, in the order of [`profiles::Category::ALL`].
    pub categories: [&'static str; 4],
    pub other_trade: &'static str,
    pub other_trade_link: &'static str,
    pub newest: &'static str,
    pub all_missions: &'static str,
    pub flow: &'static str,
    pub steps: [Pair; 4],
    pub certified: &'static str,
    pub certified_lead: &'static str,
    pub certified_facts: [Pair; 4],
    pub all_freelances: &'static str,
    pub payroll: &'static str,
    pub payroll_lead: &'static str,
    pub payroll_facts: [Pair; 4],
    pub payroll_more: &'static str,
    pub questions: &'static str,
    pub answers: [Pair; 4],
    pub all_questions: &'static str,
    pub begin: &'static str,
    pub see_missions: &'static str,
}
