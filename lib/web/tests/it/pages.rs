//! The pages of the small site.

use std::sync::Arc;

use app::Token;
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::IntoResponse,
};
use db::journal::Event;
use files::{Kind, Wanted};
use futures::StreamExt;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::{
    ANYONE, Answer, Faults, Form, MEMBER, Notice, Page, Problem, Right, Role, Routes, Text, Upload, axum,
    chrome::Link,
    limits::Limit,
    routes::{Access, Reach},
};

use crate::site::Gate;

pub const LIMIT: Limit = Limit {
    name: "test",
    burst: 3,
    per_hour: 3,
};
pub const TOPIC: Uuid = Uuid::from_u128(7);

/// A right that only some have.
pub const OWNER: Right = Right {
    name: "owner",
    admits: |viewer| match viewer.member() {
        None => Access::SignIn,
        Some(member) if member.role != Role("owner") => Access::No,
        Some(member) if !member.cleared => Access::Locked,
        Some(_) => Access::Yes,
    },
    locked: Some(|_| Notice {
        title: "Not cleared yet",
        text: "It takes a day.",
        link: Link {
            href: "/clearance".to_owned(),
            label: "Clearance",
        },
    }),
};

/// What the deed leaves behind.
#[derive(Serialize, Deserialize)]
pub struct Noted {
    pub text: String,
}
impl Event for Noted {
    const NAME: &'static str = "test.noted";
}

pub fn routes(gate: &Arc<Gate>) -> Routes {
    let (slow, deed) = (gate.clone(), gate.clone());
    Routes::new()
        .get("/", ANYONE, home)
        .get("/private", MEMBER, home)
        .get("/owned", OWNER, home)
        .post("/owned", OWNER, home)
        .get("/panic-around", ANYONE, home)
        .get(
            "/number/{number}",
            ANYONE,
            async |Path(_): Path<u32>, page: Page| home(page).await,
        )
        .get("/query", ANYONE, async |Query(_): Query<Asked>, page: Page| {
            home(page).await
        })
        .get("/panic", ANYONE, panics)
        .get("/broken", ANYONE, broken)
        .get("/forbidden", ANYONE, async || -> Answer {
            Err(Problem::Forbidden)
        })
        .get("/elsewhere", ANYONE, async |page: Page| {
            page.see_other("//evil.test/")
        })
        .get("/slow", ANYONE, async move |page: Page| {
            slow.begun.notify_one();
            slow.go_on.notified().await;
            home(page).await
        })
        .post("/slow", ANYONE, async move |page: Page| {
            deed.begun.notify_one();
            deed.go_on.notified().await;
            deed.ended.notify_one();
            home(page).await
        })
        .get("/heavy", ANYONE, async || -> Answer {
            Ok("x".repeat(64 * 1024 * 1024).into_response())
        })
        .get("/notes", ANYONE, notes)
        .post("/notes", ANYONE, note)
        .post("/notes/also", ANYONE, note)
        .get("/own-notes", MEMBER, notes)
        .post("/own-notes", MEMBER, note)
        .post("/own-file", MEMBER, attach)
        .post("/busy", MEMBER, busy)
        .post("/attached", ANYONE, attach)
        .post("/refused", ANYONE, refused)
        .post("/session", ANYONE, session)
        .post_own("/session/end", MEMBER, async |page: Page| {
            page.end_session();
            page.see_other("/")
        })
        .get("/limited", ANYONE, limited)
        .get("/limited-account", MEMBER, limited_account)
        .get("/live", ANYONE, live)
        .post("/upload", ANYONE, upload)
}

#[derive(Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% block main %}{% block who %}<p id="who">{% if let Some(member) = page.member() %}{{ member.name }}{% endif %}</p>{% endblock %}{% endblock %}"#,
    ext = "html",
    blocks = ["who"]
)]
struct Home<'a> {
    page: &'a Page,
}

async fn home(page: Page) -> Answer {
    let home = Home { page: &page };
    if page.wants_part() {
        page.show(&home.as_who())
    } else {
        page.show(&home)
    }
}

async fn panics() -> Answer {
    panic!("the private reason of a panic")
}

async fn broken() -> Answer {
    let error = anyhow::anyhow!("the innermost cause");
    Err(error.context("the outer circumstance").into())
}

#[derive(Deserialize)]
struct Asked {
    #[serde(rename = "number")]
    _number: u32,
}

