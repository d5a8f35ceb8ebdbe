//! What is done now and then, beside a running server.

use std::time::{Duration, Instant};

use app::Feeder;
use files::Files;

use crate::{config::Config, house::House, say::say};

/// How often a long command says how far it is.
const BREATH: Duration = Duration::from_secs(2);

/// Fills the search index anew: the one of this folder, and by an order in the journal those of all
/// running servers.
///
/// # Errors
/// A sentence that says what could not be opened or built.
pub async fn reindex(config: &Config) -> anyhow::Result<()> {
    match House::open(config).await {
        Err(error) if error.is::<search::InUse>() => {
            let house = House::beside(config).await?;
            Feeder::order_rebuild(&house.app).await?;
            say(
                "A running jem has the index open: it builds it anew now, as does every other replica, and its \
                 log says when it is done. It goes on answering meanwhile.",
            )?;
        }
        house => {
            let house = house?;
            Feeder::order_rebuild(&house.app).await?;
            house.feeder.rebuild().await?;
            say("The search index is built anew. Replicas that run build theirs.")?;
        }
    }
    Ok(())
}

/// Brings every file under the first key of `files.keys`.
///
/// # Errors
/// When the files cannot be listed, or some could not be brought there; by then each was named.
pub async fn rewrap(config: &Config) -> anyhow::Result<()> {
    let files = Files::open(&config.storage()?)?;
    let mut said = Instant::now();
    let rewrapped = files
        .rewrap_all(|so_far| {
            if said.elapsed() >= BREATH {
                said = Instant::now();
                say(format_args!("{} files so far", so_far.seen()))?;
            }
            Ok(())
        })
        .await?;
    for (file, why) in &rewrapped.failed {
        say(format_args!("file {file} stays as it is: {why:#}"))?;
    }
    say(format_args!(
        "{} files are now under the first key; {} were already.",
        rewrapped.done, rewrapped.already
    ))?;
    let failed = rewrapped.failed.len();
    anyhow::ensure!(
        failed == 0,
        "{failed} files are not under the first key: run it again once that is mended"
    );
    Ok(())
}

/// Invites a member of staff.
///
/// # Errors
/// When the address is not one, or belongs to somebody else; or what the engine says.
pub async fn invite(config: &Config, email: &str) -> anyhow::Result<()> {
    let house = House::beside(config).await?;
    let tx = house.app.begin().await?;
    accounts::invite_staff(&house.app, &tx, email).await?;
    tx.commit().await?;
    // Letters alone: of what other jobs do, a running server hears on SQLite only when it does them itself.
    house.app.worker(Vec::new(), Vec::new()).drain().await?;
    say(format_args!(
        "{email} is invited. If no letter arrives, `jem doctor` checks the mail."
    ))?;
    Ok(())
}
