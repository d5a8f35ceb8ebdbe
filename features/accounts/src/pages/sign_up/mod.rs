//! Sign-up (R11-R17, R79, R80): first the role, then address and password. What follows is the same
//! page whether or not the address has an account; only its mailbox is told.

#[cfg(test)]
mod tests;

use anyhow::Context;
use app::Token;
use askama::Template;
use axum::http::StatusCode;
use certification::rights::{COMPANY, FREELANCE};
use mail::Recipient;
use serde::Deserialize;
use swiss::Uid;
use web::{Answer, Faults, Form, Page, Role};

use super::{chosen_password, say_quietly};
use crate::{
    letters::{self, Kind},
    password, paths, rules,
    store::{self, SignUp},
    words::{Joining, Words, words},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    email: String,
    password: String,
    uid: String,
}

/// What was asked for, checked.
struct Asked {
    email: String,
    password: String,
    number: Option<Uid>,
}

impl Typed {
    fn check(&self, page: &Page, mut faults: Faults, role: Role) -> Result<Asked, Faults> {
        let email = faults.email("email", &self.email);
        let password = chosen_password(page, &mut faults, &self.password, &email);
        let number = match Uid::parse(&self.uid) {
            _ if role != COMPANY => None,
            Ok(number) => Some(number),
            Err(fault) => {
                faults.add("uid", (words(page.lang()).sign_up.uid_fault)(fault));
                None
            }
        };
        faults.done(Asked {
            email,
            password,
            number,
        })
    }
}

#[derive(Template)]
#[template(path = "pages/sign_up/choose.html")]
struct Choose<'a> {
    page: &'a Page,
    w: &'static Words,
}

#[derive(Template)]
#[template(path = "pages/sign_up/form.html")]
struct Join<'a> {
    page: &'a Page,
    w: &'static Words,
    side: &'static Joining,
    is_company: bool,
    typed: &'a Typed,
    faults: Faults,
}

impl<'a> Join<'a> {
    fn new(page: &'a Page, role: Role, typed: &'a Typed, faults: Faults) -> Self {
        let w = words(page.lang());
        let is_company = role == COMPANY;
        Join {
            page,
            w,
            side: if is_company { &w.company } else { &w.freelance },
            is_company,
            typed,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 3] {
        [
            ("email", self.w.email),
            ("password", self.w.password),
            ("uid", self.w.sign_up.uid),
        ]
    }

    fn action(&self) -> &'static str {
        match self.is_company {
            true => paths::SIGN_UP_COMPANY,
            false => paths::SIGN_UP_FREELANCE,
        }
    }

    fn needs(&self) -> impl Iterator<Item = (&'static str, (&'static str, &'static str))> {
        let icons = match self.is_company {
            true => ["building-2", "image"],
            false => ["file-check", "house"],
        };
        icons.into_iter().zip(self.side.need)
    }
}

/// Which role; whoever is signed in goes straight on.
pub(crate) async fn choose(page: Page) -> Answer {
    if let Some(member) = page.member() {
        return page.see_other(rules::destination("", member.role));
    }
    let w = words(page.lang());
    page.show(&Choose { page: &page, w })
}

/// The form of a freelance.
pub(crate) async fn freelance(page: Page) -> Answer {
    blank(&page, FREELANCE)
}

/// The form of a company.
pub(crate) async fn company(page: Page) -> Answer {
    blank(&page, COMPANY)
}

fn blank(page: &Page, role: Role) -> Answer {
    page.show(&Join::new(
        page,
        role,
        &Typed::default(),
        Faults::new(page.lang()),
    ))
}

/// A freelance signs up (R15).
pub(crate) async fn join_as_freelance(page: Page, form: Form<Typed>) -> Answer {
    join(&page, &form, FREELANCE).await
}

/// A company signs up (R80).
pub(crate) async fn join_as_company(page: Page, form: Form<Typed>) -> Answer {
    join(&page, &form, COMPANY).await
}

async fn join(page: &Page, form: &Form<Typed>, role: Role) -> Answer {
    let asked = match form.typed.check(page, form.faults(page), role) {
        Ok(asked) => asked,
        Err(faults) => return page.again(&Join::new(page, role, &form.typed, faults)),
    };
    page.limit_address(rules::SIGN_UP_BY_ADDRESS)?;
    page.limit(rules::SIGN_UP_BY_EMAIL, &asked.email)?;
    let hash = password::hash(&asked.password).await?;
    let deed = page.deed(&form.key).await?;
    page.say((words(page.lang()).sent_to)(&asked.email));
    let waiting = SignUp {
        email: asked.email,
        password: hash,
        role,
        lang: page.lang(),
        number: asked.number,
        browser: Some(page.browser()),
    };
    keep(page, &deed.tx, waiting).await.context("keep a sign-up")?;
    deed.done(page, paths::SIGN_UP_SENT).await
}

/// Writes the sign-up down and posts the letter. An address that has an account gets another letter;
/// all else is done for it too, so that the two take as long, but its token goes to nobody.
async fn keep(page: &Page, tx: &db::Tx, waiting: SignUp) -> anyhow::Result<()> {
    let (app, token) = (page.app(), Token::random());
    let until = app.now() + rules::CONFIRM_WITHIN;
    let letter = match store::account_at(tx, &waiting.email).await? {
        None => letters::expiring(
            app,
            waiting.lang,
            Kind::Confirm,
            &paths::confirm(token.reveal()),
            until,
        ),
        Some(account) => letters::lasting(app, account.lang, Kind::Taken, paths::SIGN_IN),
    };
    let to = Recipient {
        email: waiting.email.clone(),
        name: None,
        lang: letter.lang,
    };
    store::keep_sign_up(tx, &token, waiting, until).await?;
    app.post_to(tx, to, &format!("sign-up {}", token.hash()), letter)
        .await
}

/// « Vérifiez votre boîte ».
pub(crate) async fn sent(page: Page) -> Answer {
    let w = words(page.lang());
    say_quietly(&page, StatusCode::OK, &w.sent, &[(paths::SIGN_UP, w.once_more)])
}
