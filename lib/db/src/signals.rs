//! News between the processes on one base: "something about this topic changed".
//!
//! A signal carries no content, only a topic and a key; who hears it looks for itself. Within one
//! process it goes through a channel. On PostgreSQL it goes through NOTIFY, inside the transaction,
//! so it arrives at every replica exactly when the change becomes visible.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement,
    sqlx::postgres::PgListener,
};
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

/// One piece of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// What kind of thing changed, e.g. `viewer`.
    #[serde(rename = "t")]
    pub topic: String,
    /// Which one of them.
    #[serde(rename = "k")]
    pub key: String,
}

impl Signal {
    /// News about `key` under `topic`.
    pub fn new(topic: &str, key: impl ToString) -> Signal {
        Signal {
            topic: topic.to_owned(),
            key: key.to_string(),
        }
    }
}

/// The topic the job worker and followers of the journal wake up on.
pub(crate) const JOURNAL: &str = "journal";
/// Sent to every listener when news may have been missed: forget what was remembered.
pub const RESET: &str = "reset";
const CHANNEL: &str = "signals";

/// Sender and receiver of [`Signal`]s. Cheap to clone.
#[derive(Clone)]
pub struct Signals {
    local: broadcast::Sender<Signal>,
    /// `None` on SQLite, where this process is the only one.
    listening: Option<Arc<AtomicBool>>,
}

impl Signals {
    pub(crate) fn local() -> Signals {
        Signals {
            local: broadcast::Sender::new(4096),
            listening: None,
        }
    }

    pub(crate) async fn listening(connection: &DatabaseConnection) -> anyhow::Result<Signals> {
        let pool = connection.get_postgres_connection_pool().clone();
        let mut listener = PgListener::connect_with(&pool).await?;
        listener.listen(CHANNEL).await?;
        let connected = Arc::new(AtomicBool::new(true));
        let signals = Signals {
            local: broadcast::Sender::new(4096),
            listening: Some(connected.clone()),
        };
        let local = signals.local.clone();
        tokio::spawn(async move { relay(listener, &local, &connected).await });
        Ok(signals)
    }

    /// Hears everything from now on. A receiver that lags must treat it as a [`RESET`].
    pub fn subscribe(&self) -> broadcast::Receiver<Signal> {
        self.local.subscribe()
    }

    /// Whether news from other processes arrives. When it does not, nothing may be served from
    /// memory that another process could have changed.
    pub fn are_heard(&self) -> bool {
        self.listening
            .as_ref()
            .is_none_or(|connected| connected.load(Ordering::Acquire))
    }

    pub(crate) async fn announce(
        &self,
        tx: &DatabaseTransaction,
        signals: &[Signal],
    ) -> Result<(), crate::Error> {
        if self.listening.is_none() {
            return Ok(());
        }
        for signal in signals {
            let payload = serde_json::to_string(signal).unwrap_or_default();
            let notify = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_notify($1, $2)",
                [CHANNEL.into(), payload.into()],
            );
            tx.execute_raw(notify).await?;
        }
        Ok(())
    }

    /// Hands signals to this process at once. On PostgreSQL they arrive a second time through the
    /// listener, which is harmless: who hears a signal looks for itself.
    pub(crate) fn deliver(&self, signals: Vec<Signal>) {
        for signal in signals {
            let _ = self.local.send(signal);
        }
    }
}

/// Passes notifications on for as long as anyone could hear them; reconnects after a loss.
async fn relay(mut listener: PgListener, local: &broadcast::Sender<Signal>, connected: &AtomicBool) {
    loop {
        match listener.try_recv().await {
            Ok(Some(notice)) => {
                connected.store(true, Ordering::Release);
                if let Ok(signal) = serde_json::from_str(notice.payload()) {
                    let _ = local.send(signal);
                }
            }
            // The connection was lost (`None`: already being replaced): news may be missing.
            lost => {
                connected.store(false, Ordering::Release);
                let _ = local.send(Signal::new(RESET, ""));
                if let Err(error) = lost {
                    if matches!(error, sea_orm::sqlx::Error::PoolClosed) {
                        return;
                    }
                    tracing::warn!(%error, "signals: lost the listening connection");
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
                if listener.listen(CHANNEL).await.is_ok() {
                    connected.store(true, Ordering::Release);
                    let _ = local.send(Signal::new(RESET, ""));
                }
            }
        }
    }
}
