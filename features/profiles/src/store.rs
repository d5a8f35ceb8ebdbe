//! The queries of this room.

use std::collections::HashMap;

use db::{Timestamp, Tx};
use files::FileId;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{
    CompanyId, FreelanceId,
    profile::{CompanyProfile, FreelanceProfile, Written, of_company, written},
    schema::{company, freelance},
};

/// What these freelances wrote; those who wrote nothing are absent.
pub(crate) async fn freelances(
    db: &impl ConnectionTrait,
    ids: &[FreelanceId],
) -> Result<HashMap<FreelanceId, Written>, db::Error> {
    let rows = freelance::Entity::find()
        .filter(freelance::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, written(row))).collect())
}

/// What this freelance wrote, or an empty profile.
pub(crate) async fn freelance(
    db: &impl ConnectionTrait,
    id: FreelanceId,
) -> Result<FreelanceProfile, db::Error> {
    let row = freelance::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| written(row).2).unwrap_or_default())
}

/// The next `limit` profiles after this one, by id: for whoever goes through all of them.
pub(crate) async fn freelances_after(
    db: &impl ConnectionTrait,
    after: FreelanceId,
    limit: u64,
) -> Result<Vec<Written>, db::Error> {
    let rows = freelance::Entity::find()
        .filter(freelance::Column::Id.gt(after))
        .order_by_asc(freelance::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(written).collect())
}

/// Writes a freelance's profile, in place of what was there.
pub(crate) async fn save_freelance(
    tx: &Tx,
    id: FreelanceId,
    profile: FreelanceProfile,
    now: Timestamp,
) -> Result<(), db::Error> {
    use freelance::Column::{
        Categories, DayRate, Description, Experience, Headline, Languages, Payroll, Place, Skills, UpdatedAt,
    };
    let all = [
        Headline,
        Description,
        Place,
        Categories,
        Skills,
        Languages,
        DayRate,
        Experience,
        Payroll,
        UpdatedAt,
    ];
    let replace = OnConflict::column(freelance::Column::Id)
        .update_columns(all)
        .to_owned();
    freelance::Entity::insert(freelance_row(id, profile, now))
        .on_conflict(replace)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Writes a freelance's first profile: the fast way, for many.
pub(crate) async fn insert_freelance(
    tx: &Tx,
    id: FreelanceId,
    profile: FreelanceProfile,
    now: Timestamp,
) -> Result<(), db::Error> {
    freelance::Entity::insert(freelance_row(id, profile, now))
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn freelance_row(id: FreelanceId, profile: FreelanceProfile, now: Timestamp) -> freelance::ActiveModel {
    freelance::ActiveModel {
        id: Set(id),
        headline: Set(profile.headline),
        description: Set(profile.description),
        place: Set(key_of(profile.place)),
        categories: Set(freelance::Categories(profile.categories)),
        skills: Set(freelance::Skills(profile.skills)),
        languages: Set(freelance::Languages(profile.languages)),
        day_rate: Set(profile.day_rate),
        experience: Set(profile.experience),
        payroll: Set(profile.payroll),
        updated_at: Set(now),
    }
}

/// What these companies wrote; those who wrote nothing are absent.
pub(crate) async fn companies(
    db: &impl ConnectionTrait,
    ids: &[CompanyId],
) -> Result<HashMap<CompanyId, CompanyProfile>, db::Error> {
    let rows = company::Entity::find()
        .filter(company::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(of_company).collect())
}

/// What this company wrote, or an empty profile.
pub(crate) async fn company(db: &impl ConnectionTrait, id: CompanyId) -> Result<CompanyProfile, db::Error> {
    let row = company::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| of_company(row).1).unwrap_or_default())
}

/// Writes a company's profile, in place of what was there; its logo stays.
pub(crate) async fn save_company(
    tx: &Tx,
    id: CompanyId,
    profile: CompanyProfile,
    now: Timestamp,
) -> Result<(), db::Error> {
    use company::Column::{ContactRole, Place, Presentation, Sector, Street, UpdatedAt, Website};
    let but_logo = [
        Presentation,
        Sector,
        Website,
        Street,
        Place,
        ContactRole,
        UpdatedAt,
    ];
    let replace = OnConflict::column(company::Column::Id)
        .update_columns(but_logo)
        .to_owned();
    company::Entity::insert(company_row(id, profile, now))
        .on_conflict(replace)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Gives a company that has a row another logo, or none.
pub(crate) async fn set_logo(tx: &Tx, id: CompanyId, logo: Option<FileId>) -> Result<(), db::Error> {
    company::Entity::update_many()
        .col_expr(company::Column::Logo, Expr::value(logo.map(|file| file.0)))
        .filter(company::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes a company's first profile, logo and all.
pub(crate) async fn insert_company(
    tx: &Tx,
    id: CompanyId,
    profile: CompanyProfile,
    now: Timestamp,
) -> Result<(), db::Error> {
    company::Entity::insert(company_row(id, profile, now))
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn company_row(id: CompanyId, profile: CompanyProfile, now: Timestamp) -> company::ActiveModel {
    company::ActiveModel {
        id: Set(id),
        presentation: Set(profile.presentation),
        sector: Set(profile.sector),
        website: Set(profile.website),
        street: Set(profile.street),
        place: Set(key_of(profile.place)),
        contact_role: Set(profile.contact_role),
        logo: Set(profile.logo.map(|file| file.0)),
        updated_at: Set(now),
    }
}

/// Whose logo this file is.
pub(crate) async fn company_with_logo(
    db: &impl ConnectionTrait,
    file: Uuid,
) -> Result<Option<CompanyId>, db::Error> {
    let found = company::Entity::find().filter(company::Column::Logo.eq(file));
    Ok(found.one(db).await?.map(|row| row.id))
}

/// The files of all logos.
pub(crate) async fn files_in_use(db: &impl ConnectionTrait) -> Result<Vec<FileId>, db::Error> {
    let logos: Vec<Option<Uuid>> = company::Entity::find()
        .select_only()
        .column(company::Column::Logo)
        .filter(company::Column::Logo.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(logos.into_iter().flatten().map(FileId).collect())
}

fn key_of(place: Option<&swiss::Place>) -> String {
    place.map_or_else(String::new, |place| place.key().to_owned())
}
