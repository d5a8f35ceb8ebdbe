//! The services on a base of their own, with chosen time, memory mail and memory files.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use app::{App, Feed, Feeder, Job, Parts, Reaction, Site, Token};
use async_trait::async_trait;
use axum::Router;
use db::{Clock, Db, Engine, Timestamp, jobs::Worker, schema::Migration, signals::Signal};
use i18n::Lang;
use mail::{AddressBook, Mailer, Recipient, Sender, Sent};
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use web::{Counts, Member, Page, Role, Routes, Web, chrome, viewer::Source};

use crate::Client;

/// What a test puts into its house: the feature under test and those below it.
#[derive(Default)]
pub struct Setup {
    /// Routes of the feature, and of others it redirects to if the test follows.
    pub routes: Routes,
    /// Tables, in floor order.
    pub migrations: Vec<Migration>,
    /// Reactions that run when the test calls [`House::settle`].
    pub reactions: Vec<Reaction>,
    /// Jobs, likewise.
    pub jobs: Vec<Job>,
    /// Search shelves.
    pub shelves: &'static [search::Shelf],
    /// What feeds them, likewise.
    pub feeds: Vec<Feed>,
    /// Knows the sessions that the feature under test begins itself, besides those of
    /// [`House::member`].
    pub sessions: Option<Arc<dyn Source>>,
    /// What widens all limits; without, they are those of a house that serves.
    pub limits: Option<f64>,
}

/// A house under test. Dropped, it leaves nothing behind.
pub struct House {
    /// The services.
    pub app: App,
    pub(crate) router: Router,
    worker: Worker,
    feeder: Feeder,
    people: Arc<People>,
    /// Holds the SQLite file.
    _folder: tempfile::TempDir,
}

/// A member of this role, cleared or not, with a key made from its name: the same name is the same
/// account in every test.
pub fn person(role: Role, cleared: bool, name: &str) -> Member {
    let mut bytes = [7_u8; 16];
    for (place, byte) in name.bytes().enumerate() {
        bytes[place % 16] = bytes[place % 16].wrapping_mul(31).wrapping_add(byte);
    }
    let account = uuid::Builder::from_random_bytes(bytes).into_uuid();
    Member {
        account,
        session: account,
        role,
        cleared,
        name: name.to_owned(),
        lang: Lang::Fr,
        counts: Counts::default(),
    }
}

impl House {
    /// Builds the house on `engine`. Time stands at 9 June 2026, 10:00 in Zürich, until moved.
    pub async fn build(engine: Engine, setup: Setup) -> House {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Clock::fixed("2026-06-09T08:00:00Z".parse::<Timestamp>().expect("a time"));
        let db = Db::connect(&db::Settings {
            url: base(engine, &folder).await,
            connections: 4,
        })
        .await
        .expect("a base");
        let migrations: Vec<Migration> = web::migrations().into_iter().chain(setup.migrations).collect();
        db::schema::migrate(&db, &clock, &migrations)
            .await
            .expect("the tables");
        let sender = Sender {
            name: "Place".into(),
            address: "bonjour@example.test".into(),
            host: "example.test".into(),
        };
        let parts = Parts {
            db,
            clock,
            mailer: Mailer::memory(sender).expect("memory mail"),
            files: files::Files::open(&files::Settings::memory().expect("keys")).expect("files in memory"),
            library: search::Library::open(None, setup.shelves).expect("shelves in memory"),
            site: Site {
                url: "http://example.test".into(),
                name: "Place".into(),
                operator: "Place by Partner".into(),
            },
            secret: vec![5; 32],
            limits: setup.limits.unwrap_or(1.0),
        };
        let app = App::new(parts);
        let people = Arc::new(People::default());
        app.fill_address_book(people.clone());
        let worker = app.worker(setup.reactions, setup.jobs);
        let feeder = Feeder::new(app.clone(), setup.feeds, None);
        feeder.prepare().await.expect("the shelves");
        let routes = setup.routes.get("/test/key", web::ANYONE, key);
        let web = Web::new(
            app.clone(),
            web::Settings::default(),
            Arc::new(Sessions(people.clone(), setup.sessions)),
            Arc::new(Bare),
        );
        House {
            router: web::serve::service(&web, routes),
            app,
            worker,
            feeder,
            people,
            _folder: folder,
        }
    }

    /// Somebody without an account.
    pub fn visitor(&self) -> Client {
        Client::new(self.router.clone(), None)
    }

    /// Signs `member` in. Letters to the account go to `<name>@example.test`.
    pub fn member(&self, member: &Member) -> Client {
        let token = Token::random();
        self.people.0.lock().unwrap().insert(token.hash(), member.clone());
        Client::new(self.router.clone(), Some(token))
    }

    /// Makes an account known to the address book without signing it in.
    pub fn knows(&self, member: &Member) {
        let _ = self.member(member);
    }

