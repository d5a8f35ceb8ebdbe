//! Forms with files: fields first, then files, each checked while it arrives.

use std::collections::HashMap;

use anyhow::anyhow;
use axum::{
    RequestExt,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::MultipartError},
    http::header,
};
use files::{Clean, Rejection, Stopped, Wanted};
use futures::TryStreamExt;

use crate::{
    Faults, FormKey, Page, Problem, Web, body,
    form::is_kind,
    key::{Content, KEY_FIELD},
    words::words,
};

/// A form with files, not yet read. Its request body may be larger than that of other forms: what
/// is read is bounded file by file.
pub struct Upload {
    page: Page,
    parts: Multipart,
}

/// What such a form held.
pub struct Received {
    /// Text fields as typed, in their order.
    fields: Vec<(String, String)>,
    /// Files by field: checked, or why not. A field left empty is absent.
    pub files: HashMap<String, Result<Clean, Rejection>>,
    /// The form's one-time key, for [`Page::deed`].
    pub key: FormKey,
}

/// Fields beyond these bounds are no form of ours.
const MOST_FIELDS: usize = 40;
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// For all text fields together: so far the bounds of the fields themselves are told.
const MOST_TEXT: usize = 512 * 1024;

impl FromRequest<Web> for Upload {
    type Rejection = Problem;

    async fn from_request(mut request: Request, web: &Web) -> Result<Self, Problem> {
        let page = request.extract_parts::<Page>().await?;
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| is_kind(kind, "multipart/form-data")) {
            return Err(Problem::Unsupported);
        }
        DefaultBodyLimit::max(MOST_BYTES).apply(&mut request);
        let parts = Multipart::from_request(request, web)
            .await
            .map_err(|_| Problem::BadRequest)?;
        Ok(Upload { page, parts })
    }
}

impl Upload {
    /// Reads it all; `wanted` says what a file field may hold, `None` that it is no file field.
    ///
    /// # Errors
    /// When the body breaks off, or holds more than any form of ours.
    pub async fn read(mut self, wanted: impl Fn(&str) -> Option<Wanted>) -> Result<Received, Problem> {
        let mut received = Received {
            fields: Vec::new(),
            files: HashMap::new(),
            key: FormKey { deed: None },
        };
        let mut content = Content::of(&self.page);
        let mut parts = 0;
        let mut room = MOST_TEXT;
        while let Some(part) = self.parts.next_field().await.map_err(broken_off)? {
            let name = part.name().unwrap_or_default().to_owned();
            parts += 1;
            if parts > MOST_FIELDS {
                return Err(Problem::BadRequest);
            }
            match (part.file_name().map(str::to_owned), wanted(&name)) {
                // No field of ours takes several: only the last would be used, but all be looked at.
                (Some(_), Some(_)) if received.files.contains_key(&name) => return Err(Problem::BadRequest),
                (Some(file), Some(wanted)) if !file.is_empty() => {
                    content.add(&name, &file);
                    let pieces = part.inspect_ok(|piece| content.add_piece(piece));
                    let checked = files::check(&wanted, &file, pieces).await.map_err(stopped)?;
                    received.files.insert(name, checked);
                }
                (Some(_), _) => {}
                (None, _) => {
                    let text = text_of(part, &mut room).await?;
                    if name != KEY_FIELD {
                        content.add(&name, &text);
                    }
                    received.fields.push((name, text));
                }
            }
        }
        received.key = FormKey::open(&self.page, &received.fields, content);
        self.page.keep(received.fields.clone(), &received.key, true);
        Ok(received)
    }
}

fn broken_off(error: MultipartError) -> Problem {
    body::problem(error.status(), &error)
}

fn stopped(why: Stopped<MultipartError>) -> Problem {
    match why {
        Stopped::BrokenOff(error) => broken_off(error),
        Stopped::Busy => Problem::Busy(anyhow!("too many files are being looked at")),
    }
}

async fn text_of(mut part: axum::extract::multipart::Field<'_>, room: &mut usize) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(broken_off)? {
        *room = room.checked_sub(chunk.len()).ok_or(Problem::TooLarge)?;
        bytes.extend_from_slice(&chunk);
    }
    // As other forms take bytes that are no text: with a mark in their place.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

impl Received {
    /// A text field as typed; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(found, _)| found == name);
        field.map_or("", |(_, text)| text.as_str())
    }

    /// Begins a check, as [`Form::faults`](crate::Form::faults) does.
    pub fn faults(&self, page: &Page) -> Faults {
        let mut faults = Faults::new(page.lang());
        if self.key.deed.is_none() {
            faults.add("", words(page.lang()).fault.stale);
        }
        faults
    }

    /// The file in `field`, when one was chosen; one that was refused is a fault there.
    pub fn file(
        &mut self,
        page: &Page,
        faults: &mut Faults,
        field: &'static str,
        wanted: &Wanted,
    ) -> Option<Clean> {
        match self.files.remove(field)? {
            Ok(clean) => Some(clean),
            Err(rejection) => {
                faults.add(field, sentence(page, &rejection, wanted));
                None
            }
        }
    }
}

fn sentence(page: &Page, rejection: &Rejection, wanted: &Wanted) -> String {
    let w = &page.words().fault;
    let allowed = || {
        page.lang().list(
            &wanted
                .kinds
                .iter()
                .map(|kind| kind.extension().to_uppercase())
                .collect::<Vec<_>>(),
        )
    };
    match rejection {
        Rejection::Empty => w.file_empty.to_owned(),
        Rejection::TooLarge { max_bytes } => (w.file_too_large)(&page.lang().bytes(*max_bytes)),
        Rejection::UnknownType | Rejection::NotAllowed(_) => (w.file_kind)(&allowed()),
        Rejection::BrokenImage => w.file_broken_image.to_owned(),
        Rejection::ImageTooBig { .. } => w.file_image_too_big.to_owned(),
        Rejection::BrokenPdf => w.file_broken_pdf.to_owned(),
        Rejection::PdfTooBig => w.file_pdf_too_big.to_owned(),
        Rejection::ActivePdf => w.file_active_pdf.to_owned(),
        Rejection::EncryptedPdf => w.file_locked_pdf.to_owned(),
    }
}
