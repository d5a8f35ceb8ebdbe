//! `/demo/mail`: every letter that was sent. Only a demo has these routes.

use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use mail::Sent;
use serde_json::json;
use web::{ANYONE, Answer, OrNotFound, Page, Routes};

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/demo/mail", ANYONE, list)
        .get("/demo/mail.json", ANYONE, machine)
        .get("/demo/mail/{id}", ANYONE, letter)
}

#[derive(askama::Template)]
#[template(path = "demo/mailbox.html")]
struct Mailbox<'a> {
    page: &'a Page,
    title: &'static str,
    none: &'static str,
    letters: Vec<Sent>,
}

impl Mailbox<'_> {
    fn href(&self, sent: &Sent) -> String {
        format!("/demo/mail/{}", sent.id)
    }
}

fn newest_first(page: &Page) -> Vec<Sent> {
    let mut letters = page.app().mailer().sent();
    letters.reverse();
    letters
}

async fn list(page: Page) -> Answer {
    let (title, none) = (
        "Boîte aux lettres de la démonstration",
        "Aucun e-mail n’est encore parti.",
    );
    page.show(&Mailbox {
        page: &page,
        title,
        none,
        letters: newest_first(&page),
    })
}

async fn machine(page: Page) -> Answer {
    let letters = newest_first(&page).into_iter().map(|sent| {
        json!({ "id": sent.id, "to": sent.to.email, "subject": sent.subject, "text": sent.text, "html": sent.html, "sent_at": sent.sent_at })
    });
    Ok(axum::Json(letters.collect::<Vec<_>>()).into_response())
}

/// The letter as a mailbox shows it: with its own styles, and nothing else allowed.
async fn letter(page: Page, Path(id): Path<String>) -> Answer {
    let sent = newest_first(&page)
        .into_iter()
        .find(|sent| sent.id.to_string() == id)
        .or_not_found()?;
    let mut response: Response = (
        StatusCode::OK,
        [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
        sent.html,
    )
        .into_response();
    let policy = HeaderValue::from_static(
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'",
    );
    response
        .headers_mut()
        .insert(HeaderName::from_static("content-security-policy"), policy);
    Ok(response)
}
