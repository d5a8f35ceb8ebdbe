//! Who hears what: the bell and the letters of the table in `spec/selection.md` (R73, R109).

pub mod paths;

use app::Reaction;
use db::schema::Migration;
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::Routes;

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new()
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
/// What this room does on events: rings bells, posts letters.
pub fn reactions() -> Vec<Reaction> {
    Vec::new()
}
/// How many notifications this account has not read.
pub async fn unread(_db: &impl ConnectionTrait, _account: Uuid) -> Result<u64, db::Error> {
    todo!()
}
