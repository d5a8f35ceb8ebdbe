//! From routes to answers on a socket.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, DefaultBodyLimit, Request},
    http::header,
    middleware,
    response::{IntoResponse, Response},
};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
};
use tokio::{net::TcpListener, sync::Semaphore};
use tower::{Service, ServiceExt};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, Predicate,
        predicate::{NotForContentType, SizeAbove},
    },
    timeout::RequestBodyTimeoutLayer,
};

use crate::{Page, Problem, Routes, Web, context, headers, problem};

/// The largest body of a form without files, in bytes.
const FORM_BYTES: usize = 512 * 1024;
/// A client that sends nothing for this long is let go.
const QUIET: Duration = Duration::from_secs(15);
/// A request's head must be complete within this time; idle connections end then too.
const HEAD: Duration = Duration::from_secs(20);
/// Connections open at once; more wait to be accepted.
const CONNECTIONS: usize = 8_192;
/// How long requests in flight may take after the order to stop.
const GRACE: Duration = Duration::from_secs(20);

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
    routes
        .into_router()
        .fallback(|| async { Problem::NotFound })
        .method_not_allowed_fallback(|| async { Problem::Method })
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(middleware::from_fn(headers::same_site))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            Problem::broken("a handler panicked").into_response()
        }))
        .layer(middleware::from_fn(problem::layer))
        .layer(middleware::from_fn_with_state(web.clone(), context::layer))
        .layer(compressed)
        .layer(RequestBodyTimeoutLayer::new(QUIET))
        .layer(middleware::from_fn_with_state(web.clone(), headers::layer))
        .layer(middleware::from_fn(log))
        .with_state(web.clone())
}

/// One line per request: no address, no query, no names.
async fn log(request: Request, next: middleware::Next) -> Response {
    let began = std::time::Instant::now();
    let method = request.method().clone();
    let path = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let shown = path.unwrap_or_else(|| {
        request
            .uri()
            .path()
            .chars()
            .filter(|c| !c.is_control())
            .take(120)
            .collect()
    });
    let mut response = next.run(request).await;
    let taken = began.elapsed();
    let status = response.status().as_u16();
    metrics::histogram!("http_request_seconds", "status" => status.to_string()).record(taken.as_secs_f64());
    let request = response.extensions().get::<Page>().map(Page::request);
    let shown = redact(&shown);
    match request {
        Some(request) => {
            tracing::info!(target: "request", %method, path = %shown, status, micros = taken.as_micros() as u64, request = %request.simple());
            if let Ok(value) = request.simple().to_string().parse() {
                response.headers_mut().insert("x-request-id", value);
            }
        }
        None => {
            tracing::debug!(target: "request", %method, path = %shown, status, micros = taken.as_micros() as u64)
        }
    }
    response
}

/// Tokens stand in paths of mailed links and belong in no log: long segments are cut.
fn redact(path: &str) -> String {
    path.split('/')
        .map(|part| if part.len() > 40 { "…" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

/// Serves on `listener` until `app.stop()`, then finishes what is in flight.
///
/// # Errors
/// When the socket breaks.
pub async fn serve(web: &Web, router: Router, listener: TcpListener) -> anyhow::Result<()> {
    let mut stopping = web.app().stopping();
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(64 * 1024)
        .max_headers(64);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(HEAD)
        .max_concurrent_streams(64)
        .max_header_list_size(32 * 1024);
    loop {
        let permit = room.clone().acquire_owned().await?;
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                // Out of file handles, say: those in use will be given back.
                Err(error) => {
                    tracing::warn!(%error, "could not accept a connection");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = stopping.changed() => break,
        };
        let _ = stream.set_nodelay(true);
        let service = hyper_util::service::TowerToHyperService::new(with_peer(router.clone(), peer));
        let connection = builder
            .serve_connection(TokioIo::new(stream), service)
            .into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
    Ok(())
}

fn with_peer(
    router: Router,
    peer: SocketAddr,
) -> impl Service<hyper::Request<hyper::body::Incoming>, Response = Response, Error = Infallible, Future: Send>
+ Clone {
    tower::service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let mut request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    })
}

/// A stream of server-sent events: an answer that stays open.
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
