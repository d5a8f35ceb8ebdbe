//! « Modifier le mot de passe »: asks the old one and signs out everywhere else (R71).

#[cfg(test)]
mod tests;

use askama::Template;
use serde::Deserialize;
use web::{Answer, Faults, Form, Member, Page};

use super::mine;
use crate::{
    keys,
    pages::{chosen_password, unless_done},
    password, paths, rules,
    store::{self, Account, Which},
    words::{Words, words},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    current_password: String,
    password: String,
}

struct Asked {
    current: String,
    password: String,
}

impl Typed {
    fn check(&self, page: &Page, mut faults: Faults, account: &Account) -> Result<Asked, Faults> {
        let current = faults.secret(
            "current_password",
            &self.current_password,
            1,
            rules::PASSWORD_MOST,
        );
        let password = chosen_password(page, &mut faults, &self.password, &account.email);
        faults.done(Asked { current, password })
    }
}

#[derive(Template)]
#[template(path = "pages/settings/password/password.html")]
struct Change<'a> {
    page: &'a Page,
    w: &'static Words,
    account: &'a Account,
    faults: Faults,
}

impl<'a> Change<'a> {
    fn new(page: &'a Page, account: &'a Account, faults: Faults) -> Self {
        let w = words(page.lang());
        Change {
            page,
            w,
            account,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [
            ("current_password", self.w.change_password.old),
            ("password", self.w.change_password.new),
        ]
    }
}

/// The form.
pub(crate) async fn show(page: Page, member: Member) -> Answer {
    let account = mine(&page, &member).await?;
    page.show(&Change::new(&page, &account, Faults::new(page.lang())))
}

/// Changes the password.
pub(crate) async fn change(page: Page, member: Member, form: Form<Typed>) -> Answer {
    let account = mine(&page, &member).await?;
    let asked = match form.typed.check(&page, form.faults(&page), &account) {
        Ok(asked) => asked,
        Err(faults) => return page.again(&Change::new(&page, &account, faults)),
    };
    page.limit(rules::PASSWORD_AGAIN, account.id)?;
    if !password::matches(&asked.current, account.password.clone()).await? {
        unless_done(&page, &form.key).await?;
        return wrong(&page, &account);
    }
    let hash = password::hash(&asked.password).await?;
    let deed = page.deed(&form.key).await?;
    // It may have been changed elsewhere while it was checked.
    let now = store::account_held(&deed.tx, account.id).await?;
    if now.is_none_or(|now| now.password != account.password) {
        return wrong(&page, &account);
    }
    let others = Which::AllBut(member.session);
    keys::change_password(page.app(), &deed.tx, &account, &hash, others).await?;
    page.say(words(page.lang()).change_password.done);
    deed.done(&page, paths::SETTINGS).await
}

fn wrong(page: &Page, account: &Account) -> Answer {
    let mut faults = Faults::new(page.lang());
    faults.add("current_password", words(page.lang()).change_password.old_wrong);
    page.again(&Change::new(page, account, faults))
}
