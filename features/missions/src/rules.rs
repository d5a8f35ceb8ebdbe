//! Rules without a base: who sees what of a mission, and what it needs before it is published.

use db::Timestamp;

use crate::{MissionState, Workplace, store::Mission};

/// Who looks at a mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Looker {
    /// Its own company.
    Owner,
    /// A member of staff.
    Staff,
    /// A certified freelance; whether the candidacies let them in although the mission is not in the search.
    Freelance { admitted: bool },
    /// Everybody else: visitors, uncertified freelances, other companies (A12).
    Other,
}

/// How much of a mission somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All of it.
    Full,
    /// Title, logo and category (R91).
    Preview,
    /// Not even that there is one.
    Nothing,
}

/// « Who sees what » (R35, R91, R92, R110, R111). `certified` says whether its company is.
pub(crate) fn sight(looker: Looker, state: MissionState, certified: bool) -> Sight {
    let in_search = state == MissionState::Open && certified;
    match looker {
        Looker::Owner => Sight::Full,
        Looker::Staff if state == MissionState::Draft => Sight::Nothing,
        Looker::Staff => Sight::Full,
        Looker::Freelance { .. } if in_search => Sight::Full,
        Looker::Freelance { admitted: true } if was_published(state) => Sight::Full,
        Looker::Other if in_search => Sight::Preview,
        Looker::Freelance { .. } | Looker::Other => Sight::Nothing,
    }
}

/// Whether the slot may have something to say about a freelance and a mission in this state.
pub(crate) fn was_published(state: MissionState) -> bool {
    !matches!(state, MissionState::Draft | MissionState::Withdrawn)
}

/// Whether its company may still change the text (R98): nobody has applied on it, and nobody is chosen.
pub(crate) fn is_editable(state: MissionState, held_since: Option<Timestamp>) -> bool {
    is_closable(state) && held_since.is_none()
}

/// Whether its company may end it, or erase it while it is a draft (A15). An open one only as long as it is
/// certified: whoever is not moves no candidacy, and closing ends them all (A24).
pub(crate) fn may_close(state: MissionState, certified: bool) -> bool {
    is_closable(state) && (certified || state == MissionState::Draft)
}

/// Whether nobody is chosen and it has not ended.
pub(crate) fn is_closable(state: MissionState) -> bool {
    matches!(state, MissionState::Draft | MissionState::Open)
}

/// The four steps (R95).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Mission,
    Skills,
    Rate,
    Preview,
}

impl Step {
    pub(crate) const ALL: [Step; 4] = [Step::Mission, Step::Skills, Step::Rate, Step::Preview];

    /// The step after this one.
    pub(crate) fn next(self) -> Step {
        match self {
            Step::Mission => Step::Skills,
            Step::Skills => Step::Rate,
            Step::Rate | Step::Preview => Step::Preview,
        }
    }
}

/// Something a mission cannot be published without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Title,
    Category,
    Description,
    Workplace,
    Place,
    Skills,
    Rate,
}

impl Missing {
    /// Where it is filled in.
    pub(crate) fn step(self) -> Step {
        match self {
            Missing::Title
            | Missing::Category
            | Missing::Description
            | Missing::Workplace
            | Missing::Place => Step::Mission,
            Missing::Skills => Step::Skills,
            Missing::Rate => Step::Rate,
        }
    }
}

/// What is still missing before this mission can be published.
pub(crate) fn missing(mission: &Mission) -> Vec<Missing> {
    let needs_place = mission.workplace != Some(Workplace::Remote);
    [
        (mission.title.is_empty(), Missing::Title),
        (mission.categories.0.is_empty(), Missing::Category),
        (mission.description.is_empty(), Missing::Description),
        (mission.workplace.is_none(), Missing::Workplace),
        (needs_place && mission.place.is_empty(), Missing::Place),
        (mission.skills.0.is_empty(), Missing::Skills),
        (mission.day_rate.is_none() && !mission.rate_open, Missing::Rate),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect()
}

/// About how many days are worked: a year has 260 working days.
pub(crate) fn days(months: i64, activity: i64) -> i64 {
    (260 * months * activity + 600) / 1200
}

#[cfg(test)]
mod tests;
