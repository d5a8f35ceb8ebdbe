//! Keeps this process's own search shelves in step with the journal.
//!
//! Every replica has its own index, so this is not a job (done once for all) but a follower of
//! the journal (done by each for itself). What it applies may be applied twice without harm:
//! a feed reads the present state of what an event names and writes that.

mod order;

use std::{path::PathBuf, sync::Arc, time::Duration};

use anyhow::Context;
use db::journal::{self, Event, Follower, Place, Recorded};
use futures::future::BoxFuture;
use order::RebuildOrdered;
use tokio::sync::{Mutex, watch};

use crate::App;

/// How one shelf is fed.
#[derive(Clone)]
pub struct Feed {
    /// The shelf's name.
    pub shelf: &'static str,
    /// Names of the events that change it.
    pub events: &'static [&'static str],
    /// Brings what these events name up to date on the shelf.
    pub apply: fn(App, Vec<Recorded>) -> BoxFuture<'static, anyhow::Result<()>>,
    /// Fills the shelf anew from the base, while it goes on serving.
    pub rebuild: fn(App) -> BoxFuture<'static, anyhow::Result<()>>,
}

/// Runs all feeds of this process.
#[derive(Clone)]
pub struct Feeder {
    app: App,
    feeds: Arc<[Feed]>,
    /// `None` until it is known where to begin.
    follower: Arc<Mutex<Option<Follower>>>,
    /// Where the place in the journal is kept between runs; `None` when the shelves are not either.
    bookmark: Option<PathBuf>,
    /// Whether a rebuild was ordered and is not done. Until then the bookmark stays before the order,
    /// so that it is heard again after a restart.
    ordered: watch::Sender<bool>,
}

/// The longest pause between attempts to apply the same news.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How often the journal is looked at although nothing was heard.
const POLL: Duration = Duration::from_secs(1);

impl Feeder {
    /// Begins where the bookmark says. Shelves that are new, damaged or of another version are
    /// rebuilt by [`Feeder::prepare`], and all of them when there is no bookmark that can be read.
    pub fn new(app: App, feeds: Vec<Feed>, folder: Option<PathBuf>) -> Feeder {
        let bookmark = folder.map(|folder| folder.join("place"));
        let place: Option<Place> = bookmark
            .as_ref()
            .and_then(|file| std::fs::read_to_string(file).ok())
            .and_then(|text| text.parse().ok());
        Feeder {
            app,
            feeds: feeds.into(),
            follower: Arc::new(Mutex::new(place.map(Follower::from))),
            bookmark,
            ordered: watch::Sender::new(false),
        }
    }

    /// Rebuilds the shelves that need it.
    ///
    /// # Errors
    /// When the base or the index fails.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        let db = self.app.db();
        let mut follower = self.follower.lock().await;
        let known = match follower.as_ref() {
            Some(follower) => follower.place().is_past_of(db).await?,
            None => false,
        };
        if !known {
            // Before the rebuild reads: what changes meanwhile is then still news.
            let place = Place::now(db).await?;
            self.rebuild_shelves(|_| Ok(true)).await?;
            self.keep_place(&place);
            *follower = Some(Follower::from(place));
        }
        self.rebuild_shelves(|feed| self.app.library().needs_rebuild(feed.shelf))
            .await
    }

    async fn rebuild_shelves(&self, wanted: impl Fn(&Feed) -> anyhow::Result<bool>) -> anyhow::Result<()> {
        for feed in self.feeds.iter() {
            if wanted(feed)? {
                (feed.rebuild)(self.app.clone())
                    .await
                    .with_context(|| format!("rebuild the shelf {}", feed.shelf))?;
            }
        }
        Ok(())
    }

    /// Follows the journal, and rebuilds when that is ordered, until the process stops.
    pub async fn run(self) {
        tokio::join!(self.follow(), self.obey());
    }

    async fn follow(&self) {
        let mut stopping = self.app.stopping();
        let mut pause = POLL;
        while !*stopping.borrow() {
            // Anew before each look: what was heard earlier is in it, what comes during it is not.
            let mut signals = self.app.db().signals().subscribe();
            match self.keep_up().await {
                Ok(()) => pause = POLL,
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "feed: will try again");
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
            tokio::select! {
                () = journal::grown(&mut signals), if pause == POLL => {}
                () = tokio::time::sleep(pause) => {}
                _ = stopping.changed() => {}
            }
        }
    }

    /// A shelf can also be lost while it serves, to a full disk say: then it is filled anew.
    async fn keep_up(&self) -> anyhow::Result<()> {
        let caught_up = self.catch_up().await;
        self.rebuild_shelves(|feed| self.app.library().needs_rebuild(feed.shelf))
            .await?;
        caught_up
    }

    /// Applies everything recorded so far.
    ///
    /// # Errors
    /// When the base or the index fails; the same events come again at the next call.
    pub async fn catch_up(&self) -> anyhow::Result<()> {
        let db = self.app.db();
        let mut guard = self.follower.lock().await;
        let follower = match guard.as_mut() {
            Some(follower) => follower,
            None => guard.insert(Follower::from(Place::now(db).await?)),
        };
        loop {
            let mut ahead = follower.clone();
            let news = ahead.news(db).await?;
            // First: a rebuild mends also a shelf that cannot take its news.
            if news.iter().any(|event| event.name == RebuildOrdered::NAME) {
                self.ordered.send_replace(true);
            }
            self.apply(&news).await?;
            // Only now: when something failed, or this future was dropped, the same news comes again.
            let moved = ahead.place() != follower.place();
            *follower = ahead;
            if moved && !*self.ordered.borrow() {
                self.keep_place(follower.place());
            }
            if news.is_empty() {
                return Ok(());
            }
        }
    }

    /// One shelf's failure keeps no other from its news.
    async fn apply(&self, news: &[Recorded]) -> anyhow::Result<()> {
        let mut result = Ok(());
        for feed in self.feeds.iter() {
            let for_it: Vec<Recorded> = news
                .iter()
                .filter(|event| feed.events.contains(&event.name.as_str()))
                .cloned()
                .collect();
            if !for_it.is_empty() {
                let applied = (feed.apply)(self.app.clone(), for_it).await;
                result = result.and(applied.with_context(|| format!("feed the shelf {}", feed.shelf)));
            }
        }
        result
    }

    /// Written beside and renamed, so that it is never half there. A lost bookmark only costs a
    /// rebuild, so a failed write is no failure.
    fn keep_place(&self, place: &Place) {
        if let Some(file) = &self.bookmark {
            let beside = file.with_extension("new");
            let _ = std::fs::write(&beside, place.to_string()).and_then(|()| std::fs::rename(&beside, file));
        }
    }
}
