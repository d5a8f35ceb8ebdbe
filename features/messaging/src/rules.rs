//! Who may write when, as pure rules (A4, A15, A16, I7).

use profiles::{CompanyId, FreelanceId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use uuid::Uuid;

use crate::ConversationId;

/// How far a conversation is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub(crate) enum State {
    /// Nobody has said anything yet: whoever opened it has one message.
    #[sea_orm(string_value = "opened")]
    Opened,
    /// Whoever opened it has said their one message and waits for the other.
    #[sea_orm(string_value = "waiting")]
    Waiting,
    /// The other answered or accepted: both write as they like.
    #[sea_orm(string_value = "free")]
    Free,
    /// Readable, not writable.
    #[sea_orm(string_value = "archived")]
    Archived,
    /// Gone for both.
    #[sea_orm(string_value = "vanished")]
    Vanished,
}

/// Why a message is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The one message is said; the other side has to answer or accept (A4).
    AwaitsAnswer,
    /// Read only, for both.
    Archived,
    /// Gone.
    Vanished,
    /// The other side may not take part just now (A24).
    OtherNotCertified,
    /// Somebody was faster; looking again tells where one is.
    Overtaken,
}

impl State {
    /// A message by the side that opened the conversation, or by the other. Says what it becomes.
    pub(crate) fn write(self, by_opener: bool) -> Result<State, Refusal> {
        match (self, by_opener) {
            (State::Opened, true) => Ok(State::Waiting),
            (State::Waiting, true) => Err(Refusal::AwaitsAnswer),
            (State::Opened | State::Waiting, false) | (State::Free, _) => Ok(State::Free),
            (State::Archived, _) => Err(Refusal::Archived),
            (State::Vanished, _) => Err(Refusal::Vanished),
        }
    }

    /// The interest was accepted. What is archived or gone stays so.
    pub(crate) fn free(self) -> State {
        match self {
            State::Opened | State::Waiting | State::Free => State::Free,
            ended => ended,
        }
    }

    /// The mission ended. What is gone stays gone.
    pub(crate) fn archive(self) -> State {
        match self {
            State::Vanished => State::Vanished,
            _ => State::Archived,
        }
    }
}

/// What stands in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub(crate) enum Kind {
    /// Words of one side.
    #[sea_orm(string_value = "message")]
    Message,
    /// The interest everything began with.
    #[sea_orm(string_value = "opened")]
    Opened,
    /// See [`crate::Milestone::Accepted`].
    #[sea_orm(string_value = "accepted")]
    Accepted,
    /// See [`crate::Milestone::Applied`].
    #[sea_orm(string_value = "applied")]
    Applied,
    /// See [`crate::Milestone::Chosen`].
    #[sea_orm(string_value = "chosen")]
    Chosen,
    /// See [`crate::Milestone::Concluded`].
    #[sea_orm(string_value = "concluded")]
    Concluded,
    /// From here on it is read only.
    #[sea_orm(string_value = "archived")]
    Archived,
}

/// The two who talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Freelance,
    Company,
}

/// How far one side has come, as numbers of entries; 0 is before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its last message.
    pub said: i64,
    /// The last entry it has read.
    pub read: i64,
}

/// A conversation. Its entries are numbered from 1 in the order they were committed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Conversation {
    pub id: ConversationId,
    pub mission: Uuid,
    pub subject: String,
    pub freelance: FreelanceId,
    pub company: CompanyId,
    pub opened_by: Uuid,
    pub state: State,
    /// The number of the last entry.
    pub last: i64,
    pub freelance_at: Place,
    pub company_at: Place,
    /// When the last entry was made.
    pub moved_at: db::Timestamp,
}

impl Conversation {
    /// The side `account` is on; `None` for anybody else.
    pub(crate) fn side(&self, account: Uuid) -> Option<Side> {
        if account == self.freelance.0 {
            Some(Side::Freelance)
        } else if account == self.company.0 {
            Some(Side::Company)
        } else {
            None
        }
    }

    /// The account opposite `side`.
    pub(crate) fn other(&self, side: Side) -> Uuid {
        match side {
            Side::Freelance => self.company.0,
            Side::Company => self.freelance.0,
        }
    }

    /// The account on `side`.
    pub(crate) fn account(&self, side: Side) -> Uuid {
        match side {
            Side::Freelance => self.freelance.0,
            Side::Company => self.company.0,
        }
    }

    /// How far `side` has come, then the other.
    pub(crate) fn places(&self, side: Side) -> (Place, Place) {
        match side {
            Side::Freelance => (self.freelance_at, self.company_at),
            Side::Company => (self.company_at, self.freelance_at),
        }
    }

    /// Whether the other side said something that `side` has not read.
    pub(crate) fn is_unread(&self, side: Side) -> bool {
        let (own, other) = self.places(side);
        other.said > own.read
    }

    /// What the conversation becomes with a message by `side` (A4).
    pub(crate) fn write(&self, side: Side) -> Result<State, Refusal> {
        self.state.write(self.account(side) == self.opened_by)
    }
}

#[cfg(test)]
mod tests;
