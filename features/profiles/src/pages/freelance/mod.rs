//! One freelance in full: for certified companies, staff and the person themselves (R38, R41, A12).
//! Phone and e-mail are never here (A14).

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use certification::{
    Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use web::{
    Answer, Member, OrNotFound, Page, Problem, Response, Right,
    routes::{Access, member_with},
};

use crate::{
    Beside, FreelanceCard, FreelanceId, Panel, cards, paths,
    profile::{FreelanceProfile, KEY_SKILLS, city},
    store,
    taxonomy::{self, Kind},
    words::{FreelancePage, Words, words},
};

/// Who may ask for full profiles at all. Which of them opens is said by [`opens`].
pub(crate) const READER: Right = Right {
    name: "certified company, staff, or the freelance themselves",
    admits: |viewer| match viewer.member() {
        None => Access::SignIn,
        Some(member) if member.role == COMPANY && !member.cleared => Access::Locked,
        Some(_) => Access::Yes,
    },
    locked: Some(certification::locked),
};

#[derive(Template)]
#[template(path = "pages/freelance/freelance.html")]
struct Freelance<'a> {
    page: &'a Page,
    w: &'static Words,
    /// Whether the person looks at their own profile.
    own: bool,
    certified: bool,
    card: FreelanceCard,
    profile: FreelanceProfile,
    beside: Option<Panel>,
}

/// Shows a profile, with what a company may do beside it.
pub(crate) async fn show(beside: Arc<dyn Beside>, page: Page, id: Path<String>) -> Answer {
    let id: FreelanceId = id.parse().ok().or_not_found()?;
    let seen = seen(&page, beside.as_ref(), id).await?;
    page.show(&seen.or_not_found()?)
}

/// The profile again, since the rules refused what was tried there; `None` for whoever may not see it.
pub(crate) async fn refused(
    page: &Page,
    beside: &dyn Beside,
    id: FreelanceId,
    sentence: &'static str,
) -> Result<Option<Response>, Problem> {
    let seen = seen(page, beside, id).await?;
    seen.map(|seen| page.refused(sentence, &seen)).transpose()
}

async fn seen<'a>(
    page: &'a Page,
    beside: &dyn Beside,
    id: FreelanceId,
) -> Result<Option<Freelance<'a>>, Problem> {
    let reader = member_with(page, READER)?;
    let db = page.app().db().read();
    let Some(standing) = certification::freelance_standing(db, id.0).await? else {
        return Ok(None);
    };
    let certified = standing == Standing::Certified;
    if !opens(&reader, id, certified) {
        return Ok(None);
    }
    let written = store::freelances(db, &[id]).await?.remove(&id);
    let name = cards::shown_name(db, id.0).await?;
    let own = reader.account == id.0;
    if written.is_none() && name.is_none() && !own {
        return Ok(None);
    }
    let w = words(page.lang());
    let profile = written.map(|(_, _, profile)| profile).unwrap_or_default();
    let name = name.unwrap_or_else(|| w.freelance.no_name.to_owned());
    let card = FreelanceCard::of(id, name, &profile);
    let beside = if reader.role == COMPANY {
        Some(beside.beside(page, &card).await?)
    } else {
        None
    };
    Ok(Some(Freelance {
        page,
        w,
        own,
        certified,
        card,
        profile,
        beside,
    }))
}

/// Whether this profile opens for this reader. One that is not certified opens for nobody but staff
/// and its owner (R32, R34).
fn opens(reader: &Member, id: FreelanceId, certified: bool) -> bool {
    match reader.role {
        STAFF => true,
        COMPANY => reader.cleared && certified,
        FREELANCE => reader.account == id.0,
        _ => false,
    }
}

impl Freelance<'_> {
    fn f(&self) -> &'static FreelancePage {
        &self.w.freelance
    }
    fn facts(&self) -> Vec<String> {
        let lang = self.page.lang();
        let categories = self
            .profile
            .categories
            .iter()
            .map(|one| one.name(lang).to_owned());
        let years = self.profile.experience.map(self.w.years);
        let town = Some(city(self.profile.place)).filter(|town| !town.is_empty());
        town.into_iter().chain(categories).chain(years).collect()
    }
    fn paragraphs(&self) -> impl Iterator<Item = &str> {
        let lines = self.profile.description.lines().map(str::trim);
        lines.filter(|line| !line.is_empty())
    }
    fn key_skills(&self) -> impl Iterator<Item = &String> {
        self.profile.skills.iter().take(KEY_SKILLS)
    }
    /// The other skills in the groups of R25. What the list does not know counts as technical.
    fn groups(&self) -> Vec<(&'static str, Vec<&String>)> {
        let others = self.profile.skills.iter().skip(KEY_SKILLS);
        let of = |kind| {
            let is =
                |skill: &&String| taxonomy::find(skill).map_or(Kind::Technical, |known| known.kind) == kind;
            others.clone().filter(is).collect::<Vec<_>>()
        };
        let groups = [
            (self.w.technical, of(Kind::Technical)),
            (self.w.transversal, of(Kind::Transversal)),
            (self.w.tools, of(Kind::Tool)),
        ];
        groups
            .into_iter()
            .filter(|(_, skills)| !skills.is_empty())
            .collect()
    }
    fn languages(&self) -> impl Iterator<Item = &'static str> {
        let lang = self.page.lang();
        self.profile.languages.iter().map(move |one| one.name(lang))
    }
    /// The tint that [`web::Avatar`] chooses: it has no such large size.
    fn tint(&self) -> u8 {
        self.card.id.0.as_bytes()[15] % 6 + 1
    }
    /// Whether the company that looks has something to propose.
    fn asks(&self) -> bool {
        self.beside.as_ref().is_some_and(|beside| beside.asks)
    }
    fn rate(&self) -> Option<String> {
        self.profile.day_rate.map(|rate| self.page.lang().chf(rate))
    }
    fn back(&self) -> (&'static str, &'static str) {
        if self.own {
            (paths::PROFILE, self.w.profile.title)
        } else {
            (paths::FREELANCES, self.w.search.title)
        }
    }
}

#[cfg(test)]
mod tests;
