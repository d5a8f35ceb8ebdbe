//! The standing cast: the people every demo has, whom tests and tours rely on.

use app::App;
use certification::{
    Ground, Permit, Planted, Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use chrono::{NaiveTime, TimeDelta};
use db::Timestamp;
use missions::{MissionId, MissionState};
use profiles::{CompanyId, FreelanceId, PlantedFreelance};
use rand::{SeedableRng, rngs::StdRng};
use selection::PlantedMove::{Apply, Choose, CompanyInterest, FreelanceInterest};
use swiss::{Place, places};
use uuid::{Uuid, uuid};

use super::{
    PASSWORD,
    content::{TRADES, Trade},
    crowd, drawings,
};

/// Addresses and who they are, as `jem demo` prints them.
pub const ACCOUNTS: [(&str, &str); 8] = [
    ("lea@jem.example", "freelance certifiée, UX designer, Lausanne"),
    (
        "jonas@jem.example",
        "freelance certifié, ingénieur en données, Zürich",
    ),
    ("nadia@jem.example", "freelance, documents en cours d’examen"),
    ("paul@jem.example", "freelance, refusé avec un motif"),
    ("brun@jem.example", "entreprise certifiée Atelier Brun"),
    ("colibri@jem.example", "entreprise certifiée, une mission conclue"),
    ("neuve@jem.example", "entreprise en attente de certification"),
    ("mara@jem.example", "équipe JEM"),
];

/// Léa’s account.
pub const LEA: Uuid = uuid!("00000000-0000-7000-8000-0000000001ea");
/// Jonas’s account.
pub const JONAS: Uuid = uuid!("00000000-0000-7000-8000-000000010a05");
/// Nadia’s account.
pub const NADIA: Uuid = uuid!("00000000-0000-7000-8000-00000000ad1a");
const PAUL: Uuid = uuid!("00000000-0000-7000-8000-0000000ba001");
/// Atelier Brun’s account.
pub const BRUN: Uuid = uuid!("00000000-0000-7000-8000-00000000b0e1");
/// Transports Colibri’s account.
pub const COLIBRI: Uuid = uuid!("00000000-0000-7000-8000-00000c011b01");
/// Maison Neuve’s account.
pub const NEUVE: Uuid = uuid!("00000000-0000-7000-8000-00000000e0fe");
/// Mara’s account.
pub const MARA: Uuid = uuid!("00000000-0000-7000-8000-00000000a0aa");

/// Makes the cast, its missions, candidacies and messages.
///
/// # Errors
/// When the base or the file storage refuses.
pub async fn plant(app: &App) -> anyhow::Result<()> {
    let mut dice = StdRng::seed_from_u64(7);
    let history = History { app, now: app.now() };
    people(app, &history, &mut dice).await?;
    let missions = missions_of(app, &history, &mut dice).await?;
    candidacies(app, &history, &missions).await
}

/// Moves the house's clock back to when something is said to have happened. It runs on in the end.
struct History<'a> {
    app: &'a App,
    now: Timestamp,
}

impl History<'_> {
    /// So many days ago, in the morning.
    fn days_ago(&self, days: i64) {
        let midnight = self.now.date_naive().and_time(NaiveTime::MIN).and_utc();
        let morning = TimeDelta::hours(8) + TimeDelta::minutes(37);
        let moment = midnight - TimeDelta::days(days) + morning;
        self.app.clock().set(Some(moment));
    }
}

impl Drop for History<'_> {
    fn drop(&mut self) {
        self.app.clock().set(None);
    }
}

async fn people(app: &App, history: &History<'_>, dice: &mut StdRng) -> anyhow::Result<()> {
    let logos = [
        app.files().put(&drawings::logo(46)?).await?,
        app.files().put(&drawings::logo(41)?).await?,
    ];
    let documents = [
        drawings::specimen("permis-c.png")?,
        drawings::specimen("attestation-de-domicile.png")?,
    ];
    let documents = [
        (app.files().put(&documents[0]).await?, &documents[0]),
        (app.files().put(&documents[1]).await?, &documents[1]),
    ];
    history.days_ago(40);
    let tx = app.begin().await?;
    for (account, role, email) in [
        (LEA, FREELANCE, 0),
        (JONAS, FREELANCE, 1),
        (NADIA, FREELANCE, 2),
        (PAUL, FREELANCE, 3),
        (BRUN, COMPANY, 4),
        (COLIBRI, COMPANY, 5),
        (NEUVE, COMPANY, 6),
        (MARA, STAFF, 7),
    ] {
        accounts::plant(app, &tx, account, role, ACCOUNTS[email].0, PASSWORD).await?;
    }
    for (account, first, last, town, trade, them, years) in [
        (LEA, "Léa", "Rochat", "Lausanne", 0, 0, 9),
        (JONAS, "Jonas", "Keller", "Zürich", 1, 1, 7),
    ] {
        let town = place(town)?;
        let dossier = Planted {
            place: town.key().to_owned(),
            ..Planted::freelance(account, first, last, Standing::Certified)
        };
        certification::plant(app, &tx, dossier).await?;
        let profile = PlantedFreelance {
            years: Some(years),
            ..crowd::freelance_profile(dice, FreelanceId(account), &TRADES[trade], them, town)
        };
        profiles::plant_freelance(app, &tx, profile).await?;
    }
    for (account, name, town, number, logo) in [
        (BRUN, "Atelier Brun", "Lausanne", 15, 0),
        (COLIBRI, "Transports Colibri", "Basel", 3, 1),
    ] {
        let town = place(town)?;
        certification::plant(app, &tx, crowd::company_dossier(dice, account, name, town)).await?;
        profiles::plant_company(
            app,
            &tx,
            crowd::company_profile(CompanyId(account), name, number, town, Some(logos[logo])),
        )
        .await?;
    }
    history.days_ago(4);
    let refused = Planted {
        ground: Some(Ground::Documents),
        message:
            "Le verso de votre permis manque. Merci d’envoyer le recto et le verso dans un seul fichier."
                .to_owned(),
        ..Planted::freelance(PAUL, "Paul", "Mercier", Standing::Refused)
    };
    certification::plant(app, &tx, refused).await?;
    history.days_ago(2);
    let in_review = Planted {
        permit: Some(Permit::C),
        ..Planted::freelance(NADIA, "Nadia", "Benali", Standing::InReview)
    };
    certification::plant(app, &tx, in_review).await?;
    certification::plant_documents(app, &tx, NADIA, documents).await?;
    history.days_ago(1);
    let waiting = Planted {
        standing: Standing::InReview,
        ..crowd::company_dossier(dice, NEUVE, "Maison Neuve", place("Genève")?)
    };
    certification::plant(app, &tx, waiting).await?;
    tx.commit().await?;
    Ok(())
}

