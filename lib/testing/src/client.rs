//! A client that keeps cookies and sends forms as a browser does.

use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    sync::Mutex,
};

use app::Token;
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use tower::ServiceExt;

/// A browser without script.
pub struct Client {
    router: Router,
    /// Where it sits in the network, when that matters.
    address: Option<SocketAddr>,
    cookies: Mutex<HashMap<String, String>>,
}

/// What came back.
pub struct Seen {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: axum::http::HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// What was asked for, for messages.
    asked: String,
}

impl Client {
    pub(crate) fn new(router: Router, session: Option<Token>) -> Client {
        let cookies = session.map(|token| ("session".to_owned(), token.reveal().to_owned()));
        Client {
            router,
            address: None,
            cookies: Mutex::new(cookies.into_iter().collect()),
        }
    }

    /// The same browser, at this network address.
    #[must_use]
    pub fn at(mut self, address: IpAddr) -> Client {
        self.address = Some(SocketAddr::new(address, 49152));
        self
    }

    /// Asks for a page.
    pub async fn get(&self, path: impl AsRef<str>) -> Seen {
        self.send(Method::GET, path.as_ref(), Vec::new(), Body::empty())
            .await
    }

    /// Asks for the part of a page that htmx would swap in.
    pub async fn get_part(&self, path: impl AsRef<str>) -> Seen {
        let htmx = vec![
            ("hx-request", "true".to_owned()),
            ("hx-request-type", "partial".to_owned()),
        ];
        self.send(Method::GET, path.as_ref(), htmx, Body::empty()).await
    }

    /// Sends a form with a fresh key.
    pub async fn post(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Seen {
        let key = self.key().await;
        self.post_with_key(path, &key, fields).await
    }

    /// Sends a form with a key of one's own: the same twice for a double click, none for a forgery.
    pub async fn post_with_key(&self, path: impl AsRef<str>, key: &str, fields: &[(&str, &str)]) -> Seen {
        let mut all = vec![("_key", key)];
        all.extend_from_slice(fields);
        let body = serde_html_form::to_string(&all).expect("a form");
        let kind = vec![("content-type", "application/x-www-form-urlencoded".to_owned())];
        self.send(Method::POST, path.as_ref(), kind, Body::from(body))
            .await
    }

    /// Sends a form with a fresh key the way htmx does, for an answer that is a part of the page.
    pub async fn post_part(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Seen {
        let key = self.key().await;
        let mut all = vec![("_key", key.as_str())];
        all.extend_from_slice(fields);
        let headers = vec![
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
            ("hx-request", "true".to_owned()),
            ("hx-request-type", "partial".to_owned()),
        ];
        let body = Body::from(serde_html_form::to_string(&all).expect("a form"));
        self.send(Method::POST, path.as_ref(), headers, body).await
    }

    /// Sends a form with files: (field, file name, bytes).
    pub async fn upload(
        &self,
        path: impl AsRef<str>,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Seen {
        let key = self.key().await;
        self.upload_with_key(path, &key, fields, files).await
    }

    /// The same with a key of one's own.
    pub async fn upload_with_key(
        &self,
        path: impl AsRef<str>,
        key: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Seen {
        let mut body = Vec::new();
        for (name, value) in [("_key", key)].iter().chain(fields) {
            body.extend(
                format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        for (name, file, bytes) in files {
            body.extend(format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--limit--\r\n");
        let kind = vec![("content-type", "multipart/form-data; boundary=limit".to_owned())];
        self.send(Method::POST, path.as_ref(), kind, Body::from(body))
            .await
    }

    /// A fresh form key for this client.
    pub async fn key(&self) -> String {
        let seen = self.get("/test/key").await;
        let html = Html::parse_fragment(&seen.text());
        let field = Selector::parse("input[name=_key]").expect("a selector");
        html.select(&field)
            .next()
            .and_then(|input| input.value().attr("value"))
            .expect("a form key")
            .to_owned()
    }

    async fn send(&self, method: Method, path: &str, headers: Vec<(&str, String)>, body: Body) -> Seen {
        let (asked, is_sent) = (format!("{method} {path}"), method == Method::POST);
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "example.test");
        let cookies: Vec<String> = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if is_sent {
            request = request.header("sec-fetch-site", "same-origin");
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        if let Some(address) = self.address {
            request = request.extension(ConnectInfo(address));
        }
        let response = self
            .router
            .clone()
            .oneshot(request.body(body).expect("a request"))
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (name, value) = cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .split_once('=')
                .unwrap();
            self.cookies
                .lock()
                .unwrap()
                .insert(name.to_owned(), value.to_owned());
        }
        let body = body.collect().await.expect("a body").to_bytes().to_vec();
        Seen {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
            asked,
        }
    }
}

impl Seen {
    /// Fails unless the status is this one; shows the page when it is not. Where a form came back,
    /// each line of its list of faults also has to name its field and to lead there.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Seen {
        let name = StatusCode::from_u16(status).expect("a status");
        assert_eq!(
            self.status,
            status,
            "{} should be {name}; it says:\n{}",
            self.asked,
            self.words()
        );
        if self.status == 422 {
            self.names_its_faults();
        }
        self
    }

    #[track_caller]
    fn names_its_faults(&self) {
        let html = Html::parse_document(&self.text());
        let lines = Selector::parse("[role=alert] a[href^='#']").expect("a selector");
        for line in html.select(&lines) {
            let field = &line.attr("href").expect("an address")[1..];
            let label = format!("label[for='{field}'], #{field} > legend");
            let label = html.select(&Selector::parse(&label).expect("a selector")).next();
            // Only its own words: « facultatif » stands beside them.
            let label = label.and_then(|label| label.text().next()).map(str::trim);
            let line: String = line.text().collect();
            assert!(
                self.has(&format!("#{field}")) && label.is_some_and(|label| line.starts_with(label)),
                "{}: « {line} » should name #{field}, « {label:?} », and lead there",
                self.asked
            );
        }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a person reads in the main part: its text, white space folded, no-break spaces plain.
    pub fn words(&self) -> String {
        let html = Html::parse_document(&self.text());
        let main = Selector::parse("main").expect("a selector");
        let root = html.select(&main).next().unwrap_or(html.root_element());
        let text: String = root.text().collect::<Vec<_>>().join(" ");
        text.replace(['\u{a0}', '\u{202f}'], " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Fails unless a person reads this sentence in the main part.
    #[track_caller]
    pub fn says(&self, sentence: &str) -> &Seen {
        let sentence = sentence.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(
            self.words().contains(&sentence),
            "{} should say « {sentence} »; it says:\n{}",
            self.asked,
            self.words()
        );
        self
    }

    /// Fails if this stands anywhere in what was sent, visible or not.
    #[track_caller]
    pub fn hides(&self, secret: &str) -> &Seen {
        assert!(
            !self.text().contains(secret),
            "{} must not contain « {secret} »",
            self.asked
        );
        self
    }

    /// Whether an element matches this CSS selector.
    pub fn has(&self, selector: &str) -> bool {
        Html::parse_document(&self.text())
            .select(&Selector::parse(selector).expect("a selector"))
            .next()
            .is_some()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.text());
        let found = html
            .select(&Selector::parse(selector).expect("a selector"))
            .next()?;
        found.value().attr(name).map(str::to_owned)
    }

    /// Where a redirect leads.
    #[track_caller]
    pub fn location(&self) -> String {
        self.is(303);
        self.headers[header::LOCATION]
            .to_str()
            .expect("an address")
            .to_owned()
    }
}
