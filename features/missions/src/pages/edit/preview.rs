//! The fourth step: the mission as freelances will see it, and « Publier la mission », for certified
//! companies (R88).

use askama::Template;
use axum::extract::Path;
use certification::rights::{CertifiedCompany, Company};
use profiles::{Category, CompanyCard, CompanyId};
use serde::Deserialize;
use web::{Answer, Form, OrNotFound, Page, Problem};

use super::{
    super::{
        company,
        mission::prose::{self, Block},
    },
    Head, editable, locked,
};
use crate::{
    MissionCard, MissionState,
    events::Published,
    paths,
    rules::{self, Missing, Step},
    shelf, store,
    store::Mission,
    words::{PreviewStep, words},
};

/// The form holds its key alone.
#[derive(Deserialize)]
pub(crate) struct Typed {}

#[derive(Template)]
#[template(path = "pages/edit/preview.html")]
struct Step4<'a> {
    page: &'a Page,
    head: Head,
    action: String,
    see: String,
    certified: bool,
    company: CompanyCard,
    card: MissionCard,
    description: Vec<Block>,
    payroll: bool,
    first: Category,
    missing: Vec<Missing>,
}

/// Shows the fourth step.
pub(crate) async fn show(page: Page, who: Company, Path(id): Path<String>) -> Answer {
    match editable(&page, CompanyId(who.account), &id).await? {
        Ok(mission) => page.show(&load(&page, who.member.cleared, mission).await?),
        Err(answer) => answer,
    }
}

/// Publishes the draft; from now on it may be found.
pub(crate) async fn publish(
    page: Page,
    who: CertifiedCompany,
    Path(id): Path<String>,
    form: Form<Typed>,
) -> Answer {
    let id = id.parse().ok().or_not_found()?;
    let company = CompanyId(who.account);
    let deed = page.deed(&form.key).await?;
    let mut mission = store::own_locked(&deed.tx, company, id).await?.or_not_found()?;
    if mission.state != MissionState::Draft || !rules::missing(&mission).is_empty() {
        deed.tx.rollback().await?;
        return not_ready(&page, mission).await;
    }
    let now = page.now();
    mission.state = MissionState::Open;
    mission.published_at = Some(now);
    mission.updated_at = now;
    store::save(&deed.tx, mission).await?;
    let published = Published { mission: id, company };
    page.app().record(&deed.tx, &published).await?;
    page.say(words(page.lang()).edit.preview.published);
    deed.done(&page, paths::mission(id)).await
}

/// Incomplete, there already, or past that.
async fn not_ready(page: &Page, mission: Mission) -> Answer {
    match mission.state {
        MissionState::Draft => page.again(&load(page, true, mission).await?),
        // Published from another window: it is where it should be.
        MissionState::Open => page.see_other(paths::mission(mission.id)),
        _ => locked(page, &mission),
    }
}

async fn load(page: &Page, certified: bool, mission: Mission) -> Result<Step4<'_>, Problem> {
    Ok(Step4 {
        page,
        head: Head::new(page, Step::Preview, Some(&mission)),
        action: paths::step(mission.id, Step::Preview),
        see: paths::mission(mission.id),
        certified,
        company: company(page, mission.company).await?,
        missing: rules::missing(&mission),
        first: shelf::first_category(&mission),
        description: prose::blocks(&mission.description),
        payroll: mission.payroll,
        card: mission.into(),
    })
}

impl Step4<'_> {
    fn w(&self) -> &'static PreviewStep {
        &self.head.w.edit.preview
    }
    fn title(&self) -> &str {
        match self.card.title.as_str() {
            "" => self.head.w.mission.untitled,
            title => title,
        }
    }
    fn logo(&self) -> Option<String> {
        self.company.logo.map(profiles::paths::logo)
    }
    fn facts(&self) -> Vec<(&'static str, String)> {
        let (m, lang, facts) = (&self.head.w.mission, self.page.lang(), &self.card.facts);
        let start = facts.start.map_or_else(|| m.now.to_owned(), |day| lang.day(day));
        [
            Some((m.rate, self.card.rate(lang))),
            facts
                .months
                .map(|months| (m.duration, crate::mission::months_of(lang, months))),
            facts.activity.map(|percent| (m.activity, lang.percent(percent))),
            Some((m.start, start)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
    fn place(&self) -> String {
        self.card.place(self.page.lang())
    }
    fn billing(&self) -> &'static str {
        let m = &self.head.w.mission;
        if self.payroll { m.payroll } else { m.independent }
    }
    /// What is missing, and where it is filled in.
    fn lacks(&self) -> Vec<(&'static str, String)> {
        let what = self.head.w.edit.missing;
        let missing = self.missing.iter();
        missing
            .map(|one| (what(*one), paths::step(self.card.id, one.step())))
            .collect()
    }
}
