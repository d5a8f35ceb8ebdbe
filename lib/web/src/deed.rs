//! One form, one deed: a double click, a reload of a sent form or a retry by the network does
//! nothing a second time and leads where the first one led. A form that says something else than
//! before, as after the back button, is another deed.

use app::App;
use axum::response::IntoResponse;
use db::{
    Tx,
    schema::{self, Migration},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, Index},
};
use uuid::Uuid;

use crate::{Answer, FormKey, Page, Problem};

mod entity {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "deed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: Uuid,
        pub location: String,
        pub at: DateTimeUtc,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The table of deeds.
pub fn migrations() -> Vec<Migration> {
    let deed = Migration {
        name: "web_1_deed",
        steps: || {
            let columns = vec![
                schema::primary("key"),
                schema::text("location"),
                schema::moment("at"),
            ];
            vec![schema::Step::from(&mut schema::table("deed", columns))]
        },
    };
    let at = Migration {
        name: "web_2_deed_at",
        steps: || vec![Index::create().name("deed_at").table("deed").col("at").into()],
    };
    vec![deed, at]
}

/// A write begun by a form, which ends in a redirect.
pub struct Deed {
    /// The transaction all of it happens in.
    pub tx: Tx,
    key: Uuid,
}

impl Page {
    /// Begins the one deed of the form with this key and this content.
    ///
    /// # Errors
    /// [`Problem::Again`] when it was done before: the answer is then the same redirect.
    /// [`Problem::Stale`] when the key proves nothing.
    pub async fn deed(&self, key: &FormKey) -> Result<Deed, Problem> {
        let key = key.deed.ok_or(Problem::Stale)?;
        let tx = self.app().begin().await?;
        let row = entity::ActiveModel {
            key: Set(key),
            location: Set(String::new()),
            at: Set(self.app().now()),
        };
        match entity::Entity::insert(row).exec_without_returning(&tx).await {
            Ok(_) => Ok(Deed { tx, key }),
            Err(error) if db::is_duplicate(&error) => {
                drop(tx);
                let done = entity::Entity::find_by_id(key)
                    .one(self.app().db().read())
                    .await?;
                Err(Problem::Again(done.map(|deed| deed.location).unwrap_or_default()))
            }
            Err(error) => Err(error.into()),
        }
    }
}

impl Deed {
    /// Commits, and sends the person on to `location`.
    ///
    /// # Errors
    /// When the base could not commit; then nothing happened.
    pub async fn done(self, page: &Page, location: impl Into<String>) -> Answer {
        let location = location.into();
        entity::Entity::update_many()
            .col_expr(entity::Column::Location, Expr::value(location.clone()))
            .filter(entity::Column::Key.eq(self.key))
            .exec(&self.tx)
            .await?;
        self.tx.commit().await?;
        page.see_other(location)
    }

    /// Commits without sending the person anywhere: for answers that are part of a page.
    ///
    /// # Errors
    /// When the base could not commit; then nothing happened.
    pub async fn done_here(self) -> Result<(), Problem> {
        self.tx.commit().await?;
        Ok(())
    }
}

/// Forgets deeds whose forms have expired anyway.
///
/// # Errors
/// What the engine says.
pub async fn sweep(app: &App) -> Result<(), db::Error> {
    let tx = app.begin().await?;
    let old = app.now() - chrono::TimeDelta::days(2);
    entity::Entity::delete_many()
        .filter(entity::Column::At.lt(old))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// A redirect after a POST.
pub(crate) fn see_other(location: &str) -> axum::response::Response {
    axum::response::Redirect::to(location).into_response()
}
