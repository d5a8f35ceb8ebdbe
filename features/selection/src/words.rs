//! Sentences of this room.

mod en;
mod fr;

use certification::Standing;
use i18n::Lang;
use missions::MissionState;

use crate::{
    events::Side,
    rules::{Refusal, State},
};

/// The sentences in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
}

/// See [`words`]. Sentences stand where they are shown; read them in words/fr.rs.
pub(crate) struct Words {
    pub interest_in_mission: &'static str,
    pub interest_in_freelance: &'static str,
    pub apply: &'static str,
    pub choose: &'static str,
    pub choose_short: &'static str,
    pub reject: &'static str,
    pub reject_short: &'static str,
    pub decline: &'static str,
    pub withdraw: &'static str,
    pub suspended: &'static str,
    /// For a screen reader, where many candidates have the same button: action and name.
    pub about: fn(action: &str, name: &str) -> String,
    pub write_to: fn(name: &str) -> String,
    pub open_talk: &'static str,
    pub see_profile: &'static str,
    pub see_mission: &'static str,
    pub view_candidates: &'static str,
    pub search_mission: &'static str,
    pub search_freelance: &'static str,
    pub create_mission: &'static str,
    pub quote: fn(text: &str) -> String,
    pub label: fn(State, Side) -> &'static str,
    /// A choice that was not answered in time.
    pub not_validated: &'static str,
    pub mission_state: fn(MissionState) -> &'static str,
    pub per_day: fn(rate: &str) -> String,
    pub published: fn(day: &str) -> String,
    pub refusal: fn(Refusal) -> &'static str,
    pub confirm: Confirm,
    pub said: Said,
    pub interest: InterestPage,
    pub candidates: CandidatesPage,
    pub mine: MinePage,
    pub manage: ManagePage,
    pub home: HomePage,
    pub beside: Beside,
}

/// What one reads before a definitive act. Every text holds the word « définitif ».
pub(crate) struct Confirm {
    pub choose_title: fn(name: &str) -> String,
    pub choose: fn(name: &str) -> String,
    pub choose_concludes: &'static str,
    pub reject_title: &'static str,
    pub reject: &'static str,
    pub apply_title: fn(mission: &str) -> String,
    pub apply: &'static str,
    pub apply_concludes: &'static str,
    pub decline_title: &'static str,
    pub decline: &'static str,
    pub withdraw_title: &'static str,
    pub withdraw: &'static str,
    pub reason: &'static str,
}

/// What was done, said on the next page.
pub(crate) struct Said {
    pub interested_in_mission: &'static str,
    pub interested_in_freelance: &'static str,
    pub in_discussion: &'static str,
    pub applied: &'static str,
    pub chosen: &'static str,
    pub concluded: &'static str,
    pub declined: &'static str,
    pub rejected: &'static str,
    pub withdrawn: &'static str,
}

pub(crate) struct InterestPage {
    pub to_company: &'static str,
    pub to_freelance: &'static str,
    pub which: &'static str,
    pub which_first: &'static str,
    pub no_commitment_mission: &'static str,
    pub no_commitment_freelance: fn(name: &str) -> String,
    pub none_open: &'static str,
    pub none_open_text: &'static str,
}

pub(crate) struct CandidatesPage {
    pub sent: &'static str,
    pub sent_lead: &'static str,
    pub received: &'static str,
    pub received_lead: &'static str,
    pub talking: &'static str,
    pub talking_lead: &'static str,
    pub empty: &'static str,
    pub finished: fn(n: u64) -> String,
    pub sent_ago: fn(ago: &str) -> String,
    pub received_ago: fn(ago: &str) -> String,
    pub applied_on: fn(day: &str) -> String,
    pub chosen_on: fn(day: &str) -> String,
    pub answer_due: fn(day: &str) -> String,
    pub not_applied: &'static str,
    pub skills: fn(have: usize, of: usize) -> String,
    pub taken: &'static str,
    pub payroll: &'static str,
    pub dates: fn(from: &str, to: &str) -> String,
}

pub(crate) struct MinePage {
    pub title: &'static str,
    pub by_state: &'static str,
    pub all: &'static str,
    pub received: &'static str,
    pub talking: &'static str,
    pub sent: &'static str,
    pub concluded: &'static str,
    pub finished: &'static str,
    pub empty: &'static str,
    pub empty_text: &'static str,
    pub waits_choice: fn(day: &str) -> String,
    pub answer_by: fn(day: &str) -> String,
    pub sent_ago: fn(ago: &str) -> String,
}

