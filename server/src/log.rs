//! The log: for people on a terminal, JSON otherwise.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts it. `RUST_LOG` chooses what is said; a demo says only what went wrong.
pub fn start(quiet: bool) {
    let wanted = std::env::var(EnvFilter::DEFAULT_ENV).ok();
    let log = tracing_subscriber::registry().with(filter(wanted.as_deref(), quiet));
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

fn filter(wanted: Option<&str>, quiet: bool) -> EnvFilter {
    let usual = if quiet {
        "warn"
    } else {
        "info,sqlx=warn,tantivy=warn"
    };
    // It writes what it likes about files that strangers send: as many lines as they want.
    let silent = |wanted: &str| EnvFilter::try_new(format!("{wanted},lopdf=off"));
    let wanted = wanted.filter(|wanted| !wanted.is_empty());
    let chosen = wanted.and_then(|wanted| silent(wanted).ok());
    chosen.or_else(|| silent(usual).ok()).unwrap_or_default()
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
