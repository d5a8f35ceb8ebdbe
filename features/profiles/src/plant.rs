//! Profiles made up for demos and tests.

use app::App;
use db::Tx;
use files::FileId;
use swiss::{Place, Region};

use crate::{
    Category, CompanyId, FreelanceId,
    profile::{CompanyProfile, FreelanceProfile},
    store,
    tongue::Tongue,
};

/// A freelance's profile, made up.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of the profile form")]
pub struct PlantedFreelance {
    pub id: FreelanceId,
    pub headline: String,
    pub description: String,
    pub place: &'static Place,
    pub categories: Vec<Category>,
    pub skills: Vec<String>,
    pub day_rate: i64,
    /// Years of experience; without, they follow from the key.
    pub years: Option<i64>,
}

/// A company's profile, made up.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of the company form")]
pub struct PlantedCompany {
    pub id: CompanyId,
    pub presentation: String,
    pub street: String,
    pub place: &'static Place,
    pub sector: String,
    pub website: String,
    pub contact_role: String,
    /// Stored already: no transaction waits for files.
    pub logo: Option<FileId>,
}

/// A freelance's profile for demos and tests; see [`PlantedFreelance`]. Years, when they are not told, and languages
/// follow from the key and the place, so that the search has something to choose from. No
/// event is recorded: whoever plants puts the search shelf in order.
///
/// # Errors
/// What the engine says; a duplicate when the freelance has a profile.
pub async fn plant_freelance(app: &App, tx: &Tx, planted: PlantedFreelance) -> anyhow::Result<()> {
    let dice = planted.id.0.as_bytes()[14];
    let profile = FreelanceProfile {
        headline: planted.headline,
        description: planted.description,
        place: Some(planted.place),
        categories: planted.categories,
        skills: planted.skills,
        languages: languages(planted.place, dice),
        day_rate: Some(planted.day_rate),
        experience: planted.years.or(Some(1 + i64::from(dice % 20))),
        payroll: dice.is_multiple_of(3),
    };
    store::insert_freelance(tx, planted.id, profile, app.now()).await?;
    Ok(())
}

/// What is spoken at a place, and for some one or two languages more.
fn languages(place: &Place, dice: u8) -> Vec<Tongue> {
    let at_home = match place.canton.map(swiss::Canton::region) {
        Some(Region::German) => Tongue::German,
        Some(Region::Italian) => Tongue::Italian,
        Some(Region::French) | None => Tongue::French,
    };
    let mut spoken = vec![at_home];
    if dice & 1 == 0 {
        spoken.push(Tongue::English);
    }
    if dice & 6 == 0 {
        let other = [Tongue::German, Tongue::French][usize::from(at_home == Tongue::German)];
        spoken.push(other);
    }
    spoken
}

/// A company's profile for demos and tests. No event is recorded.
///
/// # Errors
/// What the engine says; a duplicate when the company has a profile.
pub async fn plant_company(app: &App, tx: &Tx, planted: PlantedCompany) -> anyhow::Result<()> {
    let profile = CompanyProfile {
        presentation: planted.presentation,
        sector: planted.sector,
        website: planted.website,
        street: planted.street,
        place: Some(planted.place),
        contact_role: planted.contact_role,
        logo: planted.logo,
    };
    store::insert_company(tx, planted.id, profile, app.now()).await?;
    Ok(())
}
