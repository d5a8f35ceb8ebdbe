//! One mission: in full for those who may, its preview for those who may not, nothing where there is
//! nothing to see (R35, R91, R92, R98, R110, R111).

pub(crate) mod prose;

use std::sync::Arc;

use askama::Template;
use certification::rights::{FREELANCE, STAFF};
use profiles::{CompanyCard, FreelanceId};
use web::{Answer, Avatar, OrNotFound, Page, Problem, Response};

use super::{company, previews};
use crate::{
    Beside, Candidacies, MissionCard, MissionId, MissionState, paths,
    rules::{self, Looker, Sight},
    store::{self, Mission},
    words::{Words, words},
};
use prose::Block;

#[derive(Template)]
#[template(path = "pages/mission/mission.html")]
struct Full<'a> {
    page: &'a Page,
    w: &'static Words,
    looker: Looker,
    certified: bool,
    card: MissionCard,
    description: Vec<Block>,
    experience: Option<String>,
    payroll: bool,
    company: CompanyCard,
    /// The skills asked for, and whether the freelance who looks has them.
    skills: Vec<(String, bool)>,
    beside: Option<Beside>,
}

/// Shows the mission as far as this viewer may see it.
pub(crate) async fn show(page: Page, slot: Arc<dyn Candidacies>, id: String) -> Answer {
    let id: MissionId = id.parse().ok().or_not_found()?;
    let mission = store::mission(page.app().db().read(), id).await?;
    let mission = mission.or_not_found()?;
    let eyes = Eyes::of(&page, slot.as_ref(), &mission).await?;
    match eyes.sight(&mission) {
        Sight::Full => page.show(&full(&page, slot.as_ref(), mission, eyes).await?),
        Sight::Preview => {
            let logo = company(&page, mission.company).await?.logo;
            previews::one(&page, mission, logo)
        }
        Sight::Nothing => Err(Problem::NotFound),
    }
}

/// The mission in full again, since the rules refused what was tried there; `None` for whoever may not
/// see it so.
pub(crate) async fn refused(
    page: &Page,
    slot: &dyn Candidacies,
    id: MissionId,
    sentence: &'static str,
) -> Result<Option<Response>, Problem> {
    let Some(mission) = store::mission(page.app().db().read(), id).await? else {
        return Ok(None);
    };
    let eyes = Eyes::of(page, slot, &mission).await?;
    if eyes.sight(&mission) != Sight::Full {
        return Ok(None);
    }
    let full = full(page, slot, mission, eyes).await?;
    page.refused(sentence, &full).map(Some)
}

/// Who looks, and whether the company is certified: what [`rules::sight`] asks.
#[derive(Clone, Copy)]
struct Eyes {
    looker: Looker,
    certified: bool,
}

impl Eyes {
    async fn of(page: &Page, slot: &dyn Candidacies, mission: &Mission) -> Result<Eyes, Problem> {
        let looker = looker(page, slot, mission).await?;
        let certified = certification::is_certified(page.app().db().read(), mission.company.0).await?;
        Ok(Eyes { looker, certified })
    }

    fn sight(self, mission: &Mission) -> Sight {
        rules::sight(self.looker, mission.state, self.certified)
    }
}

async fn looker(page: &Page, slot: &dyn Candidacies, mission: &Mission) -> Result<Looker, Problem> {
    let viewer = page.viewer();
    match page.member() {
        Some(member) if member.account == mission.company.0 => Ok(Looker::Owner),
        Some(_) if viewer.is(STAFF) => Ok(Looker::Staff),
        Some(member) if viewer.is_cleared(FREELANCE) => {
            let freelance = FreelanceId(member.account);
            let card = MissionCard::from(mission.clone());
            let admitted =
                rules::was_published(mission.state) && slot.admits(page.app(), &card, freelance).await?;
            Ok(Looker::Freelance { admitted })
        }
        _ => Ok(Looker::Other),
    }
}

async fn full<'a>(
    page: &'a Page,
    slot: &dyn Candidacies,
    mission: Mission,
    Eyes { looker, certified }: Eyes,
) -> Result<Full<'a>, Problem> {
    let w = words(page.lang());
    let company = company(page, mission.company).await?;
    let description = prose::blocks(&mission.description);
    let payroll = mission.payroll;
    let experience = (mission.experience_years > 0).then(|| (w.mission.years)(mission.experience_years));
    let card = MissionCard::from(mission);
    let beside = match looker {
        Looker::Staff | Looker::Other => None,
        Looker::Owner if card.state == MissionState::Draft => None,
        Looker::Owner | Looker::Freelance { .. } => Some(slot.beside(page, &card).await?),
    };
    Ok(Full {
        page,
        w,
        looker,
        certified,
        description,
        experience,
        payroll,
        company,
        skills: skills(page, looker, &card).await?,
        beside,
        card,
    })
}

