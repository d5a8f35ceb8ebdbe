//! Settings: what an account may change about itself. Here the overview, the language and the colours;
//! the rest stands in pages of its own.

pub(crate) mod email;
pub(crate) mod password;
pub(crate) mod sessions;
#[cfg(test)]
mod tests;

use askama::Template;
use i18n::Lang;
use serde::Deserialize;
use web::{Answer, Faults, Form, Icon, Member, OrNotFound, Page, Problem, Theme};

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
async fn mine(page: &Page, member: &Member) -> Result<Account, Problem> {
    let account = store::account(page.app().db().read(), member.account).await?;
    account.or_not_found()
}

/// « Langue et affichage » as it was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Display {
    lang: String,
    theme: String,
}

#[derive(Template)]
#[template(path = "pages/settings/overview.html")]
struct Overview<'a> {
    page: &'a Page,
    w: &'static Words,
    account: Account,
    /// The new address, until its letter is answered.
    pending: Option<String>,
    sessions: u64,
    typed: Display,
    faults: Faults,
}

impl Overview<'_> {
    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [
            ("lang", self.w.settings.language),
            ("theme", self.w.settings.theme),
        ]
    }

    fn languages(&self) -> [(&'static str, &'static str); 2] {
        Lang::ALL.map(|lang| (lang.code(), lang.name()))
    }

    fn themes(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let labels = Theme::ALL.into_iter().zip(self.w.settings.themes);
        labels.map(|(theme, label)| (theme.code(), label, self.typed.theme == theme.code()))
    }

    fn sessions_text(&self) -> String {
        (self.w.settings.sessions_text)(self.sessions)
    }
}

/// All there is to set.
pub(crate) async fn show(page: Page, member: Member) -> Answer {
    let typed = Display {
        lang: member.lang.code().to_owned(),
        theme: page.theme().code().to_owned(),
    };
    let faults = Faults::new(page.lang());
    page.show(&overview(&page, &member, typed, faults).await?)
}

async fn overview<'a>(
    page: &'a Page,
    member: &Member,
    typed: Display,
    faults: Faults,
) -> Result<Overview<'a>, Problem> {
    let account = mine(page, member).await?;
    let db = page.app().db().read();
    let sessions = store::sessions_of(db, account.id, page.now()).await?;
    let pending = store::pending_email(db, account.id, page.now()).await?;
    Ok(Overview {
        page,
        w: words(page.lang()),
        account,
        pending,
        sessions: sessions.len() as u64,
        typed,
        faults,
    })
}

/// Keeps the language of pages and letters with the account, and the colours in this browser.
pub(crate) async fn display(page: Page, member: Member, form: Form<Display>) -> Answer {
    let mut faults = form.faults(&page);
    let lang = faults.choice("lang", &form.typed.lang, Lang::parse);
    let theme = faults.choice("theme", &form.typed.theme, Theme::parse);
    let (lang, theme) = match faults.done((lang, theme)) {
        Ok((lang, theme)) => (lang.or_not_found()?, theme.or_not_found()?),
        Err(faults) => return page.again(&overview(&page, &member, form.typed, faults).await?),
    };
    // Also when this was done before: of two clicks, the browser takes the cookies of the second.
    page.keep_theme(theme);
    let deed = page.deed(&form.key).await?;
    store::set_lang(&deed.tx, member.account, lang).await?;
    web::viewer::changed(&deed.tx, member.account);
    page.say(words(lang).settings.display_saved);
    deed.done(&page, paths::SETTINGS).await
}
