//! Who may take part: documents and registration numbers are handed in, staff look, certify or
//! refuse (R13, R19, R22, R30-R38, R83-R90).
//!
//! Promises:
//! - A document reaches its owner and staff, nobody else; each reading by staff is noted before a
//!   byte leaves, in a log that only grows.
//! - A decision is made on the dossier that staff saw: when it changed meanwhile, or somebody else
//!   was faster, it is refused in words.
//! - What an account may do changes on its very next request.
//! - Nothing is stored of a hand-in that is refused; a replaced file is deleted.
//!
//! Words it owns: dossier, standing, permit, proof of address, ground. Not here: accounts and their
//! addresses (accounts), public profiles (profiles), what happens to missions of a company that
//! lost its certification (missions).

pub mod events;
pub mod paths;
pub mod rights;

mod dossier;
mod pages;
mod reactions;
mod rules;
mod samples;
mod schema;
#[cfg(test)]
mod stage;
mod store;
mod words;

use std::collections::{HashMap, HashSet};

use app::Reaction;
use db::{Tx, schema::Migration};
use sea_orm::{ConnectionTrait, DeriveActiveEnum, EnumIter};
use uuid::Uuid;
use web::{Problem, Routes};

pub use rules::{Ground, Permit};
pub use samples::{Planted, plant, plant_documents, plant_many};
pub use words::locked;

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Standing {
    /// Nothing complete handed in yet.
    #[sea_orm(string_value = "draft")]
    Draft,
    /// Has no work permit yet and asked to be contacted (R31).
    #[sea_orm(string_value = "to_contact")]
    ToContact,
    /// Complete, waiting for staff.
    #[sea_orm(string_value = "in_review")]
    InReview,
    /// Certified: may do all that its role may do.
    #[sea_orm(string_value = "certified")]
    Certified,
    /// Refused with a reason; may hand in again.
    #[sea_orm(string_value = "refused")]
    Refused,
}

/// How far one of the three stages of a certification is: handed in, examined, visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Behind.
    Done,
    /// Under way.
    Now,
    /// Ended in a refusal.
    Failed,
    /// Not begun.
    Later,
}

impl Standing {
    /// How far the three stages are.
    pub fn progress(self) -> [Progress; 3] {
        use Progress::{Done, Failed, Later, Now};
        match self {
            Standing::Draft | Standing::ToContact => [Now, Later, Later],
            Standing::InReview => [Done, Now, Later],
            Standing::Refused => [Done, Failed, Later],
            Standing::Certified => [Done, Done, Done],
        }
    }

    /// The colour and the icon that it is shown with.
    pub fn tone(self) -> (&'static str, &'static str) {
        match self {
            Standing::Draft => ("warn", "file-text"),
            Standing::ToContact => ("info", "mail-check"),
            Standing::InReview => ("warn", "clock"),
            Standing::Certified => ("ok", "badge-check"),
            Standing::Refused => ("bad", "circle-x"),
        }
    }
}

/// The name an account declared: a person's or a firm's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalName {
    /// First name; empty for a firm.
    pub first: String,
    /// Last name, or the firm's name.
    pub last: String,
}

/// This room's pages for everyone but staff.
pub fn routes() -> Routes {
    use pages::{document, own};
    use rights::{ANY_COMPANY, ANY_FREELANCE, EITHER_SIDE};

    Routes::new()
        .get_own(paths::CERTIFICATION, EITHER_SIDE, own::show)
        .post_own(paths::FREELANCE, ANY_FREELANCE, own::person)
        .post_own(paths::COMPANY, ANY_COMPANY, own::firm)
        .get_own("/certification/documents/{paper}", ANY_FREELANCE, document::own)
}
/// This room's pages for staff.
pub fn staff_routes() -> Routes {
    use pages::{decision, document, dossier, queue};
    use rights::STAFF_ONLY;

    Routes::new()
        .get(paths::QUEUE, STAFF_ONLY, queue::show)
        .get("/staff/certification/{account}", STAFF_ONLY, dossier::show)
        .get(
            "/staff/certification/{account}/documents/{document}",
            STAFF_ONLY,
            document::read,
        )
        .post(
            "/staff/certification/{account}/approval",
            STAFF_ONLY,
            decision::certify,
        )
        .post(
            "/staff/certification/{account}/refusal",
            STAFF_ONLY,
            decision::refuse,
        )
        .post(
            "/staff/certification/{account}/contact",
            STAFF_ONLY,
            decision::contact,
        )
        .post(
            "/staff/certification/{account}/number",
            STAFF_ONLY,
            decision::correct_number,
        )
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    schema::migrations()
}
/// What this room does on events (letters to the person).
pub fn reactions() -> Vec<Reaction> {
    reactions::reactions()
}

