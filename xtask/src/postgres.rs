//! A throw-away PostgreSQL: a cluster of its own in a temporary folder, on a free port of this machine only.
//!
//! A small shell keeps it: it waits for the end of our side of a pipe, then stops the server and removes the
//! folder. The operating system closes the pipe however we end (normally, by Ctrl-C, killed), so nothing is
//! ever left running.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::children;

/// The variable in which the tests find the address.
pub(crate) const VARIABLE: &str = "JEM_TEST_POSTGRES";

/// Everything that makes a server slow so that it survives a crash is off: this one is thrown away.
const SETTINGS: &[&str] = &[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "max_connections=300",
    "shared_buffers=128MB",
    "log_min_messages=fatal",
];

const KEEPER: &str = r#"
programs=$1 folder=$2; shift 2
exec 3<&0
"$programs/postgres" -D "$folder/data" "$@" >"$folder/log" 2>&1 3<&- &
server=$!
(read -r _ <&3; touch "$folder/stopping"; kill -QUIT "$server") &
reader=$!
wait "$server"
kill "$reader" 2>/dev/null
[ -e "$folder/stopping" ] || cat "$folder/log" >&2
cd / && rm -rf "$folder"
"#;

/// A running server; dropping it stops it and removes its folder.
pub(crate) struct Postgres {
    keeper: Child,
    url: String,
}

impl Postgres {
    /// Creates the cluster and waits until it answers.
    ///
    /// # Errors
    /// When no PostgreSQL is installed, or it does not start; its own words are in the error.
    pub(crate) fn start() -> Result<Self> {
        let programs = programs()?;
        let user = User::unprivileged()?;
        let folder = user.folder()?;
        let mut initdb = user.command(&programs.join("initdb"), &folder);
        // C.UTF-8 knows capitals and accents, and is the same on every machine. Only this machine's users can
        // reach the port, and there is nothing to read: no password.
        initdb.args([
            "-U",
            "jem",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "-D",
        ]);
        if let Err(why) = children::output(initdb.arg(folder.join("data"))) {
            let _ = std::fs::remove_dir_all(&folder);
            return Err(why.context("create a throw-away PostgreSQL"));
        }

        let port = free_port()?;
        let mut keeper = user.command(Path::new("/bin/sh"), &folder);
        keeper
            .args(["-c", KEEPER, "postgres-keeper"])
            .arg(&programs)
            .arg(&folder);
        keeper
            .args(["-h", "127.0.0.1", "-p", &port.to_string(), "-k"])
            .arg(&folder);
        keeper.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
        // A group of its own: Ctrl-C in the terminal reaches us, and the end of the pipe reaches the keeper.
        let keeper = keeper
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("start PostgreSQL")?;
        let mut postgres = Self {
            keeper,
            url: format!("postgres://jem@127.0.0.1:{port}/postgres"),
        };
        postgres.wait_until_ready(&programs, port)?;
        Ok(postgres)
    }

    /// The address of its first database, for a user who may create others.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_ready(&mut self, programs: &Path, port: u16) -> Result<()> {
        let start = Instant::now();
        let mut question = Command::new(programs.join("pg_isready"));
        question.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]);
        while !children::succeeds(&mut question) {
            if self.keeper.try_wait().context("look after PostgreSQL")?.is_some() {
                bail!("PostgreSQL stopped at once; its own words are above");
            }
            if start.elapsed() > Duration::from_secs(60) {
                bail!("PostgreSQL does not answer after a minute");
            }
            pause();
        }
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(why) = self.keeper.wait() {
            println!("PostgreSQL may still run: {why}");
        }
    }
}

/// Runs a server until Ctrl-C, printing its address.
///
/// # Errors
/// When it does not start, or stops by itself.
pub(crate) fn until_interrupted() -> Result<()> {
    crate::needs::provide(crate::needs::POSTGRES)?;
    let mut postgres = Postgres::start()?;
    println!("export {VARIABLE}={}", postgres.url());
    println!("PostgreSQL runs until Ctrl-C, and then forgets everything.");
    // Not `wait`, which would first close the pipe that keeps the server alive.
    let stdin = postgres.keeper.stdin.take();
    let ended = postgres.keeper.wait().context("wait for PostgreSQL")?;
    drop(stdin);
    bail!("PostgreSQL stopped by itself: {ended}")
}

/// The folder of the newest PostgreSQL's programs.
///
/// # Errors
/// When there is none of version 15 or later.
pub(crate) fn programs() -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| *version >= 15)
        .map(|version| {
            (
                version,
                PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")),
            )
        })
        .filter(|(_, programs)| programs.join("initdb").exists() && programs.join("postgres").exists())
        .max();
    newest
        .map(|(_, programs)| programs)
        .context("no PostgreSQL 15 or later in /usr/lib/postgresql")
}

/// Whether we may do everything on this machine. PostgreSQL then refuses to run as us.
pub(crate) fn we_are_root() -> bool {
    id("-u", None).is_ok_and(|id| id == 0)
}

/// Who runs the server: ourselves, or somebody harmless when we are root.
struct User(Option<(u32, u32)>);

impl User {
    fn unprivileged() -> Result<Self> {
        if !we_are_root() {
            return Ok(Self(None));
        }
        let ids = |name| Ok::<_, anyhow::Error>((id("-u", Some(name))?, id("-g", Some(name))?));
        Ok(Self(Some(ids("postgres").or_else(|_| ids("nobody"))?)))
    }

    /// A new folder that belongs to this user alone. In `/tmp` itself, which everybody can enter and whose
    /// short name leaves room for the socket's.
    fn folder(&self) -> Result<PathBuf> {
        let made = children::output(Command::new("mktemp").args(["-d", "/tmp/jem-postgres-XXXXXXXX"]))?;
        let folder = PathBuf::from(made.trim());
        if let Self(Some((user, group))) = self {
            std::os::unix::fs::chown(&folder, Some(*user), Some(*group)).context("give a folder away")?;
        }
        Ok(folder)
    }

    fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        // Our own folder may be closed to that user.
        command.current_dir(folder);
        if let Self(Some((user, group))) = self {
            command.uid(*user).gid(*group);
        }
        command
    }
}

fn id(what: &str, name: Option<&str>) -> Result<u32> {
    let said = children::output(Command::new("id").arg(what).args(name))?;
    said.trim()
        .parse()
        .with_context(|| format!("understand the id {said:?}"))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("find a free port")?;
    Ok(listener.local_addr()?.port())
}

#[expect(clippy::disallowed_methods, reason = "this program serves nobody meanwhile")]
fn pause() {
    std::thread::sleep(Duration::from_millis(50));
}

#[cfg(test)]
mod tests;
