//! Sentences of this room.

mod en;
mod fr;

use i18n::Lang;
use swiss::UidFault;
use web::Notice;

use crate::{
    Standing, paths,
    rules::{Decision, Ground, Paper, Permit, Refusal},
    store::Tab,
};

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// What a member reads on a page that only certified members may open.
pub fn locked(lang: Lang) -> Notice {
    let w = words(lang).locked;
    Notice {
        title: w.title,
        text: w.text,
        link: web::chrome::Link {
            href: paths::CERTIFICATION.to_owned(),
            label: w.label,
        },
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub locked: Locked,
    pub standing: fn(Standing, company: bool) -> &'static str,
    pub permit: fn(Permit) -> &'static str,
    pub paper: fn(Paper) -> &'static str,
    /// As the person reads it (R19).
    pub ground: fn(Ground, company: bool) -> &'static str,
    pub refusal: fn(Refusal) -> &'static str,
    pub quote: fn(text: &str) -> String,
    pub fault: Fault,
    pub own: OwnPage,
    pub form: FormWords,
    pub queue: QueuePage,
    pub dossier: DossierPage,
    pub letter: LetterWords,
}

#[derive(Clone, Copy)]
pub(crate) struct Locked {
    pub title: &'static str,
    pub text: &'static str,
    pub label: &'static str,
}

/// A title and a line under it.
#[derive(Clone, Copy)]
pub(crate) struct Stage {
    pub title: &'static str,
    pub text: &'static str,
}

/// What is wrong with a field of this room.
pub(crate) struct Fault {
    pub uid: fn(UidFault) -> String,
    /// With places that may be meant.
    pub unknown_place: fn(near: &[String]) -> String,
    pub seat_abroad: &'static str,
    pub ended: &'static str,
}

/// The person's own page.
pub(crate) struct OwnPage {
    pub title: &'static str,
    pub lead: fn(Standing, company: bool) -> &'static str,
    pub go_on: &'static str,
    pub progress: &'static str,
    pub stages: fn(company: bool) -> [Stage; 3],
    pub by_team: fn(day: &str) -> String,
    pub to_contact: &'static str,
    pub to_contact_text: &'static str,
    pub documents: &'static str,
    pub declared: &'static str,
    pub download: fn(name: &str) -> String,
    pub download_short: &'static str,
    pub change: &'static str,
    pub hand_in: fn(Standing, company: bool) -> &'static str,
    pub until: &'static str,
    /// What is closed until then, each with its icon (R34-R38, R86-R90).
    pub closed: fn(company: bool) -> [(&'static str, Stage); 3],
    pub need: &'static str,
    pub needed: fn(company: bool) -> [(&'static str, Stage); 2],
    pub why: &'static str,
    /// R17.
    pub reasons: fn(company: bool) -> [&'static str; 3],
    pub kept: fn(company: bool) -> &'static str,
    pub said_sent: &'static str,
    pub said_to_contact: &'static str,
}

/// Fields, and what is asked back.
pub(crate) struct FormWords {
    pub identity: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub legal_name: &'static str,
    pub permit: &'static str,
    pub permit_kind: &'static str,
    pub permit_kind_hint: &'static str,
    pub permit_choose: &'static str,
    pub permit_until: fn(permit: &str, day: &str) -> String,
    pub contact_me: &'static str,
    pub valid_until: &'static str,
    pub valid_until_hint: &'static str,
    pub address: &'static str,
    pub street: &'static str,
    pub street_hint: fn(company: bool) -> &'static str,
    pub place: &'static str,
    pub place_hint: &'static str,
    /// The label of a file, for the first time or in the place of another.
    pub file: fn(Paper, again: bool) -> &'static str,
    pub file_hint: fn(most: &str) -> String,
    pub file_missing: fn(Paper) -> &'static str,
    pub files_again: &'static str,
    pub firm: &'static str,
    pub company: &'static str,
    pub company_hint: &'static str,
    pub uid: &'static str,
    pub uid_short: &'static str,
    pub uid_hint: &'static str,
    pub contact_person: &'static str,
    pub contact_person_hint: &'static str,
    pub seat: &'static str,
    pub send: &'static str,
    pub help: &'static str,
}

/// The staff's queue.
pub(crate) struct QueuePage {
    pub title: &'static str,
    pub tabs: &'static str,
    pub tab: fn(Tab) -> &'static str,
    pub empty: &'static str,
    pub first: &'static str,
    pub viewer: &'static str,
    pub choose: &'static str,
}

/// One dossier before staff.
pub(crate) struct DossierPage {
    pub waiting: fn(ago: &str) -> String,
    pub documents: &'static str,
    pub about: fn(name: &str, size: &str, received: &str) -> String,
    pub alt: fn(paper: &str, name: &str) -> String,
    pub pdf: &'static str,
    pub no_documents: &'static str,
    pub open_text: &'static str,
    pub register_text: &'static str,
    pub register: &'static str,
    pub permit_ended: &'static str,
    pub namesakes: fn(n: u64) -> String,
    pub submitted: &'static str,
    pub contacted: &'static str,
    pub certified: &'static str,
    pub last_refusal: &'static str,
    pub last_ground: &'static str,
    pub read: &'static str,
    pub readings: fn(times: u64, last: &str) -> String,
    pub checks: &'static str,
    pub check: fn(company: bool) -> [&'static str; 3],
    pub certify: &'static str,
    pub contact_text: &'static str,
    pub contact: &'static str,
    pub refuse: &'static str,
    pub withdraw: &'static str,
    pub withdraw_text: &'static str,
    pub ground: &'static str,
    pub ground_choose: &'static str,
    pub message: &'static str,
    pub message_hint: &'static str,
    pub refuse_send: &'static str,
    pub withdraw_send: &'static str,
    pub number: &'static str,
    pub number_text: &'static str,
    pub number_send: &'static str,
    /// What was decided on somebody who stood at `before`.
    pub said: fn(&Decision, before: Standing, name: &str) -> String,
}

/// What a letter tells.
#[derive(Clone, Debug)]
pub(crate) enum News {
    /// All was handed in.
    Received { company: bool },
    /// Staff certified.
    Certified { company: bool },
    /// Staff refused.
    Refused {
        company: bool,
        /// They took a certification back.
        withdrawn: bool,
        ground: Option<Ground>,
        /// What staff wrote.
        message: String,
    },
}

/// A letter without its links.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub subject: String,
    pub heading: &'static str,
    /// The first is also the preheader.
    pub before: Vec<String>,
    /// After what staff wrote.
    pub after: Vec<String>,
    pub button: &'static str,
}

pub(crate) struct LetterWords {
    pub text: fn(&News, brand: &str) -> Text,
    pub message_intro: &'static str,
    pub reason: fn(brand: &str) -> String,
}
