//! The services a feature may use, in one value that is cheap to clone.
//!
//! Promises: a feature needs nothing global. Time, keys and tokens come from here; letters leave
//! through a job; reactions and feeds are plain values that `server` collects.

mod feed;
mod post;
mod reaction;
mod token;

use std::sync::{Arc, OnceLock};

use db::{Clock, Db, Key, Timestamp, Tx, journal, signals::Signal};
use futures::Stream;
use mail::AddressBook;
use tokio::sync::watch;
use tokio_stream::{StreamExt, wrappers::BroadcastStream};
use uuid::Uuid;

pub use feed::{Feed, Feeder};
pub use reaction::{Job, Reaction, Then};
pub use token::Token;

/// Who runs this site and where it stands: what appears in pages and letters.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address everyone uses, without a slash at the end. Links in letters begin with it.
    pub url: String,
    /// The product's name.
    pub name: String,
    /// The operator's line at the foot of pages and letters.
    pub operator: String,
}

/// The host name in an address such as [`Site::url`], without its port; an IPv6 address keeps its brackets.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// What an [`App`] is made of.
pub struct Parts {
    /// The base.
    pub db: Db,
    /// Time and keys.
    pub clock: Clock,
    /// Outgoing mail.
    pub mailer: mail::Mailer,
    /// Document storage.
    pub files: files::Files,
    /// Search shelves.
    pub library: search::Library,
    /// Name and address.
    pub site: Site,
    /// At least 32 random bytes that sign forms; the same on every replica.
    pub secret: Vec<u8>,
    /// Multiplies every rate limit: 1 in production, more for load tests.
    pub limits: f64,
}

/// The services, shared by everything that runs in this process.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    parts: Parts,
    address_book: OnceLock<Arc<dyn AddressBook>>,
    stop: watch::Sender<bool>,
}

/// The topic of [`App::live`].
const LIVE: &str = "live";

impl App {
    /// Puts the services together.
    pub fn new(parts: Parts) -> App {
        let (stop, _) = watch::channel(false);
        App(Arc::new(Inner {
            parts,
            address_book: OnceLock::new(),
            stop,
        }))
    }

    /// The base.
    pub fn db(&self) -> &Db {
        &self.0.parts.db
    }

    /// Begins a write; see [`Db::begin`].
    ///
    /// # Errors
    /// When the base is busy or broken.
    pub async fn begin(&self) -> Result<Tx, db::Error> {
        self.db().begin().await
    }

    /// Time and keys.
    pub fn clock(&self) -> &Clock {
        &self.0.parts.clock
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock().now()
    }

    /// A new key of any kind.
    pub fn key<K: Key>(&self) -> K {
        K::of(self.clock().key())
    }

    /// Outgoing mail, for those who look at it; features send with [`App::post`].
    pub fn mailer(&self) -> &mail::Mailer {
        &self.0.parts.mailer
    }

    /// Document storage.
    pub fn files(&self) -> &files::Files {
        &self.0.parts.files
    }

    /// Search shelves.
    pub fn library(&self) -> &search::Library {
        &self.0.parts.library
    }

    /// Name and address of this site.
    pub fn site(&self) -> &Site {
        &self.0.parts.site
    }

    /// The absolute address of a path, for letters.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site().url)
    }

    /// What signs forms.
    pub fn secret(&self) -> &[u8] {
        &self.0.parts.secret
    }

    /// The factor on every rate limit.
    pub fn limits(&self) -> f64 {
        self.0.parts.limits
    }

    /// Writes an event down within `tx`; see [`journal::record`].
    ///
    /// # Errors
    /// What the engine says.
    pub async fn record<E: journal::Event>(&self, tx: &Tx, event: &E) -> Result<(), db::Error> {
        journal::record(tx, self.clock(), event).await.map(drop)
    }

    /// Tells the open pages that listen to `topic` that there is news, once `tx` has committed.
    /// Nothing but the topic is sent: each page fetches what its own reader may see.
    pub fn tell(&self, tx: &Tx, topic: Uuid) {
        tx.signal(Signal::new(LIVE, topic));
    }

    /// News about `topic` for an open page. One item may stand for several pieces of news, and one
    /// comes for nothing when some may have been missed: the page looks again either way.
    pub fn live(&self, topic: Uuid) -> impl Stream<Item = ()> + Send + use<> {
        let wanted = topic.to_string();
        let signals = BroadcastStream::new(self.db().signals().subscribe());
        signals.filter_map(move |heard| match heard {
            Ok(signal) if signal.topic == LIVE && signal.key == wanted => Some(()),
            Ok(signal) if signal.topic == db::signals::RESET => Some(()),
            Ok(_) => None,
            Err(_lagged) => Some(()),
        })
    }

    /// Fills the slot that turns an account into an address and a language. Once, at start.
    pub fn fill_address_book(&self, book: Arc<dyn AddressBook>) {
        let _ = self.0.address_book.set(book);
    }

    /// Turns true when the process is told to stop; what is open for long should then end.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stop.subscribe()
    }

    /// Tells everything that runs for long to end.
    pub fn stop(&self) {
        self.0.stop.send_replace(true);
    }
}
