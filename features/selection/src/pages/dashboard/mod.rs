//! The signed-in home: where one stands, and what waits for an answer (R65).

use askama::Template;
use certification::{
    Progress, Standing,
    rights::{FREELANCE, STAFF},
};
use missions::{MissionId, MissionState, Suited};
use profiles::{CompanyId, Completeness, FreelanceId, Part};
use web::{Answer, Member, Page, Problem};

use super::manage;
use crate::{
    badge::Badge,
    events::Side,
    lines::{self, Line},
    moves::Actor,
    paths,
    rules::State,
    words::{Stage, Words, words},
};

/// What both dashboards begin with.
struct Top {
    standing: Standing,
    badge: Badge,
    hello: String,
    lead: String,
    stages: Vec<(Stage, Progress)>,
    /// Why staff refused, and what they wrote.
    refusal: Vec<String>,
    /// Numbers that lead somewhere: label, number, address.
    numbers: Vec<(&'static str, String, String)>,
    /// What one keeps in order: icon, label, address.
    space: Vec<(&'static str, &'static str, &'static str)>,
    /// What is missing in the profile, as long as something is.
    profile: Option<Profile>,
}

/// How complete the profile is.
struct Profile {
    title: &'static str,
    percent: i64,
    /// What each part counts, as it reads: « + 20 % ».
    weight: String,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "pages/dashboard/freelance.html")]
struct ForFreelance<'a> {
    page: &'a Page,
    w: &'static Words,
    top: Top,
    /// Waiting for this freelance, then discussions where nothing waits, then what the freelance sent.
    waiting: Vec<Line>,
    talking: Vec<Line>,
    sent: Vec<Line>,
    nothing: &'static str,
    /// Open missions that ask for this freelance's skills.
    suited: Suited,
}

#[derive(Template)]
#[template(path = "pages/dashboard/company.html")]
struct ForCompany<'a> {
    page: &'a Page,
    w: &'static Words,
    top: Top,
    /// Missions with candidates who wait.
    waiting: Vec<manage::Line>,
    nothing: &'static str,
}

/// How many missions for one's skills the home shows.
const SUITED: usize = 3;

/// Shows the home of whoever looks; staff have another.
pub(crate) async fn show(page: Page, member: Member) -> Answer {
    if member.role == STAFF {
        return page.see_other(paths::STAFF);
    }
    if member.role == FREELANCE {
        freelance(&page, &member).await
    } else {
        company(&page, &member).await
    }
}

async fn freelance(page: &Page, member: &Member) -> Answer {
    let w = words(page.lang());
    let who = Actor {
        account: member.account,
        side: Side::Freelance,
    };
    let lines = lines::lines(page, who).await?;
    let count = |holds: fn(State) -> bool| lines.iter().filter(|line| holds(line.state)).count() as u64;
    let (received, talking, sent, concluded) = (
        count(|state| state == State::ProposedByCompany),
        count(State::is_discussion),
        count(|state| state == State::ProposedByFreelance),
        count(|state| state == State::Concluded),
    );
    let numbers = [
        ((w.home.received)(received), received, "received"),
        (w.home.talking, talking, "talking"),
        ((w.home.sent)(sent), sent, "sent"),
        ((w.home.concluded)(concluded), concluded, "concluded"),
    ];
    let numbers =
        numbers.map(|(label, n, group)| (label, n.to_string(), format!("{}#{group}", paths::MY_MISSIONS)));
    let space = [
        ("user", w.home.profile, profiles::paths::PROFILE),
        ("file-text", w.home.documents, certification::paths::CERTIFICATION),
        ("briefcase", w.mine.title, paths::MY_MISSIONS),
        ("message-square", w.home.messages, messaging::paths::MESSAGES),
    ];
    let id = FreelanceId(member.account);
    let db = page.app().db().read();
    let completeness = profiles::freelance_completeness(db, id, page.lang()).await?;
    let skills = profiles::freelance_cards(db, &[id]).await?.remove(&id);
    let skills = skills.map(|card| card.skills).unwrap_or_default();
    let known: Vec<MissionId> = lines.iter().map(|line| line.mission).collect();
    // Whoever is not certified learns how many there are, and no more.
    let most = if member.cleared { SUITED } else { 0 };
    let suited = missions::suited(page, &skills, &known, most)?;
    let (waiting, rest): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(Line::waits_for_me);
    let (sent, rest): (Vec<Line>, Vec<Line>) = rest
        .into_iter()
        .partition(|line| line.state == State::ProposedByFreelance);
    let mut top = top(page, member, Side::Freelance, waiting.len(), completeness).await?;
    top.numbers = numbers.to_vec();
    top.space = space.to_vec();
    page.show(&ForFreelance {
        page,
        w,
        top,
        suited,
        sent,
        waiting,
        talking: rest
            .into_iter()
            .filter(|line| line.state.is_discussion())
            .collect(),
        nothing: (w.home.nothing_waits_text)(Side::Freelance),
    })
}

