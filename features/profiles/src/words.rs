//! Sentences of this room.

mod en;
mod fr;

use certification::Standing;
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
    pub category: &'static str,
    pub city: &'static str,
    pub canton: &'static str,
    pub skill: &'static str,
    pub skills: &'static str,
    pub key_skills: &'static str,
    pub technical: &'static str,
    pub transversal: &'static str,
    pub tools: &'static str,
    pub languages: &'static str,
    pub experience: &'static str,
    pub years: fn(years: i64) -> String,
    pub day_rate: &'static str,
    pub per_day: &'static str,
    pub billing: &'static str,
    pub payroll: &'static str,
    pub certified: &'static str,
    pub not_certified: &'static str,
    pub make_public: &'static str,
    pub done: &'static str,
    pub save: &'static str,
    pub unknown_place: &'static str,
    pub search: SearchPage,
    pub previews: PreviewsPage,
    pub freelance: FreelancePage,
    pub profile: ProfilePage,
    pub company: CompanyPage,
}

pub(crate) struct SearchPage {
    pub title: &'static str,
    /// What the search is about, for a screen reader.
    pub freelances: &'static str,
    pub filters: &'static str,
    pub close: &'static str,
    pub more: &'static str,
    pub from_chf: &'static str,
    pub to_chf: &'static str,
    pub least: &'static str,
    pub most: &'static str,
    pub from: fn(rate: &str) -> String,
    pub to: fn(rate: &str) -> String,
    pub show: fn(profiles: usize) -> String,
    pub profiles: fn(profiles: usize) -> String,
    pub keyword: &'static str,
    pub placeholder: &'static str,
    pub search: &'static str,
    pub sort_by: &'static str,
    /// By the order's code.
    pub order: fn(code: &str) -> &'static str,
    pub active: &'static str,
    /// Before the name of a filter, for a screen reader.
    pub remove: &'static str,
    pub clear: &'static str,
    pub nothing: &'static str,
    pub nothing_text: &'static str,
    pub try_instead: &'static str,
    pub see_without_filters: fn(profiles: usize) -> String,
    pub without_text: &'static str,
    pub respelled: &'static str,
    pub partly: &'static str,
}

pub(crate) struct PreviewsPage {
    pub title: &'static str,
    pub lead: &'static str,
    pub all_categories: &'static str,
    pub counted: fn(category: &str, profiles: usize) -> String,
    pub city_example: &'static str,
    pub skill_example: &'static str,
    pub show: &'static str,
    pub profiles: fn(profiles: usize) -> String,
    pub nothing: &'static str,
    pub nothing_text: &'static str,
    pub see_all: &'static str,
    pub reserved: &'static str,
    pub for_visitors: &'static str,
    pub for_companies: &'static str,
    pub for_freelances: &'static str,
    pub certify: &'static str,
    pub my_profile: &'static str,
}

pub(crate) struct FreelancePage {
    pub about: &'static str,
    pub work: &'static str,
    pub offer: &'static str,
    pub no_rate: &'static str,
    pub no_name: &'static str,
    pub only_you: &'static str,
    pub only_you_text: &'static str,
    pub edit: &'static str,
}

pub(crate) struct ProfilePage {
    pub title: &'static str,
    pub complete: fn(percent: &str) -> String,
    pub preview: &'static str,
    pub sections: &'static str,
    pub documents: &'static str,
    pub standing: fn(Standing) -> &'static str,
    /// Instead of the standing, for a certified profile that says nothing yet.
    pub unfound: &'static str,
    pub identity: &'static str,
    pub identity_advice: &'static str,
    pub headline: &'static str,
    pub headline_hint: &'static str,
    pub no_category: &'static str,
    pub city_hint: &'static str,
    pub about: &'static str,
    pub about_advice: &'static str,
    pub description: &'static str,
    pub description_hint: &'static str,
    pub skills_lead: &'static str,
    pub skills_advice: &'static str,
    pub skills: &'static str,
    pub skills_hint: &'static str,
    pub add_skill: &'static str,
    pub skill_example: &'static str,
    pub add: &'static str,
    pub long_skill: fn(skill: &str, most: usize) -> String,
    pub many_skills: fn(most: usize) -> String,
    pub languages_advice: &'static str,
    pub work: &'static str,
    pub work_advice: &'static str,
    pub day_rate: &'static str,
    pub day_rate_hint: &'static str,
    pub experience_hint: &'static str,
    pub payroll: &'static str,
    pub saved: &'static str,
    pub skill_added: &'static str,
}

pub(crate) struct CompanyPage {
    pub title: &'static str,
    pub complete: fn(percent: &str) -> String,
    pub certify: &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub who: &'static str,
    pub name_note: &'static str,
    pub logo: &'static str,
    pub logo_hint: fn(most: &str) -> String,
    pub remove_logo: &'static str,
    pub what: &'static str,
    pub sector: &'static str,
    pub sector_hint: &'static str,
    pub presentation: &'static str,
    pub presentation_hint: &'static str,
    pub website: &'static str,
    pub website_hint: &'static str,
    pub location: &'static str,
    pub street: &'static str,
    pub city_hint: &'static str,
    pub contact: &'static str,
    pub contact_role: &'static str,
    pub contact_role_hint: &'static str,
    pub foot: &'static str,
    pub saved: &'static str,
}
