//! `jem doctor`: checks everything that serving needs, one by one.

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
    for line in index {
        say(format_args!("index     {line}"))?;
    }
    let (waiting, dead) = db::jobs::counts(app.db()).await?;
    say(format_args!("jobs      {waiting} waiting, {dead} given up"))?;
    anyhow::ensure!(ill == 0, "{ill} of 4 checks failed");
    Ok(())
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
