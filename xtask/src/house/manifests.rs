//! A manifest names what its crate calls, and nothing else: each line costs every build, and draws an edge.

use std::collections::BTreeSet;

use super::rust::{Kind, Token, lines_with, tokens};
use super::{Breach, SOURCES, Source, none};

/// What our macros call in the crate that uses them.
const MACROS: &[(&[&str], &[&str])] = &[(&["db", ":", ":", "id", "!"], &["sea_orm", "serde", "uuid"])];
const HEADINGS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
/// The comment above a line that is there for another crate's sake; its reason follows.
const UNCALLED: &str = "# Not called:";

type Names = BTreeSet<String>;

/// The names a crate's files start paths with.
#[derive(Default)]
struct Calls {
    product: Names,
    tests: Names,
    build: Names,
}

fn calls(folder: &str, sources: &[Source]) -> Calls {
    let own = sources.iter().filter_map(|source| {
        let path = source.path.strip_prefix(folder)?;
        let read = if path.ends_with(".rs") {
            tokens(&source.text)
        } else {
            Vec::new()
        };
        Some((path, source, read))
    });
    let own: Vec<_> = own.collect();
    let mut test_modules: Names = own.iter().flat_map(|(.., read)| modules_of_tests(read)).collect();
    test_modules.insert("tests".to_owned());
    let mut calls = Calls::default();
    for (path, source, read) in &own {
        let mut steps = path.trim_end_matches(".rs").split('/');
        let names = match *path {
            "build.rs" => &mut calls.build,
            _ if steps.any(|step| test_modules.contains(step)) => &mut calls.tests,
            _ => &mut calls.product,
        };
        if path.ends_with(".html") {
            names.extend(starts_in_text(&source.text));
        }
        names.extend(starts(read));
    }
    calls
}

/// What `#[cfg(test)] mod …` declares.
fn modules_of_tests(read: &[Token]) -> impl Iterator<Item = String> {
    let row = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let found = read.windows(row.len() + 1);
    found.filter_map(move |window| {
        let (name, before) = window.split_last()?;
        let same = before.iter().zip(row).all(|(token, want)| token.text == want);
        same.then(|| name.text.clone())
    })
}

