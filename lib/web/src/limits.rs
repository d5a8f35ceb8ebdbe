//! How often something may be done.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    net::IpAddr,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};

use crate::client::household;

/// A limit: so many at once, then one more each time a share of the hour has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// Its name, unique in the house.
    pub name: &'static str,
    /// How many may come at once.
    pub burst: u32,
    /// How many come back in an hour.
    pub per_hour: u32,
}

/// Says in an answer (429) after how long one may send again.
pub fn retry_after(mut answer: Response, wait: Duration) -> Response {
    let seconds = HeaderValue::from(wait.as_secs() + 1);
    answer.headers_mut().insert(header::RETRY_AFTER, seconds);
    answer
}

/// From so many entries on, those that have recovered are forgotten.
const MANY: usize = 100_000;

/// Counts what was done, by limit and by whom. It lives in this process: with several replicas
/// each allows its own share, which is still a limit.
pub(crate) struct Limits {
    factor: f64,
    by_limit: Mutex<HashMap<Limit, Arc<DefaultKeyedRateLimiter<u64>>>>,
    swept: Mutex<Instant>,
}

impl Limits {
    pub(crate) fn new(factor: f64) -> Limits {
        Limits {
            factor,
            by_limit: Mutex::default(),
            swept: Mutex::new(Instant::now()),
        }
    }

    /// Counts one more by `who`; when that is one too many, says how long to wait.
    pub(crate) fn spend(&self, limit: Limit, who: impl Hash) -> Result<(), Duration> {
        let limiter = {
            let mut all = self.by_limit.lock().unwrap_or_else(PoisonError::into_inner);
            all.entry(limit)
                .or_insert_with(|| Arc::new(RateLimiter::keyed(self.quota(limit))))
                .clone()
        };
        let mut hasher = DefaultHasher::new();
        who.hash(&mut hasher);
        if limiter.len() > MANY && self.is_time_to_sweep() {
            limiter.retain_recent();
        }
        limiter
            .check_key(&hasher.finish())
            .map_err(|wait| wait.wait_time_from(governor::clock::DefaultClock::default().now()))
    }

    /// Sweeping looks at every entry: not with each of the requests of a flood.
    fn is_time_to_sweep(&self) -> bool {
        let mut swept = self.swept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = swept.elapsed() > Duration::from_secs(10);
        if is_time {
            *swept = Instant::now();
        }
        is_time
    }

    pub(crate) fn by_address(address: IpAddr) -> impl Hash {
        household(address)
    }

    fn quota(&self, limit: Limit) -> Quota {
        let scaled = |n: u32| {
            NonZeroU32::new((f64::from(n) * self.factor).clamp(1.0, 1e9) as u32).unwrap_or(NonZeroU32::MIN)
        };
        Quota::per_hour(scaled(limit.per_hour)).allow_burst(scaled(limit.burst))
    }
}