/// The skills asked for; a freelance sees which ones are in their own profile.
async fn skills(page: &Page, looker: Looker, card: &MissionCard) -> Result<Vec<(String, bool)>, Problem> {
    let mut own = Vec::new();
    if let (Looker::Freelance { .. }, Some(member)) = (looker, page.member()) {
        let id = FreelanceId(member.account);
        let mut cards = profiles::freelance_cards(page.app().db().read(), &[id]).await?;
        own = cards.remove(&id).map(|card| card.skills).unwrap_or_default();
    }
    let has = |skill: &String| own.iter().any(|one| profiles::same_skill(one, skill));
    let asked = card.skills.iter();
    Ok(asked.map(|skill| (skill.clone(), has(skill))).collect())
}

impl Full<'_> {
    fn is_freelance(&self) -> bool {
        matches!(self.looker, Looker::Freelance { .. })
    }
    /// What the freelance who looks is asked for.
    fn asks(&self) -> Option<&'static str> {
        self.beside.as_ref().filter(|_| self.is_freelance())?.asks
    }
    fn is_own(&self) -> bool {
        self.looker == Looker::Owner
    }
    fn is_open(&self) -> bool {
        self.card.state == MissionState::Open
    }
    fn is_draft(&self) -> bool {
        self.card.state == MissionState::Draft
    }
    /// Whether it can be ended here.
    fn is_closable(&self) -> bool {
        rules::may_close(self.card.state, self.certified)
    }
    fn badge(&self) -> &'static str {
        (self.w.mission.badge)(self.card.state)
    }
    fn title(&self) -> &str {
        match self.card.title.as_str() {
            "" => self.w.mission.untitled,
            title => title,
        }
    }
    fn logo(&self) -> Option<String> {
        self.company.logo.map(profiles::paths::logo)
    }
    fn avatar(&self) -> Avatar {
        self.company.avatar()
    }
    /// Place, duration and so on, as far as known: name and value.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let (m, lang, facts) = (&self.w.mission, self.page.lang(), &self.card.facts);
        let start = facts.start.map_or_else(|| m.now.to_owned(), |day| lang.day(day));
        [
            (
                m.place,
                Some(self.card.place(lang)).filter(|place| !place.is_empty()),
            ),
            (
                m.duration,
                facts.months.map(|months| crate::mission::months_of(lang, months)),
            ),
            (m.activity, facts.activity.map(|percent| lang.percent(percent))),
            (m.start, Some(start)),
            (m.experience, self.experience.clone()),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
    /// The amount; `None` when it is to be agreed.
    fn amount(&self) -> Option<String> {
        self.card.day_rate.map(|rate| self.page.lang().chf(rate))
    }
    fn terms(&self) -> Vec<(&'static str, String)> {
        let (m, lang) = (&self.w.mission, self.page.lang());
        let billing = if self.payroll { m.payroll } else { m.independent };
        let published = self.card.published_at;
        let published = published.map(|at| (m.published, lang.ago(self.page.now(), at)));
        [
            Some((m.rate, self.card.rate(lang))),
            Some((m.billing, billing.to_owned())),
            published,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
    fn have(&self) -> String {
        let have = self.skills.iter().filter(|(_, own)| *own).count();
        (self.w.mission.have)(have, self.skills.len())
    }
    /// Whether the company has said anything of itself.
    fn company_says(&self) -> bool {
        let company = &self.company;
        [
            &company.presentation,
            &company.sector,
            &company.address,
            &company.website,
            &company.contact_role,
        ]
        .iter()
        .any(|said| !said.is_empty())
    }
    /// The website without what every address begins with.
    fn website(&self) -> &str {
        let site = self.company.website.as_str();
        let site = site.split_once("://").map_or(site, |(_, rest)| rest);
        site.trim_end_matches('/')
    }
    fn edit(&self) -> String {
        paths::edit(self.card.id)
    }
    fn closure(&self) -> String {
        paths::closure(self.card.id)
    }
    fn presentation(&self) -> Vec<Block> {
        prose::blocks(&self.company.presentation)
    }
}

#[cfg(test)]
mod tests;
