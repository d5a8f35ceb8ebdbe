//! Addresses for machines: alive, ready, metrics.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use app::App;
use axum::{
    Router,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::{net::TcpListener, sync::Mutex};
use web::{ANYONE, Answer, Page, Routes};

/// `/healthz` and `/readyz`.
pub fn routes() -> Routes {
    let last = Arc::new(Mutex::new(None));
    Routes::new()
        .get("/healthz", ANYONE, healthz)
        .get("/readyz", ANYONE, move |page| readyz(page, last.clone()))
}

/// How long a good answer stands. Anybody may ask, and finding out writes to base and files.
const READY_FOR: Duration = Duration::from_secs(1);

/// This process lives.
async fn healthz() -> Answer {
    Ok(text(StatusCode::OK, "ok"))
}

/// Base, files and index answer: send requests here. One asks at a time, the others wait for it.
async fn readyz(page: Page, last: Arc<Mutex<Option<Instant>>>) -> Answer {
    let mut last = last.lock().await;
    if last.is_none_or(|at| at.elapsed() >= READY_FOR) {
        *last = is_ready(page.app()).await.then(Instant::now);
    }
    Ok(match *last {
        Some(_) => text(StatusCode::OK, "ready"),
        None => text(StatusCode::SERVICE_UNAVAILABLE, "not ready"),
    })
}

async fn is_ready(app: &App) -> bool {
    let base = app.db().check().await.map_err(anyhow::Error::from);
    let files = app.files().check().await;
    let index = crate::wiring::shelves()
        .iter()
        .all(|shelf| app.library().needs_rebuild(shelf.name).is_ok_and(|needs| !needs));
    for (name, result) in [("database", &base), ("files", &files)] {
        if let Err(error) = result {
            tracing::warn!(error = format!("{error:#}"), "not ready: {name}");
        }
    }
    base.is_ok() && files.is_ok() && index
}

fn text(status: StatusCode, said: &'static str) -> Response {
    // As text/html, so that the layer of problem pages lets a 503 through as it is.
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], said).into_response()
}

/// Begins to record what is measured. Once in a process.
///
/// # Errors
/// When something records already.
pub fn record() -> anyhow::Result<PrometheusHandle> {
    let buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1.0, 5.0];
    Ok(PrometheusBuilder::new()
        .set_buckets(&buckets)?
        .install_recorder()?)
}

/// Serves what was measured, on an address of its own.
pub async fn serve_metrics(listener: TcpListener, handle: PrometheusHandle, app: App) {
    let mut stopping = app.stopping();
    let page = get(move || {
        let (handle, app) = (handle.clone(), app.clone());
        async move {
            handle.run_upkeep();
            let (waiting, dead) = db::jobs::counts(app.db()).await.unwrap_or_default();
            format!(
                "{}# TYPE jobs gauge\njobs{{state=\"waiting\"}} {waiting}\njobs{{state=\"dead\"}} {dead}\n",
                handle.render()
            )
        }
    });
    let router: Router = Router::new().route("/metrics", page);
    let ended = async move { drop(stopping.changed().await) };
    if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(ended).await {
        tracing::error!(%error, "metrics are no longer served");
    }
}
