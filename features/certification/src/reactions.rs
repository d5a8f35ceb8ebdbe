//! What this room does on its own events: it writes to the person, and deletes files that were
//! replaced. Staff get no letter: the desk counts what waits.

#[cfg(test)]
mod tests;

use app::{App, Reaction};
use db::{jobs::Outcome, journal::Recorded};
use files::FileId;
use mail::{Block, Letter, Link};
use uuid::Uuid;

use crate::{
    Ground, Standing,
    events::{Certified, DocumentReplaced, Refused, Submitted},
    paths,
    rights::COMPANY,
    store,
    words::{News, words},
};
use i18n::Lang;

pub(crate) fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::to(
            "certification.write_received",
            |app, event: Submitted, recorded| async move {
                let company = event.role == COMPANY.0;
                write(app, event.account, News::Received { company }, recorded).await
            },
        ),
        Reaction::to(
            "certification.write_certified",
            |app, event: Certified, recorded| async move {
                let company = event.role == COMPANY.0;
                write(app, event.account, News::Certified { company }, recorded).await
            },
        ),
        Reaction::to(
            "certification.write_refused",
            |app, event: Refused, recorded| async move {
                let dossier = store::dossier(app.db().read(), event.account).await?;
                let refused = dossier.filter(|dossier| dossier.standing == Standing::Refused);
                let news = News::Refused {
                    company: event.role == COMPANY.0,
                    withdrawn: event.withdrawn,
                    ground: Ground::parse(&event.ground),
                    message: refused.map(|dossier| dossier.message).unwrap_or_default(),
                };
                write(app, event.account, news, recorded).await
            },
        ),
        Reaction::to(
            "certification.delete_replaced",
            |app: App, event: DocumentReplaced, _| async move {
                Ok(app.files().delete(FileId(event.file)).await?)
            },
        ),
    ]
}

/// Posts one letter for one event, however often it is tried.
async fn write(app: App, account: Uuid, news: News, recorded: Recorded) -> Outcome {
    let tx = app.begin().await?;
    let once = recorded.id.to_string();
    app.post(&tx, account, &once, |lang| letter(&app, lang, &news))
        .await?;
    Ok(tx.commit().await?)
}

fn letter(app: &App, lang: Lang, news: &News) -> Letter {
    let w = &words(lang).letter;
    let text = (w.text)(news, &app.site().name);
    let path = match news {
        News::Certified { company: true } => paths::DASHBOARD,
        News::Certified { company: false } => paths::PROFILE,
        News::Received { .. } | News::Refused { .. } => paths::CERTIFICATION,
    };
    let mut blocks: Vec<Block> = text.before.iter().cloned().map(Block::Paragraph).collect();
    if let News::Refused { message, .. } = news
        && !message.is_empty()
    {
        blocks.push(Block::Paragraph(w.message_intro.to_owned()));
        blocks.push(Block::Quote(message.clone()));
    }
    blocks.extend(text.after.into_iter().map(Block::Paragraph));
    blocks.push(Block::Button(Link::new(text.button, app.url(path))));
    Letter {
        lang,
        subject: text.subject,
        preheader: text.before.first().cloned().unwrap_or_default(),
        heading: text.heading.to_owned(),
        blocks,
        reason: (w.reason)(&app.site().name),
        settings: None,
        sender_line: app.site().operator.clone(),
        unsubscribe: None,
    }
}
