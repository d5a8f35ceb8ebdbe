//! This room's tables: conversations, and everything said or noted in them.

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::{ForeignKey, Index};

pub(crate) mod conversation {
    use profiles::{CompanyId, FreelanceId};
    use sea_orm::entity::prelude::*;

    use crate::{ConversationId, rules::State};

    /// `*_said` and `*_read` are numbers of entries; see [`crate::rules::Place`].
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "conversation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConversationId,
        pub mission: Uuid,
        pub subject: String,
        pub freelance: FreelanceId,
        pub company: CompanyId,
        pub opened_by: Uuid,
        pub state: State,
        /// The number of the last entry.
        pub last: i64,
        /// The number of the last message; 0 when nothing was said.
        pub last_said: i64,
        pub freelance_said: i64,
        pub freelance_read: i64,
        pub company_said: i64,
        pub company_read: i64,
        pub moved_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::entry::Entity",
            from = "(Column::Id, Column::LastSaid)",
            to = "(super::entry::Column::Conversation, super::entry::Column::Number)"
        )]
        LastWords,
    }
    impl Related<super::entry::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::LastWords.def()
        }
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod entry {
    use sea_orm::entity::prelude::*;

    use crate::{ConversationId, rules::Kind};

    /// `author` is empty for what nobody in particular did; `body` for all but messages.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "conversation_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub conversation: ConversationId,
        pub number: i64,
        pub kind: Kind,
        pub author: Option<Uuid>,
        pub body: String,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Written out, since a migration never changes after release; a test holds them to the rules.
const STATES: [&str; 5] = ["opened", "waiting", "free", "archived", "vanished"];
const KINDS: [&str; 7] = [
    "message",
    "opened",
    "accepted",
    "applied",
    "chosen",
    "concluded",
    "archived",
];

pub(crate) fn migrations() -> Vec<Migration> {
    vec![Migration {
        name: "messaging_1_conversation",
        steps: || {
            vec![
                conversations(),
                entries(),
                listed("conversation_freelance", "freelance"),
                listed("conversation_company", "company"),
                numbered(),
            ]
        },
    }]
}

fn conversations() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::key("mission"),
        schema::text("subject"),
        schema::key("freelance"),
        schema::key("company"),
        schema::key("opened_by"),
        schema::text("state"),
        schema::number("last"),
        schema::number("last_said"),
        schema::number("freelance_said"),
        schema::number("freelance_read"),
        schema::number("company_said"),
        schema::number("company_read"),
        schema::moment("moved_at"),
    ];
    let mut table = schema::table("conversation", columns);
    table.check(schema::one_of("state", &STATES));
    Step::from(&mut table)
}

fn entries() -> Step {
    let columns = vec![
        schema::primary("id"),
        schema::key("conversation"),
        schema::number("number"),
        schema::text("kind"),
        schema::optional(schema::key("author")),
        schema::text("body"),
        schema::moment("at"),
    ];
    let mut table = schema::table("conversation_entry", columns);
    table.check(schema::one_of("kind", &KINDS)).foreign_key(
        ForeignKey::create()
            .from("conversation_entry", "conversation")
            .to("conversation", "id"),
    );
    Step::from(&mut table)
}

/// For the list of one side, newest first.
fn listed(name: &'static str, side: &'static str) -> Step {
    Index::create()
        .name(name)
        .table("conversation")
        .col(side)
        .col("moved_at")
        .into()
}

/// One entry a number: the order of a thread is one.
fn numbered() -> Step {
    Index::create()
        .name("conversation_entry_number")
        .table("conversation_entry")
        .col("conversation")
        .col("number")
        .unique()
        .into()
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveEnum, Iterable};

    use super::{KINDS, STATES};
    use crate::rules::{Kind, State};

    #[test]
    fn the_tables_speak_of_the_states_and_kinds_of_the_rules() {
        assert_eq!(
            State::iter().map(|state| state.to_value()).collect::<Vec<_>>(),
            STATES
        );
        assert_eq!(
            Kind::iter().map(|kind| kind.to_value()).collect::<Vec<_>>(),
            KINDS
        );
    }
}
