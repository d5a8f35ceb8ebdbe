//! One `jem serve` with a folder of its own, which may be killed and started again.

use std::{
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use bench::client::{Browser, Connection};
use db::sea_orm::{ConnectionTrait, Database};
use jem::{config::Config, demo, house::House};
use testing::Engine;

use crate::base::jobs;

/// Made-up freelances besides the standing cast.
pub const FREELANCES: usize = 28;
const MISSIONS: usize = 120;

/// A folder with everything of one `jem serve`, and its process.
pub struct Site {
    folder: tempfile::TempDir,
    /// Where its pages are.
    pub listen: SocketAddr,
    /// Where its base is.
    pub base: String,
    process: Option<Child>,
}

impl Site {
    /// Fills a folder with made-up people.
    pub async fn prepare(engine: Engine) -> Site {
        let folder = tempfile::tempdir().unwrap();
        let base = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("base.sqlite").display()),
            Engine::Postgres => fresh_schema().await,
        };
        let site = Site {
            base,
            listen: free(),
            folder,
            process: None,
        };
        std::fs::write(site.settings(), site.config()).unwrap();
        let config = Config::load(Some(&site.settings())).unwrap();
        let house = House::open(&config).await.expect("a house");
        let size = demo::Size {
            freelances: FREELANCES,
            missions: MISSIONS,
        };
        demo::plant(&house.app, size).await.expect("made-up people");
        house.worker.drain().await.expect("their letters");
        house.app.db().close().await;
        site
    }

    fn settings(&self) -> PathBuf {
        self.folder.path().join("config.toml")
    }

    /// Where its letters go.
    pub fn mail(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    fn config(&self) -> String {
        let folder = self.folder.path().display();
        let (listen, base) = (self.listen, &self.base);
        format!(
            "site = {{ url = 'http://localhost:{port}', secret = '{KEY}' }}\n\
             http = {{ listen = '{listen}' }}\n\
             database = {{ url = '{base}' }}\n\
             files = {{ url = '{folder}/files', keys = ['{KEY}'] }}\n\
             search = {{ folder = '{folder}/search' }}\n\
             mail = {{ security = 'folder', folder = '{folder}/mail' }}\n\
             limits = {{ factor = 1e6 }}\n",
            port = listen.port(),
        )
    }

    /// Starts the server, and waits until it is ready.
    pub async fn start(&mut self) {
        let child = Command::new(env!("CARGO_BIN_EXE_jem"))
            .args(["serve", "--config"])
            .arg(self.settings())
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .expect("a server");
        self.process = Some(child);
        let listen = self.listen;
        until("the server is ready", async || {
            let mut connection = Connection::open(listen).await.ok()?;
            let answer = connection.plain("/readyz", "").await.ok()?;
            (answer.status == 200).then_some(())
        })
        .await;
    }

    /// Ends it in the middle of whatever it does.
    pub fn kill(&mut self) {
        let mut process = self.process.take().expect("a running server");
        process.kill().unwrap();
        process.wait().unwrap();
    }

    /// Tells it to stop, and waits.
    pub async fn stop(&mut self) {
        let mut process = self.process.take().expect("a running server");
        let id = process.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        let status = tokio::task::spawn_blocking(move || process.wait()).await.unwrap();
        assert!(status.unwrap().success(), "it ends well when told to stop");
    }

    /// Waits until all that is due is done, and says how many jobs were given up.
    pub async fn settled(&self) -> usize {
        until("all jobs are done", async || {
            let (due, dead) = jobs(&self.base).await;
            (due == 0).then_some(dead)
        })
        .await
    }

    /// A browser of somebody of the demo.
    pub async fn sign_in(&self, email: &str) -> Browser {
        Browser::sign_in(self.listen, 0, email).await.expect("a session")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

fn free() -> SocketAddr {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
}

/// Asks again until there is an answer.
async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(began.elapsed() < Duration::from_secs(240), "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A schema of its own in the PostgreSQL that the test run started.
async fn fresh_schema() -> String {
    let server =
        std::env::var("JEM_TEST_POSTGRES").expect("JEM_TEST_POSTGRES, as `cargo xtask test` sets it");
    let schema = format!("crash_{:016x}", rand::random::<u64>());
    let connection = Database::connect(&server).await.expect("PostgreSQL answers");
    let create = format!("CREATE SCHEMA {schema}");
    connection.execute_unprepared(&create).await.expect("a schema");
    connection.close().await.unwrap();
    let and = if server.contains('?') { '&' } else { '?' };
    format!("{server}{and}options=-csearch_path%3D{schema}")
}
