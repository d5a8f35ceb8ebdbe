//! Who is looking, and how the house remembers it between requests.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use app::{App, Token};
use async_trait::async_trait;
use db::{
    Tx,
    signals::{RESET, Signal},
};
use i18n::Lang;
use tokio::sync::broadcast::{Receiver, error::TryRecvError};
use uuid::Uuid;

/// What kind of account looks. The kinds are named by the features; here they are only compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Role(pub &'static str);

/// A signed-in account.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The account.
    pub account: Uuid,
    /// The session it came with.
    pub session: Uuid,
    /// What kind of account it is.
    pub role: Role,
    /// Whether staff have cleared it for all that its role may do.
    pub cleared: bool,
    /// The name it goes by in the top bar.
    pub name: String,
    /// The language it chose.
    pub lang: Lang,
    /// What waits for it.
    pub counts: Counts,
}

/// Unread things, shown in the top bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Conversations with unread messages.
    pub messages: u64,
    /// Unread notifications.
    pub notifications: u64,
}

/// Who is looking.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Viewer {
    /// Nobody we know.
    #[default]
    Visitor,
    /// A signed-in account.
    Member(Member),
}

impl Viewer {
    /// The account, when there is one.
    pub fn member(&self) -> Option<&Member> {
        match self {
            Viewer::Visitor => None,
            Viewer::Member(member) => Some(member),
        }
    }

    /// Whether a signed-in account of this kind looks.
    pub fn is(&self, role: Role) -> bool {
        self.member().is_some_and(|member| member.role == role)
    }

    /// Whether a cleared account of this kind looks.
    pub fn is_cleared(&self, role: Role) -> bool {
        self.member()
            .is_some_and(|member| member.role == role && member.cleared)
    }
}

/// The slot that knows sessions. `server` fills it from the features that do.
#[async_trait]
pub trait Source: Send + Sync {
    /// The account behind a session's token (given as its hash), if the session still stands.
    async fn member(&self, app: &App, session: &str) -> anyhow::Result<Option<Member>>;
}

const TOPIC: &str = "viewer";

/// Makes every process forget what it remembers about `account` the moment `tx` commits. Call it
/// wherever account, session, role, clearance, name or an unread count changes.
pub fn changed(tx: &Tx, account: Uuid) {
    tx.signal(Signal::new(TOPIC, account));
}

/// Remembers viewers for a short while. An entry counts only if nothing was said about its account
/// since before it was loaded, so a lost right is lost on the next request.
pub(crate) struct Cache {
    app: App,
    source: std::sync::Arc<dyn Source>,
    entries: moka::sync::Cache<String, (u64, Member)>,
    changes: moka::sync::Cache<Uuid, u64>,
    /// Counts changes heard; entries older than `floor` are void.
    now: AtomicU64,
    floor: AtomicU64,
    news: Mutex<Receiver<Signal>>,
}

const REMEMBER: Duration = Duration::from_secs(30);

impl Cache {
    pub(crate) fn new(app: App, source: std::sync::Arc<dyn Source>) -> Cache {
        let news = Mutex::new(app.db().signals().subscribe());
        Cache {
            app,
            source,
            entries: moka::sync::Cache::builder()
                .max_capacity(50_000)
                .time_to_live(REMEMBER)
                .build(),
            // Twice as long as any entry lives, so that no entry outlives the news about it.
            changes: moka::sync::Cache::builder()
                .max_capacity(1_000_000)
                .time_to_live(REMEMBER * 2)
                .build(),
            now: AtomicU64::new(1),
            floor: AtomicU64::new(0),
            news,
        }
    }

    pub(crate) async fn viewer(&self, token: &Token) -> anyhow::Result<Viewer> {
        let session = token.hash();
        // Before hearing: a loss of news is told before it is over, so who sees it over has been told.
        let trusted = self.app.db().signals().are_heard();
        self.hear();
        let before = self.now.load(Ordering::SeqCst);
        if let Some((loaded, member)) = self.entries.get(&session).filter(|_| trusted) {
            let changed = self.changes.get(&member.account).unwrap_or(0);
            if loaded > changed && loaded > self.floor.load(Ordering::SeqCst) {
                return Ok(Viewer::Member(member));
            }
        }
        let Some(member) = self.source.member(&self.app, &session).await? else {
            return Ok(Viewer::Visitor);
        };
        self.entries.insert(session, (before, member.clone()));
        Ok(Viewer::Member(member))
    }

    /// Takes in what was said since the last look. It happens here, on the request's own path, and
    /// not in a task beside it: what committed before this request began has then been heard.
    fn hear(&self) {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match news.try_recv() {
                Ok(signal) if signal.topic == TOPIC => {
                    if let Ok(account) = signal.key.parse() {
                        self.changes
                            .insert(account, self.now.fetch_add(1, Ordering::SeqCst));
                    }
                }
                Ok(signal) if signal.topic == RESET => self.forget_all(),
                Ok(_) => {}
                Err(TryRecvError::Lagged(_)) => self.forget_all(),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return,
            }
        }
    }

    fn forget_all(&self) {
        self.floor
            .store(self.now.fetch_add(1, Ordering::SeqCst), Ordering::SeqCst);
    }
}
