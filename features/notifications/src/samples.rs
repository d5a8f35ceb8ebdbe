//! The standing cast of this room's tests: three freelances, two companies, one open mission.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeMap;

use app::App;
use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE},
};
use db::{Engine, Tx, jobs::NewJob};
use messaging::ConversationId;
use missions::{Facts, MissionId, MissionState, PlantedMission};
use profiles::{Category, CompanyId, FreelanceId};
use selection::{CandidacyId, PlantedMove};
use testing::{Client, House, Setup, person};
use uuid::Uuid;
use web::Member;

use crate::store::{self, Notice};

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
    /// Brun's, open.
    pub mission: MissionId,
}

pub(crate) const TITLE: &str = "Refonte de l’espace client";

/// A candidacy in discussion.
pub(crate) const TALKING: &[PlantedMove] = &[PlantedMove::FreelanceInterest, PlantedMove::CompanyInterest];

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let migrations = [
            certification::migrations(),
            profiles::migrations(),
            missions::migrations(),
            messaging::migrations(),
            selection::migrations(),
            crate::migrations(),
        ];
        let routes = crate::routes()
            .and(selection::routes())
            .and(messaging::routes(selection::beside_conversations()));
        let setup = Setup {
            routes,
            migrations: migrations.into_iter().flatten().collect(),
            jobs: selection::jobs().into_iter().chain(crate::jobs()).collect(),
            reactions: selection::reactions()
                .into_iter()
                .chain(crate::reactions())
                .collect(),
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
            mission: MissionId(Uuid::from_u128(77)),
        };
        stage.settle_in().await;
        stage
    }

    pub(crate) fn app(&self) -> &App {
        &self.house.app
    }

    /// Everybody handed in their papers and is known to the address book; the mission published without a word.
    async fn settle_in(&self) {
        let tx = self.app().begin().await.unwrap();
        for (member, first, last) in [
            (&self.lea, "Léa", "Rochat"),
            (&self.jonas, "Jonas", "Meier"),
            (&self.noe, "Noé", "Granval"),
        ] {
            self.house.knows(member);
            let planted = Planted::freelance(member.account, first, last, Standing::Certified);
            certification::plant(self.app(), &tx, planted).await.unwrap();
        }
        self.house.knows(&self.nadia);
        self.nadia_stands(&tx, Standing::InReview).await;
        for (member, name, uid) in [
            (&self.brun, "Atelier Brun", "CHE-116.281.710"),
            (&self.colibri, "Transports Colibri", "CHE-105.805.081"),
        ] {
            self.house.knows(member);
            let uid = swiss::Uid::parse(uid).expect("a number");
            let planted = Planted::company(member.account, name, uid, Standing::Certified);
            certification::plant(self.app(), &tx, planted).await.unwrap();
        }
        self.publish(&tx, self.mission, TITLE).await;
        tx.commit().await.unwrap();
    }

    /// Puts Nadia's certification where a test needs it.
    pub(crate) async fn nadia_stands(&self, tx: &Tx, standing: Standing) {
        let planted = Planted::freelance(self.nadia.account, "Nadia", "Ferrari", standing);
        certification::plant(self.app(), tx, planted).await.unwrap();
    }

    /// A mission of Brun's, without a word to anybody.
    pub(crate) async fn publish(&self, tx: &Tx, id: MissionId, title: &str) {
        let planted = PlantedMission {
            id,
            company: CompanyId(self.brun.account),
            state: MissionState::Open,
            title: title.to_owned(),
            description: "Nous repensons notre espace client, avec une équipe de huit.".to_owned(),
            categories: vec![Category::Data],
            skills: vec!["Figma".to_owned()],
            place: swiss::places::by_key("ch-vd-lausanne"),
            facts: Facts::default(),
            experience_years: 3,
            payroll: true,
            day_rate: Some(950),
            published_at: Some(self.app().now()),
        };
        missions::plant(self.app(), tx, planted).await.unwrap();
    }

    /// Makes moves between a freelance and the mission, and lets everybody hear of them.
    pub(crate) async fn moves(&self, freelance: &Member, moves: &[PlantedMove]) -> CandidacyId {
        let tx = self.app().begin().await.unwrap();
        let who = FreelanceId(freelance.account);
        let made = selection::plant(self.app(), &tx, self.mission, who, moves)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.house.settle().await;
        made
    }

    /// Says something in a conversation, and lets the other hear of it.
    pub(crate) async fn says(&self, author: &Member, talk: CandidacyId, words: &str) {
        let tx = self.app().begin().await.unwrap();
        let talk = ConversationId(talk.0);
        messaging::plant_message(self.app(), &tx, talk, author.account, words)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.house.settle().await;
    }

    /// Records an event of another room, and lets everybody hear of it.
    pub(crate) async fn happens(&self, event: &impl db::journal::Event) {
        let tx = self.app().begin().await.unwrap();
        self.app().record(&tx, event).await.unwrap();
        tx.commit().await.unwrap();
        self.house.settle().await;
    }

    /// Reacts a second time to everything that ever happened, as after a crash.
    pub(crate) async fn react_again(&self) {
        for reaction in crate::reactions() {
            let past = db::journal::all(self.app().db().read(), reaction.event)
                .await
                .unwrap();
            let tx = self.app().begin().await.unwrap();
            for event in past {
                let job = NewJob {
                    name: reaction.name,
                    body: serde_json::to_value(&event).unwrap(),
                    dedup: None,
                    run_at: self.app().now(),
                };
                assert!(db::jobs::enqueue(&tx, self.app().clock(), job).await.unwrap());
            }
            tx.commit().await.unwrap();
        }
        self.house.settle().await;
    }

    /// What this member's bell says, newest first.
    pub(crate) async fn notices(&self, member: &Member) -> Vec<Notice> {
        let db = self.app().db().read();
        store::notices(db, member.account, None).await.unwrap().items
    }

    pub(crate) async fn unread(&self, member: &Member) -> u64 {
        crate::unread(self.app().db().read(), member.account)
            .await
            .unwrap()
    }

    /// Who has heard what so far: bells by their kind, letters by their subject, each as often as it came.
    pub(crate) async fn heard(&self) -> Heard {
        let mut heard = Heard::default();
        for member in [
            &self.lea,
            &self.jonas,
            &self.noe,
            &self.nadia,
            &self.brun,
            &self.colibri,
        ] {
            for notice in self.notices(member).await {
                *heard
                    .entry((member.name.clone(), format!("bell {}", notice.kind.code())))
                    .or_default() += 1;
            }
            for letter in self.house.letters_to(member) {
                *heard
                    .entry((member.name.clone(), format!("letter {}", letter.subject)))
                    .or_default() += 1;
            }
        }
        heard
    }

    /// Signed in.
    pub(crate) fn as_member(&self, member: &Member) -> Client {
        self.house.member(member)
    }
}

/// How often somebody heard something.
pub(crate) type Heard = BTreeMap<(String, String), usize>;
