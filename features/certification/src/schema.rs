//! The tables.

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::Index;

use crate::Standing;

/// What an account declared and where it stands.
pub mod dossier {
    use sea_orm::entity::prelude::*;

    use crate::{
        Standing,
        rules::{Ground, Permit},
    };

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "certification_dossier")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        pub role: String,
        pub standing: Standing,
        pub first_name: String,
        pub last_name: String,
        pub company_name: String,
        pub uid: Option<String>,
        pub contact_person: String,
        pub permit: Option<Permit>,
        pub valid_until: Option<Date>,
        pub street: String,
        pub place: String,
        pub contact_me: bool,
        pub ground: Option<Ground>,
        pub message: String,
        pub submitted_at: Option<DateTimeUtc>,
        pub contacted_at: Option<DateTimeUtc>,
        pub decided_at: Option<DateTimeUtc>,
        pub decided_by: Option<Uuid>,
        pub updated_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A document somebody handed in.
pub mod document {
    use sea_orm::entity::prelude::*;

    use crate::rules::Paper;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "certification_document")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub paper: Paper,
        pub file: Uuid,
        pub mime: String,
        pub name: String,
        pub bytes: i64,
        pub handed_in_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Who of the staff read which document (DPO art. 4). Rows are only ever added, and stay when the
/// document goes.
pub mod reading {
    use sea_orm::entity::prelude::*;

    use crate::rules::Paper;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "certification_reading")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub staff: Uuid,
        pub account: Uuid,
        pub document: Uuid,
        pub paper: Paper,
        pub name: String,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    vec![
        Migration {
            name: "certification_1_dossiers",
            steps: first,
        },
        Migration {
            name: "certification_2_handled",
            steps: || {
                vec![
                    Index::create()
                        .name("certification_dossier_handled")
                        .table("certification_dossier")
                        .col("updated_at")
                        .col("account")
                        .into(),
                ]
            },
        },
        Migration {
            name: "certification_3_uid",
            steps: || {
                vec![
                    Index::create()
                        .name("certification_dossier_uid")
                        .table("certification_dossier")
                        .col("uid")
                        .into(),
                ]
            },
        },
    ]
}

fn first() -> Vec<Step> {
    vec![
        dossiers(),
        Index::create()
            .name("certification_dossier_queue")
            .table("certification_dossier")
            .col("standing")
            .col("role")
            .col("submitted_at")
            .into(),
        documents(),
        // One paper of each kind: a newer one takes the place of the older.
        Index::create()
            .name("certification_document_paper")
            .table("certification_document")
            .col("account")
            .col("paper")
            .unique()
            .into(),
        readings(),
        Index::create()
            .name("certification_reading_account")
            .table("certification_reading")
            .col("account")
            .col("at")
            .into(),
    ]
}

fn dossiers() -> Step {
    use schema::{boolean, day, key, moment, optional, primary, text};
    let columns = vec![
        primary("account"),
        text("role"),
        text("standing"),
        text("first_name"),
        text("last_name"),
        text("company_name"),
        optional(text("uid")),
        text("contact_person"),
        optional(text("permit")),
        optional(day("valid_until")),
        text("street"),
        text("place"),
        boolean("contact_me"),
        optional(text("ground")),
        text("message"),
        optional(moment("submitted_at")),
        optional(moment("contacted_at")),
        optional(moment("decided_at")),
        optional(key("decided_by")),
        moment("updated_at"),
    ];
    let mut table = schema::table("certification_dossier", columns);
    table.check(schema::one_of("standing", &Standing::NAMES));
    table.check(schema::one_of("role", &["freelance", "company"]));
    (&mut table).into()
}

fn documents() -> Step {
    use schema::{key, moment, number, primary, text};
    let columns = vec![
        primary("id"),
        key("account"),
        text("paper"),
        key("file"),
        text("mime"),
        text("name"),
        number("bytes"),
        moment("handed_in_at"),
    ];
    (&mut schema::table("certification_document", columns)).into()
}

fn readings() -> Step {
    use schema::{key, moment, primary, text};
    let columns = vec![
        primary("id"),
        key("staff"),
        key("account"),
        key("document"),
        text("paper"),
        text("name"),
        moment("at"),
    ];
    (&mut schema::table("certification_reading", columns)).into()
}
