//! One dossier: read by its owner and by staff, written by its owner.

use app::App;
use db::{Timestamp, Tx};
use files::{Clean, FileId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    UpdateMany, sea_query::Expr,
};
use uuid::Uuid;
use web::Role;

use super::ensure;
use crate::{
    Standing,
    dossier::{Document, Dossier, Firm, Person},
    rights,
    rules::Paper,
    schema::{
        document,
        dossier::{Column, Entity, Model},
    },
};

impl TryFrom<Model> for Dossier {
    type Error = db::Error;

    fn try_from(row: Model) -> Result<Dossier, db::Error> {
        let role = rights::role(&row.role);
        Ok(Dossier {
            account: row.account,
            role: role.ok_or_else(|| db::Error::Type(format!("{:?} is no role", row.role)))?,
            standing: row.standing,
            first: row.first_name,
            last: row.last_name,
            company: row.company_name,
            uid: row.uid.unwrap_or_default(),
            contact_person: row.contact_person,
            permit: row.permit,
            valid_until: row.valid_until,
            street: row.street,
            place: row.place,
            contact_me: row.contact_me,
            ground: row.ground,
            message: row.message,
            submitted_at: row.submitted_at,
            contacted_at: row.contacted_at,
            decided_at: row.decided_at,
            updated_at: row.updated_at,
        })
    }
}

impl From<document::Model> for Document {
    fn from(row: document::Model) -> Document {
        Document {
            id: row.id,
            account: row.account,
            paper: row.paper,
            file: FileId(row.file),
            mime: row.mime,
            name: row.name,
            bytes: u64::try_from(row.bytes).unwrap_or_default(),
            handed_in_at: row.handed_in_at,
        }
    }
}

/// The dossier of this account, if it ever wrote into one.
pub async fn dossier(db: &impl ConnectionTrait, account: Uuid) -> Result<Option<Dossier>, db::Error> {
    let row = Entity::find_by_id(account).one(db).await?;
    row.map(Dossier::try_from).transpose()
}

/// The dossier of this account, begun if need be, and held until `tx` ends: of two hand-ins at
/// once, the second sees what the first left.
pub async fn locked(tx: &Tx, account: Uuid, role: Role, now: Timestamp) -> Result<Dossier, db::Error> {
    ensure(tx, account, role, now).await?;
    let row = Entity::find_by_id(account).lock_exclusive().one(tx).await?;
    let row = row.ok_or_else(|| db::Error::RecordNotFound(format!("the dossier of {account}")))?;
    Dossier::try_from(row)
}

/// The documents of this account, the permit first.
pub async fn documents(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<Document>, db::Error> {
    let rows = document::Entity::find()
        .filter(document::Column::Account.eq(account))
        .order_by_desc(document::Column::Paper)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Document::from).collect())
}

/// The files of all documents.
pub async fn files_in_use(db: &impl ConnectionTrait) -> Result<Vec<FileId>, db::Error> {
    let files: Vec<Uuid> = document::Entity::find()
        .select_only()
        .column(document::Column::File)
        .into_tuple()
        .all(db)
        .await?;
    Ok(files.into_iter().map(FileId).collect())
}

/// One's own document of this kind.
pub async fn own_document(
    db: &impl ConnectionTrait,
    account: Uuid,
    paper: Paper,
) -> Result<Option<Document>, db::Error> {
    let row = document::Entity::find()
        .filter(document::Column::Account.eq(account))
        .filter(document::Column::Paper.eq(paper))
        .one(db)
        .await?;
    Ok(row.map(Document::from))
}

/// Writes down what a person declared, and that it now stands at `standing`.
pub async fn declare_person(
    tx: &Tx,
    before: &Dossier,
    person: &Person,
    standing: Standing,
    now: Timestamp,
) -> Result<(), db::Error> {
    handed_in(before, standing, now)
        .col_expr(Column::FirstName, Expr::value(person.first.as_str()))
        .col_expr(Column::LastName, Expr::value(person.last.as_str()))
        .col_expr(Column::Permit, Expr::value(person.permit))
        .col_expr(Column::ValidUntil, Expr::value(person.valid_until))
        .col_expr(Column::Street, Expr::value(person.street.as_str()))
        .col_expr(Column::Place, Expr::value(person.place))
        .col_expr(Column::ContactMe, Expr::value(person.contact_me))
        .exec(tx)
        .await
        .map(drop)
}

/// The same for a company.
pub async fn declare_firm(
    tx: &Tx,
    before: &Dossier,
    firm: &Firm,
    standing: Standing,
    now: Timestamp,
) -> Result<(), db::Error> {
    handed_in(before, standing, now)
        .col_expr(Column::CompanyName, Expr::value(firm.name.as_str()))
        .col_expr(Column::Uid, Expr::value(firm.uid.to_string()))
        .col_expr(Column::ContactPerson, Expr::value(firm.contact_person.as_str()))
        .col_expr(Column::Street, Expr::value(firm.street.as_str()))
        .col_expr(Column::Place, Expr::value(firm.place))
        .exec(tx)
        .await
        .map(drop)
}

/// What every hand-in changes. Somebody who corrects a dossier in review keeps the place in the queue.
fn handed_in(before: &Dossier, standing: Standing, now: Timestamp) -> UpdateMany<Entity> {
    let update = Entity::update_many()
        .col_expr(Column::Standing, Expr::value(standing))
        .col_expr(Column::UpdatedAt, Expr::value(before.next_version(now)))
        .filter(Column::Account.eq(before.account));
    if before.standing == standing {
        return update;
    }
    update
        .col_expr(Column::SubmittedAt, Expr::value(now))
        .col_expr(Column::ContactedAt, Expr::value(None::<Timestamp>))
}

/// Puts a document, whose file is stored already, in the place of the one of its kind. Gives the
/// file that nobody needs any more.
pub async fn replace_document(
    app: &App,
    tx: &Tx,
    account: Uuid,
    paper: Paper,
    (file, clean): (FileId, &Clean),
) -> Result<Option<FileId>, db::Error> {
    let old = own_document(tx, account, paper).await?;
    if let Some(old) = &old {
        document::Entity::delete_by_id(old.id).exec(tx).await?;
    }
    add_document(app, tx, account, paper, file, clean).await?;
    Ok(old.map(|old| old.file))
}

/// Notes a document whose file is stored already.
pub async fn add_document(
    app: &App,
    tx: &Tx,
    account: Uuid,
    paper: Paper,
    file: FileId,
    clean: &Clean,
) -> Result<(), db::Error> {
    let row = document::ActiveModel {
        id: Set(app.clock().key()),
        account: Set(account),
        paper: Set(paper),
        file: Set(file.0),
        mime: Set(clean.kind.mime().to_owned()),
        name: Set(clean.name.clone()),
        bytes: Set(i64::try_from(clean.bytes.len()).unwrap_or(i64::MAX)),
        handed_in_at: Set(app.now()),
    };
    document::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
