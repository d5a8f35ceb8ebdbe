//! A folder with everything of one site, servers on it, and commands beside them.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use bench::client::{Answer, Connection};
use db::sea_orm::{ConnectOptions, ConnectionTrait, Database};
use jem::{config::Config, demo, house::House};
use testing::Engine;

/// Any thirty-two bytes.
pub const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
/// Any others.
pub const NEW_KEY: &str = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

/// One site. Its servers end with it.
pub struct Site {
    folder: tempfile::TempDir,
    database: String,
    servers: Vec<Child>,
}

impl Site {
    /// An empty site: nothing is there but a folder, and on PostgreSQL a schema.
    pub async fn new(engine: Engine) -> Site {
        let folder = tempfile::tempdir().unwrap();
        let database = base(engine, folder.path()).await;
        Site {
            folder,
            database,
            servers: Vec::new(),
        }
    }

    /// A site with made-up people, missions and logos.
    pub async fn planted(engine: Engine) -> Site {
        let site = Site::new(engine).await;
        // With an index of its own: a child that another test is just starting holds its lock a moment longer.
        let config = Config::load(Some(&site.settings("planting", KEY))).unwrap();
        let house = House::open(&config).await.unwrap();
        let size = demo::Size {
            freelances: 12,
            missions: 12,
        };
        demo::plant(&house.app, size).await.unwrap();
        house.worker.drain().await.unwrap();
        house.app.db().close().await;
        site
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Settings for the process of this name, with these keys for files. Each has an index of its own.
    pub fn settings(&self, name: &str, keys: &str) -> PathBuf {
        let folder = self.folder.path().display();
        let database = &self.database;
        let listen = free();
        let text = format!(
            "site = {{ url = 'http://localhost', secret = '{KEY}' }}\n\
             http = {{ listen = '{listen}' }}\n\
             database = {{ url = '{database}' }}\n\
             files = {{ url = '{folder}/files', keys = ['{}'] }}\n\
             search = {{ folder = '{folder}/search-{name}' }}\n\
             mail = {{ security = 'folder', folder = '{folder}/mail' }}\n\
             limits = {{ factor = 1e6 }}\n",
            keys.replace(' ', "', '")
        );
        let file = self.path(&format!("{name}.toml"));
        std::fs::write(&file, text).unwrap();
        file
    }

    /// Starts a server, waits until it is ready, and says where its pages are.
    pub async fn serve(&mut self, settings: &Path) -> SocketAddr {
        let server = jem(&["serve"], settings).stdout(Stdio::null()).spawn().unwrap();
        self.servers.push(server);
        let listen = Config::load(Some(settings)).unwrap().http.listen.parse().unwrap();
        until("the server is ready", async || {
            let answer = get(listen, "/readyz").await.ok()?;
            (answer.status == 200).then_some(())
        })
        .await;
        listen
    }

    /// Which index the process of this name searches on each shelf: another one after each rebuild.
    pub fn built(&self, name: &str) -> Vec<String> {
        let notes = jem::wiring::shelves().into_iter().map(|shelf| {
            let shelf = self.path(&format!("search-{name}/{}", shelf.name));
            std::fs::read_to_string(shelf.join("current.json")).unwrap()
        });
        notes.collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for server in &mut self.servers {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// A command, ready to run.
pub fn jem(words: &[&str], settings: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jem"));
    command
        .args(words)
        .arg("--config")
        .arg(settings)
        .env("RUST_LOG", "error")
        .env("RUST_BACKTRACE", "1");
    command
}

/// Runs a command, and says how it ended.
pub async fn run(words: &[&str], settings: &Path) -> Output {
    let mut command = jem(words, settings);
    let ended = tokio::task::spawn_blocking(move || command.output());
    ended.await.unwrap().unwrap()
}

/// Runs a command that must end well, and gives what it says.
pub async fn told(words: &[&str], settings: &Path) -> String {
    let output = run(words, settings).await;
    let said = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?} says: {said}{errors}");
    said
}

/// One page, by a visitor.
pub async fn get(listen: SocketAddr, path: &str) -> anyhow::Result<Answer> {
    Connection::open(listen).await?.plain(path, "").await
}

/// Asks again until there is an answer.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn free() -> SocketAddr {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
}

async fn base(engine: Engine, folder: &Path) -> String {
    if engine == Engine::Sqlite {
        return format!("sqlite:{}", folder.join("base.sqlite").display());
    }
    let server =
        std::env::var("JEM_TEST_POSTGRES").expect("JEM_TEST_POSTGRES is set, as by `cargo xtask test`");
    let schema = format!("ops{}", db::Clock::system().key().simple());
    let mut options = ConnectOptions::new(&server);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options).await.unwrap();
    let made = format!("CREATE SCHEMA {schema}");
    connection.execute_unprepared(&made).await.unwrap();
    connection.close().await.unwrap();
    let and = if server.contains('?') { '&' } else { '?' };
    format!("{server}{and}options=-csearch_path%3D{schema}")
}