async fn company(page: &Page, member: &Member) -> Answer {
    let w = words(page.lang());
    let lines = manage::lines(page, CompanyId(member.account)).await?;
    let open = lines
        .iter()
        .filter(|line| matches!(line.state, MissionState::Open | MissionState::Reserved));
    let sum = |count: fn(manage::Counts) -> i64| {
        let sum: i64 = lines.iter().filter_map(|line| line.counts).map(count).sum();
        u64::try_from(sum).unwrap_or_default()
    };
    let (open, received) = (open.count() as u64, sum(|counts| counts.received));
    let (talking, sent) = (sum(|counts| counts.talking), sum(|counts| counts.sent));
    let numbers = [
        ((w.home.open_missions)(open), open),
        ((w.home.received)(received), received),
        (w.home.talking, talking),
        ((w.home.sent)(sent), sent),
    ];
    let numbers = numbers.map(|(label, n)| (label, n.to_string(), paths::manage_tab("open")));
    let space = [
        ("briefcase", w.manage.title, paths::MANAGE),
        ("file-text", w.home.number, certification::paths::CERTIFICATION),
        ("image", w.home.company, profiles::paths::COMPANY),
        ("message-square", w.home.messages, messaging::paths::MESSAGES),
    ];
    let waiting: i64 = lines.iter().map(|line| line.waiting).sum();
    let waiting = usize::try_from(waiting).unwrap_or_default();
    let id = CompanyId(member.account);
    let completeness = profiles::company_completeness(page.app().db().read(), id, page.lang()).await?;
    let mut top = top(page, member, Side::Company, waiting, completeness).await?;
    top.numbers = numbers.to_vec();
    top.space = space.to_vec();
    page.show(&ForCompany {
        page,
        w,
        top,
        waiting: lines.into_iter().filter(|line| line.waiting > 0).collect(),
        nothing: (w.home.nothing_waits_text)(Side::Company),
    })
}

async fn top(
    page: &Page,
    member: &Member,
    side: Side,
    waiting: usize,
    completeness: Completeness,
) -> Result<Top, Problem> {
    let w = &words(page.lang()).home;
    let db = page.app().db().read();
    let standing = certification::standing(db, member.account).await?;
    let mut names = certification::names(db, &[member.account]).await?;
    // Nobody is greeted by a piece of their e-mail address.
    let name = match names.remove(&member.account) {
        Some(name) if !name.first.is_empty() => name.first,
        Some(_) => member.name.clone(),
        None => String::new(),
    };
    let refusal = match standing {
        Standing::Refused => certification::why_refused(db, member.account, page.lang()).await?,
        _ => Vec::new(),
    };
    let (tone, icon) = standing.tone();
    Ok(Top {
        standing,
        badge: Badge {
            tone,
            icon,
            text: (w.standing)(standing, side),
        },
        hello: (w.hello)(&name),
        lead: match standing {
            Standing::Certified if waiting == 0 && !completeness.can_be_found() => w.not_found_yet.to_owned(),
            _ => (w.lead)(standing, waiting as u64, side),
        },
        refusal,
        stages: (w.steps)(side).into_iter().zip(standing.progress()).collect(),
        numbers: Vec::new(),
        space: Vec::new(),
        profile: (completeness.percent() < 100).then(|| Profile {
            title: (w.your_profile)(side),
            percent: completeness.percent(),
            weight: (w.more)(&page.lang().percent(completeness.weight())),
            parts: completeness.parts,
        }),
    })
}

impl Top {
    fn is_certified(&self) -> bool {
        self.standing == Standing::Certified
    }
    fn is_refused(&self) -> bool {
        self.standing == Standing::Refused
    }
    fn is_to_contact(&self) -> bool {
        self.standing == Standing::ToContact
    }
    /// Whether the next step is the person's own.
    fn is_theirs_to_complete(&self) -> bool {
        !matches!(self.standing, Standing::Certified | Standing::InReview)
    }
}

#[cfg(test)]
mod tests;
