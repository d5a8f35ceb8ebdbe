//! The filters beside the results, each with how many missions it would leave.

use std::collections::HashMap;

use i18n::Lang;
use profiles::{Category, Level};
use search::Answer;
use swiss::Canton;

use super::Asked;
use crate::{
    Workplace,
    shelf::{Duration, WISHED},
    words::SearchPage,
};

/// All facets, counted with every search.
pub(crate) const COUNTED: &[&str] = &[
    "category",
    "skill",
    "workplace",
    "canton",
    "duration",
    "experience",
    "payroll",
];

/// A group of check boxes.
pub(crate) struct Facet {
    pub legend: &'static str,
    pub name: &'static str,
    pub choices: Vec<Choice>,
}

/// One check box.
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    pub count: usize,
    pub checked: bool,
}

impl Choice {
    /// The box's id: what lets a swapped page keep the box the person is at.
    pub(crate) fn id(&self, facet: &Facet) -> String {
        web::choice_id(facet.name, &self.value)
    }
}

/// How many skills are offered besides those chosen.
const SKILLS: usize = 7;

type Counts<'a> = HashMap<&'a str, usize>;

fn counts<'a>(answer: &'a Answer, facet: &str) -> Counts<'a> {
    let counted = answer.counts.get(facet).into_iter().flatten();
    counted.map(|(value, count)| (value.as_str(), *count)).collect()
}

/// Check boxes for a fixed set of values.
fn fixed<T: Copy + PartialEq>(
    answer: &Answer,
    (name, legend): (&'static str, &'static str),
    all: &[T],
    chosen: &[T],
    code: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Facet {
    let counts = counts(answer, name);
    let choice = |one: &T| Choice {
        value: code(*one).to_owned(),
        label: label(*one).to_owned(),
        count: counts.get(code(*one)).copied().unwrap_or(0),
        checked: chosen.contains(one),
    };
    Facet {
        legend,
        name,
        choices: all.iter().map(choice).collect(),
    }
}

/// The skills chosen, then those most asked for.
fn skills(answer: &Answer, asked: &Asked, legend: &'static str, lang: Lang) -> Facet {
    let counts = counts(answer, "skill");
    let chosen = asked.skills.iter().map(|skill| Choice {
        value: skill.clone(),
        label: profiles::skill_label(skill, lang).to_owned(),
        count: counts.get(skill.as_str()).copied().unwrap_or(0),
        checked: true,
    });
    let most = answer.counts.get("skill").into_iter().flatten();
    let others = most.filter(|(skill, _)| !asked.skills.contains(skill));
    let others = others.take(SKILLS).map(|(skill, count)| Choice {
        value: skill.clone(),
        label: profiles::skill_label(skill, lang).to_owned(),
        count: *count,
        checked: false,
    });
    Facet {
        legend,
        name: "skill",
        choices: chosen.chain(others).collect(),
    }
}

/// All groups of check boxes, in the order they are shown; the canton and the rate stand between them.
pub(crate) fn facets(w: &SearchPage, lang: Lang, answer: &Answer, asked: &Asked) -> [Facet; 6] {
    let payroll: &[bool] = if asked.payroll { &[true] } else { &[] };
    [
        fixed(
            answer,
            ("category", w.sector),
            &Category::ALL,
            &asked.categories,
            Category::code,
            |one| one.name(lang),
        ),
        skills(answer, asked, w.skills, lang),
        fixed(
            answer,
            ("workplace", w.workplace),
            &Workplace::ALL,
            &asked.workplaces,
            Workplace::code,
            crate::words::words(lang).facts.workplace,
        ),
        fixed(
            answer,
            ("duration", w.duration),
            &Duration::ALL,
            &asked.durations,
            Duration::code,
            w.durations,
        ),
        fixed(
            answer,
            ("experience", w.experience),
            &Level::ALL,
            &asked.experiences,
            Level::code,
            |one| one.name(lang),
        ),
        fixed(
            answer,
            ("payroll", w.billing),
            &[true],
            payroll,
            |_| WISHED,
            |_| w.payroll,
        ),
    ]
}

/// The cantons that have missions, by name: code and label.
pub(crate) fn cantons(w: &SearchPage, answer: &Answer, asked: &Asked) -> Vec<(&'static str, String)> {
    let counts = counts(answer, "canton");
    let mut cantons: Vec<(&'static str, String)> = Canton::ALL
        .into_iter()
        .filter_map(|canton| {
            let count = counts.get(canton.code()).copied().unwrap_or(0);
            let shown = count > 0 || asked.canton == Some(canton);
            shown.then(|| (canton.code(), (w.of_canton)((w.canton_name)(canton), count)))
        })
        .collect();
    cantons.sort_by(|a, b| a.1.cmp(&b.1));
    cantons
}