pub(crate) struct ManagePage {
    pub title: &'static str,
    pub waiting: fn(n: i64) -> String,
    pub by_state: &'static str,
    pub all: &'static str,
    pub drafts: &'static str,
    pub open: &'static str,
    pub validated: &'static str,
    pub closed: &'static str,
    pub sent: &'static str,
    pub received: &'static str,
    pub talking: &'static str,
    pub untitled: &'static str,
    pub go_on: &'static str,
    pub edit_of: fn(mission: &str) -> String,
    pub with: fn(name: &str) -> String,
    pub changed: fn(ago: &str) -> String,
    pub closed_ago: fn(ago: &str) -> String,
    pub empty: &'static str,
    pub empty_text: &'static str,
    pub empty_here: &'static str,
}

pub(crate) struct HomePage {
    pub title: &'static str,
    pub hello: fn(name: &str) -> String,
    pub standing: fn(Standing, Side) -> &'static str,
    pub lead: fn(Standing, waiting: u64, Side) -> String,
    /// Certified, but without a profile that searches could show.
    pub not_found_yet: &'static str,
    pub certification: &'static str,
    pub steps: fn(Side) -> [Stage; 3],
    pub refused: &'static str,
    pub refused_text: &'static str,
    pub correct: &'static str,
    pub complete: &'static str,
    pub to_contact: &'static str,
    pub to_answer: &'static str,
    pub nothing_waits: &'static str,
    pub nothing_waits_text: fn(Side) -> &'static str,
    pub received: fn(n: u64) -> &'static str,
    pub talking: &'static str,
    pub sent: fn(n: u64) -> &'static str,
    pub concluded: fn(n: u64) -> &'static str,
    pub open_missions: fn(n: u64) -> &'static str,
    pub sent_title: &'static str,
    pub candidates_waiting: fn(n: i64) -> String,
    pub see_all: &'static str,
    pub see_file: &'static str,
    pub suited: &'static str,
    pub meanwhile: &'static str,
    /// Icon, title, text; `missions`: how many ask for the freelance's skills.
    pub closed_to_freelances: fn(missions: usize) -> [Tile; 3],
    pub closed_to_companies: fn() -> [Tile; 3],
    pub your_profile: fn(Side) -> &'static str,
    pub part_done: &'static str,
    pub more: fn(percent: &str) -> String,
    pub next: &'static str,
    pub profile: &'static str,
    pub company: &'static str,
    pub documents: &'static str,
    pub number: &'static str,
    pub messages: &'static str,
}

/// What is closed until certification: an icon, what, and why.
pub(crate) type Tile = (&'static str, &'static str, String);

/// One stage on the way to certification.
#[derive(Clone, Copy)]
pub(crate) struct Stage {
    pub title: &'static str,
    pub text: &'static str,
}

/// What stands beside missions, conversations and profiles.
pub(crate) struct Beside {
    pub interest_was_yours: &'static str,
    pub interest_was: fn(name: &str) -> String,
    /// On a phone's bar: to the form, or to the buttons.
    pub interested: &'static str,
    pub answer: &'static str,
    /// From a mission to all of one's own.
    pub to_mine: &'static str,
    pub selection: &'static str,
    pub interest: &'static str,
    pub interest_by_you: &'static str,
    pub interest_by: fn(name: &str) -> String,
    pub interest_both: &'static str,
    pub validation: &'static str,
    pub freelance_applied: fn(name: &str, day: &str) -> String,
    pub freelance_not_yet: fn(name: &str) -> String,
    pub you_applied: fn(day: &str) -> String,
    pub you_not_applied: &'static str,
    pub company_chose: fn(name: &str, day: &str) -> String,
    pub company_not_yet: fn(name: &str) -> String,
    pub you_chose: fn(day: &str) -> String,
    pub you_not_chosen: &'static str,
    pub done: &'static str,
    pub mission: &'static str,
    pub rate: &'static str,
    pub place: &'static str,
    pub time: &'static str,

    pub next: &'static str,
    pub next_interest: &'static str,
    pub next_validation: &'static str,
    pub next_payroll: &'static str,
    pub another_chosen: &'static str,
    pub contact: &'static str,
    pub your_mission: &'static str,
    pub candidates: fn(n: u64) -> String,
    pub not_open: &'static str,
    pub already: &'static str,
}
