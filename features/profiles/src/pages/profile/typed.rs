//! The profile form: as typed, and checked.

use i18n::Lang;
use serde::Deserialize;
use web::{Faults, Text};

use super::fields;
use crate::{Category, profile::FreelanceProfile, taxonomy, tongue::Tongue, words::Words};

const HEADLINE: Text = Text::line(3, 80);
const DESCRIPTION: Text = Text::prose(20, 4000).optional();
/// All skills together; then each, and how many.
const SKILLS: Text = Text::prose(1, 2500).optional();
const SKILL: Text = Text::line(1, 60).optional();
const SKILL_CHARS: usize = 60;
const MOST_SKILLS: usize = 30;
/// CHF per day.
const RATES: std::ops::RangeInclusive<i64> = 100..=10_000;
/// Years.
const EXPERIENCE: std::ops::RangeInclusive<i64> = 0..=60;

/// What the browser sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub headline: String,
    pub category: Vec<String>,
    pub city: String,
    pub description: String,
    /// One per line, or with commas between them.
    pub skills: String,
    /// One more, typed with suggestions.
    pub skill: String,
    /// « add » when the button beside that skill was pressed.
    pub then: String,
    pub language: Vec<String>,
    pub day_rate: String,
    pub experience: String,
    pub payroll: String,
}

impl Typed {
    /// The form of what is kept.
    pub(super) fn of(kept: &FreelanceProfile, lang: Lang) -> Typed {
        let number = |number: Option<i64>| number.map_or_else(String::new, |number| lang.number(number));
        Typed {
            headline: kept.headline.clone(),
            category: kept.categories.iter().map(|one| one.code().to_owned()).collect(),
            city: kept.place.map_or_else(String::new, ToString::to_string),
            description: kept.description.clone(),
            skills: kept.skills.join("\n"),
            skill: String::new(),
            then: String::new(),
            language: kept.languages.iter().map(|one| one.code().to_owned()).collect(),
            day_rate: number(kept.day_rate),
            experience: number(kept.experience),
            payroll: if kept.payroll {
                "yes".to_owned()
            } else {
                String::new()
            },
        }
    }

    /// The checked profile, or what is wrong.
    pub(super) fn check(
        &self,
        mut faults: Faults,
        w: &Words,
        lang: Lang,
    ) -> Result<FreelanceProfile, Faults> {
        let headline = faults.text("headline", &self.headline, HEADLINE);
        let categories = self.categories(&mut faults, w);
        let place = fields::place(&mut faults, "city", &self.city, w);
        let description = faults.text("description", &self.description, DESCRIPTION);
        let skills = self.skills(&mut faults, w, lang);
        let languages = Tongue::ALL.into_iter();
        let languages = languages.filter(|one| self.language.iter().any(|code| code == one.code()));
        let day_rate = (!self.day_rate.trim().is_empty())
            .then(|| faults.whole("day_rate", &self.day_rate, RATES, |rate| lang.chf(rate)));
        let experience = (!self.experience.trim().is_empty())
            .then(|| faults.whole("experience", &self.experience, EXPERIENCE, w.years));
        faults.done(FreelanceProfile {
            headline,
            description,
            place,
            categories,
            skills,
            languages: languages.collect(),
            day_rate,
            experience,
            payroll: self.payroll == "yes",
        })
    }

    /// One or more (R11), in their usual order.
    fn categories(&self, faults: &mut Faults, w: &Words) -> Vec<Category> {
        let chosen = |one: &Category| self.category.iter().any(|code| code == one.code());
        let categories: Vec<Category> = Category::ALL.into_iter().filter(chosen).collect();
        if categories.is_empty() {
            faults.add("category", w.profile.no_category);
        }
        categories
    }

    fn skills(&self, faults: &mut Faults, w: &Words, lang: Lang) -> Vec<String> {
        let listed = faults.text("skills", &self.skills, SKILLS);
        let one_more = faults.text("skill", &self.skill, SKILL);
        let skills = read_skills(&format!("{listed}\n{one_more}"), lang);
        if let Some(long) = skills.iter().find(|skill| skill.chars().count() > SKILL_CHARS) {
            faults.add("skills", (w.profile.long_skill)(long, SKILL_CHARS));
        }
        if skills.len() > MOST_SKILLS {
            faults.add("skills", (w.profile.many_skills)(MOST_SKILLS));
        }
        skills
    }
}

/// Skills in the order typed, each once, by the name it is known under.
fn read_skills(typed: &str, lang: Lang) -> Vec<String> {
    let mut skills: Vec<String> = Vec::new();
    for name in typed.split(['\n', ',', ';']) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let skill = taxonomy::canonical(&name, lang).map_or(name, str::to_owned);
        let is = |other: &String| taxonomy::is_same(other, &skill);
        if !skill.is_empty() && !skills.iter().any(is) {
            skills.push(skill);
        }
    }
    skills
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_are_read_as_people_write_them() {
        let typed =
            "ux, Figma;figma\n\n  recherche   utilisateur \n, ,\nSoudure de dentelles\nUser research\nC++";
        assert_eq!(
            read_skills(typed, Lang::Fr),
            [
                "UX design",
                "Figma",
                "Recherche utilisateur",
                "Soudure de dentelles",
                "C++"
            ]
        );
        assert_eq!(read_skills("User research", Lang::Fr), ["User research"]);
        assert_eq!(read_skills("k8s", Lang::En), ["Kubernetes"]);
        assert!(read_skills(" ,;\n", Lang::Fr).is_empty());
    }
}
