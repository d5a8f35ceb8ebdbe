//! `jem doctor`: checks everything that serving needs, one by one.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use app::App;
use files::Census;

use crate::{config::Config, house::House, say::say, wiring};

/// So many files that do not open are named.
const NAMED: usize = 20;

/// Checks everything that serving needs, also beside a running server, and says what to do about what
/// fails.
///
/// # Errors
/// When something failed; by then all was said.
pub async fn doctor(config: &Config) -> anyhow::Result<()> {
    say("settings  ok")?;
    let index = index(config).context("Nothing more can be checked until this is mended")?;
    let House { app, .. } = House::beside(config)
        .await
        .context("Nothing more can be checked until this is mended")?;
    let mut ill = 0;
    for (name, result, advice) in [
        (
            "database",
            app.db().check().await.map_err(Into::into),
            "Is the disk full? May this user write there? See database.url.",
        ),
        (
            "files",
            app.files().check().await,
            "See files.url and, for S3, its keys and endpoint.",
        ),
        (
            "keys",
            keys(&app).await,
            "Put the missing keys back into files.keys, or the files back from a backup.",
        ),
        (
            "mail",
            app.mailer().check().await,
            "See mail.host, mail.port, mail.security, mail.user and mail.password.",
        ),
    ] {
        match result {
            Ok(()) => say(format_args!("{name:9} ok"))?,
            Err(error) => {
                ill += 1;
                say(format_args!("{name:9} {error:#}\n          {advice}"))?;
            }
        }
    }
    for folder in open_to_others(config) {
        say(format_args!(
            "folder    {} can be looked into by other users of this machine: chmod 700",
            folder.display()
        ))?;
    }
    for line in index {
        say(format_args!("index     {line}"))?;
    }
    let (waiting, dead) = db::jobs::counts(app.db()).await?;
    say(format_args!("jobs      {waiting} waiting, {dead} given up"))?;
    anyhow::ensure!(ill == 0, "{ill} of 4 checks failed");
    Ok(())
}

/// Where data lies and others than whoever runs us may look.
fn open_to_others(config: &Config) -> Vec<PathBuf> {
    let base = config.database.url.strip_prefix("sqlite:").map(|file| {
        let file = file.trim_start_matches("//").split('?').next().unwrap_or(file);
        Path::new(file).with_file_name("")
    });
    let files = config
        .files
        .url
        .strip_prefix("file://")
        .unwrap_or(&config.files.url);
    let mut folders = vec![
        PathBuf::from(files),
        config.search.folder.clone(),
        config.mail.folder.clone(),
    ];
    folders.extend(base);
    // One is within another as a rule: named once.
    folders.sort();
    folders.retain(|folder| is_open(folder));
    folders.dedup_by(|inner, outer| inner.starts_with(outer));
    folders
}

/// Whether no folder on the way keeps others out. What is not on this disk is not open.
fn is_open(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    folder.ancestors().all(|folder| {
        let mode = folder.metadata().map(|found| found.permissions().mode());
        mode.is_ok_and(|mode| mode & 0o077 != 0)
    })
}

/// How the index is. Only one process has it open, so a running server keeps it to itself.
fn index(config: &Config) -> anyhow::Result<Vec<String>> {
    let shelves = wiring::shelves();
    let library = match search::Library::open(Some(&config.search.folder), &shelves) {
        Err(error) if error.is::<search::InUse>() => {
            return Ok(vec!["ok: in use by a running jem".to_owned()]);
        }
        library => library?,
    };
    let line = |shelf: &search::Shelf| {
        let name = shelf.name;
        Ok(match library.needs_rebuild(name)? {
            false => format!("ok: {name}"),
            true => format!("{name} will be built at the next start, or now by `jem reindex`"),
        })
    };
    shelves.iter().map(line).collect()
}

/// Says how many files are under which key, so that an old key may go when none is left.
async fn keys(app: &App) -> anyhow::Result<()> {
    let Census { keys, lost } = app.files().census().await?;
    for (place, (key, files)) in keys.iter().enumerate() {
        let what = match (place, files) {
            (0, _) => "it encrypts",
            (_, 0) => "no file needs it",
            _ => "`jem rewrap` brings them under the first",
        };
        say(format_args!(
            "keys      key {} of files.keys, {key}: {files} files; {what}",
            place + 1
        ))?;
    }
    for (file, key) in lost.iter().take(NAMED) {
        let why = match key {
            Some(key) => format!("is under the key {key}, which files.keys lacks"),
            None => "is none that we encrypted".to_owned(),
        };
        say(format_args!("keys      file {file} {why}"))?;
    }
    if lost.len() > NAMED {
        say("keys      … `jem rewrap` names them all")?;
    }
    anyhow::ensure!(lost.is_empty(), "{} files do not open", lost.len());
    Ok(())
}

#[cfg(test)]
#[path = "doctor_tests.rs"]
mod tests;
