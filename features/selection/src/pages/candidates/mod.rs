//! « Visualiser les candidats » (R100-R103, R105): three columns of those still in the running, who
//! was chosen, and those whose candidacy has ended.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::Path;
use certification::rights::{COMPANY, Company};
use i18n::zurich_day;
use messaging::ConversationId;
use missions::{MissionCard, MissionId, MissionState};
use profiles::{CompanyId, FreelanceCard, FreelanceId};
use uuid::Uuid;
use web::{Answer, Avatar, OrNotFound, Page, Problem};

use crate::{
    badge::Badge,
    events::Side,
    moves::Actor,
    offer::{Back, Offer},
    rules::{Candidacy, Scene, State},
    store,
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/candidates/candidates.html")]
struct Candidates<'a> {
    page: &'a Page,
    w: &'static Words,
    title: String,
    facts: Vec<String>,
    badge: Badge,
    mission: MissionId,
    is_open: bool,
    /// Whether the company is certified: the candidates are not shown to others.
    cleared: bool,
    taken: Option<Card>,
    /// The address of the chosen one, once concluded (A14).
    email: Option<String>,
    columns: [Column; 3],
    finished: Vec<Finished>,
}

struct Column {
    id: &'static str,
    title: &'static str,
    lead: &'static str,
    /// The company's turn.
    now: bool,
    cards: Vec<Card>,
}

struct Card {
    offer: Offer,
    profile: Option<String>,
    talk: String,
    avatar: Avatar,
    headline: String,
    facts: Vec<String>,
    badge: Option<Badge>,
    lines: Vec<String>,
    /// This candidate waits for the company's choice.
    hot: bool,
    /// There is little else to do than to look.
    see_profile: bool,
}

struct Finished {
    avatar: Avatar,
    name: String,
    dates: String,
    reason: Option<String>,
    badge: Badge,
}

/// Shows the candidates of one of the company's own missions.
pub(crate) async fn show(page: Page, who: Company, Path(mission): Path<String>) -> Answer {
    let mission: MissionId = mission.parse().ok().or_not_found()?;
    page.show(&load(&page, CompanyId(who.account), mission).await?)
}

/// The same page, since the rules refused what was tried there.
pub(crate) async fn refused(page: &Page, who: Actor, mission: MissionId, sentence: &'static str) -> Answer {
    page.refused(sentence, &load(page, CompanyId(who.account), mission).await?)
}

async fn load<'a>(page: &'a Page, company: CompanyId, mission: MissionId) -> Result<Candidates<'a>, Problem> {
    let db = page.app().db().read();
    let mission = missions::cards(db, &[mission]).await?.remove(&mission);
    let mission = mission
        .filter(|mission| mission.company == company)
        .or_not_found()?;
    // Who is not certified (any more) sees nobody (A12).
    let cleared = page.viewer().is_cleared(COMPANY);
    let candidacies = match cleared {
        true => store::for_mission(db, mission.id).await?,
        false => Vec::new(),
    };
    let people: Vec<FreelanceId> = candidacies.iter().map(|one| one.freelance).collect();
    let accounts: Vec<Uuid> = people.iter().map(|freelance| freelance.0).collect();
    let talks: Vec<ConversationId> = candidacies
        .iter()
        .filter(|one| one.state.is_undecided())
        .map(|one| ConversationId(one.id.0))
        .collect();
    let view = View {
        page,
        w: words(page.lang()),
        people: profiles::freelance_cards(db, &people).await?,
        words: messaging::last_words(db, &talks).await?,
        certified: certification::certified_among(db, &accounts).await?,
        chosen: candidacies
            .iter()
            .find(|one| one.state == State::Chosen)
            .map(|one| one.id.0),
        mission,
    };
    let taken = candidacies.iter().find(|one| one.state == State::Concluded);
    let email = match taken {
        Some(taken) => page.app().recipient(taken.freelance.0).await?.map(|to| to.email),
        None => None,
    };
    Ok(Candidates {
        email,
        cleared,
        ..view.into_page(candidacies)
    })
}

/// What the cards are drawn from.
struct View<'a> {
    page: &'a Page,
    w: &'static Words,
    mission: MissionCard,
    people: HashMap<FreelanceId, FreelanceCard>,
    words: HashMap<ConversationId, (Uuid, String)>,
    certified: HashSet<Uuid>,
    chosen: Option<Uuid>,
}

