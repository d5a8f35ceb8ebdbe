//! Where one writes, or why one cannot just now.

use askama::Template;
use web::{Faults, Page, Problem};

use crate::{
    pages::Reader,
    paths,
    people::Other,
    rules::{Conversation, Refusal},
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/thread/composer.html")]
pub(super) struct Composer<'a> {
    page: &'a Page,
    w: &'static Words,
    action: String,
    invitation: String,
    typed: Typed,
    /// Instead of a field: a title and why.
    closed: Option<(&'static str, String)>,
    focus: bool,
    aside: bool,
}

/// What was typed, and why it was not taken.
pub(crate) struct Typed {
    pub text: String,
    pub faults: Faults,
    pub refusal: Option<&'static str>,
}

impl<'a> Composer<'a> {
    /// What this reader finds under the thread. What was typed is never taken away.
    pub(super) async fn new(
        page: &'a Page,
        reader: Reader,
        talk: &Conversation,
        other: &Other,
        typed: Typed,
    ) -> Result<Composer<'a>, Problem> {
        let w = words(page.lang());
        let closed = refusal(page, reader, talk)
            .await?
            .filter(|_| typed.text.is_empty());
        Ok(Composer {
            page,
            w,
            action: paths::conversation(talk.id),
            invitation: (w.composer.write_to)(&other.name),
            typed,
            closed: closed.map(|refusal| (w.composer.closed)(refusal, &other.name)),
            focus: false,
            aside: false,
        })
    }

    pub(super) fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Takes the place of the one on the page, with the cursor in it.
    pub(super) fn focused(mut self) -> Composer<'a> {
        self.focus = true;
        self
    }

    /// Takes the place of the one on the page, beside something else.
    pub(super) fn aside(mut self) -> Composer<'a> {
        self.aside = true;
        self
    }
}

/// Why this reader cannot write now.
async fn refusal(page: &Page, reader: Reader, talk: &Conversation) -> Result<Option<Refusal>, Problem> {
    if let Err(refusal) = talk.write(reader.side) {
        return Ok(Some(refusal));
    }
    let db = page.app().db().read();
    let certified = certification::is_certified(db, talk.other(reader.side)).await?;
    Ok((!certified).then_some(Refusal::OtherNotCertified))
}
