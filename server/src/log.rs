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
    // Otherwise a reader of the log that is gone ends the process, which wants to complain about it.
    let layer = fmt::layer()
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.with(layer).init();
    } else {
        log.with(layer.json()).init();
    }
}
