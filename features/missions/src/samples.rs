//! The standing cast of this room's tests: freelances, companies, staff, and a slot that lets chosen
//! freelances in.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::{Arc, Mutex};

use app::App;
use async_trait::async_trait;
use axum::response::IntoResponse;
use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use db::Engine;
use files::FileId;
use profiles::{Category, CompanyId, FreelanceId, PlantedCompany, PlantedFreelance};
use testing::{Client, House, Setup, person};
use uuid::Uuid;
use web::{Html, Member, Page, Problem};

use crate::{
    Beside, Candidacies, Facts, MissionCard, MissionId, MissionState, PlantedMission, Workplace,
    store::Mission,
};

/// Stands for the room of candidacies: it admits whoever a test names.
#[derive(Default)]
pub(crate) struct Gate(Mutex<Vec<(MissionId, FreelanceId)>>);

#[async_trait]
impl Candidacies for Gate {
    async fn beside(&self, _: &Page, _: &MissionCard) -> Result<Beside, Problem> {
        Ok(Beside {
            panel: Html::empty(),
            asks: Some("Répondre"),
        })
    }
    async fn admits(&self, _: &App, mission: &MissionCard, freelance: FreelanceId) -> Result<bool, Problem> {
        Ok(self.0.lock().unwrap().contains(&(mission.id, freelance)))
    }
}

/// What a home page shows: how many missions ask for one of these skills, and the best two.
async fn suited(page: Page) -> web::Answer {
    let skills: Vec<(String, String)> = serde_html_form::from_str(page.query()).expect("skills");
    let skills: Vec<String> = skills.into_iter().map(|(_, skill)| skill).collect();
    let suited = crate::suited(&page, &skills, &[], 2)?;
    let list = suited.list.unwrap_or_else(Html::empty);
    Ok(format!("<p>{} en tout</p>{list}", suited.total).into_response())
}

/// The house with its people.
pub(crate) struct Stage {
    pub house: House,
    gate: Arc<Gate>,
    pub lea: Member,
    pub jonas: Member,
    /// Not certified.
    pub nadia: Member,
    pub brun: Member,
    pub colibri: Member,
    /// Not certified.
    pub neuve: Member,
    pub mara: Member,
}

