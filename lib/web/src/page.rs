//! The page being answered: who looks, in which language, from where.

use std::{
    net::IpAddr,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use app::{App, Token};
use askama::Template;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n::Lang;
use uuid::Uuid;

use crate::{
    Avatar, Icon, Mark, Member, Problem, Theme, Viewer, Web, assets,
    chrome::Chrome,
    context::Cookies,
    deed,
    kept::Kept,
    key::{FormKey, KeyField},
    limits::{Limit, Limits, retry_after},
    words::{Words, words},
};

/// What a handler gives back.
pub type Answer = Result<Response, Problem>;

/// What every handler knows about the request, and what every template prints around its matter.
#[derive(Clone)]
pub struct Page(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub web: Web,
    pub viewer: Viewer,
    pub lang: Lang,
    pub path: String,
    pub query: String,
    /// Whether the request only reads.
    pub reads: bool,
    /// The page of ours it was made from, as path and query.
    pub came_from: Option<String>,
    pub part: bool,
    pub by_itself: bool,
    pub address: IpAddr,
    pub request: Uuid,
    pub theme: Theme,
    /// What ties forms to this browser: the session's token, or a visitor's cookie.
    pub binding: Token,
    pub keys_given: AtomicBool,
    pub flash: Option<String>,
    pub flash_seen: AtomicBool,
    pub next_flash: Mutex<Option<String>>,
    /// Whether the form that was sent is not taken as it is.
    pub says_no: AtomicBool,
    /// What the rules refused just now.
    pub refusal: OnceLock<&'static str>,
    pub cookies: Mutex<Cookies>,
    /// Whether the browser says that a page of ours caused the request.
    pub is_ours: bool,
    pub kept: Mutex<Option<Kept>>,
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Page({})", self.0.path)
    }
}

