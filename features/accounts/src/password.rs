//! Passwords: slow to hash, so that a stolen base gives none away.
//!
//! argon2id with 64 MiB and two passes; ASVS 5.0 (appendix C) asks for at least 46 MiB and one. Two
//! at a time at most, aside from the threads that answer pages: many at once cost time and memory,
//! and pages must go on meanwhile.

use std::sync::OnceLock;

use anyhow::{Context, anyhow};
use app::Token;
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::{Mutex, Semaphore};

const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 2;

/// The hash of a password, as a PHC string with its salt and parameters.
pub async fn hash(password: &str) -> anyhow::Result<String> {
    let password = password.to_owned();
    aside(move || hash_now(&password)).await?
}

/// Whether this is the password that was hashed. Without a hash it is not, and that takes as long.
pub async fn matches(password: &str, stored: Option<String>) -> anyhow::Result<bool> {
    let password = password.to_owned();
    aside(move || matches_now(&password, stored.as_deref())).await?
}

/// Like [`hash`], but remembers the last one: a demo gives hundreds of accounts one password.
pub async fn hash_for_demo(password: &str) -> anyhow::Result<String> {
    static LAST: Mutex<Option<(String, String)>> = Mutex::const_new(None);
    let mut last = LAST.lock().await;
    if let Some((known, hash)) = &*last
        && known == password
    {
        return Ok(hash.clone());
    }
    let fresh = hash(password).await?;
    *last = Some((password.to_owned(), fresh.clone()));
    Ok(fresh)
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> anyhow::Result<T> {
    static AT_ONCE: Semaphore = Semaphore::const_new(2);
    let turn = AT_ONCE.acquire().await?;
    // The turn goes along: a request that is given up ends its wait, not the work.
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.context("hash a password")
}

fn hash_now(password: &str) -> anyhow::Result<String> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|error| anyhow!("{error}"))?;
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = hasher
        .hash_password(password.as_bytes())
        .map_err(|error| anyhow!("{error}"))?;
    Ok(hash.to_string())
}

fn matches_now(password: &str, stored: Option<&str>) -> anyhow::Result<bool> {
    // Made at the first question of either kind, so that it never tells the kinds apart.
    static NOBODYS: OnceLock<String> = OnceLock::new();
    if NOBODYS.get().is_none() {
        let _ = NOBODYS.set(hash_now(Token::random().reveal())?);
    }
    let nobodys = NOBODYS.get().map_or("", String::as_str);
    let hash = PasswordHash::new(stored.unwrap_or(nobodys)).map_err(|error| anyhow!("{error}"))?;
    let same = Argon2::default()
        .verify_password(password.as_bytes(), &hash)
        .is_ok();
    Ok(same && stored.is_some())
}

#[cfg(test)]
mod tests;
