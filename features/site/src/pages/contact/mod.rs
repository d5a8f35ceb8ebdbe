//! « Nous contacter » (R14, R56, R117, R118): anybody writes to the team.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{Answer, Faults, Form, Page, Problem, Text, limits::Limit};

use crate::{
    letters, paths,
    store::{self, NewMessage},
    topic::Topic,
    words::{Contact as Words, words},
};

const NAME: Text = Text::line(1, 100);
const MESSAGE: Text = Text::prose(20, 4000);

const BY_ADDRESS: Limit = Limit {
    name: "contact.address",
    burst: 10,
    per_hour: 20,
};
const BY_ACCOUNT: Limit = Limit {
    name: "contact.account",
    burst: 5,
    per_hour: 5,
};

/// As typed; an address may bring a topic along ([`paths::contact_about`]).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    topic: String,
    name: String,
    email: String,
    message: String,
}

#[derive(Template)]
#[template(path = "pages/contact/contact.html")]
struct Contact<'a> {
    page: &'a Page,
    w: &'static Words,
    typed: &'a Typed,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "pages/contact/sent.html")]
struct Sent<'a> {
    page: &'a Page,
    w: &'static Words,
}

/// The form, with what is known already.
pub(crate) async fn show(page: Page, Query(asked): Query<About>) -> Answer {
    let known = page.member().map(|member| member.name.clone());
    let typed = Typed {
        topic: asked.topic,
        name: known.unwrap_or_default(),
        ..Typed::default()
    };
    page.show(&Contact::of(&page, &typed, Faults::new(page.lang())))
}

/// What an address may bring along.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct About {
    topic: String,
}

/// Keeps the message, and tells its sender that it has arrived.
pub(crate) async fn send(page: Page, form: Form<Typed>) -> Answer {
    let new = match form.typed.check(&page, form.faults(&page)) {
        Ok(new) => new,
        Err(faults) => return page.again(&Contact::of(&page, &form.typed, faults)),
    };
    if let Err(Problem::TooMany(wait)) = limit(&page) {
        let faults = Faults::too_fast(page.lang(), wait);
        return page.too_fast(wait, &Contact::of(&page, &form.typed, faults));
    }
    let deed = page.deed(&form.key).await?;
    let id = store::keep(page.app(), &deed.tx, &new).await?;
    if let Some((to, letter)) = letters::arrived(&page, &new) {
        let once = format!("site.contact {id}");
        page.app().post_to(&deed.tx, to, &once, letter).await?;
    }
    deed.done(&page, paths::CONTACT_SENT).await
}

/// Where a message that was handed in leads.
pub(crate) async fn sent(page: Page) -> Answer {
    page.show(&Sent {
        page: &page,
        w: &words(page.lang()).contact,
    })
}

fn limit(page: &Page) -> Result<(), Problem> {
    page.limit_address(BY_ADDRESS)?;
    match page.member() {
        Some(member) => page.limit(BY_ACCOUNT, member.account),
        None => Ok(()),
    }
}

impl Typed {
    fn check(&self, page: &Page, mut faults: Faults) -> Result<NewMessage, Faults> {
        let topic = faults.choice("topic", &self.topic, Topic::parse);
        let new = NewMessage {
            // A fault is noted when there is none, so this one is never kept.
            topic: topic.unwrap_or(Topic::Other),
            name: faults.text("name", &self.name, NAME),
            email: faults.email("email", &self.email),
            message: faults.text("message", &self.message, MESSAGE),
            lang: page.lang(),
            account: page.member().map(|member| member.account),
        };
        faults.done(new)
    }
}

impl<'a> Contact<'a> {
    fn of(page: &'a Page, typed: &'a Typed, faults: Faults) -> Contact<'a> {
        Contact {
            page,
            w: &words(page.lang()).contact,
            typed,
            faults,
        }
    }

    /// What the fields are called, for the list of faults.
    fn labels(&self) -> [(&'static str, &'static str); 4] {
        [
            ("topic", self.w.topic),
            ("name", self.w.name),
            ("email", self.w.email),
            ("message", self.w.message),
        ]
    }

    fn topics(&self) -> Vec<(String, &'static str)> {
        let first = [(String::new(), self.w.topic_first)];
        let topics = Topic::all().map(|topic| (topic.code(), self.w.topics[topic.place()]));
        first.into_iter().chain(topics).collect()
    }
}
