//! The two steps, Interest then Validation, as pure types (`docs/spec/selection.md`). No I/O, no clock.

use chrono::TimeDelta;
use db::Timestamp;
use missions::{MissionId, MissionState};
use profiles::{CompanyId, FreelanceId};

use crate::{
    CandidacyId,
    events::{Pair, Side},
};

mod state;

pub(crate) use state::State;
use state::State::{
    Applied, Chosen, Concluded, Declined, InDiscussion, MissionClosed, NoAnswer, OtherChosen,
    ProposedByCompany, ProposedByFreelance, Rejected,
};

/// How long a chosen freelance has to answer, while the mission is reserved (A2).
pub const TO_ANSWER: TimeDelta = TimeDelta::days(7);

/// One mission and one freelance.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidacy {
    pub id: CandidacyId,
    pub mission: MissionId,
    pub freelance: FreelanceId,
    pub company: CompanyId,
    pub state: State,
    pub opened_by: Side,
    pub freelance_validated_at: Option<Timestamp>,
    pub company_validated_at: Option<Timestamp>,
    /// What whoever refused said about it, if anything.
    pub reason: Option<String>,
    pub created_at: Timestamp,
    pub state_since: Timestamp,
}

/// What a side may do with a candidacy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// The other's interest is shared.
    Accept,
    /// The freelance validates: « Je postule ».
    Apply,
    /// The company validates: « Choisir ce candidat ».
    Choose,
    /// « Je ne suis pas intéressé(e) », « Écarter ce candidat », or one's own interest withdrawn (A23).
    Refuse,
}

/// What else bears on a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scene {
    /// Where the mission stands.
    pub mission: MissionState,
    /// Whether the company has chosen another candidate for it.
    pub another_chosen: bool,
    /// Whether the other side is certified. Of the one who acts the route makes sure.
    pub other_certified: bool,
}

/// One arrow of the diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// `None` for a candidacy that begins.
    pub from: Option<State>,
    pub to: State,
}

/// A candidacy after a move, and the arrows it took: one, or two for a shortcut.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moved {
    pub candidacy: Candidacy,
    pub steps: Vec<Step>,
}

/// Why the rules say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Refusal {
    /// One's own interest stands already.
    AlreadyProposed,
    /// Both are interested already.
    AlreadyInDiscussion,
    /// One's own validation stands: only the other side moves now (A1).
    AlreadyValidated,
    /// Both have validated.
    AlreadyConcluded,
    /// Somebody has refused, definitively (R10).
    AlreadyRefused,
    /// The other side must answer first.
    NotYourTurn,
    /// The mission takes no candidates.
    MissionNotOpen,
    /// The company has chosen somebody else (I2).
    AnotherIsChosen,
    /// This pair had its chances (A9).
    PairEnded,
    /// The other side is not certified (any more): nothing goes on, one can only refuse (R90, A24).
    Frozen,
    /// Somebody moved in the meantime.
    Overtaken,
}

/// What every move gives.
pub(crate) type Verdict = Result<Moved, Refusal>;

/// « Cette mission m'intéresse », « Ce profil m'intéresse ». `fresh` is the candidacy that would begin;
/// `earlier` are those this pair had. The other side's open interest makes it an acceptance (A7).
pub(crate) fn express(fresh: Candidacy, earlier: Vec<Candidacy>, scene: Scene) -> Verdict {
    let by = fresh.opened_by;
    let attempts = earlier.len();
    for old in earlier {
        match old.state {
            ProposedByFreelance | ProposedByCompany if old.opened_by == by => {
                return Err(Refusal::AlreadyProposed);
            }
            ProposedByFreelance | ProposedByCompany => return old.accept(by, scene, fresh.created_at),
            InDiscussion | Applied | Chosen => return Err(Refusal::AlreadyInDiscussion),
            // The one ending that allows another attempt, and only one (A9).
            NoAnswer if attempts < 2 => {}
            over => return Err(over.over()),
        }
    }
    scene.is_not_frozen()?;
    if scene.mission != MissionState::Open {
        return Err(Refusal::MissionNotOpen);
    }
    let to = State::proposed_by(by);
    Ok(Moved {
        candidacy: Candidacy { state: to, ..fresh },
        steps: vec![Step { from: None, to }],
    })
}

impl Candidacy {
    /// Any act, by name.
    pub(crate) fn act(self, act: Act, by: Side, scene: Scene, at: Timestamp) -> Verdict {
        match act {
            Act::Accept => self.accept(by, scene, at),
            Act::Apply => self.apply(scene, at),
            Act::Choose => self.choose(scene, at),
            Act::Refuse => self.refuse(by, at),
        }
    }

    /// Whether the rules would let this side do it: what a page offers.
    pub(crate) fn may(&self, act: Act, by: Side, scene: Scene) -> bool {
        let theirs = match act {
            Act::Apply => by == Side::Freelance,
            Act::Choose => by == Side::Company,
            Act::Accept | Act::Refuse => true,
        };
        theirs && self.clone().act(act, by, scene, self.state_since).is_ok()
    }

