//! This room's table.

use db::schema::{self, Migration, Step};
use sea_orm::{
    FromJsonQueryResult,
    sea_query::{Index, Table},
};
use serde::{Deserialize, Serialize};

/// Skills as shown, in the order they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Skills(pub Vec<String>);

/// Categories, in the order of [`profiles::Category::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Categories(pub Vec<profiles::Category>);

pub(crate) mod mission {
    use profiles::CompanyId;
    use sea_orm::entity::prelude::*;

    use super::{Categories, Skills};
    use crate::{MissionId, MissionState, Workplace};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mission")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MissionId,
        pub company: CompanyId,
        pub state: MissionState,
        pub title: String,
        pub description: String,
        pub categories: Categories,
        pub skills: Skills,
        /// The place's key; empty when not said. See [`swiss::Place::key`].
        pub place: String,
        pub workplace: Option<Workplace>,
        /// At least so many years; 0 asks for none.
        pub experience_years: i64,
        pub months: Option<i64>,
        pub activity: Option<i64>,
        /// `None` means as soon as possible.
        pub start_day: Option<Date>,
        pub day_rate: Option<i64>,
        /// Whether the company chose to leave the rate open; a draft has neither at first.
        pub rate_open: bool,
        pub payroll: bool,
        /// Since when somebody has applied on this text, which then stays as it is.
        pub held_since: Option<DateTimeUtc>,
        pub published_at: Option<DateTimeUtc>,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The states as they are stored. Written out, since a migration never changes after release.
const STATES: [&str; 6] = ["draft", "open", "reserved", "validated", "closed", "withdrawn"];
const WORKPLACES: [&str; 3] = ["onsite", "hybrid", "remote"];

pub(crate) fn migrations() -> Vec<Migration> {
    let mission = Migration {
        name: "missions_1_mission",
        steps: || {
            vec![
                table(),
                Index::create()
                    .name("mission_company")
                    .table("mission")
                    .col("company")
                    .col("updated_at")
                    .into(),
                Index::create()
                    .name("mission_state")
                    .table("mission")
                    .col("state")
                    .col("id")
                    .into(),
            ]
        },
    };
    let held = Migration {
        name: "missions_2_held",
        steps: || {
            let column = schema::optional(schema::moment("held_since"));
            vec![Step::from(Table::alter().table("mission").add_column(column))]
        },
    };
    vec![mission, held]
}

fn table() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::key("company"),
        schema::text("state"),
        schema::text("title"),
        schema::text("description"),
        schema::json("categories"),
        schema::json("skills"),
        schema::text("place"),
        schema::optional(schema::text("workplace")),
        schema::number("experience_years"),
        schema::optional(schema::number("months")),
        schema::optional(schema::number("activity")),
        schema::optional(schema::day("start_day")),
        schema::optional(schema::number("day_rate")),
        schema::boolean("rate_open"),
        schema::boolean("payroll"),
        schema::optional(schema::moment("published_at")),
        schema::moment("created_at"),
        schema::moment("updated_at"),
    ];
    let mut table = schema::table("mission", columns);
    table
        .check(schema::one_of("state", &STATES))
        .check(schema::one_of("workplace", &WORKPLACES));
    Step::from(&mut table)
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveEnum, Iterable};

    use super::{STATES, WORKPLACES};
    use crate::{MissionState, Workplace};

    #[test]
    fn the_checks_speak_of_the_states_of_the_code() {
        let states: Vec<String> = MissionState::iter().map(|state| state.to_value()).collect();
        let workplaces: Vec<String> = Workplace::iter().map(|place| place.to_value()).collect();
        assert_eq!(states, STATES);
        assert_eq!(workplaces, WORKPLACES);
        let codes = Workplace::ALL.map(Workplace::code);
        assert_eq!(codes, WORKPLACES);
    }
}
