//! The house of this room's tests, and what is handed in there.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use chrono::TimeDelta;
use db::Engine;
use files::FileId;
use i18n::Lang;
use missions::{Facts, MissionId, MissionState, PlantedMission, events::Published};
use profiles::{Category, CompanyId, PlantedCompany};
use testing::{House, Setup, person};
use uuid::Uuid;
use web::{Member, Routes};

use crate::{
    store::{self, NewMessage, Received},
    topic::Topic,
};

/// Pages of this room on a base with its tables and those of the rooms it reads.
pub(crate) async fn house(engine: Engine) -> House {
    house_with(engine, crate::routes(crate::Payroll::default())).await
}

/// The same with the pages given.
pub(crate) async fn house_with(engine: Engine, routes: Routes) -> House {
    let migrations = [
        certification::migrations(),
        profiles::migrations(),
        missions::migrations(),
        crate::migrations(),
    ];
    let setup = Setup {
        routes,
        shelves: [profiles::SHELVES, missions::SHELVES].concat().leak(),
        feeds: [profiles::feeds(), missions::feeds()]
            .into_iter()
            .flatten()
            .collect(),
        migrations: migrations.into_iter().flatten().collect(),
        ..Setup::default()
    };
    House::build(engine, setup).await
}

/// Of the staff.
pub(crate) fn mara() -> Member {
    person(STAFF, false, "Mara")
}

/// A certified freelance.
pub(crate) fn lea() -> Member {
    person(FREELANCE, true, "Léa")
}

/// A message that nothing is wrong with.
pub(crate) const GOOD: [(&str, &str); 4] = [
    ("topic", "number"),
    ("name", "Paul Roy"),
    ("email", "paul@firme.test"),
    (
        "message",
        "Notre numéro a changé : CHE-116.281.710 devient autre.",
    ),
];

/// [`GOOD`] but for one field.
pub(crate) fn with<'a>(field: &'a str, value: &'a str) -> [(&'a str, &'a str); 4] {
    GOOD.map(|(name, good)| {
        if name == field {
            (name, value)
        } else {
            (name, good)
        }
    })
}

/// What the box holds, newest first.
pub(crate) async fn kept(house: &House) -> Vec<Received> {
    store::received(house.app.db().read(), None).await.unwrap().items
}

/// Writes past the form and its limits; a minute passes before each.
pub(crate) async fn write(house: &House, messages: impl IntoIterator<Item = String>) {
    for message in messages {
        house.app.clock().advance(TimeDelta::minutes(1));
        let tx = house.app.begin().await.unwrap();
        let new = NewMessage {
            topic: Topic::General,
            name: "Paul Roy".to_owned(),
            email: "paul@firme.test".to_owned(),
            message,
            lang: Lang::En,
            account: None,
        };
        store::keep(&house.app, &tx, &new).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// A certified company with missions of these titles and states, each newer than the one before.
pub(crate) async fn publish(house: &House, missions: &[(u128, &str, MissionState)]) -> FileId {
    let (app, brun) = (&house.app, person(COMPANY, true, "Brun"));
    let (company, logo) = (CompanyId(brun.account), FileId(Uuid::from_u128(99)));
    let tx = app.begin().await.unwrap();
    let uid = swiss::Uid::parse("CHE-116.281.710").unwrap();
    let planted = Planted::company(brun.account, "Atelier Brun", uid, Standing::Certified);
    certification::plant(app, &tx, planted).await.unwrap();
    let profile = PlantedCompany {
        id: company,
        presentation: "Nous concevons des espaces de travail.".to_owned(),
        street: String::new(),
        place: swiss::places::by_key("ch-vd-lausanne").unwrap(),
        sector: "Architecture".to_owned(),
        website: "https://brun.test".to_owned(),
        contact_role: String::new(),
        logo: Some(logo),
    };
    profiles::plant_company(app, &tx, profile).await.unwrap();
    for (key, title, state) in missions {
        app.clock().advance(TimeDelta::minutes(1));
        let mission = PlantedMission {
            id: MissionId(Uuid::from_u128(*key)),
            company,
            state: *state,
            title: (*title).to_owned(),
            description: "Une description que seuls les membres lisent, assez longue pour le formulaire."
                .to_owned(),
            categories: vec![Category::Data],
            skills: vec!["Figma".to_owned()],
            place: swiss::places::by_key("ch-vd-lausanne"),
            facts: Facts::default(),
            experience_years: 3,
            payroll: true,
            day_rate: Some(950),
            published_at: (*state != MissionState::Draft).then(|| app.now()),
        };
        let published = Published {
            mission: mission.id,
            company,
        };
        missions::plant(app, &tx, mission).await.unwrap();
        // Even for a draft: what the shelf shows is the state, not what was said.
        app.record(&tx, &published).await.unwrap();
    }
    tx.commit().await.unwrap();
    house.settle().await;
    logo
}
