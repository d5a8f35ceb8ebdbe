//! What this room does on events from below.

use app::Reaction;
use db::jobs::Failed;
use missions::events::Closed;

use crate::moves::{self, Stop};

pub(crate) fn reactions() -> Vec<Reaction> {
    vec![Reaction::to(
        "selection.end_candidacies",
        |app, event: Closed, _| async move {
            let tx = app.begin().await?;
            match moves::close_all(&app, &tx, event.mission).await {
                Ok(()) => tx.commit().await?,
                // A mission that is gone has no candidates to tell.
                Err(Stop::NotFound) => {}
                Err(Stop::Refused(refusal)) => {
                    return Err(Failed::Retry(anyhow::anyhow!("overtaken: {refusal:?}")));
                }
                Err(Stop::Broken(error)) => return Err(error.into()),
            }
            Ok(())
        },
    )]
}
