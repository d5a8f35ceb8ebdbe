//! The server under measure, as a process of its own.

use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::Context;

use crate::client::Connection;

/// A running demo.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first answer.
    pub started_in: Duration,
}

impl Server {
    /// Starts it and waits until it answers.
    pub async fn start(
        binary: &Path,
        folder: &Path,
        missions: usize,
        freelances: usize,
    ) -> anyhow::Result<Server> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let began = Instant::now();
        let mut command = Command::new(binary);
        command.args([
            "demo",
            "--listen",
            &address.to_string(),
            "--missions",
            &missions.to_string(),
            "--freelances",
            &freelances.to_string(),
        ]);
        command
            .arg("--data")
            .arg(folder)
            .env("JEM_LIMITS_FACTOR", "100000")
            .stdout(Stdio::null());
        let mut child = command
            .spawn()
            .with_context(|| format!("start {}", binary.display()))?;
        loop {
            if let Some(status) = child.try_wait()? {
                anyhow::bail!("the server ended before it answered: {status}");
            }
            if let Ok(mut connection) = Connection::open(address).await
                && connection
                    .get("/healthz", "")
                    .await
                    .is_ok_and(|answer| answer.status == 200)
            {
                return Ok(Server {
                    child,
                    address,
                    started_in: began.elapsed(),
                });
            }
            anyhow::ensure!(
                began.elapsed() < Duration::from_secs(900),
                "the server does not answer"
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Memory it holds, in MiB.
    pub fn resident_mib(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("VmRSS")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
        Ok(kib / 1024.0)
    }

    /// Ends it as an operator would, and waits.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill")
            .arg("-TERM")
            .arg(self.child.id().to_string())
            .status()?;
        let status = tokio::task::spawn_blocking(move || self.child.wait()).await??;
        anyhow::ensure!(status.success(), "the server ended with {status}");
        Ok(())
    }
}

/// Processor time used so far by the process `pid`, by all its threads together.
pub fn cpu_of(pid: u32) -> anyhow::Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let after = stat.rsplit_once(')').context("stat")?.1;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks: u64 = fields[11].parse::<u64>()? + fields[12].parse::<u64>()?;
    // Linux counts in hundredths of a second on every machine we know.
    Ok(Duration::from_millis(ticks * 10))
}

impl Server {
    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}
