//! A freelance's candidacies as lines of a list: « Mes missions » and the dashboard show the same.

use std::collections::{HashMap, HashSet};

use certification::rights::FREELANCE;
use i18n::zurich_day;
use messaging::ConversationId;
use missions::{MissionCard, MissionId, MissionState};
use profiles::{CompanyCard, CompanyId};
use uuid::Uuid;
use web::{Avatar, Page, Problem};

use crate::{
    badge::Badge,
    events::Side,
    moves::Actor,
    offer::{Back, Offer},
    rules::{Candidacy, Scene, State},
    store,
    words::{Words, words},
};

/// One candidacy, as the freelance sees it.
pub(crate) struct Line {
    pub mission: MissionId,
    pub state: State,
    pub title: String,
    /// `None` when the mission can no longer be opened (A16): its line stays.
    pub href: Option<String>,
    pub logo: Option<String>,
    pub avatar: Avatar,
    /// The company's name, then what is known of the mission.
    pub facts: Vec<String>,
    pub badge: Badge,
    pub offer: Offer,
    /// The conversation, while there is one.
    pub talk: Option<String>,
    /// Whose turn it is, or since when.
    pub note: String,
    /// What the company said with its proposal.
    pub said: Option<String>,
}

impl Line {
    /// Whether this side has to answer.
    pub(crate) fn waits_for_me(&self) -> bool {
        !self.offer.is_paused() && matches!(self.state, State::ProposedByCompany | State::Chosen)
    }
}

/// Whether a freelance may open a mission that is not in the search: see [`missions::Candidacies`].
pub(crate) fn admits(mission: MissionState, candidacy: State) -> bool {
    match mission {
        MissionState::Open | MissionState::Reserved => candidacy.is_undecided(),
        MissionState::Validated | MissionState::Closed => {
            matches!(candidacy, State::Concluded | State::Ended)
        }
        MissionState::Draft | MissionState::Withdrawn => false,
    }
}

/// All candidacies of the freelance who looks, the last moved first.
pub(crate) async fn lines(page: &Page, who: Actor) -> Result<Vec<Line>, Problem> {
    let db = page.app().db().read();
    let candidacies = store::all_of(db, who).await?;
    let missions: Vec<MissionId> = candidacies.iter().map(|one| one.mission).collect();
    let companies: Vec<CompanyId> = candidacies.iter().map(|one| one.company).collect();
    let accounts: Vec<Uuid> = companies.iter().map(|company| company.0).collect();
    let received = candidacies
        .iter()
        .filter(|one| one.state == State::ProposedByCompany);
    let received: Vec<ConversationId> = received.map(|one| ConversationId(one.id.0)).collect();
    let view = View {
        page,
        w: words(page.lang()),
        missions: missions::cards(db, &missions).await?,
        companies: profiles::company_cards(db, &companies).await?,
        certified: certification::certified_among(db, &accounts).await?,
        cleared: page.viewer().is_cleared(FREELANCE),
        words: messaging::last_words(db, &received).await?,
    };
    Ok(candidacies.iter().map(|one| view.line(one)).collect())
}

struct View<'a> {
    page: &'a Page,
    w: &'static Words,
    missions: HashMap<MissionId, MissionCard>,
    companies: HashMap<CompanyId, CompanyCard>,
    certified: HashSet<Uuid>,
    /// Whether the freelance who looks is certified: names and facts are for those who are (A12).
    cleared: bool,
    /// The last words in each conversation of a proposal received, and whose they are.
    words: HashMap<ConversationId, (Uuid, String)>,
}

impl View<'_> {
    fn line(&self, candidacy: &Candidacy) -> Line {
        let w = self.w;
        let mission = self.missions.get(&candidacy.mission);
        let company = self.companies.get(&candidacy.company);
        let state = mission.map_or(MissionState::Withdrawn, |mission| mission.state);
        let title = mission.map_or(w.manage.untitled, |mission| &mission.title);
        let name = company.map_or((w.label)(State::AccountGone, Side::Freelance), |card| &card.name);
        let certified = self.certified.contains(&candidacy.company.0);
        let in_search = state == MissionState::Open && certified;
        let reachable = self.cleared && (admits(state, candidacy.state) || in_search);
        // The freelance's own acts do not depend on who else is chosen.
        let scene = Scene {
            mission: state,
            another_chosen: false,
            other_certified: certified,
        };
        let offer = Offer::new(candidacy, Side::Freelance, scene, Back::Board, name, title);
        let offer = offer.only_for(self.cleared);
        let talk = messaging::paths::conversation(ConversationId(candidacy.id.0));
        Line {
            mission: candidacy.mission,
            state: candidacy.state,
            title: title.to_owned(),
            href: reachable.then(|| missions::paths::mission(candidacy.mission)),
            logo: company.and_then(|card| card.logo).map(profiles::paths::logo),
            avatar: Avatar::new(if self.cleared { name } else { title }, candidacy.company.0),
            facts: self.facts(candidacy, name),
            badge: Badge::of(candidacy, Side::Freelance, w),
            talk: (self.cleared && candidacy.state.is_live()).then_some(talk),
            said: self.said(candidacy),
            note: self.note(candidacy, &offer),
            offer: offer.step_by_step(),
        }
    }

    /// What the company said with its proposal.
    fn said(&self, candidacy: &Candidacy) -> Option<String> {
        let (author, text) = self.words.get(&ConversationId(candidacy.id.0))?;
        (self.cleared && *author == candidacy.company.0).then(|| (self.w.quote)(text))
    }

    fn facts(&self, candidacy: &Candidacy, company: &str) -> Vec<String> {
        let lang = self.page.lang();
        if !self.cleared {
            return Vec::new();
        }
        let mut facts = vec![company.to_owned()];
        match self.missions.get(&candidacy.mission) {
            Some(mission) if candidacy.state.is_live() => {
                facts.extend([mission.place(lang), mission.rate(lang), mission.time(lang)]);
            }
            // What stays of an ended candidacy: title, name, dates, label (A16).
            _ => facts.push((self.w.candidates.dates)(
                &lang.date(candidacy.created_at),
                &lang.date(candidacy.state_since),
            )),
        }
        facts.retain(|fact| !fact.is_empty());
        facts
    }

    fn note(&self, candidacy: &Candidacy, offer: &Offer) -> String {
        let (w, lang) = (self.w, self.page.lang());
        if let Some(sentence) = offer.pause(w) {
            return sentence.to_owned();
        }
        match candidacy.state {
            State::ProposedByFreelance => (w.mine.sent_ago)(&lang.ago(self.page.now(), candidacy.created_at)),
            State::ProposedByCompany => {
                (w.candidates.received_ago)(&lang.ago(self.page.now(), candidacy.created_at))
            }
            State::Applied => candidacy.freelance_validated_at.map_or_else(String::new, |at| {
                (w.mine.waits_choice)(&lang.day_month(zurich_day(at)))
            }),
            State::Chosen => candidacy.answer_due().map_or_else(String::new, |due| {
                (w.mine.answer_by)(&lang.day_month(zurich_day(due)))
            }),
            _ => candidacy.reason.as_deref().map(w.quote).unwrap_or_default(),
        }
    }
}
