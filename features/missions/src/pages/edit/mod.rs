//! « Création d'une mission » (R94-R98): four steps, each with an address of its own, each saved as a
//! draft. Companies write drafts before they are certified (A10). What is published may still be edited
//! while it is open and nobody has applied.

pub(crate) mod about;
pub(crate) mod preview;
pub(crate) mod rate;
pub(crate) mod skills;

use askama::Template;
use db::Timestamp;
use profiles::CompanyId;
use web::{Answer, FormKey, OrNotFound, Page, Problem};

use crate::{
    MissionId, MissionState,
    events::Changed,
    paths,
    rules::{self, Step},
    store::{self, Mission},
    words::{Words, words},
};

/// What stands above each step.
pub(crate) struct Head {
    pub w: &'static Words,
    pub step: Step,
    /// `None` before the first step is saved for the first time.
    mission: Option<(MissionId, MissionState, Timestamp)>,
}

/// One of the four steps, as the bar above shows it.
struct Stop {
    name: &'static str,
    href: Option<String>,
    done: bool,
    here: bool,
}

impl Head {
    fn new(page: &Page, step: Step, mission: Option<&Mission>) -> Head {
        Head {
            w: words(page.lang()),
            step,
            mission: mission.map(|mission| (mission.id, mission.state, mission.updated_at)),
        }
    }
    fn is_open(&self) -> bool {
        matches!(self.mission, Some((_, MissionState::Open, _)))
    }
    fn title(&self) -> &'static str {
        if self.is_open() {
            self.w.edit.title_open
        } else {
            self.w.edit.title
        }
    }
    fn steps(&self) -> [Stop; 4] {
        Step::ALL.map(|step| {
            // Whoever edits what is complete may go anywhere.
            let open = step < self.step || self.is_open();
            let there = self.mission.filter(|_| open && step != self.step);
            let href = there.map(|(id, ..)| paths::step(id, step));
            Stop {
                name: (self.w.edit.step)(step),
                href,
                // What is online is complete.
                done: step < self.step || (self.is_open() && step != self.step),
                here: step == self.step,
            }
        })
    }
    fn back(&self) -> Option<String> {
        let (id, ..) = self.mission?;
        let before = Step::ALL.into_iter().rev().find(|step| *step < self.step)?;
        Some(paths::step(id, before))
    }
    fn save_label(&self) -> &'static str {
        if self.is_open() {
            self.w.edit.save
        } else {
            self.w.edit.save_draft
        }
    }
    fn next_label(&self) -> String {
        (self.w.edit.next)(self.step.next())
    }
    /// « Brouillon enregistré il y a 5 min ».
    fn saved(&self, page: &Page) -> Option<String> {
        let (_, state, at) = self.mission?;
        (state == MissionState::Draft).then(|| (self.w.edit.draft_at)(&page.lang().ago(page.now(), at)))
    }
}

/// What the buttons under a step say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Save what there is and stay.
    Stay,
    /// Save and go on: what is mandatory must be there.
    Next,
}

impl Then {
    fn parse(typed: &str) -> Then {
        if typed == "stay" { Then::Stay } else { Then::Next }
    }

    /// Whether what is mandatory must be filled in. An open mission is never incomplete.
    fn is_strict(self, state: MissionState) -> bool {
        self == Then::Next || state == MissionState::Open
    }

    /// Where this leads, and what is said there.
    fn lead(self, page: &Page, mission: &Mission, step: Step) -> String {
        let w = &words(page.lang()).edit;
        match (self, mission.state) {
            (Then::Stay, MissionState::Open) => {
                page.say(w.saved);
                paths::mission(mission.id)
            }
            (Then::Stay, _) => {
                page.say(w.draft_saved);
                paths::step(mission.id, step)
            }
            (Then::Next, _) => paths::step(mission.id, step.next()),
        }
    }
}

/// Why a step is not shown: it is a page of its own.
type Shown = Result<Mission, Answer>;

/// The company's own mission, if its text may still be changed.
async fn editable(page: &Page, company: CompanyId, id: &str) -> Result<Shown, Problem> {
    let id: MissionId = id.parse().ok().or_not_found()?;
    let mission = store::own(page.app().db().read(), company, id).await?;
    let mission = mission.or_not_found()?;
    Ok(if rules::is_editable(mission.state, mission.held_since) {
        Ok(mission)
    } else {
        Err(locked(page, &mission))
    })
}

#[derive(Template)]
#[template(path = "pages/edit/locked.html")]
struct Locked<'a> {
    page: &'a Page,
    w: &'static Words,
    see: String,
}

/// Somebody has applied or is chosen, or it is over: the text stays as it was read.
fn locked(page: &Page, mission: &Mission) -> Answer {
    let w = words(page.lang());
    let see = paths::mission(mission.id);
    let why = match mission.held_since {
        Some(_) if rules::is_closable(mission.state) => w.edit.held_text,
        _ => (w.edit.locked_text)(mission.state),
    };
    page.refused(why, &Locked { page, w, see })
}

/// Writes a change to the mission as this company knew it. Where somebody was chosen meanwhile, or the
/// draft was published from another window, it says so and writes nothing.
async fn keep(
    page: &Page,
    key: &FormKey,
    known: &Mission,
    change: impl FnOnce(&mut Mission),
    location: String,
) -> Answer {
    let deed = page.deed(key).await?;
    let found = store::own_locked(&deed.tx, known.company, known.id).await?;
    let mut mission = found.or_not_found()?;
    if mission.state != known.state || !rules::is_editable(mission.state, mission.held_since) {
        deed.tx.rollback().await?;
        return locked(page, &mission);
    }
    change(&mut mission);
    mission.updated_at = page.now();
    let (id, state) = (mission.id, mission.state);
    store::save(&deed.tx, mission).await?;
    if state == MissionState::Open {
        page.app().record(&deed.tx, &Changed { mission: id }).await?;
    }
    deed.done(page, location).await
}

/// Suggestions under a field, for the page's script.
#[derive(Template)]
#[template(path = "pages/edit/options.html")]
struct Options {
    values: Vec<String>,
}

#[cfg(test)]
mod tests;
