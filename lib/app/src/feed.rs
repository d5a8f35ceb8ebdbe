//! Keeps this process's own search shelves in step with the journal.
//!
//! Every replica has its own index, so this is not a job (done once for all) but a follower of
//! the journal (done by each for itself). What it applies may be applied twice without harm:
//! a feed reads the present state of what an event names and writes that.

use std::{path::PathBuf, sync::Arc, time::Duration};

use anyhow::Context;
use db::{
    Timestamp,
    journal::{Follower, Recorded},
};
use futures::future::BoxFuture;
use tokio::sync::Mutex;

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
    follower: Arc<Mutex<Follower>>,
    /// Where the place in the journal is kept between runs; `None` when the shelves are not either.
    bookmark: Option<PathBuf>,
}

impl Feeder {
    /// Begins where the bookmark says. Shelves that are new, damaged or of another version are
    /// rebuilt by [`Feeder::prepare`].
    pub fn new(app: App, feeds: Vec<Feed>, folder: Option<PathBuf>) -> Feeder {
        let bookmark = folder.map(|folder| folder.join("place"));
        let place = bookmark
            .as_ref()
            .and_then(|file| std::fs::read_to_string(file).ok());
        let place = place.and_then(|text| Timestamp::from_timestamp_micros(text.trim().parse().ok()?));
        let follower = Follower::from(place.unwrap_or_else(|| app.now()));
        Feeder {
            app,
            feeds: feeds.into(),
            follower: Arc::new(Mutex::new(follower)),
            bookmark,
        }
    }

    /// Rebuilds the shelves that need it.
    ///
    /// # Errors
    /// When the base or the index fails.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        for feed in self.feeds.iter() {
            let known = self.bookmark.as_ref().is_some_and(|file| file.exists());
            if !known || self.app.library().needs_rebuild(feed.shelf)? {
                (feed.rebuild)(self.app.clone())
                    .await
                    .with_context(|| format!("rebuild the shelf {}", feed.shelf))?;
            }
        }
        self.keep_place(self.follower.lock().await.place());
        Ok(())
    }

    /// Rebuilds every shelf.
    ///
    /// # Errors
    /// When the base or the index fails.
    pub async fn rebuild(&self) -> anyhow::Result<()> {
        for feed in self.feeds.iter() {
            (feed.rebuild)(self.app.clone())
                .await
                .with_context(|| format!("rebuild the shelf {}", feed.shelf))?;
        }
        Ok(())
    }

    /// Follows the journal until the process stops.
    pub async fn run(self) {
        let mut stopping = self.app.stopping();
        let mut signals = self.app.db().signals().subscribe();
        while !*stopping.borrow() {
            if let Err(error) = self.catch_up().await {
                tracing::error!(error = format!("{error:#}"), "feed: will try again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            tokio::select! {
                _ = signals.recv() => {}
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
                _ = stopping.changed() => {}
            }
        }
    }

    /// Applies everything recorded so far.
    ///
    /// # Errors
    /// When the base or the index fails; the same events come again at the next call.
    pub async fn catch_up(&self) -> anyhow::Result<()> {
        let mut follower = self.follower.lock().await;
        loop {
            let place = follower.place();
            let news = follower.news(self.app.db()).await?;
            if news.is_empty() {
                return Ok(());
            }
            if let Err(error) = self.apply(&news).await {
                *follower = Follower::from(place);
                return Err(error);
            }
            self.keep_place(follower.place());
        }
    }

    async fn apply(&self, news: &[Recorded]) -> anyhow::Result<()> {
        for feed in self.feeds.iter() {
            let for_it: Vec<Recorded> = news
                .iter()
                .filter(|event| feed.events.contains(&event.name.as_str()))
                .cloned()
                .collect();
            if !for_it.is_empty() {
                (feed.apply)(self.app.clone(), for_it)
                    .await
                    .with_context(|| format!("feed the shelf {}", feed.shelf))?;
            }
        }
        Ok(())
    }

    /// A lost bookmark only costs a longer look back, so a failed write is no failure.
    fn keep_place(&self, place: Timestamp) {
        if let Some(file) = &self.bookmark {
            let _ = std::fs::write(file, place.timestamp_micros().to_string());
        }
    }
}
