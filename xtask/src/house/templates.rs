//! Templates hold markup: no sentence, no address, no unescaped value.

use super::html::{Attribute, Piece, Tag, blank_expressions, pieces};
use super::{Breach, Source, lines_of, obeyed};

/// Attributes a person reads or hears.
const SPOKEN: &[&str] = &[
    "alt",
    "title",
    "placeholder",
    "label",
    "summary",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "hx-confirm",
    "data-confirm",
];
/// Names (or properties) of `<meta>` whose content a person reads.
const SPOKEN_METAS: &[&str] = &[
    "description",
    "author",
    "application-name",
    "apple-mobile-web-app-title",
    "og:title",
    "og:description",
    "og:site_name",
    "og:image:alt",
];
/// Attributes that lead to one of our own addresses.
const LEADING: &[&str] = &[
    "href",
    "action",
    "formaction",
    "src",
    "hx-get",
    "hx-post",
    "hx-put",
    "hx-patch",
    "hx-delete",
    "hx-push-url",
    "hx-replace-url",
    "sse-connect",
];

fn is_page(source: &Source) -> bool {
    source.is_in(&["features/", "lib/", "server/"]) && source.ends(&[".html"])
}

fn is_plain_letter(source: &Source) -> bool {
    source.is_in(&["features/", "lib/", "server/"])
        && source.path.contains("/mails/")
        && source.ends(&[".txt"])
}

fn literal_text(source: &Source) -> Vec<Breach> {
    let shown = |line: usize, text: &str| {
        let letters = without_attributes(&without_entities(text));
        // The line of the first letter, not of the line break before it.
        let first = letters.find(char::is_alphabetic)?;
        let line = line + letters.get(..first)?.matches('\n').count();
        let words = letters.get(first..)?.split(['\n', '\u{1}']).next()?;
        Some(source.breach(line, format!("literal text “{}”", words.trim())))
    };
    if is_plain_letter(source) {
        let blanked = blank_expressions(&source.text);
        return blanked
            .lines()
            .enumerate()
            .filter_map(|(index, line)| shown(index + 1, line))
            .collect();
    }
    if !is_page(source) {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for piece in pieces(&source.text) {
        match piece {
            Piece::Text { line, text } => breaches.extend(shown(line, &text)),
            Piece::Tag(tag) => {
                let spoken = tag
                    .attributes
                    .iter()
                    .filter(|attribute| is_spoken(&tag, attribute));
                breaches.extend(spoken.filter_map(|attribute| shown(attribute.line, &attribute.value)));
            }
        }
    }
    breaches
}

fn is_spoken(tag: &Tag, attribute: &Attribute) -> bool {
    match attribute.name.as_str() {
        "content" => [tag.get("name"), tag.get("property")]
            .iter()
            .any(|name| SPOKEN_METAS.contains(name)),
        "value" => tag.name == "input" && ["submit", "button", "reset"].contains(&tag.get("type")),
        name => SPOKEN.contains(&name),
    }
}

/// The text without `&nbsp;` and the like: their letters are not shown.
fn without_entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut parts = text.split('&');
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let name = part.split(';').next().unwrap_or_default();
        let is_entity =
            name.len() < part.len() && name.chars().all(|char| char.is_alphanumeric() || char == '#');
        kept.push_str(if is_entity {
            part.get(name.len() + 1..).unwrap_or_default()
        } else {
            part
        });
    }
    kept
}

/// The text without `name="value"`: macros and conditions may hold attributes alone.
fn without_attributes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("=\"") {
        let (before, from) = rest.split_at(at);
        let name = before.trim_end_matches(|char: char| char.is_alphanumeric() || char == '-');
        let value = from
            .get(2..)
            .and_then(|value| value.find('"'))
            .map_or(from.len(), |end| end + 3);
        kept.push_str(name);
        rest = from.get(value..).unwrap_or_default();
    }
    kept + rest
}

fn literal_address(source: &Source) -> Vec<Breach> {
    if !is_page(source) {
        return Vec::new();
    }
    let tags = pieces(&source.text).into_iter().filter_map(|piece| match piece {
        Piece::Tag(tag) => Some(tag),
        Piece::Text { .. } => None,
    });
    tags.flat_map(|tag| tag.attributes)
        .filter(|attribute| LEADING.contains(&attribute.name.as_str()) && attribute.value.starts_with('/'))
        .map(|attribute| {
            let address = attribute.value.split('\u{1}').next().unwrap_or_default();
            source.breach(
                attribute.line,
                format!("literal address {}=\"{address}…\"", attribute.name),
            )
        })
        .collect()
}

