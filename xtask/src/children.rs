//! The programs a phase starts.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

use crate::phases::{Count, Counted};

/// Whether a silent command ends well.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command with our own input and output.
///
/// # Errors
/// When it cannot be started or does not end well.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", line(command));
    let status = command
        .status()
        .with_context(|| format!("start {}", line(command)))?;
    well_ended(command, status)
}

/// What a command prints.
///
/// # Errors
/// When it cannot be started or does not end well; its own words are in the error.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("start {}", line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!(
            "`{}` ended with {}: {}",
            line(command),
            output.status,
            said.trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a test runner, passing its lines on and counting its tests.
///
/// # Errors
/// When it cannot be started; failing tests are part of the answer.
pub(crate) fn count(command: &mut Command) -> Result<Counted> {
    println!("$ {}", line(command));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("start {}", line(command)))?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        let mut ours = std::io::stdout();
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("read the test runner")?;
            ours.write_all(&line)
                .and_then(|()| ours.write_all(b"\n"))
                .context("print")?;
            count += Count::in_line(&String::from_utf8_lossy(&line));
        }
    }
    let status = child.wait().context("wait for the test runner")?;
    Ok((count, well_ended(command, status)))
}

fn well_ended(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        Ok(())
    } else {
        bail!("`{}` ended with {status}", line(command))
    }
}

fn line(command: &Command) -> String {
    let program = command.get_program();
    let name = Path::new(program).file_name().unwrap_or(program);
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
