//! Calls go down: which room may call which, and what the tools below may use of one another.
//!
//! The list is here, in ARCHITECTURE.md (under “Edges”) and in the manifests, and the three agree. What a crate
//! uses only in its tests is free.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Breach, none};
use crate::{cargo, children};

/// The rooms and their floor.
const FLOORS: &[(&str, u8)] = &[
    ("certification", 0),
    ("accounts", 1),
    ("profiles", 1),
    ("missions", 2),
    ("messaging", 2),
    ("selection", 3),
    ("notifications", 4),
    ("staff", 4),
    ("site", 4),
];

/// Who calls whom among the rooms. A new line is a page in docs/decisions and a line in ARCHITECTURE.md.
const ROOMS: &[(&str, &[&str])] = &[
    ("accounts", &["certification"]),
    ("profiles", &["certification"]),
    ("missions", &["certification", "profiles"]),
    ("messaging", &["certification", "profiles"]),
    (
        "selection",
        &["certification", "messaging", "missions", "profiles"],
    ),
    (
        "notifications",
        &["certification", "messaging", "missions", "profiles", "selection"],
    ),
    ("staff", &["certification"]),
    ("site", &["certification", "missions", "profiles"]),
];

/// What the tools may use of one another. `testing` is for tests, and sees all of them.
const TOOLS: &[(&str, &[&str])] = &[
    ("app", &["db", "files", "i18n", "mail", "search"]),
    ("web", &["app", "db", "files", "i18n", "mail"]),
    ("mail", &["i18n"]),
    (
        "testing",
        &["app", "db", "files", "i18n", "mail", "search", "swiss", "web"],
    ),
];

type Edge = (String, String);

/// A crate of the workspace: its name, its folder (`features/missions`), and whom it uses outside its tests.
struct Member {
    name: String,
    folder: String,
    uses: Vec<String>,
}

fn members() -> Vec<Member> {
    let said = children::output(&mut cargo::command([
        "metadata",
        "--format-version",
        "1",
        "--no-deps",
    ]))
    .unwrap();
    let metadata: Value = serde_json::from_str(&said).unwrap();
    let root = format!("{}/", metadata["workspace_root"].as_str().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let member = |package: &Value| Member {
        name: text(&package["name"]),
        folder: text(&package["manifest_path"])
            .replace(&root, "")
            .replace("/Cargo.toml", ""),
        uses: package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|dependency| dependency["kind"] != "dev")
            .map(|dependency| text(&dependency["name"]))
            .collect(),
    };
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(member)
        .collect()
}

/// The edges in the manifests from crates in one folder to crates in another.
fn edges(members: &[Member], from: &str, to: &str) -> BTreeSet<Edge> {
    let is_there = |name: &&String| {
        members
            .iter()
            .any(|member| &&member.name == name && member.folder.starts_with(to))
    };
    let callers = members.iter().filter(|member| member.folder.starts_with(from));
    callers
        .flat_map(|caller| {
            caller
                .uses
                .iter()
                .filter(is_there)
                .map(|used| (caller.name.clone(), used.clone()))
        })
        .collect()
}

fn listed(table: &[(&str, &[&str])]) -> BTreeSet<Edge> {
    let pairs = table
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
    pairs
        .map(|(from, to)| ((*from).to_owned(), (*to).to_owned()))
        .collect()
}

/// The edges in the fenced block under the heading “Edges”: a line `from -> to, to` (or `→`) for each caller.
fn drawn(architecture: &str) -> Option<BTreeSet<Edge>> {
    let under = architecture
        .lines()
        .skip_while(|line| !(line.starts_with('#') && line.contains("Edges")))
        .skip(1);
    let block = under
        .skip_while(|line| !line.starts_with("```"))
        .skip(1)
        .take_while(|line| !line.starts_with("```"));
    let mut edges = BTreeSet::new();
    for line in block {
        let line = line.replace("->", "→");
        let Some((from, to)) = line.split_once('→') else {
            continue;
        };
        edges.extend(
            to.split([',', ' '])
                .filter(|to| !to.is_empty())
                .map(|to| (from.trim().to_owned(), to.to_owned())),
        );
    }
    (!edges.is_empty()).then_some(edges)
}

fn architecture() -> Option<String> {
    std::fs::read_to_string(cargo::root().join("ARCHITECTURE.md")).ok()
}

