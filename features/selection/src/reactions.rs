//! What this room does on events from below.

use app::{App, Reaction};
use db::jobs::Failed;
use messaging::ConversationId;
use missions::{
    MissionId,
    events::{Changed, Closed},
};

use crate::{
    moves::{self, Stop},
    store,
};

pub(crate) fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::to("selection.end_candidacies", |app, event: Closed, _| async move {
            end_candidacies(&app, event.mission).await
        }),
        Reaction::to("selection.rename_talks", |app, event: Changed, _| async move {
            Ok(rename_talks(&app, event.mission).await?)
        }),
    ]
}

async fn end_candidacies(app: &App, mission: MissionId) -> Result<(), Failed> {
    let tx = app.begin().await?;
    match moves::close_all(app, &tx, mission).await {
        Ok(()) => tx.commit().await?,
        // A mission that is gone has no candidates to tell.
        Err(Stop::NotFound) => {}
        Err(Stop::Refused(refusal)) => {
            return Err(Failed::Retry(anyhow::anyhow!("overtaken: {refusal:?}")));
        }
        Err(Stop::Broken(error)) => return Err(error.into()),
    }
    Ok(())
}

/// What is still talked about is called what it is called now.
async fn rename_talks(app: &App, mission: MissionId) -> Result<(), db::Error> {
    let tx = app.begin().await?;
    let Some(card) = missions::cards(&tx, &[mission]).await?.remove(&mission) else {
        return Ok(());
    };
    let candidacies = store::for_mission(&tx, mission).await?;
    let live = candidacies.iter().filter(|one| one.state.is_live());
    let talks: Vec<ConversationId> = live.map(|one| ConversationId(one.id.0)).collect();
    messaging::rename(&tx, &talks, &card.title).await?;
    tx.commit().await
}