fn place(name: &str) -> anyhow::Result<&'static Place> {
    places::exact(name).ok_or_else(|| anyhow::anyhow!("{name} is not in the list of places"))
}

/// The cast's missions, in the order they were published.
struct Missions {
    portal: MissionId,
    audit: MissionId,
    warehouse: MissionId,
    concluded: MissionId,
}

async fn missions_of(app: &App, history: &History<'_>, dice: &mut StdRng) -> anyhow::Result<Missions> {
    history.days_ago(40);
    let tx = app.begin().await?;
    let mut write = async |trade: &Trade,
                           title: &str,
                           company: Uuid,
                           town: &str,
                           state: MissionState,
                           days: i64|
           -> anyhow::Result<MissionId> {
        let published = (state != MissionState::Draft).then(|| history.now - TimeDelta::days(days));
        let mission = crowd::written(
            dice,
            trade,
            title,
            CompanyId(company),
            place(town)?,
            state,
            published,
        );
        let id = mission.id;
        missions::plant(app, &tx, mission).await?;
        Ok(id)
    };
    let written = Missions {
        portal: write(
            &TRADES[0],
            "Refonte de l’espace client en ligne",
            BRUN,
            "Lausanne",
            MissionState::Open,
            12,
        )
        .await?,
        audit: write(
            &TRADES[0],
            "Audit d’accessibilité du site de l’atelier",
            BRUN,
            "Lausanne",
            MissionState::Open,
            5,
        )
        .await?,
        warehouse: write(
            &TRADES[1],
            "Entrepôt de données pour l’atelier",
            BRUN,
            "Lausanne",
            MissionState::Open,
            2,
        )
        .await?,
        concluded: write(
            &TRADES[1],
            "Qualité des données d’un registre clients",
            COLIBRI,
            "Basel",
            MissionState::Open,
            30,
        )
        .await?,
    };
    write(
        &TRADES[7],
        "Catalogue de la collection d’hiver",
        BRUN,
        "Lausanne",
        MissionState::Draft,
        0,
    )
    .await?;
    tx.commit().await?;
    Ok(written)
}

async fn candidacies(app: &App, history: &History<'_>, missions: &Missions) -> anyhow::Result<()> {
    let (lea, jonas) = (FreelanceId(LEA), FreelanceId(JONAS));
    let tx = app.begin().await?;
    let moves = async |days, mission, freelance, one| {
        history.days_ago(days);
        selection::plant(app, &tx, mission, freelance, &[one]).await
    };
    moves(25, missions.concluded, jonas, FreelanceInterest).await?;
    moves(23, missions.concluded, jonas, CompanyInterest).await?;
    moves(11, missions.portal, lea, CompanyInterest).await?;
    let talk = moves(10, missions.portal, lea, FreelanceInterest).await?;
    moves(9, missions.concluded, jonas, Apply).await?;
    moves(8, missions.concluded, jonas, Choose).await?;
    moves(2, missions.audit, lea, CompanyInterest).await?;
    moves(1, missions.warehouse, jonas, FreelanceInterest).await?;
    let talk = messaging::ConversationId(talk.0);
    for (days, minutes, author, text) in [
        (
            9,
            12,
            BRUN,
            "Bonjour Léa, merci d’avoir accepté. Nous aimerions commencer par les entretiens avec les clients. Cela vous conviendrait-il ?",
        ),
        (
            9,
            95,
            LEA,
            "Bonjour, oui, c’est l’ordre que je vous aurais proposé. Douze entretiens suffisent, sur deux semaines.",
        ),
        (1, 24, BRUN, "Très clair. Quand pourriez-vous commencer ?"),
    ] {
        history.days_ago(days);
        app.clock().advance(TimeDelta::minutes(minutes));
        messaging::plant_message(app, &tx, talk, author, text).await?;
    }
    tx.commit().await?;
    Ok(())
}
