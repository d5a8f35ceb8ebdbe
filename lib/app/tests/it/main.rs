//! The services of `app` on a base of their own.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod feeds;
mod services;
mod things;
