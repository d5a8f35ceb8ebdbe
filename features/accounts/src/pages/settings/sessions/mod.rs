//! Where an account is signed in, and how one signs out elsewhere (ASVS V7.5.2).

#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use web::{Answer, Form, Member, OrNotFound, Page};

use crate::{
    pages::Pressed,
    paths,
    store::{self, Session, Which},
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/settings/sessions/sessions.html")]
struct List<'a> {
    page: &'a Page,
    w: &'static Words,
    lines: Vec<Line>,
}

struct Line {
    device: String,
    times: String,
    is_this: bool,
    action: String,
}

impl Line {
    fn new(page: &Page, session: Session, this: Uuid) -> Line {
        let (w, lang) = (&words(page.lang()).sessions, page.lang());
        let known = Some(session.device).filter(|device| !device.is_empty());
        let used = lang.ago(page.now(), session.seen_at);
        Line {
            device: known.unwrap_or_else(|| w.unknown.to_owned()),
            times: (w.times)(&lang.date_time(session.created_at), &used),
            is_this: session.id == this,
            action: paths::session(session.id),
        }
    }
}

/// All sessions that stand, the one used last first.
pub(crate) async fn show(page: Page, member: Member) -> Answer {
    let sessions = store::sessions_of(page.app().db().read(), member.account, page.now()).await?;
    let lines = sessions.into_iter();
    page.show(&List {
        page: &page,
        w: words(page.lang()),
        lines: lines
            .map(|session| Line::new(&page, session, member.session))
            .collect(),
    })
}

/// Ends one session. To end the one in use is to sign out.
pub(crate) async fn end(page: Page, member: Member, Path(id): Path<String>, form: Form<Pressed>) -> Answer {
    let id: Uuid = id.parse().ok().or_not_found()?;
    let deed = page.deed(&form.key).await?;
    let ended = store::end_sessions(&deed.tx, member.account, Which::Only(id), page.now()).await?;
    (ended > 0).then_some(()).or_not_found()?;
    web::viewer::changed(&deed.tx, member.account);
    let w = words(page.lang());
    if id == member.session {
        page.end_session();
        page.say(w.signed_out);
        return deed.done(&page, paths::SIGN_IN).await;
    }
    page.say(w.sessions.ended);
    deed.done(&page, paths::SETTINGS_SESSIONS).await
}

/// Ends all sessions but this one.
pub(crate) async fn end_others(page: Page, member: Member, form: Form<Pressed>) -> Answer {
    let deed = page.deed(&form.key).await?;
    let others = Which::AllBut(member.session);
    store::end_sessions(&deed.tx, member.account, others, page.now()).await?;
    web::viewer::changed(&deed.tx, member.account);
    page.say(words(page.lang()).sessions.others_ended);
    deed.done(&page, paths::SETTINGS_SESSIONS).await
}
