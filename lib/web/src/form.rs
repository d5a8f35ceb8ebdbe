//! Forms: what the browser sent, then faults or a checked value, then the page again with what was
//! typed.

use std::time::Duration;

use axum::{
    RequestExt,
    body::Bytes,
    extract::{FromRequest, Request},
};
use chrono::NaiveDate;
use i18n::Lang;
use serde::de::DeserializeOwned;

use crate::{
    FormKey, Page, Problem, Text, Web, body,
    input::{Wrong, is_email},
    key::{Content, KEY_FIELD},
    words::{FaultWords, words},
};

/// A form as the browser sent it.
#[derive(Debug)]
pub struct Form<T> {
    /// What was typed: strings, as typed.
    pub typed: T,
    /// The form's one-time key, for [`Page::deed`].
    pub key: FormKey,
}

impl<T: DeserializeOwned> FromRequest<Web> for Form<T> {
    type Rejection = Problem;

    async fn from_request(mut request: Request, web: &Web) -> Result<Self, Problem> {
        let page = request.extract_parts::<Page>().await?;
        let kind = request
            .headers()
            .get(axum::http::header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        if !is_kind(kind, "application/x-www-form-urlencoded") {
            return Err(Problem::Unsupported);
        }
        let body = Bytes::from_request(request, web)
            .await
            .map_err(|rejection| body::problem(rejection.status(), &rejection))?;
        let pairs: Vec<(String, String)> =
            serde_html_form::from_bytes(&body).map_err(|_| Problem::BadRequest)?;
        let mut content = Content::of(&page);
        for (name, value) in pairs.iter().filter(|(name, _)| name != KEY_FIELD) {
            content.add(name, value);
        }
        let key = FormKey::open(&page, &pairs, content);
        page.keep(pairs, &key, false);
        let typed = serde_html_form::from_bytes(&body).map_err(|_| Problem::BadRequest)?;
        Ok(Form { typed, key })
    }
}

/// Whether a `Content-Type` is of this kind, whatever its parameters.
pub(crate) fn is_kind(said: &str, kind: &str) -> bool {
    let essence = said.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(kind)
}

impl<T> Form<T> {
    /// Begins a check. A form from a page that was open for too long starts with that as a fault,
    /// so that it comes back with what was typed and a fresh key.
    pub fn faults(&self, page: &Page) -> Faults {
        let mut faults = Faults::new(page.lang());
        if self.key.deed.is_none() {
            faults.add("", words(page.lang()).fault.stale);
        }
        faults
    }
}

/// What is wrong with a form, field by field, in the reader's language.
///
/// Each check gives the value to go on with, and a harmless one when it is wrong; [`Faults::done`]
/// lets the whole through only when nothing was.
#[derive(Clone, Debug)]
pub struct Faults {
    lang: Lang,
    found: Vec<(&'static str, String)>,
}

impl Faults {
    /// Nothing wrong yet.
    pub fn new(lang: Lang) -> Faults {
        Faults {
            lang,
            found: Vec::new(),
        }
    }

    /// Nothing is wrong but the pace: one may send again after `wait`.
    pub fn too_fast(lang: Lang, wait: Duration) -> Faults {
        let mut faults = Faults::new(lang);
        let w = words(lang);
        faults.add(
            "",
            format!("{} {}", w.fault.too_fast, (w.problem.too_many_wait)(wait)),
        );
        faults
    }

    /// Notes a fault at `field`; an empty name means the form as a whole.
    pub fn add(&mut self, field: &'static str, sentence: impl Into<String>) {
        self.found.push((field, sentence.into()));
    }

    /// What is wrong at `field`.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.found
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, sentence)| sentence.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How much is wrong.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Everything that is wrong: field, and the sentence after the field's label, for a list away from
    /// the fields. `labels`: pairs of field and label, in the order of the page, which is the list's too.
    pub fn lines(&self, labels: &[(&str, &str)]) -> Vec<(&'static str, String)> {
        let line = |(field, sentence): &(&'static str, String)| {
            let label = labels.iter().find(|(name, _)| name == field);
            let line = match label {
                // « Laquelle ? » takes no colon.
                Some((_, label)) if label.ends_with('?') => format!("{label} {sentence}"),
                Some((_, label)) => (self.words().named)(label, sentence),
                None => sentence.clone(),
            };
            (*field, line)
        };
        let mut found: Vec<_> = self.found.iter().collect();
        // What belongs to no field of the page comes last.
        let place = |field: &str| labels.iter().position(|(name, _)| *name == field);
        found.sort_by_key(|(field, _)| place(field).unwrap_or(usize::MAX));
        found.into_iter().map(line).collect()
    }

    /// Whether what is wrong belongs to no field: a sentence then says it, instead of a list of places.
    pub fn is_of_the_whole(&self) -> bool {
        self.found.iter().all(|(field, _)| field.is_empty())
    }

    /// The checked value, when nothing was wrong.
    ///
    /// # Errors
    /// The faults themselves, for the page that shows them.
    pub fn done<T>(self, checked: T) -> Result<T, Faults> {
        if self.found.is_empty() {
            Ok(checked)
        } else {
            Err(self)
        }
    }

