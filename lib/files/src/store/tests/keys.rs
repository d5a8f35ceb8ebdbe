//! The day a key is replaced.

use std::sync::Arc;

use anyhow::bail;
use object_store::ObjectStoreExt;
use uuid::Uuid;

use super::{Bytes, FileId, Files, Key, Settings, TempDir, clean, on_disk};
use crate::seal::Ring;
use crate::store::keys::version;

/// The same storage under other keys.
fn under(files: &Files, keys: &[&Key]) -> Files {
    let keys = keys.iter().map(|key| (*key).clone()).collect();
    Files {
        ring: Arc::new(Ring::new(keys).unwrap()),
        ..files.clone()
    }
}

fn key() -> Key {
    Key::generate().unwrap()
}

fn name(key: &Key) -> String {
    Ring::new(vec![key.clone()]).unwrap().names().next().unwrap()
}

fn in_memory() -> Files {
    Files::open(&Settings::memory().unwrap()).unwrap()
}

/// What every storage must do.
pub(super) async fn replaces_a_key(files: &Files) {
    let (old, new) = (key(), key());
    let before = under(files, &[&old]);
    let mut kept = Vec::new();
    for _ in 0..5 {
        kept.push(before.put(&clean(b"permis")).await.unwrap());
    }
    let both = under(files, &[&new, &old]);
    kept.push(both.put(&clean(b"permis")).await.unwrap());
    let counted = both.census().await.unwrap();
    assert_eq!(counted.keys, [(name(&new), 1), (name(&old), 5)]);

    // Interrupted, and gone on with.
    let halted = both.rewrap_all(|so_far| match so_far.done {
        0 | 1 => Ok(()),
        _ => bail!("halt"),
    });
    assert_eq!(halted.await.unwrap_err().to_string(), "halt");
    let rewrapped = both.rewrap_all(|_| Ok(())).await.unwrap();
    assert!(rewrapped.already >= 3, "{rewrapped:?}");
    assert_eq!((rewrapped.seen(), rewrapped.failed.len()), (6, 0));
    let again = both.rewrap_all(|_| Ok(())).await.unwrap();
    assert_eq!((again.done, again.already), (0, 6));

    assert_eq!(
        both.census().await.unwrap().keys,
        [(name(&new), 6), (name(&old), 0)]
    );
    let after = under(files, &[&new]);
    for id in &kept {
        assert_eq!(after.get(*id).await.unwrap().unwrap(), "permis");
    }

    // One that is deleted between reading and writing.
    let id = before.put(&clean(b"permis")).await.unwrap();
    let found = both.store.get(&id.path()).await.unwrap();
    let read = version(&found);
    both.delete(id).await.unwrap();
    if both.lock.is_none() {
        assert!(!both.replace(id, vec![1], read).await.unwrap());
        assert_eq!(both.get(id).await.unwrap(), None, "a deleted file stays deleted");
    }
    for id in kept {
        both.delete(id).await.unwrap();
    }
}

#[tokio::test]
async fn memory_replaces_a_key() {
    replaces_a_key(&in_memory()).await;
}

#[tokio::test]
async fn a_disk_replaces_a_key() {
    replaces_a_key(&on_disk(&TempDir::new().unwrap(), vec![key()])).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_disk_a_file_deleted_while_it_is_rewrapped_stays_deleted() {
    let folder = TempDir::new().unwrap();
    let (old, new) = (key(), key());
    let before = on_disk(&folder, vec![old.clone()]);
    let both = on_disk(&folder, vec![new, old]);
    let mut kept = Vec::new();
    for _ in 0..200 {
        kept.push(before.put(&clean(b"permis")).await.unwrap());
    }

    // As two processes would: each has opened the folder by itself.
    let deleting = tokio::spawn({
        let kept = kept.clone();
        async move {
            for id in kept {
                before.delete(id).await.unwrap();
            }
        }
    });
    for id in &kept {
        both.rewrap(*id).await.unwrap();
    }
    deleting.await.unwrap();

    let left = both.census().await.unwrap();
    assert!(left.keys.iter().all(|(_, files)| *files == 0), "{left:?}");
}

#[tokio::test]
async fn files_that_no_key_opens_are_named_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let (ours, foreign) = (key(), key());
    let lost = on_disk(&folder, vec![foreign.clone()])
        .put(&clean(b"permis"))
        .await
        .unwrap();
    let files = on_disk(&folder, vec![ours.clone()]);
    let kept = files.put(&clean(b"dipl")).await.unwrap();
    let (empty, rubbish) = (FileId(Uuid::from_u128(1)), FileId(Uuid::from_u128(2)));
    let place = |id: FileId| folder.path().join("files").join(id.path().as_ref());
    for (id, bytes) in [(empty, ""), (rubbish, "not ours")] {
        std::fs::create_dir_all(place(id).parent().unwrap()).unwrap();
        std::fs::write(place(id), bytes).unwrap();
    }
    // What lies beside is passed over.
    std::fs::write(folder.path().join("files/readme"), "…").unwrap();
    std::fs::write(
        folder.path().join("files").join(Uuid::from_u128(3).to_string()),
        "…",
    )
    .unwrap();

    let mut census = files.census().await.unwrap();

    census.lost.sort();
    let mut all = [(empty, None), (rubbish, None), (lost, Some(name(&foreign)))];
    all.sort();
    assert_eq!(census.keys, [(name(&ours), 1)]);
    assert_eq!(census.lost, all);

    let before = std::fs::read(place(lost)).unwrap();
    let rewrapped = files.rewrap_all(|_| Ok(())).await.unwrap();
    let mut failed: Vec<FileId> = rewrapped.failed.iter().map(|(id, _)| *id).collect();
    failed.sort();
    assert_eq!(failed, all.map(|(id, _)| id));
    assert_eq!((rewrapped.done, rewrapped.already), (0, 1));
    assert_eq!(std::fs::read(place(lost)).unwrap(), before);
    assert_eq!(
        files.get(kept).await.unwrap().unwrap(),
        Bytes::from_static(b"dipl")
    );
}

#[test]
fn a_key_is_called_by_what_tells_nothing_of_it() {
    let key: Key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=".parse().unwrap();

    // The first eight bytes of the SHA-256 of the key's own.
    assert_eq!(name(&key), "3eb1bd439947eb76");
}
