//! Nobody slips past the lints.

use super::rust::{lines_with, tokens};
use super::{Breach, Source, lines_of, obeyed};

fn silenced(source: &Source) -> Vec<Breach> {
    if !source.ends(&[".rs"]) {
        return Vec::new();
    }
    let tokens = tokens(&source.text);
    let rows: [&[&str]; 2] = [&["#", "[", "allow"], &["#", "!", "[", "allow"]];
    let lines = rows.iter().flat_map(|row| lines_with(&tokens, row));
    lines
        .map(|line| source.breach(line, "a lint is allowed for good"))
        .collect()
}

fn without_lints(source: &Source) -> Vec<Breach> {
    let is_ours = source.ends(&["/Cargo.toml"]) && source.text.contains("[package]");
    if is_ours && !source.text.contains("[lints]\nworkspace = true") {
        return vec![source.breach(1, "this crate follows no lints")];
    }
    Vec::new()
}

#[test]
fn no_lint_is_silenced_without_a_reason() {
    obeyed(
        "Write #[expect(lint, reason = \"…\")]: it says why, and complains once it is no longer needed.",
        silenced,
    );
}

#[test]
fn every_crate_follows_the_lints_of_the_workspace() {
    obeyed("Add to the manifest:\n\n[lints]\nworkspace = true", without_lints);
}

#[test]
fn allowing_and_forgetting_lints_are_found() {
    let code = "#![allow(dead_code)]\n#[expect(x, reason = \"y\")]\n#[allow(unused)]\nfn a() {}";

    assert_eq!(lines_of(silenced, "server/src/a.rs", code), [3, 1]);
    assert_eq!(
        lines_of(without_lints, "lib/a/Cargo.toml", "[package]\nname = \"a\"\n"),
        [1]
    );
    assert!(
        lines_of(
            without_lints,
            "lib/a/Cargo.toml",
            "[package]\n[lints]\nworkspace = true\n"
        )
        .is_empty()
    );
}
