//! Queries. Every one that serves a person starts from what that person owns.

use std::collections::HashMap;

use app::App;
use db::Tx;
use missions::MissionId;
use profiles::{CompanyId, FreelanceId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::{
    CandidacyId,
    events::Side,
    moves::Actor,
    rules::{Candidacy, State, Step},
    schema::{
        candidacy::{Column, Entity, Model},
        transition,
    },
};

impl From<Model> for Candidacy {
    fn from(row: Model) -> Candidacy {
        Candidacy {
            id: row.id,
            mission: row.mission,
            freelance: row.freelance,
            company: row.company,
            state: row.state,
            opened_by: row.opened_by,
            freelance_validated_at: row.freelance_validated_at,
            company_validated_at: row.company_validated_at,
            reason: row.reason,
            created_at: row.created_at,
            state_since: row.state_since,
        }
    }
}

/// Whose a candidacy must be.
fn of(actor: Actor) -> Condition {
    Condition::all().add(match actor.side {
        Side::Freelance => Column::Freelance.eq(actor.account),
        Side::Company => Column::Company.eq(actor.account),
    })
}

/// This candidacy, if it is this actor's.
pub(crate) async fn candidacy_of(
    db: &impl ConnectionTrait,
    actor: Actor,
    id: CandidacyId,
) -> Result<Option<Candidacy>, db::Error> {
    let found = Entity::find_by_id(id).filter(of(actor)).one(db).await?;
    Ok(found.map(Candidacy::from))
}

/// This candidacy, whosever it is: for what happens by itself.
pub(crate) async fn candidacy(
    db: &impl ConnectionTrait,
    id: CandidacyId,
) -> Result<Option<Candidacy>, db::Error> {
    Ok(Entity::find_by_id(id).one(db).await?.map(Candidacy::from))
}

/// All candidacies of this actor, the last moved first.
pub(crate) async fn all_of(db: &impl ConnectionTrait, actor: Actor) -> Result<Vec<Candidacy>, db::Error> {
    listed(db, of(actor)).await
}

/// All candidacies for a mission, the last moved first.
pub(crate) async fn for_mission(
    db: &impl ConnectionTrait,
    mission: MissionId,
) -> Result<Vec<Candidacy>, db::Error> {
    listed(db, Condition::all().add(Column::Mission.eq(mission))).await
}

/// What this pair had and has, the last moved first.
pub(crate) async fn of_pair(
    db: &impl ConnectionTrait,
    mission: MissionId,
    freelance: FreelanceId,
) -> Result<Vec<Candidacy>, db::Error> {
    let pair = Condition::all()
        .add(Column::Mission.eq(mission))
        .add(Column::Freelance.eq(freelance));
    listed(db, pair).await
}

/// What a freelance and a company have and had together, the last moved first.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    freelance: FreelanceId,
    company: CompanyId,
) -> Result<Vec<Candidacy>, db::Error> {
    let both = Condition::all()
        .add(Column::Freelance.eq(freelance))
        .add(Column::Company.eq(company));
    listed(db, both).await
}

async fn listed(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Candidacy>, db::Error> {
    let rows = Entity::find()
        .filter(which)
        .order_by_desc(Column::StateSince)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Candidacy::from).collect())
}

/// Whether somebody other than `but` is chosen for this mission.
pub(crate) async fn another_chosen(
    db: &impl ConnectionTrait,
    mission: MissionId,
    but: Option<CandidacyId>,
) -> Result<bool, db::Error> {
    let mut others = Entity::find()
        .filter(Column::Mission.eq(mission))
        .filter(Column::State.eq(State::Chosen));
    if let Some(but) = but {
        others = others.filter(Column::Id.ne(but));
    }
    Ok(others.count(db).await? > 0)
}

/// Whether a freelance has applied for the mission and waits for the company's choice.
pub(crate) async fn has_applicants(db: &impl ConnectionTrait, mission: MissionId) -> Result<bool, db::Error> {
    let applied = Entity::find()
        .filter(Column::Mission.eq(mission))
        .filter(Column::State.eq(State::Applied));
    Ok(applied.count(db).await? > 0)
}

/// What whoever refused this candidacy said about it, if anything.
pub(crate) async fn reason(db: &impl ConnectionTrait, id: CandidacyId) -> Result<Option<String>, db::Error> {
    Ok(Entity::find_by_id(id).one(db).await?.and_then(|row| row.reason))
}

