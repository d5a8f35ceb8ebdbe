#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs::{Permissions, create_dir, set_permissions};

use super::*;

#[test]
fn folders_of_data_that_others_may_look_into_are_named() {
    let around = tempfile::tempdir_in("/tmp").unwrap();
    let set = |folder: &Path, mode| set_permissions(folder, Permissions::from_mode(mode)).unwrap();
    set(around.path(), 0o700);
    let data = around.path().canonicalize().unwrap().join("data");
    for folder in [data.clone(), data.join("files"), data.join("search")] {
        create_dir(&folder).unwrap();
        set(&folder, 0o755);
    }
    let mut config = Config::default();
    config.database.url = format!("sqlite:{}/base.sqlite", data.display());
    config.files.url = data.join("files").display().to_string();
    config.search.folder = data.join("search");
    config.mail.folder = data.join("mail");
    // The folder around keeps everybody out.
    assert_eq!(open_to_others(&config), <[PathBuf; 0]>::default());

    set(around.path(), 0o755);
    assert_eq!(open_to_others(&config), [data.join("")]);

    set(&data, 0o700);
    assert_eq!(open_to_others(&config), <[PathBuf; 0]>::default());

    config.database.url = "postgres://localhost/jem".to_owned();
    config.files.url = "s3://bucket".to_owned();
    assert_eq!(open_to_others(&config), <[PathBuf; 0]>::default());
}
