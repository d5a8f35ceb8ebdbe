//! Home, help, legal pages, contact (R14, R17, R117, R118), and the words around every page.

mod pages;
pub mod paths;
mod words;

use db::schema::Migration;
use web::Routes;

pub use words::{ChromeWords, chrome_words};

/// This room's pages.
pub fn routes() -> Routes {
    Routes::new().get(paths::HOME, web::ANYONE, pages::home::show)
}
/// This room's tables.
pub fn migrations() -> Vec<Migration> {
    Vec::new()
}