/// Brun's logo.
pub(crate) const LOGO: FileId = FileId(Uuid::from_u128(0x1060));
pub(crate) const TITLE: &str = "Refonte de l’espace client";

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let gate = Arc::new(Gate::default());
        let migrations = [
            certification::migrations(),
            profiles::migrations(),
            crate::migrations(),
        ];
        let setup = Setup {
            routes: crate::routes(gate.clone()).get("/suited", web::ANYONE, suited),
            migrations: migrations.into_iter().flatten().collect(),
            shelves: crate::SHELVES,
            feeds: crate::feeds(),
            ..Setup::default()
        };
        let stage = Stage {
            house: House::build(engine, setup).await,
            gate,
            lea: person(FREELANCE, true, "Léa"),
            jonas: person(FREELANCE, true, "Jonas"),
            nadia: person(FREELANCE, false, "Nadia"),
            brun: person(COMPANY, true, "Brun"),
            colibri: person(COMPANY, true, "Colibri"),
            neuve: person(COMPANY, false, "Neuve"),
            mara: person(STAFF, true, "Mara"),
        };
        stage.hand_in().await;
        stage.write_company(&stage.brun, "Menuiserie", LOGO).await;
        stage
    }

    pub(crate) fn app(&self) -> &App {
        &self.house.app
    }

    async fn hand_in(&self) {
        let tx = self.app().begin().await.unwrap();
        for (member, name, uid, standing) in [
            (&self.brun, "Atelier Brun", "CHE-116.281.710", Standing::Certified),
            (
                &self.colibri,
                "Transports Colibri",
                "CHE-105.805.081",
                Standing::Certified,
            ),
            (&self.neuve, "Neuve", "CHE-106.831.974", Standing::InReview),
        ] {
            let uid = swiss::Uid::parse(uid).expect("a number");
            let planted = Planted::company(member.account, name, uid, standing);
            certification::plant(self.app(), &tx, planted).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// Gives a company a complete profile.
    pub(crate) async fn write_company(&self, member: &Member, sector: &str, logo: FileId) {
        let profile = PlantedCompany {
            id: CompanyId(member.account),
            presentation: "Nous menuisons depuis trois générations.".to_owned(),
            street: "Rue du Rabot 4".to_owned(),
            place: swiss::places::exact("1003 Lausanne").expect("a place"),
            sector: sector.to_owned(),
            website: "https://brun.example".to_owned(),
            contact_role: "Maître menuisier".to_owned(),
            logo: Some(logo),
        };
        let tx = self.app().begin().await.unwrap();
        profiles::plant_company(self.app(), &tx, profile).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Writes events down, as if something had happened.
    pub(crate) async fn record<E: db::journal::Event>(&self, event: E) {
        let tx = self.app().begin().await.unwrap();
        self.app().record(&tx, &event).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Puts the shelves in order after planting, and does what is due.
    pub(crate) async fn shelve(&self) {
        for feed in crate::feeds() {
            (feed.rebuild)(self.app().clone()).await.unwrap();
        }
        self.house.settle().await;
    }

    /// The keys on a shelf.
    pub(crate) fn shelved(&self, shelf: &str) -> Vec<MissionId> {
        let query = search::Query {
            limit: 100,
            ..search::Query::default()
        };
        let found = self.app().library().search(shelf, &query).unwrap();
        let mut ids: Vec<_> = found.hits.iter().map(|hit| MissionId(hit.id)).collect();
        ids.sort_unstable();
        ids
    }

    /// Everybody who may look but not see: visitor, uncertified freelance, other companies.
    pub(crate) fn onlookers(&self) -> Vec<(&'static str, Client)> {
        vec![
            ("a visitor", self.house.visitor()),
            ("an uncertified freelance", self.house.member(&self.nadia)),
            ("an uncertified company", self.house.member(&self.neuve)),
            ("another company", self.house.member(&self.colibri)),
        ]
    }

    /// Lets a freelance open a mission that is not in the search.
    pub(crate) fn admit(&self, mission: MissionId, freelance: &Member) {
        let pair = (mission, FreelanceId(freelance.account));
        self.gate.0.lock().unwrap().push(pair);
    }

    /// Gives a freelance a profile with these skills.
    pub(crate) async fn write_profile(&self, member: &Member, skills: &[&str]) {
        let tx = self.app().begin().await.unwrap();
        let dossier = Planted::freelance(member.account, "Léa", "Rochat", Standing::Certified);
        certification::plant(self.app(), &tx, dossier).await.unwrap();
        let profile = PlantedFreelance {
            id: FreelanceId(member.account),
            headline: "Ingénieure".to_owned(),
            description: String::new(),
            place: swiss::places::by_key("ch-vd-lausanne").expect("a place"),
            categories: vec![Category::Data],
            skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
            day_rate: 1000,
            years: None,
        };
        profiles::plant_freelance(self.app(), &tx, profile).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn plant(&self, planted: PlantedMission) -> MissionId {
        let id = planted.id;
        let tx = self.app().begin().await.unwrap();
        crate::plant(self.app(), &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn mission(&self, id: MissionId) -> Mission {
        let found = crate::store::mission(self.app().db().read(), id).await;
        found.unwrap().expect("a mission")
    }

    /// How many events of this name there are.
    pub(crate) async fn events(&self, name: &str) -> usize {
        let all = db::journal::all(self.app().db().read(), name).await;
        all.unwrap().len()
    }
}

/// The `n`th mission of a company, complete, in this state; tests change what they are about.
pub(crate) fn sample(n: u128, company: &Member, state: MissionState) -> PlantedMission {
    let published: db::Timestamp = "2026-06-08T08:00:00Z".parse().expect("a time");
    PlantedMission {
        id: MissionId(Uuid::from_u128(n)),
        company: CompanyId(company.account),
        state,
        title: TITLE.to_owned(),
        description: "Nous repensons notre espace client de bout en bout, avec une équipe de huit."
            .to_owned(),
        categories: vec![Category::Data],
        skills: vec!["UX design".to_owned(), "Figma".to_owned()],
        place: swiss::places::by_key("ch-vd-lausanne"),
        facts: Facts {
            workplace: Some(Workplace::Hybrid),
            months: Some(6),
            activity: Some(80),
            start: None,
        },
        experience_years: 3,
        payroll: true,
        day_rate: Some(950),
        published_at: (state != MissionState::Draft).then_some(published),
    }
}
