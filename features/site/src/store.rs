//! Queries.

use app::App;
use db::{Cursor, Slice, Timestamp, Tx};
use i18n::Lang;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use crate::{schema::contact_message as row, topic::Topic};

/// How many messages a page of the box shows.
pub(crate) const PAGE: u64 = 20;

/// A message to the team, checked.
#[derive(Clone, Debug)]
pub(crate) struct NewMessage {
    pub topic: Topic,
    pub name: String,
    pub email: String,
    pub message: String,
    pub lang: Lang,
    /// Who was signed in.
    pub account: Option<Uuid>,
}

/// Keeps a message; gives its key.
pub(crate) async fn keep(app: &App, tx: &Tx, new: &NewMessage) -> Result<Uuid, db::Error> {
    let id: Uuid = app.clock().key();
    let message = row::ActiveModel {
        id: Set(id),
        topic: Set(new.topic),
        name: Set(new.name.clone()),
        email: Set(new.email.clone()),
        message: Set(new.message.clone()),
        lang: Set(new.lang.code().to_owned()),
        account: Set(new.account),
        received_at: Set(app.now()),
        handled_at: Set(None),
        handled_by: Set(None),
    };
    row::Entity::insert(message).exec_without_returning(tx).await?;
    Ok(id)
}

/// A message as the box shows it.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub id: Uuid,
    pub topic: Topic,
    pub name: String,
    pub email: String,
    pub message: String,
    pub lang: Lang,
    pub is_member: bool,
    pub at: Timestamp,
    pub handled_at: Option<Timestamp>,
}

impl From<row::Model> for Received {
    fn from(row: row::Model) -> Received {
        Received {
            id: row.id,
            topic: row.topic,
            name: row.name,
            email: row.email,
            message: row.message,
            lang: Lang::parse(&row.lang).unwrap_or_default(),
            is_member: row.account.is_some(),
            at: row.received_at,
            handled_at: row.handled_at,
        }
    }
}

/// What was written, newest first.
pub(crate) async fn received(
    db: &impl ConnectionTrait,
    after: Option<Cursor>,
) -> Result<Slice<Received>, db::Error> {
    let rows = Cursor::page(
        row::Entity::find(),
        after,
        PAGE,
        row::Column::ReceivedAt,
        row::Column::Id,
    );
    let slice = Slice::cut(rows.all(db).await?, PAGE, |row| Cursor {
        at: row.received_at,
        id: row.id,
    });
    Ok(Slice {
        items: slice.items.into_iter().map(Received::from).collect(),
        next: slice.next,
    })
}

/// How many messages nobody has dealt with.
pub(crate) async fn waiting(db: &impl ConnectionTrait) -> Result<u64, db::Error> {
    row::Entity::find()
        .filter(row::Column::HandledAt.is_null())
        .count(db)
        .await
}

/// Marks a message as dealt with by this member of staff, unless somebody was faster. Says whether
/// there is such a message.
pub(crate) async fn handle(tx: &Tx, id: Uuid, by: Uuid, now: Timestamp) -> Result<bool, db::Error> {
    row::Entity::update_many()
        .col_expr(row::Column::HandledAt, Expr::value(now))
        .col_expr(row::Column::HandledBy, Expr::value(by))
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::HandledAt.is_null())
        .exec(tx)
        .await?;
    Ok(row::Entity::find_by_id(id).count(tx).await? > 0)
}
