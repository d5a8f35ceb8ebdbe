//! Tells an open page that its conversation has news (R46). Nothing is told but that: the page then
//! asks for what its reader may see. How many such answers stay open and for how long is lib/web's.

#[cfg(test)]
mod tests;

use std::{convert::Infallible, pin::Pin};

use app::App;
use axum::{
    extract::{Path, Query},
    http::HeaderMap,
    response::sse::Event,
};
use certification::rights::CertifiedSide;
use futures::{FutureExt, Stream, StreamExt, stream};
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, OrNotFound, Page, serve};

use super::Reader;
use crate::{ConversationId, store};

/// How far the page shows the thread.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Shown {
    after: String,
}

/// Stays open and tells.
pub(crate) async fn listen(
    page: Page,
    who: CertifiedSide,
    Path(id): Path<String>,
    Query(shown): Query<Shown>,
    headers: HeaderMap,
) -> Answer {
    let reader = Reader::from(who);
    let id: ConversationId = id.parse().ok().or_not_found()?;
    // Listens before it looks, so that nothing falls in between.
    let mut listener = Listener::new(page.app(), reader.account, id);
    let last = listener.last().await?.or_not_found()?;
    let told = headers
        .get("last-event-id")
        .and_then(|id| id.to_str().ok()?.parse().ok());
    let seen = told.or(shown.after.parse().ok()).unwrap_or(last);
    let missed = (last > seen).then(|| news(last));
    Ok(serve::events(
        stream::iter(missed)
            .chain(listener.told())
            .map(Ok::<_, Infallible>),
    ))
}

/// One open page.
pub(crate) struct Listener {
    app: App,
    account: Uuid,
    id: ConversationId,
    heard: Pin<Box<dyn Stream<Item = ()> + Send>>,
    over: bool,
}

impl Listener {
    pub(crate) fn new(app: &App, account: Uuid, id: ConversationId) -> Listener {
        Listener {
            app: app.clone(),
            account,
            id,
            heard: Box::pin(app.live(id.0)),
            over: false,
        }
    }

    /// The number of the last entry; `None` when there is nothing (more) for this account.
    async fn last(&mut self) -> Result<Option<i64>, db::Error> {
        let found = store::conversation_of(self.app.db().read(), self.account, self.id).await?;
        Ok(found.map(|talk| talk.last))
    }

    /// One event for each piece of news, until the conversation is gone.
    pub(crate) fn told(self) -> impl Stream<Item = Event> + Send {
        stream::unfold(self, |mut listener| async {
            let event = listener.next().await?;
            Some((event, listener))
        })
    }

    async fn next(&mut self) -> Option<Event> {
        if self.over {
            return None;
        }
        self.heard.next().await?;
        // What else was heard meanwhile is the same news.
        while let Some(Some(())) = self.heard.next().now_or_never() {}
        match self.last().await {
            Ok(Some(last)) => Some(news(last)),
            // The page asks once more and is told that there is nothing.
            Ok(None) | Err(_) => {
                self.over = true;
                Some(news(0))
            }
        }
    }
}

fn news(last: i64) -> Event {
    Event::default().event("news").id(last.to_string()).data("")
}
