//! Changes of conversations.

use db::{Timestamp, Tx};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use crate::{
    ConversationId,
    rules::{Conversation, Kind, Side, State},
    schema::{
        conversation::{ActiveModel, Column, Entity, Model},
        entry,
    },
};

/// Writes down a conversation that begins.
pub(crate) async fn insert(tx: &Tx, new: &Conversation) -> Result<(), db::Error> {
    let row = Model {
        id: new.id,
        mission: new.mission,
        subject: new.subject.clone(),
        freelance: new.freelance,
        company: new.company,
        opened_by: new.opened_by,
        state: new.state,
        last: new.last,
        last_said: 0,
        freelance_said: new.freelance_at.said,
        freelance_read: new.freelance_at.read,
        company_said: new.company_at.said,
        company_read: new.company_at.read,
        moved_at: new.moved_at,
    };
    let row: ActiveModel = row.into();
    Entity::insert(row.reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

/// Moves a conversation to another state without a word in its thread.
pub(crate) async fn move_to(tx: &Tx, id: ConversationId, to: State) -> Result<(), db::Error> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(to))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Changes what these are about.
pub(crate) async fn rename(tx: &Tx, ids: &[ConversationId], subject: &str) -> Result<(), db::Error> {
    Entity::update_many()
        .col_expr(Column::Subject, Expr::value(subject))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::Subject.ne(subject))
        .exec(tx)
        .await?;
    Ok(())
}

/// An entry about to be made.
pub(crate) struct New<'a> {
    pub id: Uuid,
    pub kind: Kind,
    /// Who, and on which side; `None` for what nobody in particular did.
    pub author: Option<(Uuid, Side)>,
    pub body: &'a str,
    pub at: Timestamp,
    /// What the conversation becomes with it.
    pub becomes: State,
}

/// Adds an entry after the last one, if the conversation still stands where it was read. Says
/// whether it did: of two who race, one finds it moved (A4).
pub(crate) async fn append(tx: &Tx, to: &Conversation, new: New<'_>) -> Result<bool, db::Error> {
    let number = to.last + 1;
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(new.becomes))
        .col_expr(Column::Last, Expr::value(number))
        .col_expr(Column::MovedAt, Expr::value(new.at))
        .filter(Column::Id.eq(to.id))
        .filter(Column::State.eq(to.state))
        .filter(Column::Last.eq(to.last));
    if let (Kind::Message, Some((_, side))) = (new.kind, new.author) {
        let (said, read) = columns(side);
        // Whoever answers has read what came before.
        for column in [Column::LastSaid, said, read] {
            update = update.col_expr(column, Expr::value(number));
        }
    }
    if update.exec(tx).await?.rows_affected != 1 {
        return Ok(false);
    }
    let row = entry::ActiveModel {
        id: Set(new.id),
        conversation: Set(to.id),
        number: Set(number),
        kind: Set(new.kind),
        author: Set(new.author.map(|(account, _)| account)),
        body: Set(new.body.to_owned()),
        at: Set(new.at),
    };
    entry::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(true)
}

/// Marks everything up to number `upto` as read by `side`. Says whether that was news.
pub(crate) async fn read(tx: &Tx, id: ConversationId, side: Side, upto: i64) -> Result<bool, db::Error> {
    let (_, read) = columns(side);
    let done = Entity::update_many()
        .col_expr(read, Expr::value(upto))
        .filter(Column::Id.eq(id))
        .filter(read.lt(upto))
        .filter(Column::Last.gte(upto))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Where a side's last message and last reading stand.
fn columns(side: Side) -> (Column, Column) {
    match side {
        Side::Freelance => (Column::FreelanceSaid, Column::FreelanceRead),
        Side::Company => (Column::CompanySaid, Column::CompanyRead),
    }
}
