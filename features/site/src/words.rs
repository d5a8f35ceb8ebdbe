//! Sentences of this room, and the words around every page. In a text, `{brand}` stands for the
//! product's name, `{operator}` for whoever runs it and `{payroll}` for the payroll partner: all are
//! the operator's to choose.

mod chrome;
mod en;
mod fr;
#[cfg(test)]
mod tests;

use i18n::Lang;
use web::Page;

use crate::Payroll;

pub use chrome::{ChromeWords, chrome_words};

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// A text with the names it leaves open.
pub(crate) fn with_names(page: &Page, text: &str) -> String {
    text.replace("{brand}", page.brand())
        .replace("{operator}", &page.app().site().operator)
}

impl Payroll {
    /// A text with the names it leaves open, the partner's among them.
    pub(crate) fn named(&self, page: &Page, text: &str) -> String {
        with_names(page, text).replace("{payroll}", &self.name)
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub home: Home,
    pub help: Help,
    pub contact: Contact,
    pub inbox: Inbox,
    pub legal: Legal,
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
    pub certified_count: fn(n: usize) -> String,
    pub freelances_count: fn(n: usize) -> String,
    /// What belongs to each category, in the order of [`profiles::Category::ALL`].
    pub categories: [&'static str; 4],
    pub other_trade: &'static str,
    pub other_trade_link: &'static str,
    pub newest: &'static str,
    pub all_missions: fn(n: usize) -> String,
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

/// A piece of prose.
pub(crate) enum Say {
    Text(&'static str),
    List(&'static [&'static str]),
    /// What the payroll partner takes, if the operator tells (R112).
    PayrollRate,
    /// Where the payroll partner's own site is, if the operator tells (R61).
    PayrollSite,
}

pub(crate) struct Help {
    pub title: &'static str,
    pub description: fn(brand: &str) -> String,
    pub lead: &'static str,
    pub chapters: &'static str,
    pub not_found: &'static str,
    pub not_found_text: &'static str,
    pub contact: &'static str,
    pub parts: [Part; 3],
    /// `percent` as the operator writes it: « 4.5 ».
    pub payroll_rate: fn(percent: &str) -> String,
    pub payroll_site: &'static str,
}

/// What is said to one kind of reader.
pub(crate) struct Part {
    pub id: &'static str,
    pub title: &'static str,
    pub chapters: &'static [Chapter],
}

pub(crate) struct Chapter {
    /// Its anchor; questions have it with their number.
    pub id: &'static str,
    pub title: &'static str,
    pub questions: &'static [Question],
}

pub(crate) struct Question {
    pub question: &'static str,
    pub answer: &'static [Say],
}

pub(crate) struct Contact {
    pub title: &'static str,
    pub description: fn(brand: &str) -> String,
    pub lead: &'static str,
    pub topic: &'static str,
    pub topic_hint: &'static str,
    pub topic_first: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub message: &'static str,
    pub message_hint: &'static str,
    pub send: &'static str,
    pub sent: &'static str,
    pub sent_text: &'static str,
    pub back_home: &'static str,
    /// In the order of [`crate::topic::Topic`].
    pub topics: [&'static str; 8],
    pub letter: Arrived,
}

/// The letter that says that a message has arrived.
pub(crate) struct Arrived {
    pub heading: &'static str,
    pub read: &'static str,
    pub meanwhile: &'static str,
    pub button: &'static str,
    pub reason: &'static str,
}

/// The staff's page of what was written by « Nous contacter ».
pub(crate) struct Inbox {
    pub title: &'static str,
    pub waiting: fn(n: u64) -> String,
    pub empty: &'static str,
    pub empty_text: &'static str,
    pub member: &'static str,
    pub handle: &'static str,
    pub handled: fn(when: &str) -> String,
    pub said_handled: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
    pub pages: &'static str,
}

pub(crate) struct Legal {
    pub pages: &'static str,
    pub to_complete: &'static str,
    pub terms: Document,
    pub privacy: Document,
    pub imprint: Document,
}

pub(crate) struct Document {
    pub title: &'static str,
    pub lead: &'static str,
    pub matters: &'static [Matter],
    /// What nobody but the operator can say.
    pub missing: &'static [&'static str],
}

pub(crate) struct Matter {
    pub title: &'static str,
    pub says: &'static [Say],
}
