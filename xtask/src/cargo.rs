//! Cargo, as a child of the cargo that started us.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::children;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

/// The cargo that started us, in the workspace's folder.
///
/// What cargo told *us* about our own package is taken away: a build script that watches such a variable
/// would otherwise be run again, and half the workspace with it.
pub(crate) fn command<const N: usize>(args: [&str; N]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_about_our_package) {
            cargo.env_remove(&name);
        }
    }
    cargo.args(args).current_dir(root());
    cargo
}

fn is_about_our_package(name: &str) -> bool {
    [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_BIN_",
        "CARGO_CRATE_",
        "CARGO_PRIMARY_",
    ]
    .iter()
    .any(|start| name.starts_with(start))
}

/// Whether cargo has this subcommand on this machine.
pub(crate) fn has(subcommand: &str) -> bool {
    children::succeeds(command([subcommand, "--version"]).stdin(Stdio::null()))
}

/// Where cargo puts what it builds; `CARGO_TARGET_DIR` and cargo's own settings are honoured.
///
/// # Errors
/// When cargo cannot read the workspace.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let said = children::output(&mut command(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&said).context("read cargo metadata")?;
    let folder = metadata
        .get("target_directory")
        .and_then(serde_json::Value::as_str);
    Ok(folder.context("cargo metadata names no target folder")?.into())
}
