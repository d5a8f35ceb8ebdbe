//! Reminders of what waits for an answer (N5: on the third and on the sixth day).

use app::{App, Job};
use chrono::TimeDelta;
use db::{
    jobs::{self, NewJob, Outcome, Task},
    journal::Recorded,
};
use selection::events::{Chosen, Side::Freelance};
use serde::{Deserialize, Serialize};

use crate::{kinds::Kind, letters::Deal, reactions::of_pair, store};

const REMIND: &str = "notifications.remind";
/// On which days after the choice.
const DAYS: [i64; 2] = [3, 6];

/// What is to be reminded of.
#[derive(Debug, Deserialize, Serialize)]
struct Reminder {
    chosen: Recorded,
    day: i64,
}

pub(crate) fn jobs() -> Vec<Job> {
    vec![Job::new(REMIND, remind)]
}

/// Somebody is chosen: they are reminded later.
pub(crate) async fn remind_later(app: App, chosen: Recorded) -> Outcome {
    let tx = app.begin().await?;
    for day in DAYS {
        let reminder = Reminder {
            chosen: chosen.clone(),
            day,
        };
        let job = NewJob {
            name: REMIND,
            body: serde_json::to_value(&reminder)?,
            dedup: Some(format!("{REMIND} {} {day}", chosen.id)),
            run_at: chosen.at + TimeDelta::days(day),
        };
        jobs::enqueue(&tx, app.clock(), job).await?;
    }
    Ok(tx.commit().await?)
}

/// Rings and writes once more, if the answer is still awaited.
async fn remind(app: App, task: Task) -> Outcome {
    let Reminder { chosen, day } = task.read()?;
    let Chosen { pair } = chosen.read()?;
    let due = selection::answer_due(app.db().read(), pair.candidacy).await?;
    if due.is_none_or(|due| due <= app.now()) {
        return Ok(());
    }
    let deal = Deal::load(&app, &pair, &chosen).await?;
    let tx = app.begin().await?;
    let rung = chosen.at + TimeDelta::days(day);
    store::tell_again(&app, &tx, of_pair(&pair, Freelance, Kind::Chosen, rung)).await?;
    deal.remind(&app, &tx, &format!("{} reminder {day}", chosen.id))
        .await?;
    Ok(tx.commit().await?)
}
