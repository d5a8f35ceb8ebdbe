//! A room to try services on: things with names, and a shelf to find them.

use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use app::{App, Feed, Feeder, Parts, Site};
use db::{
    Clock, Tx,
    journal::{Event, Recorded},
    schema::{self, Migration, Step},
};
use futures::{TryStreamExt, future::BoxFuture};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use search::{Document, Library, Query, Shelf, TextField};
use serde::{Deserialize, Serialize};
use testing::House;
use tokio::sync::Semaphore;
use uuid::Uuid;

mod thing {
    use sea_orm::entity::prelude::*;
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "thing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub fn migration() -> Migration {
    Migration {
        name: "test_1_thing",
        steps: || {
            vec![Step::from(&mut schema::table(
                "thing",
                vec![schema::primary("id"), schema::text("name")],
            ))]
        },
    }
}

/// A thing got a name, or went.
#[derive(Serialize, Deserialize)]
pub struct Renamed {
    pub thing: Uuid,
}

impl Event for Renamed {
    const NAME: &'static str = "things.renamed";
}

/// Within `tx`: names the thing, makes it, or with an empty name takes it away, and says so.
pub async fn rename(app: &App, tx: &Tx, thing: Uuid, name: &str) {
    if name.is_empty() {
        thing::Entity::delete_by_id(thing).exec(tx).await.unwrap();
    } else {
        let row = thing::ActiveModel {
            id: Set(thing),
            name: Set(name.to_owned()),
        };
        let over = OnConflict::column(thing::Column::Id)
            .update_column(thing::Column::Name)
            .to_owned();
        let insert = thing::Entity::insert(row).on_conflict(over);
        insert.exec_without_returning(tx).await.unwrap();
    }
    app.record(tx, &Renamed { thing }).await.unwrap();
}

/// As [`rename`], in a transaction of its own.
pub async fn renamed(app: &App, thing: Uuid, name: &str) {
    let tx = app.begin().await.unwrap();
    rename(app, &tx, thing, name).await;
    tx.commit().await.unwrap();
}

const SHELF: &str = "things";
/// A second shelf with the same things, fed by itself.
const OTHER: &str = "others";

const fn shelf(name: &'static str) -> Shelf {
    Shelf {
        name,
        version: 1,
        texts: &[TextField {
            name: "name",
            weight: 1.0,
        }],
        facets: &[],
        numbers: &["clock"],
    }
}

/// What a test does to the feeds of a process, and sees of them. Feeds are plain functions, so they
/// find it by the site's address.
pub struct Strings {
    pub rebuilds: AtomicUsize,
    /// The feed of the first shelf fails.
    pub broken: AtomicBool,
    /// The next rebuild of the first shelf fails.
    pub fails_to_rebuild: AtomicBool,
    /// A rebuild waits here after it has read the base.
    pub gate: Semaphore,
    pub at_the_gate: AtomicBool,
}

static ALL: Mutex<Option<HashMap<String, Arc<Strings>>>> = Mutex::new(None);

pub fn strings(app: &App) -> Arc<Strings> {
    let mut all = ALL.lock().unwrap();
    let strings = all.get_or_insert_default().entry(app.site().url.clone());
    let new = || Strings {
        rebuilds: AtomicUsize::new(0),
        broken: AtomicBool::new(false),
        fails_to_rebuild: AtomicBool::new(false),
        gate: Semaphore::new(1_000),
        at_the_gate: AtomicBool::new(false),
    };
    strings.or_insert_with(|| Arc::new(new())).clone()
}

fn document(row: thing::Model) -> Document {
    Document {
        id: row.id,
        texts: vec![("name", row.name)],
        ..Document::default()
    }
}

async fn apply(app: App, shelf: &'static str, events: Vec<Recorded>) -> anyhow::Result<()> {
    let things: Vec<Uuid> = events
        .iter()
        .map(|event| event.read::<Renamed>().map(|event| event.thing))
        .collect::<anyhow::Result<_>>()?;
    let rows = thing::Entity::find().filter(thing::Column::Id.is_in(things.iter().copied()));
    let documents: Vec<_> = rows
        .all(app.db().read())
        .await?
        .into_iter()
        .map(document)
        .collect();
    let there: Vec<Uuid> = documents.iter().map(|document| document.id).collect();
    let gone: Vec<Uuid> = things.into_iter().filter(|id| !there.contains(id)).collect();
    app.library().upsert(shelf, documents).await?;
    app.library().delete(shelf, &gone).await
}

async fn rebuild(app: App, shelf: &'static str) -> anyhow::Result<()> {
    let strings = strings(&app);
    let fails = strings.fails_to_rebuild.swap(false, Ordering::SeqCst);
    anyhow::ensure!(!fails, "broken by the test");
    strings.rebuilds.fetch_add(1, Ordering::SeqCst);
    let batch = futures::stream::once(async {
        let rows = thing::Entity::find().all(app.db().read()).await?;
        strings.at_the_gate.store(true, Ordering::SeqCst);
        strings.gate.acquire().await?.forget();
        Ok(rows.into_iter().map(document).collect())
    });
    app.library().rebuild(shelf, batch.into_stream()).await
}

fn feeds() -> Vec<Feed> {
    let first = |app: App, events| -> BoxFuture<'static, anyhow::Result<()>> {
        Box::pin(async move {
            anyhow::ensure!(!strings(&app).broken.load(Ordering::SeqCst), "broken by the test");
            apply(app, SHELF, events).await
        })
    };
    vec![
        Feed {
            shelf: SHELF,
            events: &[Renamed::NAME],
            apply: first,
            rebuild: |app| Box::pin(rebuild(app, SHELF)),
        },
        Feed {
            shelf: OTHER,
            events: &[Renamed::NAME],
            apply: |app, events| Box::pin(apply(app, OTHER, events)),
            rebuild: |app| Box::pin(rebuild(app, OTHER)),
        },
    ]
}

/// One process on the house's base, with its own shelves in `folder`.
pub fn process(house: &House, folder: &Path) -> (App, Feeder) {
    let app = App::new(Parts {
        db: house.app.db().clone(),
        clock: house.app.clock().clone(),
        mailer: house.app.mailer().clone(),
        files: house.app.files().clone(),
        library: Library::open(Some(folder), &[shelf(SHELF), shelf(OTHER)]).unwrap(),
        site: Site {
            url: format!("http://{}.test", Clock::system().key()),
            ..house.app.site().clone()
        },
        secret: vec![5; 32],
        limits: 1.0,
    });
    let feeder = Feeder::new(app.clone(), feeds(), Some(folder.to_owned()));
    (app, feeder)
}

fn find(app: &App, shelf: &str, name: &str) -> Vec<Uuid> {
    let query = Query {
        text: name.to_owned(),
        limit: 100,
        ..Query::default()
    };
    let answer = app.library().search(shelf, &query).unwrap();
    answer.hits.into_iter().map(|hit| hit.id).collect()
}

pub fn found(app: &App, name: &str) -> Vec<Uuid> {
    find(app, SHELF, name)
}

pub fn found_on_the_other(app: &App, name: &str) -> Vec<Uuid> {
    find(app, OTHER, name)
}
