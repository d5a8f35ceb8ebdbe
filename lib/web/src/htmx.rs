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

/// Whether an element of the page asks by itself (for news, for suggestions while one types), and not
/// a person who acts: a form that is sent, a link, a button.
pub(crate) fn asks_by_itself(headers: &HeaderMap) -> bool {
    let source = headers.get("hx-source").and_then(|source| source.to_str().ok());
    let element = source.and_then(|source| source.split('#').next());
    wants_part(headers) && element.is_some_and(|element| !matches!(element, "form" | "a" | "button"))
}
