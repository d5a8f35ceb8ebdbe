//! « Chercher un freelance » for those who may see full profiles, previews for everybody else.

use certification::rights::{COMPANY, STAFF};
use web::{Answer, Page};

use super::{previews, search};

/// Shows what this viewer may see of freelances (« Who sees what »).
pub(crate) async fn show(page: Page) -> Answer {
    if page.viewer().is_cleared(COMPANY) || page.viewer().is(STAFF) {
        search::show(&page)
    } else {
        previews::show(&page)
    }
}
