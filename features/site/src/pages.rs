//! This room's pages.

pub(crate) mod home;

use web::Page;

/// A text of this room with the product's name where it says `{brand}`.
fn with_brand(page: &Page, text: &str) -> String {
    text.replace("{brand}", page.brand())
}
