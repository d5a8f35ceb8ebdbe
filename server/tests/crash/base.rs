//! What stands in the base, read beside the server that writes it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use db::sea_orm::{ConnectionTrait, Database, DatabaseConnection, QueryResult, Statement};
use uuid::Uuid;

/// A candidacy as it stands.
pub struct Candidacy {
    pub id: Uuid,
    pub mission: Uuid,
    pub state: String,
    mission_state: String,
    /// The addresses of the two sides.
    pub freelance: String,
    pub company: String,
}

/// One look: each list is one moment, the transitions the later one.
pub struct Look {
    pub candidacies: Vec<Candidacy>,
    /// Candidacy and the state it came to.
    pub transitions: Vec<(Uuid, String)>,
}

const CANDIDACIES: &str = "SELECT c.id, c.mission, c.state, m.state AS mission_state, f.email AS freelance, \
     e.email AS company FROM candidacy c JOIN mission m ON m.id = c.mission \
     JOIN account f ON f.id = c.freelance JOIN account e ON e.id = c.company";
const TRANSITIONS: &str = "SELECT candidacy, to_state FROM candidacy_transition";

impl Look {
    /// Reads the base at `url`. With a connection of its own: one that stays would keep alive what SQLite has to
    /// restore after a crash.
    pub async fn at(url: &str) -> Look {
        let base = Database::connect(url).await.expect("the base");
        let candidacies = rows(&base, CANDIDACIES).await;
        let transitions = rows(&base, TRANSITIONS).await;
        base.close().await.unwrap();
        let text = |row: &QueryResult, name: &str| row.try_get::<String>("", name).unwrap();
        let key = |row: &QueryResult, name: &str| row.try_get::<Uuid>("", name).unwrap();
        Look {
            candidacies: candidacies
                .iter()
                .map(|row| Candidacy {
                    id: key(row, "id"),
                    mission: key(row, "mission"),
                    state: text(row, "state"),
                    mission_state: text(row, "mission_state"),
                    freelance: text(row, "freelance"),
                    company: text(row, "company"),
                })
                .collect(),
            transitions: transitions
                .iter()
                .map(|row| (key(row, "candidacy"), text(row, "to_state")))
                .collect(),
        }
    }

    /// How often a candidacy came to a state.
    pub fn times(&self, candidacy: Uuid, state: &str) -> usize {
        let all = self.transitions.iter();
        all.filter(|(of, to)| *of == candidacy && to == state).count()
    }

    /// I5: a conclusion, the end of all others and the mission's new state came together, or not at all.
    /// I9: nothing came to one state twice.
    pub fn holds_together(&self) {
        let mut by_mission: HashMap<Uuid, Vec<&Candidacy>> = HashMap::new();
        for candidacy in &self.candidacies {
            by_mission.entry(candidacy.mission).or_default().push(candidacy);
        }
        for (mission, candidacies) in by_mission {
            let states: Vec<&str> = candidacies.iter().map(|one| one.state.as_str()).collect();
            let concluded = states.iter().filter(|state| **state == "concluded").count();
            let others = states.iter().filter(|state| **state == "other_chosen").count();
            let is_validated = candidacies[0].mission_state == "validated";
            let whole = match concluded {
                0 => others == 0 && !is_validated,
                1 => others == states.len() - 1 && is_validated,
                _ => false,
            };
            assert!(whole, "{mission} is half concluded: {states:?}, {is_validated}");
        }
        let once: HashSet<&(Uuid, String)> = self.transitions.iter().collect();
        assert_eq!(
            once.len(),
            self.transitions.len(),
            "a transition was written twice"
        );
    }
}

/// How many jobs are to be done within the hour, and how many were given up. Reminders are for later days.
pub async fn jobs(url: &str) -> (usize, usize) {
    let base = Database::connect(url).await.expect("the base");
    let left = rows(&base, "SELECT state, run_at FROM job WHERE state <> 'done'").await;
    base.close().await.unwrap();
    let soon = db::Clock::system().now() + TimeDelta::hours(1);
    let is_dead = |row: &&QueryResult| row.try_get::<String>("", "state").unwrap() == "dead";
    let (dead, open): (Vec<_>, Vec<_>) = left.iter().partition(is_dead);
    let due = open
        .iter()
        .filter(|row| row.try_get::<DateTime<Utc>>("", "run_at").unwrap() < soon);
    (due.count(), dead.len())
}

/// As if the time had passed after which somebody else takes over what a silent worker held. On SQLite, where there
/// is one worker, a start is enough.
pub async fn let_leases_end(url: &str) {
    let base = Database::connect(url).await.expect("the base");
    let end = "UPDATE job SET lease_until = run_at WHERE state = 'running'";
    base.execute_unprepared(end).await.unwrap();
    base.close().await.unwrap();
}

async fn rows(base: &DatabaseConnection, sql: &str) -> Vec<QueryResult> {
    let statement = Statement::from_string(base.get_database_backend(), sql);
    base.query_all_raw(statement).await.unwrap()
}
