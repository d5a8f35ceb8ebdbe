//! Says how far a reader has read. The page sends it by itself where there is script, and by a
//! button where there is none.

#[cfg(test)]
mod tests;

use axum::{extract::Path, http::StatusCode, response::IntoResponse};
use certification::rights::CertifiedSide;
use serde::Deserialize;
use web::{Answer, Form, Page};

use super::{Reader, find};
use crate::{paths, store};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Read {
    upto: String,
}

/// Marks what the page showed as read, and nothing that came since.
pub(crate) async fn create(
    page: Page,
    who: CertifiedSide,
    Path(id): Path<String>,
    form: Form<Read>,
) -> Answer {
    let reader = Reader::from(who);
    let talk = find(&page, reader, &id).await?;
    let deed = page.deed(&form.key).await?;
    let upto = form.typed.upto.parse().unwrap_or(0);
    if store::read(&deed.tx, talk.id, reader.side, upto).await? {
        web::viewer::changed(&deed.tx, reader.account);
    }
    if page.wants_part() {
        deed.done_here().await?;
        return Ok(StatusCode::OK.into_response());
    }
    deed.done(&page, paths::conversation(talk.id)).await
}
