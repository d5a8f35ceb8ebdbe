//! Settings: what an account may change about itself. Here the overview and the language; the rest
//! stands in pages of its own.

pub(crate) mod email;
pub(crate) mod password;
pub(crate) mod sessions;
#[cfg(test)]
mod tests;

use askama::Template;
use i18n::Lang;
use serde::Deserialize;
use web::{Answer, Faults, Form, Icon, MEMBER, Member, OrNotFound, Page, Problem, routes::member_with};

use crate::{
    paths,
    store::{self, Account},
    words::{Words, words},
};

/// One line of the navigation beside all settings.
struct Place {
    href: &'static str,
    label: &'static str,
    icon: Icon,
    current: bool,
}

/// The navigation beside all settings.
fn places(page: &Page) -> Vec<Place> {
    let w = words(page.lang());
    let all = [
        (paths::SETTINGS, w.settings.overview, "user"),
        (paths::SETTINGS_PASSWORD, w.change_password.title, "key-round"),
        (paths::SETTINGS_EMAIL, w.change_email.title, "mail-check"),
        (paths::SETTINGS_SESSIONS, w.sessions.title, "shield-check"),
    ];
    let places = all.map(|(href, label, icon)| Place {
        href,
        label,
        icon: page.icon(icon),
        current: page.path() == href,
    });
    places.into()
}

/// The account that looks.
async fn mine(page: &Page) -> Result<(Member, Account), Problem> {
    let member = member_with(page, MEMBER)?;
    let account = store::account(page.app().db().read(), member.account).await?;
    Ok((member, account.or_not_found()?))
}

#[derive(Template)]
#[template(path = "pages/settings/overview.html")]
struct Overview<'a> {
    page: &'a Page,
    w: &'static Words,
    account: Account,
    sessions: u64,
    faults: Faults,
}

impl Overview<'_> {
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 1] {
        [("lang", self.w.settings.language)]
    }

    fn languages(&self) -> [(&'static str, &'static str); 2] {
        Lang::ALL.map(|lang| (lang.code(), lang.name()))
    }

    fn language(&self) -> &'static str {
        self.account.lang.code()
    }

    fn sessions_text(&self) -> String {
        (self.w.settings.sessions_text)(self.sessions)
    }
}

/// All there is to set.
pub(crate) async fn show(page: Page) -> Answer {
    let faults = Faults::new(page.lang());
    page.show(&overview(&page, faults).await?)
}

async fn overview(page: &Page, faults: Faults) -> Result<Overview<'_>, Problem> {
    let (_, account) = mine(page).await?;
    let sessions = store::sessions_of(page.app().db().read(), account.id, page.now()).await?;
    Ok(Overview {
        page,
        w: words(page.lang()),
        account,
        sessions: sessions.len() as u64,
        faults,
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Language {
    lang: String,
}

/// The language of pages and letters.
pub(crate) async fn speak(page: Page, form: Form<Language>) -> Answer {
    let member = member_with(&page, MEMBER)?;
    let mut faults = form.faults(&page);
    let lang = faults.choice("lang", &form.typed.lang, Lang::parse);
    let lang = match faults.done(lang) {
        Ok(lang) => lang.or_not_found()?,
        Err(faults) => return page.again(&overview(&page, faults).await?),
    };
    let deed = page.deed(&form.key).await?;
    store::set_lang(&deed.tx, member.account, lang).await?;
    web::viewer::changed(&deed.tx, member.account);
    page.say(words(lang).settings.language_saved);
    deed.done(&page, paths::SETTINGS).await
}
