//! A browser as lean as possible and a server as a process of its own: for `cargo xtask bench`, and for the
//! tests that kill a server.

pub mod client;
pub mod load;
pub mod server;
