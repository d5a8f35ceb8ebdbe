//! The standing cast of this room's tests: two freelances, two companies, one conversation.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;

use app::App;
use askama::Template;
use async_trait::async_trait;
use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE},
};
use db::{Engine, Tx};
use profiles::{CompanyId, FreelanceId};
use testing::{House, Setup, person};
use uuid::Uuid;
use web::{Html, Member, Page, Problem};

use crate::{Beside, ConversationId, Opening, Steps, Thread};

/// Says which mission it stands beside.
struct Aside;

#[derive(Template)]
#[template(source = "<p>beside {{ mission }}</p>", ext = "html")]
struct Note {
    mission: Uuid,
}

#[async_trait]
impl Beside for Aside {
    async fn beside(&self, _: &Page, thread: &Thread) -> Result<Steps, Problem> {
        Ok(Steps {
            due: false,
            label: Html::empty(),
            panel: Html::of(&Note {
                mission: thread.mission,
            })?,
        })
    }
}

/// The house with its people, and a conversation Léa opened with Brun without a word.
pub(crate) struct Stage {
    pub house: House,
    pub lea: Member,
    pub jonas: Member,
    /// Not certified.
    pub nadia: Member,
    pub brun: Member,
    pub colibri: Member,
    pub talk: ConversationId,
}

pub(crate) const SUBJECT: &str = "Refonte de l’espace client";
pub(crate) const MISSION: Uuid = Uuid::from_u128(77);

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let migrations = [
            certification::migrations(),
            profiles::migrations(),
            crate::migrations(),
        ];
        let setup = Setup {
            routes: crate::routes(Arc::new(Aside)),
            migrations: migrations.into_iter().flatten().collect(),
            ..Setup::default()
        };
        let stage = Stage {
            house: House::build(engine, setup).await,
            lea: person(FREELANCE, true, "Léa"),
            jonas: person(FREELANCE, true, "Jonas"),
            nadia: person(FREELANCE, false, "Nadia"),
            brun: person(COMPANY, true, "Brun"),
            colibri: person(COMPANY, true, "Colibri"),
            talk: ConversationId(Uuid::from_u128(42)),
        };
        stage.certify().await;
        stage
            .open(stage.talk, &stage.lea, &stage.brun, &stage.lea, None)
            .await;
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
        for (member, name, uid) in [
            (&self.brun, "Atelier Brun", "CHE-116.281.710"),
            (&self.colibri, "Transports Colibri", "CHE-105.805.081"),
        ] {
            let uid = swiss::Uid::parse(uid).expect("a number");
            let planted = Planted::company(member.account, name, uid, Standing::Certified);
            certification::plant(self.app(), &tx, planted).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    pub(crate) async fn open(
        &self,
        id: ConversationId,
        freelance: &Member,
        company: &Member,
        opener: &Member,
        words: Option<&str>,
    ) {
        let opening = Opening {
            id,
            subject: SUBJECT.to_owned(),
            mission: MISSION,
            freelance: FreelanceId(freelance.account),
            company: CompanyId(company.account),
            opener: opener.account,
            message: words.map(str::to_owned),
        };
        let tx = self.begin().await;
        crate::open(self.app(), &tx, opening).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn begin(&self) -> Tx {
        self.app().begin().await.unwrap()
    }

    /// Says something by the rules.
    pub(crate) async fn say(&self, author: &Member, words: &str) -> anyhow::Result<()> {
        let tx = self.begin().await;
        crate::plant_message(self.app(), &tx, self.talk, author.account, words).await?;
        Ok(tx.commit().await?)
    }

    pub(crate) async fn free(&self) {
        let tx = self.begin().await;
        crate::free(self.app(), &tx, self.talk).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn archive(&self) {
        let tx = self.begin().await;
        crate::archive(self.app(), &tx, self.talk).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn vanish(&self) {
        let tx = self.begin().await;
        crate::vanish(self.app(), &tx, self.talk).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn unread(&self, member: &Member) -> u64 {
        let db = self.app().db().read();
        crate::unread(db, member.account).await.unwrap()
    }

    /// How many messages were announced.
    pub(crate) async fn written(&self) -> usize {
        let db = self.app().db().read();
        db::journal::all(db, "messaging.written").await.unwrap().len()
    }
}
