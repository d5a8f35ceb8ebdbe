//! Beside a freelance's profile: « Ce profil m'intéresse » for one of the company's open missions, and
//! how far it has come with others (R99, R115, A7).

use askama::Template;
use async_trait::async_trait;
use certification::rights::COMPANY;
use profiles::{Beside, CompanyId, FreelanceCard};
use web::{Faults, Html, Page, Problem};

use crate::{
    badge::Badge,
    events::Side,
    pages::interest::{InterestForm, Typed, open_missions},
    paths, store,
    words::{Words, words},
};

pub(crate) struct BesideFreelances;

#[derive(Template)]
#[template(path = "slots/freelance.html")]
struct Panel<'a> {
    page: &'a Page,
    w: &'static Words,
    /// Missions this freelance is a candidate for, and their labels.
    known: Vec<(String, String, Badge)>,
    form: Option<Html>,
}

#[async_trait]
impl Beside for BesideFreelances {
    async fn beside(&self, page: &Page, freelance: &FreelanceCard) -> Result<profiles::Panel, Problem> {
        let Some(member) = page
            .member()
            .filter(|member| member.role == COMPANY && member.cleared)
        else {
            return Ok(profiles::Panel {
                html: Html::empty(),
                asks: false,
            });
        };
        let (w, db) = (words(page.lang()), page.app().db().read());
        let company = CompanyId(member.account);
        let together = store::between(db, freelance.id, company).await?;
        let ids: Vec<_> = together.iter().map(|one| one.mission).collect();
        let cards = missions::cards(db, &ids).await?;
        let known = together.iter().filter_map(|one| {
            let mission = cards.get(&one.mission)?;
            let badge = Badge::of(one, Side::Company, w);
            Some((mission.title.clone(), paths::candidates(mission.id), badge))
        });
        let known: Vec<_> = known.collect();
        let mut open = open_missions(db, company).await?;
        let had_open = !open.is_empty();
        open.retain(|mission| !ids.contains(&mission.id));
        // With nothing left to propose, the form would only ask for a mission the company has.
        let form = if open.is_empty() && had_open {
            None
        } else {
            let (typed, faults) = (Typed::default(), Faults::new(page.lang()));
            let who = (freelance.id, freelance.name.as_str());
            Some(Html::of(&InterestForm::in_freelance(
                page, who, &open, &typed, faults,
            ))?)
        };
        Ok(profiles::Panel {
            asks: !open.is_empty(),
            html: Html::of(&Panel { page, w, known, form })?,
        })
    }
}
