//! Sign-in: address and password, then on to the page that was wanted.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::{extract::Query, http::HeaderMap};
use serde::Deserialize;
use web::{Answer, Faults, Form, Page, Problem};

use crate::{
    entrance, password, rules,
    store::{self, Account},
    words::{Words, words},
};

/// The page that was wanted before.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    next: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    email: String,
    password: String,
    next: String,
}

struct Asked {
    email: String,
    password: String,
}

impl Typed {
    fn check(&self, mut faults: Faults) -> Result<Asked, Faults> {
        let email = faults.email("email", &self.email);
        let password = faults.secret("password", &self.password, 1, rules::PASSWORD_MOST);
        faults.done(Asked { email, password })
    }
}

#[derive(Template)]
#[template(path = "pages/sign_in/sign_in.html")]
struct SignIn<'a> {
    page: &'a Page,
    w: &'static Words,
    typed: &'a Typed,
    faults: Faults,
}

impl<'a> SignIn<'a> {
    fn new(page: &'a Page, typed: &'a Typed, faults: Faults) -> Self {
        let w = words(page.lang());
        SignIn {
            page,
            w,
            typed,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [("email", self.w.email), ("password", self.w.password)]
    }
}

/// The form; whoever is signed in goes straight on.
pub(crate) async fn show(page: Page, Query(wanted): Query<Wanted>) -> Answer {
    if let Some(member) = page.member() {
        return page.see_other(rules::destination(&wanted.next, member.role));
    }
    let typed = Typed {
        next: wanted.next,
        ..Typed::default()
    };
    page.show(&SignIn::new(&page, &typed, Faults::new(page.lang())))
}

/// Signs in. Whatever is wrong, the sentence and the time it takes are the same.
pub(crate) async fn enter(page: Page, headers: HeaderMap, form: Form<Typed>) -> Answer {
    let faults = form.faults(&page);
    // The second click of two, which arrives when the first has signed in already.
    if let Some(member) = page.member().filter(|_| !faults.is_empty()) {
        return page.see_other(rules::destination(&form.typed.next, member.role));
    }
    let asked = match form.typed.check(faults) {
        Ok(asked) => asked,
        Err(faults) => return page.again(&SignIn::new(&page, &form.typed, faults)),
    };
    page.limit_address(rules::SIGN_IN_BY_ADDRESS)?;
    page.limit_here(rules::SIGN_IN_BY_BOTH, &asked.email)?;
    page.limit(rules::SIGN_IN_BY_EMAIL, &asked.email)?;
    let Some(account) = proven(&page, &asked).await? else {
        return wrong(&page, &form);
    };
    let deed = page.deed(&form.key).await?;
    // The password may have been changed while it was checked.
    let now = store::account_held(&deed.tx, account.id).await?;
    if now.is_none_or(|now| now.password != account.password) {
        return wrong(&page, &form);
    }
    entrance::enter(&page, &deed.tx, account.id, &headers).await?;
    deed.done(&page, rules::destination(&form.typed.next, account.role))
        .await
}

/// The account with this address and this password.
async fn proven(page: &Page, asked: &Asked) -> Result<Option<Account>, Problem> {
    let account = store::account_at(page.app().db().read(), &asked.email).await?;
    let hash = account.as_ref().and_then(|account| account.password.clone());
    let matches = password::matches(&asked.password, hash).await?;
    Ok(account.filter(|_| matches))
}

fn wrong(page: &Page, form: &Form<Typed>) -> Answer {
    let mut faults = Faults::new(page.lang());
    faults.add("", words(page.lang()).sign_in.wrong);
    page.again(&SignIn::new(page, &form.typed, faults))
}
