//! Answers that stay open: streams of server-sent events.
//!
//! Such an answer is neither compressed nor buffered, and no time limit of a body or an answer
//! applies to it; a client that takes nothing any more is let go like any other. It ends when the
//! process stops, when its reader's session or rights have ended, and once in a while by itself. One
//! account, one address and all of them together hold only so many, so that pages always find a
//! connection; beyond that the answer is 429, and the page asks again later.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::header,
    response::Response,
};
use futures::{StreamExt, stream};
use uuid::Uuid;

use crate::{Page, Problem, client::household};

/// For one account: that many open pages.
const BY_ACCOUNT: usize = 16;
/// For one address: an office behind one address has that many open pages.
const BY_ADDRESS: usize = 256;
/// For all: less than the connections there are.
const BY_ALL: usize = 4_096;
/// A stream that has been open for so long ends, and the page connects again.
const LASTS: Duration = Duration::from_secs(15 * 60);
/// When to come back if there was no room.
const LATER: Duration = Duration::from_secs(30);

/// Told last to a page whose reader may not listen any more, so that its script does not connect again
/// (`hx-sse:close="gone"`).
const GONE: &[u8] = b"event: gone\ndata: \n\n";

/// Who holds a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Holder {
    Account(Uuid),
    Address(IpAddr),
    All,
}

/// How many streams are open, and by whom.
#[derive(Clone, Default)]
pub(crate) struct Streams(Counts<Holder>);

/// Counts what is held at once, by holder.
pub(crate) struct Counts<K>(Arc<Mutex<HashMap<K, usize>>>);

impl<K> Clone for Counts<K> {
    fn clone(&self) -> Self {
        Counts(self.0.clone())
    }
}
impl<K> Default for Counts<K> {
    fn default() -> Self {
        Counts(Arc::default())
    }
}

impl<K: Hash + Eq + Copy> Counts<K> {
    /// One place for each of `holders`, all or none.
    pub(crate) fn enter<const N: usize>(&self, holders: [(K, usize); N]) -> Option<Place<K, N>> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let full = holders
            .iter()
            .any(|(holder, most)| held.get(holder).is_some_and(|held| held >= most));
        if full {
            return None;
        }
        let holders = holders.map(|(holder, _)| holder);
        for holder in holders {
            *held.entry(holder).or_default() += 1;
        }
        Some(Place {
            counts: self.clone(),
            holders,
        })
    }
}

/// A place among those counted; given back when dropped.
pub(crate) struct Place<K: Hash + Eq, const N: usize> {
    counts: Counts<K>,
    holders: [K; N],
}

impl<K: Hash + Eq, const N: usize> Drop for Place<K, N> {
    fn drop(&mut self) {
        let mut held = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        for holder in &self.holders {
            if let Some(count) = held.get_mut(holder) {
                *count -= 1;
                if *count == 0 {
                    held.remove(holder);
                }
            }
        }
    }
}

/// Whether this answer stays open.
pub(crate) fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}

/// Whether whoever opened the page is still signed in, with the same rights.
async fn still_may(page: &Page) -> bool {
    let Some(then) = page.member() else {
        return true;
    };
    let now = page.0.web.0.viewers.viewer(&page.0.binding).await;
    let now = now.ok().and_then(|now| now.member().cloned());
    now.is_some_and(|now| (now.account, now.role, now.cleared) == (then.account, then.role, then.cleared))
}

/// The same answer, counted, and ended in time.
///
/// # Errors
/// When this account or address holds enough of them.
pub(crate) fn hold(page: &Page, response: Response) -> Result<Response, Problem> {
    let address = household(page.0.address);
    let account = match page.member() {
        Some(member) => Holder::Account(member.account),
        None => Holder::Address(address),
    };
    let places = [
        (account, BY_ACCOUNT),
        (Holder::Address(address), BY_ADDRESS),
        (Holder::All, BY_ALL),
    ];
    let place = page
        .0
        .web
        .0
        .streams
        .0
        .enter(places)
        .ok_or(Problem::TooMany(LATER))?;
    let mut stopping = page.app().stopping();
    let end = async move {
        tokio::select! {
            stopped = stopping.wait_for(|stop| *stop) => drop(stopped),
            () = tokio::time::sleep(LASTS) => {}
        }
    };
    let (parts, body) = response.into_parts();
    let open = (body.into_data_stream(), Box::pin(end), place, page.clone());
    // What is there is still told before the end.
    let frames = stream::unfold(Some(open), async |open| {
        let (mut frames, mut end, place, page) = open?;
        let frame = tokio::select! {
            biased;
            frame = frames.next() => frame?,
            () = &mut end => return None,
        };
        match still_may(&page).await {
            true => Some((frame, Some((frames, end, place, page)))),
            false => Some((Ok(Bytes::from_static(GONE)), None)),
        }
    });
    Ok(Response::from_parts(parts, Body::from_stream(frames)))
}
