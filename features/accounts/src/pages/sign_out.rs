//! Sign-out.

use axum::http::HeaderValue;
use web::{Answer, Form, Page};

use super::Pressed;
use crate::{entrance, paths, words::words};

/// Whoever uses this computer next finds no page in its caches. The cookies stay: the sentence that
/// says good-bye is in one, and so are the language and the colours.
const CLEAR: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// Ends this browser's session. One that has ended already needs nothing more, not even a proof.
pub(crate) async fn leave(page: Page, form: Form<Pressed>) -> Answer {
    page.say(words(page.lang()).signed_out);
    if page.member().is_none() {
        page.end_session();
        return page.see_other(paths::SIGN_IN);
    }
    let deed = page.deed(&form.key).await?;
    entrance::leave(&page, &deed.tx).await?;
    let mut answer = deed.done(&page, paths::SIGN_IN).await?;
    answer.headers_mut().insert("clear-site-data", CLEAR);
    Ok(answer)
}
