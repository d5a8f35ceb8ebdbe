//! Whole candidacies, played to the conclusion while the server is killed: two freelances on one mission, of whom
//! one is chosen (XO for the other).

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use bench::client::Browser;
use tokio::sync::watch;
use uuid::Uuid;

use crate::{
    base::Look,
    letters::{Letter, Told},
};

/// Candidacies and the states to which the server said they have come.
pub type Ledger = Arc<Mutex<Vec<(Uuid, &'static str)>>>;

/// Two freelances, and missions with their companies, to be concluded one after the other.
pub struct Cast {
    pub freelances: [Browser; 2],
    pub missions: Vec<(Browser, String)>,
}

/// The server is not killed any more: what is not played is not played.
struct Over;

/// What was asked was done by somebody: by this request, or by one whose answer was lost.
#[derive(PartialEq)]
enum Answer {
    Acknowledged,
    DoneBefore,
}

struct Stage {
    ledger: Ledger,
    stop: watch::Receiver<bool>,
}

/// Concludes mission after mission until told to stop. Which freelance loses, and which side validates first,
/// changes with each.
pub async fn play(cast: Cast, ledger: Ledger, stop: watch::Receiver<bool>) {
    let stage = Stage { ledger, stop };
    for (turn, (company, mission)) in cast.missions.iter().enumerate() {
        if stage
            .conclude(&cast.freelances, company, turn, mission)
            .await
            .is_err()
        {
            return;
        }
    }
}

impl Stage {
    async fn conclude(
        &self,
        freelances: &[Browser; 2],
        company: &Browser,
        turn: usize,
        mission: &str,
    ) -> Result<(), Over> {
        let mut candidacies = Vec::new();
        for who in freelances {
            let answer = self.insist(who, &format!("{mission}/interest")).await?;
            let id = self.candidacy_on(who, mission).await?;
            self.note(answer, id, "proposed_by_freelance");
            candidacies.push(id);
        }
        for id in &candidacies {
            let answer = self
                .insist(company, &format!("/candidacies/{id}/acceptance"))
                .await?;
            self.note(answer, *id, "in_discussion");
        }
        let (place, chosen) = (turn % 2, candidacies[turn % 2]);
        let application = (&freelances[place], format!("/candidacies/{chosen}/application"));
        let choice = (company, format!("/candidacies/{chosen}/choice"));
        let ((first, state), second) = if (turn / 2).is_multiple_of(2) {
            ((application, "applied"), choice)
        } else {
            ((choice, "chosen"), application)
        };
        let answer = self.insist(first.0, &first.1).await?;
        self.note(answer, chosen, state);
        let answer = self.insist(second.0, &second.1).await?;
        if answer == Answer::Acknowledged {
            self.note(Answer::Acknowledged, candidacies[1 - place], "other_chosen");
        }
        self.note(answer, chosen, "concluded");
        Ok(())
    }

    fn note(&self, answer: Answer, candidacy: Uuid, state: &'static str) {
        if answer == Answer::Acknowledged {
            self.ledger.lock().unwrap().push((candidacy, state));
        }
    }

    /// Asks until the server answers.
    async fn insist(&self, who: &Browser, path: &str) -> Result<Answer, Over> {
        loop {
            match who.post(path, &[]).await {
                Ok(answer) if answer.status == 303 => return Ok(Answer::Acknowledged),
                Ok(answer) if answer.status == 409 => return Ok(Answer::DoneBefore),
                Ok(answer) if answer.status < 500 => panic!("{path}: {}", answer.status),
                _ => self.breathe().await?,
            }
        }
    }

    /// The candidacy that this freelance opened: it is there, since the server said so.
    async fn candidacy_on(&self, who: &Browser, mission: &str) -> Result<Uuid, Over> {
        loop {
            match who.read(mission).await {
                Ok(page) if page.status == 200 => {
                    let page = page.text();
                    let id = page
                        .split("/candidacies/")
                        .nth(1)
                        .and_then(|rest| rest.get(..36)?.parse().ok());
                    return Ok(id.unwrap_or_else(|| panic!("the interest in {mission} is missing")));
                }
                Ok(page) if page.status < 500 => panic!("{mission}: {}", page.status),
                _ => self.breathe().await?,
            }
        }
    }

    async fn breathe(&self) -> Result<(), Over> {
        tokio::time::sleep(Duration::from_millis(5)).await;
        if *self.stop.borrow() { Err(Over) } else { Ok(()) }
    }
}

/// Nothing that was acknowledged is missing, and nothing is half done.
pub fn check(acknowledged: &[(Uuid, &'static str)], look: &Look) {
    for (candidacy, state) in acknowledged {
        assert_eq!(look.times(*candidacy, state), 1, "{candidacy} came to {state}");
    }
    look.holds_together();
}

/// What a letter tells whom about what. A letter to somebody who was not chosen leads to no candidacy.
type Line = (String, Told, Option<Uuid>);

/// I9: each letter of the table for each transition of these candidacies, once.
pub fn check_letters(look: &Look, companies: &[String], letters: &[Letter]) {
    let mut due: HashMap<Line, usize> = HashMap::new();
    let played = look
        .candidacies
        .iter()
        .filter(|one| companies.contains(&one.company));
    for one in played {
        let lines = [
            ("proposed_by_freelance", &one.company, Told::Proposal),
            ("proposed_by_freelance", &one.freelance, Told::Receipt),
            ("in_discussion", &one.freelance, Told::InDiscussion),
            ("applied", &one.company, Told::Applied),
            ("chosen", &one.freelance, Told::Chosen),
            ("concluded", &one.freelance, Told::Concluded),
            ("concluded", &one.company, Told::Concluded),
            ("other_chosen", &one.freelance, Told::OtherChosen),
        ];
        for (state, to, told) in lines {
            let about = (told != Told::OtherChosen).then_some(one.id);
            let times = look.times(one.id, state);
            if times > 0 {
                *due.entry((to.clone(), told, about)).or_default() += times;
            }
        }
    }
    let mut sent: HashMap<Line, usize> = HashMap::new();
    for letter in letters {
        let to = due
            .keys()
            .map(|(to, ..)| to)
            .find(|to| letter.to.contains(*to))
            .cloned();
        if let (Some(to), Some(told)) = (to, letter.tells()) {
            *sent.entry((to, told, letter.about)).or_default() += 1;
        }
    }
    assert!(
        due.keys().any(|(_, told, _)| *told == Told::OtherChosen),
        "nobody lost"
    );
    for (line, times) in &due {
        assert_eq!(sent.get(line), Some(times), "{line:?}");
    }
    for line in sent.keys() {
        assert!(due.contains_key(line), "{line:?} is about nothing that happened");
    }
}
