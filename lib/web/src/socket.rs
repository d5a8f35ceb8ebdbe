//! Connections: accepting them, bounding them, ending them.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, Response, StatusCode},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
};
use tower::ServiceExt;

use crate::{
    Web,
    body::Paced,
    client::household,
    plain,
    streams::Counts,
    wire::{Answering, Turns, Wire},
};

/// How long a client may take, and how much of the house it may hold.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// A request's head must be complete within this time; a connection without one ends then too.
    pub head: Duration,
    /// A client that sends nothing of a body for this long is let go.
    pub pause: Duration,
    /// A whole body must be here within this time.
    pub body: Duration,
    /// A client that takes nothing of its answer for this long is let go.
    pub taking: Duration,
    /// How long what a client still sends is thrown away after it was refused.
    pub farewell: Duration,
    /// How long requests in flight may take after the order to stop.
    pub grace: Duration,
    /// Connections open at once; more wait to be accepted.
    pub connections: usize,
    /// Of these, for one address (or its IPv6 /64), unless it is one of our proxies.
    pub by_address: usize,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace {
            head: Duration::from_secs(20),
            pause: Duration::from_secs(15),
            body: Duration::from_secs(300),
            taking: Duration::from_secs(30),
            farewell: Duration::from_secs(3),
            grace: Duration::from_secs(20),
            connections: 8_192,
            by_address: 512,
        }
    }
}

/// Serves on `listener` until `app.stop()`, then finishes what is in flight.
///
/// # Errors
/// When the socket breaks.
pub async fn serve(web: &Web, router: Router, listener: TcpListener) -> anyhow::Result<()> {
    serve_at(web, router, listener, Pace::default()).await
}

/// [`serve`], at a pace of one's own.
///
/// HTTP/1.1 only: it is what proxies speak to what stands behind them, and no other version lets
/// the time a head may take be bounded.
///
/// # Errors
/// When the socket breaks.
pub async fn serve_at(web: &Web, router: Router, listener: TcpListener, pace: Pace) -> anyhow::Result<()> {
    let mut stopped = std::pin::pin!(stopped(web.app().stopping()));
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(pace.connections));
    let guests = Counts::default();
    let by_address = (pace.by_address as f64 * web.app().limits()).max(1.0) as usize;
    loop {
        let permit = tokio::select! {
            permit = room.clone().acquire_owned() => permit?,
            () = &mut stopped => break,
        };
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
            () = &mut stopped => break,
        };
        let address = peer.ip().to_canonical();
        let most = if web.0.settings.proxies.include(address) {
            usize::MAX
        } else {
            by_address
        };
        let Some(place) = guests.enter([(household(address), most)]) else {
            continue;
        };
        let connection = connect(web, router.clone(), stream, peer, pace);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            metrics::gauge!("http_connections").increment(1);
            let _ = connection.await;
            metrics::gauge!("http_connections").decrement(1);
            drop((permit, place));
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(pace.grace, graceful.shutdown()).await;
    Ok(())
}

async fn stopped(mut stopping: watch::Receiver<bool>) {
    drop(stopping.wait_for(|stop| *stop).await);
}

fn connect(
    web: &Web,
    router: Router,
    stream: TcpStream,
    peer: SocketAddr,
    pace: Pace,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send + use<> {
    let _ = stream.set_nodelay(true);
    let turns = Arc::new(Turns::default());
    let wire = Wire::new(stream, web.clone(), turns.clone(), pace);
    let web = web.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        let turn = turns.begin();
        let mut request = request.map(|body| Body::new(Paced::new(body, turns.clone(), pace)));
        request.extensions_mut().insert(ConnectInfo(peer));
        let (web, router) = (web.clone(), router.clone());
        async move {
            let response = answer(&web, router, request).await;
            Ok::<_, Infallible>(response.map(|body| Answering { body, _turn: turn }))
        }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(pace.head)
        .max_buf_size(64 * 1024)
        .max_headers(64)
        .serve_connection(TokioIo::new(wire), service)
}

/// A deed runs to its end even if the client hangs up in its midst: what was committed is then
/// also told to those who must hear of it.
async fn answer(web: &Web, router: Router, request: Request<Body>) -> Response<Body> {
    let asked = request.headers().clone();
    let answered = if matches!(*request.method(), Method::GET | Method::HEAD) {
        Ok(router.oneshot(request).await)
    } else {
        tokio::spawn(router.oneshot(request)).await
    };
    match answered {
        Ok(Ok(response)) => response,
        Err(_) => plain::page(web, StatusCode::INTERNAL_SERVER_ERROR, Some(&asked)),
    }
}