fn unescaped(source: &Source) -> Vec<Breach> {
    if source.is_in(&["lib/web/", "xtask/"]) {
        return Vec::new();
    }
    let is_unescaped = |line: &str| {
        if source.ends(&[".html"]) {
            line.split('|').skip(1).any(|filter| {
                let name: String = filter
                    .trim_start()
                    .chars()
                    .take_while(|char| char.is_alphanumeric())
                    .collect();
                name == "safe"
            })
        } else {
            source.ends(&[".rs"])
                && ["filters::Safe", "HtmlSafe", "escape = \"none\""]
                    .iter()
                    .any(|way| line.contains(way))
        }
    };
    let lines = source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| is_unescaped(line));
    lines
        .map(|(index, _)| source.breach(index + 1, "a value that is not escaped"))
        .collect()
}

/// What is kept when a form cannot be taken leaves out secrets by their names (lib/web/src/kept.rs).
fn misnamed_secret(source: &Source) -> Vec<Breach> {
    let is_misnamed = |line: &str| {
        let mut drawn = line.split("ui::secret(page, \"").skip(1);
        let is_own = line.contains("type=\"password\"") && !source.is_in(&["lib/web/"]);
        is_own || drawn.any(|call| !call.split('"').next().unwrap_or_default().contains("password"))
    };
    let lines = source.text.lines().enumerate();
    lines
        .filter(|(_, line)| is_page(source) && is_misnamed(line))
        .map(|(index, _)| source.breach(index + 1, "a secret that is not known by its name"))
        .collect()
}

#[test]
fn secrets_are_known_by_their_names() {
    obeyed(
        "Draw it with `ui::secret`, and let `password` be in its name: it is then given back to nobody.",
        misnamed_secret,
    );
}

#[test]
fn misnamed_secrets_are_found() {
    let page = "{% call ui::secret(page, \"old_password\", w.old) %}\n{% call ui::secret(page, \"code\", w.code) %}\n\
                <input type=\"password\" name=\"password\">\n{% call ui::input(page, \"code\", w.code) %}";

    assert_eq!(
        lines_of(misnamed_secret, "features/site/src/home.html", page),
        [2, 3]
    );
}

#[test]
fn templates_hold_no_literal_text() {
    obeyed(
        "Every sentence is in `words`, in each language: write {{ words.… }}. Amounts, units, dates and the \
         brand too.",
        literal_text,
    );
}

#[test]
fn templates_hold_no_literal_address() {
    obeyed(
        "Addresses are functions of `paths` (files: of the assets): write {{ paths::… }}.",
        literal_address,
    );
}

#[test]
fn only_the_web_library_decides_what_needs_no_escaping() {
    obeyed(
        "Let the value be escaped, or move what builds the markup to lib/web and prove it there.",
        unescaped,
    );
}

#[test]
fn literal_text_is_found_where_a_person_would_read_it() {
    let page = "<title>{{ words.title }}</title>\n<p class=\"big\">{{ n }} CHF&nbsp;·</p>\n<img alt=\"Logo\" src=\"{{ s }}\">\n\
                <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"description\" content=\"Jobs\">\n\
                <input type=\"submit\" value=\"Send\"><button value=\"send\">{{ words.send }}</button>\n<!-- note -->\n\
                <p>&copy; 2026</p>\n{% macro a() %} aria-invalid=\"true\" {% endmacro %}";

    assert_eq!(
        lines_of(literal_text, "features/site/src/pages/home/home.html", page),
        [2, 3, 5, 6]
    );
    assert!(lines_of(literal_text, "e2e/page.html", page).is_empty());
    assert_eq!(
        lines_of(
            literal_text,
            "features/site/src/mails/hello.txt",
            "{{ words.hello }},\n\nBonjour\n"
        ),
        [3]
    );
}

#[test]
fn literal_addresses_are_found_in_links_forms_and_requests() {
    let page = "<a href=\"/help\">\n<a href=\"{{ paths::help() }}\">\n<form action=\"/missions/{{ id }}\">\n<a href=\"#top\">\n\
                <b hx-get='/x'>";

    assert_eq!(
        lines_of(literal_address, "features/site/src/home.html", page),
        [1, 3, 5]
    );
}

#[test]
fn unescaped_values_are_found() {
    let page = "{{ a|safe }}\n{{ a | safe }}\n{{ a|safely }}\n{{ a || safe }}";

    assert_eq!(
        lines_of(unescaped, "features/site/src/home.html", page),
        [1, 2, 4]
    );
    assert!(lines_of(unescaped, "lib/web/templates/icon.html", page).is_empty());
}
