//! A real mail server beside the test: aiosmtpd, from PyPI, run by python3.

#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// A running server; it ends with the value.
pub(super) struct Server {
    pub(super) port: u16,
    process: Child,
    said: BufReader<ChildStdout>,
}

impl Server {
    pub(super) fn start(arguments: &[&str], certificate: Option<&Certificate>) -> Server {
        let mut command = python();
        command.args(["-c", include_str!("server.py")]);
        command.args(arguments);
        if let Some(certificate) = certificate {
            command.arg("--certificate").arg(certificate.path());
            command.arg("--key").arg(certificate.key());
        }
        let mut process = command.stdout(Stdio::piped()).spawn().expect("python3 starts");
        let said = BufReader::new(process.stdout.take().expect("its output is piped"));
        let mut server = Server {
            port: 0,
            process,
            said,
        };
        server.port = serde_json::from_value(server.letter()).expect("a port");
        server
    }

    /// The next letter the server took; waits for it.
    pub(super) fn letter(&mut self) -> Value {
        let mut line = String::new();
        self.said.read_line(&mut line).expect("the server speaks");
        serde_json::from_str(&line).expect("the server says JSON")
    }

    pub(super) fn stop(&mut self) {
        // Fails when the server has ended already, which is what we want.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A certificate for `localhost` that vouches for itself.
pub(super) struct Certificate(TempDir);

impl Certificate {
    pub(super) fn new() -> Certificate {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]);
        let made = made.expect("a certificate can be made");
        let certificate = Certificate(TempDir::new().expect("a folder"));
        std::fs::write(certificate.path(), made.cert.pem()).expect("written");
        std::fs::write(certificate.key(), made.signing_key.serialize_pem()).expect("written");
        certificate
    }

    pub(super) fn path(&self) -> PathBuf {
        self.0.path().join("certificate.pem")
    }

    fn key(&self) -> PathBuf {
        self.0.path().join("key.pem")
    }
}

const HELP: &str = "the mail tests speak with a real server, aiosmtpd: install python3 with pip \
                    (Debian: apt-get install python3-pip), or aiosmtpd itself";

/// python3, knowing aiosmtpd: the machine's own, or one fetched once into the target
/// folder.
fn python() -> Command {
    static PACKAGES: OnceLock<Option<PathBuf>> = OnceLock::new();
    let packages = PACKAGES.get_or_init(|| {
        if knows_aiosmtpd(None) {
            return None;
        }
        let folder = target_tmp().join("python-aiosmtpd-1.4.6");
        if !knows_aiosmtpd(Some(&folder)) {
            fetch(&folder);
        }
        Some(folder)
    });
    command(packages.as_deref())
}

fn command(packages: Option<&Path>) -> Command {
    let mut command = Command::new("python3");
    if let Some(folder) = packages {
        command.env("PYTHONPATH", folder);
    }
    command
}

fn knows_aiosmtpd(packages: Option<&Path>) -> bool {
    let mut command = command(packages);
    command.args(["-c", "import aiosmtpd"]).stderr(Stdio::null());
    command.status().expect(HELP).success()
}

/// Installs beside, then renames: two test runs at once do not disturb each other.
fn fetch(folder: &Path) {
    let beside = folder.with_extension(std::process::id().to_string());
    let installed = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--target"])
        .args([beside.as_os_str(), "aiosmtpd==1.4.6".as_ref()])
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
