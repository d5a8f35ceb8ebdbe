//! Time and time-ordered ids, passed in so that rules and tests can choose them.

#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::{ContextV7, Uuid};

/// A moment in UTC with microsecond precision: what both engines store without loss.
pub type Timestamp = DateTime<Utc>;

/// Tells the time and makes keys that sort by it. Cheap to clone; clones share the same source.
#[derive(Clone)]
pub struct Clock(Arc<Source>);

struct Source {
    /// `None` follows the machine; `Some` stands still until moved.
    fixed: Mutex<Option<Timestamp>>,
    order: Mutex<ContextV7>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Clock {
        Clock::from(None)
    }

    /// A clock that stands at `moment` until [`Clock::advance`] moves it.
    pub fn fixed(moment: Timestamp) -> Clock {
        Clock::from(Some(moment))
    }

    fn from(fixed: Option<Timestamp>) -> Clock {
        Clock(Arc::new(Source {
            fixed: Mutex::new(fixed),
            order: Mutex::new(ContextV7::new()),
        }))
    }

    /// The time now, cut to microseconds: PostgreSQL keeps no more, and a value read back must
    /// equal the value written.
    pub fn now(&self) -> Timestamp {
        let fixed = *self.0.fixed.lock().unwrap_or_else(PoisonError::into_inner);
        let now = fixed.unwrap_or_else(machine_time);
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Moves a fixed clock forward; a system clock becomes fixed at now plus `by`.
    pub fn advance(&self, by: TimeDelta) {
        let later = self.now() + by;
        *self.0.fixed.lock().unwrap_or_else(PoisonError::into_inner) = Some(later);
    }

    /// Stands at `moment`, which may be past, or follows the machine again: for making up history.
    /// Keys made before and after do not sort by their order.
    pub fn set(&self, moment: Option<Timestamp>) {
        *self.0.fixed.lock().unwrap_or_else(PoisonError::into_inner) = moment;
        // A context never goes back.
        *self.0.order.lock().unwrap_or_else(PoisonError::into_inner) = ContextV7::new();
    }

    /// A new UUIDv7: later keys sort after earlier ones.
    pub fn key(&self) -> Uuid {
        let now = self.now();
        let order = self.0.order.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(
            &*order,
            seconds,
            now.timestamp_subsec_nanos(),
        ))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the machine's clock"
)]
fn machine_time() -> Timestamp {
    Utc::now()
}
