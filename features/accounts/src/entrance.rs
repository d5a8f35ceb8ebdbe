//! How a browser gets a session and loses it.

use app::Token;
use axum::http::{HeaderMap, header};
use db::Tx;
use uuid::Uuid;
use web::Page;

use crate::{
    rules,
    store::{self, Which},
};

/// Gives this browser a new session of `account`. The one it had ends, so that a token known from
/// before opens nothing afterwards (ASVS V7.2.4).
pub(crate) async fn enter(page: &Page, tx: &Tx, account: Uuid, headers: &HeaderMap) -> Result<(), db::Error> {
    leave(page, tx).await?;
    let (app, token) = (page.app(), Token::random());
    let said = headers
        .get(header::USER_AGENT)
        .and_then(|said| said.to_str().ok());
    let device = rules::device(said.unwrap_or_default());
    store::begin_session(tx, app.clock().key(), &token, account, device, app.now()).await?;
    page.start_session(&token);
    Ok(())
}

/// Ends the session this browser has, if any.
pub(crate) async fn leave(page: &Page, tx: &Tx) -> Result<(), db::Error> {
    if let Some(member) = page.member() {
        let only = Which::Only(member.session);
        store::end_sessions(tx, member.account, only, page.now()).await?;
        web::viewer::changed(tx, member.account);
        page.end_session();
    }
    Ok(())
}
