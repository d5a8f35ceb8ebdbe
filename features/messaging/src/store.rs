//! Queries. Every one that serves a person starts from what that person takes part in, and passes
//! over what has vanished (I8).

use std::collections::HashMap;

use db::{Cursor, Slice, Timestamp, Tx};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{
    ConversationId,
    rules::{Conversation, Kind, Place, Side, State},
    schema::{
        conversation::{ActiveModel, Column, Entity, Model},
        entry,
    },
};

/// How many conversations a page of the list shows.
pub(crate) const PAGE: u64 = 30;
/// How many entries a page of a thread shows.
pub(crate) const ENTRIES: u64 = 60;

/// Something said or noted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub number: i64,
    pub kind: Kind,
    pub author: Option<Uuid>,
    pub body: String,
    pub at: Timestamp,
}

impl From<Model> for Conversation {
    fn from(row: Model) -> Conversation {
        Conversation {
            id: row.id,
            mission: row.mission,
            subject: row.subject,
            freelance: row.freelance,
            company: row.company,
            opened_by: row.opened_by,
            state: row.state,
            last: row.last,
            freelance_at: Place {
                said: row.freelance_said,
                read: row.freelance_read,
            },
            company_at: Place {
                said: row.company_said,
                read: row.company_read,
            },
            moved_at: row.moved_at,
        }
    }
}

impl From<entry::Model> for Entry {
    fn from(row: entry::Model) -> Entry {
        Entry {
            number: row.number,
            kind: row.kind,
            author: row.author,
            body: row.body,
            at: row.at,
        }
    }
}

/// Those `account` takes part in and that have not vanished.
fn of(account: Uuid) -> Condition {
    Condition::all()
        .add(Column::State.ne(State::Vanished))
        .add(Column::Freelance.eq(account).or(Column::Company.eq(account)))
}

/// This conversation, if `account` takes part in it and it has not vanished.
pub(crate) async fn conversation_of(
    db: &impl ConnectionTrait,
    account: Uuid,
    id: ConversationId,
) -> Result<Option<Conversation>, db::Error> {
    let found = Entity::find_by_id(id).filter(of(account)).one(db).await?;
    Ok(found.map(Conversation::from))
}

/// The same, held until `tx` ends, so that numbers are given to one writer after the other.
pub(crate) async fn locked_of(
    tx: &Tx,
    account: Uuid,
    id: ConversationId,
) -> Result<Option<Conversation>, db::Error> {
    let found = Entity::find_by_id(id).filter(of(account)).lock_exclusive();
    Ok(found.one(tx).await?.map(Conversation::from))
}

/// A conversation whatever became of it, held until `tx` ends: for rooms above.
pub(crate) async fn locked(tx: &Tx, id: ConversationId) -> Result<Conversation, db::Error> {
    let found = Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found
        .map(Conversation::from)
        .ok_or_else(|| db::Error::RecordNotFound(format!("conversation {id}")))
}

/// One page of the conversations of `account`, the last moved first, each with its last message.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    account: Uuid,
    archived: bool,
    after: Option<Cursor>,
) -> Result<Slice<(Conversation, Option<Entry>)>, db::Error> {
    let tab = match archived {
        true => Column::State.eq(State::Archived),
        false => Column::State.ne(State::Archived),
    };
    let select = Entity::find().filter(of(account)).filter(tab);
    let rows = Cursor::page(select, after, PAGE, Column::MovedAt, Column::Id)
        .find_also_related(entry::Entity)
        .all(db)
        .await?;
    let rows = rows
        .into_iter()
        .map(|(row, said)| (Conversation::from(row), said.map(Entry::from)))
        .collect();
    Ok(Slice::cut(rows, PAGE, |(row, _)| Cursor {
        at: row.moved_at,
        id: row.id.0,
    }))
}

/// The entries of a conversation that come before number `before` (all, when it is `None`): the last
/// of them, oldest first, and whether there are earlier ones. Whether the reader may is asked before.
pub(crate) async fn entries(
    db: &impl ConnectionTrait,
    id: ConversationId,
    before: Option<i64>,
) -> Result<(Vec<Entry>, bool), db::Error> {
    let mut select = entry::Entity::find().filter(entry::Column::Conversation.eq(id));
    if let Some(before) = before {
        select = select.filter(entry::Column::Number.lt(before));
    }
    let rows = select
        .order_by_desc(entry::Column::Number)
        .limit(ENTRIES)
        .all(db)
        .await?;
    let mut entries: Vec<Entry> = rows.into_iter().map(Entry::from).collect();
    entries.reverse();
    let earlier = entries.first().is_some_and(|first| first.number > 1);
    Ok((entries, earlier))
}

/// The entries from number `from` on, oldest first. Whether the reader may is asked before.
pub(crate) async fn entries_from(
    db: &impl ConnectionTrait,
    id: ConversationId,
    from: i64,
) -> Result<Vec<Entry>, db::Error> {
    let rows = entry::Entity::find()
        .filter(entry::Column::Conversation.eq(id))
        .filter(entry::Column::Number.gte(from))
        .order_by_asc(entry::Column::Number)
        .limit(ENTRIES * 4)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// How many conversations hold a message of the other side that `account` has not read.
pub(crate) async fn unread(db: &impl ConnectionTrait, account: Uuid) -> Result<u64, db::Error> {
    let newer = |said: Column, read: Column| Expr::col(said).gt(Expr::col(read));
    let freelance = newer(Column::CompanySaid, Column::FreelanceRead).and(Column::Freelance.eq(account));
    let company = newer(Column::FreelanceSaid, Column::CompanyRead).and(Column::Company.eq(account));
    Entity::find()
        .filter(Column::State.ne(State::Vanished))
        .filter(Condition::any().add(freelance).add(company))
        .count(db)
        .await
}

/// The last message of each of these conversations that has one and has not vanished: author, words.
pub(crate) async fn last_words(
    db: &impl ConnectionTrait,
    ids: &[ConversationId],
) -> Result<HashMap<ConversationId, (Uuid, String)>, db::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::State.ne(State::Vanished))
        .find_also_related(entry::Entity)
        .all(db)
        .await?;
    let said = rows.into_iter().filter_map(|(row, said)| {
        let said = said?;
        Some((row.id, (said.author?, said.body)))
    });
    Ok(said.collect())
}

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
