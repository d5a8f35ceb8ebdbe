//! The standing cast: the people every demo has, whom tests and tours rely on.

use app::App;
use certification::{
    Ground, Permit, Planted, Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use chrono::TimeDelta;
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
    people(app, &mut dice).await?;
    let missions = missions_of(app, &mut dice).await?;
    candidacies(app, &missions).await
}

async fn people(app: &App, dice: &mut StdRng) -> anyhow::Result<()> {
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
    certification::plant(
        app,
        &tx,
        Planted {
            permit: Some(Permit::C),
            ..Planted::freelance(NADIA, "Nadia", "Benali", Standing::InReview)
        },
    )
    .await?;
    certification::plant_documents(app, &tx, NADIA, documents).await?;
    let refused = Planted {
        ground: Some(Ground::Documents),
        message:
            "Le verso de votre permis manque. Merci d’envoyer le recto et le verso dans un seul fichier."
                .to_owned(),
        ..Planted::freelance(PAUL, "Paul", "Mercier", Standing::Refused)
    };
    certification::plant(app, &tx, refused).await?;
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

async fn missions_of(app: &App, dice: &mut StdRng) -> anyhow::Result<Missions> {
    let now = app.now();
    let tx = app.begin().await?;
    let mut write = async |trade: &Trade,
                           title: &str,
                           company: Uuid,
                           town: &str,
                           state: MissionState,
                           days: i64|
           -> anyhow::Result<MissionId> {
        let published = (state != MissionState::Draft).then(|| now - TimeDelta::days(days));
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

async fn candidacies(app: &App, missions: &Missions) -> anyhow::Result<()> {
    let (lea, jonas) = (FreelanceId(LEA), FreelanceId(JONAS));
    let tx = app.begin().await?;
    let talk = selection::plant(
        app,
        &tx,
        missions.portal,
        lea,
        &[CompanyInterest, FreelanceInterest],
    )
    .await?;
    let talk = messaging::ConversationId(talk.0);
    for (author, text) in [
        (
            BRUN,
            "Bonjour Léa, merci d’avoir accepté. Nous aimerions commencer par les entretiens avec les clients. Cela vous conviendrait-il ?",
        ),
        (
            LEA,
            "Bonjour, oui, c’est l’ordre que je vous aurais proposé. Douze entretiens suffisent, sur deux semaines.",
        ),
        (BRUN, "Très clair. Quand pourriez-vous commencer ?"),
    ] {
        messaging::plant_message(app, &tx, talk, author, text).await?;
    }
    selection::plant(app, &tx, missions.audit, lea, &[CompanyInterest]).await?;
    selection::plant(app, &tx, missions.warehouse, jonas, &[FreelanceInterest]).await?;
    selection::plant(
        app,
        &tx,
        missions.concluded,
        jonas,
        &[FreelanceInterest, CompanyInterest, Apply, Choose],
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
