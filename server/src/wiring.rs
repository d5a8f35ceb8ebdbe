//! One line per room: routes, reactions, tables, shelves, slots.

use std::collections::HashSet;

use app::{Feed, Job, Reaction};
use db::{schema::Migration, sea_orm::ConnectionTrait};
use files::FileId;
use web::Routes;

use crate::machines;

/// Every route of the house. `payroll` is what the operator tells of the payroll partner.
pub fn routes(payroll: site::Payroll) -> Routes {
    Routes::new()
        .and(accounts::routes())
        .and(certification::routes())
        .and(certification::staff_routes())
        .and(profiles::routes(selection::beside_freelances()))
        .and(missions::routes(selection::beside_missions()))
        .and(messaging::routes(selection::beside_conversations()))
        .and(selection::routes())
        .and(notifications::routes())
        .and(staff::routes())
        .and(site::routes(payroll))
        .and(machines::routes())
}

/// Every table, floor by floor.
pub fn migrations() -> Vec<Migration> {
    let rooms = [
        web::migrations(),
        certification::migrations(),
        accounts::migrations(),
        profiles::migrations(),
        missions::migrations(),
        messaging::migrations(),
        selection::migrations(),
        notifications::migrations(),
        site::migrations(),
    ];
    rooms.into_iter().flatten().collect()
}

/// What happens after events.
pub fn reactions() -> Vec<Reaction> {
    let rooms = [
        accounts::reactions(),
        certification::reactions(),
        profiles::reactions(),
        selection::reactions(),
        notifications::reactions(),
    ];
    rooms.into_iter().flatten().collect()
}

/// Work that is enqueued by name.
pub fn jobs() -> Vec<Job> {
    [selection::jobs(), notifications::jobs()].concat()
}

/// Every search shelf.
pub fn shelves() -> Vec<search::Shelf> {
    [profiles::SHELVES, missions::SHELVES].concat()
}

/// What feeds them.
pub fn feeds() -> Vec<Feed> {
    [profiles::feeds(), missions::feeds()].concat()
}

/// The files that any room names. Every other one is swept: a room that keeps files stands here.
///
/// # Errors
/// What the engine says.
pub async fn files_in_use(db: &impl ConnectionTrait) -> Result<HashSet<FileId>, db::Error> {
    let rooms = [
        certification::files_in_use(db).await?,
        profiles::files_in_use(db).await?,
    ];
    Ok(rooms.into_iter().flatten().collect())
}

#[cfg(test)]
#[path = "wiring_tests.rs"]
mod tests;
