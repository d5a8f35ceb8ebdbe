//! Pages that stand alone, for refusals given before or below the page layer: what the HTTP
//! library answers by itself, a foreign host name, a page that could not be written.

use askama::Template;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n::Lang;
use uuid::Uuid;

use crate::{
    Web, assets,
    problem::reference,
    words::{Said, words},
};

/// The page for `status`, in the language the browser prefers; in all of them where it could not
/// be asked.
pub(crate) fn page(web: &Web, status: StatusCode, asked: Option<&HeaderMap>) -> Response {
    let (mut response, html) = parts(web, status, asked);
    *response.body_mut() = Body::from(html);
    response
}

/// The same, with the body apart.
pub(crate) fn parts(web: &Web, status: StatusCode, asked: Option<&HeaderMap>) -> (Response, String) {
    let wanted = asked
        .and_then(|headers| headers.get(header::ACCEPT_LANGUAGE))
        .and_then(|wanted| Lang::from_accept_language(wanted.to_str().ok()?));
    let request = web.app().clock().key();
    if status.is_server_error() {
        tracing::error!(request = %request.simple(), reference = reference(request), "answered without a page");
    }
    let page = PlainPage {
        langs: wanted.map_or_else(|| Lang::ALL.to_vec(), |lang| vec![lang]),
        status,
        request,
        brand: &web.app().site().name,
        home: if status == StatusCode::MISDIRECTED_REQUEST {
            &web.app().site().url
        } else {
            "/"
        },
        css: assets::CSS,
        favicon: assets::FAVICON,
    };
    let head = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (
            HeaderName::from_static("x-request-id"),
            request.simple().to_string(),
        ),
    ];
    ((status, head).into_response(), page.render().unwrap_or_default())
}

#[derive(Template)]
#[template(path = "plain.html")]
struct PlainPage<'a> {
    langs: Vec<Lang>,
    status: StatusCode,
    request: Uuid,
    brand: &'a str,
    home: &'a str,
    css: &'static str,
    favicon: &'static str,
}

impl PlainPage<'_> {
    fn said(&self, lang: &Lang) -> Said {
        let w = &words(*lang).problem;
        match self.status {
            StatusCode::MISDIRECTED_REQUEST => w.misdirected,
            StatusCode::URI_TOO_LONG | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => w.head_too_large,
            status if status.is_server_error() => w.broken,
            _ => w.bad_request,
        }
    }

    fn code(&self, lang: &Lang) -> String {
        (words(*lang).problem.code)(self.status.as_u16())
    }

    fn back_home(&self, lang: &Lang) -> &'static str {
        words(*lang).problem.back_home
    }

    fn reference(&self, lang: &Lang) -> Option<String> {
        let say = words(*lang).problem.reference;
        self.status
            .is_server_error()
            .then(|| say(&reference(self.request)))
    }
}
