//! This room's pages.

pub(crate) mod closing;
pub(crate) mod edit;
pub(crate) mod mission;
pub(crate) mod previews;
pub(crate) mod search;

use profiles::{CompanyCard, CompanyId};
use web::Page;

use crate::words::words;

/// A company's card. One that writes its first draft may not have declared its name yet: it then reads
/// « Votre entreprise », for itself alone.
async fn company(page: &Page, id: CompanyId) -> Result<CompanyCard, db::Error> {
    let mut cards = profiles::company_cards(page.app().db().read(), &[id]).await?;
    let own = page.member().filter(|member| member.account == id.0);
    Ok(cards.remove(&id).unwrap_or_else(|| CompanyCard {
        id,
        name: own.map_or("", |_| words(page.lang()).mission.nameless).to_owned(),
        logo: None,
        city: String::new(),
        sector: String::new(),
        presentation: String::new(),
        website: String::new(),
        address: String::new(),
        contact_role: String::new(),
        complete: 0,
    }))
}
