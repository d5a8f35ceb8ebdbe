//! « Clôturer la mission »: a company ends an open mission as long as no choice is pending (A15, A23),
//! or erases a draft.

use std::sync::Arc;

use certification::rights::Company;
use profiles::CompanyId;
use serde::Deserialize;
use web::{Answer, Form, OrNotFound, Page};

use super::mission;
use crate::{Candidacies, MissionId, MissionState, move_state, paths, rules, store, words::words};

/// The form holds its key alone.
#[derive(Deserialize)]
pub(crate) struct Typed {}

/// Ends the mission.
pub(crate) async fn close(
    page: Page,
    who: Company,
    slot: Arc<dyn Candidacies>,
    id: String,
    form: Form<Typed>,
) -> Answer {
    let id: MissionId = id.parse().ok().or_not_found()?;
    let (company, w) = (CompanyId(who.account), &words(page.lang()).mission);
    let deed = page.deed(&form.key).await?;
    let mission = store::own_locked(&deed.tx, company, id).await?.or_not_found()?;
    match mission.state {
        MissionState::Draft => {
            store::erase(&deed.tx, id).await?;
            page.say(w.deleted);
            deed.done(&page, page.chrome().home).await
        }
        MissionState::Open if rules::may_close(mission.state, who.member.cleared) => {
            move_state(page.app(), &deed.tx, id, MissionState::Open, MissionState::Closed).await?;
            page.say(w.closed);
            deed.done(&page, paths::mission(id)).await
        }
        state => {
            deed.tx.rollback().await?;
            let sentence = match state {
                MissionState::Open => w.cannot_close_paused,
                state => (w.cannot_close)(state),
            };
            let again = mission::refused(&page, slot.as_ref(), id, sentence).await?;
            again.or_not_found()
        }
    }
}

#[cfg(test)]
mod tests;
