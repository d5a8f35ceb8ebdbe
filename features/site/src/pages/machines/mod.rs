//! What browsers and search engines read.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use i18n::Lang;
use web::{Answer, Page};

use crate::{pages::legal, paths, words::words};

/// What a browser needs to put the site among a person's applications.
pub(crate) async fn manifest(page: Page) -> Answer {
    let brand = page.brand();
    let manifest = serde_json::json!({
        "name": brand,
        "short_name": brand,
        "description": (words(page.lang()).home.description)(brand),
        "lang": page.lang().tag(),
        "id": paths::HOME,
        "start_url": paths::HOME,
        "scope": paths::HOME,
        "display": "standalone",
        // The paper of the style sheet, as in the layout's theme colour.
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "icons": [{ "src": page.favicon(), "sizes": "any", "type": "image/svg+xml" }],
    });
    Ok(text("application/manifest+json", manifest.to_string()))
}

/// What may be crawled. Pages that nobody should find say so themselves (`noindex`), and must be read
/// for that; only the combinations of filters, which have no end, are left out.
pub(crate) async fn robots(page: Page) -> Answer {
    let mut lines = vec!["User-agent: *".to_owned()];
    for search in [missions::paths::MISSIONS, profiles::paths::FREELANCES] {
        lines.push(format!("Disallow: {search}?"));
        lines.push(format!("Allow: {search}?lang="));
    }
    lines.push(String::new());
    lines.push(format!("Sitemap: {}", page.app().url(paths::SITEMAP)));
    Ok(text("text/plain; charset=utf-8", lines.join("\n") + "\n"))
}

#[derive(Template)]
#[template(path = "pages/machines/sitemap.xml")]
struct Sitemap<'a> {
    page: &'a Page,
    paths: Vec<String>,
}

/// The pages everybody may find.
pub(crate) async fn sitemap(page: Page) -> Answer {
    let fixed = [
        paths::HOME,
        missions::paths::MISSIONS,
        profiles::paths::FREELANCES,
        paths::HELP,
        paths::CONTACT,
    ];
    let fixed = fixed.into_iter().map(str::to_owned);
    let sitemap = Sitemap {
        page: &page,
        paths: fixed.chain(legal::PAGES.map(paths::legal)).collect(),
    };
    Ok(text("application/xml; charset=utf-8", sitemap.render()?))
}

impl Sitemap<'_> {
    fn address(&self, path: &str) -> String {
        self.page.app().url(path)
    }

    fn in_language(&self, path: &str, lang: &Lang) -> String {
        self.page.app().url(&format!("{path}?lang={}", lang.code()))
    }
}

fn text(kind: &'static str, body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, body).into_response()
}
