//! A rebuild while serving: whoever wants one writes an order into the journal, and every process
//! that follows it rebuilds its own shelves.

use db::journal::{Event, Follower, Place};
use serde::{Deserialize, Serialize};

use super::{Feeder, LONGEST_PAUSE, POLL};
use crate::App;

/// Somebody wants every process to fill its shelves anew.
#[derive(Serialize, Deserialize)]
pub(super) struct RebuildOrdered {}

impl Event for RebuildOrdered {
    const NAME: &'static str = "app.rebuild_ordered";
}

impl Feeder {
    /// Has every process on this base rebuild its shelves: those that run at once, the others when
    /// they start. It needs no shelves of its own, so a command beside them can call it.
    ///
    /// # Errors
    /// When the base fails.
    pub async fn order_rebuild(app: &App) -> anyhow::Result<()> {
        let tx = app.begin().await?;
        app.record(&tx, &RebuildOrdered {}).await?;
        Ok(tx.commit().await?)
    }

    /// Rebuilds every shelf of this process. The news goes on being followed meanwhile, and searches
    /// are answered from what was there before.
    ///
    /// # Errors
    /// When the base or the index fails.
    pub async fn rebuild(&self) -> anyhow::Result<()> {
        let place = Place::now(self.app.db()).await?;
        self.rebuild_shelves(|_| Ok(true)).await?;
        let mut follower = self.follower.lock().await;
        // Back to where the rebuild began: news may come twice, and an order given meanwhile does come.
        self.keep_place(&place);
        *follower = Some(Follower::from(place));
        self.ordered.send_replace(false);
        Ok(())
    }

    /// Rebuilds whenever that is ordered, until the process stops. Dropped half-way, the shelves are as
    /// they were and the order stands.
    pub(super) async fn obey(&self) {
        let mut stopping = self.app.stopping();
        let mut ordered = self.ordered.subscribe();
        let mut pause = POLL;
        let rebuilding = async {
            while ordered.wait_for(|ordered| *ordered).await.is_ok() {
                match self.rebuild().await {
                    Ok(()) => {
                        tracing::info!("the search index is built anew, as ordered");
                        pause = POLL;
                    }
                    Err(error) => {
                        tracing::error!(error = format!("{error:#}"), "rebuild: will try again");
                        tokio::time::sleep(pause).await;
                        pause = (pause * 2).min(LONGEST_PAUSE);
                    }
                }
            }
        };
        tokio::select! {
            () = rebuilding => {}
            _ = stopping.wait_for(|stopping| *stopping) => {}
        }
    }
}
