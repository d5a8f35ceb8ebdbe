//! The standing cast of this room's tests: three freelances, two companies, one open mission.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use app::App;
use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE},
};
use db::Engine;
use missions::{Facts, MissionCard, MissionId, MissionState, PlantedMission, Workplace};
use profiles::{Category, CompanyId, FreelanceId};
use testing::{House, Setup, person};
use uuid::Uuid;
use web::{Member, Routes};

use crate::{CandidacyId, PlantedMove, events::Side, rules::State, store};

/// The house with its people.
pub(crate) struct Stage {
    pub house: House,
    pub lea: Member,
    pub jonas: Member,
    pub noe: Member,
    /// Not certified.
    pub nadia: Member,
    pub brun: Member,
    pub colibri: Member,
    /// Not certified.
    pub neuve: Member,
    /// Brun's, open.
    pub mission: MissionId,
}

pub(crate) const TITLE: &str = "Refonte de l’espace client";

fn routes() -> Routes {
    crate::routes()
        .and(profiles::routes(crate::beside_freelances()))
        .and(missions::routes(crate::beside_missions()))
        .and(messaging::routes(crate::beside_conversations()))
}

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let migrations = [
            certification::migrations(),
            profiles::migrations(),
            missions::migrations(),
            messaging::migrations(),
            crate::migrations(),
        ];
        let setup = Setup {
            routes: routes(),
            migrations: migrations.into_iter().flatten().collect(),
            reactions: crate::reactions(),
            jobs: crate::jobs(),
            shelves: missions::SHELVES,
            feeds: missions::feeds(),
            ..Setup::default()
        };
        let stage = Stage {
            house: House::build(engine, setup).await,
            lea: person(FREELANCE, true, "Léa"),
            jonas: person(FREELANCE, true, "Jonas"),
            noe: person(FREELANCE, true, "Noé"),
            nadia: person(FREELANCE, false, "Nadia"),
            brun: person(COMPANY, true, "Brun"),
            colibri: person(COMPANY, true, "Colibri"),
            neuve: person(COMPANY, false, "Neuve"),
            mission: MissionId(Uuid::from_u128(77)),
        };
        for who in [&stage.lea, &stage.jonas, &stage.noe, &stage.brun, &stage.colibri] {
            stage.stand(who, Standing::Certified).await;
        }
        for who in [&stage.nadia, &stage.neuve] {
            stage.stand(who, Standing::InReview).await;
        }
        stage
            .publish(stage.mission, &stage.brun, MissionState::Open, TITLE)
            .await;
        stage
    }

    fn app(&self) -> &App {
        &self.house.app
    }

    /// Puts somebody's certification where a test needs it.
    pub(crate) async fn stand(&self, who: &Member, standing: Standing) {
        let person = |first, last| Planted::freelance(who.account, first, last, standing);
        let firm = |name, uid| {
            let uid = swiss::Uid::parse(uid).expect("a number");
            Planted::company(who.account, name, uid, standing)
        };
        let planted = match who.name.as_str() {
            "Léa" => person("Léa", "Rochat"),
            "Jonas" => person("Jonas", "Meier"),
            "Noé" => person("Noé", "Granval"),
            "Nadia" => person("Nadia", "Ferrari"),
            "Brun" => firm("Atelier Brun", "CHE-116.281.710"),
            "Colibri" => firm("Transports Colibri", "CHE-105.805.081"),
            "Neuve" => firm("Neuve", "CHE-106.831.974"),
            nobody => unreachable!("{nobody} has no dossier"),
        };
        let tx = self.app().begin().await.unwrap();
        certification::plant(self.app(), &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn publish(&self, id: MissionId, company: &Member, state: MissionState, title: &str) {
        let tx = self.app().begin().await.unwrap();
        let planted = PlantedMission {
            id,
            company: CompanyId(company.account),
            state,
            title: title.to_owned(),
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
            published_at: (state != MissionState::Draft).then(|| self.app().now()),
        };
        missions::plant(self.app(), &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Gives a freelance a profile with these skills, and nothing else of weight.
    pub(crate) async fn write_profile(&self, who: &Member, skills: &[&str]) {
        let tx = self.app().begin().await.unwrap();
        let planted = profiles::PlantedFreelance {
            id: FreelanceId(who.account),
            headline: "UX designer".to_owned(),
            description: String::new(),
            place: swiss::places::by_key("ch-vd-lausanne").unwrap(),
            categories: vec![Category::Data],
            skills: skills.iter().map(|skill| (*skill).to_owned()).collect(),
            day_rate: 700,
            years: Some(9),
        };
        profiles::plant_freelance(self.app(), &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Puts the missions on their shelf, after publishing.
    pub(crate) async fn shelve(&self) {
        for feed in missions::feeds() {
            (feed.rebuild)(self.app().clone()).await.unwrap();
        }
    }

    /// Makes moves between a freelance and the mission.
    pub(crate) async fn moves(&self, freelance: &Member, moves: &[PlantedMove]) -> CandidacyId {
        self.moves_on(self.mission, freelance, moves).await
    }

    pub(crate) async fn moves_on(
        &self,
        mission: MissionId,
        freelance: &Member,
        moves: &[PlantedMove],
    ) -> CandidacyId {
        let tx = self.app().begin().await.unwrap();
        let made = crate::plant(self.app(), &tx, mission, FreelanceId(freelance.account), moves).await;
        tx.commit().await.unwrap();
        made.unwrap()
    }

    pub(crate) async fn card(&self) -> MissionCard {
        let cards = missions::cards(self.app().db().read(), &[self.mission]).await;
        cards.unwrap().remove(&self.mission).unwrap()
    }

    /// Where this freelance's last candidacy for the mission stands.
    pub(crate) async fn state(&self, freelance: &Member) -> State {
        let db = self.app().db().read();
        let pair = store::of_pair(db, self.mission, FreelanceId(freelance.account)).await;
        pair.unwrap().first().expect("a candidacy").state
    }

    pub(crate) async fn history(&self, id: CandidacyId) -> Vec<(Option<State>, State, Option<Side>)> {
        store::history(self.app().db().read(), id).await.unwrap()
    }

    /// How many events of this name there are.
    pub(crate) async fn events(&self, name: &str) -> usize {
        db::journal::all(self.app().db().read(), name)
            .await
            .unwrap()
            .len()
    }
}

/// A candidacy in discussion.
pub(crate) const TALKING: &[PlantedMove] = &[PlantedMove::FreelanceInterest, PlantedMove::CompanyInterest];