/// The words with which paths start: `a` in `a::b` and in `use a::{c::d, e}`.
fn starts(read: &[Token]) -> Names {
    let is = |at: usize, text: &str| read.get(at).is_some_and(|token| token.text == text);
    let mut names = Names::new();
    let mut at = 0;
    while let Some(token) = read.get(at) {
        let goes_on = at >= 2 && is(at - 1, ":") && is(at - 2, ":");
        let imported = at >= 1 && is(at - 1, "use");
        match token.kind {
            Kind::Text => names.extend(starts_in_text(&token.text)),
            Kind::Word if imported || !goes_on && is(at + 1, ":") && is(at + 2, ":") => {
                names.insert(token.text.clone());
                // What stands in the braces of an import starts no path of its own.
                while imported && !is(at, ";") && at < read.len() {
                    at += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    for (row, called) in MACROS {
        if !lines_with(read, row).is_empty() {
            names.extend(called.iter().map(|name| (*name).to_owned()));
        }
    }
    names
}

/// The same in a template, and in the text of an attribute.
fn starts_in_text(text: &str) -> impl Iterator<Item = String> {
    let words = text.split("::").map(|before| {
        let word = before.rsplit(|char: char| !char.is_alphanumeric() && char != '_');
        word.take(1).collect()
    });
    words.filter(|word: &String| !word.is_empty())
}

/// The names under a heading, each with its line and whether it says why nobody calls it.
fn named<'a>(manifest: &'a Source, heading: &str) -> Vec<(usize, &'a str, bool)> {
    let lines: Vec<&str> = manifest.text.lines().collect();
    let Some(start) = lines.iter().position(|line| line == &format!("[{heading}]")) else {
        return Vec::new();
    };
    let mut named = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(start + 1) {
        if line.starts_with('[') {
            break;
        }
        if let Some((name, _)) = line
            .split_once(['.', ' ', '='])
            .filter(|_| !line.starts_with('#'))
        {
            let excused = lines
                .get(index - 1)
                .is_some_and(|above| above.starts_with(UNCALLED));
            named.push((index + 1, name, excused));
        }
    }
    named
}

fn uncalled(manifest: &Source, sources: &[Source]) -> Vec<Breach> {
    let Some(folder) = manifest
        .path
        .strip_suffix("Cargo.toml")
        .filter(|folder| !folder.is_empty())
    else {
        return Vec::new();
    };
    let calls = calls(folder, sources);
    let mut breaches = Vec::new();
    for heading in HEADINGS {
        for (line, name, excused) in named(manifest, heading) {
            let word = name.replace('-', "_");
            let product = calls.product.contains(&word);
            let tests = calls.tests.contains(&word);
            let what = match heading {
                _ if excused => continue,
                "dependencies" if product => continue,
                "dependencies" if tests => "is called by tests only",
                "dev-dependencies" if product || tests => continue,
                "build-dependencies" if calls.build.contains(&word) => continue,
                _ => "is not called",
            };
            breaches.push(manifest.breach(line, format!("{name} {what}")));
        }
    }
    breaches
}

fn unnamed(workspace: &Source, sources: &[Source]) -> Vec<Breach> {
    let manifests = sources.iter().filter(|source| source.ends(&["/Cargo.toml"]));
    let used: BTreeSet<&str> = manifests
        .flat_map(|manifest| HEADINGS.map(|heading| named(manifest, heading)))
        .flatten()
        .map(|(_, name, _)| name)
        .collect();
    let entries = named(workspace, "workspace.dependencies").into_iter();
    entries
        .filter(|(_, name, excused)| !excused && !used.contains(name))
        .map(|(line, name, _)| workspace.breach(line, format!("no crate names {name}")))
        .collect()
}

#[test]
fn every_dependency_is_called() {
    let manifests = SOURCES.iter().filter(|source| source.ends(&["Cargo.toml"]));

    none(
        &format!(
            "Take the line away, or move it to [dev-dependencies]. When another crate needs it there, say so above \
             it: “{UNCALLED} …”."
        ),
        manifests
            .flat_map(|manifest| uncalled(manifest, &SOURCES))
            .collect(),
    );
}

#[test]
fn every_entry_of_the_workspace_is_named_by_a_crate() {
    let workspace = SOURCES.iter().filter(|source| source.path == "Cargo.toml");

    none(
        "Take the line away.",
        workspace
            .flat_map(|manifest| unnamed(manifest, &SOURCES))
            .collect(),
    );
}

fn source(path: &str, text: &str) -> Source {
    Source {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn idle_dependencies_are_found() {
    let manifest = [
        "[dependencies]",
        "in-code.workspace = true",
        "imported = \"1\"",
        "in_page = { workspace = true }",
        "uuid.workspace = true",
        "idle.workspace = true",
        "in_test.workspace = true",
        "in_sample.workspace = true",
        "# Not called: it gives another crate its feature.",
        "excused.workspace = true",
        "",
        "[build-dependencies]",
        "in-build = \"1\"",
        "in-code.workspace = true",
        "[dev-dependencies]",
        "in_test.workspace = true",
        "in_build.workspace = true",
    ];
    let sources = [
        source("lib/a/Cargo.toml", &manifest.join("\n")),
        source(
            "lib/a/src/lib.rs",
            "use imported;\nuse crate::{idle::x};\n// idle::y\n#[cfg(test)]\nmod samples;\ndb::id!(Id);\nfn a(a: in_code::B) { b::idle::c(idle.d); }",
        ),
        source("lib/a/src/page.html", "{{ in_page::word() }}"),
        source("lib/a/src/b/tests.rs", "use in_test::{self, idle};"),
        source("lib/a/src/samples.rs", "fn a() { in_sample::a() }"),
        source("lib/a/build.rs", "fn main() { in_build::a() }"),
        source("lib/b/src/lib.rs", "use idle;"),
    ];

    let found = uncalled(&sources[0], &sources);

    let told: Vec<_> = found
        .iter()
        .map(|breach| (breach.line, breach.what.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (6, "idle is not called"),
            (7, "in_test is called by tests only"),
            (8, "in_sample is called by tests only"),
            (17, "in_build is not called"),
            (14, "in-code is not called"),
        ]
    );
    let workspace = source(
        "Cargo.toml",
        "[workspace.dependencies]\nidle = \"1\"\nnobody = \"1\"",
    );
    let unnamed: Vec<_> = unnamed(&workspace, &sources)
        .iter()
        .map(|breach| breach.line)
        .collect();
    assert_eq!(unnamed, [3]);
}
