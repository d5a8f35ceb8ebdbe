//! Sign-out.

use web::{Answer, Form, Page};

use super::Pressed;
use crate::{entrance, paths, words::words};

/// Ends this browser's session. One that has ended already needs nothing more, not even a proof.
pub(crate) async fn leave(page: Page, form: Form<Pressed>) -> Answer {
    page.say(words(page.lang()).signed_out);
    if page.member().is_none() {
        page.end_session();
        return page.see_other(paths::SIGN_IN);
    }
    let deed = page.deed(&form.key).await?;
    entrance::leave(&page, &deed.tx).await?;
    deed.done(&page, paths::SIGN_IN).await
}
