//! What this room does on events. Each writes its notices and posts its letters at once or not at
//! all, and does nothing a second time (I9).

use app::{App, Reaction};
use certification::events::{Certified, Refused};
use db::{Timestamp, jobs::Outcome, journal::Recorded};
use messaging::events::Written;
use missions::events::Published;
use selection::events::{
    Applied, Chosen, Concluded, Declined, InterestAccepted, InterestExpressed, MissionClosed, OtherChosen,
    Pair, Rejected, Side,
    Side::{Company, Freelance},
};
use uuid::Uuid;

use crate::{
    kinds::Kind,
    letters::Deal,
    store::{self, News},
    timers,
};

pub(crate) fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::to(
            "notifications.interest_expressed",
            |app, event: InterestExpressed, recorded| {
                let tells = [(event.by.other(), Kind::Proposal), (event.by, Kind::ProposalSent)];
                tell(app, event.pair, recorded, tells)
            },
        ),
        Reaction::to(
            "notifications.interest_accepted",
            |app, event: InterestAccepted, recorded| {
                tell(
                    app,
                    event.pair,
                    recorded,
                    [(event.by.other(), Kind::InDiscussion)],
                )
            },
        ),
        Reaction::to("notifications.applied", |app, event: Applied, recorded| {
            tell(app, event.pair, recorded, [(Company, Kind::Applied)])
        }),
        Reaction::to("notifications.chosen", |app, event: Chosen, recorded| {
            tell(app, event.pair, recorded, [(Freelance, Kind::Chosen)])
        }),
        Reaction::to("notifications.remind_later", |app, _: Chosen, recorded| {
            timers::remind_later(app, recorded)
        }),
        Reaction::to("notifications.concluded", |app, event: Concluded, recorded| {
            let tells = [(Freelance, Kind::Concluded), (Company, Kind::Concluded)];
            tell(app, event.pair, recorded, tells)
        }),
        Reaction::to(
            "notifications.other_chosen",
            |app, event: OtherChosen, recorded| {
                tell(app, event.pair, recorded, [(Freelance, Kind::OtherChosen)])
            },
        ),
        Reaction::to("notifications.rejected", |app, event: Rejected, recorded| {
            tell(app, event.pair, recorded, [(Freelance, Kind::Rejected)])
        }),
        Reaction::to("notifications.declined", |app, event: Declined, recorded| {
            tell(app, event.pair, recorded, [(Company, Kind::Declined)])
        }),
        Reaction::to(
            "notifications.mission_closed",
            |app, event: MissionClosed, recorded| {
                tell(app, event.pair, recorded, [(Freelance, Kind::MissionClosed)])
            },
        ),
        Reaction::to(
            "notifications.published",
            |app, event: Published, recorded| async move {
                let news = of_event(event.company.0, Kind::MissionOnline, &recorded);
                ring(
                    app,
                    News {
                        mission: Some(event.mission),
                        ..news
                    },
                )
                .await
            },
        ),
        Reaction::to(
            "notifications.certified",
            |app, event: Certified, recorded| async move {
                ring(app, of_event(event.account, Kind::Certified, &recorded)).await
            },
        ),
        Reaction::to(
            "notifications.refused",
            |app, event: Refused, recorded| async move {
                let kind = if event.withdrawn {
                    Kind::Withdrawn
                } else {
                    Kind::Refused
                };
                ring(app, of_event(event.account, kind, &recorded)).await
            },
        ),
        Reaction::to(
            "notifications.written",
            |app, event: Written, recorded| async move {
                let news = of_event(event.reader, Kind::Message, &recorded);
                let news = News {
                    about: event.conversation.0,
                    other: Some(event.author),
                    ..news
                };
                let tx = app.begin().await?;
                store::tell_again(&app, &tx, news).await?;
                Ok(tx.commit().await?)
            },
        ),
    ]
}

/// Tells the sides of a candidacy, by bell and by letter.
async fn tell<const N: usize>(app: App, pair: Pair, recorded: Recorded, tells: [(Side, Kind); N]) -> Outcome {
    let deal = Deal::load(&app, &pair, &recorded).await?;
    let tx = app.begin().await?;
    for (side, kind) in tells {
        let news = of_pair(&pair, side, kind, recorded.at);
        store::tell(&app, &tx, news).await?;
        let once = format!("{} {}", recorded.id, kind.code());
        deal.post(&app, &tx, side, kind, &once).await?;
        if kind.ends_conversation() {
            for side in [Freelance, Company] {
                let messages = News {
                    account: pair.account(side),
                    kind: Kind::Message,
                    mission: None,
                    ..news
                };
                store::close(&app, &tx, messages).await?;
            }
        }
    }
    Ok(tx.commit().await?)
}

/// Tells one account something, by bell alone.
async fn ring(app: App, news: News) -> Outcome {
    let tx = app.begin().await?;
    store::tell(&app, &tx, news).await?;
    Ok(tx.commit().await?)
}

/// News of a candidacy for one of its sides.
pub(crate) fn of_pair(pair: &Pair, side: Side, kind: Kind, at: Timestamp) -> News {
    News {
        account: pair.account(side),
        kind,
        about: pair.candidacy.0,
        mission: Some(pair.mission),
        other: Some(pair.account(side.other())),
        at,
    }
}

fn of_event(account: Uuid, kind: Kind, recorded: &Recorded) -> News {
    News {
        account,
        kind,
        about: recorded.id,
        mission: None,
        other: None,
        at: recorded.at,
    }
}

#[cfg(test)]
mod tests;
