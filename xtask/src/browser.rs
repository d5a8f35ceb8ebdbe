//! The journeys of `e2e/`: real pages of the built server, in the system's own Chromium.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::phases::Counted;
use crate::{cargo, children, postgres};

/// Where Chromium is: Debian's place, or the one the variable `CHROMIUM` names.
pub(crate) fn chromium() -> PathBuf {
    std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from)
}

/// Major and minor version of the Node.js on this machine.
pub(crate) fn node_version() -> Option<(u32, u32)> {
    let said = children::output(Command::new("node").arg("--version").stdin(Stdio::null())).ok()?;
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Builds the server and tells where it is.
///
/// The whole workspace takes part in choosing the dependencies' features, as it does for the tests: with the
/// package alone, cargo would compile many of them a second time.
///
/// # Errors
/// When it does not compile.
pub(crate) fn build_server() -> Result<PathBuf> {
    children::run(&mut cargo::command(["build", "--workspace", "--bin", "jem"]))?;
    let server = cargo::target_dir()?.join("debug").join("jem");
    if !server.exists() {
        bail!("the server was built, but is not at {}", server.display());
    }
    Ok(server)
}

/// Runs the journeys whose file name contains `filter`.
///
/// # Errors
/// When Node.js or its packages cannot be had, or no file has such a name.
pub(crate) fn journeys(server: &Path, postgres_url: &str, filter: Option<&str>) -> Result<Counted> {
    let folder = cargo::root().join("e2e");
    install(&folder)?;
    let files = files(&folder, filter.unwrap_or_default())?;
    let mut node = Command::new("node");
    // One file after the other: two cores serve one Chromium well, and two badly.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .args(files)
        .current_dir(&folder);
    node.env("JEM_BIN", server).env("CHROMIUM", chromium());
    children::count(node.env(postgres::VARIABLE, postgres_url))
}

/// `npm ci`, unless the packages of this very lock file are there already.
fn install(folder: &Path) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json")).context("read e2e/package-lock.json")?;
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    children::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(folder),
    )?;
    std::fs::write(&stamp, lock).context("remember what is installed")
}

fn files(folder: &Path, filter: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).context("read e2e/")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") && name.contains(filter) {
            files.push(name);
        }
    }
    if files.is_empty() {
        bail!("no file e2e/*{filter}*.test.mjs");
    }
    files.sort();
    Ok(files)
}
