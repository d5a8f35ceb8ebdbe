//! Sentences that every page shares.

mod en;
mod fr;

use std::time::Duration;

use i18n::Lang;

/// The shared sentences in `lang`.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`].
#[expect(
    missing_docs,
    reason = "each field is named by its sentence; read them in words/fr.rs"
)]
pub struct Words {
    pub skip: &'static str,
    pub brand_home: &'static str,
    pub main_nav: &'static str,
    pub language: &'static str,
    pub language_in_menu: &'static str,
    pub language_at_foot: &'static str,
    pub menu: &'static str,
    pub notifications: fn(n: u64) -> String,
    pub my_account: fn(initials: &str) -> String,
    pub sign_out: &'static str,
    pub waiting: &'static str,
    pub optional: &'static str,
    pub cancel: &'static str,
    pub pages: &'static str,
    pub next: &'static str,
    pub range: fn(from: usize, to: usize, total: usize, lang: Lang) -> String,
    pub check_fields: fn(faults: usize) -> &'static str,
    /// A password is never given back.
    pub secret_again: &'static str,
    /// Before the title of a page that says no to a form.
    pub error: &'static str,
    pub fault: FaultWords,
    pub problem: ProblemWords,
}

#[expect(missing_docs, reason = "each field is named by its sentence")]
pub struct FaultWords {
    pub named: fn(label: &str, sentence: &str) -> String,
    pub too_fast: &'static str,
    pub missing: &'static str,
    pub too_short: fn(missing: usize) -> String,
    pub too_long: fn(most: usize, over: usize) -> String,
    pub control: &'static str,
    pub not_a_number: &'static str,
    pub too_small: fn(least: &str) -> String,
    pub too_big: fn(most: &str) -> String,
    pub not_an_email: &'static str,
    pub not_a_day: &'static str,
    pub not_a_link: &'static str,
    pub choose: &'static str,
    pub stale: &'static str,
    pub file_empty: &'static str,
    pub file_too_large: fn(most: &str) -> String,
    pub file_kind: fn(allowed: &str) -> String,
    pub file_broken_image: &'static str,
    pub file_image_too_big: &'static str,
    pub file_broken_pdf: &'static str,
    pub file_pdf_too_big: &'static str,
    pub file_active_pdf: &'static str,
    pub file_locked_pdf: &'static str,
}

#[expect(missing_docs, reason = "each field is named by its sentence")]
pub struct ProblemWords {
    pub code: fn(status: u16) -> String,
    pub reference: fn(reference: &str) -> String,
    pub back_home: &'static str,
    pub try_again: &'static str,
    pub search: &'static str,
    pub not_found: Said,
    pub forbidden: Said,
    pub bad_request: Said,
    pub head_too_large: Said,
    pub misdirected: Said,
    pub method: Said,
    pub stale: Said,
    pub ended: Said,
    pub kept: KeptWords,
    pub too_many: Said,
    pub too_many_wait: fn(wait: Duration) -> String,
    pub too_large: Said,
    pub unsupported: Said,
    pub timeout: Said,
    pub busy: Said,
    pub broken: Said,
}

#[expect(missing_docs, reason = "each field is named by its sentence")]
pub struct KeptWords {
    pub title: &'static str,
    pub files: &'static str,
    pub label: fn(place: usize, of: usize) -> String,
    pub sign_in: &'static str,
    pub take_up: &'static str,
    pub resend: &'static str,
}

/// A title and what to do.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// What is the matter.
    pub title: &'static str,
    /// Why, and what to do.
    pub text: &'static str,
}
