//! « Mon profil » (R20, R21, R24, R25, R39): a freelance writes it, certified or not (A10).

mod typed;

use askama::Template;
use certification::{Standing, rights::Freelance};
use serde::Deserialize;
use web::{Answer, Faults, Form, Page, Problem};

use super::fields;
use crate::{
    Category, Completeness, FreelanceId, Part,
    events::FreelanceChanged,
    paths,
    profile::{FreelanceProfile, KEY_SKILLS},
    store, taxonomy,
    tongue::Tongue,
    words::{ProfilePage, Words, words},
};
use typed::Typed;

/// Suggestions shown while one types a skill.
const SUGGESTIONS: usize = 10;

#[derive(Template)]
#[template(path = "pages/profile/profile.html")]
struct Profile<'a> {
    page: &'a Page,
    w: &'static Words,
    id: FreelanceId,
    standing: Standing,
    /// What is kept: for the signs of completeness.
    kept: FreelanceProfile,
    typed: &'a Typed,
    faults: Faults,
    suggestions: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "pages/profile/suggestions.html")]
struct Suggestions {
    suggestions: Vec<&'static str>,
}

/// Shows one's own profile to write on.
pub(crate) async fn show(page: Page, who: Freelance) -> Answer {
    let id = FreelanceId(who.account);
    let kept = store::freelance(page.app().db().read(), id).await?;
    let typed = Typed::of(&kept, page.lang());
    page.show(&load(&page, id, kept, &typed, Faults::new(page.lang())).await?)
}

/// Keeps it.
pub(crate) async fn save(page: Page, who: Freelance, form: Form<Typed>) -> Answer {
    let id = FreelanceId(who.account);
    let w = words(page.lang());
    let checked = match form.typed.check(form.faults(&page), w, page.lang()) {
        Ok(checked) => checked,
        Err(faults) => {
            let kept = store::freelance(page.app().db().read(), id).await?;
            return page.again(&load(&page, id, kept, &form.typed, faults).await?);
        }
    };
    let deed = page.deed(&form.key).await?;
    store::save_freelance(&deed.tx, id, checked, page.now()).await?;
    page.app()
        .record(&deed.tx, &FreelanceChanged { freelance: id })
        .await?;
    // One skill more: back to where the next one is typed.
    if form.typed.then == "add" && !form.typed.skill.trim().is_empty() {
        page.say(w.profile.skill_added);
        return deed.done(&page, paths::PROFILE_SKILL).await;
    }
    page.say(w.profile.saved);
    deed.done(&page, paths::PROFILE).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Begun {
    skill: String,
}

/// Skills like the one being typed, as options.
pub(crate) async fn suggestions(page: Page, _: Freelance) -> Answer {
    let begun: Begun = serde_html_form::from_str(page.query()).unwrap_or_default();
    let begun: String = begun.skill.chars().take(60).collect();
    let suggestions = taxonomy::suggest(&begun, page.lang(), SUGGESTIONS);
    page.show(&Suggestions { suggestions })
}

async fn load<'a>(
    page: &'a Page,
    id: FreelanceId,
    kept: FreelanceProfile,
    typed: &'a Typed,
    faults: Faults,
) -> Result<Profile<'a>, Problem> {
    Ok(Profile {
        page,
        w: words(page.lang()),
        id,
        standing: certification::standing(page.app().db().read(), id.0).await?,
        kept,
        typed,
        faults,
        suggestions: taxonomy::usual(page.lang(), 40),
    })
}

impl Profile<'_> {
    fn p(&self) -> &'static ProfilePage {
        &self.w.profile
    }
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 8] {
        [
            ("headline", self.p().headline),
            ("category", self.w.category),
            ("city", self.w.city),
            ("description", self.p().description),
            ("skills", self.p().skills),
            ("skill", self.p().add_skill),
            ("day_rate", self.p().day_rate),
            ("experience", self.w.experience),
        ]
    }
    fn completeness(&self) -> Completeness {
        Completeness::of_freelance(self.page.lang(), &self.kept)
    }
    /// « Complété à 60 % » (R39).
    fn lead(&self) -> String {
        let percent = self.completeness().percent();
        (self.p().complete)(&self.page.lang().percent(percent))
    }
    fn parts(&self) -> Vec<Part> {
        self.completeness().parts
    }
    /// What to do next.
    fn advice(&self) -> Option<&'static str> {
        let p = self.p();
        let next = self.parts().into_iter().find(|part| !part.done)?;
        Some(match next.anchor {
            "identity" if self.standing == Standing::Certified => p.unfound,
            "identity" => p.identity_advice,
            "about" => p.about_advice,
            "competence" => p.skills_advice,
            "tongues" => p.languages_advice,
            _ => p.work_advice,
        })
    }
    /// Whether the next step to being visible is the person's own (R20).
    fn is_private(&self) -> bool {
        matches!(self.standing, Standing::Draft | Standing::Refused)
    }
    fn standing(&self) -> &'static str {
        // Only what is written is on a shelf.
        let unwritten = self.kept == FreelanceProfile::default();
        match self.standing {
            Standing::Certified if unwritten => self.p().unfound,
            standing => (self.p().standing)(standing),
        }
    }
    fn preview(&self) -> String {
        paths::freelance(self.id)
    }
    fn categories(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let (lang, typed) = (self.page.lang(), self.typed);
        Category::ALL.into_iter().map(move |one| {
            let chosen = typed.category.iter().any(|code| code == one.code());
            (one.code(), one.name(lang), chosen)
        })
    }
    fn languages(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let (lang, typed) = (self.page.lang(), self.typed);
        Tongue::ALL.into_iter().map(move |one| {
            let chosen = typed.language.iter().any(|code| code == one.code());
            (one.code(), one.name(lang), chosen)
        })
    }
    fn key_skills(&self) -> impl Iterator<Item = &String> {
        self.kept.skills.iter().take(KEY_SKILLS)
    }
    fn towns(&self) -> impl Iterator<Item = String> {
        fields::towns()
    }
}

#[cfg(test)]
mod tests;
