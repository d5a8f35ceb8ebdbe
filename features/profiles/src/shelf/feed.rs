//! How the shelves follow what happens.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use app::{App, Feed};
use certification::events::{Certified, Refused};
use db::journal::{Event, Recorded};
use futures::stream;
use sea_orm::ConnectionTrait;
use search::{Document, Shelf};
use uuid::Uuid;

use super::{FREELANCES, PREVIEWS, found_by_anyone, found_by_companies};
use crate::{FreelanceId, cards, events::FreelanceChanged, profile::Written, store};

/// A shelf and how a freelance is written on it.
struct Target {
    shelf: Shelf,
    document: fn(&Written, name: &str) -> anyhow::Result<Document>,
}

static COMPANIES: Target = Target {
    shelf: FREELANCES,
    document: found_by_companies,
};
static ANYONE: Target = Target {
    shelf: PREVIEWS,
    document: found_by_anyone,
};

const EVENTS: &[&str] = &[FreelanceChanged::NAME, Certified::NAME, Refused::NAME];

/// Profiles read and written at once.
const BATCH: usize = 500;

pub(crate) fn feeds() -> Vec<Feed> {
    vec![
        Feed {
            shelf: FREELANCES.name,
            events: EVENTS,
            apply: |app, events| Box::pin(apply(app, events, &COMPANIES)),
            rebuild: |app| Box::pin(rebuild(app, &COMPANIES)),
        },
        Feed {
            shelf: PREVIEWS.name,
            events: EVENTS,
            apply: |app, events| Box::pin(apply(app, events, &ANYONE)),
            rebuild: |app| Box::pin(rebuild(app, &ANYONE)),
        },
    ]
}

async fn apply(app: App, events: Vec<Recorded>, target: &Target) -> anyhow::Result<()> {
    let db = app.db().read();
    let named: Vec<FreelanceId> = touched(&events)?.into_iter().collect();
    for ids in named.chunks(BATCH) {
        let written = store::freelances(db, ids).await?.into_values().collect();
        let documents = documents(db, written, target).await?;
        let shown: HashSet<Uuid> = documents.iter().map(|document| document.id).collect();
        let hidden: Vec<Uuid> = ids
            .iter()
            .map(|id| id.0)
            .filter(|id| !shown.contains(id))
            .collect();
        app.library().upsert(target.shelf.name, documents).await?;
        app.library().delete(target.shelf.name, &hidden).await?;
    }
    Ok(())
}

/// Whose place on a shelf these events may have changed. A company's account has no profile here: it
/// costs a look at an index.
fn touched(events: &[Recorded]) -> anyhow::Result<HashSet<FreelanceId>> {
    let who = events.iter().map(|event| match event.name.as_str() {
        FreelanceChanged::NAME => Ok(event.read::<FreelanceChanged>()?.freelance),
        Certified::NAME => Ok(FreelanceId(event.read::<Certified>()?.account)),
        _ => Ok(FreelanceId(event.read::<Refused>()?.account)),
    });
    who.collect()
}

/// Of these profiles, those that may be found: of certified freelances.
async fn documents(
    db: &impl ConnectionTrait,
    written: Vec<Written>,
    target: &Target,
) -> anyhow::Result<Vec<Document>> {
    let ids: Vec<Uuid> = written.iter().map(|(id, ..)| id.0).collect();
    let certified = certification::certified_among(db, &ids).await?;
    let names: HashMap<Uuid, String> = cards::names(db, certified).await?;
    written
        .iter()
        .filter_map(|one| {
            let name = names.get(&one.0.0)?;
            Some((target.document)(one, name).with_context(|| format!("profile {}", one.0)))
        })
        .collect()
}

/// Reads the base as the shelf asks for more, so that nothing is held that it does not write now.
async fn rebuild(app: App, target: &'static Target) -> anyhow::Result<()> {
    let begin = (app.clone(), FreelanceId(Uuid::nil()));
    let batches = stream::try_unfold(begin, move |(app, after)| async move {
        let written = store::freelances_after(app.db().read(), after, BATCH as u64).await?;
        let Some(last) = written.last().map(|(id, ..)| *id) else {
            return Ok(None);
        };
        let documents = documents(app.db().read(), written, target).await?;
        Ok(Some((documents, (app, last))))
    });
    app.library().rebuild(target.shelf.name, batches).await
}
