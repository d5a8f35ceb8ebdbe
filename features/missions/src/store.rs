//! Queries. Every one that serves a person starts from what that person owns.

use std::collections::HashMap;

use db::{Timestamp, Tx};
use profiles::CompanyId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use crate::{
    Facts, MissionCard, MissionId, MissionState, PlantedMission,
    schema::{
        Categories, Skills,
        mission::{ActiveModel, Column, Entity},
    },
};

pub(crate) use crate::schema::mission::Model as Mission;

impl Mission {
    /// What is told beside the text.
    pub(crate) fn facts(&self) -> Facts {
        Facts {
            workplace: self.workplace,
            months: self.months,
            activity: self.activity,
            start: self.start_day,
        }
    }

    /// Where the work is done, when it was said.
    pub(crate) fn place(&self) -> Option<&'static swiss::Place> {
        swiss::places::by_key(&self.place)
    }
}

impl From<Mission> for MissionCard {
    fn from(row: Mission) -> MissionCard {
        MissionCard {
            facts: row.facts(),
            city: row
                .place()
                .map_or_else(String::new, |place| place.name.to_owned()),
            id: row.id,
            company: row.company,
            title: row.title,
            state: row.state,
            categories: row.categories.0,
            skills: row.skills.0,
            day_rate: row.day_rate,
            published_at: row.published_at,
            held_since: row.held_since,
            updated_at: row.updated_at,
        }
    }
}

/// Some missions by key, so that a statement stays within what the engines bind.
const AT_ONCE: usize = 500;

/// Missions by key; unknown keys are absent.
pub(crate) async fn by_ids(db: &impl ConnectionTrait, ids: &[MissionId]) -> Result<Vec<Mission>, db::Error> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let some = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
        found.extend(some.all(db).await?);
    }
    Ok(found)
}

/// See [`crate::cards`].
pub(crate) async fn cards(
    db: &impl ConnectionTrait,
    ids: &[MissionId],
) -> Result<HashMap<MissionId, MissionCard>, db::Error> {
    let rows = by_ids(db, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.into())).collect())
}

/// See [`crate::of_company`].
pub(crate) async fn of_company(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Vec<MissionCard>, db::Error> {
    let rows = Entity::find()
        .filter(Column::Company.eq(company))
        .order_by_desc(Column::UpdatedAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(MissionCard::from).collect())
}

/// See [`crate::locked`].
pub(crate) async fn locked(tx: &Tx, id: MissionId) -> Result<Option<Mission>, db::Error> {
    // SQLite needs no lock: the transaction is the only writer.
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// One mission, whoever asks: who may see it is for the caller to say.
pub(crate) async fn mission(db: &impl ConnectionTrait, id: MissionId) -> Result<Option<Mission>, db::Error> {
    Entity::find_by_id(id).one(db).await
}

/// Moves a mission on, if it stands at `from`. Says whether it did.
pub(crate) async fn move_state(
    tx: &Tx,
    id: MissionId,
    (from, to): (MissionState, MissionState),
    now: Timestamp,
) -> Result<bool, db::Error> {
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(from))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// From `since` on the text stays as it is, or may change again.
pub(crate) async fn hold(tx: &Tx, id: MissionId, since: Option<Timestamp>) -> Result<(), db::Error> {
    Entity::update_many()
        .col_expr(Column::HeldSince, Expr::value(since))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Open missions in the order of their keys, some at a time.
pub(crate) async fn open_after(
    db: &impl ConnectionTrait,
    after: Option<MissionId>,
    size: u64,
) -> Result<Vec<Mission>, db::Error> {
    let mut open = Entity::find().filter(Column::State.eq(MissionState::Open));
    if let Some(after) = after {
        open = open.filter(Column::Id.gt(after));
    }
    open.order_by_asc(Column::Id).limit(size).all(db).await
}

/// The keys of all missions of these companies that are open.
pub(crate) async fn open_of(
    db: &impl ConnectionTrait,
    companies: &[CompanyId],
) -> Result<Vec<MissionId>, db::Error> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Company.is_in(companies.iter().copied()))
        .filter(Column::State.eq(MissionState::Open))
        .into_tuple()
        .all(db)
        .await
}

/// One of a company's own missions.
pub(crate) async fn own(
    db: &impl ConnectionTrait,
    company: CompanyId,
    id: MissionId,
) -> Result<Option<Mission>, db::Error> {
    Entity::find_by_id(id)
        .filter(Column::Company.eq(company))
        .one(db)
        .await
}

/// One of a company's own missions, locked for this transaction.
pub(crate) async fn own_locked(
    tx: &Tx,
    company: CompanyId,
    id: MissionId,
) -> Result<Option<Mission>, db::Error> {
    let own = Entity::find_by_id(id).filter(Column::Company.eq(company));
    own.lock_exclusive().one(tx).await
}

/// A mission of which nothing is said yet.
pub(crate) fn draft(id: MissionId, company: CompanyId, now: Timestamp) -> Mission {
    Mission {
        id,
        company,
        state: MissionState::Draft,
        title: String::new(),
        description: String::new(),
        categories: Categories::default(),
        skills: Skills::default(),
        place: String::new(),
        workplace: None,
        experience_years: 0,
        months: None,
        activity: None,
        start_day: None,
        day_rate: None,
        rate_open: false,
        payroll: true,
        held_since: None,
        published_at: None,
        created_at: now,
        updated_at: now,
    }
}

/// Writes all of a mission that is there. The caller holds its lock.
pub(crate) async fn save(tx: &Tx, mission: Mission) -> Result<(), db::Error> {
    let row: ActiveModel = mission.into();
    Entity::update(row.reset_all()).exec(tx).await?;
    Ok(())
}

/// Erases a draft. The caller holds its lock.
pub(crate) async fn erase(tx: &Tx, id: MissionId) -> Result<(), db::Error> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Writes down a new mission.
pub(crate) async fn insert(tx: &Tx, mission: Mission) -> Result<(), db::Error> {
    let row: ActiveModel = mission.into();
    Entity::insert(row.reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

/// See [`crate::plant`].
pub(crate) fn planted(planted: PlantedMission, now: Timestamp) -> Mission {
    let at = planted.published_at.unwrap_or(now);
    Mission {
        id: planted.id,
        company: planted.company,
        state: planted.state,
        title: planted.title,
        description: planted.description,
        categories: Categories(planted.categories),
        skills: Skills(planted.skills),
        place: planted
            .place
            .map_or_else(String::new, |place| place.key().to_owned()),
        workplace: planted.facts.workplace,
        experience_years: planted.experience_years,
        months: planted.facts.months,
        activity: planted.facts.activity,
        start_day: planted.facts.start,
        day_rate: planted.day_rate,
        rate_open: planted.day_rate.is_none(),
        payroll: planted.payroll,
        held_since: None,
        published_at: planted.published_at,
        created_at: at,
        updated_at: at,
    }
}
