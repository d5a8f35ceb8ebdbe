//! What staff see and decide.

use app::App;
use db::{Cursor, Slice, Timestamp, Tx};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Standing,
    dossier::{Document, Dossier, Readings},
    rights,
    rules::{Decision, Ground},
    schema::{
        document,
        dossier::{Column, Entity},
        reading,
    },
};

/// What is listed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Freelances in review.
    Freelances,
    /// Companies in review.
    Companies,
    /// Freelances without a permit who wait for a call (R31).
    ToContact,
    /// What staff dealt with.
    Handled,
}

/// Dossiers of a tab: those that wait, oldest first; those dealt with, newest first.
pub async fn queue(
    db: &impl ConnectionTrait,
    tab: Tab,
    after: Option<Cursor>,
    size: u64,
) -> Result<Slice<Dossier>, db::Error> {
    let select = Entity::find().filter(listed(tab));
    let select = match tab {
        Tab::Handled => Cursor::page(select, after, size, Column::UpdatedAt, Column::Account),
        _ => oldest_first(select, after, size),
    };
    let rows = select.all(db).await?;
    let dossiers = rows
        .into_iter()
        .map(Dossier::try_from)
        .collect::<Result<_, _>>()?;
    Ok(Slice::cut(dossiers, size, |dossier: &Dossier| Cursor {
        at: match tab {
            Tab::Handled => dossier.updated_at,
            _ => dossier.submitted_at.unwrap_or(dossier.updated_at),
        },
        id: dossier.account,
    }))
}

fn listed(tab: Tab) -> Condition {
    let in_review = |role: web::Role| {
        Condition::all()
            .add(Column::Standing.eq(Standing::InReview))
            .add(Column::Role.eq(role.0))
    };
    let asked = Condition::all().add(Column::Standing.eq(Standing::ToContact));
    match tab {
        Tab::Freelances => in_review(rights::FREELANCE),
        Tab::Companies => in_review(rights::COMPANY),
        Tab::ToContact => asked.add(Column::ContactedAt.is_null()),
        Tab::Handled => Condition::any()
            .add(Column::Standing.is_in([Standing::Certified, Standing::Refused]))
            .add(asked.add(Column::ContactedAt.is_not_null())),
    }
}

/// The other way round than [`Cursor::page`]: who waits longest comes first.
fn oldest_first(select: Select<Entity>, after: Option<Cursor>, size: u64) -> Select<Entity> {
    let select = match after {
        None => select,
        Some(Cursor { at, id }) => select.filter(
            Condition::any()
                .add(Column::SubmittedAt.gt(at))
                .add(Column::SubmittedAt.eq(at).and(Column::Account.gt(id))),
        ),
    };
    select
        .order_by_asc(Column::SubmittedAt)
        .order_by_asc(Column::Account)
        .limit(size + 1)
}

/// How many other accounts declared the same registration number.
pub async fn namesakes(db: &impl ConnectionTrait, dossier: &Dossier) -> Result<u64, db::Error> {
    use sea_orm::PaginatorTrait;
    if dossier.uid.is_empty() {
        return Ok(0);
    }
    Entity::find()
        .filter(Column::Uid.eq(dossier.uid.as_str()))
        .filter(Column::Account.ne(dossier.account))
        .count(db)
        .await
}

/// Writes down a decision on `seen`, if the dossier is still the one that staff saw. Says whether
/// it was: of two who decide at once, one did not.
pub async fn decide(
    tx: &Tx,
    seen: &Dossier,
    standing: Standing,
    decision: &Decision,
    by: Uuid,
    now: Timestamp,
) -> Result<bool, db::Error> {
    let update = Entity::update_many()
        .col_expr(Column::Standing, Expr::value(standing))
        .col_expr(Column::UpdatedAt, Expr::value(seen.next_version(now)))
        .filter(Column::Account.eq(seen.account))
        .filter(Column::Standing.eq(seen.standing))
        .filter(Column::UpdatedAt.eq(seen.updated_at));
    let update = match decision {
        Decision::NoteContact => update.col_expr(Column::ContactedAt, Expr::value(now)),
        Decision::CorrectNumber(uid) => update.col_expr(Column::Uid, Expr::value(uid.to_string())),
        Decision::Certify | Decision::Refuse(..) => {
            let (ground, message) = match decision {
                Decision::Refuse(ground, message) => (Some(*ground), message.as_str()),
                _ => (None::<Ground>, ""),
            };
            update
                .col_expr(Column::Ground, Expr::value(ground))
                .col_expr(Column::Message, Expr::value(message))
                .col_expr(Column::DecidedAt, Expr::value(now))
                .col_expr(Column::DecidedBy, Expr::value(by))
        }
    };
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// This document, if it is in this account's dossier.
pub async fn document_in(
    db: &impl ConnectionTrait,
    account: Uuid,
    id: Uuid,
) -> Result<Option<Document>, db::Error> {
    let row = document::Entity::find_by_id(id)
        .filter(document::Column::Account.eq(account))
        .one(db)
        .await?;
    Ok(row.map(Document::from))
}

/// Notes that a member of staff read a document (DPO art. 4). Nothing ever changes or deletes a
/// line of this log.
pub async fn log_reading(app: &App, tx: &Tx, staff: Uuid, document: &Document) -> Result<(), db::Error> {
    let row = reading::ActiveModel {
        id: Set(app.clock().key()),
        staff: Set(staff),
        account: Set(document.account),
        document: Set(document.id),
        paper: Set(document.paper),
        name: Set(document.name.clone()),
        at: Set(app.now()),
    };
    reading::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// How often staff read documents of this account, and when last.
pub async fn readings(db: &impl ConnectionTrait, account: Uuid) -> Result<Readings, db::Error> {
    let row: Option<(i64, Option<Timestamp>)> = reading::Entity::find()
        .select_only()
        .column_as(reading::Column::Id.count(), "times")
        .column_as(reading::Column::At.max(), "last")
        .filter(reading::Column::Account.eq(account))
        .into_tuple()
        .one(db)
        .await?;
    let (times, last) = row.unwrap_or_default();
    Ok(Readings {
        times: u64::try_from(times).unwrap_or_default(),
        last,
    })
}

/// Who read what of this account, oldest first: staff and document.
#[cfg(test)]
pub async fn reading_log(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<(Uuid, Uuid)>, db::Error> {
    let rows = reading::Entity::find()
        .filter(reading::Column::Account.eq(account))
        .order_by_asc(reading::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.staff, row.document)).collect())
}
