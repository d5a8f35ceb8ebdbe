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

/// The house and somebody of each kind.
pub struct Stage {
    pub house: House,
    pub objects: Objects,
    members: [Option<Member>; 6],
}

impl Stage {
    pub async fn build(engine: Engine) -> Stage {
        let setup = Setup {
            routes: wiring::routes(site::Payroll::default()),
            // The house under test brings those of lib/web itself.
            migrations: wiring::migrations()
                .into_iter()
                .filter(|one| !one.name.starts_with("web_"))
                .collect(),
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
        let members = [
            None,
            Some(member(demo::NADIA, FREELANCE, false, "Nadia")),
            Some(member(demo::LEA, FREELANCE, true, "Léa")),
            Some(member(demo::NEUVE, COMPANY, false, "Neuve")),
            Some(member(demo::BRUN, COMPANY, true, "Brun")),
            Some(member(demo::MARA, STAFF, true, "Mara")),
        ];
        let lea = house.member(&member(demo::LEA, FREELANCE, true, "Léa"));
        let jonas = house.member(&member(demo::JONAS, FREELANCE, true, "Jonas"));
        house.settle().await;
        // Told to stop, so that pages that stay open have an end.
        house.app.stop();
        let objects = Objects::of(&house, &lea, &jonas).await;
        Stage {
            house,
            objects,
            members,
        }
    }

    /// A fresh browser of somebody of this kind: no request before has signed it out.
    pub fn client(&self, kind: Kind) -> Client {
        match &self.members[kind as usize] {
            None => self.house.visitor(),
            Some(member) => self.house.member(member),
        }
    }
}

fn member(account: Uuid, role: Role, cleared: bool, name: &str) -> Member {
    Member {
        account,
        session: account,
        ..person(role, cleared, name)
    }
}
