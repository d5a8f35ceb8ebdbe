//! How the shelves follow what happens.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use app::{App, Feed};
use certification::events::{Certified, Refused};
use db::journal::{Event, Recorded};
use futures::stream;
use profiles::{CompanyCard, CompanyId, events::CompanyChanged};
use sea_orm::ConnectionTrait;
use search::{Document, Shelf};

use super::{
    MISSIONS, TITLES,
    document::{found_by_anyone, found_by_freelances},
};
use crate::{
    MissionId,
    events::{Changed, Closed, Published},
    store::{self, Mission},
};

/// A shelf and how a mission is written on it.
struct Target {
    shelf: Shelf,
    document: fn(&Mission, &CompanyCard) -> anyhow::Result<Document>,
}

static FREELANCES: Target = Target {
    shelf: MISSIONS,
    document: found_by_freelances,
};
static ANYONE: Target = Target {
    shelf: TITLES,
    document: found_by_anyone,
};

const EVENTS: &[&str] = &[
    Published::NAME,
    Changed::NAME,
    Closed::NAME,
    CompanyChanged::NAME,
    Certified::NAME,
    Refused::NAME,
];

/// Missions read and written at once.
const BATCH: usize = 500;

pub(crate) fn feeds() -> Vec<Feed> {
    vec![
        Feed {
            shelf: MISSIONS.name,
            events: EVENTS,
            apply: |app, events| Box::pin(apply(app, events, &FREELANCES)),
            rebuild: |app| Box::pin(rebuild(app, &FREELANCES)),
        },
        Feed {
            shelf: TITLES.name,
            events: EVENTS,
            apply: |app, events| Box::pin(apply(app, events, &ANYONE)),
            rebuild: |app| Box::pin(rebuild(app, &ANYONE)),
        },
    ]
}

async fn apply(app: App, events: Vec<Recorded>, target: &Target) -> anyhow::Result<()> {
    let db = app.db().read();
    let named = touched(db, &events).await?;
    for ids in named.chunks(BATCH) {
        let documents = documents(db, store::by_ids(db, ids).await?, target).await?;
        let shown: HashSet<MissionId> = documents.iter().map(|one| MissionId(one.id)).collect();
        let hidden: Vec<_> = ids
            .iter()
            .filter(|id| !shown.contains(id))
            .map(|id| id.0)
            .collect();
        app.library().upsert(target.shelf.name, documents).await?;
        app.library().delete(target.shelf.name, &hidden).await?;
    }
    Ok(())
}

/// The missions whose place on a shelf these events may have changed.
async fn touched(db: &impl ConnectionTrait, events: &[Recorded]) -> anyhow::Result<Vec<MissionId>> {
    let (mut missions, mut companies) = (HashSet::new(), HashSet::new());
    for event in events {
        match event.name.as_str() {
            Published::NAME => _ = missions.insert(event.read::<Published>()?.mission),
            Changed::NAME => _ = missions.insert(event.read::<Changed>()?.mission),
            Closed::NAME => _ = missions.insert(event.read::<Closed>()?.mission),
            CompanyChanged::NAME => _ = companies.insert(event.read::<CompanyChanged>()?.company),
            Certified::NAME => _ = companies.insert(CompanyId(event.read::<Certified>()?.account)),
            Refused::NAME => _ = companies.insert(CompanyId(event.read::<Refused>()?.account)),
            _ => {}
        }
    }
    // A freelance's account has no missions: it costs a look at an index.
    let companies: Vec<CompanyId> = companies.into_iter().collect();
    for companies in companies.chunks(BATCH) {
        missions.extend(store::open_of(db, companies).await?);
    }
    Ok(missions.into_iter().collect())
}

/// Of these missions, those that may be found: open, of certified companies (I6).
async fn documents(
    db: &impl ConnectionTrait,
    missions: Vec<Mission>,
    target: &Target,
) -> anyhow::Result<Vec<Document>> {
    let open: Vec<Mission> = missions
        .into_iter()
        .filter(|mission| mission.state == crate::MissionState::Open)
        .collect();
    let companies = certified_companies(db, &open).await?;
    open.iter()
        .filter_map(|mission| {
            let company = companies.get(&mission.company)?;
            Some((target.document)(mission, company).with_context(|| format!("mission {}", mission.id)))
        })
        .collect()
}

async fn certified_companies(
    db: &impl ConnectionTrait,
    missions: &[Mission],
) -> Result<HashMap<CompanyId, CompanyCard>, db::Error> {
    let accounts: HashSet<_> = missions.iter().map(|mission| mission.company.0).collect();
    let accounts: Vec<_> = accounts.into_iter().collect();
    let certified = certification::certified_among(db, &accounts).await?;
    let certified: Vec<CompanyId> = certified.into_iter().map(CompanyId).collect();
    profiles::company_cards(db, &certified).await
}

/// Reads the base as the shelf asks for more, so that nothing is held that it does not write now.
async fn rebuild(app: App, target: &'static Target) -> anyhow::Result<()> {
    let begin = Some((app.clone(), None));
    let batches = stream::try_unfold(begin, move |state| async move {
        let Some((app, after)) = state else {
            return Ok(None);
        };
        let missions = store::open_after(app.db().read(), after, BATCH as u64).await?;
        let Some(last) = missions.last().map(|mission| mission.id) else {
            return Ok(None);
        };
        let documents = documents(app.db().read(), missions, target).await?;
        Ok(Some((documents, Some((app, Some(last))))))
    });
    app.library().rebuild(target.shelf.name, batches).await
}
