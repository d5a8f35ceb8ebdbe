//! The repository works wherever it is cloned: it names no folder of one machine and no host of a registry.

use super::{Breach, Source, lines_of, obeyed};

/// Hosts from which packages come, put together here so that this file passes its own rule.
const HOSTS: &[&str] = &[
    concat!("crates", ".io"),
    concat!("registry.npm", "js.org"),
    concat!("registry.yarn", "pkg.com"),
    concat!("py", "pi.org"),
    concat!("python", "hosted.org"),
    concat!("deb.deb", "ian.org"),
    concat!("proxy.gol", "ang.org"),
];
/// Folders that exist on the machine of whoever wrote the line.
const FOLDERS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Use", "rs/"),
];

fn names_a_place(source: &Source) -> Vec<Breach> {
    // Cargo names its registry in every lock file.
    if source.path == "Cargo.lock" {
        return Vec::new();
    }
    let place = |line: &str| {
        let host = HOSTS.iter().find(|host| line.contains(**host));
        host.or_else(|| FOLDERS.iter().find(|folder| starts_a_path(line, folder)))
    };
    let lines = source.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| Some(source.breach(index + 1, format!("names {}", place(line)?))))
        .collect()
}

/// Whether the folder is the start of a path, and not a part of an address.
fn starts_a_path(line: &str, folder: &str) -> bool {
    let begins = |char: char| !char.is_alphanumeric() && !['.', '}', '/', '-', '_', '*'].contains(&char);
    line.match_indices(folder).any(|(at, _)| {
        line.get(..at)
            .is_some_and(|before| before.chars().next_back().is_none_or(begins))
    })
}

#[test]
fn nothing_names_a_registry_or_a_folder_of_one_machine() {
    obeyed(
        "Speak of “the registry”, and start paths at the workspace, at a setting, or in a temporary folder.",
        names_a_place,
    );
}

#[test]
fn places_are_found() {
    let text = [
        "see https://example.ch/work/here",
        concat!("cd /wo", "rk/main"),
        concat!("from crates", ".io"),
        concat!("lib/ho", "me/x"),
        concat!("\"/ro", "ot/.cargo\""),
    ];

    assert_eq!(lines_of(names_a_place, "README.md", &text.join("\n")), [2, 3, 5]);
}
