//! The forms of the house as their pages show them, sent with rubbish in one field after another.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use jem::{demo, wiring};
use scraper::{ElementRef, Html, Selector};
use testing::{Client, Seen};

use crate::{is_foreign, people::Stage};

/// Something that may be wrong with what was typed.
pub const RUBBISH: [(&str, Option<&str>); 7] = [
    ("100 kB", Some(LONG)),
    ("HTML", Some(HTML)),
    ("control characters", Some("a\0b\u{7}\u{202e}c")),
    ("the wrong type", Some("-1e999")),
    ("another script", Some("🀄 مرحبا ﷺ")),
    ("nothing", Some("")),
    ("missing", None),
];
const LONG: &str = const {
    match std::str::from_utf8(&[b'x'; 100_000]) {
        Ok(text) => text,
        Err(_) => panic!(),
    }
};
/// What must never be part of a page, only of its text.
pub const HTML: &str = "<b id=x9f3>gras</b> & co";
const RAW: &str = "<b id=x9f3";

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Secret,
    /// One of several, or any of several.
    Choice,
    File,
    /// Hidden, or the name of a button: nobody types it.
    Given,
}

/// A field and what a sensible person puts into it.
#[derive(Clone, Debug)]
struct Field {
    name: String,
    kind: Kind,
    sensible: Option<String>,
}

/// A form on its page.
pub struct Form {
    page: String,
    action: String,
    is_upload: bool,
    fields: Vec<Field>,
}

fn all<'a>(root: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    // The selector outlives nothing: collected at once.
    root.select(&selector).collect()
}

/// The forms of a page that send something.
pub fn forms(page: &str, html: &str) -> Vec<Form> {
    let html = Html::parse_document(html);
    let mut found = Vec::new();
    for form in all(html.root_element(), "form[method=post]") {
        let mut controls = all(form, "input[name], textarea[name], select[name], button[name]");
        if let Some(id) = form.attr("id") {
            controls.extend(all(html.root_element(), &format!("[form='{id}'][name]")));
        }
        let own =
            |control: &ElementRef<'_>| control.attr("form").is_none_or(|of| Some(of) == form.attr("id"));
        let mut fields: Vec<Field> = Vec::new();
        for control in controls.into_iter().filter(own) {
            let name = control.attr("name").unwrap();
            match fields.iter_mut().find(|field| field.name == name) {
                _ if name == "_key" => {}
                None => fields.push(field(control, name)),
                // The last button is the one that goes on; of several choices the chosen one.
                Some(known) if known.kind == Kind::Given || control.attr("checked").is_some() => {
                    *known = field(control, name);
                }
                Some(_) => {}
            }
        }
        found.push(Form {
            page: page.to_owned(),
            action: form.attr("action").unwrap_or(page).to_owned(),
            is_upload: form.attr("enctype").is_some(),
            fields,
        });
    }
    found
}

fn field(control: ElementRef<'_>, name: &str) -> Field {
    let value = |or: &str| {
        let value = control.attr("value").filter(|value| !value.is_empty());
        Some(value.unwrap_or(or).to_owned())
    };
    let (kind, sensible) = match (control.value().name(), control.attr("type").unwrap_or("text")) {
        ("button", _) | (_, "hidden") => (Kind::Given, value("")),
        ("select", _) => {
            let options = all(control, "option[value]");
            let chosen = options.iter().find(|option| option.attr("selected").is_some());
            let some = options
                .iter()
                .find(|option| option.attr("value").is_some_and(|value| !value.is_empty()));
            let is_chosen = chosen.filter(|option| option.attr("value") != Some(""));
            let option = is_chosen.or(some);
            (
                Kind::Choice,
                option.and_then(|option| option.attr("value")).map(str::to_owned),
            )
        }
        ("textarea", _) => {
            let typed: String = control.text().collect();
            let prose = "Un texte simple, qui dit en quelques mots de quoi il s’agit et pour qui.";
            (
                Kind::Text,
                Some(if typed.trim().is_empty() {
                    prose.to_owned()
                } else {
                    typed
                }),
            )
        }
        (_, "radio") => (Kind::Choice, value("")),
        // One alone may stay empty; of several one is chosen.
        (_, "checkbox") => (Kind::Choice, value("").filter(|value| value != "yes")),
        (_, "file") => (
            Kind::File,
            control.attr("required").map(|_| "page.png".to_owned()),
        ),
        (_, "password") => (Kind::Secret, Some(demo::PASSWORD.to_owned())),
        (_, "email") => (Kind::Text, value("quelquun@example.test")),
        (_, "date") => (Kind::Text, value("2026-12-01")),
        (_, "number") => (Kind::Text, value(control.attr("min").unwrap_or("3"))),
        _ => (Kind::Text, value(sample(name))),
    };
    Field {
        name: name.to_owned(),
        kind,
        sensible,
    }
}