#[derive(FromQueryResult)]
struct Tally {
    mission: MissionId,
    state: State,
    candidacies: i64,
}

/// How many candidacies of a company stand where, by mission.
pub(crate) async fn tallies(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<HashMap<(MissionId, State), i64>, db::Error> {
    let rows = Entity::find()
        .select_only()
        .column(Column::Mission)
        .column(Column::State)
        .column_as(Column::Id.count(), "candidacies")
        .filter(Column::Company.eq(company))
        .group_by(Column::Mission)
        .group_by(Column::State)
        .into_model::<Tally>()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| ((row.mission, row.state), row.candidacies))
        .collect())
}

/// The candidacies of a company that could wait for its answer: whose, for what, and where they stand.
pub(crate) async fn waiting(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Vec<(FreelanceId, MissionId, State)>, db::Error> {
    Entity::find()
        .select_only()
        .columns([Column::Freelance, Column::Mission, Column::State])
        .filter(Column::Company.eq(company))
        .filter(Column::State.is_in([State::ProposedByFreelance, State::Applied]))
        .into_tuple()
        .all(db)
        .await
}

/// With whom a company has concluded, by mission.
pub(crate) async fn partners(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<HashMap<MissionId, FreelanceId>, db::Error> {
    let rows = Entity::find()
        .filter(Column::Company.eq(company))
        .filter(Column::State.is_in([State::Concluded, State::Ended]))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.mission, row.freelance)).collect())
}

/// Writes down a candidacy that begins.
pub(crate) async fn insert(tx: &Tx, new: &Candidacy) -> Result<(), db::Error> {
    let row = Model {
        id: new.id,
        mission: new.mission,
        freelance: new.freelance,
        company: new.company,
        state: new.state,
        opened_by: new.opened_by,
        freelance_validated_at: new.freelance_validated_at,
        company_validated_at: new.company_validated_at,
        reason: new.reason.clone(),
        created_at: new.created_at,
        state_since: new.state_since,
    };
    let row: crate::schema::candidacy::ActiveModel = row.into();
    Entity::insert(row.reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes down a move, if the candidacy still stands at `from`. Says whether it did.
pub(crate) async fn save(tx: &Tx, moved: &Candidacy, from: State) -> Result<bool, db::Error> {
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(moved.state))
        .col_expr(
            Column::FreelanceValidatedAt,
            Expr::value(moved.freelance_validated_at),
        )
        .col_expr(
            Column::CompanyValidatedAt,
            Expr::value(moved.company_validated_at),
        )
        .col_expr(Column::Reason, Expr::value(moved.reason.clone()))
        .col_expr(Column::StateSince, Expr::value(moved.state_since))
        .filter(Column::Id.eq(moved.id))
        .filter(Column::State.eq(from))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Writes one line of the log (I9).
pub(crate) async fn log(
    app: &App,
    tx: &Tx,
    candidacy: &Candidacy,
    step: Step,
    by: Option<Actor>,
) -> Result<(), db::Error> {
    let row = transition::ActiveModel {
        id: Set(app.clock().key()),
        candidacy: Set(candidacy.id),
        from_state: Set(step.from),
        to_state: Set(step.to),
        by_account: Set(by.map(|actor| actor.account)),
        by_side: Set(by.map(|actor| actor.side)),
        at: Set(candidacy.state_since),
    };
    transition::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Whether both sides were interested at some time.
pub(crate) async fn was_shared(db: &impl ConnectionTrait, candidacy: CandidacyId) -> Result<bool, db::Error> {
    let accepted = transition::Entity::find()
        .filter(transition::Column::Candidacy.eq(candidacy))
        .filter(transition::Column::ToState.eq(State::InDiscussion));
    Ok(accepted.count(db).await? > 0)
}

/// The log of a candidacy, oldest first: from, to, and which side acted.
#[cfg(test)]
pub(crate) async fn history(
    db: &impl ConnectionTrait,
    candidacy: CandidacyId,
) -> Result<Vec<(Option<State>, State, Option<Side>)>, db::Error> {
    let rows = transition::Entity::find()
        .filter(transition::Column::Candidacy.eq(candidacy))
        .order_by_asc(transition::Column::Id)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.from_state, row.to_state, row.by_side))
        .collect())
}
