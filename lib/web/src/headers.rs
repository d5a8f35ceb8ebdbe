//! What every answer says to the browser, and what every request must look like.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{Problem, Web, assets, plain};

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What a page depends on besides its address.
const PAGES_VARY: &str = "accept-language, cookie, hx-request, hx-request-type, hx-history-restore-request";

/// Refuses bad hosts, answers assets, and sets the security headers on everything.
pub(crate) async fn layer(State(web): State<Web>, request: Request, next: Next) -> Response {
    let known = is_known_host(&web, &request);
    let is_asset = request.uri().path().starts_with("/static/")
        && matches!(*request.method(), Method::GET | Method::HEAD);
    let chunked = request.headers().contains_key(header::TRANSFER_ENCODING);
    let mut response = if !known {
        plain::page(&web, StatusCode::MISDIRECTED_REQUEST, Some(request.headers()))
    } else if let Some(asset) = is_asset
        .then(|| assets::serve(request.uri().path(), request.headers()))
        .flatten()
    {
        asset
    } else {
        let mut response = next.run(request).await;
        let headers = response.headers_mut();
        if !is_for_all(headers) {
            headers.append(header::VARY, HeaderValue::from_static(PAGES_VARY));
        }
        response
    };
    if chunked {
        response
            .headers_mut()
            .insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    dress(&web, response.headers_mut());
    response
}

/// Whether the answer is the same whoever looks.
fn is_for_all(headers: &HeaderMap) -> bool {
    let kept = headers.get(header::CACHE_CONTROL);
    kept.is_some_and(|kept| kept.as_bytes().starts_with(b"public"))
}

/// The headers of every answer.
pub(crate) fn dress(web: &Web, headers: &mut HeaderMap) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CSP);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::CACHE_CONTROL, "no-store");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    );
    if web.is_secure() {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
}

/// A request names exactly one host, and one that is ours.
fn is_known_host(web: &Web, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let Some(host) = host.to_str().ok().filter(|host| !host.contains('@')) else {
        return false;
    };
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    // A request to a proxy names its host twice; the two must agree.
    if request.uri().authority().is_some_and(|named| *named != authority) {
        return false;
    }
    let allowed = &web.0.settings.hosts;
    allowed.is_empty()
        || allowed
            .iter()
            .any(|name| name.eq_ignore_ascii_case(authority.host()))
}

/// Refuses bodies without a length: no browser sends a form that way, and where two ways to tell
/// the length meet, a proxy and we might see different requests.
pub(crate) async fn one_length(request: Request, next: Next) -> Response {
    if request.headers().contains_key(header::TRANSFER_ENCODING) {
        Problem::BadRequest.into_response()
    } else {
        next.run(request).await
    }
}

/// Refuses unsafe requests that another site caused. The form's key proves the same a second time.
pub(crate) async fn same_site(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    match origin(request.headers()) {
        Origin::Elsewhere => Problem::Stale.into_response(),
        Origin::Ours | Origin::Untold => next.run(request).await,
    }
}

/// Which site caused a request, as far as the browser says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A page of this site.
    Ours,
    /// Another site.
    Elsewhere,
    /// No page: the person's own doing, or a program that is no browser.
    Untold,
}

pub(crate) fn origin(headers: &HeaderMap) -> Origin {
    let said = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = said(HeaderName::from_static("sec-fetch-site"));
    match (site, said(header::ORIGIN)) {
        (Some("same-origin"), _) => Origin::Ours,
        (Some("none"), _) | (None, None) => Origin::Untold,
        (Some(_), _) => Origin::Elsewhere,
        (None, Some(origin)) => {
            let from = origin.split_once("://").map(|(_, rest)| rest);
            if from.is_some() && from == said(header::HOST) {
                Origin::Ours
            } else {
                Origin::Elsewhere
            }
        }
    }
}
