//! A new e-mail address (R70): a letter there proves it, and the old address is told. As at sign-up,
//! nobody learns here whether an address has an account.

#[cfg(test)]
mod tests;

use anyhow::Context;
use app::Token;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use db::Tx;
use mail::Recipient;
use serde::Deserialize;
use web::{Answer, Faults, Form, Member, Page};

use super::mine;
use crate::{
    keys,
    letters::{self, Kind},
    pages::{Button, Pressed, say_quietly},
    password, paths, rules,
    store::{self, Account, Link},
    words::{Words, words},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    email: String,
    password: String,
}

struct Asked {
    email: String,
    password: String,
}

impl Typed {
    fn check(&self, page: &Page, mut faults: Faults, account: &Account) -> Result<Asked, Faults> {
        let email = faults.email("email", &self.email);
        if email == account.email {
            faults.add("email", words(page.lang()).change_email.same);
        }
        let password = faults.secret("password", &self.password, 1, rules::PASSWORD_MOST);
        faults.done(Asked { email, password })
    }
}

#[derive(Template)]
#[template(path = "pages/settings/email/email.html")]
struct Change<'a> {
    page: &'a Page,
    w: &'static Words,
    account: &'a Account,
    typed: &'a Typed,
    faults: Faults,
}

impl<'a> Change<'a> {
    fn new(page: &'a Page, account: &'a Account, typed: &'a Typed, faults: Faults) -> Self {
        Change {
            page,
            w: words(page.lang()),
            account,
            typed,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [
            ("email", self.w.change_email.new),
            ("password", self.w.change_email.password),
        ]
    }
}

/// The form.
pub(crate) async fn show(page: Page, member: Member) -> Answer {
    let account = mine(&page, &member).await?;
    let (typed, faults) = (Typed::default(), Faults::new(page.lang()));
    page.show(&Change::new(&page, &account, &typed, faults))
}

/// Posts a letter to the new address.
pub(crate) async fn ask(page: Page, member: Member, form: Form<Typed>) -> Answer {
    let account = mine(&page, &member).await?;
    let asked = match form.typed.check(&page, form.faults(&page), &account) {
        Ok(asked) => asked,
        Err(faults) => return page.again(&Change::new(&page, &account, &form.typed, faults)),
    };
    page.limit(rules::PASSWORD_AGAIN, account.id)?;
    if !password::matches(&asked.password, account.password.clone()).await? {
        let mut faults = Faults::new(page.lang());
        faults.add("password", words(page.lang()).change_password.old_wrong);
        return page.again(&Change::new(&page, &account, &form.typed, faults));
    }
    page.limit(rules::SIGN_UP_BY_EMAIL, &asked.email)?;
    let deed = page.deed(&form.key).await?;
    page.say((words(page.lang()).change_email.sent)(&asked.email));
    post(&page, &deed.tx, &account, asked.email)
        .await
        .context("post a letter to a new address")?;
    deed.done(&page, paths::SETTINGS).await
}

async fn post(page: &Page, tx: &Tx, account: &Account, email: String) -> anyhow::Result<()> {
    let (app, token) = (page.app(), Token::random());
    let until = app.now() + rules::CONFIRM_WITHIN;
    let known = store::account_at(tx, &email).await?;
    let letter = match &known {
        None => {
            let path = paths::new_email(token.reveal());
            letters::expiring(app, account.lang, Kind::NewEmail, &path, until)
        }
        Some(other) => letters::lasting(app, other.lang, Kind::Taken, paths::SIGN_IN),
    };
    let to = Recipient {
        email: email.clone(),
        name: None,
        lang: letter.lang,
    };
    // Also for an address that has an account: its token goes to nobody, and the time is the same.
    let link = Link {
        account: account.id,
        email: Some(email),
    };
    store::drop_new_addresses(tx, account.id).await?;
    store::keep_link(tx, &token, link, until).await?;
    app.post_to(tx, to, &format!("new-email {}", token.hash()), letter)
        .await
}

/// The button that proves the new address.
pub(crate) async fn confirm(page: Page, Path(token): Path<String>) -> Answer {
    let db = page.app().db().read();
    let link = match Token::parse(&token) {
        Some(token) => store::link(db, &token, page.now()).await?,
        None => None,
    };
    let Some(Link {
        email: Some(email), ..
    }) = link
    else {
        return gone(&page);
    };
    let w = &words(page.lang()).change_email;
    page.show(&Button {
        page: &page,
        title: w.confirm,
        text: (w.confirm_text)(&email),
        label: w.confirm_button,
        action: paths::new_email(&token),
    })
}

/// Changes the address.
pub(crate) async fn change(page: Page, Path(token): Path<String>, form: Form<Pressed>) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return gone(&page);
    };
    let deed = page.deed(&form.key).await?;
    let Some((account, Some(email))) = keys::take_up(page.app(), &deed.tx, &token).await? else {
        return gone(&page);
    };
    let is_mine = page.member().is_some_and(|member| member.account == account.id);
    match keys::change_email(page.app(), &deed.tx, account, &email).await {
        Ok(()) => {}
        Err(error) if error.downcast_ref().is_some_and(db::is_duplicate) => return taken(&page),
        Err(error) => return Err(error.into()),
    }
    page.say(words(page.lang()).change_email.done);
    let next = if is_mine { paths::SETTINGS } else { paths::SIGN_IN };
    deed.done(&page, next).await
}

fn gone(page: &Page) -> Answer {
    let w = words(page.lang());
    let links = [(paths::SETTINGS_EMAIL, w.change_email.title)];
    say_quietly(page, StatusCode::GONE, &w.change_email.gone, &links)
}

fn taken(page: &Page) -> Answer {
    let w = words(page.lang());
    let links = [(paths::SETTINGS_EMAIL, w.change_email.title)];
    say_quietly(page, StatusCode::CONFLICT, &w.change_email.taken, &links)
}
