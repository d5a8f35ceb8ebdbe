//! The standing cast of this room's tests: freelances and companies, certified and not, and staff.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use app::App;
use async_trait::async_trait;
use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use db::Engine;
use testing::{House, Setup, person};
use web::{Html, Member, Page, Problem};

use crate::{
    Beside, Category, CompanyId, FreelanceCard, FreelanceId, Panel, PlantedCompany, PlantedFreelance,
    events::FreelanceChanged,
};

/// What stands beside a profile in these tests: nothing but a mark.
struct Mark;

#[derive(askama::Template)]
#[template(source = "<p id=\"beside\"></p>", ext = "html")]
struct MarkTemplate;

#[async_trait]
impl Beside for Mark {
    async fn beside(&self, _: &Page, _: &FreelanceCard) -> Result<Panel, Problem> {
        Ok(Panel {
            html: Html::of(&MarkTemplate)?,
            asks: false,
        })
    }
}

/// The house with its people.
pub(crate) struct Stage {
    pub house: House,
    /// Certified, UX designer in Lausanne.
    pub lea: Member,
    /// Certified, data engineer in Zürich.
    pub jonas: Member,
    /// Not certified, with a profile.
    pub nadia: Member,
    /// Has neither declared nor written anything.
    pub paul: Member,
    /// Certified, with a profile.
    pub brun: Member,
    /// Not certified.
    pub neuve: Member,
    pub mara: Member,
}

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let setup = Setup {
            routes: crate::routes(Arc::new(Mark)),
            migrations: [certification::migrations(), crate::migrations()]
                .into_iter()
                .flatten()
                .collect(),
            reactions: crate::reactions(),
            shelves: crate::SHELVES,
            feeds: crate::feeds(),
            ..Setup::default()
        };
        let stage = Stage {
            house: House::build(engine, setup).await,
            lea: person(FREELANCE, true, "Léa"),
            jonas: person(FREELANCE, true, "Jonas"),
            nadia: person(FREELANCE, false, "Nadia"),
            paul: person(FREELANCE, false, "Paul"),
            brun: person(COMPANY, true, "Brun"),
            neuve: person(COMPANY, false, "Neuve"),
            mara: person(STAFF, true, "Mara"),
        };
        stage.certify().await;
        stage.write().await;
        for member in [&stage.lea, &stage.jonas, &stage.nadia] {
            stage.record_change(member).await;
        }
        stage.house.settle().await;
        stage
    }

    pub(crate) fn app(&self) -> &App {
        &self.house.app
    }

    async fn certify(&self) {
        let tx = self.app().begin().await.unwrap();
        for (member, first, last, standing) in [
            (&self.lea, "Léa", "Rochat", Standing::Certified),
            (&self.jonas, "Jonas", "Meier", Standing::Certified),
            (&self.nadia, "Nadia", "Ferrari", Standing::InReview),
        ] {
            let planted = Planted::freelance(member.account, first, last, standing);
            certification::plant(self.app(), &tx, planted).await.unwrap();
        }
        for (member, name, uid, standing) in [
            (&self.brun, "Atelier Brun", "CHE-116.281.710", Standing::Certified),
            (&self.neuve, "Maison Neuve", "CHE-106.831.974", Standing::InReview),
        ] {
            let uid = swiss::Uid::parse(uid).expect("a number");
            let planted = Planted::company(member.account, name, uid, standing);
            certification::plant(self.app(), &tx, planted).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn write(&self) {
        let tx = self.app().begin().await.unwrap();
        for planted in [
            PlantedFreelance {
                years: Some(6),
                ..freelance(&self.lea, "UX designer", "Lausanne", Category::Data, &UX, 950)
            },
            PlantedFreelance {
                years: Some(12),
                ..freelance(
                    &self.jonas,
                    "Ingénieur en données",
                    "Zürich",
                    Category::Data,
                    &DATA,
                    1200,
                )
            },
            freelance(&self.nadia, "Juriste", "Genève", Category::Legal, &["nLPD"], 1100),
        ] {
            crate::plant_freelance(self.app(), &tx, planted).await.unwrap();
        }
        let company = PlantedCompany {
            id: CompanyId(self.brun.account),
            presentation: "Nous dessinons des meubles.".to_owned(),
            street: "Rue du Rabot 4".to_owned(),
            place: place("1003 Lausanne"),
            sector: "Artisanat".to_owned(),
            website: "https://brun.example".to_owned(),
            contact_role: String::new(),
            logo: None,
        };
        crate::plant_company(self.app(), &tx, company).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Makes a freelance with a profile and a dossier.
    pub(crate) async fn plant(&self, planted: PlantedFreelance, first: &str, last: &str, standing: Standing) {
        let tx = self.app().begin().await.unwrap();
        let dossier = Planted::freelance(planted.id.0, first, last, standing);
        certification::plant(self.app(), &tx, dossier).await.unwrap();
        crate::plant_freelance(self.app(), &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Makes so many more certified freelances, who can be found.
    pub(crate) async fn crowd(&self, how_many: usize) {
        for n in 0..how_many {
            let member = person(FREELANCE, true, &format!("Somebody {n}"));
            let planted = freelance(&member, "Analyste", "Bern", Category::Data, &["SQL"], 800);
            self.plant(planted, "Alex", "Muster", Standing::Certified).await;
            self.record_change(&member).await;
        }
        self.house.settle().await;
    }

    /// Tells the shelves about a profile.
    pub(crate) async fn announce(&self, member: &Member) {
        self.record_change(member).await;
        self.house.settle().await;
    }

    async fn record_change(&self, member: &Member) {
        let tx = self.app().begin().await.unwrap();
        let changed = FreelanceChanged {
            freelance: FreelanceId(member.account),
        };
        self.app().record(&tx, &changed).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// How many events of this name there are.
    pub(crate) async fn events(&self, name: &str) -> usize {
        db::journal::all(self.app().db().read(), name)
            .await
            .unwrap()
            .len()
    }
}

/// Four blue dots.
pub(crate) const PNG: [u8; 73] = *b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x02\x00\x00\x00\xfd\xd4\x9as\x00\x00\x00\x10IDATx\x9ccPph\x00\x22\x06\x08\x05\x00\x17\x0e\x03\x81\xa1\xb7u\x01\x00\x00\x00\x00IEND\xaeB`\x82";

const UX: [&str; 6] = [
    "UX design",
    "Figma",
    "Recherche utilisateur",
    "Design system",
    "Accessibilité",
    "Animation d’ateliers",
];
const DATA: [&str; 3] = ["Python", "SQL", "Airflow"];

pub(crate) fn place(name: &str) -> &'static swiss::Place {
    swiss::places::exact(name).expect("a place")
}

/// A made-up profile of `member`.
pub(crate) fn freelance(
    member: &Member,
    headline: &str,
    at: &str,
    category: Category,
    skills: &[&str],
    day_rate: i64,
) -> PlantedFreelance {
    PlantedFreelance {
        id: FreelanceId(member.account),
        headline: headline.to_owned(),
        description: format!("{headline}\u{a0}: je travaille avec soin."),
        place: place(at),
        categories: vec![category],
        skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
        day_rate,
        years: None,
    }
}