/// What a sensible person writes into a line of this name.
fn sample(name: &str) -> &'static str {
    match name {
        "place" | "city" => "1003 Lausanne",
        "uid" | "number" => "CHE-109.322.551",
        "website" => "https://www.example.test",
        "skill" | "skills" => "Photographie",
        "day_rate" => "900",
        "experience" => "5",
        _ => "Marguerite",
    }
}

/// A small true picture.
fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(120, 80)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

impl Form {
    /// What tells it from others, wherever it is shown.
    fn name(&self) -> String {
        let is_key = |part: &&str| part.len() == 36 || part.len() == 43;
        let path: Vec<&str> = self
            .action
            .split('/')
            .map(|part| if is_key(&part) { "{}" } else { part })
            .collect();
        let names: BTreeSet<&str> = self.fields.iter().map(|field| field.name.as_str()).collect();
        format!("{} {names:?}", path.join("/"))
    }

    /// Those with more to fill in come first, and last those that end what others are about.
    fn turn(&self) -> (bool, Reverse<usize>) {
        let ends = self.action.starts_with("/candidacies/") || self.action.ends_with("/closure");
        let typed = self.fields.iter().filter(|field| field.kind != Kind::Given);
        (ends, Reverse(typed.count()))
    }

    /// Sends it, sensible but for one field.
    async fn send(&self, client: &Client, but: &str, rubbish: Option<&str>) -> Seen {
        let picture = picture();
        let mut texts: Vec<(&str, &str)> = Vec::new();
        let mut files: Vec<(&str, &str, &[u8])> = Vec::new();
        for field in &self.fields {
            let value = if field.name == but {
                rubbish
            } else {
                field.sensible.as_deref()
            };
            match (field.kind, value) {
                (_, None) => {}
                (Kind::File, Some(value)) if field.name == but => {
                    files.push((&field.name, "page.png", value.as_bytes()))
                }
                (Kind::File, Some(name)) => files.push((&field.name, name, &picture)),
                (_, Some(value)) => texts.push((&field.name, value)),
            }
        }
        if self.is_upload {
            client.upload(&self.action, &texts, &files).await
        } else {
            client.post(&self.action, &texts).await
        }
    }

    /// What is wrong with the answer to rubbish in `field`.
    fn judge(&self, field: &Field, seen: &Seen, wrote: bool) -> Option<String> {
        let text = seen.text();
        if is_foreign(seen) || !(text.contains("<main") || seen.status == 303) {
            return Some(format!("{} is no page of ours", seen.status));
        }
        match seen.status {
            303 => None,
            409 | 422 if wrote => Some(format!("{} and yet something was written", seen.status)),
            409 => None,
            422 => self.is_told(field, &text),
            status => Some(status.to_string()),
        }
    }

    /// A form that came back says what is wrong at the field, and keeps the rest.
    fn is_told(&self, field: &Field, text: &str) -> Option<String> {
        let html = Html::parse_document(text);
        let root = html.root_element();
        let forms = all(root, "form[method=post]");
        let has = |form: &&ElementRef<'_>| {
            self.fields
                .iter()
                .filter(|field| field.kind != Kind::Given)
                .all(|field| !all(**form, &format!("[name='{}']", field.name)).is_empty())
        };
        let Some(form) = forms
            .iter()
            .filter(|form| form.attr("action") == Some(&self.action))
            .find(has)
        else {
            return Some("422 without the form".to_owned());
        };
        let marked: BTreeSet<String> = all(*form, ".error[id]")
            .iter()
            .filter(|error| error.text().any(|text| !text.trim().is_empty()))
            .filter_map(|error| error.attr("id")?.strip_suffix("-fault").map(str::to_owned))
            .collect();
        let notice = all(root, "main [role=alert]")
            .iter()
            .any(|notice| notice.text().any(|text| !text.trim().is_empty()));
        if !marked.is_empty() && !marked.contains(&field.name) {
            return Some(format!(
                "422, but faults at {marked:?}: is what forms.rs fills in sensible?"
            ));
        }
        if marked.is_empty() && !notice {
            return Some("422 without a word".to_owned());
        }
        if marked.contains(&field.name) {
            let id = format!("{}-fault", field.name);
            let tied = all(*form, "[aria-describedby]").into_iter().any(|control| {
                control
                    .attr("aria-describedby")
                    .is_some_and(|ids| ids.split(' ').any(|one| one == id))
            });
            let invalid = field.kind != Kind::Text
                || !all(*form, &format!("[name='{}'][aria-invalid=true]", field.name)).is_empty();
            if !tied || !invalid {
                return Some("its fault is not tied to it".to_owned());
            }
        }
        let others = self.fields.iter().filter(|other| other.name != field.name);
        let lost: Vec<&str> = others
            .filter(|other| !is_kept(*form, other))
            .map(|other| other.name.as_str())
            .collect();
        (!lost.is_empty()).then(|| format!("422, and {lost:?} lost or shown"))
    }
}

