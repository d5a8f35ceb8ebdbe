//! From routes to answers on a socket.

use std::{any::Any, convert::Infallible};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    http::{StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, Predicate,
        predicate::{NotForContentType, SizeAbove},
    },
};

use crate::{Page, Problem, Routes, Web, context, headers, plain, problem};

pub use crate::socket::{Pace, serve, serve_at};

/// The largest body of a form without files, in bytes.
const FORM_BYTES: usize = 512 * 1024;

/// All routes with the layers around them.
pub fn service(web: &Web, routes: Routes) -> Router {
    let compressed = CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(
            SizeAbove::new(700)
                .and(NotForContentType::SSE)
                .and(NotForContentType::IMAGES)
                .and(NotForContentType::const_new("application/pdf")),
        );
    let broken = web.clone();
    routes
        .into_router()
        .fallback(|| async { Problem::NotFound })
        .method_not_allowed_fallback(|| async { Problem::Method })
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(middleware::from_fn(headers::same_site))
        .layer(middleware::from_fn(headers::one_length))
        .layer(CatchPanicLayer::custom(|_: Box<dyn Any + Send>| {
            Problem::broken("a handler panicked").into_response()
        }))
        .layer(middleware::from_fn(problem::layer))
        .layer(middleware::from_fn_with_state(web.clone(), context::layer))
        .layer(compressed)
        .layer(CatchPanicLayer::custom(move |_: Box<dyn Any + Send>| {
            plain::page(&broken, StatusCode::INTERNAL_SERVER_ERROR, None)
        }))
        .layer(middleware::from_fn_with_state(web.clone(), headers::layer))
        .layer(middleware::from_fn(log))
        .with_state(web.clone())
}

/// One line per request: no address, no path as typed, no query, no names.
async fn log(request: Request, next: middleware::Next) -> Response {
    let began = std::time::Instant::now();
    let method = request.method().clone();
    // The pattern, never the path: a path may hold a token or a name.
    let path = request.extensions().get::<MatchedPath>().cloned();
    let path = path.as_ref().map_or("unmatched", MatchedPath::as_str);
    let mut response = next.run(request).await;
    let taken = began.elapsed();
    let status = response.status().as_u16();
    metrics::histogram!("http_request_seconds", "status" => status.to_string()).record(taken.as_secs_f64());
    let request = response.extensions().get::<Page>().map(Page::request);
    match request {
        Some(request) => {
            tracing::info!(target: "request", %method, path, status, micros = taken.as_micros() as u64, request = %request.simple());
            if let Ok(value) = request.simple().to_string().parse() {
                response.headers_mut().insert("x-request-id", value);
            }
        }
        None => {
            tracing::debug!(target: "request", %method, path, status, micros = taken.as_micros() as u64)
        }
    }
    response
}

/// A stream of server-sent events: an answer that stays open.
///
/// It should carry only news ("look again"), no content: each look is a request of its own, with
/// its rights checked. What bounds such answers is told in `streams.rs`; they end by themselves
/// when the process stops.
pub fn events(
    stream: impl futures::Stream<Item = Result<axum::response::sse::Event, Infallible>> + Send + 'static,
) -> Response {
    let mut response = axum::response::Sse::new(stream)
        .keep_alive(axum::response::sse::KeepAlive::default())
        .into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    // Proxies that gather answers before they pass them on (nginx) let this one through at once.
    headers.insert("x-accel-buffering", header::HeaderValue::from_static("no"));
    response
}