/// Whether staff have certified this account.
///
/// # Errors
/// What the engine says.
pub async fn is_certified(db: &impl ConnectionTrait, account: Uuid) -> Result<bool, db::Error> {
    Ok(standing(db, account).await? == Standing::Certified)
}

/// Whether staff have certified this account as a freelance. Ids of companies are accounts too, and
/// where a freelance is asked for, a company is not there.
///
/// # Errors
/// What the engine says.
pub async fn is_certified_freelance(db: &impl ConnectionTrait, account: Uuid) -> Result<bool, db::Error> {
    store::is_certified_as(db, account, rights::FREELANCE).await
}

/// Where this account stands as a freelance; `None` for a company, whose id is an account's too.
///
/// # Errors
/// What the engine says.
pub async fn freelance_standing(
    db: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Option<Standing>, db::Error> {
    let dossier = store::dossier(db, account).await?;
    Ok(match dossier {
        Some(dossier) if dossier.is_company() => None,
        Some(dossier) => Some(dossier.standing),
        None => Some(Standing::Draft),
    })
}

/// Why staff refused this account, line by line, as it reads in `lang`: the ground and what they
/// wrote besides. Empty for one that stands otherwise.
///
/// # Errors
/// What the engine says.
pub async fn why_refused(
    db: &impl ConnectionTrait,
    account: Uuid,
    lang: i18n::Lang,
) -> Result<Vec<String>, db::Error> {
    let dossier = store::dossier(db, account).await?;
    let refused = dossier.filter(|dossier| dossier.standing == Standing::Refused);
    Ok(refused.map_or_else(Vec::new, |dossier| {
        let w = words::words(lang);
        let company = dossier.is_company();
        let ground = dossier
            .ground
            .map(|ground| format!("{}.", (w.ground)(ground, company)));
        let message = Some(dossier.message)
            .filter(|said| !said.is_empty())
            .map(|said| (w.quote)(&said));
        ground.into_iter().chain(message).collect()
    }))
}

/// Which of these accounts are certified.
///
/// # Errors
/// What the engine says.
pub async fn certified_among(
    db: &impl ConnectionTrait,
    accounts: &[Uuid],
) -> Result<HashSet<Uuid>, db::Error> {
    store::certified_among(db, accounts).await
}

/// Where this account stands; [`Standing::Draft`] for one that never handed in anything.
///
/// # Errors
/// What the engine says.
pub async fn standing(db: &impl ConnectionTrait, account: Uuid) -> Result<Standing, db::Error> {
    store::standing(db, account).await
}

/// Declared names by account; accounts that declared none are absent.
///
/// # Errors
/// What the engine says.
pub async fn names(
    db: &impl ConnectionTrait,
    accounts: &[Uuid],
) -> Result<HashMap<Uuid, LegalName>, db::Error> {
    store::names(db, accounts).await
}

/// A company hands in its registration number at sign-up (R80, R83). The number is checked already.
/// It waits in the dossier until the company completes it.
///
/// # Errors
/// What the engine says.
pub async fn hand_in_number(app: &app::App, tx: &Tx, account: Uuid, uid: &swiss::Uid) -> Result<(), Problem> {
    store::keep_number(tx, account, uid, app.now()).await?;
    Ok(())
}

/// The files that documents of this room lie in; all others may go.
///
/// # Errors
/// What the engine says.
pub async fn files_in_use(db: &impl ConnectionTrait) -> Result<Vec<files::FileId>, db::Error> {
    store::files_in_use(db).await
}

/// How many dossiers wait for staff: complete ones, and people who asked to be contacted.
///
/// # Errors
/// What the engine says.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<u64, db::Error> {
    Ok(waiting_by_kind(db).await?.total())
}

/// How many dossiers wait for staff, by what has to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Freelances whose documents are to be read.
    pub freelances: u64,
    /// Companies whose number is to be verified.
    pub companies: u64,
    /// Freelances without a permit who asked to be contacted and were not yet (R31).
    pub to_contact: u64,
}

impl Waiting {
    /// All of them.
    pub fn total(self) -> u64 {
        self.freelances + self.companies + self.to_contact
    }
}

/// How many dossiers wait for staff, by what has to be done.
///
/// # Errors
/// What the engine says.
pub async fn waiting_by_kind(db: &impl ConnectionTrait) -> Result<Waiting, db::Error> {
    store::waiting(db).await
}
