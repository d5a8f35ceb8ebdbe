//! Where a shelf lives: a folder with one index folder and a note which says that it is complete.
//!
//! The note (`current.json`) is written only when a rebuild is done. A shelf without a fitting note is started
//! empty, so a process which dies half-way leaves nothing that looks complete.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use tantivy::Index;

use crate::analysis;
use crate::index::Shape;

/// The folder of a shelf, or memory.
pub(crate) struct Home(Option<PathBuf>);

#[derive(Deserialize, Serialize, PartialEq, Eq)]
struct Note {
    /// What the index was made with: any difference means another index.
    made_with: String,
    /// The folder's name.
    folder: String,
}

const NOTE: &str = "current.json";

impl Home {
    pub(crate) fn new(library: Option<&Path>, shelf: &str) -> anyhow::Result<Home> {
        let home = Home(library.map(|library| library.join(shelf)));
        if let Some(home) = &home.0 {
            fs::create_dir_all(home).with_context(|| format!("create the folder of shelf {shelf}"))?;
        }
        Ok(home)
    }

    /// The complete index living here, if there is one; a word in the log if it is not usable.
    pub(crate) fn open(&self, shape: &Shape) -> Option<(Index, PathBuf)> {
        let home = self.0.as_ref()?;
        let opened = || -> anyhow::Result<_> {
            let note: Note = serde_json::from_slice(&fs::read(home.join(NOTE))?)?;
            anyhow::ensure!(note.made_with == made_with(shape), "made with {}", note.made_with);
            let folder = home.join(note.folder);
            Ok((shape.open(&folder)?, folder))
        };
        let opened = opened();
        if let Err(why) = &opened
            && home.join(NOTE).exists()
        {
            tracing::warn!(
                shelf = shape.shelf.name,
                why = format!("{why:#}"),
                "search shelf starts empty"
            );
        }
        opened.ok()
    }

    /// A new, empty index beside whatever is here.
    pub(crate) fn create(&self, shape: &Shape) -> anyhow::Result<(Index, Option<PathBuf>)> {
        let Some(home) = &self.0 else {
            return Ok((shape.create(None)?, None));
        };
        let number = |entry: fs::DirEntry| entry.file_name().to_str()?.parse::<u64>().ok();
        let last = fs::read_dir(home)?
            .filter_map(Result::ok)
            .filter_map(number)
            .max();
        let folder = home.join(last.unwrap_or(0).saturating_add(1).to_string());
        fs::create_dir(&folder).with_context(|| format!("create {}", folder.display()))?;
        Ok((shape.create(Some(&folder))?, Some(folder)))
    }

    /// Notes that the index in this folder is complete and the one to open.
    pub(crate) fn settle(&self, shape: &Shape, folder: Option<&Path>) -> anyhow::Result<()> {
        let (Some(home), Some(folder)) = (&self.0, folder) else {
            return Ok(());
        };
        let folder = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let note = serde_json::to_vec(&Note {
            made_with: made_with(shape),
            folder,
        })?;
        let draft = home.join("next.json");
        fs::write(&draft, note)?;
        fs::File::open(&draft)?.sync_all()?;
        // Renaming is atomic: there is the old note or the new one, never half of one.
        fs::rename(draft, home.join(NOTE))?;
        Ok(())
    }

    /// Removes every index but this one. What cannot be removed is left for the next time.
    pub(crate) fn tidy(&self, keep: Option<&Path>) {
        let Some(home) = &self.0 else { return };
        for entry in fs::read_dir(home).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() && keep != Some(&path) {
                remove(&path);
            }
        }
    }
}

/// Removes an index folder; searches still reading it keep the files they have open.
pub(crate) fn remove(folder: &Path) {
    if let Err(why) = fs::remove_dir_all(folder) {
        tracing::warn!(folder = %folder.display(), %why, "old search index not removed");
    }
}

fn made_with(shape: &Shape) -> String {
    format!(
        "{:?}, words {}, {}",
        shape.shelf,
        analysis::VERSION,
        tantivy::version_string()
    )
}