    fn words(&self) -> &'static FaultWords {
        &words(self.lang).fault
    }

    /// A text within bounds, cleaned.
    pub fn text(&mut self, field: &'static str, typed: &str, bounds: Text) -> String {
        let w = self.words();
        match bounds.check(typed) {
            Ok(text) => return text,
            Err(Wrong::Missing) => self.add(field, w.missing),
            Err(Wrong::Control) => self.add(field, w.control),
            Err(Wrong::TooShort { missing }) => self.add(field, (w.too_short)(missing)),
            Err(Wrong::TooLong { over }) => self.add(field, (w.too_long)(bounds.most, over)),
        }
        String::new()
    }

    /// A password as typed: nothing is trimmed or cut; bounds in characters.
    pub fn secret(&mut self, field: &'static str, typed: &str, least: usize, most: usize) -> String {
        let length = typed.chars().count();
        let w = self.words();
        match length {
            0 => self.add(field, w.missing),
            n if n < least => self.add(field, (w.too_short)(least - n)),
            n if n > most => self.add(field, (w.too_long)(most, n - most)),
            _ if typed.contains('\0') => self.add(field, w.control),
            _ => return typed.to_owned(),
        }
        String::new()
    }

    /// An e-mail address, in the form it is compared by: domain and name in lower case.
    pub fn email(&mut self, field: &'static str, typed: &str) -> String {
        let email = typed.trim().to_lowercase();
        if email.is_empty() {
            self.add(field, self.words().missing);
        } else if !is_email(&email) {
            self.add(field, self.words().not_an_email);
        }
        email
    }

    /// A whole number in `range`; grouping marks (also a point before three digits) and spaces are passed over. `shown` writes a bound
    /// as a person would (`CHF 1’050`).
    pub fn whole(
        &mut self,
        field: &'static str,
        typed: &str,
        range: std::ops::RangeInclusive<i64>,
        shown: impl Fn(i64) -> String,
    ) -> i64 {
        let digits = ungrouped(typed);
        let w = self.words();
        if digits.is_empty() {
            self.add(field, w.missing);
            return *range.start();
        }
        match digits.parse::<i64>() {
            Ok(n) if n < *range.start() => self.add(field, (w.too_small)(&shown(*range.start()))),
            Ok(n) if n > *range.end() => self.add(field, (w.too_big)(&shown(*range.end()))),
            Ok(n) => return n,
            Err(_) if digits.chars().all(|c| c.is_ascii_digit()) => {
                self.add(field, (w.too_big)(&shown(*range.end())))
            }
            Err(_) => self.add(field, w.not_a_number),
        }
        *range.start()
    }

    /// One of a fixed set of answers, read by `parse`.
    pub fn choice<T>(
        &mut self,
        field: &'static str,
        typed: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let chosen = parse(typed.trim());
        if chosen.is_none() {
            self.add(field, self.words().choose);
        }
        chosen
    }

    /// A day, as a date field sends it (`2026-08-01`) or as people write it (`1.8.2026`).
    pub fn day(&mut self, field: &'static str, typed: &str) -> Option<NaiveDate> {
        let typed = typed.trim();
        let day = ["%Y-%m-%d", "%d.%m.%Y"]
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(typed, form).ok());
        let day = day.filter(|day| (2000..2100).contains(&chrono::Datelike::year(day)));
        if day.is_none() {
            let w = self.words();
            self.add(field, if typed.is_empty() { w.missing } else { w.not_a_day });
        }
        day
    }

    /// A web address, or nothing. Only https and http: no other scheme may stand in a link.
    pub fn link(&mut self, field: &'static str, typed: &str) -> String {
        let text = self.text(field, typed, Text::line(1, 200).optional());
        let text = if text.is_empty() || text.contains("://") {
            text
        } else {
            format!("https://{text}")
        };
        let parsed = text.parse::<axum::http::Uri>().ok();
        let good = parsed.is_some_and(|uri| {
            matches!(uri.scheme_str(), Some("https" | "http"))
                && uri.host().is_some_and(|host| host.contains('.'))
                // A name in front of the host only makes a link look like one to elsewhere.
                && uri.authority().is_some_and(|authority| !authority.as_str().contains('@'))
        });
        if !text.is_empty() && !good {
            self.add(field, self.words().not_a_link);
        }
        text
    }
}

/// The digits of a number without what groups them. A point groups only before three digits each:
/// elsewhere it parts centimes from francs, and dropping it would make 15 of 1.5.
fn ungrouped(typed: &str) -> String {
    let mut parts = typed.split('.');
    let first = parts.next().unwrap_or_default();
    let is_grouped = parts.all(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()));
    let kept = |c: &char| !c.is_whitespace() && !"'’\u{202F}".contains(*c);
    if first.is_empty() || !is_grouped {
        return typed.chars().filter(kept).collect();
    }
    typed.chars().filter(|c| kept(c) && *c != '.').collect()
}
