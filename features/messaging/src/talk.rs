//! What happens to conversations, in the transaction of whoever makes it happen.

use anyhow::Context;
use app::App;
use db::Tx;
use uuid::Uuid;

use crate::{
    ConversationId, Milestone, Opening, events,
    rules::{Conversation, Kind, Place, Refusal, Side, State},
    store::{self, New},
};

/// Why a message was not taken. The transaction is then to be given up.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The rules say no.
    Refused(Refusal),
    /// The base is broken.
    Broken(db::Error),
}
impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Stop {
        Stop::Refused(refusal)
    }
}
impl From<db::Error> for Stop {
    fn from(error: db::Error) -> Stop {
        Stop::Broken(error)
    }
}

/// See [`crate::open`].
pub(crate) async fn open(app: &App, tx: &Tx, opening: Opening) -> Result<(), db::Error> {
    let mut fresh = Conversation {
        id: opening.id,
        mission: opening.mission,
        subject: opening.subject,
        freelance: opening.freelance,
        company: opening.company,
        opened_by: opening.opener,
        state: State::Opened,
        last: 0,
        freelance_at: Place::default(),
        company_at: Place::default(),
        moved_at: app.now(),
    };
    store::insert(tx, &fresh).await?;
    note(app, tx, &fresh, Some(opening.opener), Kind::Opened, State::Opened).await?;
    fresh.last += 1;
    let (Some(side), Some(words)) = (fresh.side(opening.opener), opening.message) else {
        return Ok(());
    };
    match write(app, tx, &fresh, side, &words).await {
        Ok(()) => Ok(()),
        Err(Stop::Broken(error)) => Err(error),
        Err(Stop::Refused(refusal)) => Err(db::Error::Custom(format!("first words: {refusal:?}"))),
    }
}

/// A message by `side` in a conversation that is held by `tx`.
pub(crate) async fn write(
    app: &App,
    tx: &Tx,
    to: &Conversation,
    side: Side,
    words: &str,
) -> Result<(), Stop> {
    let becomes = to.write(side)?;
    let (author, reader) = (to.account(side), to.other(side));
    let new = New {
        id: app.clock().key(),
        kind: Kind::Message,
        author: Some((author, side)),
        body: words,
        at: app.now(),
        becomes,
    };
    let written = events::Written {
        conversation: to.id,
        message: new.id,
        author,
        reader,
    };
    if !store::append(tx, to, new).await? {
        return Err(Refusal::Overtaken.into());
    }
    app.record(tx, &written).await?;
    app.tell(tx, to.id.0);
    web::viewer::changed(tx, reader);
    if to.is_unread(side) {
        web::viewer::changed(tx, author);
    }
    Ok(())
}

/// See [`crate::note`].
pub(crate) async fn milestone(
    app: &App,
    tx: &Tx,
    id: ConversationId,
    author: Uuid,
    milestone: Milestone,
) -> Result<(), db::Error> {
    let to = store::locked(tx, id).await?;
    let kind = match milestone {
        Milestone::Accepted => Kind::Accepted,
        Milestone::Applied => Kind::Applied,
        Milestone::Chosen => Kind::Chosen,
        Milestone::Concluded => Kind::Concluded,
    };
    note(app, tx, &to, Some(author), kind, to.state).await
}

async fn note(
    app: &App,
    tx: &Tx,
    to: &Conversation,
    author: Option<Uuid>,
    kind: Kind,
    becomes: State,
) -> Result<(), db::Error> {
    let new = New {
        id: app.clock().key(),
        kind,
        author: author.and_then(|account| Some((account, to.side(account)?))),
        body: "",
        at: app.now(),
        becomes,
    };
    // The row is held, so that nothing can have moved it.
    store::append(tx, to, new).await?;
    app.tell(tx, to.id.0);
    Ok(())
}

/// See [`crate::free`].
pub(crate) async fn free(app: &App, tx: &Tx, id: ConversationId) -> Result<(), db::Error> {
    let conversation = store::locked(tx, id).await?;
    store::move_to(tx, id, conversation.state.free()).await?;
    app.tell(tx, id.0);
    Ok(())
}

/// See [`crate::archive`].
pub(crate) async fn archive(app: &App, tx: &Tx, id: ConversationId) -> Result<(), db::Error> {
    let conversation = store::locked(tx, id).await?;
    let becomes = conversation.state.archive();
    if becomes == conversation.state {
        return Ok(());
    }
    note(app, tx, &conversation, None, Kind::Archived, becomes).await
}

/// See [`crate::vanish`].
pub(crate) async fn vanish(app: &App, tx: &Tx, id: ConversationId) -> Result<(), db::Error> {
    let conversation = store::locked(tx, id).await?;
    store::move_to(tx, id, State::Vanished).await?;
    for account in [conversation.freelance.0, conversation.company.0] {
        web::viewer::changed(tx, account);
    }
    app.tell(tx, id.0);
    Ok(())
}

/// See [`crate::plant_message`].
pub(crate) async fn plant(
    app: &App,
    tx: &Tx,
    id: ConversationId,
    author: Uuid,
    words: &str,
) -> anyhow::Result<()> {
    let to = store::locked_of(tx, author, id).await?;
    let to = to.context("plant a message in a conversation that is not there")?;
    let side = to.side(author).context("plant a message of a stranger")?;
    write(app, tx, &to, side, words).await.map_err(|stop| match stop {
        Stop::Refused(refusal) => anyhow::anyhow!("plant a message: {refusal:?}"),
        Stop::Broken(error) => error.into(),
    })
}
