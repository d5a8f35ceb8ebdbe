//! The whole house with its made-up people, each signed in.

use certification::rights::{COMPANY, FREELANCE, STAFF};
use db::sea_orm::{ConnectionTrait, QueryResult, Statement};
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
            // Forms are sent more often in a second than a person does in a day.
            limits: Some(1e6),
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
        let colibri = house.member(&member(demo::COLIBRI, COMPANY, true, "Colibri"));
        house.settle().await;
        // Told to stop, so that pages that stay open have an end.
        house.app.stop();
        let mara = house.member(&member(demo::MARA, STAFF, true, "Mara"));
        let objects = Objects::of(&house, &lea, &colibri, &mara).await;
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

    /// A browser of somebody who has just signed up.
    pub async fn newcomer(&self, kind: Kind) -> Client {
        let role = if kind == Kind::NewFirm { COMPANY } else { FREELANCE };
        let newcomer = member(Uuid::from_u128(0xa11c), role, false, "Alix");
        let app = &self.house.app;
        let tx = app.begin().await.unwrap();
        accounts::plant(
            app,
            &tx,
            newcomer.account,
            role,
            "alix@example.test",
            demo::PASSWORD,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        self.house.member(&newcomer)
    }

    /// How many rows each table has, and the journal's last event: what any writing changes.
    pub async fn content(&self) -> Vec<(String, i64)> {
        let base = self.house.app.db().read();
        let ask = async |sql: String| {
            let statement = Statement::from_string(base.get_database_backend(), sql);
            base.query_all_raw(statement).await.unwrap()
        };
        let tables = match self.house.app.db().engine() {
            Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
            Engine::Postgres => "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
        };
        let tables = ask(tables.to_owned()).await;
        let counts: Vec<String> = tables
            .iter()
            .map(|row| row.try_get::<String>("", "name").unwrap())
            .map(|name| format!("SELECT '{name}' AS name, COUNT(*) AS n FROM \"{name}\""))
            .chain(["SELECT 'last event' AS name, MAX(position) AS n FROM event".to_owned()])
            .collect();
        let rows = ask(counts.join(" UNION ALL ")).await;
        let read = |row: &QueryResult| {
            (
                row.try_get("", "name").unwrap(),
                row.try_get("", "n").unwrap_or_default(),
            )
        };
        rows.iter().map(read).collect()
    }
}

fn member(account: Uuid, role: Role, cleared: bool, name: &str) -> Member {
    Member {
        account,
        session: account,
        ..person(role, cleared, name)
    }
}
