//! The letters N1 to N9 and N11, and the reminders of N5.

use std::collections::HashMap;

use anyhow::Context;
use app::App;
use db::{Timestamp, Tx, journal::Recorded};
use i18n::Lang;
use mail::{Block, Letter, Link};
use messaging::ConversationId;
use missions::MissionCard;
use selection::events::{Pair, Side};
use uuid::Uuid;

use crate::{
    kinds::Kind,
    links,
    words::{Other, Text, Told, words},
};

/// A candidacy and all that its letters say of it.
pub(crate) struct Deal<'a> {
    pair: &'a Pair,
    mission: Option<MissionCard>,
    /// What each side may call the other; absent when it may not know the name.
    names: HashMap<Uuid, String>,
    /// What each side is greeted by: a person's first name.
    first_names: HashMap<Uuid, String>,
    /// What was said with a refusal.
    reason: Option<String>,
    /// What was said last in the conversation, and by whom.
    said: Option<(Uuid, String)>,
    at: Timestamp,
}

impl<'a> Deal<'a> {
    /// Reads it. Only those who are certified now learn a name.
    pub(crate) async fn load(app: &App, pair: &'a Pair, recorded: &Recorded) -> anyhow::Result<Deal<'a>> {
        let db = app.db().read();
        let context = || format!("the letters about candidacy {}", pair.candidacy);
        let mut missions = missions::cards(db, &[pair.mission]).await.with_context(context)?;
        let mut freelances = profiles::freelance_cards(db, &[pair.freelance]).await?;
        let mut companies = profiles::company_cards(db, &[pair.company]).await?;
        let certified = certification::certified_among(db, &[pair.freelance.0, pair.company.0]).await?;
        let mut names = HashMap::new();
        if let Some(card) = freelances
            .remove(&pair.freelance)
            .filter(|_| certified.contains(&pair.company.0))
        {
            names.insert(pair.freelance.0, card.name);
        }
        if let Some(card) = companies
            .remove(&pair.company)
            .filter(|_| certified.contains(&pair.freelance.0))
        {
            names.insert(pair.company.0, card.name);
        }
        let talk = ConversationId(pair.candidacy.0);
        let persons = certification::names(db, &[pair.freelance.0]).await?;
        let firsts = persons.into_iter().map(|(account, name)| (account, name.first));
        Ok(Deal {
            pair,
            mission: missions.remove(&pair.mission),
            names,
            first_names: firsts.filter(|(_, first)| !first.is_empty()).collect(),
            said: messaging::last_words(db, &[talk]).await?.remove(&talk),
            reason: selection::reason(db, pair.candidacy).await?,
            at: recorded.at,
        })
    }

    /// Posts the letter of `kind` to `side`, if there is one.
    pub(crate) async fn post(
        &self,
        app: &App,
        tx: &Tx,
        side: Side,
        kind: Kind,
        once: &str,
    ) -> anyhow::Result<()> {
        if !kind.has_letter() {
            return Ok(());
        }
        app.post(tx, self.pair.account(side), once, |lang| {
            self.letter(app, lang, side, kind)
        })
        .await
    }

    /// Reminds the chosen freelance that an answer is awaited.
    pub(crate) async fn remind(&self, app: &App, tx: &Tx, once: &str) -> anyhow::Result<()> {
        let account = self.pair.account(Side::Freelance);
        app.post(tx, account, once, |lang| self.reminder(app, lang)).await
    }

    fn letter(&self, app: &App, lang: Lang, side: Side, kind: Kind) -> Letter {
        let told = self.told(app, lang, side);
        self.written(app, lang, side, kind, (words(lang).letter)(kind, &told))
    }

    fn reminder(&self, app: &App, lang: Lang) -> Letter {
        let told = self.told(app, lang, Side::Freelance);
        let text = (words(lang).reminder)(&told);
        self.written(app, lang, Side::Freelance, Kind::Chosen, text)
    }

    fn written(&self, app: &App, lang: Lang, side: Side, kind: Kind, text: Text) -> Letter {
        let path = links::path(kind, side, self.pair.candidacy.0, Some(self.pair.mission), false);
        let button = Link::new(text.button, app.url(&path));
        Letter {
            lang,
            preheader: text.before.first().cloned().unwrap_or_default(),
            heading: text.heading.to_owned(),
            subject: text.subject.clone(),
            blocks: self.blocks(lang, side, kind, text, button),
            reason: (words(lang).reason)(&app.site().name),
            settings: None,
            sender_line: app.site().operator.clone(),
            unsubscribe: None,
        }
    }

    fn told(&self, app: &App, lang: Lang, side: Side) -> Told {
        let name = self.names.get(&self.pair.account(side.other()));
        let title = self.mission.as_ref().map(|mission| mission.title.clone());
        Told {
            side,
            other: name.map_or_else(|| (words(lang).somebody)(side.other()), |name| Other::named(name)),
            mission: title.filter(|title| !title.is_empty()),
            until: lang.date(self.at + selection::TO_ANSWER),
            brand: app.site().name.clone(),
        }
    }

    fn blocks(&self, lang: Lang, side: Side, kind: Kind, text: Text, button: Link) -> Vec<Block> {
        let account = self.pair.account(side);
        let first = self.first_names.get(&account).map(String::as_str);
        let mut blocks = vec![Block::Paragraph((words(lang).hello)(first))];
        blocks.extend(text.before.into_iter().map(Block::Paragraph));
        if let Some(quote) = self.quote(account, kind).filter(|_| !text.quote_intro.is_empty()) {
            blocks.push(Block::Paragraph(text.quote_intro.to_owned()));
            blocks.push(Block::Quote(quote.to_owned()));
        }
        if !kind.is_final() {
            blocks.extend(self.mission.as_ref().map(|mission| card(mission, lang, side)));
        }
        if !text.points.is_empty() {
            blocks.push(Block::List(text.points.into_iter().map(str::to_owned).collect()));
        }
        blocks.extend(text.after.into_iter().map(Block::Paragraph));
        blocks.push(Block::Button(button));
        blocks
    }
}

impl Deal<'_> {
    /// What the other side said: with a proposal its first words, with a refusal the reason.
    fn quote(&self, reader: Uuid, kind: Kind) -> Option<&str> {
        match kind {
            Kind::Proposal => {
                let (author, text) = self.said.as_ref()?;
                (*author != reader).then_some(text)
            }
            _ => self.reason.as_deref(),
        }
    }
}

/// A company knows its own mission; a freelance is reminded of where, when and for how much.
fn card(mission: &MissionCard, lang: Lang, side: Side) -> Block {
    let told = side == Side::Freelance;
    let mut lines = vec![mission.place(lang), mission.time(lang)];
    lines.retain(|line| told && !line.is_empty());
    Block::Card {
        title: mission.title.clone(),
        lines,
        strong: told.then(|| mission.rate(lang)),
    }
}

#[cfg(test)]
mod tests;
