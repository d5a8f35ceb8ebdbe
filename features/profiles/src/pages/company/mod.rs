//! « Mon entreprise » (R82): a company writes about itself, certified or not (A10).

use askama::Template;
use certification::{Standing, rights::Company};
use files::{Clean, FileId, Kind, Wanted};
use web::{Answer, Faults, Page, Problem, Text, Upload, limits::Limit};

use super::fields;
use crate::{
    CompanyId, Completeness, cards,
    events::{CompanyChanged, LogoReplaced},
    paths,
    profile::CompanyProfile,
    store,
    words::{CompanyPage, Words, words},
};

const PRESENTATION: Text = Text::prose(20, 4000).optional();
const SECTOR: Text = Text::line(2, 80);
const STREET: Text = Text::line(2, 120).optional();
const ROLE: Text = Text::line(2, 80).optional();
const LOGO: Wanted = Wanted {
    kinds: &[Kind::Png, Kind::Jpeg, Kind::Webp],
    max_bytes: 2 * 1024 * 1024,
    max_edge: 512,
};

/// Each may bring a picture to be drawn anew.
const SAVE: Limit = Limit {
    name: "profiles.company",
    burst: 40,
    per_hour: 40,
};

#[derive(Template)]
#[template(path = "pages/company/company.html")]
struct CompanyForm<'a> {
    page: &'a Page,
    w: &'static Words,
    name: String,
    standing: Standing,
    /// What is kept: for the logo and the signs of completeness.
    kept: CompanyProfile,
    typed: &'a Typed,
    faults: Faults,
}

/// The fields as typed.
#[derive(Debug, Default)]
struct Typed {
    presentation: String,
    sector: String,
    website: String,
    street: String,
    city: String,
    contact_role: String,
    remove_logo: bool,
}

impl Typed {
    fn of(kept: &CompanyProfile) -> Typed {
        Typed {
            presentation: kept.presentation.clone(),
            sector: kept.sector.clone(),
            website: kept.website.clone(),
            street: kept.street.clone(),
            city: kept.place.map_or_else(String::new, ToString::to_string),
            contact_role: kept.contact_role.clone(),
            remove_logo: false,
        }
    }

    fn received(text: impl Fn(&str) -> String) -> Typed {
        Typed {
            presentation: text("presentation"),
            sector: text("sector"),
            website: text("website"),
            street: text("street"),
            city: text("city"),
            contact_role: text("contact_role"),
            remove_logo: text("remove_logo") == "yes",
        }
    }

    fn check(&self, mut faults: Faults, w: &Words) -> Result<CompanyProfile, Faults> {
        let checked = CompanyProfile {
            presentation: faults.text("presentation", &self.presentation, PRESENTATION),
            sector: faults.text("sector", &self.sector, SECTOR),
            website: faults.link("website", &self.website),
            street: faults.text("street", &self.street, STREET),
            place: fields::place(&mut faults, "city", &self.city, w),
            contact_role: faults.text("contact_role", &self.contact_role, ROLE),
            logo: None,
        };
        faults.done(checked)
    }
}

/// Shows one's own company to write on.
pub(crate) async fn show(page: Page, who: Company) -> Answer {
    let id = CompanyId(who.account);
    let kept = store::company(page.app().db().read(), id).await?;
    let typed = Typed::of(&kept);
    page.show(&load(&page, id, kept, &typed, Faults::new(page.lang())).await?)
}

/// Keeps it.
pub(crate) async fn save(page: Page, who: Company, upload: Upload) -> Answer {
    page.limit(SAVE, who.account)?;
    let id = CompanyId(who.account);
    let w = words(page.lang());
    let mut received = upload.read(|name| (name == "logo").then_some(LOGO)).await?;
    let typed = Typed::received(|name| received.text(name).to_owned());
    let mut faults = received.faults(&page);
    let logo = received.file(&page, &mut faults, "logo", &LOGO);
    let checked = match typed.check(faults, w) {
        Ok(checked) => checked,
        Err(faults) => {
            let kept = store::company(page.app().db().read(), id).await?;
            return page.again(&load(&page, id, kept, &typed, faults).await?);
        }
    };
    // The file first: no transaction waits for it.
    let logo = stored(&page, logo).await?;
    let deed = match page.deed(&received.key).await {
        Ok(deed) => deed,
        Err(problem) => {
            discard(&page, logo).await?;
            return Err(problem);
        }
    };
    // Saving holds the row: of two who replace the logo at once, the second finds the first one's.
    store::save_company(&deed.tx, id, checked, page.now()).await?;
    let before = store::company(&deed.tx, id).await?.logo;
    if logo.is_some() || typed.remove_logo {
        store::set_logo(&deed.tx, id, logo).await?;
        if let Some(file) = before {
            page.app().record(&deed.tx, &LogoReplaced { file }).await?;
        }
    }
    page.app()
        .record(&deed.tx, &CompanyChanged { company: id })
        .await?;
    page.say(w.company.saved);
    deed.done(&page, paths::COMPANY).await
}

async fn stored(page: &Page, logo: Option<Clean>) -> anyhow::Result<Option<FileId>> {
    match logo {
        Some(clean) => Ok(Some(page.app().files().put(&clean).await?)),
        None => Ok(None),
    }
}

/// A second click brought the same file again: nobody would ever show it.
async fn discard(page: &Page, logo: Option<FileId>) -> anyhow::Result<()> {
    match logo {
        Some(file) => page.app().files().delete(file).await,
        None => Ok(()),
    }
}

async fn load<'a>(
    page: &'a Page,
    id: CompanyId,
    kept: CompanyProfile,
    typed: &'a Typed,
    faults: Faults,
) -> Result<CompanyForm<'a>, Problem> {
    let db = page.app().db().read();
    Ok(CompanyForm {
        page,
        w: words(page.lang()),
        name: cards::shown_name(db, id.0).await?.unwrap_or_default(),
        standing: certification::standing(db, id.0).await?,
        kept,
        typed,
        faults,
    })
}

impl CompanyForm<'_> {
    fn c(&self) -> &'static CompanyPage {
        &self.w.company
    }
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 7] {
        [
            ("logo", self.c().logo),
            ("sector", self.c().sector),
            ("presentation", self.c().presentation),
            ("website", self.c().website),
            ("street", self.c().street),
            ("city", self.w.city),
            ("contact_role", self.c().contact_role),
        ]
    }
    fn logo(&self) -> Option<String> {
        self.kept.logo.map(paths::logo)
    }
    /// « Complétée à 60 % » (R97).
    fn lead(&self) -> String {
        let percent = Completeness::of_company(self.page.lang(), &self.kept).percent();
        (self.c().complete)(&self.page.lang().percent(percent))
    }
    fn is_private(&self) -> bool {
        matches!(self.standing, Standing::Draft | Standing::Refused)
    }
    fn standing(&self) -> &'static str {
        (self.c().standing)(self.standing)
    }
    fn accept(&self) -> String {
        LOGO.kinds
            .iter()
            .map(|kind| kind.mime())
            .collect::<Vec<_>>()
            .join(",")
    }
    fn logo_hint(&self) -> String {
        (self.c().logo_hint)(&self.page.lang().bytes(LOGO.max_bytes))
    }
    fn towns(&self) -> impl Iterator<Item = String> {
        fields::towns()
    }
}

#[cfg(test)]
mod tests;
