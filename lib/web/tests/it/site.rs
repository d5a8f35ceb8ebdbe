//! A small site of its own: a page for each thing that is tested.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use app::{App, Parts, Token};
use async_trait::async_trait;
use db::{Clock, Engine};
use testing::{House, Setup};
use tokio::{net::TcpListener, sync::Notify, task::JoinHandle};
use uuid::Uuid;
use web::{
    Icon, Member, Page, Proxies, Settings, Web, chrome,
    serve::{Pace, serve_at, service},
    viewer::Source,
};

use crate::{
    pages,
    wire::{Said, Wire},
};

/// What a test chooses.
pub struct Options {
    pub url: &'static str,
    pub hosts: &'static [&'static str],
    pub proxies: &'static [&'static str],
    pub pace: Pace,
    pub limits: f64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            url: "http://example.test",
            hosts: &["example.test", "other.test"],
            proxies: &[],
            pace: Pace::default(),
            limits: 1.0,
        }
    }
}

/// A pace that tests can wait for.
pub fn quick() -> Pace {
    Pace {
        head: Duration::from_millis(400),
        pause: Duration::from_millis(400),
        body: Duration::from_millis(1200),
        taking: Duration::from_millis(600),
        farewell: Duration::from_millis(300),
        grace: Duration::from_secs(5),
        connections: 64,
        by_address: 32,
    }
}

/// The site, open on a free port of this machine.
pub struct Site {
    pub app: App,
    pub address: SocketAddr,
    pub people: Arc<People>,
    pub gate: Arc<Gate>,
    pub serving: JoinHandle<anyhow::Result<()>>,
    _house: Option<House>,
}

/// Where a handler says that it began, and waits to be let on.
#[derive(Default)]
pub struct Gate {
    pub begun: Notify,
    pub go_on: Notify,
    pub ended: Notify,
}

impl Site {
    pub async fn open(options: Options) -> Site {
        let house = House::build(Engine::Sqlite, Setup::default()).await;
        let parts = Parts {
            db: house.app.db().clone(),
            clock: Clock::system(),
            mailer: house.app.mailer().clone(),
            files: house.app.files().clone(),
            library: search::Library::open(None, &[]).expect("shelves"),
            site: app::Site {
                url: options.url.to_owned(),
                ..house.app.site().clone()
            },
            secret: vec![5; 32],
            limits: options.limits,
        };
        let mut site = Site::around(App::new(parts), options).await;
        site._house = Some(house);
        site
    }

    /// The same around an app that stands already.
    pub async fn around(app: App, options: Options) -> Site {
        let people = Arc::new(People::default());
        let gate = Arc::new(Gate::default());
        let web = web_of(&app, &options, people.clone());
        let router = service(&web, pages::routes(&gate));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let serving = tokio::spawn(async move { serve_at(&web, router, listener, options.pace).await });
        Site {
            app,
            address,
            people,
            gate,
            serving,
            _house: None,
        }
    }

    pub async fn wire(&self) -> Wire {
        Wire::open(self.address).await
    }

    /// Sends these bytes and reads one answer.
    pub async fn send(&self, bytes: impl AsRef<[u8]>) -> Said {
        let mut wire = self.wire().await;
        wire.say(bytes).await;
        wire.hear(false).await
    }

    /// Asks for a path, with further header lines.
    pub async fn get(&self, path: &str, lines: &[&str]) -> Said {
        self.send(request("GET", path, lines, "")).await
    }

    /// Sends a form, with further header lines (cookies, say).
    pub async fn post(&self, path: &str, lines: &[&str], body: &str) -> Said {
        let kind = "Content-Type: application/x-www-form-urlencoded";
        self.send(request("POST", path, &[&[kind], lines].concat(), body))
            .await
    }
}

/// A request as text, with its `Host`.
pub fn request(method: &str, path: &str, lines: &[&str], body: &str) -> String {
    let mut said = format!("{method} {path} HTTP/1.1\r\nHost: example.test\r\n");
    for line in lines {
        said.push_str(line);
        said.push_str("\r\n");
    }
    if !body.is_empty() {
        said.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    format!("{said}\r\n{body}")
}

fn web_of(app: &App, options: &Options, people: Arc<People>) -> Web {
    let settings = Settings {
        hosts: options.hosts.iter().map(|&host| host.to_owned()).collect(),
        proxies: Proxies(
            options
                .proxies
                .iter()
                .map(|text| text.parse().expect("a network"))
                .collect(),
        ),
    };
    Web::new(app.clone(), settings, people, Arc::new(Around))
}

/// Signed-in members by the hash of their token, and how often they were looked up.
#[derive(Default)]
pub struct People {
    members: Mutex<HashMap<String, Member>>,
    pub asked: AtomicUsize,
    pub broken: std::sync::atomic::AtomicBool,
}

impl People {
    /// Signs somebody in; gives the cookie line.
    pub fn sign_in(&self, member: Member) -> String {
        let token = Token::random();
        self.members.lock().unwrap().insert(token.hash(), member);
        format!("Cookie: session={}", token.reveal())
    }

    pub fn change(&self, account: Uuid, how: impl Fn(&mut Member)) {
        let mut members = self.members.lock().unwrap();
        members
            .values_mut()
            .filter(|member| member.account == account)
            .for_each(how);
    }

    pub fn sign_out(&self, account: Uuid) {
        self.members
            .lock()
            .unwrap()
            .retain(|_, member| member.account != account);
    }
}

#[async_trait]
impl Source for People {
    async fn member(&self, _: &App, session: &str) -> anyhow::Result<Option<Member>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        anyhow::ensure!(!self.broken.load(Ordering::SeqCst), "the base is gone");
        Ok(self.members.lock().unwrap().get(session).cloned())
    }
}

struct Around;

impl chrome::Source for Around {
    fn chrome(&self, page: &Page) -> chrome::Chrome {
        assert!(
            page.path() != "/panic-around",
            "what surrounds the page is broken"
        );
        let link = |href: &str, label| chrome::Link {
            href: href.to_owned(),
            label,
        };
        let item = chrome::Item {
            href: "/".to_owned(),
            label: "Home",
            short: "Home",
            icon: Icon("menu"),
            count: 0,
            current: page.is_at("/"),
        };
        chrome::Chrome {
            nav: vec![item],
            action: None,
            bell: None,
            menu: Vec::new(),
            standing: "",
            sign_out: "/sign-out".to_owned(),
            sign_in: link("/sign-in", "Sign in"),
            sign_up: link("/sign-up", "Sign up"),
            suffix: "",
            staff: false,
            motto: "",
            columns: Vec::new(),
            foot: Vec::new(),
            search: link("/find", "Find"),
            home: "/".to_owned(),
            contact: link("/contact", "Contact"),
        }
    }
}