    /// Shares the other side's interest.
    fn accept(self, by: Side, scene: Scene, at: Timestamp) -> Verdict {
        match self.state {
            ProposedByFreelance | ProposedByCompany if self.opened_by == by => Err(Refusal::NotYourTurn),
            ProposedByFreelance | ProposedByCompany => {
                scene.is_going_on()?;
                Ok(self.through(&[InDiscussion], at))
            }
            InDiscussion | Applied | Chosen => Err(Refusal::AlreadyInDiscussion),
            over => Err(over.over()),
        }
    }

    /// « Je postule »: the freelance validates, definitively (R6).
    fn apply(self, scene: Scene, at: Timestamp) -> Verdict {
        let steps: &[State] = match self.state {
            ProposedByCompany => &[InDiscussion, Applied],
            InDiscussion => &[Applied],
            Chosen => &[Concluded],
            ProposedByFreelance => return Err(Refusal::NotYourTurn),
            Applied => return Err(Refusal::AlreadyValidated),
            over => return Err(over.over()),
        };
        scene.is_going_on()?;
        Ok(self.through(steps, at))
    }

    /// « Choisir ce candidat »: the company validates, definitively (R9).
    fn choose(self, scene: Scene, at: Timestamp) -> Verdict {
        let steps: &[State] = match self.state {
            ProposedByFreelance => &[InDiscussion, Chosen],
            InDiscussion => &[Chosen],
            Applied => &[Concluded],
            ProposedByCompany => return Err(Refusal::NotYourTurn),
            Chosen => return Err(Refusal::AlreadyValidated),
            over => return Err(over.over()),
        };
        scene.is_not_frozen()?;
        if scene.another_chosen {
            return Err(Refusal::AnotherIsChosen);
        }
        if scene.mission != MissionState::Open {
            return Err(Refusal::MissionNotOpen);
        }
        Ok(self.through(steps, at))
    }

    /// Declines (R5, R7), rejects (R8), or withdraws what one sent (A23). After one's own validation
    /// one has no further act (A1).
    fn refuse(self, by: Side, at: Timestamp) -> Verdict {
        match (self.state, by) {
            (Applied, Side::Freelance) | (Chosen, Side::Company) => Err(Refusal::AlreadyValidated),
            (state, Side::Freelance) if state.is_undecided() => Ok(self.through(&[Declined], at)),
            (state, Side::Company) if state.is_undecided() => Ok(self.through(&[Rejected], at)),
            (over, _) => Err(over.over()),
        }
    }

    /// The mission was closed.
    pub(crate) fn close(self, at: Timestamp) -> Verdict {
        if !self.state.is_undecided() {
            return Err(self.state.over());
        }
        Ok(self.through(&[MissionClosed], at))
    }

    /// Somebody else concluded (R109).
    pub(crate) fn lose_to_other(self, at: Timestamp) -> Verdict {
        match self.state {
            ProposedByFreelance | ProposedByCompany | InDiscussion | Applied => {
                Ok(self.through(&[OtherChosen], at))
            }
            Chosen => Err(Refusal::AnotherIsChosen),
            over => Err(over.over()),
        }
    }

    /// The chosen freelance let the time pass without an answer: « Non validée » (A2).
    pub(crate) fn lapse(self, at: Timestamp) -> Verdict {
        match self.state {
            Chosen if at >= self.state_since + TO_ANSWER => Ok(self.through(&[Declined], at)),
            Chosen => Err(Refusal::NotYourTurn),
            over => Err(over.over()),
        }
    }

    /// Until when the chosen freelance is awaited; `None` when they are not.
    pub(crate) fn answer_due(&self) -> Option<Timestamp> {
        (self.state == Chosen).then(|| self.state_since + TO_ANSWER)
    }

    /// Whether a choice was left without an answer in time, rather than declined.
    pub(crate) fn has_lapsed(&self) -> bool {
        let in_time = |chosen: Timestamp| self.state_since < chosen + TO_ANSWER;
        self.state == Declined && self.company_validated_at.is_some_and(|chosen| !in_time(chosen))
    }

    /// Who and what, for events.
    pub(crate) fn pair(&self) -> Pair {
        Pair {
            candidacy: self.id,
            mission: self.mission,
            freelance: self.freelance,
            company: self.company,
        }
    }

    fn through(mut self, states: &[State], at: Timestamp) -> Moved {
        let mut steps = Vec::with_capacity(states.len());
        for &to in states {
            steps.push(Step {
                from: Some(self.state),
                to,
            });
            self.state = to;
        }
        // The second validation concludes, whichever side gives it (A1).
        if matches!(self.state, Applied | Concluded) {
            self.freelance_validated_at.get_or_insert(at);
        }
        if matches!(self.state, Chosen | Concluded) {
            self.company_validated_at.get_or_insert(at);
        }
        self.state_since = at;
        Moved {
            candidacy: self,
            steps,
        }
    }
}

impl Scene {
    /// Candidacies go on while the mission is open, and also while another candidate is chosen (A2).
    fn is_going_on(self) -> Result<(), Refusal> {
        self.is_not_frozen()?;
        match self.mission {
            MissionState::Open | MissionState::Reserved => Ok(()),
            _ => Err(Refusal::MissionNotOpen),
        }
    }

    /// Nothing goes on with somebody who is not certified, or not any more (R90, A24).
    fn is_not_frozen(self) -> Result<(), Refusal> {
        if self.other_certified {
            Ok(())
        } else {
            Err(Refusal::Frozen)
        }
    }
}

#[cfg(test)]
mod tests;
