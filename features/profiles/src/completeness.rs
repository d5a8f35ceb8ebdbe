//! How complete a profile is (R39, R97): its parts, and whether each says what others look for.

use db::Timestamp;
use i18n::Lang;

use crate::{
    paths,
    profile::{CompanyProfile, FreelanceProfile, KEY_SKILLS},
    words::words,
};

/// The parts of a profile, all of the same weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// In the order of the page one writes it on.
    pub parts: Vec<Part>,
}

/// A part of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub label: &'static str,
    /// Whether it is complete.
    pub done: bool,
    pub(crate) anchor: &'static str,
    page: &'static str,
}

impl Part {
    /// Where it is written.
    pub fn href(&self) -> String {
        format!("{}#{}", self.page, self.anchor)
    }
}

impl Completeness {
    /// How much of it is done, in percent.
    pub fn percent(&self) -> i64 {
        let done = self.parts.iter().filter(|part| part.done).count();
        self.share(done)
    }

    /// What one part counts, in percent.
    pub fn weight(&self) -> i64 {
        self.share(1)
    }

    /// Whether searches have something to show: the first part says what one does.
    pub fn can_be_found(&self) -> bool {
        self.parts.first().is_none_or(|part| part.done)
    }

    fn share(&self, parts: usize) -> i64 {
        let all = self.parts.len().max(1);
        i64::try_from((parts * 100 + all / 2) / all).unwrap_or_default()
    }

    /// What orders results that match equally well (R39, R97): the later something was written and the more
    /// complete it is, the larger. A percent that is missing makes it half a day older.
    pub fn visibility(written: Timestamp, percent: i64) -> i64 {
        const HALF_A_DAY: i64 = 12 * 60 * 60 * 1_000_000;
        written.timestamp_micros() - (100 - percent) * HALF_A_DAY
    }

    pub(crate) fn of_freelance(lang: Lang, profile: &FreelanceProfile) -> Completeness {
        let w = words(lang);
        let named = !profile.headline.is_empty() && profile.place.is_some() && !profile.categories.is_empty();
        let priced = profile.day_rate.is_some() && profile.experience.is_some();
        let parts = [
            ("identity", w.profile.identity, named),
            ("about", w.profile.about, !profile.description.is_empty()),
            ("competence", w.skills, profile.skills.len() >= KEY_SKILLS),
            ("tongues", w.languages, !profile.languages.is_empty()),
            ("work", w.profile.work, priced),
        ];
        Completeness::on(paths::PROFILE, &parts)
    }

    pub(crate) fn of_company(lang: Lang, profile: &CompanyProfile) -> Completeness {
        let w = &words(lang).company;
        let located = profile.place.is_some() && !profile.street.is_empty();
        let parts = [
            ("logo", w.logo, profile.logo.is_some()),
            ("sector", w.sector, !profile.sector.is_empty()),
            ("presentation", w.presentation, !profile.presentation.is_empty()),
            ("website", w.website, !profile.website.is_empty()),
            ("street", w.location, located),
            ("contact_role", w.contact_role, !profile.contact_role.is_empty()),
        ];
        Completeness::on(paths::COMPANY, &parts)
    }

    fn on(page: &'static str, parts: &[(&'static str, &'static str, bool)]) -> Completeness {
        let part = |&(anchor, label, done): &(&'static str, &'static str, bool)| Part {
            label,
            done,
            anchor,
            page,
        };
        Completeness {
            parts: parts.iter().map(part).collect(),
        }
    }
}
