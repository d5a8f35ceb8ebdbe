//! What htmx says about a request.

use axum::http::HeaderMap;

/// Whether the page's script asks for a part of a page and not for all of it. A page restored from
/// history needs all of it.
pub(crate) fn wants_part(headers: &HeaderMap) -> bool {
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|found| found == value);
    says("hx-request", "true")
        && says("hx-request-type", "partial")
        && !headers.contains_key("hx-history-restore-request")
}
