//! This room's tables: one row per account that wrote something about itself.

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::Index;

pub(crate) mod freelance {
    use sea_orm::{FromJsonQueryResult, entity::prelude::*};
    use serde::{Deserialize, Serialize};

    use crate::{Category, FreelanceId, tongue::Tongue};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "freelance")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FreelanceId,
        pub headline: String,
        pub description: String,
        pub place: String,
        pub categories: Categories,
        pub skills: Skills,
        pub languages: Languages,
        pub day_rate: Option<i64>,
        pub experience: Option<i64>,
        pub payroll: bool,
        pub updated_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Categories(pub Vec<Category>);
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Skills(pub Vec<String>);
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Languages(pub(crate) Vec<Tongue>);
}

pub(crate) mod company {
    use sea_orm::entity::prelude::*;

    use crate::CompanyId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "company")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CompanyId,
        pub presentation: String,
        pub sector: String,
        pub website: String,
        pub street: String,
        pub place: String,
        pub contact_role: String,
        pub logo: Option<Uuid>,
        pub updated_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) fn migrations() -> Vec<Migration> {
    vec![Migration {
        name: "profiles_1_profiles",
        steps: || {
            vec![
                freelances(),
                companies(),
                // A logo is asked for by its file alone.
                Index::create()
                    .name("company_logo")
                    .table("company")
                    .col("logo")
                    .unique()
                    .into(),
            ]
        },
    }]
}

fn freelances() -> Step {
    use schema::{boolean, json, moment, number, optional, primary, text};
    let columns = vec![
        primary("id"),
        text("headline"),
        text("description"),
        text("place"),
        json("categories"),
        json("skills"),
        json("languages"),
        optional(number("day_rate")),
        optional(number("experience")),
        boolean("payroll"),
        moment("updated_at"),
    ];
    (&mut schema::table("freelance", columns)).into()
}

fn companies() -> Step {
    use schema::{key, moment, optional, primary, text};
    let columns = vec![
        primary("id"),
        text("presentation"),
        text("sector"),
        text("website"),
        text("street"),
        text("place"),
        text("contact_role"),
        optional(key("logo")),
        moment("updated_at"),
    ];
    (&mut schema::table("company", columns)).into()
}
