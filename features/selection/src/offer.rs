//! What a person may do with a candidacy, ready for a page: the same buttons and confirmations
//! wherever it is shown (I13).

use crate::{
    CandidacyId,
    events::Side,
    paths,
    rules::{Act, Candidacy, Refusal, Scene, State},
    words::Words,
};

/// Where a person acts, and where the answer leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    /// The mission's page.
    Mission,
    /// The conversation.
    Conversation,
    /// « Visualiser les candidats » or « Mes missions ».
    Board,
}

impl Back {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Back::Mission => "mission",
            Back::Conversation => "conversation",
            Back::Board => "board",
        }
    }

    /// What a form says; the board when it says nothing.
    pub(crate) fn parse(code: &str) -> Back {
        [Back::Mission, Back::Conversation]
            .into_iter()
            .find(|back| back.code() == code)
            .unwrap_or(Back::Board)
    }
}

/// The acts the rules allow this side now.
pub(crate) struct Offer {
    candidacy: CandidacyId,
    side: Side,
    state: State,
    pub back: Back,
    /// The other side's name.
    pub other: String,
    /// The mission's title.
    mission: String,
    /// Whether nothing goes on since the other side has lost its certification (A24).
    pub frozen: bool,
    /// Whether nothing goes on since whoever looks has lost theirs.
    suspended: bool,
    pub accept: bool,
    pub apply: bool,
    pub choose: bool,
    pub refuse: bool,
}

impl Offer {
    pub(crate) fn new(
        candidacy: &Candidacy,
        side: Side,
        scene: Scene,
        back: Back,
        other: &str,
        mission: &str,
    ) -> Offer {
        Offer {
            candidacy: candidacy.id,
            side,
            state: candidacy.state,
            back,
            other: other.to_owned(),
            mission: mission.to_owned(),
            frozen: candidacy.state.is_undecided() && !scene.other_certified,
            suspended: false,
            accept: candidacy.may(Act::Accept, side, scene),
            apply: candidacy.may(Act::Apply, side, scene),
            choose: candidacy.may(Act::Choose, side, scene),
            refuse: candidacy.may(Act::Refuse, side, scene),
        }
    }

    /// Without the shortcut over an open interest: lists offer one step at a time.
    pub(crate) fn step_by_step(mut self) -> Offer {
        self.apply &= !self.accept;
        self.choose &= !self.accept;
        self
    }

    /// Nothing at all, for somebody who is not certified (any more): every route would refuse it.
    pub(crate) fn only_for(self, cleared: bool) -> Offer {
        if cleared {
            return self;
        }
        Offer {
            suspended: self.state.is_undecided(),
            accept: false,
            apply: false,
            choose: false,
            refuse: false,
            ..self
        }
    }

    /// Why nothing goes on, if so.
    pub(crate) fn pause(&self, w: &Words) -> Option<&'static str> {
        match (self.suspended, self.frozen) {
            (true, _) => Some(w.suspended),
            (false, true) => Some((w.refusal)(Refusal::Frozen)),
            (false, false) => None,
        }
    }

    /// Whether nothing goes on for now.
    pub(crate) fn is_paused(&self) -> bool {
        self.suspended || self.frozen
    }

    /// Whether to refuse is to take back one's own proposal (A23).
    fn withdraws(&self) -> bool {
        matches!(
            (self.state, self.side),
            (State::ProposedByFreelance, Side::Freelance) | (State::ProposedByCompany, Side::Company)
        )
    }

    pub(crate) fn is_empty(&self) -> bool {
        !(self.accept || self.apply || self.choose || self.refuse)
    }

    /// Whether the other side waits for this one's answer.
    pub(crate) fn is_due(&self) -> bool {
        self.accept || (self.concludes() && (self.apply || self.choose))
    }

    /// Whether the other side has validated and waits for this one.
    pub(crate) fn concludes(&self) -> bool {
        matches!(self.state, State::Applied | State::Chosen)
    }

    /// How strongly a card shows the acceptance: a company has several at once before it.
    pub(crate) fn accept_tone(&self) -> &'static str {
        match self.side {
            Side::Freelance => "primary",
            Side::Company => "soft",
        }
    }

    pub(crate) fn acceptance(&self) -> String {
        paths::acceptance(self.candidacy)
    }
    pub(crate) fn application(&self) -> String {
        paths::application(self.candidacy)
    }
    pub(crate) fn choice(&self) -> String {
        paths::choice(self.candidacy)
    }
    pub(crate) fn refusal(&self) -> String {
        paths::refusal(self.candidacy)
    }

    /// The key of a confirmation on the page.
    pub(crate) fn modal(&self, what: &str) -> String {
        format!("{what}-{}", self.candidacy)
    }

    pub(crate) fn interest_label(&self, w: &Words) -> &'static str {
        match self.side {
            Side::Freelance => w.interest_in_mission,
            Side::Company => w.interest_in_freelance,
        }
    }
    pub(crate) fn choose_text(&self, w: &Words) -> String {
        if self.concludes() {
            w.confirm.choose_concludes.to_owned()
        } else {
            (w.confirm.choose)(&self.other)
        }
    }
    pub(crate) fn apply_title(&self, w: &Words) -> String {
        (w.confirm.apply_title)(&self.mission)
    }
    pub(crate) fn apply_text(&self, w: &Words) -> &'static str {
        if self.concludes() {
            w.confirm.apply_concludes
        } else {
            w.confirm.apply
        }
    }
    pub(crate) fn refuse_label(&self, w: &Words) -> &'static str {
        match self.side {
            _ if self.withdraws() => w.withdraw,
            Side::Freelance => w.decline,
            Side::Company => w.reject,
        }
    }
    /// On the button that opens the confirmation.
    pub(crate) fn refuse_short(&self, w: &Words) -> &'static str {
        match self.side {
            _ if self.withdraws() => w.withdraw,
            Side::Freelance => w.decline,
            Side::Company => w.reject_short,
        }
    }
    pub(crate) fn refuse_title(&self, w: &Words) -> &'static str {
        match self.side {
            _ if self.withdraws() => w.confirm.withdraw_title,
            Side::Freelance => w.confirm.decline_title,
            Side::Company => w.confirm.reject_title,
        }
    }
    pub(crate) fn refuse_text(&self, w: &Words) -> &'static str {
        match self.side {
            _ if self.withdraws() => w.confirm.withdraw,
            Side::Freelance => w.confirm.decline,
            Side::Company => w.confirm.reject,
        }
    }
}