fn breaches(path: &str, edges: impl Iterator<Item = Edge>, what: &str) -> Vec<Breach> {
    let breach = |(from, to): Edge| Breach {
        path: path.replace('*', &from),
        line: 1,
        what: format!("{from} → {to} {what}"),
    };
    edges.map(breach).collect()
}

#[test]
fn rooms_call_only_the_rooms_they_are_listed_with() {
    let members = members();
    let extra = &edges(&members, "features/", "features/") - &listed(ROOMS);

    none(
        "Pass an id or a plain value, record an event, or leave a slot. If the edge is right: a page in \
         docs/decisions, a line in ARCHITECTURE.md and one in xtask/src/house/floors.rs.",
        breaches("features/*/Cargo.toml", extra.into_iter(), "is not in the list"),
    );
}

#[test]
fn the_map_tells_the_edges_as_they_are() {
    // From the day there is a map, it is true.
    let Some(map) = architecture() else { return };
    let drawn = drawn(&map)
        .expect("ARCHITECTURE.md has a fenced block under a heading “Edges”, with lines `a -> b, c`");
    let members = members();
    let built = |edge: &Edge| members.iter().any(|member| member.name == edge.0);
    let used = edges(&members, "features/", "features/");

    let mut wrong = breaches(
        "ARCHITECTURE.md",
        drawn.difference(&listed(ROOMS)).cloned(),
        "is not in floors.rs",
    );
    wrong.extend(breaches(
        "xtask/src/house/floors.rs",
        listed(ROOMS).difference(&drawn).cloned(),
        "is not drawn",
    ));
    let unused = drawn.difference(&used).filter(|edge| built(edge)).cloned();
    wrong.extend(breaches(
        "features/*/Cargo.toml",
        unused,
        "is drawn in ARCHITECTURE.md, but nobody uses it",
    ));

    none(
        "Make ARCHITECTURE.md, xtask/src/house/floors.rs and the manifests agree.",
        wrong,
    );
}

#[test]
fn every_edge_of_the_list_goes_down() {
    let floor = |name: &str| {
        FLOORS
            .iter()
            .find(|(room, _)| *room == name)
            .map(|(_, floor)| *floor)
    };
    let up = listed(ROOMS)
        .into_iter()
        .filter(|(from, to)| floor(from) <= floor(to) || floor(to).is_none());

    none(
        "A room calls rooms on lower floors; speak upward with an event.",
        breaches("xtask/src/house/floors.rs", up, "does not go down"),
    );
}

#[test]
fn every_room_has_its_floor() {
    let members = members();
    let homeless = members
        .iter()
        .filter(|member| member.folder.starts_with("features/"));
    let homeless = homeless.filter(|member| FLOORS.iter().all(|(room, _)| *room != member.name));
    let breach = |member: &Member| Breach {
        path: member.folder.clone(),
        line: 1,
        what: "has no floor".to_owned(),
    };

    none(
        "Give the room a floor in xtask/src/house/floors.rs and in ARCHITECTURE.md.",
        homeless.map(breach).collect(),
    );
}

#[test]
fn tools_know_no_room_and_only_the_tools_they_are_listed_with() {
    let members = members();
    let extra = &edges(&members, "lib/", "") - &listed(TOOLS);

    none(
        "Take what you need as an argument, or leave a slot (a small trait) that `server/src/wiring.rs` fills.",
        breaches("lib/*/Cargo.toml", extra.into_iter(), "is not allowed"),
    );
}

#[test]
fn nobody_builds_on_the_roof_or_on_the_test_tools() {
    let members = members();
    let mut wrong = edges(&members, "features/", "");
    wrong.extend(edges(&members, "server", ""));
    wrong.retain(|(_, to)| ["jem", "bench", "xtask", "testing"].contains(&to.as_str()));

    none(
        "Move what is shared down; `testing` belongs under [dev-dependencies].",
        breaches("*", wrong.into_iter(), "is not allowed"),
    );
}

#[test]
fn the_drawn_list_is_read_with_both_arrows() {
    let map = "# Map\n```\na -> b\n```\n## Edges\nWho calls whom:\n```text\nsite → missions, profiles\nstaff -> accounts\n```\n";
    let edge = |from: &str, to: &str| (from.to_owned(), to.to_owned());

    let edges = drawn(map).unwrap();

    assert_eq!(
        edges,
        [
            edge("site", "missions"),
            edge("site", "profiles"),
            edge("staff", "accounts")
        ]
        .into()
    );
    assert_eq!(drawn("# Edges\nnone yet"), None);
}
