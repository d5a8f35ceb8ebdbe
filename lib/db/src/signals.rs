//! News between the processes on one base: "something about this topic changed".
//!
//! A signal carries no content, only a topic and a key; who hears it looks for itself. Within one
//! process it goes through a channel. On PostgreSQL it goes through NOTIFY, inside the transaction,
//! so it arrives at every replica exactly when the change becomes visible.

#[cfg(test)]
mod tests;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement,
    sqlx::{self, PgPool, postgres::PgListener},
};
use serde::{Deserialize, Serialize};
use tokio::{sync::broadcast, time::timeout};

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
/// Each schema has a channel of its own: two houses in one base do not hear each other.
const CHANNEL: &str = "SELECT left('signals_' || coalesce(current_schema(), ''), 63)";
/// How long the listening connection may be silent before it is asked whether it lives.
const SILENCE: Duration = Duration::from_secs(10);
/// Pause between attempts to listen again.
const RETRY: Duration = Duration::from_millis(500);

/// Sender and receiver of [`Signal`]s. Cheap to clone.
#[derive(Clone)]
pub struct Signals {
    local: broadcast::Sender<Signal>,
    /// `None` on SQLite, where this process is the only one.
    listening: Option<Listening>,
}

#[derive(Clone)]
struct Listening {
    channel: Arc<str>,
    connected: Arc<AtomicBool>,
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
        let channel: String = sqlx::query_scalar(CHANNEL).fetch_one(&pool).await?;
        let listening = Listening {
            channel: channel.into(),
            connected: Arc::new(AtomicBool::new(true)),
        };
        let listener = listener_on(&pool, &listening.channel).await?;
        let signals = Signals {
            local: broadcast::Sender::new(4096),
            listening: Some(listening.clone()),
        };
        let local = signals.local.clone();
        tokio::spawn(async move { relay(pool, listener, &local, &listening).await });
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
            .is_none_or(|listening| listening.connected.load(Ordering::Acquire))
    }

    pub(crate) async fn announce(
        &self,
        tx: &DatabaseTransaction,
        signals: &[Signal],
    ) -> Result<(), crate::Error> {
        let Some(listening) = self.listening.as_ref().filter(|_| !signals.is_empty()) else {
            return Ok(());
        };
        let said: Vec<String> = signals
            .iter()
            .map(|signal| serde_json::to_string(signal).unwrap_or_default())
            .collect();
        let notify = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_notify($1, said) FROM jsonb_array_elements_text($2) AS said",
            [
                listening.channel.as_ref().into(),
                serde_json::Value::from(said).into(),
            ],
        );
        tx.execute_raw(notify).await?;
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

/// Passes notifications on until the pool is closed. Between the loss of a listener and the moment
/// the next one listens, nothing that is remembered may be trusted, and afterwards it is forgotten.
async fn relay(
    pool: PgPool,
    mut listener: PgListener,
    local: &broadcast::Sender<Signal>,
    listening: &Listening,
) {
    loop {
        if let Err(error) = listen(&mut listener, local).await {
            tracing::warn!(%error, "signals: lost the listening connection");
        }
        listening.connected.store(false, Ordering::Release);
        let _ = local.send(Signal::new(RESET, ""));
        drop(listener);
        listener = loop {
            if pool.is_closed() {
                return;
            }
            match listener_on(&pool, &listening.channel).await {
                Ok(listener) => break listener,
                Err(error) => tracing::warn!(%error, "signals: cannot listen"),
            }
            tokio::time::sleep(RETRY).await;
        };
        // In this order: who sees that news is heard again must find the order to forget.
        let _ = local.send(Signal::new(RESET, ""));
        listening.connected.store(true, Ordering::Release);
    }
}

/// Passes notifications on until the connection is lost. A connection can be lost without a word
/// (a pulled cable), so it is asked when it has been silent for long.
async fn listen(listener: &mut PgListener, local: &broadcast::Sender<Signal>) -> Result<(), sqlx::Error> {
    loop {
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(Ok(Some(notice))) => {
                if let Ok(signal) = serde_json::from_str(notice.payload()) {
                    let _ = local.send(signal);
                }
            }
            // `None`: lost.
            Ok(Ok(None)) => return Ok(()),
            Ok(Err(error)) => return Err(error),
            Err(_silent) => {
                let asked = timeout(SILENCE, sqlx::query("SELECT 1").execute(&mut *listener)).await;
                asked.map_err(|_| sqlx::Error::WorkerCrashed)??;
            }
        }
    }
}

async fn listener_on(pool: &PgPool, channel: &str) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.eager_reconnect(false);
    listener.listen(channel).await?;
    Ok(listener)
}