/// Whether what was typed is still there; of a secret, whether it is not.
fn is_kept(form: ElementRef<'_>, field: &Field) -> bool {
    let controls = all(form, &format!("[name='{}']", field.name));
    let sent = field.sensible.as_deref();
    match field.kind {
        Kind::Given | Kind::File => true,
        Kind::Secret => controls
            .iter()
            .all(|one| one.attr("value").unwrap_or_default().is_empty()),
        Kind::Text => controls.iter().any(|one| {
            let text: String = one.text().collect();
            sent.is_some_and(|sent| one.attr("value") == Some(sent) || text == sent)
        }),
        Kind::Choice => sent.is_none_or(|sent| {
            controls.iter().any(|one| {
                let options = all(*one, "option[selected]");
                let is_on = one.attr("checked").is_some() && one.attr("value") == Some(sent);
                is_on || options.iter().any(|option| option.attr("value") == Some(sent))
            })
        }),
    }
}

/// Whether this is rubbish in such a field: a password may be of any characters.
fn is_rubbish(kind: Kind, rubbish: Option<&str>) -> bool {
    kind != Kind::Secret || rubbish.is_none_or(|text| text.is_empty() || text.len() > 256)
}

/// Sends every form that `client` is shown and that is not among the `tried` ones, with rubbish in each of its fields. Gives what is wrong, and how many
/// times something was sent.
pub async fn try_all(
    stage: &Stage,
    who: &str,
    client: &Client,
    pages: &[String],
    tried: &mut BTreeSet<String>,
) -> (Vec<String>, usize) {
    let mut known: BTreeMap<String, Form> = BTreeMap::new();
    for page in pages {
        let seen = client.get(page).await;
        if seen.status == 200 {
            for form in forms(page, &seen.text()) {
                known.entry(form.name()).or_insert(form);
            }
        }
    }
    let mut forms: Vec<Form> = known
        .into_iter()
        .filter(|(name, _)| tried.insert(name.clone()))
        .map(|(_, form)| form)
        .collect();
    forms.sort_by_key(Form::turn);
    let (mut wrong, mut sent) = (Vec::new(), 0);
    let mut before = stage.content().await;
    for form in &forms {
        for (what, rubbish) in RUBBISH {
            for field in form.fields.iter().filter(|field| is_rubbish(field.kind, rubbish)) {
                let seen = form.send(client, &field.name, rubbish).await;
                let after = stage.content().await;
                sent += 1;
                if let Some(why) = form.judge(field, &seen, before != after) {
                    let (page, action, name) = (&form.page, &form.action, &field.name);
                    wrong.push(format!(
                        "{who} on {page}: POST {action} with {what} in « {name} »: {why}"
                    ));
                }
                before = after;
            }
        }
    }
    (wrong, sent)
}

/// Pages on which what was typed as text has become a part of the page, and how many show it.
pub async fn read_back(client: &Client, pages: &[String]) -> (Vec<String>, usize) {
    let (mut raw, mut shown) = (Vec::new(), 0);
    for page in pages {
        let text = client.get(page).await.text();
        if text.contains(RAW) || text.contains("<b id=\"x9f3") {
            raw.push(page.clone());
        }
        shown += usize::from(text.contains("x9f3"));
    }
    (raw, shown)
}

/// The addresses of all pages, for one kind of visitor.
pub fn pages(stage: &Stage, kind: crate::people::Kind) -> Vec<String> {
    let routes = wiring::routes(site::Payroll::default());
    let readable = routes.table().iter().filter(|route| route.method == "GET");
    readable
        .map(|route| stage.objects.fill(route, kind, crate::objects::Whose::Own))
        .collect()
}
