//! « J’ai oublié mon mot de passe » (R72). The answer is the same for every address; only its
//! mailbox learns whether it has an account. Whoever chose a new password then signs in with it.

#[cfg(test)]
mod tests;

use anyhow::Context;
use app::Token;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use db::Tx;
use mail::Recipient;
use serde::Deserialize;
use web::{Answer, Faults, Form, Page};

use super::{chosen_password, say_quietly, unless_done};
use crate::{
    keys,
    letters::{self, Kind},
    password, paths, rules,
    store::{self, Account, Link, Which},
    words::{Words, words},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Forgotten {
    email: String,
}

#[derive(Template)]
#[template(path = "pages/recovery/ask.html")]
struct Ask<'a> {
    page: &'a Page,
    w: &'static Words,
    typed: &'a Forgotten,
    faults: Faults,
}

impl<'a> Ask<'a> {
    fn new(page: &'a Page, typed: &'a Forgotten, faults: Faults) -> Self {
        let w = words(page.lang());
        Ask {
            page,
            w,
            typed,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 1] {
        [("email", self.w.email)]
    }
}

/// For which address?
pub(crate) async fn show(page: Page) -> Answer {
    page.show(&Ask::new(&page, &Forgotten::default(), Faults::new(page.lang())))
}

/// Posts a letter to that address.
pub(crate) async fn ask(page: Page, form: Form<Forgotten>) -> Answer {
    let mut faults = form.faults(&page);
    let email = faults.email("email", &form.typed.email);
    let email = match faults.done(email) {
        Ok(email) => email,
        Err(faults) => return page.again(&Ask::new(&page, &form.typed, faults)),
    };
    page.limit_address(rules::RECOVERY_BY_ADDRESS)?;
    page.limit(rules::RECOVERY_BY_EMAIL, &email)?;
    let deed = page.deed(&form.key).await?;
    page.say((words(page.lang()).sent_to)(&email));
    post(&page, &deed.tx, email)
        .await
        .context("post a letter for a forgotten password")?;
    deed.done(&page, paths::RECOVERY_SENT).await
}

/// A letter leaves either way, so that neither mailbox nor clock leaves anybody guessing.
async fn post(page: &Page, tx: &Tx, email: String) -> anyhow::Result<()> {
    let app = page.app();
    if let Some(account) = store::account_at(tx, &email).await? {
        return keys::post_password_link(app, tx, &account, Kind::Recover).await;
    }
    let lang = page.lang();
    let letter = letters::lasting(app, lang, Kind::Unknown, paths::SIGN_UP);
    let to = Recipient {
        email,
        name: None,
        lang,
    };
    let once = format!("no-account {}", app.clock().key());
    app.post_to(tx, to, &once, letter).await
}

/// « Vérifiez votre boîte ».
pub(crate) async fn sent(page: Page) -> Answer {
    let w = words(page.lang());
    let links = [(paths::SIGN_IN, w.to_sign_in), (paths::RECOVERY, w.forgotten)];
    say_quietly(&page, StatusCode::OK, &w.recovery.sent, &links)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Chosen {
    password: String,
}

#[derive(Template)]
#[template(path = "pages/recovery/choose.html")]
struct Choose<'a> {
    page: &'a Page,
    w: &'static Words,
    action: String,
    account: &'a Account,
    faults: Faults,
}

impl<'a> Choose<'a> {
    fn new(page: &'a Page, token: &str, account: &'a Account, faults: Faults) -> Self {
        Choose {
            page,
            w: words(page.lang()),
            action: paths::recover(token),
            account,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 1] {
        [("password", self.w.change_password.new)]
    }

    fn title(&self) -> &'static str {
        match self.account.password {
            Some(_) => self.w.recovery.choose,
            None => self.w.recovery.choose_first,
        }
    }
}

/// The form behind the link in the letter.
pub(crate) async fn choose(page: Page, Path(token): Path<String>) -> Answer {
    match behind(&page, &token).await? {
        Some((_, account)) => page.show(&Choose::new(&page, &token, &account, Faults::new(page.lang()))),
        None => gone(&page),
    }
}

/// Takes the new password.
pub(crate) async fn save(page: Page, Path(token): Path<String>, form: Form<Chosen>) -> Answer {
    let Some((link, account)) = behind(&page, &token).await? else {
        unless_done(&page, &form.key).await?;
        return gone(&page);
    };
    let mut faults = form.faults(&page);
    let password = chosen_password(&page, &mut faults, &form.typed.password, &account.email);
    let password = match faults.done(password) {
        Ok(password) => password,
        Err(faults) => return page.again(&Choose::new(&page, &token, &account, faults)),
    };
    let hash = password::hash(&password).await?;
    let deed = page.deed(&form.key).await?;
    let Some((account, None)) = keys::take_up(page.app(), &deed.tx, &link).await? else {
        return gone(&page);
    };
    keys::change_password(page.app(), &deed.tx, &account, &hash, Which::All).await?;
    page.say(words(page.lang()).recovery.done);
    deed.done(&page, paths::SIGN_IN).await
}

/// The token of this link and the account whose password it lets one choose.
async fn behind(page: &Page, token: &str) -> Result<Option<(Token, Account)>, db::Error> {
    let db = page.app().db().read();
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    match store::link(db, &token, page.now()).await? {
        Some(Link { account, email: None }) => {
            let account = store::account(db, account).await?;
            Ok(account.map(|account| (token, account)))
        }
        _ => Ok(None),
    }
}

fn gone(page: &Page) -> Answer {
    let w = words(page.lang());
    let links = [
        (paths::RECOVERY, w.recovery.button),
        (paths::SIGN_IN, w.to_sign_in),
    ];
    say_quietly(page, StatusCode::GONE, &w.recovery.gone, &links)
}
