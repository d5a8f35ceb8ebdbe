//! When a request cannot go on: a page in the reader's language, with a way out.

use std::{io::ErrorKind, sync::Arc, time::Duration};

use askama::Template;
use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use crate::{
    Html, Page,
    chrome::Link,
    kept::{Kept, WayOn},
    limits::retry_after,
    plain,
    words::Said,
};

/// Why a request cannot go on.
#[derive(Debug)]
pub enum Problem {
    /// There is no such thing, or it is not this viewer's: the two are told apart to nobody.
    NotFound,
    /// It is there, but another kind of account is needed.
    Forbidden,
    /// A member's page, asked for by a visitor.
    SignInFirst,
    /// A page for cleared members: says what opens it.
    Locked(Notice),
    /// One too many; wait this long.
    TooMany(Duration),
    /// The form's proof is missing, forged or too old.
    Stale,
    /// The form was sent before: go where it led.
    Again(String),
    /// Not to be understood.
    BadRequest,
    /// The address does not take this method.
    Method,
    /// More than is accepted.
    TooLarge,
    /// A body of a kind that is not taken.
    Unsupported,
    /// The client took too long.
    Timeout,
    /// The base cannot take it just now.
    Busy(anyhow::Error),
    /// A mistake of ours. The chain is logged, the person gets a reference.
    Broken(anyhow::Error),
}

/// A title, a text and where to go.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What is the matter.
    pub title: &'static str,
    /// What opens it.
    pub text: &'static str,
    /// The way there.
    pub link: Link,
}

impl Problem {
    /// A mistake of ours, in words for the log.
    pub fn broken(what: &'static str) -> Problem {
        Problem::Broken(anyhow::Error::msg(what))
    }

    fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Forbidden | Problem::Locked(_) | Problem::Stale => StatusCode::FORBIDDEN,
            Problem::SignInFirst | Problem::Again(_) => StatusCode::SEE_OTHER,
            Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::BadRequest => StatusCode::BAD_REQUEST,
            Problem::Method => StatusCode::METHOD_NOT_ALLOWED,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::Timeout => StatusCode::REQUEST_TIMEOUT,
            Problem::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Whether the same may go well a little later.
    fn may_pass(&self) -> bool {
        matches!(
            self,
            Problem::TooMany(_) | Problem::Timeout | Problem::Busy(_) | Problem::Broken(_)
        )
    }

    /// What to do with what was typed.
    fn way_on(&self, page: &Page) -> WayOn {
        match self {
            Problem::SignInFirst => WayOn::SignIn(sign_in_first(page)),
            Problem::Stale => WayOn::Resend,
            _ if self.may_pass() => WayOn::Resend,
            _ => WayOn::Copy,
        }
    }

    /// What a status of axum's or tower's means here.
    fn of_status(status: StatusCode) -> Problem {
        match status {
            StatusCode::NOT_FOUND => Problem::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Problem::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::Unsupported,
            StatusCode::REQUEST_TIMEOUT => Problem::Timeout,
            StatusCode::FORBIDDEN => Problem::Forbidden,
            status if status.is_server_error() => Problem::broken("answered by a layer below the page"),
            _ => Problem::BadRequest,
        }
    }
}

/// Errors of ours become [`Problem::Broken`], but a base that is full or busy says so.
impl<E: Into<anyhow::Error>> From<E> for Problem {
    fn from(error: E) -> Problem {
        let error = error.into();
        if is_passing(&error) {
            Problem::Busy(error)
        } else {
            Problem::Broken(error)
        }
    }
}

fn is_passing(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let of_the_base = cause.downcast_ref::<db::Error>();
        let of_a_disk = cause.downcast_ref::<std::io::Error>();
        of_the_base.is_some_and(db::is_passing)
            || of_a_disk.is_some_and(|error| {
                matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
            })
    })
}

/// A problem on its way to the layer that writes its page.
#[derive(Clone)]
struct Carried(Arc<Problem>);

/// Marks an answer whose page is written already.
#[derive(Clone)]
struct Written;

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

/// Writes the pages of all refusals: ours, and those axum and tower answer by themselves.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let page = request.extensions().get::<Page>().cloned();
    let response = next.run(request).await;
    let carried = response.extensions().get::<Carried>().cloned();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let status = response.status();
    let problem = match carried {
        Some(Carried(problem)) => problem,
        None if (status.is_client_error() || status.is_server_error())
            && !is_page
            && response.extensions().get::<Written>().is_none() =>
        {
            Arc::new(Problem::of_status(status))
        }
        None => return response,
    };
    let Some(page) = page else {
        return status.into_response();
    };
    let mut answer = write(&page, &problem);
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

