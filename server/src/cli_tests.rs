#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::mpsc;

use super::*;

#[test]
fn a_thread_that_never_ends_does_not_keep_the_process() {
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    let (never, heard) = mpsc::channel::<()>();
    let stuck = async move { drop(tokio::task::spawn_blocking(move || heard.recv())) };

    to_the_end(runtime, stuck, Duration::from_millis(10));

    drop(never);
}
