//! The command line.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use anyhow::Context;
use clap::{Parser, Subcommand};
use tokio::runtime::Runtime;

use crate::{config::Config, demo, doctor::doctor, house::House, log, say::say, upkeep, wiring};

/// JEM: certified freelances and companies of Switzerland and its border regions.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the platform with made-up people on an embedded base.
    Demo {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// Keeps everything in this folder; otherwise in a temporary one.
        #[arg(long)]
        data: Option<PathBuf>,
        /// Uses this empty PostgreSQL base instead of SQLite.
        #[arg(long)]
        database: Option<String>,
        /// How many made-up freelances.
        #[arg(long, default_value_t = 300)]
        freelances: usize,
        /// How many made-up missions.
        #[arg(long, default_value_t = 120)]
        missions: usize,
    },
    /// Serves for real.
    Serve(Settings),
    /// Brings the tables up to date.
    Migrate(Settings),
    /// Builds the search index anew from the base. A running server does it itself and goes on serving.
    Reindex(Settings),
    /// Brings every file under the first key of files.keys, so that older keys may go.
    Rewrap(Settings),
    /// Checks settings, base, files, keys, index and mail, and says what to do.
    Doctor(Settings),
    /// Members of staff.
    Staff {
        #[command(subcommand)]
        command: StaffCommand,
    },
    /// Prints every route and who may call it.
    Routes {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Invites a member of staff: a letter with a link to choose a password.
    Add {
        /// Their address.
        email: String,
        #[command(flatten)]
        settings: Settings,
    },
}

#[derive(clap::Args)]
struct Settings {
    /// The file of settings; otherwise config.toml here, if there is one.
    #[arg(long)]
    config: Option<PathBuf>,
}

impl Settings {
    fn load(&self) -> anyhow::Result<Config> {
        let config = Config::load(self.config.as_deref())?;
        config.check()?;
        Ok(config)
    }
}

/// Runs the command this process was started with.
///
/// # Errors
/// A sentence for whoever typed it.
pub fn main() -> anyhow::Result<()> {
    // Before any connection: the one provider of TLS in this house.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arguments::parse();
    log::start(matches!(arguments.command, Command::Demo { .. }));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    to_the_end(runtime, run(arguments.command), Duration::from_secs(5))
}

/// Runs it, and then waits no longer than this for what it left behind: a thread that never ends must
/// not keep the process.
fn to_the_end<T>(runtime: Runtime, work: impl Future<Output = T>, patience: Duration) -> T {
    let done = runtime.block_on(work);
    runtime.shutdown_timeout(patience);
    done
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Demo {
            listen,
            data,
            database,
            freelances,
            missions,
        } => {
            demo::run(
                listen,
                demo::Place { data, database },
                demo::Size { freelances, missions },
            )
            .await
        }
        Command::Serve(settings) => {
            let config = settings.load()?;
            let house = House::open(&config).await?;
            let listener = tokio::net::TcpListener::bind(&config.http.listen)
                .await
                .with_context(|| format!("http.listen: cannot listen on {}", config.http.listen))?;
            tracing::info!(listen = config.http.listen, "serving");
            house
                .serve(
                    listener,
                    config.network()?,
                    &config.http.metrics,
                    wiring::routes(config.payroll()),
                )
                .await
        }
        Command::Migrate(settings) => {
            let config = settings.load()?;
            let db = db::Db::connect(&config.database).await?;
            let fresh = db::schema::migrate(&db, &db::Clock::system(), &wiring::migrations()).await?;
            say(format_args!(
                "{fresh} migrations were new; the tables are up to date."
            ))?;
            Ok(())
        }
        Command::Reindex(settings) => upkeep::reindex(&settings.load()?).await,
        Command::Rewrap(settings) => upkeep::rewrap(&settings.load()?).await,
        Command::Doctor(settings) => doctor(&settings.load()?).await,
        Command::Staff {
            command: StaffCommand::Add { email, settings },
        } => upkeep::invite(&settings.load()?, &email).await,
        Command::Routes { json } => {
            let routes = wiring::routes(site::Payroll::default());
            let table = routes.table();
            if json {
                say(serde_json::to_string_pretty(table)?)?;
            } else {
                for route in table {
                    let reach = if route.reach == web::routes::Reach::Own {
                        "own"
                    } else {
                        "any"
                    };
                    say(format_args!(
                        "{:4} {:52} {:32} {reach}",
                        route.method, route.path, route.right
                    ))?;
                }
            }
            Ok(())
        }
    }
}

#[cfg(test)]
#[path = "cli_tests.rs"]
mod tests;