/// The answer for a problem.
pub(crate) fn write(page: &Page, problem: &Problem) -> Response {
    if let Problem::Broken(error) | Problem::Busy(error) = problem {
        tracing::error!(request = %page.request().simple(), reference = reference(page.request()), error = format!("{error:#}"), "request failed");
    }
    let mut response = if page.0.reads && page.0.by_itself {
        quiet(problem)
    } else {
        spoken(page, problem)
    };
    if let Problem::TooMany(wait) = problem {
        response = retry_after(response, *wait);
    }
    response.extensions_mut().insert(Written);
    response
}

/// To an element that asked by itself: somebody may be typing beside it, so the page stays as it is.
fn quiet(problem: &Problem) -> Response {
    let status = match problem {
        Problem::SignInFirst => StatusCode::FORBIDDEN,
        _ => problem.status(),
    };
    (status, [("hx-reswap", "none")]).into_response()
}

fn spoken(page: &Page, problem: &Problem) -> Response {
    let (part, kept) = (page.wants_part(), page.kept());
    let status = match problem {
        // The way to the sign-in page would lose what was typed.
        Problem::SignInFirst if part || kept.is_some() => StatusCode::FORBIDDEN,
        _ => problem.status(),
    };
    let mut response = match problem {
        Problem::Again(location) => crate::deed::see_other(if location.is_empty() { "/" } else { location }),
        // A redirect would put the sign-in page into a part: the script goes there instead.
        Problem::SignInFirst if kept.is_none() && part => {
            (status, [("hx-redirect", sign_in_first(page))]).into_response()
        }
        Problem::SignInFirst if kept.is_none() => crate::deed::see_other(&sign_in_first(page)),
        _ => match ProblemPage::of(page, problem, status, kept).render() {
            Ok(html) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
            Err(_) => plain::page(&page.0.web, status, None),
        },
    };
    // A part of a page cannot hold a whole one: the script then goes there.
    if part && (status.is_client_error() || status.is_server_error()) {
        let headers = response.headers_mut();
        headers.insert("hx-retarget", HeaderValue::from_static("body"));
        headers.insert("hx-reswap", HeaderValue::from_static("innerHTML"));
    }
    response
}

/// To the sign-in page, and from there back: to the page that was wanted, or to the one from which
/// something was sent or a part of it was wanted.
fn sign_in_first(page: &Page) -> String {
    let here = page.0.reads.then(|| page.here());
    let from = page.0.came_from.clone();
    let back = if page.wants_part() {
        from.or(here)
    } else {
        here.or(from)
    };
    let sign_in = page.chrome().sign_in.href;
    match back.and_then(|back| serde_html_form::to_string([("next", back)]).ok()) {
        Some(next) => format!("{sign_in}?{next}"),
        None => sign_in,
    }
}

/// What a person tells us about a failure: short, and found in the log.
pub(crate) fn reference(request: Uuid) -> String {
    request.simple().to_string().split_off(20)
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    page: &'a Page,
    code: String,
    said: Said,
    more: Option<String>,
    link: Option<Link>,
    search: bool,
    knock: bool,
    /// What was typed.
    kept: Html,
}

impl<'a> ProblemPage<'a> {
    fn of(page: &'a Page, problem: &Problem, status: StatusCode, kept: Option<Kept>) -> ProblemPage<'a> {
        let w = &page.words().problem;
        let mut link = None;
        let said = match problem {
            Problem::NotFound => w.not_found,
            Problem::SignInFirst => w.ended,
            Problem::Forbidden | Problem::Again(_) => w.forbidden,
            Problem::Locked(notice) => {
                link = Some(notice.link.clone());
                Said {
                    title: notice.title,
                    text: notice.text,
                }
            }
            Problem::TooMany(_) => w.too_many,
            Problem::Stale => w.stale,
            Problem::BadRequest => w.bad_request,
            Problem::Method => w.method,
            Problem::TooLarge => w.too_large,
            Problem::Unsupported => w.unsupported,
            Problem::Timeout => w.timeout,
            Problem::Busy(_) => w.busy,
            Problem::Broken(_) => w.broken,
        };
        if problem.may_pass() && page.0.reads {
            link = Some(Link {
                href: page.here(),
                label: w.try_again,
            });
        }
        let more = match problem {
            Problem::TooMany(wait) => Some((w.too_many_wait)(*wait)),
            Problem::Broken(_) | Problem::Busy(_) => Some((w.reference)(&reference(page.request()))),
            _ => None,
        };
        ProblemPage {
            page,
            // What is locked is no error: it opens later.
            code: match problem {
                Problem::Locked(_) => String::new(),
                _ => (w.code)(status.as_u16()),
            },
            said,
            more,
            link,
            search: status == StatusCode::NOT_FOUND,
            knock: matches!(problem, Problem::Forbidden | Problem::Locked(_)) && page.member().is_none(),
            kept: kept.map_or_else(Html::empty, |kept| kept.html(page, problem.way_on(page))),
        }
    }
}
