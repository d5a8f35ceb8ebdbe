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

use crate::{Beside, Category, CompanyId, FreelanceCard, FreelanceId, PlantedCompany, PlantedFreelance};

/// What stands beside a profile in these tests: nothing but a mark.
struct Mark;

#[derive(askama::Template)]
#[template(source = "<p id=\"beside\"></p>", ext = "html")]
struct MarkTemplate;

#[async_trait]
impl Beside for Mark {
    async fn beside(&self, _: &Page, _: &FreelanceCard) -> Result<Html, Problem> {
        Html::of(&MarkTemplate)
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
            freelance(
                &self.lea,
                "UX designer",
                "ch-vd-lausanne",
                Category::Data,
                &UX,
                950,
            ),
            freelance(
                &self.jonas,
                "Ingénieur en données",
                "ch-zh-zurich",
                Category::Data,
                &DATA,
                1200,
            ),
            freelance(
                &self.nadia,
                "Juriste",
                "ch-ge-geneve",
                Category::Legal,
                &["nLPD"],
                1100,
            ),
        ] {
            crate::plant_freelance(self.app(), &tx, planted).await.unwrap();
        }
        let company = PlantedCompany {
            id: CompanyId(self.brun.account),
            presentation: "Nous dessinons des meubles.".to_owned(),
            place: place("ch-vd-lausanne"),
            sector: "Artisanat".to_owned(),
            website: "https://brun.example".to_owned(),
            logo: None,
        };
        crate::plant_company(self.app(), &tx, company).await.unwrap();
        tx.commit().await.unwrap();
    }
}

const UX: [&str; 6] = [
    "UX design",
    "Figma",
    "Recherche utilisateur",
    "Design system",
    "Accessibilité",
    "Animation d’ateliers",
];
const DATA: [&str; 3] = ["Python", "SQL", "Airflow"];

pub(crate) fn place(key: &str) -> &'static swiss::Place {
    swiss::places::by_key(key).expect("a place")
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
    }
}
