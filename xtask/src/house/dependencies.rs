//! What comes from outside is what `deny.toml` lets in. The same file drives cargo-deny where it is installed;
//! these tests hold its licences, bans and sources on every machine.

use std::collections::BTreeMap;
use std::iter::Peekable;

use serde_json::Value;

use super::{Breach, none};
use crate::{cargo, children};

/// A package that is part of a build for one of our targets.
struct Package {
    name: String,
    version: String,
    licence: String,
    source: String,
}

fn packages(deny: &toml::Table) -> Vec<Package> {
    let mut metadata = cargo::command(["metadata", "--format-version", "1"]);
    for target in strings(&deny["graph"]["targets"]) {
        metadata.args(["--filter-platform", &target]);
    }
    let metadata: Value = serde_json::from_str(&children::output(&mut metadata).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let package = |package: &Value| Package {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence: text(&package["license"]),
        source: text(&package["source"]),
    };
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(package)
        .collect()
}

fn deny() -> toml::Table {
    std::fs::read_to_string(cargo::root().join("deny.toml"))
        .unwrap()
        .parse()
        .unwrap()
}

fn strings(list: &toml::Value) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|value| value.as_str().unwrap().to_owned())
        .collect()
}

fn breach(package: &Package, what: impl Into<String>) -> Breach {
    let Package { name, version, .. } = package;
    Breach {
        path: "Cargo.lock".to_owned(),
        line: line_of(name),
        what: format!("{name} {version}: {}", what.into()),
    }
}

fn line_of(name: &str) -> usize {
    let lock = std::fs::read_to_string(cargo::root().join("Cargo.lock")).unwrap_or_default();
    let wanted = format!("name = \"{name}\"");
    lock.lines()
        .position(|line| line == wanted)
        .map_or(1, |index| index + 1)
}

/// Whether a licence expression can be met with the allowed ones alone.
fn allows(allowed: &[String], expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let answer = either(allowed, &mut words);
    answer && words.peek().is_none()
}

fn either<'a>(allowed: &[String], words: &mut Peekable<impl Iterator<Item = &'a str>>) -> bool {
    let mut answer = both(allowed, words);
    while words.next_if_eq(&"OR").is_some() {
        answer |= both(allowed, words);
    }
    answer
}

fn both<'a>(allowed: &[String], words: &mut Peekable<impl Iterator<Item = &'a str>>) -> bool {
    let mut answer = one(allowed, words);
    while words.next_if_eq(&"AND").is_some() {
        answer &= one(allowed, words);
    }
    answer
}

fn one<'a>(allowed: &[String], words: &mut Peekable<impl Iterator<Item = &'a str>>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let answer = either(allowed, words);
        return words.next_if_eq(&")").is_some() && answer;
    }
    let mut licence = words.next().unwrap_or_default().to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        licence = format!("{licence} WITH {}", words.next().unwrap_or_default());
    }
    allowed.contains(&licence)
}

#[test]
fn every_dependency_has_a_licence_we_accept() {
    let deny = deny();
    let allowed = strings(&deny["licenses"]["allow"]);
    let packages = packages(&deny);
    let refused = packages
        .iter()
        .filter(|package| !allows(&allowed, &package.licence));

    none(
        "Choose another crate; or, when the licence suits a product that is sold, add it to deny.toml with its reason.",
        refused
            .map(|package| breach(package, format!("licence “{}”", package.licence)))
            .collect(),
    );
}

#[test]
fn no_banned_dependency_comes_in() {
    let deny = deny();
    let packages = packages(&deny);
    let mut breaches = Vec::new();
    for ban in deny["bans"]["deny"].as_array().unwrap() {
        let banned = |package: &&Package| Some(package.name.as_str()) == ban["crate"].as_str();
        let found: BTreeMap<_, _> = packages
            .iter()
            .filter(banned)
            .map(|package| (&package.version, package))
            .collect();
        let permitted = usize::from(ban.get("deny-multiple-versions").is_some());
        if found.len() > permitted {
            let reason = ban["reason"].as_str().unwrap();
            breaches.extend(found.values().map(|package| breach(package, reason)));
        }
    }

    none(
        "`cargo tree -i NAME` tells who brings it: choose that crate's other features, or another crate.",
        breaches,
    );
}

#[test]
fn every_dependency_comes_from_the_registry() {
    let packages = packages(&deny());
    // Cargo's own name for its default registry, mirrored or not; our own crates have no source.
    let ours =
        |source: &str| source.is_empty() || source.starts_with("registry+https://github.com/rust-lang/");
    let foreign = packages.iter().filter(|package| !ours(&package.source));

    none(
        "Use a version published on the registry.",
        foreign.map(|package| breach(package, &*package.source)).collect(),
    );
}

#[test]
fn licence_expressions_are_read_as_they_are_meant() {
    let allowed = [
        "MIT".to_owned(),
        "Unicode-3.0".to_owned(),
        "Apache-2.0 WITH LLVM-exception".to_owned(),
    ];

    for fine in [
        "MIT",
        "GPL-3.0 OR MIT",
        "GPL-3.0/MIT",
        "(GPL-3.0 OR MIT) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(allows(&allowed, fine), "{fine}");
    }
    for refused in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "GPL-3.0 OR MIT AND GPL-2.0",
        "Apache-2.0",
        "MIT MIT",
    ] {
        assert!(!allows(&allowed, refused), "{refused}");
    }
}
