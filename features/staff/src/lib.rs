//! The desk: what waits for staff, and jobs that were given up. Queues stay in their own rooms.
//!
//! Promises:
//! - The desk counts, and leads to where the work is done.
//! - Of a job it shows name, times, attempts and the last error. What the job carries stays unseen:
//!   it may be somebody's letter.

mod pages;
pub mod paths;
mod words;

use web::Routes;

/// This room's pages.
pub fn routes() -> Routes {
    use certification::rights::STAFF_ONLY;
    use pages::{desk, jobs};

    Routes::new()
        .get(paths::DESK, STAFF_ONLY, desk::show)
        .get(paths::JOBS, STAFF_ONLY, jobs::show)
        .post("/staff/jobs/{job}/retry", STAFF_ONLY, jobs::retry)
}
