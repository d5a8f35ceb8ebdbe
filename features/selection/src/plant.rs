//! Candidacies made up for demos and tests, by the same rules as the buttons.

use anyhow::{Context, anyhow};
use app::App;
use db::Tx;
use missions::MissionId;
use profiles::FreelanceId;

use crate::{
    CandidacyId,
    events::Side,
    moves::{self, Actor, Stop},
    rules::Act,
    store,
};

/// A move, for demos and tests: the same rules as the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlantedMove {
    /// « Cette mission m'intéresse ».
    FreelanceInterest,
    /// « Ce profil m'intéresse ».
    CompanyInterest,
    /// « Je postule ».
    Apply,
    /// « Choisir ce candidat ».
    Choose,
    /// « Écarter ce candidat ».
    Reject,
    /// « Je ne suis pas intéressé(e) ».
    Decline,
}

/// Makes moves between a freelance and a mission, in order; gives the candidacy.
///
/// # Errors
/// When the rules refuse a move, or the base fails.
pub async fn plant(
    app: &App,
    tx: &Tx,
    mission: MissionId,
    freelance: FreelanceId,
    moves: &[PlantedMove],
) -> anyhow::Result<CandidacyId> {
    let card = missions::cards(tx, &[mission]).await?.remove(&mission);
    let company = card
        .context("plant a candidacy on a mission that is not there")?
        .company;
    let freelancer = Actor {
        account: freelance.0,
        side: Side::Freelance,
    };
    let firm = Actor {
        account: company.0,
        side: Side::Company,
    };
    for planted in moves {
        let (actor, act) = match planted {
            PlantedMove::FreelanceInterest => (freelancer, None),
            PlantedMove::CompanyInterest => (firm, None),
            PlantedMove::Apply => (freelancer, Some(Act::Apply)),
            PlantedMove::Choose => (firm, Some(Act::Choose)),
            PlantedMove::Reject => (firm, Some(Act::Refuse)),
            PlantedMove::Decline => (freelancer, Some(Act::Refuse)),
        };
        let done = match act {
            None => moves::express(app, tx, actor, mission, freelance, None).await,
            Some(act) => {
                let candidacy = latest(tx, mission, freelance).await?;
                moves::act(app, tx, actor, candidacy, act, None).await
            }
        };
        done.map_err(|stop| match stop {
            Stop::NotFound => anyhow!("{planted:?}: not found"),
            Stop::Refused(refusal) => anyhow!("{planted:?}: {refusal:?}"),
            Stop::Broken(error) => error.into(),
        })?;
    }
    latest(tx, mission, freelance).await
}

async fn latest(tx: &Tx, mission: MissionId, freelance: FreelanceId) -> anyhow::Result<CandidacyId> {
    let pair = store::of_pair(tx, mission, freelance).await?;
    Ok(pair.first().context("no candidacy to move")?.id)
}
