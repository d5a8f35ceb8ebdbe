//! Sentences of this room.

mod en;
mod fr;

use i18n::Lang;

use crate::{
    MissionState, Workplace,
    rules::{Missing, Step},
    shelf::Duration,
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
    pub facts: Facts,
    pub search: SearchPage,
    pub previews: PreviewPages,
    pub mission: MissionPage,
    pub edit: EditPages,
}

/// Place, rate and time, as cards and letters say them.
pub(crate) struct Facts {
    pub workplace: fn(Workplace) -> &'static str,
    pub city_and_workplace: fn(city: &str, Workplace) -> String,
    pub per_day: fn(rate: &str) -> String,
    /// After an amount: « / jour ».
    pub a_day: &'static str,
    pub rate_open: &'static str,
    pub months: fn(i64) -> String,
    pub from_day: fn(day: &str) -> String,
    pub as_soon_as_possible: &'static str,
    pub comma: &'static str,
}

/// « Recherchez une mission ».
pub(crate) struct SearchPage {
    pub title: &'static str,
    pub filters: &'static str,
    pub close_filters: &'static str,
    pub sector: &'static str,
    pub skills: &'static str,
    pub workplace: &'static str,
    pub canton: &'static str,
    pub all_cantons: &'static str,
    pub of_canton: fn(name: &str, count: usize) -> String,
    pub canton_name: fn(swiss::Canton) -> &'static str,
    pub rate: &'static str,
    pub from_chf: &'static str,
    pub rate_label: &'static str,
    pub duration: &'static str,
    pub durations: fn(Duration) -> &'static str,
    pub experience: &'static str,
    pub billing: &'static str,
    pub payroll: &'static str,
    pub show: fn(count: &str, n: u64) -> String,
    pub keyword: &'static str,
    pub placeholder: &'static str,
    pub search: &'static str,
    pub missions: fn(n: u64) -> &'static str,
    pub sort_by: &'static str,
    pub by_relevance: &'static str,
    pub by_newest: &'static str,
    pub by_rate: &'static str,
    pub by_start: &'static str,
    pub active: &'static str,
    pub remove: &'static str,
    pub rate_chip: fn(rate: &str) -> String,
    pub clear: &'static str,
    pub asked_skills: &'static str,
    pub respelled: &'static str,
    pub partly: &'static str,
    pub empty: EmptyResult,
}

/// When nothing was found (R53).
pub(crate) struct EmptyResult {
    pub title: &'static str,
    pub text: &'static str,
    pub without: fn(filter: &str, count: &str) -> String,
    pub related: &'static str,
    pub profile: &'static str,
    pub complete: &'static str,
    pub all: &'static str,
}

/// What everyone may see (R91).
pub(crate) struct PreviewPages {
    pub title: &'static str,
    pub lead: fn(count: &str, n: u64) -> String,
    /// Instead of the lead, when a search finds nothing.
    pub lead_nothing: &'static str,
    pub about: fn(count: &str) -> String,
    pub search: &'static str,
    pub placeholder: &'static str,
    pub list: &'static str,
    pub empty: &'static str,
    pub empty_text: &'static str,
    pub one_lead: &'static str,
    pub categories: &'static str,
    pub see: &'static str,
    pub see_text: &'static str,
    pub steps: [(&'static str, &'static str); 3],
    pub member: &'static str,
    pub certify: &'static str,
    pub certify_text: &'static str,
    pub complete: &'static str,
    pub company: &'static str,
    pub company_text: &'static str,
}

