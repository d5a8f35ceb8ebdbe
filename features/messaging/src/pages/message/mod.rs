//! Sends a message (R46, A4, I7): by the rules, once for each form, told to both open pages.

#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use axum::{extract::Path, http::StatusCode};
use certification::rights::CertifiedSide;
use serde::Deserialize;
use web::{
    Answer, Deed, Faults, Form, OrNotFound, Page, Problem, Text,
    limits::{Limit, retry_after},
};

use super::{
    Reader, find,
    thread::{Typed, again},
};
use crate::{
    Beside, ConversationId, paths,
    rules::Refusal,
    store,
    talk::{self, Stop},
    words::words,
};

/// A message, in characters.
const MESSAGE: Text = Text::prose(1, 5_000);
/// Faster than anybody talks.
const BY_ACCOUNT: Limit = Limit {
    name: "message by account",
    burst: 30,
    per_hour: 360,
};
/// From one network address, behind which may be a whole company.
const BY_ADDRESS: Limit = Limit {
    name: "message by address",
    burst: 120,
    per_hour: 1440,
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Message {
    text: String,
}

/// Sends it.
pub(crate) async fn create(
    page: Page,
    who: CertifiedSide,
    Path(id): Path<String>,
    form: Form<Message>,
    beside: Arc<dyn Beside>,
) -> Answer {
    let (reader, beside) = (Reader::from(who), beside.as_ref());
    let text = match form.typed.check(form.faults(&page)) {
        Ok(text) => text,
        Err(faults) => return faulty(&page, reader, &id, form.typed, faults, beside).await,
    };
    let spent = page.limit_address(BY_ADDRESS);
    if let Err(Problem::TooMany(wait)) = spent.and_then(|()| page.limit(BY_ACCOUNT, reader.account)) {
        return too_fast(&page, reader, &id, text, wait, beside).await;
    }
    let deed = page.deed(&form.key).await?;
    match say(&page, &deed, reader, &id, &text).await {
        Ok(id) => deed.done(&page, paths::conversation(id)).await,
        Err(Failed::Stopped(Stop::Refused(refusal))) => {
            deed.tx.rollback().await?;
            refused(&page, reader, &id, text, refusal, beside).await
        }
        Err(Failed::Stopped(Stop::Broken(error))) => Err(error.into()),
        Err(Failed::Problem(problem)) => Err(problem),
    }
}

impl Message {
    fn check(&self, mut faults: Faults) -> Result<String, Faults> {
        let text = faults.text("text", &self.text, MESSAGE);
        faults.done(text)
    }
}

/// Why nothing was said.
enum Failed {
    Stopped(Stop),
    Problem(Problem),
}
impl From<Stop> for Failed {
    fn from(stop: Stop) -> Failed {
        Failed::Stopped(stop)
    }
}
impl From<Problem> for Failed {
    fn from(problem: Problem) -> Failed {
        Failed::Problem(problem)
    }
}
impl From<db::Error> for Failed {
    fn from(error: db::Error) -> Failed {
        Failed::Stopped(Stop::Broken(error))
    }
}

async fn say(page: &Page, deed: &Deed, who: Reader, id: &str, text: &str) -> Result<ConversationId, Failed> {
    let id: ConversationId = id.parse().ok().or_not_found()?;
    let held = store::locked_of(&deed.tx, who.account, id).await?;
    let held = held.or_not_found()?;
    if !certification::is_certified(&deed.tx, held.other(who.side)).await? {
        return Err(Stop::Refused(Refusal::OtherNotCertified).into());
    }
    talk::write(page.app(), &deed.tx, &held, who.side, text).await?;
    Ok(id)
}

async fn faulty(
    page: &Page,
    reader: Reader,
    id: &str,
    typed: Message,
    faults: Faults,
    beside: &dyn Beside,
) -> Answer {
    let talk = find(page, reader, id).await?;
    let typed = Typed {
        text: typed.text,
        faults,
        refusal: None,
    };
    again(
        page,
        reader,
        &talk,
        StatusCode::UNPROCESSABLE_ENTITY,
        typed,
        beside,
    )
    .await
}

async fn refused(
    page: &Page,
    reader: Reader,
    id: &str,
    text: String,
    refusal: Refusal,
    beside: &dyn Beside,
) -> Answer {
    let talk = find(page, reader, id).await?;
    let sentence = (words(page.lang()).composer.refusal)(refusal);
    let typed = kept(page, text, sentence);
    again(page, reader, &talk, StatusCode::CONFLICT, typed, beside).await
}

async fn too_fast(
    page: &Page,
    reader: Reader,
    id: &str,
    text: String,
    wait: Duration,
    beside: &dyn Beside,
) -> Answer {
    let talk = find(page, reader, id).await?;
    let typed = kept(page, text, words(page.lang()).composer.too_fast);
    let answer = again(page, reader, &talk, StatusCode::TOO_MANY_REQUESTS, typed, beside).await?;
    Ok(retry_after(answer, wait))
}

fn kept(page: &Page, text: String, refusal: &'static str) -> Typed {
    Typed {
        text,
        refusal: Some(refusal),
        ..Typed::nothing(page)
    }
}
