//! The link in the letter that confirms an address: it opens the account and signs in (R16, R80).

#[cfg(test)]
mod tests;

use app::Token;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
};
use db::Tx;
use uuid::Uuid;
use web::{Answer, Form, Page, Problem};

use super::{Button, Pressed, say_quietly};
use crate::{
    entrance, events, paths, rules,
    store::{self, Account, SignUp},
    words::words,
};

/// The button that opens the account. Looking opens nothing: mail programs look at links too.
pub(crate) async fn show(page: Page, Path(token): Path<String>) -> Answer {
    let Some(email) = waiting(&page, &token).await? else {
        return gone(&page);
    };
    let w = &words(page.lang()).confirm;
    page.show(&Button {
        page: &page,
        title: w.title,
        text: (w.text)(&email),
        label: w.button,
        action: paths::confirm(&token),
    })
}

/// Opens the account.
pub(crate) async fn open(
    page: Page,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Form<Pressed>,
) -> Answer {
    // The second click of two, which arrives when the first has signed in already.
    if let Some(member) = page.member().filter(|_| !form.faults(&page).is_empty())
        && waiting(&page, &token).await?.is_none()
    {
        return page.see_other(rules::destination("", member.role));
    }
    let Some(token) = Token::parse(&token) else {
        return gone(&page);
    };
    let deed = page.deed(&form.key).await?;
    let Some(waiting) = store::take_sign_up(&deed.tx, &token, page.now()).await? else {
        return gone(&page);
    };
    let Some(account) = open_account(&page, &deed.tx, waiting).await? else {
        return taken(&page);
    };
    entrance::enter(&page, &deed.tx, account, &headers).await?;
    page.say(words(page.lang()).confirm.done);
    deed.done(&page, paths::DASHBOARD).await
}

/// The address that waits for this link.
async fn waiting(page: &Page, token: &str) -> Result<Option<String>, Problem> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    Ok(store::waiting_address(page.app().db().read(), &token, page.now()).await?)
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
    let links = [(paths::SIGN_IN, w.to_sign_in), (paths::SIGN_UP, w.to_sign_up)];
    say_quietly(page, StatusCode::GONE, &w.confirm.gone, &links)
}

fn taken(page: &Page) -> Answer {
    let w = words(page.lang());
    let links = [(paths::SIGN_IN, w.to_sign_in), (paths::RECOVERY, w.forgotten)];
    say_quietly(page, StatusCode::CONFLICT, &w.confirm.taken, &links)
}
