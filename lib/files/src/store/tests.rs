#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod keys;
mod s3;

use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;
use object_store::{ObjectStoreExt, PutPayload};
use tempfile::TempDir;

use super::{FileId, Files, S3, Settings};
use crate::{Clean, Key, Kind};

fn clean(bytes: &'static [u8]) -> Clean {
    Clean {
        kind: Kind::Pdf,
        bytes: Bytes::from_static(bytes),
        name: "Permis de Léa.pdf".to_owned(),
    }
}

fn on_disk(folder: &TempDir, keys: Vec<Key>) -> Files {
    let settings = Settings {
        url: format!("file://{}", folder.path().join("files").display()),
        s3: S3::default(),
        keys,
    };
    Files::open(&settings).unwrap()
}

/// What every storage must do.
async fn keeps_files(files: &Files) {
    files.check().await.unwrap();
    let permit = files.put(&clean(b"permis")).await.unwrap();
    let diploma = files.put(&clean(b"dipl")).await.unwrap();
    assert_ne!(permit, diploma);
    assert_eq!(files.get(permit).await.unwrap().unwrap(), "permis");
    assert_eq!(files.get(diploma).await.unwrap().unwrap(), "dipl");

    files.delete(permit).await.unwrap();
    assert_eq!(files.get(permit).await.unwrap(), None);
    files.delete(permit).await.unwrap();
    assert!(!files.rewrap(permit).await.unwrap());
    assert_eq!(files.get(diploma).await.unwrap().unwrap(), "dipl");
}

/// Writes over the stored bytes of `to` with those of `from`.
async fn put_in_the_place_of(files: &Files, to: FileId, from: FileId) {
    let stored = files.store.get(&from.path()).await.unwrap();
    let stored = PutPayload::from(stored.bytes().await.unwrap());
    files.store.put(&to.path(), stored).await.unwrap();
}

#[tokio::test]
async fn memory_keeps_files() {
    keeps_files(&Files::open(&Settings::memory().unwrap()).unwrap()).await;
}

#[tokio::test]
async fn a_disk_keeps_files_even_when_opened_again() {
    let folder = TempDir::new().unwrap();
    let key = Key::generate().unwrap();
    let files = on_disk(&folder, vec![key.clone()]);
    keeps_files(&files).await;

    let id = files.put(&clean(b"permis")).await.unwrap();

    let again = on_disk(&folder, vec![key]);
    assert_eq!(again.get(id).await.unwrap().unwrap(), "permis");
}

#[tokio::test]
async fn a_large_file_takes_room_until_its_last_byte_has_left() {
    let files = Files::open(&Settings::memory().unwrap()).unwrap();
    let all = files.room.available_permits();
    let large = Clean {
        bytes: vec![0; 3 * 1024 * 1024].into(),
        ..clean(b"")
    };
    let (small, large) = (clean(b"permis"), large);
    let (small, large) = (files.put(&small).await.unwrap(), files.put(&large).await.unwrap());

    let _small = files.get(small).await.unwrap().unwrap();
    assert_eq!(files.room.available_permits(), all);
    let mut large = files.get(large).await.unwrap().unwrap();
    assert!(files.room.available_permits() <= all - 3 * 1024);
    let rest = large.split_off(1024);
    drop(large);
    assert!(files.room.available_permits() <= all - 3 * 1024);
    drop(rest);
    assert_eq!(files.room.available_permits(), all);
}

#[tokio::test]
async fn files_are_known_by_when_they_were_written() {
    let folder = TempDir::new().unwrap();
    let disk = on_disk(&folder, vec![Key::generate().unwrap()]);
    for files in [disk, Files::open(&Settings::memory().unwrap()).unwrap()] {
        let id = files.put(&clean(b"permis")).await.unwrap();
        let in_a_century = UNIX_EPOCH + Duration::from_secs(150 * 365 * 24 * 3600);

        assert_eq!(files.before(UNIX_EPOCH).await.unwrap(), []);
        assert_eq!(files.before(in_a_century).await.unwrap(), [id]);
    }
}

#[tokio::test]
async fn only_whoever_runs_us_may_look_into_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    on_disk(&folder, vec![Key::generate().unwrap()]);

    let mode = std::fs::metadata(folder.path().join("files"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[tokio::test]
async fn on_the_disk_there_is_neither_the_name_nor_the_content() {
    let folder = TempDir::new().unwrap();
    let files = on_disk(&folder, vec![Key::generate().unwrap()]);

    let id = files
        .put(&clean(b"permis de conduire"))
        .await
        .unwrap()
        .to_string();

    let path = format!("files/{}/{id}", &id[id.len() - 2..]);
    let stored = std::fs::read(folder.path().join(path)).unwrap();
    assert!(!stored.windows(6).any(|window| window == b"permis"));
}

#[tokio::test]
async fn two_files_exchanged_behind_our_back_do_not_open() {
    let files = Files::open(&Settings::memory().unwrap()).unwrap();
    let mine = files.put(&clean(b"mine")).await.unwrap();
    let yours = files.put(&clean(b"yours")).await.unwrap();

    put_in_the_place_of(&files, mine, yours).await;

    let error = files.get(mine).await.unwrap_err();
    assert!(format!("{error:#}").contains("belongs elsewhere"));
}

#[tokio::test]
async fn a_file_altered_on_the_disk_does_not_open() {
    let folder = TempDir::new().unwrap();
    let files = on_disk(&folder, vec![Key::generate().unwrap()]);
    let id = files.put(&clean(b"permis")).await.unwrap();
    let path = folder.path().join("files").join(id.path().as_ref());
    let mut stored = std::fs::read(&path).unwrap();
    *stored.last_mut().unwrap() ^= 1;
    std::fs::write(&path, stored).unwrap();

    files.get(id).await.unwrap_err();
}

#[tokio::test]
async fn a_disk_that_cannot_be_written_is_noticed() {
    let folder = TempDir::new().unwrap();
    let files = on_disk(&folder, vec![Key::generate().unwrap()]);
    std::fs::remove_dir_all(folder.path().join("files")).unwrap();
    std::fs::write(folder.path().join("files"), b"in the way").unwrap();

    files.check().await.unwrap_err();
}

#[test]
fn settings_that_make_no_sense_are_told_at_the_start() {
    for url in ["", "/var/files", "file://relative", "ftp://x", "s3://", "s3:///x"] {
        let mut settings = Settings::memory().unwrap();
        settings.url = url.to_owned();
        assert!(Files::open(&settings).is_err(), "{url:?}");
    }
    let mut settings = Settings::memory().unwrap();
    settings.keys.clear();
    Files::open(&settings).unwrap_err();
}

#[test]
fn secrets_are_not_printed() {
    let mut settings = Settings::memory().unwrap();
    settings.s3.secret_key = Some("hunter2".to_owned());

    let printed = format!("{settings:?}");

    assert!(!printed.contains("hunter2"));
    assert!(!printed.contains(&settings.keys[0].to_base64()));
}
