//! Dossiers put there at once.

use db::{Timestamp, Tx};
use sea_orm::{ActiveValue::Set, EntityTrait, Iterable, sea_query::OnConflict};

use super::blank;
use crate::{Planted, Standing, schema::dossier};

/// Rows per statement: SQLite takes 32,766 values, a dossier has 20.
const BATCH: usize = 500;

pub async fn plant(tx: &Tx, planted: Vec<Planted>, now: Timestamp) -> Result<(), db::Error> {
    let rows: Vec<dossier::ActiveModel> = planted
        .into_iter()
        .map(|planted| planted_row(planted, now))
        .collect();
    for batch in rows.chunks(BATCH) {
        let instead = OnConflict::column(dossier::Column::Account)
            .update_columns(dossier::Column::iter())
            .to_owned();
        dossier::Entity::insert_many(batch.to_vec())
            .on_conflict(instead)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

fn planted_row(planted: Planted, now: Timestamp) -> dossier::ActiveModel {
    let decided = matches!(planted.standing, Standing::Certified | Standing::Refused);
    dossier::ActiveModel {
        standing: Set(planted.standing),
        first_name: Set(planted.first),
        last_name: Set(planted.last),
        company_name: Set(planted.company),
        uid: Set(planted.uid.map(|uid| uid.to_string())),
        contact_person: Set(planted.contact_person),
        permit: Set(planted.permit),
        valid_until: Set(planted.valid_until),
        street: Set(planted.street),
        place: Set(planted.place),
        contact_me: Set(planted.standing == Standing::ToContact),
        ground: Set(planted.ground),
        message: Set(planted.message),
        submitted_at: Set((planted.standing != Standing::Draft).then_some(now)),
        decided_at: Set(decided.then_some(now)),
        ..blank(planted.account, planted.role, now)
    }
}
