//! `/demo/static`: bytes that `cargo xtask bench` left in the demo's folder, answered as they are. What a
//! page costs is measured against it.

use std::{path::PathBuf, sync::OnceLock};

use axum::{http::header, response::IntoResponse};
use bytes::Bytes;
use web::{ANYONE, Answer, OrNotFound, Page, Routes};

/// The route. The file is read once.
pub fn routes(file: PathBuf) -> Routes {
    static BYTES: OnceLock<Option<Bytes>> = OnceLock::new();
    Routes::new().get("/demo/static", ANYONE, move |_: Page| {
        let bytes = BYTES.get_or_init(|| std::fs::read(&file).ok().map(Bytes::from));
        let answer = bytes.clone().or_not_found().map(|bytes| {
            let kind = (header::CONTENT_TYPE, "text/html; charset=utf-8");
            ([kind, (header::CONTENT_ENCODING, "gzip")], bytes).into_response()
        });
        async move { answer as Answer }
    })
}
