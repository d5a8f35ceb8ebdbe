//! A server that is killed (SIGKILL) again and again under load loses nothing it has acknowledged: no
//! message, no interest, no sign-up, no step of a candidacy, and no letter about them. A conclusion is whole
//! or not there (I5), and no letter about a candidacy is sent twice (I9).

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests fail by panicking, and tell their figures"
)]

mod base;
mod letters;
mod plays;
mod site;

use std::{
    collections::{HashMap, HashSet},
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use bench::client::{Answer, Browser, Connection, form_key};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use tokio::sync::watch;

use testing::Engine;

use crate::{
    base::Look,
    letters::letters,
    plays::Cast,
    site::{FREELANCES, Site},
};

/// Freelances that show interest here and there; the others play candidacies to their end.
const INTERESTED: usize = 24;
/// Companies that play.
const COMPANIES: usize = 6;

/// What the server has said yes to.
#[derive(Default)]
struct Acknowledged {
    messages: Vec<String>,
    /// Freelance and mission.
    interests: HashSet<(usize, String)>,
    sign_ups: Vec<String>,
}

type Ledger = Arc<Mutex<Acknowledged>>;

/// Whether the deed was acknowledged.
fn is_done(answer: &Answer) -> bool {
    answer.status == 303
}

/// Does `deed` again and again until told to stop; what fails while the server is down is no matter.
async fn keep_on(mut stop: watch::Receiver<bool>, mut deed: impl AsyncFnMut(usize) -> anyhow::Result<()>) {
    for turn in 0.. {
        if *stop.borrow_and_update() {
            return;
        }
        if deed(turn).await.is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

async fn write(
    who: Browser,
    name: &'static str,
    thread: String,
    ledger: Ledger,
    stop: watch::Receiver<bool>,
) {
    keep_on(stop, async |turn| {
        let text = format!("Message {turn} de {name}.");
        if is_done(&who.post(&thread, &[("text", &text)]).await?) {
            ledger.lock().unwrap().messages.push(text);
        }
        Ok(())
    })
    .await;
}

async fn show_interest(
    people: Vec<(usize, Browser)>,
    missions: Vec<String>,
    seed: u64,
    ledger: Ledger,
    stop: watch::Receiver<bool>,
) {
    let mut dice = StdRng::seed_from_u64(seed);
    keep_on(stop, async |_| {
        let (number, who) = &people[dice.random_range(0..people.len())];
        let mission = &missions[dice.random_range(0..missions.len())];
        if is_done(&who.post(&format!("{mission}/interest"), &[]).await?) {
            ledger
                .lock()
                .unwrap()
                .interests
                .insert((*number, mission.clone()));
        }
        Ok(())
    })
    .await;
}

async fn sign_up(listen: SocketAddr, ledger: Ledger, stop: watch::Receiver<bool>) {
    keep_on(stop, async |turn| {
        let email = format!("nouveau{turn}@jem.example");
        let mut connection = Connection::open(listen).await?;
        let page = connection.plain("/sign-up/freelance", "").await?;
        let (cookies, key) = (page.cookies.join("; "), form_key(&page.text()));
        let key = key.ok_or_else(|| anyhow::anyhow!("no form"))?;
        let form = [
            ("_key", key.as_str()),
            ("email", &email),
            ("password", "douze-pommes-vertes-2026"),
        ];
        if is_done(&connection.post("/sign-up/freelance", &cookies, &form).await?) {
            ledger.lock().unwrap().sign_ups.push(email);
        }
        Ok(())
    })
    .await;
}

/// Addresses of missions on the search page of somebody certified.
fn missions_on(page: &str) -> Vec<String> {
    let links = page
        .split("href=\"/missions/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let ids = links
        .filter(|id| id.len() == 36)
        .map(|id| format!("/missions/{id}"));
    ids.collect::<HashSet<_>>().into_iter().collect()
}

/// Killed `kills` times at random moments of all that.
async fn story(engine: Engine, kills: usize) {
    let seed: u64 = rand::random();
    let mut dice = StdRng::seed_from_u64(seed);
    let mut site = Site::prepare(engine).await;
    let before = letters(&site.mail()).len();
    site.start().await;
    let (lea, brun) = (
        site.sign_in("lea@jem.example").await,
        site.sign_in("brun@jem.example").await,
    );
    let mut people = Vec::new();
    for number in 0..FREELANCES {
        people.push((
            number,
            site.sign_in(&format!("freelance{number}@jem.example")).await,
        ));
    }
    let mut players = people.split_off(INTERESTED).into_iter().map(|(_, who)| who);
    let companies: Vec<String> = (0..COMPANIES)
        .map(|number| format!("entreprise{number}@jem.example"))
        .collect();
    let mut casts = Vec::new();
    while let (Some(one), Some(other)) = (players.next(), players.next()) {
        casts.push(Cast {
            freelances: [one, other],
            missions: Vec::new(),
        });
    }
    let (mut taken, troupes) = (HashSet::new(), casts.len());
    for (number, company) in companies.iter().enumerate() {
        let company = site.sign_in(company).await;
        let missions = missions_on(&company.read("/manage").await.unwrap().text());
        taken.extend(missions.clone());
        let missions = missions.into_iter().map(|mission| (company.clone(), mission));
        casts[number % troupes].missions.extend(missions);
    }
    let mut missions = HashSet::new();
    for page in 1..=5 {
        let page = lea.read(&format!("/missions?page={page}")).await.unwrap();
        missions.extend(missions_on(&page.text()));
    }
    let missions: Vec<String> = missions
        .into_iter()
        .filter(|mission| !taken.contains(mission))
        .collect();
    assert!(missions.len() > 40, "only {} missions", missions.len());
    let thread = lea.read("/messages").await.unwrap().text();
    let thread = thread
        .split("href=\"/messages/")
        .filter_map(|rest| rest.split(['"', '?']).next());
    let thread = thread
        .filter(|id| id.len() == 36)
        .map(|id| format!("/messages/{id}"));
    let thread = free_thread(&lea, thread.collect()).await;

    let (ledger, played) = (Ledger::default(), plays::Ledger::default());
    let (stop, stopped) = watch::channel(false);
    let listen = site.listen;
    let killing = async {
        for _ in 0..kills {
            tokio::time::sleep(Duration::from_millis(dice.random_range(20..700))).await;
            site.kill();
            if engine == Engine::Postgres {
                base::let_leases_end(&site.base).await;
            }
            site.start().await;
            let acknowledged = played.lock().unwrap().clone();
            plays::check(&acknowledged, &Look::at(&site.base).await);
        }
        stop.send_replace(true);
    };
    let playing = casts
        .into_iter()
        .map(|cast| plays::play(cast, played.clone(), stopped.clone()));
    let playing: Vec<_> = playing.map(tokio::spawn).collect();
    tokio::join!(
        write(
            lea.clone(),
            "Léa",
            thread.clone(),
            ledger.clone(),
            stopped.clone()
        ),
        write(brun, "Brun", thread.clone(), ledger.clone(), stopped.clone()),
        show_interest(people.clone(), missions, seed, ledger.clone(), stopped.clone()),
        sign_up(listen, ledger.clone(), stopped),
        killing,
    );
    for play in playing {
        play.await.unwrap();
    }

    assert_eq!(site.settled().await, 0, "no job is given up");
    let done = std::mem::take(&mut *ledger.lock().unwrap());
    let played = std::mem::take(&mut *played.lock().unwrap());
    let concluded = played.iter().filter(|(_, state)| *state == "concluded").count();
    println!(
        "{engine:?}: {} messages, {} interests, {} sign-ups, {} steps of candidacies, {concluded} conclusions \
         acknowledged over {kills} kills",
        done.messages.len(),
        done.interests.len(),
        done.sign_ups.len(),
        played.len(),
    );
    // How many it is, the machine decides; none would show nothing.
    let fewest = 2;
    assert!(done.messages.len() > fewest && done.interests.len() > fewest && done.sign_ups.len() > 1);
    assert!(played.len() > fewest && concluded > 1);

    let said = whole_thread(&lea, &thread).await;
    let wrong: Vec<_> = done
        .messages
        .iter()
        .map(|text| (text, said.matches(text).count()))
        .filter(|(_, times)| *times != 1)
        .collect();
    assert!(
        wrong.is_empty(),
        "messages are missing, or written twice: {wrong:?}"
    );

    let mut shown: HashMap<usize, usize> = HashMap::new();
    for (number, who) in &people {
        let mine = missions_on(&who.read("/my-missions").await.unwrap().text());
        for (_, mission) in done.interests.iter().filter(|(by, _)| by == number) {
            assert!(
                mine.contains(mission),
                "the interest of {number} in {mission} is missing"
            );
        }
        shown.insert(*number, mine.len());
    }
    site.stop().await;

    let letters = letters(&site.mail());
    assert!(letters.len() > before);
    for (number, interests) in shown {
        let to = format!("freelance{number}@jem.example");
        let receipts = letters.iter().filter(|letter| letter.to.contains(&to)).count();
        assert_eq!(
            receipts, interests,
            "letters to {to}: one receipt for each interest"
        );
    }
    for email in &done.sign_ups {
        assert!(
            letters.iter().any(|letter| letter.to.contains(email)),
            "no letter to {email}"
        );
    }
    let look = Look::at(&site.base).await;
    plays::check(&played, &look);
    plays::check_letters(&look, &companies, &letters);
}

#[test]
fn a_server_killed_under_load_loses_nothing_it_acknowledged_on_sqlite() {
    testing::run(story(Engine::Sqlite, 20));
}

#[test]
fn a_server_killed_under_load_loses_nothing_it_acknowledged_on_postgres() {
    testing::run(story(Engine::Postgres, 8));
}

/// The thread among these in which somebody may write freely.
async fn free_thread(who: &Browser, threads: Vec<String>) -> String {
    for thread in threads {
        for _ in 0..2 {
            if !is_done(&who.post(&thread, &[("text", "Bonjour.")]).await.unwrap()) {
                break;
            }
            if is_done(&who.post(&thread, &[("text", "Encore une chose.")]).await.unwrap()) {
                return thread;
            }
        }
    }
    panic!("no conversation to write in freely")
}

/// All that was said, over all pages of the thread.
async fn whole_thread(who: &Browser, thread: &str) -> String {
    let mut said = String::new();
    let mut next = Some(thread.to_owned());
    while let Some(path) = next.take() {
        let page = who.read(&path).await.unwrap().text();
        let older = page.split(&format!("href=\"{thread}?before=")).nth(1);
        next = older
            .and_then(|rest| rest.split('"').next())
            .map(|place| format!("{thread}?before={place}"));
        // The list beside the thread shows the last words again.
        let log = page
            .split("role=\"log\"")
            .nth(1)
            .and_then(|rest| rest.split("</section>").next());
        said.push_str(log.expect("a log"));
    }
    said
}
