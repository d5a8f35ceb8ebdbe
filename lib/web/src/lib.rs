//! How a page, a form and an action are written in this house.
//!
//! Promises:
//! - A handler takes [`Page`], who ([`routes::Right`] and an extractor), where, what
//!   ([`Form`], [`Upload`]) and gives an [`Answer`].
//! - Each route states who may call it; the same table is enforced, printed and tested.
//! - Whatever goes wrong is a page in the reader's language with a way out ([`Problem`]).
//! - Every POST carries a signed one-time key ([`Form`]), so it comes from our own page and a
//!   double click is one deed ([`Page::deed`]).
//!
//! Words owned: those every page shares. Not here: what any account may do; see [`viewer`].

mod assets;
mod body;
mod choice;
pub mod chrome;
mod client;
mod context;
mod deed;
mod form;
mod headers;
mod htmx;
mod input;
mod kept;
mod key;
pub mod limits;
mod page;
mod pager;
mod plain;
mod problem;
pub mod routes;
pub mod serve;
mod socket;
mod streams;
mod svg;
mod theme;
mod upload;
pub mod viewer;
mod wire;
pub mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use app::App;

pub use choice::choice_id;
pub use client::{Network, Proxies};
pub use deed::{Deed, migrations, sweep};
pub use form::{Faults, Form};
pub use input::Text;
pub use key::FormKey;
pub use page::{Answer, Html, OrNotFound, Page};
pub use pager::{Pager, PagerRow};
pub use problem::{Notice, Problem};
pub use routes::{ANYONE, MEMBER, Right, Routes};
pub use svg::{Avatar, Icon, Mark, Motif};
pub use theme::Theme;
pub use upload::{Received, Upload};
pub use viewer::{Counts, Member, Role, Viewer};

pub use axum;
pub use axum::response::Response;

/// Everything a request needs: the state of every router in the house. Cheap to clone.
#[derive(Clone)]
pub struct Web(Arc<Inner>);

struct Inner {
    app: App,
    settings: Settings,
    viewers: viewer::Cache,
    chrome: Arc<dyn chrome::Source>,
    limits: limits::Limits,
    streams: streams::Streams,
}

/// How this site faces the network.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Host names that requests may ask for; empty allows any, for a demo on whatever name its
    /// machine has.
    pub hosts: Vec<String>,
    /// Whose word about the client's address is taken.
    pub proxies: Proxies,
}

impl Web {
    /// Puts the web side together around `app` and the slots others fill.
    pub fn new(
        app: App,
        settings: Settings,
        members: Arc<dyn viewer::Source>,
        chrome: Arc<dyn chrome::Source>,
    ) -> Web {
        let viewers = viewer::Cache::new(app.clone(), members);
        let limits = limits::Limits::new(app.limits());
        Web(Arc::new(Inner {
            app,
            settings,
            viewers,
            chrome,
            limits,
            streams: streams::Streams::default(),
        }))
    }

    /// The services.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// Whether this site is reached by https, so that cookies may be tied to it.
    pub(crate) fn is_secure(&self) -> bool {
        self.app().site().url.starts_with("https://")
    }
}

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Page {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Page>()
            .cloned()
            .ok_or_else(|| Problem::broken("a page outside the page layer"))
    }
}
