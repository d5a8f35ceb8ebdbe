//! A move with all that follows from it, in one transaction: the candidacy and its log, the events,
//! the conversation, the mission, and the other candidates.
//!
//! The mission's row is locked before anything else, always in that order, so that two clients
//! never wait for each other in a circle.

use app::App;
use db::Tx;
use messaging::{ConversationId, Milestone, Opening};
use missions::{MissionCard, MissionId, MissionState};
use profiles::FreelanceId;
use uuid::Uuid;

use crate::{
    CandidacyId, events,
    events::Side,
    rules::{self, Act, Candidacy, Moved, Refusal, Scene, State, Step},
    store, timers,
};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    pub account: Uuid,
    pub side: Side,
}

/// Why a move did not happen. The transaction is then to be given up.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Not there, or not theirs.
    NotFound,
    /// The rules say no.
    Refused(Refusal),
    /// The base is broken.
    Broken(db::Error),
}

/// A lost race is a refusal like any other: a unique index, or the engine itself, saw it.
impl From<db::Error> for Stop {
    fn from(error: db::Error) -> Stop {
        if db::is_duplicate(&error) || db::is_conflict(&error) {
            Stop::Refused(Refusal::Overtaken)
        } else {
            Stop::Broken(error)
        }
    }
}
impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Stop {
        Stop::Refused(refusal)
    }
}

/// « Cette mission m'intéresse » or « Ce profil m'intéresse », with the first words, if any.
/// Whether `actor` may is asked before: a freelance for itself, a company for its own mission.
pub(crate) async fn express(
    app: &App,
    tx: &Tx,
    actor: Actor,
    mission: MissionId,
    freelance: FreelanceId,
    words: Option<String>,
) -> Result<Moved, Stop> {
    let mission = missions::locked(tx, mission).await?.ok_or(Stop::NotFound)?;
    let theirs = match actor.side {
        Side::Freelance => freelance.0,
        Side::Company => mission.company.0,
    };
    if theirs != actor.account {
        return Err(Stop::NotFound);
    }
    let earlier = store::of_pair(tx, mission.id, freelance).await?;
    let now = app.now();
    let fresh = Candidacy {
        id: app.key(),
        mission: mission.id,
        freelance,
        company: mission.company,
        state: State::ProposedByFreelance,
        opened_by: actor.side,
        freelance_validated_at: None,
        company_validated_at: None,
        reason: None,
        created_at: now,
        state_since: now,
    };
    let other = fresh.pair().account(actor.side.other());
    let scene = scene(tx, &mission, None, other).await?;
    let moved = rules::express(fresh, earlier, scene)?;
    carry_out(app, tx, Some(actor), &mission, moved, words).await
}

/// Any later act on one of the actor's own candidacies; `reason` is kept with a refusal.
pub(crate) async fn act(
    app: &App,
    tx: &Tx,
    actor: Actor,
    id: CandidacyId,
    act: Act,
    reason: Option<String>,
) -> Result<Moved, Stop> {
    let known = store::candidacy_of(tx, actor, id).await?;
    let mission = known.ok_or(Stop::NotFound)?.mission;
    let mission = missions::locked(tx, mission).await?.ok_or(Stop::NotFound)?;
    // Read again: whoever held the lock may have moved it.
    let candidacy = store::candidacy_of(tx, actor, id).await?.ok_or(Stop::NotFound)?;
    let other = candidacy.pair().account(actor.side.other());
    let scene = scene(tx, &mission, Some(id), other).await?;
    let mut moved = candidacy.act(act, actor.side, scene, app.now())?;
    moved.candidacy.reason = reason.filter(|_| act == Act::Refuse);
    carry_out(app, tx, Some(actor), &mission, moved, None).await
}

/// Ends a choice that was not answered in time; the mission returns to the search (A2). Nothing
/// happens when it was answered.
pub(crate) async fn lapse(app: &App, tx: &Tx, id: CandidacyId) -> Result<(), Stop> {
    let known = store::candidacy(tx, id).await?.ok_or(Stop::NotFound)?;
    let mission = missions::locked(tx, known.mission).await?.ok_or(Stop::NotFound)?;
    // Read again: whoever held the lock may have moved it.
    let candidacy = store::candidacy(tx, id).await?.ok_or(Stop::NotFound)?;
    if let Ok(moved) = candidacy.lapse(app.now()) {
        carry_out(app, tx, None, &mission, moved, None).await?;
    }
    Ok(())
}

/// Ends what is undecided, since the mission was closed (N11).
pub(crate) async fn close_all(app: &App, tx: &Tx, mission: MissionId) -> Result<(), Stop> {
    let mission = missions::locked(tx, mission).await?.ok_or(Stop::NotFound)?;
    for candidacy in store::for_mission(tx, mission.id).await? {
        if let Ok(moved) = candidacy.close(app.now()) {
            one(app, tx, None, &mission, &moved, None).await?;
        }
    }
    Ok(())
}

async fn scene(
    tx: &Tx,
    mission: &MissionCard,
    candidacy: Option<CandidacyId>,
    other: Uuid,
) -> Result<Scene, db::Error> {
    Ok(Scene {
        mission: mission.state,
        another_chosen: store::another_chosen(tx, mission.id, candidacy).await?,
        other_certified: certification::is_certified(tx, other).await?,
    })
}

