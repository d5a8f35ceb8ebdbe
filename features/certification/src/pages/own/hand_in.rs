//! Handing in. Files are checked while they arrive and stored before the transaction begins; when
//! it does not come to its end, they are deleted again.

use app::App;
use axum::response::Response;
use db::Tx;
use files::{Clean, FileId, Kind, Wanted};
use sea_orm::Iterable;
use uuid::Uuid;
use web::{Answer, Faults, Form, FormKey, Page, Problem, Received, Upload, limits::Limit};

use super::{Own, form::Typed};
use crate::{
    Standing,
    dossier::{Dossier, Firm, Person},
    events::{DocumentReplaced, Submitted},
    paths,
    rights::{COMPANY, Company, FREELANCE, Freelance},
    rules::{Paper, Refusal},
    store,
    words::words,
};

/// What is taken as a document.
pub(super) const WANTED: Wanted = Wanted {
    kinds: &Kind::ALL,
    max_bytes: 10 * 1024 * 1024,
    // A page of A4 at 250 dpi.
    max_edge: 3000,
};

/// Each may bring twenty megabytes to be taken apart.
const HAND_IN: Limit = Limit {
    name: "certification.hand_in",
    burst: 40,
    per_hour: 40,
};

/// Why nothing was handed in.
enum Stop {
    Refused(Refusal),
    Problem(Problem),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Stop {
        Stop::Refused(refusal)
    }
}
impl From<Problem> for Stop {
    fn from(problem: Problem) -> Stop {
        Stop::Problem(problem)
    }
}
impl From<db::Error> for Stop {
    fn from(error: db::Error) -> Stop {
        Stop::Problem(error.into())
    }
}

/// A file that is stored, but nobody's yet.
type Stored = (Paper, FileId, Clean);

/// A freelance hands in name, address and documents, or asks to be contacted (R13, R22, R31).
pub(crate) async fn person(page: Page, who: Freelance, upload: Upload) -> Answer {
    page.limit(HAND_IN, who.account)?;
    let is_paper = |field: &str| Paper::iter().any(|paper| paper.field() == field);
    let mut received = upload.read(|field| is_paper(field).then_some(WANTED)).await?;
    let typed = Typed::received(&received);
    let own = Own::load(&page, &who.member).await?;
    let mut faults = received.faults(&page);
    let person = typed.person(&page, &mut faults);
    let papers = papers(&own, &mut received, &mut faults, person.contact_me);
    let papers = match faults.done(papers) {
        Ok(papers) => papers,
        Err(faults) => return own.again(typed, faults),
    };
    let stored = put(page.app(), papers).await?;
    match keep_person(&page, who.account, &received.key, &person, &stored).await {
        Ok(answer) => Ok(answer),
        Err(stop) => {
            // Where the base broke, the commit may have happened and name these files.
            if !matches!(stop, Stop::Problem(Problem::Broken(_) | Problem::Busy(_))) {
                discard(page.app(), &stored).await;
            }
            answer(own, stop)
        }
    }
}

/// A company hands in its number and whom to ask (R79, R83).
pub(crate) async fn firm(page: Page, who: Company, form: Form<Typed>) -> Answer {
    page.limit(HAND_IN, who.account)?;
    let own = Own::load(&page, &who.member).await?;
    let mut faults = form.faults(&page);
    let firm = form.typed.firm(&page, &mut faults);
    let firm = match (faults.done(()), firm) {
        (Ok(()), Some(firm)) => firm,
        (Ok(()), None) => return Err(Problem::broken("a wrong number without a fault")),
        (Err(faults), _) => return own.again(form.typed, faults),
    };
    match keep_firm(&page, who.account, &form.key, &firm).await {
        Ok(answer) => Ok(answer),
        Err(stop) => answer(own, stop),
    }
}

fn answer(own: Own<'_>, stop: Stop) -> Answer {
    match stop {
        Stop::Refused(refusal) => own.refused(refusal),
        Stop::Problem(problem) => Err(problem),
    }
}

/// The files that came. One is missing only where none of its kind was handed in before.
fn papers(
    own: &Own<'_>,
    received: &mut Received,
    faults: &mut Faults,
    contact_me: bool,
) -> Vec<(Paper, Clean)> {
    let mut papers = Vec::new();
    for paper in Paper::iter() {
        match received.file(own.page, faults, paper.field(), &WANTED) {
            Some(clean) => papers.push((paper, clean)),
            None if contact_me || own.has(paper) || faults.of(paper.field()).is_some() => {}
            None => faults.add(paper.field(), (own.w.form.file_missing)(paper)),
        }
    }
    papers
}

async fn put(app: &App, papers: Vec<(Paper, Clean)>) -> Result<Vec<Stored>, Problem> {
    let mut stored = Vec::new();
    for (paper, clean) in papers {
        match app.files().put(&clean).await {
            Ok(file) => stored.push((paper, file, clean)),
            Err(error) => {
                discard(app, &stored).await;
                return Err(error.into());
            }
        }
    }
    Ok(stored)
}

async fn discard(app: &App, stored: &[Stored]) {
    for (_, file, _) in stored {
        if let Err(error) = app.files().delete(*file).await {
            tracing::warn!(
                error = format!("{error:#}"),
                "a file nobody refers to stays behind"
            );
        }
    }
}

async fn keep_person(
    page: &Page,
    account: Uuid,
    key: &FormKey,
    person: &Person,
    stored: &[Stored],
) -> Result<Response, Stop> {
    let (app, now) = (page.app(), page.now());
    let deed = page.deed(key).await?;
    let before = store::locked(&deed.tx, account, FREELANCE, now).await?;
    let standing = before.standing.hand_in(person.contact_me)?;
    store::declare_person(&deed.tx, &before, person, standing, now).await?;
    for (paper, file, clean) in stored {
        let replaced = store::replace_document(app, &deed.tx, account, *paper, (*file, clean)).await?;
        if let Some(file) = replaced {
            app.record(&deed.tx, &DocumentReplaced { file: file.0 }).await?;
        }
    }
    announce(app, &deed.tx, &before, standing).await?;
    say(page, standing);
    Ok(deed.done(page, paths::CERTIFICATION).await?)
}

async fn keep_firm(page: &Page, account: Uuid, key: &FormKey, firm: &Firm) -> Result<Response, Stop> {
    let now = page.now();
    let deed = page.deed(key).await?;
    let before = store::locked(&deed.tx, account, COMPANY, now).await?;
    let standing = before.standing.hand_in(false)?;
    store::declare_firm(&deed.tx, &before, firm, standing, now).await?;
    announce(page.app(), &deed.tx, &before, standing).await?;
    say(page, standing);
    Ok(deed.done(page, paths::CERTIFICATION).await?)
}

/// Says what came of it. Name and standing may both have changed for whoever remembers them.
async fn announce(app: &App, tx: &Tx, before: &Dossier, standing: Standing) -> Result<(), db::Error> {
    web::viewer::changed(tx, before.account);
    if standing == before.standing || standing != Standing::InReview {
        return Ok(());
    }
    let submitted = Submitted {
        account: before.account,
        role: before.role.0.to_owned(),
    };
    app.record(tx, &submitted).await
}

fn say(page: &Page, standing: Standing) {
    let w = &words(page.lang()).own;
    page.say(if standing == Standing::ToContact {
        w.said_to_contact
    } else {
        w.said_sent
    });
}
