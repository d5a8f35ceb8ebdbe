//! Against a server that speaks S3: moto, from PyPI, run by python3.

#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::keys::replaces_a_key;
use super::{Files, S3, Settings, clean, keeps_files};
use crate::Key;

#[tokio::test]
async fn an_s3_store_keeps_files() {
    let server = Server::start();
    server.make_bucket("documents");
    let settings = server.settings("s3://documents/some/prefix");

    keeps_files(&Files::open(&settings).expect("opened")).await;

    let bucket = Files::open(&server.settings("s3://documents")).expect("opened");
    keeps_files(&bucket).await;
}

#[tokio::test]
async fn an_s3_store_replaces_a_key() {
    let server = Server::start();
    server.make_bucket("keys");

    replaces_a_key(&Files::open(&server.settings("s3://keys/some/prefix")).expect("opened")).await;
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_noticed() {
    let server = Server::start();
    let files = Files::open(&server.settings("s3://nowhere")).expect("opened");

    files.check().await.expect_err("there is no such bucket");
    files
        .put(&clean(b"x"))
        .await
        .expect_err("there is no such bucket");
}

#[tokio::test]
async fn clear_text_must_be_allowed_explicitly() {
    let server = Server::start();
    server.make_bucket("documents");
    let mut settings = server.settings("s3://documents");
    settings.s3.allow_http = false;

    let files = Files::open(&settings).expect("opened");

    files.check().await.expect_err("the endpoint is in clear text");
}

/// A running server; it ends with the value.
struct Server {
    port: u16,
    process: Child,
}

impl Server {
    fn start() -> Server {
        // The program's first line does this too: the client's TLS needs it to be built.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut process = python()
            .args(["-c", include_str!("server.py")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Its log of requests.
            .stderr(Stdio::null())
            .spawn()
            .expect("python3 starts");
        let said = process.stdout.take().expect("its output is piped");
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line).expect("it speaks");
        let port = line.trim().parse().expect("it says its port");
        Server { port, process }
    }

    fn settings(&self, url: &str) -> Settings {
        Settings {
            url: url.to_owned(),
            s3: S3 {
                endpoint: Some(format!("http://127.0.0.1:{}", self.port)),
                region: Some("eu-central-2".to_owned()),
                access_key: Some("access".to_owned()),
                secret_key: Some("secret".to_owned()),
                allow_http: true,
            },
            keys: vec![Key::generate().expect("a key")],
        }
    }

    /// `object_store` makes no buckets; a plain request does.
    fn make_bucket(&self, name: &str) {
        let mut server = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        write!(
            server,
            "PUT /{name} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Length: 0\r\n\r\n",
            self.port
        )
        .expect("asked");
        let mut answer = String::new();
        server.read_to_string(&mut answer).expect("answered");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const HELP: &str = "the S3 tests speak with a real server, moto: install python3 with pip \
                    (Debian: apt-get install python3-pip), or moto with its server";

/// What moto's server needs for S3; all of its extras weigh three times as much.
const PACKAGES: [&str; 4] = ["moto==5.2.5", "flask", "flask-cors", "PyYAML"];

/// python3, knowing moto: the machine's own, or one fetched once into the target folder.
fn python() -> Command {
    use std::sync::OnceLock;
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        if knows_moto(None) {
            return None;
        }
        let folder = target_tmp().join("python-moto-5.2.5");
        if !knows_moto(Some(&folder)) {
            fetch(&folder);
        }
        Some(folder)
    });
    command(folder.as_deref())
}

fn command(packages: Option<&Path>) -> Command {
    let mut command = Command::new("python3");
    if let Some(folder) = packages {
        command.env("PYTHONPATH", folder);
    }
    command
}

fn knows_moto(packages: Option<&Path>) -> bool {
    let mut command = command(packages);
    command.args(["-c", "import moto.server"]).stderr(Stdio::null());
    command.status().expect(HELP).success()
}

/// Installs beside, then renames: two test runs at once do not disturb each other.
fn fetch(folder: &Path) {
    let beside = folder.with_extension(std::process::id().to_string());
    let installed = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--target"])
        .arg(&beside)
        .args(PACKAGES)
        .status();
    assert!(installed.expect(HELP).success(), "{HELP}");
    if std::fs::rename(&beside, folder).is_err() {
        // Another run was first.
        let _ = std::fs::remove_dir_all(&beside);
    }
}

/// `target/tmp`, seen from `target/debug/deps/<this test>`.
fn target_tmp() -> PathBuf {
    let here = std::env::current_exe().expect("a test knows where it is");
    let target = here.ancestors().nth(3).expect("it is in the target folder");
    let tmp = target.join("tmp");
    std::fs::create_dir_all(&tmp).expect("a folder in target");
    tmp
}
