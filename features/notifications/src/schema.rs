//! This room's table: one line for each thing an account is told.

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::Index;

pub(crate) mod notice {
    use sea_orm::entity::prelude::*;

    use crate::kinds::Kind;

    /// `about` is what makes the telling unique: the candidacy (no candidacy comes to the same state
    /// twice), which is also the conversation; or else the event. `closed` hides a line for good,
    /// whatever comes late. Words and links are not kept: they are made when the reader looks.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub kind: Kind,
        pub about: Uuid,
        pub mission: Option<Uuid>,
        pub other: Option<Uuid>,
        pub closed: bool,
        pub created_at: DateTimeUtc,
        pub read_at: Option<DateTimeUtc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The kinds as they are stored. Written out, since a migration never changes after release; a test
/// holds them to the code.
pub(crate) const KINDS: [&str; 15] = [
    "proposal",
    "proposal_sent",
    "in_discussion",
    "applied",
    "chosen",
    "concluded",
    "other_chosen",
    "rejected",
    "declined",
    "mission_closed",
    "mission_online",
    "certified",
    "refused",
    "withdrawn",
    "message",
];

pub(crate) fn migrations() -> Vec<Migration> {
    vec![Migration {
        name: "notifications_1_notice",
        steps: || vec![notices(), once(), unread(), newest()],
    }]
}

fn notices() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::key("account"),
        schema::text("kind"),
        schema::key("about"),
        schema::optional(schema::key("mission")),
        schema::optional(schema::key("other")),
        schema::boolean("closed"),
        schema::moment("created_at"),
        schema::optional(schema::moment("read_at")),
    ];
    let mut table = schema::table("notice", columns);
    table.check(schema::one_of("kind", &KINDS));
    Step::from(&mut table)
}

/// A thing is told to an account once, whoever retries (I9).
fn once() -> Step {
    Index::create()
        .name("notice_once")
        .table("notice")
        .col("account")
        .col("about")
        .col("kind")
        .unique()
        .into()
}

fn unread() -> Step {
    Index::create()
        .name("notice_unread")
        .table("notice")
        .col("account")
        .col("read_at")
        .into()
}

fn newest() -> Step {
    Index::create()
        .name("notice_newest")
        .table("notice")
        .col("account")
        .col("created_at")
        .into()
}
