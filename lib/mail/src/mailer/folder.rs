//! Letters written to a folder.

use std::path::Path;

use anyhow::Context;
use tokio::fs;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

/// Writes `<id>.eml` so that a reader sees all of it or nothing.
pub(super) async fn write(folder: &Path, id: Uuid, bytes: &[u8]) -> anyhow::Result<()> {
    let part = folder.join(format!(".{id}.part"));
    let done = folder.join(format!("{id}.eml"));
    // Letters hold names and keys: nobody else's.
    let mut folders = fs::DirBuilder::new();
    folders.recursive(true).mode(0o700);
    folders
        .create(folder)
        .await
        .with_context(|| format!("create the folder {}", folder.display()))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options
        .open(&part)
        .await
        .with_context(|| format!("create {}", part.display()))?;
    file.write_all(bytes).await.context("write the letter")?;
    file.sync_all().await.context("flush the letter")?;
    fs::rename(&part, &done)
        .await
        .with_context(|| format!("name the letter {}", done.display()))
}

/// Writes and removes a file.
pub(super) async fn check(folder: &Path) -> anyhow::Result<()> {
    let probe = Uuid::nil();
    write(folder, probe, b"").await?;
    fs::remove_file(folder.join(format!("{probe}.eml")))
        .await
        .context("remove what was written")
}
