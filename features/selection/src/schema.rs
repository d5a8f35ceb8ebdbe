//! This room's tables: candidacies, and one line for every transition (I9).

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::{ConditionalStatement, ForeignKey, Index};

pub(crate) mod candidacy {
    use missions::MissionId;
    use profiles::{CompanyId, FreelanceId};
    use sea_orm::entity::prelude::*;

    use crate::{CandidacyId, events::Side, rules::State};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "candidacy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CandidacyId,
        pub mission: MissionId,
        pub freelance: FreelanceId,
        pub company: CompanyId,
        pub state: State,
        pub opened_by: Side,
        pub freelance_validated_at: Option<DateTimeUtc>,
        pub company_validated_at: Option<DateTimeUtc>,
        pub reason: Option<String>,
        pub created_at: DateTimeUtc,
        pub state_since: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod transition {
    use sea_orm::entity::prelude::*;

    use crate::{CandidacyId, events::Side, rules::State};

    /// `by_*` are empty for what followed from somebody else's act: another was chosen, the mission
    /// was closed.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "candidacy_transition")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub candidacy: CandidacyId,
        pub from_state: Option<State>,
        pub to_state: State,
        pub by_account: Option<Uuid>,
        pub by_side: Option<Side>,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The states as they are stored. Written out, since a migration never changes after release;
/// a test holds them to the rules.
const STATES: [&str; 13] = [
    "proposed_by_freelance",
    "proposed_by_company",
    "in_discussion",
    "applied",
    "chosen",
    "concluded",
    "declined",
    "rejected",
    "other_chosen",
    "mission_closed",
    "no_answer",
    "account_gone",
    "ended",
];
/// See [`crate::rules::State::is_live`].
const LIVE: [&str; 6] = [
    "proposed_by_freelance",
    "proposed_by_company",
    "in_discussion",
    "applied",
    "chosen",
    "concluded",
];
/// Whoever the company has settled on (I2).
const TAKERS: [&str; 3] = ["chosen", "concluded", "ended"];
const SIDES: [&str; 2] = ["freelance", "company"];

pub(crate) fn migrations() -> Vec<Migration> {
    vec![Migration {
        name: "selection_1_candidacy",
        steps: || vec![candidacies(), log()].into_iter().chain(indexes()).collect(),
    }]
}

fn candidacies() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::key("mission"),
        schema::key("freelance"),
        schema::key("company"),
        schema::text("state"),
        schema::text("opened_by"),
        schema::optional(schema::moment("freelance_validated_at")),
        schema::optional(schema::moment("company_validated_at")),
        schema::optional(schema::text("reason")),
        schema::moment("created_at"),
        schema::moment("state_since"),
    ];
    let mut table = schema::table("candidacy", columns);
    table
        .check(schema::one_of("state", &STATES))
        .check(schema::one_of("opened_by", &SIDES));
    Step::from(&mut table)
}

fn log() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::key("candidacy"),
        schema::optional(schema::text("from_state")),
        schema::text("to_state"),
        schema::optional(schema::key("by_account")),
        schema::optional(schema::text("by_side")),
        schema::moment("at"),
    ];
    let mut table = schema::table("candidacy_transition", columns);
    table.foreign_key(
        ForeignKey::create()
            .from("candidacy_transition", "candidacy")
            .to("candidacy", "id"),
    );
    Step::from(&mut table)
}

/// The unique ones hold I1 and I2 where two clients race.
fn indexes() -> Vec<Step> {
    vec![
        Index::create()
            .name("candidacy_one_live")
            .table("candidacy")
            .col("mission")
            .col("freelance")
            .unique()
            .and_where(schema::one_of("state", &LIVE))
            .into(),
        Index::create()
            .name("candidacy_one_taker")
            .table("candidacy")
            .col("mission")
            .unique()
            .and_where(schema::one_of("state", &TAKERS))
            .into(),
        Index::create()
            .name("candidacy_mission")
            .table("candidacy")
            .col("mission")
            .into(),
        Index::create()
            .name("candidacy_freelance")
            .table("candidacy")
            .col("freelance")
            .into(),
        Index::create()
            .name("candidacy_company")
            .table("candidacy")
            .col("company")
            .into(),
        Index::create()
            .name("candidacy_transition_candidacy")
            .table("candidacy_transition")
            .col("candidacy")
            .into(),
    ]
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveEnum, Iterable};

    use super::{LIVE, STATES, TAKERS};
    use crate::rules::State;

    fn stored(holds: fn(State) -> bool) -> Vec<String> {
        State::iter()
            .filter(|state| holds(*state))
            .map(|state| state.to_value())
            .collect()
    }

    #[test]
    fn the_indexes_speak_of_the_states_of_the_rules() {
        assert_eq!(stored(|_| true), STATES);
        assert_eq!(stored(State::is_live), LIVE);
        assert_eq!(
            stored(|state| matches!(state, State::Chosen | State::Concluded | State::Ended)),
            TAKERS
        );
    }
}
