//! The whole house with its made-up people, each signed in.

use certification::rights::{COMPANY, FREELANCE, STAFF};
use jem::{demo, wiring};
use testing::{Client, Engine, House, Setup, person};
use uuid::Uuid;
use web::{Member, Role};

use crate::objects::Objects;

/// Who may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Visitor,
    NewFreelance,
    Freelance,
    NewFirm,
    Firm,
    Staff,
}

pub const KINDS: [Kind; 6] = [
    Kind::Visitor,
    Kind::NewFreelance,
    Kind::Freelance,
    Kind::NewFirm,
    Kind::Firm,
    Kind::Staff,
];

/// The house and a browser for each kind of visitor.
pub struct Stage {
    pub house: House,
    pub objects: Objects,
    clients: [Client; 6],
}

impl Stage {
    pub async fn build(engine: Engine) -> Stage {
        let setup = Setup {
            routes: wiring::routes(),
            migrations: wiring::migrations(),
            reactions: wiring::reactions(),
            jobs: wiring::jobs(),
            shelves: Box::leak(wiring::shelves().into_boxed_slice()),
            feeds: wiring::feeds(),
            ..Setup::default()
        };
        let house = House::build(engine, setup).await;
        let size = demo::Size {
            freelances: 8,
            missions: 8,
        };
        demo::plant(&house.app, size).await.expect("made-up people");
        let signed_in = |id: Uuid, role: Role, cleared: bool, name: &str| {
            let member = Member {
                account: id,
                session: id,
                ..person(role, cleared, name)
            };
            house.member(&member)
        };
        let clients = [
            house.visitor(),
            signed_in(demo::NADIA, FREELANCE, false, "Nadia"),
            signed_in(demo::LEA, FREELANCE, true, "Léa"),
            signed_in(demo::NEUVE, COMPANY, false, "Neuve"),
            signed_in(demo::BRUN, COMPANY, true, "Brun"),
            signed_in(demo::MARA, STAFF, true, "Mara"),
        ];
        let jonas = signed_in(demo::JONAS, FREELANCE, true, "Jonas");
        house.settle().await;
        let objects = Objects::of(&house, &clients[Kind::Freelance as usize], &jonas).await;
        Stage {
            house,
            objects,
            clients,
        }
    }

    pub fn client(&self, kind: Kind) -> &Client {
        &self.clients[kind as usize]
    }
}
