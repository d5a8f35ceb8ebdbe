//! The layer that turns a bare request into a [`Page`]: cookies, session, language, flash.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, OnceLock, PoisonError, atomic::Ordering},
};

use app::Token;
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::Mac;
use i18n::Lang;

use crate::{Page, Problem, Theme, Viewer, Web, headers, htmx, kept, key::sign, page, problem, streams};

/// What the handler wants done about cookies: `Some(None)` takes the session away.
#[derive(Default)]
pub(crate) struct Cookies {
    pub session: Option<Option<Token>>,
    pub theme: Option<Theme>,
}

/// The names of a cookie: on http, and on https, where the name ties it to this host alone.
type Names = [&'static str; 2];
const SESSION: Names = ["session", "__Host-session"];
const VISIT: Names = ["visit", "__Host-visit"];
const FLASH: Names = ["flash", "__Host-flash"];
const LANG: Names = ["lang", "__Host-lang"];
const THEME: Names = ["theme", "__Host-theme"];
const YEAR: u32 = 365 * 24 * 3600;
/// As long as a session may live at most; the server ends it earlier by its own rules.
const SESSION_AGE: u32 = 30 * 24 * 3600;

/// Builds the [`Page`], runs the request, and sets what cookies came of it.
pub(crate) async fn layer(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let (page, trouble) = page_of(&web, &parts).await;
    parts.extensions.insert(page.clone());
    let request = Request::from_parts(parts, body);
    let answer = match trouble {
        Some(problem) => {
            kept::read(&page, request).await;
            Err(problem)
        }
        None => {
            let response = next.run(request).await;
            if streams::is_stream(&response) {
                streams::hold(&page, response)
            } else {
                Ok(response)
            }
        }
    };
    let mut response = answer.unwrap_or_else(|problem| problem::write(&page, &problem));
    set_cookies(&page, response.headers_mut());
    response.extensions_mut().insert(page);
    response
}

/// The page, and what went wrong on the way to who looks: then it is a visitor's.
async fn page_of(web: &Web, request: &Parts) -> (Page, Option<Problem>) {
    let headers = &request.headers;
    let jar = Jar::of(headers);
    let session = jar.get(name(web, SESSION)).and_then(Token::parse);
    let known = match &session {
        Some(token) => web.0.viewers.viewer(token).await,
        None => Ok(Viewer::Visitor),
    };
    let (viewer, trouble) = match known {
        Ok(viewer) => (viewer, None),
        Err(error) => (Viewer::Visitor, Some(Problem::from(error))),
    };
    let visit = jar.get(name(web, VISIT)).and_then(Token::parse);
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
        .or_else(|| jar.get(name(web, LANG)).and_then(Lang::parse))
        .or_else(|| Lang::from_accept_language(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?))
        .unwrap_or_default();
    let theme = jar.get(name(web, THEME)).and_then(Theme::parse);
    let peer = request
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(SocketAddr::from(([0, 0, 0, 0], 0)), |peer| peer.0);
    let page = Page(Arc::new(page::Inner {
        address: web.0.settings.proxies.client(peer, headers),
        request: web.app().clock().key(),
        path: request.uri.path().to_owned(),
        reads: matches!(request.method, Method::GET | Method::HEAD),
        came_from: came_from(headers),
        part: htmx::wants_part(headers),
        by_itself: htmx::asks_by_itself(headers),
        flash: jar.get(name(web, FLASH)).and_then(|sealed| open(web, sealed)),
        web: web.clone(),
        viewer,
        lang,
        query,
        theme: theme.unwrap_or_default(),
        binding,
        keys_given: false.into(),
        flash_seen: false.into(),
        next_flash: Mutex::default(),
        says_no: false.into(),
        refusal: OnceLock::new(),
        cookies: Mutex::default(),
        is_ours: headers::origin(headers) == headers::Origin::Ours,
        kept: Mutex::default(),
    }));
    (page, trouble)
}

/// The page of ours this request was made from, as path and query.
fn came_from(headers: &HeaderMap) -> Option<String> {
    let from = headers
        .get("hx-current-url")
        .or_else(|| headers.get(header::REFERER))?;
    let from: Uri = from.to_str().ok()?.parse().ok()?;
    let ours = from.authority()?.as_str() == headers.get(header::HOST)?.to_str().ok()?;
    ours.then(|| page::local(from.path(), from.query().unwrap_or_default()))
}

fn set_cookies(page: &Page, headers: &mut HeaderMap) {
    let inner = &page.0;
    let web = &inner.web;
    let mut set = |names: Names, value: &str, age: u32| {
        let secure = if web.is_secure() { "; Secure" } else { "" };
        let name = name(web, names);
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    };
    let wanted = std::mem::take(&mut *inner.cookies.lock().unwrap_or_else(PoisonError::into_inner));
    match wanted.session {
        Some(Some(token)) => set(SESSION, token.reveal(), SESSION_AGE),
        Some(None) => set(SESSION, "", 0),
        None => {}
    }
    match wanted.theme {
        Some(Theme::System) => set(THEME, "", 0),
        Some(theme) => set(THEME, theme.code(), YEAR),
        None => {}
    }
    if inner.viewer == Viewer::Visitor && inner.keys_given.load(Ordering::Relaxed) {
        set(VISIT, inner.binding.reveal(), 2 * 24 * 3600);
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

fn name(web: &Web, names: Names) -> &'static str {
    names[usize::from(web.is_secure())]
}

fn seal(web: &Web, said: &str) -> String {
    let proof = sign(web.app().secret(), &[b"flash", said.as_bytes()])
        .finalize()
        .into_bytes();
    format!(
        "{}.{}",
        BASE64_URL_SAFE_NO_PAD.encode(said),
        BASE64_URL_SAFE_NO_PAD.encode(&proof[..16])
    )
}

fn open(web: &Web, sealed: &str) -> Option<String> {
    let (said, proof) = sealed.split_once('.')?;
    let said = BASE64_URL_SAFE_NO_PAD.decode(said).ok()?;
    let proof = BASE64_URL_SAFE_NO_PAD
        .decode(proof)
        .ok()
        .filter(|proof| proof.len() == 16)?;
    sign(web.app().secret(), &[b"flash", &said])
        .verify_truncated_left(&proof)
        .ok()?;
    String::from_utf8(said).ok()
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
