//! The tables of this room.

use db::schema::{self, Migration, Step};
use sea_orm::sea_query::{ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index, Table};

/// An account whose address was confirmed; one of staff waits here for its first password.
pub mod account {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// In lower case: what it is compared by.
        pub email: String,
        pub password: Option<String>,
        pub role: String,
        pub lang: String,
        pub created_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A browser that is or was signed in.
pub mod session {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The token's hash.
        pub token: String,
        pub account: Uuid,
        /// What the browser said it is.
        pub device: String,
        pub created_at: DateTimeUtc,
        pub seen_at: DateTimeUtc,
        pub ended_at: Option<DateTimeUtc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::account::Entity",
            from = "Column::Account",
            to = "super::account::Column::Id"
        )]
        Account,
    }
    impl Related<super::account::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Account.def()
        }
    }
    impl ActiveModelBehavior for ActiveModel {}
}

/// A sign-up whose address was not confirmed yet. Several may name the same address: each counts
/// only through its own letter, so that nobody can take an address by being first.
pub mod sign_up {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_up")]
    pub struct Model {
        /// The hash of the token in the letter.
        #[sea_orm(primary_key, auto_increment = false)]
        pub token: String,
        pub email: String,
        pub password: String,
        pub role: String,
        pub lang: String,
        /// The registration number, for a company.
        pub number: Option<String>,
        /// The browser that signed up; see [`web::Page::browser`].
        pub browser: Option<String>,
        pub expires_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A link in a letter that lets an account choose a password, or take a new address.
pub mod link {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account_link")]
    pub struct Model {
        /// The hash of the token in the letter.
        #[sea_orm(primary_key, auto_increment = false)]
        pub token: String,
        pub account: Uuid,
        /// The new address; empty for a link that lets one choose a password.
        pub email: Option<String>,
        pub expires_at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// See [`crate::migrations`].
pub fn migrations() -> Vec<Migration> {
    let migration = |name, steps| Migration { name, steps };
    vec![
        migration("accounts_1_start", start),
        migration("accounts_2_sweep", sweep),
        migration("accounts_3_browser", browser),
    ]
}

fn start() -> Vec<Step> {
    let account = vec![
        schema::primary("id"),
        schema::text("email").unique_key().take(),
        schema::optional(schema::text("password")),
        schema::text("role"),
        schema::text("lang"),
        schema::moment("created_at"),
    ];
    let session = vec![
        schema::primary("id"),
        schema::text("token").unique_key().take(),
        schema::key("account"),
        schema::text("device"),
        schema::moment("created_at"),
        schema::moment("seen_at"),
        schema::optional(schema::moment("ended_at")),
    ];
    let sign_up = vec![
        schema::text("token").primary_key().take(),
        schema::text("email"),
        schema::text("password"),
        schema::text("role"),
        schema::text("lang"),
        schema::optional(schema::text("number")),
        schema::moment("expires_at"),
    ];
    let link = vec![
        schema::text("token").primary_key().take(),
        schema::key("account"),
        schema::optional(schema::text("email")),
        schema::moment("expires_at"),
    ];
    let roles = || schema::one_of("role", &["freelance", "company", "staff"]);
    vec![
        schema::table("account", account).check(roles()).into(),
        schema::table("session", session)
            .foreign_key(&mut of_account("session"))
            .into(),
        schema::table("sign_up", sign_up).check(roles()).into(),
        schema::table("account_link", link)
            .foreign_key(&mut of_account("account_link"))
            .into(),
        Index::create()
            .name("session_account")
            .table("session")
            .col("account")
            .into(),
        Index::create()
            .name("sign_up_email")
            .table("sign_up")
            .col("email")
            .into(),
        Index::create()
            .name("account_link_account")
            .table("account_link")
            .col("account")
            .into(),
    ]
}

/// For the sweeper, who comes every hour.
fn sweep() -> Vec<Step> {
    let indexes = [
        ("session_created", "session", "created_at"),
        ("sign_up_expires", "sign_up", "expires_at"),
        ("account_link_expires", "account_link", "expires_at"),
    ];
    let index = |(name, table, column)| Index::create().name(name).table(table).col(column).into();
    indexes.map(index).into()
}

/// See [`sign_up::Model::browser`].
fn browser() -> Vec<Step> {
    let column = schema::optional(schema::text("browser"));
    vec![Table::alter().table("sign_up").add_column(column).into()]
}

fn of_account(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "account")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .take()
}
