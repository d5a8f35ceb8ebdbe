//! A mission as a line of results, drawn from its card alone.

use i18n::Lang;
use search::Hit;
use web::{Avatar, Page};

use crate::{MissionId, mission, paths, shelf::Card, words::Words};

/// One line.
pub(crate) struct Line {
    card: Card,
    pub href: String,
    pub logo: Option<String>,
    /// « 80 % ».
    pub activity: Option<String>,
    pub workplace: Option<&'static str>,
    /// The amount; `None` when it is to be agreed.
    pub rate: Option<String>,
    pub time: String,
    pub ago: String,
}

impl Line {
    pub(crate) fn read(page: &Page, w: &Words, hit: &Hit) -> anyhow::Result<Line> {
        let card: Card = serde_json::from_slice(&hit.card)?;
        let lang = page.lang();
        Ok(Line {
            href: paths::mission(MissionId(hit.id)),
            logo: card.logo.map(profiles::paths::logo),
            activity: card.facts.activity.map(|percent| lang.percent(percent)),
            workplace: card.facts.workplace.map(w.facts.workplace),
            rate: card.day_rate.map(|rate| lang.chf(rate)),
            time: time(lang, w, &card),
            ago: lang.ago(page.now(), card.published_at),
            card,
        })
    }

    pub(crate) fn title(&self) -> &str {
        &self.card.title
    }
    pub(crate) fn company(&self) -> &str {
        &self.card.company_name
    }
    pub(crate) fn city(&self) -> &str {
        &self.card.city
    }
    pub(crate) fn excerpt(&self) -> &str {
        &self.card.excerpt
    }
    pub(crate) fn avatar(&self) -> Avatar {
        Avatar::new(&self.card.company_name, self.card.company.0)
    }
    /// The skills, and whether one is among `hits`.
    pub(crate) fn skills<'a>(&'a self, hits: &'a [String]) -> impl Iterator<Item = (&'a str, bool)> {
        let skills = self.card.skills.iter();
        skills.map(|skill| {
            let hit = hits.iter().any(|hit| profiles::same_skill(hit, skill));
            (skill.as_str(), hit)
        })
    }
}

/// « 6 mois, dès le 1er août ».
fn time(lang: Lang, w: &Words, card: &Card) -> String {
    let start = mission::start_of(lang, card.facts.start);
    match card.facts.months {
        Some(months) => format!("{}{}{start}", mission::months_of(lang, months), w.facts.comma),
        None => start,
    }
}
