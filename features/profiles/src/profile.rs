//! What freelances and companies say of themselves, as the rest of this room speaks of it.

use db::Timestamp;
use files::FileId;
use swiss::Place;

use crate::{
    Category, CompanyId, FreelanceId,
    schema::{company, freelance},
    tongue::Tongue,
};

/// A freelance's profile. The default is one nobody wrote yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FreelanceProfile {
    pub headline: String,
    pub description: String,
    pub place: Option<&'static Place>,
    pub categories: Vec<Category>,
    /// The first five are the key skills everyone may see (R40).
    pub skills: Vec<String>,
    pub languages: Vec<Tongue>,
    /// CHF per day.
    pub day_rate: Option<i64>,
    /// Years in the trade.
    pub experience: Option<i64>,
    /// Whether missions with payrolling are welcome (R114).
    pub payroll: bool,
}

/// A company's profile. The default is one nobody wrote yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CompanyProfile {
    pub presentation: String,
    pub sector: String,
    /// Empty, or an address with http or https.
    pub website: String,
    pub street: String,
    pub place: Option<&'static Place>,
    pub contact_role: String,
    pub logo: Option<FileId>,
}

/// How many skills everyone may see (R40).
pub(crate) const KEY_SKILLS: usize = 5;

/// The name of a place, or nothing.
pub(crate) fn city(place: Option<&Place>) -> String {
    place.map_or_else(String::new, |place| place.name.to_owned())
}

/// The freelance, when it was written, and what.
pub(crate) type Written = (FreelanceId, Timestamp, FreelanceProfile);

pub(crate) fn written(row: freelance::Model) -> Written {
    let profile = FreelanceProfile {
        headline: row.headline,
        description: row.description,
        place: swiss::places::by_key(&row.place),
        categories: row.categories.0,
        skills: row.skills.0,
        languages: row.languages.0,
        day_rate: row.day_rate,
        experience: row.experience,
        payroll: row.payroll,
    };
    (row.id, row.updated_at, profile)
}

pub(crate) fn of_company(row: company::Model) -> (CompanyId, CompanyProfile) {
    let profile = CompanyProfile {
        presentation: row.presentation,
        sector: row.sector,
        website: row.website,
        street: row.street,
        place: swiss::places::by_key(&row.place),
        contact_role: row.contact_role,
        logo: row.logo.map(FileId),
    };
    (row.id, profile)
}
