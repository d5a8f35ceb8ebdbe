//! Queries. Every one that serves a person starts from what that person takes part in, and passes
//! over what has vanished (I8).

mod writing;

use std::collections::HashMap;

use db::{Cursor, Slice, Timestamp, Tx};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{
    ConversationId,
    rules::{Conversation, Kind, Place, Side, State},
    schema::{
        conversation::{Column, Entity, Model},
        entry,
    },
};

pub(crate) use writing::{New, append, insert, move_to, read, rename};

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

/// One page of the conversations of `account`, which is on `side`, the last moved first, each with its last message.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    side: Side,
    account: Uuid,
    archived: bool,
    after: Option<Cursor>,
) -> Result<Slice<(Conversation, Option<Entry>)>, db::Error> {
    let tab = match archived {
        true => Column::State.eq(State::Archived),
        false => Column::State.is_not_in([State::Archived, State::Vanished]),
    };
    let own = match side {
        Side::Freelance => Column::Freelance,
        Side::Company => Column::Company,
    };
    let select = Entity::find().filter(own.eq(account)).filter(tab);
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