impl<'a> View<'a> {
    fn into_page(self, candidacies: Vec<Candidacy>) -> Candidates<'a> {
        let w = self.w;
        let (mut sent, mut received, mut talking) = (Vec::new(), Vec::new(), Vec::new());
        let (mut taken, mut finished) = (None, Vec::new());
        for candidacy in &candidacies {
            match candidacy.state {
                State::ProposedByCompany => sent.push(self.card(candidacy)),
                State::ProposedByFreelance => received.push(self.card(candidacy)),
                State::InDiscussion | State::Applied | State::Chosen => talking.push(self.card(candidacy)),
                State::Concluded => taken = Some(self.card(candidacy)),
                _ => finished.push(self.finished(candidacy)),
            }
        }
        // Whoever waits for an answer stands first.
        talking.sort_by_key(|card| !card.hot);
        let c = &w.candidates;
        let column = |id, title, lead, now, cards| Column {
            id,
            title,
            lead,
            now,
            cards,
        };
        let awaited = !received.is_empty();
        Candidates {
            page: self.page,
            w,
            title: self.title().to_owned(),
            facts: self.mission_facts(),
            badge: Badge::of_mission(self.mission.state, w),
            mission: self.mission.id,
            is_open: self.mission.state == MissionState::Open,
            cleared: true,
            taken,
            email: None,
            columns: [
                column("sent", c.sent, c.sent_lead, false, sent),
                column("received", c.received, c.received_lead, awaited, received),
                column("talking", c.talking, c.talking_lead, false, talking),
            ],
            finished,
        }
    }

    fn title(&self) -> &str {
        match self.mission.title.as_str() {
            "" => self.w.manage.untitled,
            title => title,
        }
    }

    fn mission_facts(&self) -> Vec<String> {
        let lang = self.page.lang();
        let published = self
            .mission
            .published_at
            .map(|at| (self.w.published)(&lang.day_month(zurich_day(at))));
        [
            self.mission.place(lang),
            self.mission.rate(lang),
            published.unwrap_or_default(),
        ]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect()
    }

    fn name(&self, freelance: FreelanceId) -> &str {
        self.people
            .get(&freelance)
            .map_or((self.w.label)(State::AccountGone, Side::Company), |card| {
                &card.name
            })
    }

    fn card(&self, candidacy: &Candidacy) -> Card {
        let w = self.w;
        let name = self.name(candidacy.freelance);
        let certified = self.certified.contains(&candidacy.freelance.0);
        let scene = Scene {
            mission: self.mission.state,
            another_chosen: self.chosen.is_some_and(|chosen| chosen != candidacy.id.0),
            other_certified: certified,
        };
        let offer = Offer::new(
            candidacy,
            Side::Company,
            scene,
            Back::Board,
            name,
            &self.mission.title,
        );
        let person = self.people.get(&candidacy.freelance);
        // The column already says it, except where somebody has validated.
        let validated = matches!(candidacy.state, State::Applied | State::Chosen | State::Concluded);
        Card {
            // A profile without certification opens for nobody (R32).
            profile: certified.then(|| profiles::paths::freelance(candidacy.freelance)),
            talk: messaging::paths::conversation(ConversationId(candidacy.id.0)),
            avatar: Avatar::new(name, candidacy.freelance.0),
            headline: person.map(|card| card.headline.clone()).unwrap_or_default(),
            facts: person.map(|card| self.facts(card)).unwrap_or_default(),
            badge: validated.then(|| Badge::of(candidacy, Side::Company, w)),
            lines: match offer.pause(w) {
                Some(sentence) => vec![sentence.to_owned()],
                None => self.lines(candidacy),
            },
            hot: candidacy.state == State::Applied && !offer.is_paused(),
            see_profile: matches!(candidacy.state, State::ProposedByCompany | State::Chosen),
            offer: offer.step_by_step(),
        }
    }

    fn facts(&self, person: &FreelanceCard) -> Vec<String> {
        let lang = self.page.lang();
        let wanted = &self.mission.skills;
        let has = |skill: &&String| person.skills.iter().any(|own| profiles::same_skill(own, skill));
        let have = wanted.iter().filter(has);
        let have = have.count();
        let skills = (have > 0).then(|| (self.w.candidates.skills)(have, wanted.len()));
        let rate = person.day_rate.map(|rate| (self.w.per_day)(&lang.chf(rate)));
        [Some(person.city.clone()), rate, skills]
            .into_iter()
            .flatten()
            .filter(|fact| !fact.is_empty())
            .collect()
    }

    /// What there is to know of how far it has come.
    fn lines(&self, candidacy: &Candidacy) -> Vec<String> {
        let (c, lang) = (&self.w.candidates, self.page.lang());
        let ago = lang.ago(self.page.now(), candidacy.state_since);
        let day = |at| lang.day_month(zurich_day(at));
        let applied = candidacy
            .freelance_validated_at
            .map(|at| (c.applied_on)(&day(at)));
        let chosen = candidacy.company_validated_at.map(|at| (c.chosen_on)(&day(at)));
        let due = candidacy.answer_due().map(|at| (c.answer_due)(&day(at)));
        match candidacy.state {
            State::ProposedByCompany => vec![(c.sent_ago)(&ago)],
            State::ProposedByFreelance => {
                let said = self.words.get(&ConversationId(candidacy.id.0));
                let theirs = said.filter(|(author, _)| *author == candidacy.freelance.0);
                let quote = theirs.map(|(_, text)| (self.w.quote)(text));
                [Some((c.received_ago)(&ago)), quote]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            State::InDiscussion => vec![c.not_applied.to_owned()],
            _ => [applied, chosen, due].into_iter().flatten().collect(),
        }
    }

    fn finished(&self, candidacy: &Candidacy) -> Finished {
        let lang = self.page.lang();
        let name = self.name(candidacy.freelance);
        Finished {
            avatar: Avatar::new(name, candidacy.freelance.0).small(),
            name: name.to_owned(),
            dates: (self.w.candidates.dates)(
                &lang.date(candidacy.created_at),
                &lang.date(candidacy.state_since),
            ),
            reason: candidacy.reason.as_deref().map(self.w.quote),
            badge: Badge::of(candidacy, Side::Company, self.w),
        }
    }
}

impl Card {
    /// The profile, where there is little else to do than to look at it.
    fn only_profile(&self) -> Option<&String> {
        self.profile.as_ref().filter(|_| self.see_profile)
    }
}

impl Candidates<'_> {
    /// Whether anything moves: the mission takes candidates, or somebody still is one.
    fn has_board(&self) -> bool {
        self.cleared && (self.is_open || self.cards().next().is_some())
    }
    fn see_mission(&self) -> String {
        missions::paths::mission(self.mission)
    }
    fn finished_count(&self) -> String {
        (self.w.candidates.finished)(self.finished.len() as u64)
    }
    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.columns.iter().flat_map(|column| &column.cards)
    }
}

#[cfg(test)]
mod tests;