#[derive(Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% import "field.html" as ui %}{% block main %}<form method="post">{{ page.form_key() }}{% call ui::summary(page, faults, self.labels()) %}{% endcall %}{% call ui::input(page, "text", "Text", "", typed, faults, "text", "off", true) %}{% endcall %}{% call ui::secret(page, "password", "Password", "", faults, "off", 8) %}{% endcall %}{% call ui::file(page, "file", "File", "", faults, "application/pdf", false) %}{% endcall %}</form>{% endblock %}"#,
    ext = "html"
)]
struct Notes<'a> {
    page: &'a Page,
    typed: &'a str,
    faults: Faults,
}

impl Notes<'_> {
    fn labels(&self) -> [(&'static str, &'static str); 2] {
        [("text", "Text"), ("file", "File")]
    }
}

#[derive(Debug, Deserialize)]
struct Typed {
    text: String,
    #[serde(default)]
    password: String,
}

async fn notes(page: Page) -> Answer {
    let faults = Faults::new(page.lang());
    page.show(&Notes {
        page: &page,
        typed: "",
        faults,
    })
}

async fn note(page: Page, form: Form<Typed>) -> Answer {
    let mut faults = form.faults(&page);
    let text = faults.text("text", &form.typed.text, Text::line(2, 20));
    assert!(form.typed.password.len() < 100);
    let text = match faults.done(text) {
        Ok(text) => text,
        Err(faults) => {
            return page.again(&Notes {
                page: &page,
                typed: &form.typed.text,
                faults,
            });
        }
    };
    let deed = page.deed(&form.key).await?;
    let location = format!("/?noted={text}");
    page.app().record(&deed.tx, &Noted { text }).await?;
    page.say("C’est noté.");
    deed.done(&page, location).await
}

async fn attach(page: Page, upload: Upload) -> Answer {
    let received = upload.read(|field| (field == "file").then_some(PICTURE)).await?;
    let text = received.text("text").to_owned();
    assert!(received.files.values().all(Result::is_ok));
    let deed = page.deed(&received.key).await?;
    page.app().record(&deed.tx, &Noted { text }).await?;
    deed.done(&page, "/").await
}

#[derive(Template)]
#[template(source = r#"{% extends "layout.html" %}"#, ext = "html")]
struct Refused<'a> {
    page: &'a Page,
}

/// Reads the form, and then a rule says no.
async fn refused(page: Page, _: Form<Typed>) -> Answer {
    page.refused("Ce n’est pas possible.", &Refused { page: &page })
}

/// Reads the form, and then the base takes nothing.
async fn busy(_: Form<Typed>) -> Answer {
    Err(std::io::Error::from(std::io::ErrorKind::StorageFull).into())
}

async fn session(page: Page) -> Answer {
    page.start_session(&Token::random());
    page.see_other("/")
}

async fn limited(page: Page) -> Answer {
    page.limit_address(LIMIT)?;
    home(page).await
}

async fn limited_account(page: Page) -> Answer {
    page.limit(LIMIT, page.member().map(|member| member.account))?;
    home(page).await
}

async fn live(page: Page) -> Answer {
    let news = page
        .app()
        .live(TOPIC)
        .map(|()| Ok(axum::response::sse::Event::default().data("news")));
    Ok(web::serve::events(news))
}

const PICTURE: Wanted = Wanted {
    kinds: &[Kind::Png, Kind::Pdf],
    max_bytes: 2 * 1024 * 1024,
    max_edge: 3000,
};

async fn upload(page: Page, upload: Upload) -> Answer {
    let mut received = upload.read(|field| (field == "file").then_some(PICTURE)).await?;
    let mut faults = received.faults(&page);
    let file = received.file(&page, &mut faults, "file", &PICTURE);
    let text = received.text("text").to_owned();
    faults.text("text", &text, Text::line(0, 1000).optional());
    match faults.done(()) {
        Ok(()) => Ok(format!("{text} {}", file.map_or(0, |file| file.bytes.len())).into_response()),
        Err(faults) => page.again(&Notes {
            page: &page,
            typed: &text,
            faults,
        }),
    }
}

#[test]
fn the_table_tells_method_path_right_and_reach() {
    let routes = routes(&Arc::default());
    let line = |path: &str, method: &str| {
        let line = routes
            .table()
            .iter()
            .find(|line| line.path == path && line.method == method);
        line.map(|line| (line.right, line.reach))
    };
    assert_eq!(line("/", "GET"), Some(("visitor", Reach::Any)));
    assert_eq!(line("/owned", "POST"), Some(("owner", Reach::Any)));
    assert_eq!(line("/session/end", "POST"), Some(("member", Reach::Own)));
    assert_eq!(line("/session/end", "GET"), None);
}
