//! Routes and who may call them: one table that is enforced, printed and tested.

use axum::{
    Router,
    extract::{FromRequestParts, Request, State},
    handler::Handler,
    http::{Method, request::Parts},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodRouter, on},
};
use i18n::Lang;
use serde::Serialize;

use crate::{Member, Notice, Page, Problem, Viewer, Web, kept};

/// Who may call a route. Declared as constants by the features that know the roles.
#[derive(Clone, Copy)]
pub struct Right {
    /// Its name in the table, e.g. `member`.
    pub name: &'static str,
    /// What it says to this viewer.
    pub admits: fn(&Viewer) -> Access,
    /// What a member reads who is only missing clearance.
    pub locked: Option<fn(Lang) -> Notice>,
}

/// What a right says to a viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Come in.
    Yes,
    /// Sign in first.
    SignIn,
    /// Not yet: clearance is missing.
    Locked,
    /// Never with this account. It looks as if nothing were there.
    No,
}

/// Open to everyone.
pub const ANYONE: Right = Right {
    name: "visitor",
    admits: |_| Access::Yes,
    locked: None,
};
/// Open to every signed-in account.
pub const MEMBER: Right = Right {
    name: "member",
    admits: |viewer| {
        if viewer.member().is_some() {
            Access::Yes
        } else {
            Access::SignIn
        }
    },
    locked: None,
};

/// Which of the objects behind a route its callers reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// No object, or any.
    Any,
    /// Only their own: those of others are not found.
    Own,
}

/// One line of the table.
#[derive(Clone, Debug, Serialize)]
pub struct Route {
    /// The method.
    pub method: &'static str,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// The name of the [`Right`].
    pub right: &'static str,
    /// Which objects.
    pub reach: Reach,
}

/// A feature's routes.
#[derive(Default)]
pub struct Routes {
    router: Router<Web>,
    table: Vec<Route>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Routes {
        Routes::default()
    }

    /// A page.
    #[must_use]
    pub fn get<H: Handler<T, Web>, T: 'static>(self, path: &'static str, right: Right, handler: H) -> Routes {
        self.add(Method::GET, path, right, Reach::Any, handler)
    }

    /// A page about something of the caller's own.
    #[must_use]
    pub fn get_own<H: Handler<T, Web>, T: 'static>(
        self,
        path: &'static str,
        right: Right,
        handler: H,
    ) -> Routes {
        self.add(Method::GET, path, right, Reach::Own, handler)
    }

    /// An action.
    #[must_use]
    pub fn post<H: Handler<T, Web>, T: 'static>(
        self,
        path: &'static str,
        right: Right,
        handler: H,
    ) -> Routes {
        self.add(Method::POST, path, right, Reach::Any, handler)
    }

    /// An action on something of the caller's own.
    #[must_use]
    pub fn post_own<H: Handler<T, Web>, T: 'static>(
        self,
        path: &'static str,
        right: Right,
        handler: H,
    ) -> Routes {
        self.add(Method::POST, path, right, Reach::Own, handler)
    }

    /// Takes in another feature's routes.
    #[must_use]
    pub fn and(mut self, other: Routes) -> Routes {
        self.table.extend(other.table);
        self.router = self.router.merge(other.router);
        self
    }

    /// The table.
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    pub(crate) fn into_router(self) -> Router<Web> {
        self.router
    }

    fn add<H: Handler<T, Web>, T: 'static>(
        mut self,
        method: Method,
        path: &'static str,
        right: Right,
        reach: Reach,
        handler: H,
    ) -> Routes {
        let (name, filter) = if method == Method::GET {
            ("GET", axum::routing::MethodFilter::GET)
        } else {
            ("POST", axum::routing::MethodFilter::POST)
        };
        let route: MethodRouter<Web> =
            on(filter, handler).route_layer(middleware::from_fn_with_state(right, admit));
        self.table.push(Route {
            method: name,
            path,
            right: right.name,
            reach,
        });
        self.router = self.router.route(path, route);
        self
    }
}

async fn admit(State(right): State<Right>, request: Request, next: Next) -> Response {
    let Some(page) = request.extensions().get::<Page>() else {
        return Problem::broken("a route outside the page layer").into_response();
    };
    match refusal(right, page) {
        None => next.run(request).await,
        Some(problem) => {
            let page = page.clone();
            kept::read(&page, request).await;
            problem.into_response()
        }
    }
}

fn refusal(right: Right, page: &Page) -> Option<Problem> {
    match (right.admits)(page.viewer()) {
        Access::Yes => None,
        Access::SignIn => Some(Problem::SignInFirst),
        Access::Locked => Some(
            right
                .locked
                .map_or(Problem::Forbidden, |notice| Problem::Locked(notice(page.lang()))),
        ),
        Access::No => Some(Problem::NotFound),
    }
}

/// For extractors that hand the account to a handler: the member who looks, if `right` admits it.
///
/// # Errors
/// What the right says otherwise.
pub fn member_with(page: &Page, right: Right) -> Result<Member, Problem> {
    match refusal(right, page) {
        Some(problem) => Err(problem),
        None => page.member().cloned().ok_or(Problem::SignInFirst),
    }
}

/// For handlers open to whoever has an account.
impl<S: Send + Sync> FromRequestParts<S> for Member {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let page = Page::from_request_parts(parts, state).await?;
        member_with(&page, MEMBER)
    }
}
