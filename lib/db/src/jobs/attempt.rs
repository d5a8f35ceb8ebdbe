//! One attempt at a job, and how long to wait for the next.

use std::{any::Any, panic::AssertUnwindSafe, time::Duration};

use chrono::TimeDelta;
use futures::FutureExt;
use rand::RngExt;

use super::{Failed, Handler, Outcome, Task};

/// A handler that takes longer is taken for stuck.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Runs the handler, which may take too long or panic without harm to the worker.
pub(super) async fn attempt(handler: &Handler, task: Task) -> Outcome {
    let work = AssertUnwindSafe(async { handler(task).await }).catch_unwind();
    match tokio::time::timeout(TIME_LIMIT, work).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(Failed::Retry(anyhow::anyhow!(
            "panicked: {}",
            said(panic.as_ref())
        ))),
        Err(_) => Err(Failed::Retry(anyhow::anyhow!(
            "took longer than {} s",
            TIME_LIMIT.as_secs()
        ))),
    }
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without words")
}

/// 2 s, 4 s, 8 s … at most 6 h, each up to a quarter shorter or longer by chance so that jobs which
/// failed together do not come back together.
pub(super) fn pause(attempts: i64) -> TimeDelta {
    let exponent = u32::try_from(attempts.clamp(0, 20)).unwrap_or(20);
    let seconds = Ord::min(2_i64.saturating_pow(exponent).saturating_mul(2), 6 * 3600);
    let percent = rand::rng().random_range(75..=125);
    TimeDelta::milliseconds(seconds * 10 * percent)
}
