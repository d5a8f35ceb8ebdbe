//! What other rooms show of freelances and companies, and the names they go by.

use std::collections::HashMap;

use certification::LegalName;
use files::FileId;
use i18n::Lang;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::Avatar;

use crate::{
    Category, CompanyId, Completeness, FreelanceId,
    profile::{CompanyProfile, FreelanceProfile, city},
    store,
};

/// What another room shows of a freelance to someone who may see the full profile.
#[derive(Clone, Debug, PartialEq)]
pub struct FreelanceCard {
    /// Who.
    pub id: FreelanceId,
    /// The name as the person chose to show it (A19).
    pub name: String,
    /// What the person does, in a line; may be empty.
    pub headline: String,
    /// The town; may be empty.
    pub city: String,
    /// CHF per day; `None` when not said.
    pub day_rate: Option<i64>,
    /// Skills as shown.
    pub skills: Vec<String>,
    /// Categories.
    pub categories: Vec<Category>,
}

impl FreelanceCard {
    /// The round sign with the initials.
    pub fn avatar(&self) -> Avatar {
        Avatar::new(&self.name, self.id.0)
    }

    /// The card of what `profile` says.
    pub(crate) fn of(id: FreelanceId, name: String, profile: &FreelanceProfile) -> FreelanceCard {
        FreelanceCard {
            id,
            name,
            headline: profile.headline.clone(),
            city: city(profile.place),
            day_rate: profile.day_rate,
            skills: profile.skills.clone(),
            categories: profile.categories.clone(),
        }
    }
}

/// What another room shows of a company.
#[derive(Clone, Debug, PartialEq)]
pub struct CompanyCard {
    /// Who.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its logo.
    pub logo: Option<FileId>,
    /// The town; may be empty.
    pub city: String,
    /// What it does, in a line; may be empty.
    pub sector: String,
    /// Its presentation; may be empty.
    pub presentation: String,
    /// Its website; empty or an https/http address.
    pub website: String,
    /// « Quai des Terriers 12, 1003 Lausanne », as far as known; may be empty. For those who may see the
    /// full profile (R92).
    pub address: String,
    /// What the person to turn to does there; may be empty. For those who may see the full profile.
    pub contact_role: String,
    /// How complete its profile is, in percent (R97).
    pub complete: i64,
}

impl CompanyCard {
    /// The round sign with the initials, for a company without a logo.
    pub fn avatar(&self) -> Avatar {
        Avatar::new(&self.name, self.id.0)
    }
}

/// Cards by freelance; those who never wrote anything still have their name. Whoever has not even
/// declared a name is absent.
///
/// # Errors
/// What the engine says.
pub async fn freelance_cards(
    db: &impl ConnectionTrait,
    ids: &[FreelanceId],
) -> Result<HashMap<FreelanceId, FreelanceCard>, db::Error> {
    let mut written = store::freelances(db, ids).await?;
    let names = names(db, ids.iter().map(|id| id.0)).await?;
    let cards = names.into_iter().map(|(account, name)| {
        let id = FreelanceId(account);
        let profile = written.remove(&id).map(|(_, _, profile)| profile);
        (id, FreelanceCard::of(id, name, &profile.unwrap_or_default()))
    });
    Ok(cards.collect())
}

/// Cards by company. One that has not even declared a name is absent.
///
/// # Errors
/// What the engine says.
pub async fn company_cards(
    db: &impl ConnectionTrait,
    ids: &[CompanyId],
) -> Result<HashMap<CompanyId, CompanyCard>, db::Error> {
    let mut written = store::companies(db, ids).await?;
    let names = names(db, ids.iter().map(|id| id.0)).await?;
    let cards = names.into_iter().map(|(account, name)| {
        let id = CompanyId(account);
        let profile = written.remove(&id).unwrap_or_default();
        let card = CompanyCard {
            // The percents are the same in every language.
            complete: Completeness::of_company(Lang::Fr, &profile).percent(),
            address: address(&profile),
            id,
            name,
            logo: profile.logo,
            city: city(profile.place),
            sector: profile.sector,
            presentation: profile.presentation,
            website: profile.website,
            contact_role: profile.contact_role,
        };
        (id, card)
    });
    Ok(cards.collect())
}

/// Street, postcode and town in one line.
fn address(profile: &CompanyProfile) -> String {
    let postcode = profile.place.and_then(|place| place.postcode);
    let town = postcode.into_iter().chain(profile.place.map(|place| place.name));
    let town = town.collect::<Vec<_>>().join(" ");
    let lines = [profile.street.as_str(), &town].into_iter();
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The name an account goes by, as others see it; its e-mail is never shown. `None` before it has one.
///
/// # Errors
/// What the engine says.
pub async fn shown_name(db: &impl ConnectionTrait, account: Uuid) -> Result<Option<String>, db::Error> {
    Ok(names(db, [account]).await?.remove(&account))
}

/// Shown names by account.
pub(crate) async fn names(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, db::Error> {
    let accounts: Vec<Uuid> = accounts.into_iter().collect();
    let names = certification::names(db, &accounts).await?;
    Ok(names
        .into_iter()
        .map(|(account, name)| (account, shown(&name)))
        .collect())
}

/// « Léa Rochat » (A19: in full, until the person chooses otherwise).
fn shown(name: &LegalName) -> String {
    format!("{} {}", name.first, name.last).trim().to_owned()
}