    /// Makes the sessions of this account those of `member` as it is now. Its clients notice when
    /// the code under test says that the account has changed, and not before.
    pub fn becomes(&self, member: &Member) {
        let mut people = self.people.0.lock().unwrap();
        for known in people
            .values_mut()
            .filter(|known| known.account == member.account)
        {
            *known = member.clone();
        }
    }

    /// Does all jobs that are due, and brings the shelves up to date.
    pub async fn settle(&self) {
        self.worker.drain().await.expect("jobs");
        self.feeder.catch_up().await.expect("the shelves");
    }

    /// Waits until all news of what was committed so far has arrived: on PostgreSQL it goes through
    /// NOTIFY and comes a little later, in the order of the commits.
    pub async fn quiet(&self) {
        let signals = self.app.db().signals();
        let (mut heard, marker) = (signals.subscribe(), Signal::new("quiet", self.app.clock().key()));
        let tx = self.app.begin().await.expect("a transaction");
        tx.signal(marker.clone());
        tx.commit().await.expect("a commit");
        // Told within the process at once, and on PostgreSQL once more, behind all that came before.
        let times = match self.app.db().engine() {
            Engine::Sqlite => 1,
            Engine::Postgres => 2,
        };
        for _ in 0..times {
            while heard.recv().await.expect("news") != marker {}
        }
    }

    /// All letters sent, the oldest first. Call [`House::settle`] before.
    pub fn letters(&self) -> Vec<Sent> {
        self.app.mailer().sent()
    }

    /// The letters sent to `member`.
    pub fn letters_to(&self, member: &Member) -> Vec<Sent> {
        let address = address(member);
        self.letters()
            .into_iter()
            .filter(|letter| letter.to.email == address)
            .collect()
    }
}

/// The address of an account in tests.
pub fn address(member: &Member) -> String {
    let name: String = member
        .name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    format!("{name}@example.test")
}

/// A fresh SQLite file, or a fresh schema in the PostgreSQL base that the test run started.
async fn base(engine: Engine, folder: &tempfile::TempDir) -> String {
    match engine {
        Engine::Sqlite => format!("sqlite:{}", folder.path().join("base.sqlite").display()),
        Engine::Postgres => {
            let server = std::env::var("JEM_TEST_POSTGRES");
            let server = server.expect("JEM_TEST_POSTGRES is not set: run `cargo xtask test`, or `cargo xtask postgres` and export what it prints");
            let schema = format!("t{}", Uuid::from_bytes(random()).simple());
            let mut options = sea_orm::ConnectOptions::new(&server);
            options.max_connections(1).sqlx_logging(false);
            let connection = sea_orm::Database::connect(options)
                .await
                .expect("PostgreSQL answers");
            connection
                .execute_unprepared(&format!("CREATE SCHEMA {schema}"))
                .await
                .expect("a schema");
            connection.close().await.expect("closed");
            let and = if server.contains('?') { '&' } else { '?' };
            format!("{server}{and}options=-csearch_path%3D{schema}")
        }
    }
}

/// Sixteen random bytes, from the same source as tokens.
fn random() -> [u8; 16] {
    let token = Token::random().hash();
    std::array::from_fn(|place| {
        u8::from_str_radix(&token[place * 2..place * 2 + 2], 16).expect("hexadecimal")
    })
}

async fn key(page: Page) -> web::Answer {
    use axum::response::IntoResponse;
    Ok(axum::response::Html(page.form_key().to_string()).into_response())
}

/// Signed-in members by the hash of their token; also the address book.
#[derive(Default)]
struct People(Mutex<HashMap<String, Member>>);

/// The people, then whoever else knows sessions.
struct Sessions(Arc<People>, Option<Arc<dyn Source>>);

#[async_trait]
impl Source for Sessions {
    async fn member(&self, app: &App, session: &str) -> anyhow::Result<Option<Member>> {
        let known = self.0.0.lock().unwrap().get(session).cloned();
        match &self.1 {
            Some(others) if known.is_none() => others.member(app, session).await,
            _ => Ok(known),
        }
    }
}

#[async_trait]
impl AddressBook for People {
    async fn recipient(&self, account: Uuid) -> anyhow::Result<Option<Recipient>> {
        let people = self.0.lock().unwrap();
        let member = people.values().find(|member| member.account == account);
        Ok(member.map(|member| Recipient {
            email: address(member),
            name: Some(member.name.clone()),
            lang: member.lang,
        }))
    }
}

/// Pages under test have nothing around them.
struct Bare;

impl chrome::Source for Bare {
    fn chrome(&self, _: &Page) -> chrome::Chrome {
        let link = |href: &str| chrome::Link {
            href: href.to_owned(),
            label: "",
        };
        chrome::Chrome {
            nav: Vec::new(),
            action: None,
            bell: None,
            menu: Vec::new(),
            standing: "",
            sign_out: "/sign-out".to_owned(),
            sign_in: link("/sign-in"),
            sign_up: link("/sign-up"),
            suffix: "",
            staff: false,
            motto: "",
            columns: Vec::new(),
            foot: Vec::new(),
            search: link("/"),
            home: "/".to_owned(),
            contact: link("/"),
        }
    }
}
