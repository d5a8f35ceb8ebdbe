//! The filters beside the results, with their counts, and those in force as chips.

use std::collections::HashMap;

use i18n::Lang;
use swiss::Canton;

use super::wanted::Wanted;
use crate::{Category, Level, shelf, skill_label, tongue::Tongue, words::Words};

/// One filter.
pub(super) struct Facet {
    pub name: &'static str,
    pub legend: &'static str,
    pub first: Vec<Choice>,
    /// Behind « Plus ».
    pub more: Vec<Choice>,
}

impl Facet {
    /// Whether something chosen would be hidden.
    pub(super) fn is_open(&self) -> bool {
        self.more.iter().any(|choice| choice.checked)
    }
}

/// One value of a filter.
pub(super) struct Choice {
    /// For the label and the script: letters, digits, dashes.
    pub id: String,
    pub value: String,
    pub label: String,
    pub count: usize,
    pub checked: bool,
}

/// A filter in force, and the search without it.
pub(super) struct Chip {
    pub label: String,
    pub href: String,
}

type Counts = HashMap<&'static str, Vec<(String, usize)>>;

/// Values shown at once, and behind « Plus ».
const FIRST: usize = 6;
const MORE: usize = 24;

/// All filters. Those with fixed values keep their order; the others start with the most frequent.
pub(super) fn facets(wanted: &Wanted, counts: &Counts, w: &Words, lang: Lang) -> Vec<Facet> {
    let codes = |codes: Vec<&'static str>| codes.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let frequent = |facet: &str, chosen: Vec<String>| {
        let counted = counts.get(facet).into_iter().flatten();
        let mut values: Vec<String> = counted.map(|(value, _)| value.clone()).collect();
        values.extend(
            chosen
                .into_iter()
                .filter(|value| counts_of(counts, facet, value) == 0),
        );
        values.sort_by_key(|value| !is_chosen(wanted, facet, value));
        values
    };
    let cantons = wanted.cantons.iter().map(|one| one.code().to_owned()).collect();
    let values = [
        (
            "category",
            w.category,
            codes(Category::ALL.map(Category::code).to_vec()),
        ),
        ("skill", w.skills, frequent("skill", wanted.skills.clone())),
        ("level", w.experience, codes(Level::ALL.map(Level::code).to_vec())),
        (
            "language",
            w.languages,
            codes(Tongue::ALL.map(Tongue::code).to_vec()),
        ),
        ("canton", w.canton, frequent("canton", cantons)),
        ("payroll", w.billing, codes(vec![shelf::WELCOME])),
    ];
    values
        .into_iter()
        .map(|(name, legend, values)| {
            let mut first: Vec<Choice> = values
                .into_iter()
                .take(FIRST + MORE)
                .map(|value| choice(name, value, wanted, counts, w, lang))
                .collect();
            // One value more is shorter than a button that shows it.
            let more = first.split_off(if first.len() > FIRST + 1 {
                FIRST
            } else {
                first.len()
            });
            Facet {
                name,
                legend,
                first,
                more,
            }
        })
        .collect()
}

fn choice(name: &str, value: String, wanted: &Wanted, counts: &Counts, w: &Words, lang: Lang) -> Choice {
    Choice {
        id: web::choice_id(name, &value),
        label: label(name, &value, w, lang),
        count: counts_of(counts, name, &value),
        checked: is_chosen(wanted, name, &value),
        value,
    }
}

fn counts_of(counts: &Counts, facet: &str, value: &str) -> usize {
    let counted = counts.get(facet).into_iter().flatten();
    let found = counted.into_iter().find(|(found, _)| found == value);
    found.map_or(0, |(_, count)| *count)
}

fn is_chosen(wanted: &Wanted, facet: &str, value: &str) -> bool {
    match facet {
        "category" => wanted.categories.iter().any(|one| one.code() == value),
        "skill" => wanted.skills.iter().any(|one| one == value),
        "level" => wanted.levels.iter().any(|one| one.code() == value),
        "language" => wanted.languages.iter().any(|one| one.code() == value),
        "canton" => wanted.cantons.iter().any(|one| one.code() == value),
        _ => wanted.payroll,
    }
}

/// A value in words.
fn label(facet: &str, value: &str, w: &Words, lang: Lang) -> String {
    let known = match facet {
        "category" => Category::parse(value).map(|one| one.name(lang)),
        "skill" => Some(skill_label(value, lang)),
        "level" => Level::parse(value).map(|one| one.name(lang)),
        "language" => Tongue::parse(value).map(|one| one.name(lang)),
        "canton" => Canton::parse(value).map(|one| match lang {
            Lang::Fr => one.names().fr,
            Lang::En => one.names().en,
        }),
        _ => Some(w.payroll),
    };
    known.unwrap_or(value).to_owned()
}

/// The filters in force.
pub(super) fn chips(wanted: &Wanted, w: &Words, lang: Lang) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut chip = |label: String, without: Wanted| {
        chips.push(Chip {
            label,
            href: without.href(),
        });
    };
    for one in &wanted.categories {
        let without = wanted.with(|wanted| wanted.categories.retain(|other| other != one));
        chip(one.name(lang).to_owned(), without);
    }
    for one in &wanted.skills {
        let without = wanted.with(|wanted| wanted.skills.retain(|other| other != one));
        chip(label("skill", one, w, lang), without);
    }
    for one in &wanted.levels {
        let without = wanted.with(|wanted| wanted.levels.retain(|other| other != one));
        chip(one.name(lang).to_owned(), without);
    }
    for one in &wanted.languages {
        let without = wanted.with(|wanted| wanted.languages.retain(|other| other != one));
        chip(one.name(lang).to_owned(), without);
    }
    for one in &wanted.cantons {
        let without = wanted.with(|wanted| wanted.cantons.retain(|other| other != one));
        chip(label("canton", one.code(), w, lang), without);
    }
    if wanted.payroll {
        chip(w.payroll.to_owned(), wanted.with(|wanted| wanted.payroll = false));
    }
    if let Some(rate) = wanted.rate_from {
        chip(
            (w.search.from)(&lang.chf(rate)),
            wanted.with(|wanted| wanted.rate_from = None),
        );
    }
    if let Some(rate) = wanted.rate_to {
        chip(
            (w.search.to)(&lang.chf(rate)),
            wanted.with(|wanted| wanted.rate_to = None),
        );
    }
    chips
}
