//! Sentences of this room.

mod en;
mod fr;

use i18n::Lang;
use swiss::UidFault;

use crate::letters::{Kind, Told};

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub email: &'static str,
    pub password: &'static str,
    pub password_hint: &'static str,
    pub easily_guessed: &'static str,
    pub to_sign_in: &'static str,
    pub to_sign_up: &'static str,
    /// Where a letter did not come.
    pub once_more: &'static str,
    pub forgotten: &'static str,
    pub sign_up: SignUp,
    pub freelance: Joining,
    pub company: Joining,
    pub sent: Said,
    pub sent_to: fn(email: &str) -> String,
    pub confirm: Confirm,
    pub sign_in: SignIn,
    pub signed_out: &'static str,
    pub recovery: Recovery,
    pub settings: Settings,
    pub change_password: ChangePassword,
    pub change_email: ChangeEmail,
    pub sessions: Sessions,
    pub letter: fn(Kind, &Told) -> Text,
    /// Why somebody receives a letter.
    pub reason: fn(Kind, brand: &str) -> String,
}

pub(crate) struct SignUp {
    pub title: &'static str,
    pub lead: &'static str,
    pub you_are: &'static str,
    pub freelance: &'static str,
    pub freelance_text: &'static str,
    pub company: &'static str,
    pub company_text: &'static str,
    pub uid: &'static str,
    pub uid_hint: &'static str,
    pub uid_fault: fn(UidFault) -> String,
    pub create: &'static str,
    /// « En créant un compte, vous acceptez » the terms « et » the protection of data.
    pub accept: [&'static str; 3],
    pub terms: &'static str,
    pub privacy: &'static str,
    pub is_member: &'static str,
    pub categories: [&'static str; 4],
    pub other_field: &'static str,
    pub other_field_link: &'static str,
}

/// What a freelance or a company reads beside its sign-up.
pub(crate) struct Joining {
    /// Why data is asked (R17).
    pub why: &'static str,
    pub whom: &'static str,
    pub whom_text: &'static str,
    pub needs: &'static str,
    pub need: [(&'static str, &'static str); 2],
    pub note: &'static str,
}

/// A quiet page: a title and a text.
pub(crate) struct Said {
    pub title: &'static str,
    pub text: &'static str,
}

pub(crate) struct Confirm {
    pub title: &'static str,
    pub text: fn(email: &str) -> String,
    pub other_browser: &'static str,
    pub wrong: &'static str,
    pub already: &'static str,
    pub button: &'static str,
    pub done: &'static str,
    pub gone: Said,
    pub taken: Said,
}

pub(crate) struct SignIn {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub wrong: &'static str,
    pub no_account: &'static str,
}

pub(crate) struct Recovery {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub sent: Said,
    pub choose: &'static str,
    pub choose_first: &'static str,
    pub of_account: fn(email: &str) -> String,
    pub save: &'static str,
    pub ends_sessions: &'static str,
    pub done: &'static str,
    pub gone: Said,
}

pub(crate) struct Settings {
    pub title: &'static str,
    pub overview: &'static str,
    pub personal: &'static str,
    pub pending: &'static str,
    pub password_text: &'static str,
    pub sessions_text: fn(n: u64) -> String,
    pub see_sessions: &'static str,
    pub display: &'static str,
    pub display_text: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    /// In the order of [`web::Theme::ALL`].
    pub themes: [&'static str; 3],
    pub notifications: &'static str,
    pub notifications_text: &'static str,
    pub save: &'static str,
    pub display_saved: &'static str,
}

pub(crate) struct ChangePassword {
    pub title: &'static str,
    pub old: &'static str,
    pub old_wrong: &'static str,
    pub new: &'static str,
    pub note: &'static str,
    pub done: &'static str,
}

pub(crate) struct ChangeEmail {
    pub title: &'static str,
    pub now: fn(email: &str) -> String,
    pub new: &'static str,
    pub hint: &'static str,
    pub same: &'static str,
    pub password: &'static str,
    pub button: &'static str,
    pub sent: fn(email: &str) -> String,
    pub confirm: &'static str,
    pub confirm_text: fn(email: &str) -> String,
    pub confirm_button: &'static str,
    pub done: &'static str,
    pub gone: Said,
    pub taken: Said,
}

pub(crate) struct Sessions {
    pub title: &'static str,
    pub text: &'static str,
    pub this: &'static str,
    pub unknown: &'static str,
    pub times: fn(since: &str, used: &str) -> String,
    pub end: &'static str,
    /// For a screen reader, where many sessions have the same button.
    pub end_of: fn(device: &str) -> String,
    pub end_others: &'static str,
    pub ended: &'static str,
    pub others_ended: &'static str,
}

/// A letter without its addresses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub subject: String,
    pub heading: &'static str,
    /// The first is also what a mailbox shows before the letter is opened.
    pub before: Vec<String>,
    pub button: &'static str,
    pub after: Vec<String>,
    /// A question and the link that answers it.
    pub aside: Option<(&'static str, &'static str)>,
}
