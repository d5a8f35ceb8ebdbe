//! Handing a document out: to its owner, and to staff, whose reading is noted (DPO art. 4). Nobody
//! else has a way to one: a permit is not even visible to certified companies.

#[cfg(test)]
mod tests;

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderName, HeaderValue},
    response::Response,
};
use files::download_headers;
use uuid::Uuid;
use web::{Answer, OrNotFound, Page, Problem};

use crate::{
    dossier::Document,
    rights::{Freelance, Staff},
    rules::Paper,
    store,
};

/// One's own document.
pub(crate) async fn own(page: Page, who: Freelance, Path(paper): Path<String>) -> Answer {
    let paper = Paper::parse(&paper).or_not_found()?;
    let db = page.app().db().read();
    let document = store::own_document(db, who.account, paper).await?;
    hand_out(&page, &document.or_not_found()?).await
}

/// A document as staff read it. The reading is noted before a byte leaves: no note, no document.
pub(crate) async fn read(
    page: Page,
    who: Staff,
    Path((account, document)): Path<(String, String)>,
) -> Answer {
    let (account, document) = (key(&account)?, key(&document)?);
    let app = page.app();
    let document = store::document_in(app.db().read(), account, document).await?;
    let document = document.or_not_found()?;
    let answer = hand_out(&page, &document).await?;
    let tx = app.begin().await?;
    store::log_reading(app, &tx, who.account, &document).await?;
    tx.commit().await?;
    Ok(answer)
}

/// A key in an address; anything else is not there.
pub(crate) fn key(text: &str) -> Result<Uuid, Problem> {
    text.parse().ok().or_not_found()
}

/// With headers that let no browser run anything in it. Images are drawn anew when they are handed
/// in, so a page may show them; a PDF is only ever saved.
async fn hand_out(page: &Page, document: &Document) -> Answer {
    let bytes = page.app().files().get(document.file).await?.or_not_found()?;
    let mut response = Response::new(Body::from(bytes));
    for (name, value) in download_headers(&document.name, document.kind()) {
        let value = HeaderValue::try_from(value)?;
        response
            .headers_mut()
            .insert(HeaderName::from_static(name), value);
    }
    Ok(response)
}
