//! The command line.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::Context;
use clap::{Parser, Subcommand};

use crate::{
    config::Config,
    demo,
    house::{self, House},
    log, wiring,
};

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
    /// Builds the search index anew from the base. Not while another process uses its folder.
    Reindex(Settings),
    /// Checks settings, base, files, index and mail, and says what to do.
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
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(run(arguments.command))
}

#[expect(clippy::print_stdout, reason = "a command line answers on standard output")]
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
            println!("{fresh} migrations were new; the tables are up to date.");
            Ok(())
        }
        Command::Reindex(settings) => {
            let house = House::open(&settings.load()?).await?;
            house.feeder.rebuild().await?;
            println!("The search index is built anew.");
            Ok(())
        }
        Command::Doctor(settings) => house::doctor(&settings.load()?).await,
        Command::Staff {
            command: StaffCommand::Add { email, settings },
        } => {
            let house = House::open(&settings.load()?).await?;
            let tx = house.app.begin().await?;
            accounts::invite_staff(&house.app, &tx, &email).await?;
            tx.commit().await?;
            house.worker.drain().await?;
            println!("{email} is invited. If no letter arrives, `jem doctor` checks the mail.");
            Ok(())
        }
        Command::Routes { json } => {
            let routes = wiring::routes(site::Payroll::default());
            let table = routes.table();
            if json {
                println!("{}", serde_json::to_string_pretty(table)?);
            } else {
                for route in table {
                    let reach = if route.reach == web::routes::Reach::Own {
                        "own"
                    } else {
                        "any"
                    };
                    println!("{:4} {:52} {:32} {reach}", route.method, route.path, route.right);
                }
            }
            Ok(())
        }
    }
}
