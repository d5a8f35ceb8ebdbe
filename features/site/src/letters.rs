//! The one letter of this room: a message has arrived.

use i18n::Lang;
use mail::{Block, Letter, Link, Recipient};
use web::{Page, limits::Limit};

use crate::{
    paths,
    store::NewMessage,
    words::{with_names, words},
};

/// The address is typed by anybody, so nobody's mailbox is filled from here: beyond this the message
/// still reaches the team, without a letter.
const TO_ONE_ADDRESS: Limit = Limit {
    name: "contact.letter",
    burst: 3,
    per_hour: 3,
};

/// Who to tell that a message has arrived, and how. Nothing that was typed is in it, or this form
/// would send anybody's words to anybody. `None` when this address got enough letters.
pub(crate) fn arrived(page: &Page, new: &NewMessage) -> Option<(Recipient, Letter)> {
    page.limit(TO_ONE_ADDRESS, &new.email).ok()?;
    let to = Recipient {
        email: new.email.clone(),
        name: None,
        lang: new.lang,
    };
    Some((to, letter(page, new)))
}

fn letter(page: &Page, new: &NewMessage) -> Letter {
    let (app, lang): (_, Lang) = (page.app(), new.lang);
    let all = words(lang);
    let w = &all.contact.letter;
    Letter {
        lang,
        subject: w.heading.to_owned(),
        preheader: w.read.to_owned(),
        heading: w.heading.to_owned(),
        blocks: vec![
            Block::Card {
                title: all.contact.topics[new.topic.place()].to_owned(),
                lines: vec![lang.date_time(app.now())],
                strong: None,
            },
            Block::Paragraph(w.read.to_owned()),
            Block::Paragraph(w.meanwhile.to_owned()),
            Block::Button(Link::new(w.button, app.url(paths::HELP))),
        ],
        reason: with_names(page, w.reason),
        settings: None,
        sender_line: app.site().operator.clone(),
        unsubscribe: None,
    }
}