impl Page {
    /// The services.
    pub fn app(&self) -> &App {
        self.0.web.app()
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    /// Who looks.
    pub fn viewer(&self) -> &Viewer {
        &self.0.viewer
    }

    /// The account that looks, when there is one.
    pub fn member(&self) -> Option<&Member> {
        self.0.viewer.member()
    }

    /// The path asked for, without the query.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The query as it was sent, without the question mark; empty when there was none.
    pub fn query(&self) -> &str {
        &self.0.query
    }

    /// Whether the page's script asks for the part that changes, and not for the whole page.
    pub fn wants_part(&self) -> bool {
        self.0.part
    }

    /// What names this request in the log.
    pub fn request(&self) -> Uuid {
        self.0.request
    }

    /// The time now, for « il y a 2 jours ».
    pub fn now(&self) -> db::Timestamp {
        self.app().now()
    }

    /// Whether the current page is `path` or below it.
    pub fn is_at(&self, path: &str) -> bool {
        self.0
            .path
            .strip_prefix(path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    // — Answers —

    /// The page, as asked for.
    ///
    /// # Errors
    /// When the template fails.
    pub fn show(&self, template: &impl Template) -> Answer {
        self.with_status(StatusCode::OK, template)
    }

    /// The page again, since a field is wrong (422).
    ///
    /// # Errors
    /// When the template fails.
    pub fn again(&self, template: &impl Template) -> Answer {
        self.with_status(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// The page where the person acted, since the rules say no (409): `sentence` stands at its head,
    /// and under it the words that were typed, unless the page says that it
    /// [shows them itself](Page::typed_is_shown).
    ///
    /// # Errors
    /// When the template fails.
    pub fn refused(&self, sentence: &'static str, template: &impl Template) -> Answer {
        self.0.refusal.get_or_init(|| sentence);
        self.with_status(StatusCode::CONFLICT, template)
    }

    /// The page where the person acted, since that was too much in a short time (429): to be sent
    /// again after `wait`.
    ///
    /// # Errors
    /// When the template fails.
    pub fn too_fast(&self, wait: Duration, template: &impl Template) -> Answer {
        let answer = self.with_status(StatusCode::TOO_MANY_REQUESTS, template)?;
        Ok(retry_after(answer, wait))
    }

    /// The page or a part of it with a status of its own.
    ///
    /// # Errors
    /// When the template fails.
    pub fn with_status(&self, status: StatusCode, template: &impl Template) -> Answer {
        if status.is_client_error() && !self.0.reads {
            self.0.says_no.store(true, Ordering::Relaxed);
        }
        let html = template.render()?;
        let mut response = (status, Body::from(html)).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        Ok(response)
    }

    /// Sends the person on, after a POST: to an address on this site.
    ///
    /// # Errors
    /// When `location` leads elsewhere.
    pub fn see_other(&self, location: impl AsRef<str>) -> Answer {
        let location = location.as_ref();
        let path = location.strip_prefix(&self.app().site().url).unwrap_or(location);
        let is_ours = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r']);
        if is_ours {
            Ok(deed::see_other(location))
        } else {
            Err(Problem::broken("a redirect to another site"))
        }
    }

    /// A sentence for the next page this person sees: what was done.
    pub fn say(&self, sentence: impl Into<String>) {
        *self.0.next_flash.lock().unwrap_or_else(PoisonError::into_inner) = Some(sentence.into());
    }

    // — Limits —

    /// Counts one more deed from this address (or its IPv6 /64) against `limit`.
    ///
    /// # Errors
    /// [`Problem::TooMany`] when it is one too many.
    pub fn limit_address(&self, limit: Limit) -> Result<(), Problem> {
        self.limit(limit, Limits::by_address(self.0.address))
    }

    /// Counts one more deed against `limit` for whoever `who` names, apart for each network address
    /// it comes from: what is done from elsewhere spends nothing here.
    ///
    /// # Errors
    /// [`Problem::TooMany`] when it is one too many.
    pub fn limit_here(&self, limit: Limit, who: impl std::hash::Hash) -> Result<(), Problem> {
        self.limit(limit, (Limits::by_address(self.0.address), who))
    }

    /// Counts one more deed against `limit` for whoever `who` names (an account, an address).
    ///
    /// # Errors
    /// [`Problem::TooMany`] when it is one too many.
    pub fn limit(&self, limit: Limit, who: impl std::hash::Hash) -> Result<(), Problem> {
        self.0.web.0.limits.spend(limit, who).map_err(Problem::TooMany)
    }

    /// Keeps the choice of colours in this browser, for a year.
    pub fn keep_theme(&self, theme: Theme) {
        self.cookies().theme = Some(theme);
    }

    // — Sessions: for the feature that owns them —

    /// What a visitor's browser is known by, hashed: the same until it signs in, for two days at most.
    pub fn browser(&self) -> String {
        self.0.binding.hash()
    }

    /// Gives this browser a session. Forms given out before are void from now on.
    pub fn start_session(&self, token: &Token) {
        self.cookies().session = Some(Some(token.clone()));
    }

    /// Takes this browser's session away.
    pub fn end_session(&self) {
        self.cookies().session = Some(None);
    }

    fn cookies(&self) -> std::sync::MutexGuard<'_, Cookies> {
        self.0.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    // — For templates —

    /// The shared sentences.
    pub fn words(&self) -> &'static Words {
        words(self.0.lang)
    }

    /// What surrounds the page.
    pub fn chrome(&self) -> Chrome {
        self.0.web.0.chrome.chrome(self)
    }

    /// The hidden field every POST form carries.
    pub fn form_key(&self) -> KeyField {
        self.0.keys_given.store(true, Ordering::Relaxed);
        KeyField(FormKey::seal(self))
    }

    /// An icon from the sprite.
    pub fn icon(&self, name: &'static str) -> Icon {
        Icon(name)
    }

    /// The mark in front of the product's name.
    pub fn mark(&self) -> Mark {
        Mark
    }

    /// The product's name.
    pub fn brand(&self) -> &str {
        &self.app().site().name
    }

    /// The operator's line at the foot.
    pub fn operator(&self) -> String {
        format!(
            "© {} {}",
            chrono::Datelike::year(&self.now()),
            self.app().site().operator
        )
    }

    /// The member's initials in a circle.
    pub fn avatar(&self) -> Avatar {
        match self.member() {
            Some(member) => Avatar::new(&member.name, member.account).small(),
            None => Avatar::new("", Uuid::nil()).small(),
        }
    }

    /// The sentence left by the request before.
    pub fn flash(&self) -> Option<&str> {
        self.0.flash_seen.store(true, Ordering::Relaxed);
        self.0.flash.as_deref()
    }

    /// Whether this page answers a form that was not taken as it is: its title then begins with that.
    pub fn says_no(&self) -> bool {
        self.0.says_no.load(Ordering::Relaxed)
    }

    /// Why the rules said no to this request, if they did.
    pub fn refusal(&self) -> Option<&'static str> {
        self.0.refusal.get().copied()
    }

    /// The colours this browser chose.
    pub fn theme(&self) -> Theme {
        self.0.theme
    }

    /// This same page in another language; after a form, the page it was on: an address that takes
    /// forms may show nothing.
    pub fn in_language(&self, lang: &Lang) -> String {
        let came_from = self.0.came_from.as_deref().filter(|_| !self.0.reads);
        let came_from = came_from.map(|from| from.split_once('?').unwrap_or((from, "")));
        let (path, query) = came_from.unwrap_or((&self.0.path, &self.0.query));
        let kept = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let query: Vec<&str> = kept.collect();
        let and = if query.is_empty() { "" } else { "&" };
        let query = format!("{}{and}lang={}", query.join("&"), lang.code());
        local(path, &query)
    }

    /// All languages.
    pub fn languages(&self) -> &'static [Lang] {
        &Lang::ALL
    }

    /// The address of the style sheet.
    pub fn css(&self) -> &'static str {
        assets::CSS
    }

    /// The address of the font.
    pub fn font(&self) -> &'static str {
        assets::FONT
    }

    /// The address of the small picture in the tab.
    pub fn favicon(&self) -> &'static str {
        assets::FAVICON
    }

    /// The address of htmx with its extension for server-sent events.
    pub fn htmx(&self) -> &'static str {
        assets::HTMX
    }

    /// This same page.
    pub(crate) fn here(&self) -> String {
        local(&self.0.path, &self.0.query)
    }

    pub(crate) fn binding(&self) -> &str {
        self.0.binding.reveal()
    }
}

/// An address on this site: a path that begins with two slashes would name another one.
pub(crate) fn local(path: &str, query: &str) -> String {
    let path = path.trim_start_matches(['/', '\\']);
    if query.is_empty() {
        format!("/{path}")
    } else {
        format!("/{path}?{query}")
    }
}

/// Turns "there is none" into a page that says so.
pub trait OrNotFound<T> {
    /// The value, or [`Problem::NotFound`].
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is none.
    fn or_not_found(self) -> Result<T, Problem>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T, Problem> {
        self.ok_or(Problem::NotFound)
    }
}

/// A rendered piece of a page that one room puts into another's: only a template can make one, so
/// it is escaped already.
pub struct Html(String);

impl Html {
    /// Renders `template`.
    ///
    /// # Errors
    /// When the template fails.
    pub fn of(template: &impl Template) -> Result<Html, Problem> {
        Ok(Html(template.render()?))
    }

    /// Nothing.
    pub fn empty() -> Html {
        Html(String::new())
    }
}

impl std::fmt::Display for Html {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl askama::filters::HtmlSafe for Html {}
