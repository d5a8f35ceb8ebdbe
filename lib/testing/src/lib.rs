//! For tests only: the house on a base of its own, and clients that behave like browsers.
//!
//! ```ignore
//! testing::on_both_engines! {
//!     async fn a_buyer_cannot_pay_twice(engine) {
//!         let house = House::build(engine, setup()).await;
//!         let buyer = house.member(BUYER);
//!         let answer = buyer.post("/payments", &[("amount", "20")]).await;
//!         answer.is(303);
//!     }
//! }
//! ```

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

mod client;
mod house;
mod log;

pub use client::{Client, Seen};
pub use db::Engine;
pub use house::{House, Setup, address, person};
pub use log::Log;
pub use tokio;

/// Declares a test that runs on SQLite and on PostgreSQL. The body gets the engine. PostgreSQL is
/// found at `JEM_TEST_POSTGRES`, which `cargo xtask test` sets; without it the test fails and says
/// so.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($engine:ident) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn story($engine: $crate::Engine) $body

            #[test]
            fn on_sqlite() {
                $crate::run(story($crate::Engine::Sqlite));
            }

            #[test]
            fn on_postgres() {
                $crate::run(story($crate::Engine::Postgres));
            }
        }
    )*};
}

/// Runs one story to its end.
pub fn run(story: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(story);
}
