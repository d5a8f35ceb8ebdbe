//! The layer that turns a bare request into a [`Page`]: cookies, session, language, flash.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
};

use app::Token;
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::Mac;
use i18n::Lang;
use serde::{Deserialize, Serialize};

use crate::{Page, Problem, Viewer, Web, form::sign, htmx, page};

/// A sentence carried from one request to the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flash {
    /// Whether it is a refusal.
    pub bad: bool,
    /// The sentence.
    pub text: String,
}

/// What the handler wants done about cookies: `Some(None)` takes the session away.
#[derive(Default)]
pub(crate) struct Cookies {
    pub session: Option<Option<Token>>,
}

const FLASH: &str = "flash";
const LANG: &str = "lang";
const THEME: &str = "theme";
const YEAR: u32 = 365 * 24 * 3600;
/// As long as a session may live at most; the server ends it earlier by its own rules.
const SESSION_AGE: u32 = 30 * 24 * 3600;

/// Builds the [`Page`], runs the request, and sets what cookies came of it.
pub(crate) async fn layer(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let page = match page_of(&web, &parts).await {
        Ok(page) => page,
        Err(problem) => return problem.into_response(),
    };
    parts.extensions.insert(page.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    set_cookies(&page, response.headers_mut());
    response.extensions_mut().insert(page);
    response
}

async fn page_of(web: &Web, request: &Parts) -> Result<Page, Problem> {
    let headers = &request.headers;
    let jar = Jar::of(headers);
    let session = jar.get(session_name(web)).and_then(Token::parse);
    let viewer = match &session {
        Some(token) => web.0.viewers.viewer(token).await?,
        None => Viewer::Visitor,
    };
    let visit = jar.get(visit_name(web)).and_then(Token::parse);
    let binding = match (&viewer, session) {
        (Viewer::Member(_), Some(token)) => token,
        _ => visit.unwrap_or_else(Token::random),
    };
    let query = request.uri.query().unwrap_or_default().to_owned();
    let lang = query
        .split('&')
        .find_map(|pair| Lang::parse(pair.strip_prefix("lang=")?));
    let lang = lang
        .or_else(|| viewer.member().map(|member| member.lang))
        .or_else(|| jar.get(LANG).and_then(Lang::parse))
        .or_else(|| Lang::from_accept_language(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?))
        .unwrap_or_default();
    let theme = jar
        .get(THEME)
        .and_then(|theme| ["light", "dark"].into_iter().find(|known| *known == theme));
    let peer = request
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(SocketAddr::from(([0, 0, 0, 0], 0)), |peer| peer.0);
    Ok(Page(Arc::new(page::Inner {
        address: web.0.settings.proxies.client(peer, headers),
        request: web.app().clock().key(),
        path: request.uri.path().to_owned(),
        part: htmx::wants_part(headers),
        flash: jar.get(FLASH).and_then(|sealed| open(web, sealed)),
        web: web.clone(),
        viewer,
        lang,
        query,
        theme,
        binding,
        keys_given: false.into(),
        flash_seen: false.into(),
        next_flash: Mutex::default(),
        cookies: Mutex::default(),
    })))
}

fn set_cookies(page: &Page, headers: &mut HeaderMap) {
    let inner = &page.0;
    let web = &inner.web;
    let mut set = |name: &str, value: &str, age: u32| {
        let secure = if web.is_secure() { "; Secure" } else { "" };
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    };
    match inner
        .cookies
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .session
        .take()
    {
        Some(Some(token)) => set(session_name(web), token.reveal(), SESSION_AGE),
        Some(None) => set(session_name(web), "", 0),
        None => {}
    }
    if inner.viewer == Viewer::Visitor && inner.keys_given.load(Ordering::Relaxed) {
        set(visit_name(web), inner.binding.reveal(), 2 * 24 * 3600);
    }
    if inner.query.split('&').any(|pair| {
        pair.strip_prefix("lang=")
            .is_some_and(|code| Lang::parse(code).is_some())
    }) {
        set(LANG, inner.lang.code(), YEAR);
    }
    let next = inner
        .next_flash
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    match next {
        Some(flash) => set(FLASH, &seal(web, &flash), 60),
        None if inner.flash.is_some() && inner.flash_seen.load(Ordering::Relaxed) => set(FLASH, "", 0),
        None => {}
    }
}

/// Tied to this host alone where https allows the stronger name.
fn session_name(web: &Web) -> &'static str {
    if web.is_secure() {
        "__Host-session"
    } else {
        "session"
    }
}

fn visit_name(web: &Web) -> &'static str {
    if web.is_secure() { "__Host-visit" } else { "visit" }
}

fn seal(web: &Web, flash: &Flash) -> String {
    let said = serde_json::to_vec(flash).unwrap_or_default();
    let proof = sign(web.app().secret(), &[b"flash", &said])
        .finalize()
        .into_bytes();
    format!(
        "{}.{}",
        BASE64_URL_SAFE_NO_PAD.encode(&said),
        BASE64_URL_SAFE_NO_PAD.encode(&proof[..16])
    )
}

fn open(web: &Web, sealed: &str) -> Option<Flash> {
    let (said, proof) = sealed.split_once('.')?;
    let said = BASE64_URL_SAFE_NO_PAD.decode(said).ok()?;
    let proof = BASE64_URL_SAFE_NO_PAD
        .decode(proof)
        .ok()
        .filter(|proof| proof.len() == 16)?;
    sign(web.app().secret(), &[b"flash", &said])
        .verify_truncated_left(&proof)
        .ok()?;
    serde_json::from_slice(&said).ok()
}

/// The request's cookies.
struct Jar<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Jar<'a> {
    fn of(headers: &'a HeaderMap) -> Jar<'a> {
        let lines = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok());
        Jar(lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .collect())
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.0
            .iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| *value)
    }
}
