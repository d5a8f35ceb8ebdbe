//! The desk: what waits, and jobs that were given up. Queues stay in their own rooms.

pub mod paths;

use web::Routes;

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new()
}
