//! The log: for people on a terminal, JSON otherwise.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts it. `RUST_LOG` chooses what is said; a demo says only what went wrong.
pub fn start(quiet: bool) {
    let usual = if quiet {
        "warn"
    } else {
        "info,sqlx=warn,tantivy=warn"
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::registry().with(filter);
    if std::io::stderr().is_terminal() {
        log.with(fmt::layer().with_writer(std::io::stderr)).init();
    } else {
        log.with(fmt::layer().json().with_writer(std::io::stderr)).init();
    }
}
