//! What happens when a time has come.

use app::{App, Job};
use db::{
    Tx,
    jobs::{self, Failed, NewJob, Task},
};

use crate::{
    CandidacyId,
    moves::{self, Stop},
    rules::{Candidacy, TO_ANSWER},
};

const LAPSE: &str = "selection.lapse";

pub(crate) fn jobs() -> Vec<Job> {
    vec![Job::new(LAPSE, lapse)]
}

/// The chosen freelance has seven days to answer from now on.
pub(crate) async fn await_answer(app: &App, tx: &Tx, chosen: &Candidacy) -> Result<(), db::Error> {
    let job = NewJob {
        name: LAPSE,
        body: serde_json::json!(chosen.id),
        dedup: Some(format!("{LAPSE} {}", chosen.id)),
        run_at: chosen.state_since + TO_ANSWER,
    };
    jobs::enqueue(tx, app.clock(), job).await.map(drop)
}

async fn lapse(app: App, task: Task) -> jobs::Outcome {
    let id: CandidacyId = task.read()?;
    let tx = app.begin().await?;
    match moves::lapse(&app, &tx, id).await {
        Ok(()) => Ok(tx.commit().await?),
        // It is gone, and so is the wait.
        Err(Stop::NotFound) => Ok(()),
        Err(Stop::Refused(refusal)) => Err(Failed::Retry(anyhow::anyhow!("overtaken: {refusal:?}"))),
        Err(Stop::Broken(error)) => Err(error.into()),
    }
}
