//! This room's table: what was written by « Nous contacter ».

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::Index;

pub(crate) mod contact_message {
    use sea_orm::entity::prelude::*;

    use crate::topic::Topic;

    /// `lang` is the language of the page it was written on: the answer is due in it. `account` says
    /// that somebody was signed in; the address is the one they typed, proved by nothing.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact_message")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub topic: Topic,
        pub name: String,
        pub email: String,
        pub message: String,
        pub lang: String,
        pub account: Option<Uuid>,
        pub received_at: DateTimeUtc,
        pub handled_at: Option<DateTimeUtc>,
        pub handled_by: Option<Uuid>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The topics as they are stored. Written out, since a migration never changes after release; a test
/// holds them to the code.
pub(crate) const TOPICS: [&str; 8] = [
    "general",
    "account",
    "certification",
    "number",
    "payroll",
    "services",
    "content",
    "other",
];

pub(crate) fn migrations() -> Vec<Migration> {
    vec![Migration {
        name: "site_1_contact_message",
        steps: || vec![messages(), newest(), waiting()],
    }]
}

fn messages() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::text("topic"),
        schema::text("name"),
        schema::text("email"),
        schema::text("message"),
        schema::text("lang"),
        schema::optional(schema::key("account")),
        schema::moment("received_at"),
        schema::optional(schema::moment("handled_at")),
        schema::optional(schema::key("handled_by")),
    ];
    let mut table = schema::table("contact_message", columns);
    table.check(schema::one_of("topic", &TOPICS));
    Step::from(&mut table)
}

fn newest() -> Step {
    Index::create()
        .name("contact_message_newest")
        .table("contact_message")
        .col("received_at")
        .col("id")
        .into()
}

fn waiting() -> Step {
    Index::create()
        .name("contact_message_waiting")
        .table("contact_message")
        .col("handled_at")
        .into()
}
