//! The house rules: what the compiler does not check, and the next reader relies on.
//!
//! Each rule is a test. A breach is shown as `file:line`, followed by what to do instead.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod dependencies;
mod floors;
mod language;
mod lints;
mod looks;
mod manifests;
mod places;
mod settings;
mod tables;
mod templates;

mod html;
mod rust;

use std::collections::BTreeSet;
use std::fmt;
use std::process::Command;
use std::sync::LazyLock;

use crate::{cargo, children};

/// A text file of the repository; its path starts at the workspace's folder.
struct Source {
    path: String,
    text: String,
}

/// Every text file that git tracks, or would track after `git add`.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let mut git = Command::new("git");
    // A clone that belongs to somebody else (a container's volume) is still read, never run.
    git.args([
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]);
    let listed = children::output(git.current_dir(cargo::root())).expect("the house rules read a git clone");
    let paths: BTreeSet<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
    // What is deleted but still in the index, and what is not text, is left out.
    let read = |path: &str| {
        let text = std::fs::read_to_string(cargo::root().join(path)).ok()?;
        Some(Source {
            path: path.to_owned(),
            text,
        })
    };
    paths.into_iter().filter_map(read).collect()
});

impl Source {
    fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    fn breach(&self, line: usize, what: impl Into<String>) -> Breach {
        Breach {
            path: self.path.clone(),
            line,
            what: what.into(),
        }
    }
}

/// A place where a rule is broken.
struct Breach {
    path: String,
    line: usize,
    what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Looks for breaches in all files, and fails with them and with what to do instead.
fn obeyed(instead: &str, rule: impl Fn(&Source) -> Vec<Breach>) {
    none(instead, SOURCES.iter().flat_map(rule).collect());
}

fn none(instead: &str, breaches: Vec<Breach>) {
    if breaches.is_empty() {
        return;
    }
    let lines: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    panic!("\n{}\n\n{instead}\n", lines.join("\n"));
}

/// What a rule says about one made-up file, for the rules' own tests.
fn lines_of(rule: impl Fn(&Source) -> Vec<Breach>, path: &str, text: &str) -> Vec<usize> {
    let source = Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    rule(&source).iter().map(|breach| breach.line).collect()
}