/// One mission in full.
pub(crate) struct MissionPage {
    pub back: &'static str,
    pub manage: &'static str,
    pub certified: &'static str,
    pub untitled: &'static str,
    /// What a company without a declared name is called, to itself alone.
    pub nameless: &'static str,
    pub place: &'static str,
    pub duration: &'static str,
    pub activity: &'static str,
    pub start: &'static str,
    pub now: &'static str,
    pub experience: &'static str,
    pub years: fn(i64) -> String,
    pub about: &'static str,
    pub skills: &'static str,
    pub have: fn(have: usize, all: usize) -> String,
    pub terms: &'static str,
    pub billing: &'static str,
    pub payroll: &'static str,
    pub independent: &'static str,
    pub published: &'static str,
    pub rate: &'static str,
    pub company: &'static str,
    pub sector: &'static str,
    pub address: &'static str,
    pub website: &'static str,
    pub contact: &'static str,
    pub offer: &'static str,
    pub yours: &'static str,
    pub edit: &'static str,
    pub search_freelance: &'static str,
    pub out_of_search: &'static str,
    pub close: &'static str,
    pub close_title: &'static str,
    pub close_text: &'static str,
    pub closed: &'static str,
    pub delete: &'static str,
    pub delete_title: &'static str,
    pub delete_text: &'static str,
    pub deleted: &'static str,
    pub cannot_close_paused: &'static str,
    pub cannot_close: fn(MissionState) -> &'static str,
    pub badge: fn(MissionState) -> &'static str,
}

/// « Création d'une mission ».
pub(crate) struct EditPages {
    pub title: &'static str,
    pub title_open: &'static str,
    pub steps: &'static str,
    pub step: fn(Step) -> &'static str,
    pub done: &'static str,
    pub back: &'static str,
    pub save_draft: &'static str,
    pub save: &'static str,
    pub next: fn(Step) -> String,
    pub draft_saved: &'static str,
    pub saved: &'static str,
    pub draft_at: fn(ago: &str) -> String,
    pub about: AboutStep,
    pub skills: SkillsStep,
    pub rate: RateStep,
    pub preview: PreviewStep,
    pub missing: fn(Missing) -> &'static str,
    pub locked: &'static str,
    pub locked_text: fn(MissionState) -> &'static str,
    pub held_text: &'static str,
    pub see: &'static str,
}

/// First step.
pub(crate) struct AboutStep {
    pub lead: &'static str,
    pub title: &'static str,
    pub title_hint: &'static str,
    pub categories: &'static str,
    pub categories_hint: &'static str,
    pub category: fn(profiles::Category) -> &'static str,
    pub description: &'static str,
    pub description_hint: &'static str,
    pub workplace: &'static str,
    pub place: &'static str,
    pub place_hint: &'static str,
    pub no_place: &'static str,
    pub did_you_mean: fn(places: &str) -> String,
    pub start: &'static str,
    pub start_hint: &'static str,
    pub months: &'static str,
    pub months_hint: &'static str,
    pub months_unit: &'static str,
}

/// Second step.
pub(crate) struct SkillsStep {
    pub lead: &'static str,
    pub asked: &'static str,
    pub advice: &'static str,
    pub none: &'static str,
    pub add: &'static str,
    pub add_hint: &'static str,
    pub add_button: &'static str,
    pub remove: fn(skill: &str) -> String,
    pub too_many: &'static str,
    pub at_least_one: &'static str,
    pub suggested: &'static str,
    pub years: &'static str,
    pub years_hint: &'static str,
    pub years_unit: &'static str,
}

/// Third step.
pub(crate) struct RateStep {
    pub lead: &'static str,
    pub pricing: &'static str,
    pub fixed: &'static str,
    pub fixed_text: &'static str,
    pub open: &'static str,
    pub open_text: &'static str,
    pub rate: &'static str,
    pub currency: &'static str,
    pub activity: &'static str,
    pub billing: &'static str,
    pub payroll: &'static str,
    pub payroll_text: &'static str,
    pub independent: &'static str,
    pub independent_text: &'static str,
    pub budget: &'static str,
    pub budget_line: fn(days: &str, rate: &str) -> String,
    pub budget_total: &'static str,
}

/// Fourth step.
pub(crate) struct PreviewStep {
    pub lead: &'static str,
    pub lead_text: &'static str,
    pub visitor: &'static str,
    pub missing: &'static str,
    pub publish: &'static str,
    pub published: &'static str,
    pub locked: &'static str,
    pub locked_text: &'static str,
    pub locked_link: &'static str,
    pub presentation: &'static str,
    pub presentation_text: &'static str,
    pub presentation_link: &'static str,
}
