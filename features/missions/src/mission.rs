//! A mission as other rooms see it.

use db::Timestamp;
use i18n::Lang;
use profiles::{Category, CompanyId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};

use crate::{MissionId, rules, words::words};

/// Where a mission stands (`brouillon → en cours ⇄ réservée → validée → clôturée`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum MissionState {
    /// Brouillon: only its company sees it.
    #[sea_orm(string_value = "draft")]
    Draft,
    /// En cours: in the search.
    #[sea_orm(string_value = "open")]
    Open,
    /// Réservée: a candidate is chosen and must answer; out of the search (A2).
    #[sea_orm(string_value = "reserved")]
    Reserved,
    /// Validée: concluded; only the pair opens it (R111).
    #[sea_orm(string_value = "validated")]
    Validated,
    /// Clôturée: ended, or cancelled before any choice (A15).
    #[sea_orm(string_value = "closed")]
    Closed,
    /// Retirée by staff.
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
}

impl MissionState {
    /// The colour and the icon that it is shown with.
    pub const fn tone(self) -> (&'static str, &'static str) {
        match self {
            MissionState::Draft => ("", "pencil"),
            MissionState::Open => ("info", "radio"),
            MissionState::Reserved => ("warn", "clock"),
            MissionState::Validated => ("ok", "circle-check"),
            MissionState::Closed | MissionState::Withdrawn => ("", "archive"),
        }
    }
}

/// A mission as other rooms see it.
#[derive(Clone, Debug, PartialEq)]
pub struct MissionCard {
    /// Which.
    pub id: MissionId,
    /// Whose.
    pub company: CompanyId,
    /// Its title; a draft's may be empty.
    pub title: String,
    /// Where it stands.
    pub state: MissionState,
    /// Categories.
    pub categories: Vec<Category>,
    /// The town; may be empty for a draft or a remote mission.
    pub city: String,
    /// Skills asked for, as shown.
    pub skills: Vec<String>,
    /// CHF per day; `None` when left open.
    pub day_rate: Option<i64>,
    /// What is told beside the text; see [`MissionCard::place`] and [`MissionCard::time`].
    pub facts: Facts,
    /// Since when somebody has applied on this text, which then stays as it is (R6, A1).
    pub held_since: Option<Timestamp>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// What is told of a mission beside its text. Empty where a draft does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Where the work is done.
    pub workplace: Option<Workplace>,
    /// Months.
    pub months: Option<i64>,
    /// Percent of a full week.
    pub activity: Option<i64>,
    /// First day; `None` means as soon as possible.
    pub start: Option<chrono::NaiveDate>,
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "lowercase")]
pub enum Workplace {
    /// Sur place.
    #[sea_orm(string_value = "onsite")]
    OnSite,
    /// Hybride.
    #[sea_orm(string_value = "hybrid")]
    Hybrid,
    /// À distance.
    #[sea_orm(string_value = "remote")]
    Remote,
}

impl Workplace {
    /// All three, in the order they are shown.
    pub const ALL: [Workplace; 3] = [Workplace::OnSite, Workplace::Hybrid, Workplace::Remote];

    /// Its name in addresses, storage and the search index.
    pub const fn code(self) -> &'static str {
        match self {
            Workplace::OnSite => "onsite",
            Workplace::Hybrid => "hybrid",
            Workplace::Remote => "remote",
        }
    }

    /// Reads what [`Workplace::code`] wrote.
    pub fn parse(code: &str) -> Option<Workplace> {
        Workplace::ALL
            .into_iter()
            .find(|workplace| workplace.code() == code)
    }
}

impl MissionCard {
    /// Whether its company may still change the text (R98).
    pub fn is_editable(&self) -> bool {
        rules::is_editable(self.state, self.held_since)
    }

    /// « Lausanne, hybride », in the reader's language.
    pub fn place(&self, lang: Lang) -> String {
        place(lang, &self.city, self.facts.workplace)
    }

    /// « CHF 950 / jour », or that it is open.
    pub fn rate(&self, lang: Lang) -> String {
        let w = &words(lang).facts;
        match self.day_rate {
            Some(rate) => (w.per_day)(&lang.chf(rate)),
            None => w.rate_open.to_owned(),
        }
    }

    /// « 6 mois, 80 %, dès le 1er août », as far as known.
    pub fn time(&self, lang: Lang) -> String {
        let w = &words(lang).facts;
        let facts = &self.facts;
        let months = facts.months.map(|months| months_of(lang, months));
        let activity = facts.activity.map(|percent| lang.percent(percent));
        let known = months.is_some() || activity.is_some();
        let start = (known || facts.start.is_some()).then(|| start_of(lang, facts.start));
        let all: Vec<String> = [months, activity, start].into_iter().flatten().collect();
        all.join(w.comma)
    }
}

/// « Lausanne, hybride », « Lausanne » or « Hybride », as far as known.
fn place(lang: Lang, city: &str, workplace: Option<Workplace>) -> String {
    let w = &words(lang).facts;
    match (city, workplace) {
        (city, None) => city.to_owned(),
        ("", Some(workplace)) => (w.workplace)(workplace).to_owned(),
        (city, Some(workplace)) => (w.city_and_workplace)(city, workplace),
    }
}

/// « 6 mois ».
pub(crate) fn months_of(lang: Lang, months: i64) -> String {
    (words(lang).facts.months)(months)
}

/// « dès le 1er août », « dès que possible ».
pub(crate) fn start_of(lang: Lang, start: Option<chrono::NaiveDate>) -> String {
    let w = &words(lang).facts;
    start.map_or_else(
        || w.as_soon_as_possible.to_owned(),
        |day| (w.from_day)(&lang.day_month(day)),
    )
}
