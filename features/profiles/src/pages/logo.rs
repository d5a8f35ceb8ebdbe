//! A company's logo: public, since it stands in previews of missions (R91). Its address tells nothing.

use axum::{
    extract::Path,
    http::{HeaderName, header},
    response::IntoResponse,
};
use files::{FileId, Kind};
use uuid::Uuid;
use web::{Answer, OrNotFound, Page};

use crate::store;

/// A new logo has a new address, so a browser may keep this one for long.
const KEEP: &str = "public, max-age=604800, immutable";

/// Sends a file that is some company's logo now.
pub(crate) async fn show(page: Page, file: Path<String>) -> Answer {
    let file: Uuid = file.parse().ok().or_not_found()?;
    store::is_logo(page.app().db().read(), file)
        .await?
        .then_some(())
        .or_not_found()?;
    let bytes = page.app().files().get(FileId(file)).await?.or_not_found()?;
    // Pictures were drawn anew when they came in: they are one of these two.
    let kind = if bytes.starts_with(b"\x89PNG") {
        Kind::Png
    } else {
        Kind::Jpeg
    };
    let headers = [
        (header::CONTENT_TYPE, kind.mime()),
        (header::CACHE_CONTROL, KEEP),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (header::CONTENT_DISPOSITION, "inline"),
        // The same for everyone: shared caches need not ask who looks.
        (header::VARY, "accept-encoding"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    Ok((headers, bytes).into_response())
}
