//! A company's logo: public, since it stands in previews of missions (R91). Its address tells nothing.

use axum::{
    extract::Path,
    http::{HeaderName, header},
    response::IntoResponse,
};
use certification::rights::STAFF;
use files::{FileId, Kind};
use uuid::Uuid;
use web::{Answer, OrNotFound, Page};

use crate::store;

/// A new logo has a new address, so a browser may keep this one for long.
const KEEP: &str = "public, max-age=604800, immutable";

/// Before certification, for the company itself and staff alone.
const FORGET: &str = "private, no-store";

/// Sends a file that is some company's logo now. One that is not certified is not seen (R84, R86).
pub(crate) async fn show(page: Page, file: Path<String>) -> Answer {
    let file: Uuid = file.parse().ok().or_not_found()?;
    let db = page.app().db().read();
    let company = store::company_with_logo(db, file).await?.or_not_found()?;
    let certified = certification::is_certified(db, company.0).await?;
    let is_own = page.member().is_some_and(|member| member.account == company.0);
    if !certified && !is_own && !page.viewer().is(STAFF) {
        return None.or_not_found();
    }
    let bytes = page.app().files().get(FileId(file)).await?.or_not_found()?;
    // Pictures were drawn anew when they came in: they are one of these two.
    let kind = if bytes.starts_with(b"\x89PNG") {
        Kind::Png
    } else {
        Kind::Jpeg
    };
    let headers = [
        (header::CONTENT_TYPE, kind.mime()),
        (header::CACHE_CONTROL, if certified { KEEP } else { FORGET }),
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
