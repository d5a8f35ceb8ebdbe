//! Queries. Every one starts from the account that is told.

use std::collections::{HashMap, HashSet};

use app::App;
use db::{Cursor, Slice, Timestamp, Tx};
use missions::MissionId;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{kinds::Kind, schema::notice};

/// How many notices a page shows.
pub(crate) const PAGE: u64 = 30;

/// Something to tell an account.
#[derive(Clone, Copy, Debug)]
pub(crate) struct News {
    pub account: Uuid,
    pub kind: Kind,
    /// The candidacy, or the event where there is none.
    pub about: Uuid,
    pub mission: Option<MissionId>,
    /// The account on the other side.
    pub other: Option<Uuid>,
    pub at: Timestamp,
}

/// Tells it, unless it was told before.
pub(crate) async fn tell(app: &App, tx: &Tx, news: News) -> Result<(), db::Error> {
    let once = OnConflict::new().do_nothing().to_owned();
    notice::Entity::insert(row(app, news))
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    web::viewer::changed(tx, news.account);
    Ok(())
}

/// Tells it in the one line that stands for the whole conversation: it becomes unread and new again.
/// What comes late (a retry, an older event after a newer one, a conversation that has vanished)
/// changes nothing.
pub(crate) async fn tell_again(app: &App, tx: &Tx, news: News) -> Result<(), db::Error> {
    tell(app, tx, news).await?;
    notice::Entity::update_many()
        .col_expr(notice::Column::CreatedAt, Expr::value(news.at))
        .col_expr(notice::Column::ReadAt, Expr::value(None::<Timestamp>))
        .filter(one(news.account, news.about, news.kind))
        .filter(notice::Column::Closed.eq(false))
        .filter(notice::Column::CreatedAt.lt(news.at))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes back what was told of the messages in a conversation that vanished (I8), and keeps the line
/// as a sign that it did.
pub(crate) async fn close(app: &App, tx: &Tx, news: News) -> Result<(), db::Error> {
    tell(app, tx, news).await?;
    notice::Entity::update_many()
        .col_expr(notice::Column::Closed, Expr::value(true))
        .filter(one(news.account, news.about, news.kind))
        .exec(tx)
        .await?;
    Ok(())
}

fn row(app: &App, news: News) -> notice::ActiveModel {
    notice::ActiveModel {
        id: Set(app.clock().key()),
        account: Set(news.account),
        kind: Set(news.kind),
        about: Set(news.about),
        mission: Set(news.mission.map(|mission| mission.0)),
        other: Set(news.other),
        closed: Set(false),
        created_at: Set(news.at),
        read_at: Set(news.kind.is_receipt().then_some(news.at)),
    }
}

fn one(account: Uuid, about: Uuid, kind: Kind) -> Condition {
    Condition::all()
        .add(notice::Column::Account.eq(account))
        .add(notice::Column::About.eq(about))
        .add(notice::Column::Kind.eq(kind))
}

fn shown(account: Uuid) -> Condition {
    Condition::all()
        .add(notice::Column::Account.eq(account))
        .add(notice::Column::Closed.eq(false))
}

/// How many this account has not read.
pub(crate) async fn unread(db: &impl ConnectionTrait, account: Uuid) -> Result<u64, db::Error> {
    notice::Entity::find()
        .filter(shown(account))
        .filter(notice::Column::ReadAt.is_null())
        .count(db)
        .await
}

/// Marks all as read.
pub(crate) async fn read_all(tx: &Tx, account: Uuid, now: Timestamp) -> Result<(), db::Error> {
    notice::Entity::update_many()
        .col_expr(notice::Column::ReadAt, Expr::value(now))
        .filter(shown(account))
        .filter(notice::Column::ReadAt.is_null())
        .exec(tx)
        .await?;
    web::viewer::changed(tx, account);
    Ok(())
}

/// One thing that was told.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub kind: Kind,
    pub about: Uuid,
    pub other: Option<Uuid>,
    pub at: Timestamp,
    pub read: bool,
}

/// What this account was told, newest first.
pub(crate) async fn notices(
    db: &impl ConnectionTrait,
    account: Uuid,
    after: Option<Cursor>,
) -> Result<Slice<Notice>, db::Error> {
    let select = notice::Entity::find().filter(shown(account));
    let rows = Cursor::page(select, after, PAGE, notice::Column::CreatedAt, notice::Column::Id);
    let slice = Slice::cut(rows.all(db).await?, PAGE, |row| Cursor {
        at: row.created_at,
        id: row.id,
    });
    Ok(Slice {
        items: slice.items.into_iter().map(Notice::from).collect(),
        next: slice.next,
    })
}

impl From<notice::Model> for Notice {
    fn from(row: notice::Model) -> Notice {
        Notice {
            kind: row.kind,
            about: row.about,
            other: row.other,
            at: row.created_at,
            read: row.read_at.is_some(),
        }
    }
}

/// What else is known of the candidacies that notices are about.
#[derive(Debug, Default)]
pub(crate) struct Threads {
    /// Those whose conversation has vanished.
    pub gone: HashSet<Uuid>,
    /// Their missions.
    pub missions: HashMap<Uuid, MissionId>,
}

/// See [`Threads`].
pub(crate) async fn threads(
    db: &impl ConnectionTrait,
    account: Uuid,
    about: Vec<Uuid>,
) -> Result<Threads, db::Error> {
    let rows: Vec<(Uuid, bool, Option<Uuid>)> = notice::Entity::find()
        .select_only()
        .columns([
            notice::Column::About,
            notice::Column::Closed,
            notice::Column::Mission,
        ])
        .filter(notice::Column::Account.eq(account))
        .filter(notice::Column::About.is_in(about))
        .into_tuple()
        .all(db)
        .await?;
    let mut threads = Threads::default();
    for (about, closed, mission) in rows {
        if closed {
            threads.gone.insert(about);
        }
        if let Some(mission) = mission {
            threads.missions.insert(about, MissionId(mission));
        }
    }
    Ok(threads)
}
