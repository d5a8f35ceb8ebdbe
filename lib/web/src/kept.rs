//! What was typed into a form that could not be taken (the session has ended, a right is gone, the
//! base is full): it stands on the page that says so, to be copied or sent once more.

use std::sync::PoisonError;

use askama::Template;
use axum::{
    extract::{FromRequest, Request},
    http::header,
};
use serde::Deserialize;

use crate::{
    Form, FormKey, Html, Page, Upload,
    form::is_kind,
    key::{KEY_FIELD, KeyField},
};

/// More is in no form of ours, in bytes of text.
const MOST: usize = 128 * 1024;

/// The fields of a form, without its secrets.
pub(crate) struct Kept {
    /// The key it came with, where it still holds: what was done after all is then not done twice.
    key: Option<String>,
    fields: Vec<(String, String)>,
    /// Whether it may have held files: a browser gives them to no page again.
    pub files: bool,
}

/// What a person may do with it.
pub(crate) enum WayOn {
    /// Sign in there, in another tab (this one holds what was typed), then take it up again.
    SignIn(String),
    /// Send it once more.
    Resend,
    /// Copy it: sending it again would change nothing.
    Copy,
}

#[derive(Template)]
#[template(path = "kept.html")]
struct Part<'a> {
    page: &'a Page,
    kept: &'a Kept,
    way: WayOn,
}

impl Part<'_> {
    fn is_form(&self) -> bool {
        !matches!(self.way, WayOn::Copy)
    }
}

/// Reads a form that is refused already, for the words in it.
pub(crate) async fn read(page: &Page, request: Request) {
    /// Any fields.
    #[derive(Deserialize)]
    struct Any {}

    if page.0.reads || !page.0.is_ours {
        return;
    }
    let web = &page.0.web;
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    // Both leave what they read with the page. What cannot be read cannot be kept.
    if !is_kind(kind, "multipart/form-data") {
        Form::<Any>::from_request(request, web).await.ok();
    } else if let Ok(upload) = Upload::from_request(request, web).await {
        upload.read(|_| None).await.ok();
    }
}

impl Page {
    /// Keeps what a form held until its answer is known, if a page of ours sent it: no other site
    /// chooses what stands on our pages.
    pub(crate) fn keep(&self, fields: Vec<(String, String)>, key: &FormKey, files: bool) {
        let size: usize = fields.iter().map(|(name, text)| name.len() + text.len()).sum();
        if !self.0.is_ours || size > MOST {
            return;
        }
        let (keys, fields): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| name == KEY_FIELD);
        let key = keys.into_iter().next().filter(|_| key.deed.is_some());
        let kept = Kept {
            key: key.map(|(_, key)| key),
            fields: fields.into_iter().filter(|(name, _)| !is_secret(name)).collect(),
            files,
        };
        *self.0.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    }

    /// Says that the form on this page holds what was typed: it need not stand there twice.
    pub fn typed_is_shown(&self) {
        self.kept();
    }

    /// The words of a form that the rules refused for good, to be copied. Nothing when there were none.
    pub fn typed_again(&self) -> Html {
        let kept = self.kept().filter(Kept::has_prose);
        kept.map_or_else(Html::empty, |kept| kept.html(self, WayOn::Copy))
    }

    /// What was typed, if anything was: numbers and marks alone are what a button sends along.
    pub(crate) fn kept(&self) -> Option<Kept> {
        let kept = self
            .0
            .kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()?;
        let mut texts = kept.fields.iter().map(|(_, text)| text);
        texts
            .any(|text| text.chars().any(char::is_alphabetic))
            .then_some(kept)
    }
}

/// Fields that no page ever shows again. A house rule holds every secret to such a name.
fn is_secret(name: &str) -> bool {
    name.contains("password")
}

/// One field on the page that gives it back.
pub(crate) struct Field<'a> {
    pub name: &'a str,
    pub text: &'a str,
    /// Its place among those that are shown; `None` for what a person chose rather than wrote.
    pub shown: Option<usize>,
    /// How many are shown.
    of: usize,
}

impl Field<'_> {
    /// What it is called where its page's own labels are not known.
    pub fn label(&self, page: &Page) -> String {
        (page.words().problem.kept.label)(self.shown.unwrap_or_default(), self.of)
    }

    /// How high it is drawn.
    pub fn rows(&self) -> usize {
        (self.text.len() / 60 + self.text.lines().count()).clamp(1, 12)
    }
}

impl Kept {
    /// Its fields, in the form's order.
    pub fn fields(&self) -> Vec<Field<'_>> {
        let of = self.fields.iter().filter(|(_, text)| is_prose(text)).count();
        let mut shown = 0;
        let fields = self.fields.iter().map(|(name, text)| {
            let is_shown = is_prose(text);
            shown += usize::from(is_shown);
            Field {
                name,
                text,
                shown: is_shown.then_some(shown),
                of,
            }
        });
        fields.collect()
    }

    /// Whether there is anything to read in it.
    pub fn has_prose(&self) -> bool {
        self.fields.iter().any(|(_, text)| is_prose(text))
    }

    /// The part of a page that gives it back.
    pub fn html(&self, page: &Page, way: WayOn) -> Html {
        let part = Part {
            page,
            kept: self,
            way,
        };
        Html::of(&part).unwrap_or_else(|_| Html::empty())
    }

    /// The key it is sent again with.
    pub fn key(&self, page: &Page) -> KeyField {
        match &self.key {
            Some(key) => KeyField(key.clone()),
            None => page.form_key(),
        }
    }
}

/// Whether a person wrote this: what is chosen is sent as a code, such as `on-site`, or as a number.
fn is_prose(text: &str) -> bool {
    let is_of_a_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    !text.chars().all(is_of_a_code)
}
