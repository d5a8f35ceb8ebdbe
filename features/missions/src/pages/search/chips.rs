//! Filters as links: those that are on, each leading to the search without it, and what to try when
//! nothing was found.

use certification::rights::FREELANCE;
use profiles::Level;
use web::Page;

use super::{Asked, find};
use crate::{Workplace, paths, shelf::Duration, words::Words};

/// A filter that is on, and the search without it.
pub(crate) struct Chip {
    pub label: String,
    pub href: String,
}

/// What to try when nothing was found (R53).
pub(crate) struct Empty {
    pub wider: Vec<Chip>,
    pub related: Vec<Chip>,
    pub profile: bool,
}

/// The filters that are on.
pub(super) fn chips(page: &Page, w: &Words, asked: &Asked) -> Vec<Chip> {
    let filters = asked.filters().into_iter();
    filters
        .map(|(name, value)| Chip {
            href: paths::search(&asked.without(name, &value).to_query()),
            label: label(page, w, name, &value),
        })
        .collect()
}

/// A filter in words.
fn label(page: &Page, w: &Words, name: &str, value: &str) -> String {
    let (lang, s) = (page.lang(), &w.search);
    let said = match name {
        "category" => profiles::Category::parse(value).map(|one| one.name(lang)),
        "workplace" => Workplace::parse(value).map(w.facts.workplace),
        "canton" => swiss::Canton::parse(value).map(s.canton_name),
        "duration" => Duration::ALL
            .into_iter()
            .find(|one| one.code() == value)
            .map(s.durations),
        "experience" => Level::parse(value).map(|one| one.name(lang)),
        "skill" => Some(profiles::skill_label(value, lang)),
        "payroll" => Some(s.payroll),
        "rate_from" => return (s.rate_chip)(&lang.chf(value.parse().unwrap_or_default())),
        _ => None,
    };
    said.unwrap_or(value).to_owned()
}

/// Wider filters, words that mean nearly the same, and the profile (R53).
pub(super) fn empty(page: &Page, w: &Words, asked: &Asked) -> anyhow::Result<Empty> {
    let lang = page.lang();
    let mut wider = Vec::new();
    for (name, value) in asked.filters() {
        let fewer = asked.without(name, &value);
        let total = find(page.app(), &fewer.query(0, 0, &[]))?.total;
        if total > 0 {
            let label = label(page, w, name, &value);
            let count = lang.number(i64::try_from(total).unwrap_or(i64::MAX));
            wider.push(Chip {
                label: (w.search.empty.without)(&label, &count),
                href: paths::search(&fewer.to_query()),
            });
        }
    }
    Ok(Empty {
        wider,
        related: related(page, asked)?,
        profile: page.viewer().is(FREELANCE),
    })
}

/// Skills like the words typed that some mission asks for.
fn related(page: &Page, asked: &Asked) -> anyhow::Result<Vec<Chip>> {
    const MOST: usize = 5;
    let mut related: Vec<Chip> = Vec::new();
    let whole = std::iter::once(asked.text.as_str());
    let words = asked
        .text
        .split_whitespace()
        .filter(|word| word.chars().count() > 2);
    for typed in whole.chain(words.take(6)).filter(|typed| !typed.is_empty()) {
        for skill in profiles::suggest_skills(typed, page.lang(), MOST) {
            let other = Asked {
                text: skill.to_owned(),
                page: 1,
                ..Asked::default()
            };
            let known = related.iter().any(|chip| chip.label == skill) || asked.text == skill;
            if related.len() < MOST && !known && find(page.app(), &other.query(0, 0, &[]))?.total > 0 {
                related.push(Chip {
                    label: skill.to_owned(),
                    href: paths::search(&other.to_query()),
                });
            }
        }
    }
    Ok(related)
}
