//! « Mes missions » (R51, A5): everything between a freelance and missions, by state.

use askama::Template;
use certification::rights::{FREELANCE, Freelance};
use web::{Answer, Page, Problem};

use crate::{
    events::Side,
    lines::{Line, lines},
    moves::Actor,
    rules::State,
    words::{Words, words},
};

#[derive(Template)]
#[template(path = "pages/my_missions/my_missions.html")]
struct MyMissions<'a> {
    page: &'a Page,
    w: &'static Words,
    total: usize,
    groups: Vec<Group>,
}

struct Group {
    id: &'static str,
    title: &'static str,
    /// The freelance's turn.
    now: bool,
    lines: Vec<Line>,
}

/// Shows the freelance's missions.
pub(crate) async fn show(page: Page, who: Freelance) -> Answer {
    let who = Actor {
        account: who.account,
        side: Side::Freelance,
    };
    page.show(&load(&page, who).await?)
}

/// The same page, since the rules refused what was tried there.
pub(crate) async fn refused(page: &Page, who: Actor, sentence: &'static str) -> Answer {
    page.refused(sentence, &load(page, who).await?)
}

async fn load(page: &Page, who: Actor) -> Result<MyMissions<'_>, Problem> {
    let w = words(page.lang());
    let lines = lines(page, who).await?;
    let total = lines.len();
    let mut groups = [
        ("received", w.mine.received, true),
        ("talking", w.mine.talking, false),
        ("sent", w.mine.sent, false),
        ("concluded", w.mine.concluded, false),
        ("finished", w.mine.finished, false),
    ]
    .map(|(id, title, now)| Group {
        id,
        title,
        now,
        lines: Vec::new(),
    });
    for line in lines {
        let place = match line.state {
            State::ProposedByCompany => 0,
            State::InDiscussion | State::Applied | State::Chosen => 1,
            State::ProposedByFreelance => 2,
            State::Concluded => 3,
            _ => 4,
        };
        groups[place].lines.push(line);
    }
    Ok(MyMissions {
        page,
        w,
        total,
        groups: groups
            .into_iter()
            .filter(|group| !group.lines.is_empty())
            .collect(),
    })
}

impl MyMissions<'_> {
    fn is_cleared(&self) -> bool {
        self.page.viewer().is_cleared(FREELANCE)
    }
    /// Whether exchanges rest, since the freelance lost their certification (A24).
    fn is_suspended(&self) -> bool {
        !self.is_cleared() && self.lines().any(|line| line.offer.is_paused())
    }
    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.groups.iter().flat_map(|group| &group.lines)
    }
}

#[cfg(test)]
mod tests;
