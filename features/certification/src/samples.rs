//! Dossiers put there at once, for the demo and for tests of other rooms.

use app::App;
use chrono::NaiveDate;
use db::Tx;
use uuid::Uuid;
use web::Role;

use crate::{Ground, Permit, Standing, rights, rules::Paper, store};

/// A dossier as if it had been handed in and decided on. No event is recorded and no letter sent:
/// whoever plants puts the search shelves in order.
#[derive(Clone, Debug)]
pub struct Planted {
    /// The account.
    pub account: Uuid,
    /// [`rights::FREELANCE`] or [`rights::COMPANY`].
    pub role: Role,
    /// Where it stands.
    pub standing: Standing,
    /// A freelance's legal first name; a company's is empty.
    pub first: String,
    /// A freelance's legal last name; a company's is empty.
    pub last: String,
    /// A company's legal name; a freelance's is empty.
    pub company: String,
    /// A company's registration number.
    pub uid: Option<swiss::Uid>,
    /// A company's contact person.
    pub contact_person: String,
    /// A freelance's permit.
    pub permit: Option<Permit>,
    /// The last day on it.
    pub valid_until: Option<NaiveDate>,
    /// Street and number.
    pub street: String,
    /// The place's key; see [`swiss::Place::key`].
    pub place: String,
    /// Why it was refused, when it was.
    pub ground: Option<Ground>,
    /// What staff wrote about it.
    pub message: String,
}

impl Planted {
    /// A freelance of this name and standing, living in Lausanne.
    pub fn freelance(account: Uuid, first: &str, last: &str, standing: Standing) -> Planted {
        Planted {
            account,
            role: rights::FREELANCE,
            standing,
            first: first.to_owned(),
            last: last.to_owned(),
            company: String::new(),
            uid: None,
            contact_person: String::new(),
            permit: Some(Permit::Swiss),
            valid_until: None,
            street: "Rue du Simplon 3".to_owned(),
            place: "ch-vd-lausanne".to_owned(),
            ground: (standing == Standing::Refused).then_some(Ground::Documents),
            message: String::new(),
        }
    }

    /// A company of this name and standing, in Lausanne.
    pub fn company(account: Uuid, name: &str, uid: swiss::Uid, standing: Standing) -> Planted {
        Planted {
            role: rights::COMPANY,
            first: String::new(),
            last: String::new(),
            company: name.to_owned(),
            uid: Some(uid),
            permit: None,
            ..Planted::freelance(account, "", "", standing)
        }
    }
}

/// Puts one dossier there, instead of the one that the account may have.
///
/// # Errors
/// What the engine says.
pub async fn plant(app: &App, tx: &Tx, planted: Planted) -> Result<(), db::Error> {
    plant_many(app, tx, vec![planted]).await
}

/// Puts many dossiers there, some hundred with each statement.
///
/// # Errors
/// What the engine says.
pub async fn plant_many(app: &App, tx: &Tx, planted: Vec<Planted>) -> Result<(), db::Error> {
    store::plant(tx, planted, app.now()).await
}

/// Puts the two documents of a freelance there, which are stored already: permit, then proof of address.
///
/// # Errors
/// What the engine says; a duplicate when the account has one of that kind.
pub async fn plant_documents(
    app: &App,
    tx: &Tx,
    account: Uuid,
    documents: [(files::FileId, &files::Clean); 2],
) -> Result<(), db::Error> {
    for ((file, clean), paper) in documents.into_iter().zip([Paper::Permit, Paper::Address]) {
        store::add_document(app, tx, account, paper, file, clean).await?;
    }
    Ok(())
}
