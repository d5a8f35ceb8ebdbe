//! What the tests need beside Rust, and how it comes onto a Debian machine.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{browser, children, postgres};

/// Something the tests start, and the Debian packages that bring it.
pub(crate) struct Need {
    name: &'static str,
    packages: &'static [&'static str],
    is_there: fn() -> bool,
}

const SERVER: Need = Need {
    name: "PostgreSQL 15 or later",
    packages: &["postgresql"],
    is_there: || postgres::programs().is_ok(),
};
const CHROMIUM: Need = Need {
    name: "Chromium",
    packages: &["chromium"],
    is_there: || browser::chromium().exists(),
};
// Debian keeps npm in a package of its own; where Node.js came from elsewhere it brings npm along, and Debian's
// npm would not install beside it.
const NODE: Need = Need {
    name: "Node.js 18.19 or later",
    packages: &["nodejs"],
    is_there: || browser::node_version() >= Some((18, 19)),
};
const NPM: Need = Need {
    name: "npm",
    packages: &["npm"],
    is_there: || answers("npm"),
};

/// What the tests on PostgreSQL need.
pub(crate) const POSTGRES: &[Need] = &[SERVER];
/// What a whole run needs.
pub(crate) const ALL: &[Need] = &[SERVER, NODE, NPM, CHROMIUM];

/// Makes sure of these, installing what lacks where that is possible.
///
/// # Errors
/// A sentence saying what to install by hand.
pub(crate) fn provide(needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        println!("All there: {}.", names(needs.iter()));
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let by_hand = format!(
        "Please install {}. On Debian: apt-get update && apt-get install --no-install-recommends {}",
        names(missing.iter().copied()),
        packages.join(" ")
    );
    let Some(apt) = apt_get() else {
        bail!(
            "{} missing, and this program cannot install here. {by_hand}",
            names(missing.iter().copied())
        );
    };
    println!(
        "Missing: {}. Installing {}.",
        names(missing.iter().copied()),
        packages.join(" ")
    );
    install(&apt, &packages).with_context(|| by_hand.clone())?;
    let still: Vec<&Need> = missing.into_iter().filter(|need| !(need.is_there)()).collect();
    if still.is_empty() {
        return Ok(());
    }
    bail!(
        "{} still missing after the installation. {by_hand}",
        names(still.into_iter())
    )
}

fn names<'a>(needs: impl Iterator<Item = &'a Need>) -> String {
    needs.map(|need| need.name).collect::<Vec<_>>().join(", ")
}

fn install(apt: &[&str], packages: &[&str]) -> Result<()> {
    let apt_get = |args: &[&str]| {
        let (program, before) = apt.split_first().context("a command has a name")?;
        let mut command = Command::new(program);
        command.args(before).args(args).stdin(Stdio::null());
        children::run(command.env("DEBIAN_FRONTEND", "noninteractive"))
    };
    // One source that does not answer is no reason to give up: the packages may come from the others.
    if let Err(why) = apt_get(&["update", "-q"]) {
        println!("{why:#}; trying with the package lists at hand.");
    }
    // A machine that has just started may still be updating itself.
    let mut args = vec![
        "install",
        "-q",
        "-y",
        "--no-install-recommends",
        "-o",
        "DPkg::Lock::Timeout=300",
    ];
    args.extend(packages);
    apt_get(&args)
}

/// The command that may install packages: as root itself, otherwise through a sudo that asks no password.
fn apt_get() -> Option<Vec<&'static str>> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return None;
    }
    if postgres::we_are_root() {
        return Some(vec!["apt-get"]);
    }
    // sudo forgets the environment, so the wish for no questions goes through `env`.
    children::succeeds(Command::new("sudo").args(["-n", "true"]))
        .then(|| vec!["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
}

fn answers(program: &str) -> bool {
    children::succeeds(Command::new(program).arg("--version").stdin(Stdio::null()))
}
