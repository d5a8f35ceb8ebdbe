//! From settings to a storage.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, RetryConfig};

use super::{S3, Settings};

/// The storage; for a disk also the file that is locked while one of its files is replaced or deleted.
pub(super) fn store(settings: &Settings) -> anyhow::Result<(Arc<dyn ObjectStore>, Option<PathBuf>)> {
    let url = settings.url.as_str();
    if url == "memory:" {
        Ok((Arc::new(InMemory::new()), None))
    } else if let Some(folder) = url.strip_prefix("file://") {
        let folder = Path::new(folder);
        Ok((Arc::new(disk(folder)?), Some(folder.join("lock"))))
    } else if let Some(place) = url.strip_prefix("s3://") {
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        let store = bucket_of(bucket, &settings.s3).context("settings of the S3 store")?;
        Ok((Arc::new(PrefixStore::new(store, prefix)), None))
    } else {
        bail!("files are kept at file://, s3:// or memory:, not at {url:?}");
    }
}

fn disk(folder: &Path) -> anyhow::Result<LocalFileSystem> {
    ensure!(
        folder.is_absolute(),
        "the folder for files must start with a slash: file:///…"
    );
    // Nobody else's, whatever the umask says.
    let mut make = DirBuilder::new();
    make.recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("create the folder {}", folder.display()))?;
    let disk = LocalFileSystem::new_with_prefix(folder)
        .with_context(|| format!("open the folder {}", folder.display()))?;
    // Acknowledged means flushed, as for the database.
    Ok(disk.with_fsync(true))
}

fn bucket_of(bucket: &str, s3: &S3) -> anyhow::Result<AmazonS3> {
    ensure!(!bucket.is_empty(), "s3:// must be followed by a bucket");
    let patience = ClientOptions::new()
        .with_connect_timeout(Duration::from_secs(5))
        .with_timeout(Duration::from_secs(30))
        .with_allow_http(s3.allow_http);
    // A person waits: better a word after half a minute than after three.
    let retry = RetryConfig {
        max_retries: 3,
        retry_timeout: Duration::from_secs(30),
        ..RetryConfig::default()
    };
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_client_options(patience)
        .with_retry(retry);
    if let Some(endpoint) = &s3.endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    if let Some(region) = &s3.region {
        builder = builder.with_region(region);
    }
    if let Some(key) = &s3.access_key {
        builder = builder.with_access_key_id(key);
    }
    if let Some(key) = &s3.secret_key {
        builder = builder.with_secret_access_key(key);
    }
    builder.build().context("prepare the client")
}
