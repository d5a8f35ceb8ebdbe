//! The second step: skills, typed with suggestions, and years of experience. Each skill added or removed
//! is saved at once.

use askama::Template;
use axum::extract::Path;
use certification::rights::Company;
use profiles::CompanyId;
use serde::Deserialize;
use web::{Answer, Faults, Form, Page, Text};

use super::{Head, Options, Then, editable, keep};
use crate::{
    paths,
    rules::Step,
    store::Mission,
    words::{SkillsStep, words},
};

const SKILL: Text = Text::line(2, 60);
const TYPED: Text = Text::line(2, 600).optional();
const MOST: usize = 12;
const YEARS: std::ops::RangeInclusive<i64> = 0..=40;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// New skills, separated by commas.
    skill: String,
    /// A suggestion that was clicked.
    suggestion: String,
    /// A skill to take out.
    remove: String,
    years: Option<String>,
    then: String,
}

#[derive(Template)]
#[template(path = "pages/edit/skills.html")]
struct Step2<'a> {
    page: &'a Page,
    head: Head,
    action: String,
    skills: &'a [String],
    suggestions: Vec<&'static str>,
    skill: &'a str,
    years: String,
    faults: Faults,
}

/// Shows the second step.
pub(crate) async fn show(page: Page, who: Company, Path(id): Path<String>) -> Answer {
    match editable(&page, CompanyId(who.account), &id).await? {
        Err(answer) => answer,
        Ok(_) if page.wants_part() => suggestions(&page),
        Ok(mission) => page.show(&Step2::new(&page, &mission, None, Faults::new(page.lang()))),
    }
}

/// Saves the second step.
pub(crate) async fn save(page: Page, who: Company, Path(id): Path<String>, form: Form<Typed>) -> Answer {
    let mission = match editable(&page, CompanyId(who.account), &id).await? {
        Ok(mission) => mission,
        Err(answer) => return answer,
    };
    let typed = &form.typed;
    let (skills, years) = match check(&page, form.faults(&page), typed, &mission) {
        Ok(checked) => checked,
        Err(faults) => return page.again(&Step2::new(&page, &mission, Some(typed), faults)),
    };
    let location = match typed.then.as_str() {
        "next" => Then::Next.lead(&page, &mission, Step::Skills),
        "stay" => Then::Stay.lead(&page, &mission, Step::Skills),
        // One skill more or less: back to where the next one is typed.
        _ => format!("{}#skill", paths::step(mission.id, Step::Skills)),
    };
    let change = |mission: &mut Mission| {
        mission.skills.0 = skills;
        mission.experience_years = years;
    };
    keep(&page, &form.key, &mission, change, location).await
}

/// Skills like the one typed so far.
fn suggestions(page: &Page) -> Answer {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(page.query()).unwrap_or_default();
    let typed = pairs.iter().find(|(name, _)| name == "skill");
    let typed = typed.map_or("", |(_, typed)| typed);
    // After a comma, it is the last one that is being typed.
    let (before, last) = typed
        .rsplit_once(',')
        .map_or(("", typed), |(before, last)| (before, last));
    let found = profiles::suggest_skills(last.trim(), page.lang(), 8).into_iter();
    let whole = |skill: &str| match before {
        "" => skill.to_owned(),
        before => format!("{before}, {skill}"),
    };
    page.show(&Options {
        values: found.map(whole).collect(),
    })
}

fn check(
    page: &Page,
    mut faults: Faults,
    typed: &Typed,
    mission: &Mission,
) -> Result<(Vec<String>, i64), Faults> {
    let w = &words(page.lang()).edit.skills;
    let text = faults.text("skill", &typed.skill, TYPED);
    let mut skills = mission.skills.0.clone();
    skills.retain(|skill| *skill != typed.remove);
    let parts = text.split(',').chain([typed.suggestion.as_str()]).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let typed = faults.text("skill", part, SKILL);
        let skill = profiles::canonical_skill(&typed, page.lang()).map_or(typed, str::to_owned);
        let known = skills.iter().any(|one| profiles::same_skill(one, &skill));
        if !skill.is_empty() && !known {
            skills.push(skill);
        }
    }
    if skills.len() > MOST {
        faults.add("skill", w.too_many);
    }
    let moves_on = typed.then == "next" || mission.state == crate::MissionState::Open;
    if skills.is_empty() && moves_on {
        faults.add("skill", w.at_least_one);
    }
    let years = match &typed.years {
        Some(years) if !years.trim().is_empty() => {
            faults.whole("years", years, YEARS, |n| page.lang().number(n))
        }
        Some(_) => 0,
        None => mission.experience_years,
    };
    faults.done((skills, years))
}

impl<'a> Step2<'a> {
    fn new(page: &'a Page, mission: &'a Mission, typed: Option<&'a Typed>, faults: Faults) -> Step2<'a> {
        let skill = typed.map_or("", |typed| typed.skill.as_str());
        let years = typed.and_then(|typed| typed.years.clone());
        let has = |label: &str| {
            mission
                .skills
                .0
                .iter()
                .any(|own| profiles::same_skill(own, label))
        };
        // What was typed and refused may be nearly a known skill.
        let near = Some(skill.trim()).filter(|skill| !skill.is_empty());
        let near = near.map(|skill| profiles::suggest_skills(skill, page.lang(), 5));
        Step2 {
            page,
            head: Head::new(page, Step::Skills, Some(mission)),
            action: paths::step(mission.id, Step::Skills),
            skills: &mission.skills.0,
            suggestions: near
                .unwrap_or_default()
                .into_iter()
                .filter(|label| !has(label))
                .collect(),
            skill,
            years: years.unwrap_or_else(|| mission.experience_years.to_string()),
            faults,
        }
    }
    fn w(&self) -> &'static SkillsStep {
        &self.head.w.edit.skills
    }
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [("skill", self.w().add), ("years", self.w().years)]
    }
}
