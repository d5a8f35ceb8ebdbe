//! The made-up crowd: the same people, firms and missions at every run, as many as wanted.

use app::App;
use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE},
};
use chrono::TimeDelta;
use db::{Key, Timestamp};
use missions::{Facts, MissionId, MissionState, PlantedMission, Workplace};
use profiles::{CompanyId, FreelanceId, PlantedCompany, PlantedFreelance};
use rand::{Rng, RngExt, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use swiss::{Place, Uid, places};
use uuid::Uuid;

use super::{
    PASSWORD, Size,
    content::{
        CLOSINGS, FIRM_HEAD, FIRM_SELF, FIRM_TAIL, FIRST, LAST, OPENINGS, SECTORS, SELF, TOWNS, TRADES, Trade,
    },
    drawings,
};

/// Rows written in one transaction.
const BATCH: usize = 250;

/// Makes up freelances, companies and missions.
///
/// # Errors
/// When the base or the file storage refuses.
pub async fn plant(app: &App, size: Size) -> anyhow::Result<()> {
    let mut dice = StdRng::seed_from_u64(2026);
    let towns: Vec<&'static Place> = TOWNS.iter().filter_map(|town| places::exact(town)).collect();
    let companies: Vec<CompanyId> = (0..(size.missions / 6).clamp(4, 2_000))
        .map(|_| key(&mut dice))
        .collect();
    for (chunk, ids) in companies.chunks(BATCH).enumerate() {
        plant_companies(app, &mut dice, &towns, chunk * BATCH, ids).await?;
    }
    let mut left = size.freelances;
    while left > 0 {
        let now = left.min(BATCH);
        plant_freelances(app, &mut dice, &towns, size.freelances - left, now).await?;
        left -= now;
    }
    let mut left = size.missions;
    while left > 0 {
        let now = left.min(BATCH);
        let tx = app.begin().await?;
        for n in size.missions - left..size.missions - left + now {
            let company = *companies.choose(&mut dice).unwrap_or(&companies[0]);
            missions::plant(app, &tx, mission(&mut dice, n, &towns, company, app.now())).await?;
        }
        tx.commit().await?;
        left -= now;
    }
    Ok(())
}

/// A key that is the same at every run.
fn key<K: Key>(dice: &mut StdRng) -> K {
    let mut bytes = [0; 16];
    dice.fill_bytes(&mut bytes);
    K::of(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

async fn plant_companies(
    app: &App,
    dice: &mut StdRng,
    towns: &[&'static Place],
    from: usize,
    ids: &[CompanyId],
) -> anyhow::Result<()> {
    // Files first: no transaction waits for them. The first firms have a logo, as in life.
    let mut logos = Vec::new();
    for n in from..(from + ids.len()).min(48) {
        logos.push(app.files().put(&drawings::logo(n)?).await?);
    }
    let tx = app.begin().await?;
    for (n, id) in ids.iter().enumerate() {
        let number = from + n;
        let name = firm(number);
        let town = pick(dice, towns);
        accounts::plant(
            app,
            &tx,
            id.0,
            COMPANY,
            &format!("entreprise{number}@jem.example"),
            PASSWORD,
        )
        .await?;
        certification::plant(app, &tx, company_dossier(dice, id.0, &name, town)).await?;
        profiles::plant_company(
            app,
            &tx,
            company_profile(*id, &name, number, town, logos.get(n).copied()),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The name of the `n`th firm.
fn firm(n: usize) -> String {
    let (head, tail) = (
        FIRM_HEAD[n % FIRM_HEAD.len()],
        FIRM_TAIL[(n * 7 + n / FIRM_HEAD.len()) % FIRM_TAIL.len()],
    );
    match n / (FIRM_HEAD.len() * FIRM_TAIL.len()) {
        0 => format!("{head} {tail}"),
        again => format!("{head} {tail} {}", again + 1),
    }
}

/// A certified company's dossier.
pub fn company_dossier(dice: &mut StdRng, account: Uuid, name: &str, town: &Place) -> Planted {
    Planted {
        place: town.key().to_owned(),
        ..Planted::company(account, name, registration_number(dice), Standing::Certified)
    }
}

/// What a made-up company says of itself.
pub fn company_profile(
    id: CompanyId,
    name: &str,
    number: usize,
    town: &'static Place,
    logo: Option<files::FileId>,
) -> PlantedCompany {
    let sector = SECTORS[number % SECTORS.len()];
    PlantedCompany {
        id,
        presentation: format!(
            "{name} emploie {} personnes à {}. {}",
            12 + number * 17 % 90,
            town.name,
            FIRM_SELF[number % FIRM_SELF.len()],
        ),
        // Every town here has one.
        street: match town.canton.map(swiss::Canton::region) {
            Some(swiss::Region::German) => format!("Bahnhofstrasse {}", 1 + number % 90),
            Some(swiss::Region::Italian) => format!("Via Stazione {}", 1 + number % 30),
            Some(swiss::Region::French) | None => format!("Rue de la Gare {}", 1 + number % 60),
        },
        place: town,
        sector: sector.to_owned(),
        website: String::new(),
        contact_role: "Responsable du personnel".to_owned(),
        logo,
    }
}

async fn plant_freelances(
    app: &App,
    dice: &mut StdRng,
    towns: &[&'static Place],
    from: usize,
    how_many: usize,
) -> anyhow::Result<()> {
    let tx = app.begin().await?;
    for n in from..from + how_many {
        let id: FreelanceId = key(dice);
        // Everybody in turn: her, him.
        let (pair, them) = (n / 2, n % 2);
        let (first, last) = (
            FIRST[pair % FIRST.len()][them],
            LAST[(n * 11 + n / LAST.len()) % LAST.len()],
        );
        let town = pick(dice, towns);
        let trade = &TRADES[dice.random_range(0..TRADES.len())];
        accounts::plant(
            app,
            &tx,
            id.0,
            FREELANCE,
            &format!("freelance{n}@jem.example"),
            PASSWORD,
        )
        .await?;
        let dossier = Planted {
            place: town.key().to_owned(),
            ..Planted::freelance(id.0, first, last, Standing::Certified)
        };
        certification::plant(app, &tx, dossier).await?;
        profiles::plant_freelance(app, &tx, freelance_profile(dice, id, trade, them, town)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What a made-up freelance of a trade says of themselves; `them` tells which form of the headline is theirs.
pub fn freelance_profile(
    dice: &mut StdRng,
    id: FreelanceId,
    trade: &Trade,
    them: usize,
    town: &'static Place,
) -> PlantedFreelance {
    let said = SELF[dice.random_range(0..SELF.len())];
    PlantedFreelance {
        id,
        headline: trade.headline[them].to_owned(),
        description: format!("{said}\n\n{}", trade.practice),
        place: town,
        categories: vec![trade.category],
        skills: trade.skills.iter().map(|skill| (*skill).to_owned()).collect(),
        day_rate: dice.random_range(12..=26) * 50,
        years: None,
    }
}

/// The `n`th mission: every trade in turn, and no title twice before all were used.
fn mission(
    dice: &mut StdRng,
    n: usize,
    towns: &[&'static Place],
    company: CompanyId,
    now: Timestamp,
) -> PlantedMission {
    let trade = &TRADES[n % TRADES.len()];
    let title = trade.missions[n / TRADES.len() % trade.missions.len()];
    let published = now - TimeDelta::minutes(dice.random_range(30..90 * 24 * 60));
    let town = pick(dice, towns);
    written(
        dice,
        trade,
        title,
        company,
        town,
        MissionState::Open,
        Some(published),
    )
}

/// A mission of a trade.
pub fn written(
    dice: &mut StdRng,
    trade: &Trade,
    title: &str,
    company: CompanyId,
    town: &'static Place,
    state: MissionState,
    published_at: Option<Timestamp>,
) -> PlantedMission {
    let opening = OPENINGS[dice.random_range(0..OPENINGS.len())];
    let closing = CLOSINGS[dice.random_range(0..CLOSINGS.len())];
    let workplace = [
        Workplace::OnSite,
        Workplace::Hybrid,
        Workplace::Hybrid,
        Workplace::Remote,
    ][dice.random_range(0..4)];
    let start = published_at
        .filter(|_| dice.random_bool(0.7))
        .map(|at| (at + TimeDelta::days(dice.random_range(20..120))).date_naive());
    let asked = 3 + dice.random_range(0..4);
    PlantedMission {
        id: key::<MissionId>(dice),
        company,
        state,
        title: title.to_owned(),
        description: format!("{opening}\n\n{} {closing}", trade.work),
        categories: vec![trade.category],
        skills: trade
            .skills
            .iter()
            .take(asked)
            .map(|skill| (*skill).to_owned())
            .collect(),
        place: Some(town),
        facts: Facts {
            workplace: Some(workplace),
            months: Some(dice.random_range(1..=12)),
            activity: Some(dice.random_range(4..=10) * 10),
            start,
        },
        experience_years: dice.random_range(0..=12),
        payroll: dice.random_bool(0.4),
        day_rate: dice.random_bool(0.9).then(|| dice.random_range(12..=26) * 50),
        published_at,
    }
}

/// A registration number that passes its check and belongs, as far as we know, to nobody.
fn registration_number(dice: &mut StdRng) -> Uid {
    loop {
        let digits = dice.random_range(40_000_000..99_999_999_u32);
        if let Some(uid) = (0..10).find_map(|check| Uid::parse(&format!("CHE{digits}{check}")).ok()) {
            return uid;
        }
    }
}

fn pick<T: Copy>(dice: &mut StdRng, all: &[T]) -> T {
    all[dice.random_range(0..all.len())]
}