/// The move, and at a conclusion the end of everybody else's hopes, in the same transaction (R109, I5).
async fn carry_out(
    app: &App,
    tx: &Tx,
    actor: Option<Actor>,
    mission: &MissionCard,
    moved: Moved,
    words: Option<String>,
) -> Result<Moved, Stop> {
    one(app, tx, actor, mission, &moved, words).await?;
    if moved.candidacy.state == State::Concluded {
        for other in store::for_mission(tx, mission.id).await? {
            if other.id != moved.candidacy.id && other.state.is_undecided() {
                let lost = other.lose_to_other(app.now())?;
                one(app, tx, None, mission, &lost, None).await?;
            }
        }
    }
    Ok(moved)
}

async fn one(
    app: &App,
    tx: &Tx,
    actor: Option<Actor>,
    mission: &MissionCard,
    moved: &Moved,
    words: Option<String>,
) -> Result<(), Stop> {
    write(app, tx, actor, moved).await?;
    for step in &moved.steps {
        announce(app, tx, &moved.candidacy, *step, actor).await?;
        converse(app, tx, mission, &moved.candidacy, *step, actor, &words).await?;
        move_mission(app, tx, mission, *step).await?;
        hold_text(app, tx, mission, *step).await?;
    }
    Ok(())
}

/// Nobody changes the text a freelance has applied on, until the company has answered (R6, A1).
async fn hold_text(app: &App, tx: &Tx, mission: &MissionCard, step: Step) -> Result<(), db::Error> {
    match (step.from, step.to) {
        (_, State::Applied) => missions::hold(tx, mission.id, Some(app.now())).await,
        (Some(State::Applied), _) if !store::has_applicants(tx, mission.id).await? => {
            missions::hold(tx, mission.id, None).await
        }
        _ => Ok(()),
    }
}

/// The candidacy and its log.
async fn write(app: &App, tx: &Tx, actor: Option<Actor>, moved: &Moved) -> Result<(), Stop> {
    let stood = moved.steps.first().and_then(|step| step.from);
    match stood {
        None => store::insert(tx, &moved.candidacy).await?,
        Some(from) if store::save(tx, &moved.candidacy, from).await? => {}
        Some(_) => return Err(Refusal::Overtaken.into()),
    }
    for step in &moved.steps {
        store::log(app, tx, &moved.candidacy, *step, actor).await?;
    }
    Ok(())
}

/// One event per transition.
async fn announce(
    app: &App,
    tx: &Tx,
    candidacy: &Candidacy,
    step: Step,
    actor: Option<Actor>,
) -> Result<(), db::Error> {
    let pair = candidacy.pair();
    let by = actor.map_or(candidacy.opened_by, |actor| actor.side);
    match step.to {
        State::ProposedByFreelance | State::ProposedByCompany => {
            app.record(tx, &events::InterestExpressed { pair, by }).await
        }
        State::InDiscussion => app.record(tx, &events::InterestAccepted { pair, by }).await,
        State::Applied => app.record(tx, &events::Applied { pair }).await,
        State::Chosen => {
            timers::await_answer(app, tx, candidacy).await?;
            app.record(tx, &events::Chosen { pair }).await
        }
        State::Concluded => app.record(tx, &events::Concluded { pair }).await,
        State::Declined => app.record(tx, &events::Declined { pair }).await,
        State::Rejected => app.record(tx, &events::Rejected { pair }).await,
        State::OtherChosen => app.record(tx, &events::OtherChosen { pair }).await,
        State::MissionClosed => app.record(tx, &events::MissionClosed { pair }).await,
        State::NoAnswer | State::AccountGone | State::Ended => Ok(()),
    }
}

/// What the conversation becomes (A4, A15, A16).
async fn converse(
    app: &App,
    tx: &Tx,
    mission: &MissionCard,
    candidacy: &Candidacy,
    step: Step,
    actor: Option<Actor>,
    words: &Option<String>,
) -> Result<(), db::Error> {
    let id = ConversationId(candidacy.id.0);
    let author = actor.map_or(candidacy.company.0, |actor| actor.account);
    match step.to {
        State::ProposedByFreelance | State::ProposedByCompany => {
            let opening = Opening {
                id,
                subject: mission.title.clone(),
                mission: mission.id.0,
                freelance: candidacy.freelance,
                company: candidacy.company,
                opener: author,
                message: words.clone(),
            };
            messaging::open(app, tx, opening).await
        }
        State::InDiscussion => {
            messaging::free(app, tx, id).await?;
            messaging::note(app, tx, id, author, Milestone::Accepted).await
        }
        State::Applied => messaging::note(app, tx, id, author, Milestone::Applied).await,
        State::Chosen => messaging::note(app, tx, id, author, Milestone::Chosen).await,
        State::Concluded => messaging::note(app, tx, id, author, Milestone::Concluded).await,
        State::Declined | State::Rejected | State::OtherChosen => messaging::vanish(app, tx, id).await,
        State::MissionClosed | State::NoAnswer | State::AccountGone | State::Ended => {
            messaging::archive(app, tx, id).await
        }
    }
}

/// Where the mission goes: reserved for the chosen one, back to the search when they decline (A2),
/// validated when both have (R110).
async fn move_mission(app: &App, tx: &Tx, mission: &MissionCard, step: Step) -> Result<(), Stop> {
    let (from, to) = match (step.from, step.to) {
        (_, State::Chosen) => (MissionState::Open, MissionState::Reserved),
        (Some(State::Chosen), State::Concluded) => (MissionState::Reserved, MissionState::Validated),
        (_, State::Concluded) => (MissionState::Open, MissionState::Validated),
        (Some(State::Chosen), State::Declined) if mission.state == MissionState::Reserved => {
            (MissionState::Reserved, MissionState::Open)
        }
        _ => return Ok(()),
    };
    if missions::move_state(app, tx, mission.id, from, to).await? {
        Ok(())
    } else {
        Err(Refusal::Overtaken.into())
    }
}
