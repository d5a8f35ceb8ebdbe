//! The web side over real sockets and through the router, on both engines where it stores.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod answers;
mod assets;
mod connections;
mod deeds;
mod kept;
mod languages;
mod limits;
mod pages;
mod site;
mod streams;
mod uploads;
mod viewers;
mod wire;
