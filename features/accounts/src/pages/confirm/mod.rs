//! The link in the letter that confirms an address: it opens the account and signs in (R16, R80).

#[cfg(test)]
mod tests;

use app::Token;
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
};
use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Faults, Form, OrNotFound, Page, Problem};

use super::say_quietly;
use crate::{
    entrance, events, password, paths, rules,
    store::{self, Account, SignUp, Waiting},
    words::{Words, words},
};

/// What the button sends along.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    password: String,
}

#[derive(Template)]
#[template(path = "pages/confirm/confirm.html")]
struct Confirm<'a> {
    page: &'a Page,
    w: &'static Words,
    email: String,
    action: String,
    /// Whether the browser that signed up is another: anybody may have signed this address up.
    asks: bool,
    faults: Faults,
}

impl<'a> Confirm<'a> {
    fn new(page: &'a Page, token: &Token, waiting: &Waiting, faults: Faults) -> Self {
        Confirm {
            page,
            w: words(page.lang()),
            email: waiting.email.clone(),
            action: paths::confirm(token.reveal()),
            asks: !is_here(page, waiting),
            faults,
        }
    }

    fn text(&self) -> String {
        (self.w.confirm.text)(&self.email)
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 1] {
        [("password", self.w.password)]
    }
}

/// Whether this browser signed up.
fn is_here(page: &Page, waiting: &Waiting) -> bool {
    waiting.browser.as_ref() == Some(&page.browser())
}

/// The button that opens the account. Looking opens nothing: mail programs look at links too.
pub(crate) async fn show(page: Page, Path(token): Path<String>) -> Answer {
    let Some((token, waiting)) = waiting(&page, &token).await? else {
        return gone(&page);
    };
    page.show(&Confirm::new(&page, &token, &waiting, Faults::new(page.lang())))
}

/// Opens the account. In another browser than the one that signed up, the password chosen there says
/// which sign-up of this address is meant: somebody else may have made one, to share the account.
pub(crate) async fn open(
    page: Page,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Form<Typed>,
) -> Answer {
    let found = waiting(&page, &token).await?;
    // The second click of two, which arrives when the first has signed in already.
    if let Some(member) = page.member().filter(|_| !form.faults(&page).is_empty())
        && found.is_none()
    {
        return page.see_other(rules::destination("", member.role));
    }
    let Some((token, waiting)) = found else {
        super::unless_done(&page, &form.key).await?;
        return gone(&page);
    };
    let mut faults = form.faults(&page);
    let chosen = if is_here(&page, &waiting) {
        Some(token.hash())
    } else {
        page.limit_address(rules::SIGN_IN_BY_ADDRESS)?;
        by_password(&waiting, &form.typed.password).await?
    };
    if chosen.is_none() {
        faults.add("password", words(page.lang()).confirm.wrong);
    }
    let chosen = match faults.done(chosen) {
        Ok(chosen) => chosen.or_not_found()?,
        Err(faults) => return page.again(&Confirm::new(&page, &token, &waiting, faults)),
    };
    let deed = page.deed(&form.key).await?;
    let Some(waiting) = store::take_sign_up(&deed.tx, &chosen, page.now()).await? else {
        return gone(&page);
    };
    let Some(account) = open_account(&page, &deed.tx, waiting).await? else {
        return taken(&page);
    };
    entrance::enter(&page, &deed.tx, account, &headers).await?;
    page.say(words(page.lang()).confirm.done);
    deed.done(&page, paths::DASHBOARD).await
}

/// The key of the sign-up that was made with this password.
async fn by_password(waiting: &Waiting, typed: &str) -> anyhow::Result<Option<String>> {
    for (key, password) in &waiting.chosen {
        if password::matches(typed, Some(password.clone())).await? {
            return Ok(Some(key.clone()));
        }
    }
    Ok(None)
}

/// What waits for this link.
async fn waiting(page: &Page, token: &str) -> Result<Option<(Token, Waiting)>, Problem> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let waiting = store::waiting(page.app().db().read(), &token, page.now()).await?;
    Ok(waiting.map(|waiting| (token, waiting)))
}

/// Opens the account of a sign-up; nothing when its address was taken while the letter waited.
async fn open_account(page: &Page, tx: &Tx, waiting: SignUp) -> Result<Option<Uuid>, Problem> {
    let app = page.app();
    let account = Account {
        id: app.clock().key(),
        email: waiting.email,
        password: Some(waiting.password),
        role: waiting.role,
        lang: waiting.lang,
    };
    if !store::open_account(tx, &account, app.now()).await? {
        return Ok(None);
    }
    if let Some(number) = waiting.number {
        certification::hand_in_number(app, tx, account.id, &number).await?;
    }
    let opened = events::Opened {
        account: account.id,
        role: account.role.0.to_owned(),
    };
    app.record(tx, &opened).await?;
    Ok(Some(account.id))
}

fn gone(page: &Page) -> Answer {
    let w = words(page.lang());
    // Somebody who comes back to the letter after it has served.
    if let Some(member) = page.member() {
        page.say(w.confirm.already);
        return page.see_other(rules::destination("", member.role));
    }
    let links = [(paths::SIGN_IN, w.to_sign_in), (paths::SIGN_UP, w.to_sign_up)];
    say_quietly(page, StatusCode::GONE, &w.confirm.gone, &links)
}

fn taken(page: &Page) -> Answer {
    let w = words(page.lang());
    let links = [(paths::SIGN_IN, w.to_sign_in), (paths::RECOVERY, w.forgotten)];
    say_quietly(page, StatusCode::CONFLICT, &w.confirm.taken, &links)
}
