//! The queries of this room.

mod dossiers;
mod plant;
mod queue;

use std::collections::{HashMap, HashSet};

use db::{Timestamp, Tx};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{LegalName, Standing, Waiting, rights, schema::dossier};

pub use dossiers::*;
pub use plant::*;
pub use queue::*;

pub async fn certified_among(
    db: &impl ConnectionTrait,
    accounts: &[Uuid],
) -> Result<HashSet<Uuid>, db::Error> {
    let certified: Vec<Uuid> = dossier::Entity::find()
        .select_only()
        .column(dossier::Column::Account)
        .filter(dossier::Column::Account.is_in(accounts.iter().copied()))
        .filter(dossier::Column::Standing.eq(Standing::Certified))
        .into_tuple()
        .all(db)
        .await?;
    Ok(certified.into_iter().collect())
}

pub async fn is_certified_as(
    db: &impl ConnectionTrait,
    account: Uuid,
    role: web::Role,
) -> Result<bool, db::Error> {
    let certified = dossier::Entity::find_by_id(account)
        .filter(dossier::Column::Role.eq(role.0))
        .filter(dossier::Column::Standing.eq(Standing::Certified))
        .count(db)
        .await?;
    Ok(certified > 0)
}

pub async fn standing(db: &impl ConnectionTrait, account: Uuid) -> Result<Standing, db::Error> {
    let standing: Option<Standing> = dossier::Entity::find_by_id(account)
        .select_only()
        .column(dossier::Column::Standing)
        .into_tuple()
        .one(db)
        .await?;
    Ok(standing.unwrap_or(Standing::Draft))
}

pub async fn names(
    db: &impl ConnectionTrait,
    accounts: &[Uuid],
) -> Result<HashMap<Uuid, LegalName>, db::Error> {
    let rows: Vec<(Uuid, String, String, String)> = dossier::Entity::find()
        .select_only()
        .column(dossier::Column::Account)
        .column(dossier::Column::FirstName)
        .column(dossier::Column::LastName)
        .column(dossier::Column::CompanyName)
        .filter(dossier::Column::Account.is_in(accounts.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = rows.into_iter().map(|(account, first, last, company)| {
        let last = if company.is_empty() { last } else { company };
        (account, LegalName { first, last })
    });
    Ok(named.filter(|(_, name)| !name.last.is_empty()).collect())
}

/// An empty dossier: every other is made from it.
fn blank(account: Uuid, role: web::Role, now: Timestamp) -> dossier::ActiveModel {
    dossier::ActiveModel {
        account: Set(account),
        role: Set(role.0.to_owned()),
        standing: Set(Standing::Draft),
        first_name: Set(String::new()),
        last_name: Set(String::new()),
        company_name: Set(String::new()),
        uid: Set(None),
        contact_person: Set(String::new()),
        permit: Set(None),
        valid_until: Set(None),
        street: Set(String::new()),
        place: Set(String::new()),
        contact_me: Set(false),
        ground: Set(None),
        message: Set(String::new()),
        submitted_at: Set(None),
        contacted_at: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        updated_at: Set(now),
    }
}

/// Notes a company's number; one that was certified keeps its own.
pub async fn keep_number(tx: &Tx, account: Uuid, uid: &swiss::Uid, now: Timestamp) -> Result<(), db::Error> {
    ensure(tx, account, rights::COMPANY, now).await?;
    dossier::Entity::update_many()
        .col_expr(dossier::Column::Uid, Expr::value(uid.to_string()))
        .col_expr(dossier::Column::UpdatedAt, Expr::value(now))
        .filter(dossier::Column::Account.eq(account))
        .filter(dossier::Column::Standing.ne(Standing::Certified))
        .exec(tx)
        .await?;
    Ok(())
}

/// Makes sure there is a dossier to write into.
async fn ensure(tx: &Tx, account: Uuid, role: web::Role, now: Timestamp) -> Result<(), db::Error> {
    dossier::Entity::insert(blank(account, role, now))
        .on_conflict(
            OnConflict::column(dossier::Column::Account)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

pub async fn waiting(db: &impl ConnectionTrait) -> Result<Waiting, db::Error> {
    let rows: Vec<(String, Standing, i64)> = dossier::Entity::find()
        .select_only()
        .column(dossier::Column::Role)
        .column(dossier::Column::Standing)
        .column_as(dossier::Column::Account.count(), "many")
        .filter(
            dossier::Column::Standing
                .eq(Standing::InReview)
                .or(dossier::Column::Standing
                    .eq(Standing::ToContact)
                    .and(dossier::Column::ContactedAt.is_null())),
        )
        .group_by(dossier::Column::Role)
        .group_by(dossier::Column::Standing)
        .into_tuple()
        .all(db)
        .await?;
    let mut waiting = Waiting::default();
    for (role, standing, many) in rows {
        let many = u64::try_from(many).unwrap_or_default();
        match standing {
            Standing::ToContact => waiting.to_contact += many,
            _ if role == rights::COMPANY.0 => waiting.companies += many,
            _ => waiting.freelances += many,
        }
    }
    Ok(waiting)
}
