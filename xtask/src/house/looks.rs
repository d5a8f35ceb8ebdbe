//! Each class and icon in use has its rule or symbol, and each of these is in use.
//!
//! Some are chosen in Rust (a tone, an icon): there, and in the expressions of templates, a string made of
//! such names uses them. So a class whose name is also said for other ends may idle unseen.

use std::collections::BTreeSet;

use super::html::blank_expressions;
use super::{Breach, SOURCES, Source, none};

/// What stands between each of these beginnings and the end that follows it.
fn between<'a>(text: &'a str, begin: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(begin)
        .skip(1)
        .filter_map(move |rest| rest.split(end).next())
}

/// The classes in the markup of a template, and in its blocks that fill an attribute.
fn classes(page: &Source) -> BTreeSet<String> {
    let markup = blank_expressions(&page.text);
    let blocks = between(&page.text, "_class %}", "{% endblock").map(blank_expressions);
    let given = between(&markup, " class=\"", "\"")
        .map(str::to_owned)
        .chain(blocks);
    let names = |given: String| -> Vec<String> {
        let names = given.split(|char: char| char.is_whitespace() || char.is_control());
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    given.flat_map(names).collect()
}

/// The names that strings in Rust, or in the expressions of a template, consist of.
fn said(source: &Source) -> Vec<&str> {
    let code = if source.ends(&[".rs"]) {
        vec![source.text.as_str()]
    } else {
        between(&source.text, "{{", "}}")
            .chain(between(&source.text, "{%", "%}"))
            .collect()
    };
    let is_name = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || " -".contains(char);
    let strings = code.into_iter().flat_map(|code| code.split('"'));
    let strings = strings.filter_map(|string| string.split('{').next());
    strings
        .filter(|string| string.chars().all(is_name))
        .flat_map(str::split_whitespace)
        .collect()
}

/// The classes that a style sheet has rules for: not in comments, and not between quotes.
fn ruled(sheet: &Source) -> BTreeSet<&str> {
    let bare = sheet.text.split("/*").filter_map(|part| part.rsplit("*/").next());
    let after_dots = bare
        .flat_map(|part| part.split('"').step_by(2))
        .flat_map(|part| part.split('.').skip(1));
    let names = after_dots.filter(|name| name.starts_with(char::is_alphabetic));
    names
        .filter_map(|name| {
            name.split(|char: char| !char.is_alphanumeric() && char != '-')
                .next()
        })
        .collect()
}

fn idle_or_missing(sources: &[Source]) -> Vec<Breach> {
    let is_ours =
        |it: &&Source| it.is_in(&["features/", "lib/web/", "server/"]) && !it.path.contains("tests");
    let ours = |ending: &'static str| {
        sources
            .iter()
            .filter(is_ours)
            .filter(move |it| it.ends(&[ending]))
    };
    let drawing = || ours(".html").chain(ours(".rs"));
    let rules: BTreeSet<&str> = ours(".css").flat_map(ruled).collect();
    let said: BTreeSet<&str> = drawing().flat_map(said).collect();
    // One is set by htmx while it waits.
    let mut used = BTreeSet::from(["htmx-request".to_owned()]);
    let mut breaches = Vec::new();
    for page in ours(".html") {
        let missing = classes(page)
            .into_iter()
            .filter(|name| !rules.contains(name.as_str()));
        breaches.extend(missing.map(|name| page.breach(1, format!("the class “{name}” has no rule"))));
        used.append(&mut classes(page));
    }
    for sheet in ours(".css") {
        let idle = ruled(sheet)
            .into_iter()
            .filter(|name| !used.contains(*name) && !said.contains(name));
        breaches.extend(idle.map(|name| sheet.breach(1, format!("nothing has the class “{name}”"))));
    }
    for sprite in ours("sprite.svg") {
        let there: BTreeSet<&str> = between(&sprite.text, "<symbol id=\"", "\"").collect();
        let icons: BTreeSet<_> = drawing()
            .flat_map(|it| between(&it.text, "icon(\"", "\""))
            .map(|it| format!("i-{it}"))
            .collect();
        let missing = icons.iter().filter(|id| !there.contains(id.as_str()));
        breaches.extend(missing.map(|id| sprite.breach(1, format!("there is no “{id}”"))));
        let idle = there
            .iter()
            .filter(|id| id.split_once('-').is_some_and(|(_, name)| !said.contains(name)));
        breaches.extend(idle.map(|id| sprite.breach(1, format!("nothing draws “{id}”"))));
    }
    breaches
}

#[test]
fn classes_and_icons_are_there_and_in_use() {
    none(
        "Write the rule, or take the class away; delete rules and symbols that nothing uses.",
        idle_or_missing(&SOURCES),
    );
}

#[test]
fn idle_and_missing_looks_are_found() {
    let source = |(path, text): (&str, &str)| Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let page = "{% block main_class %}a{% endblock %}<p class=\"b{% if x == \"y\" %} c{% endif %} {{ tone }} k\">\
                {{ page.icon(\"pen\") }}{{ page.icon(\"saw\") }}";
    let sources = [
        (
            "lib/web/assets/a.css",
            ".a { inset: 0.5em; .b.c { } } /* .d */ li.e { src: \"x.f\"; } .g { } .h { }",
        ),
        (
            "lib/web/assets/sprite.svg",
            "<symbol id=\"i-pen\"/><symbol id=\"i-cup\"/><symbol id=\"m-it\"/>",
        ),
        ("features/x/a.html", page),
        (
            "features/x/src/a.rs",
            "if x { \"g\" } else { \"No h\" }; Motif(\"it\")",
        ),
        ("features/x/src/tests.rs", "\"e\""),
    ];

    let found = idle_or_missing(&sources.map(source));

    let found: Vec<_> = found.iter().map(|breach| breach.what.as_str()).collect();
    assert_eq!(
        found,
        [
            "the class “k” has no rule",
            "nothing has the class “e”",
            "nothing has the class “h”",
            "there is no “i-saw”",
            "nothing draws “i-cup”",
        ]
    );
}
