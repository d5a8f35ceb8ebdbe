//! The house put together, and its life from start to stop.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use app::{App, Feeder, Parts, Site};
use db::{Clock, Db, jobs::Worker};
use tokio::net::TcpListener;
use web::{Routes, Web};

use crate::{
    chrome::Surroundings,
    config::Config,
    machines,
    members::{Addresses, Sessions},
    wiring,
};

/// The services with what works behind the pages.
pub struct House {
    /// The services.
    pub app: App,
    /// Does jobs.
    pub worker: Worker,
    /// Feeds the search shelves.
    pub feeder: Feeder,
}

impl House {
    /// Opens everything the settings name and brings the tables up to date.
    ///
    /// # Errors
    /// A sentence that says what could not be opened.
    pub async fn open(config: &Config) -> anyhow::Result<House> {
        let app = open(config).await?;
        Ok(House::around(app, &config.search.folder))
    }

    /// Connects rooms and services.
    pub fn around(app: App, search: &Path) -> House {
        app.fill_address_book(Arc::new(Addresses(app.db().clone())));
        let worker = app.worker(wiring::reactions(), wiring::jobs());
        let feeder = Feeder::new(app.clone(), wiring::feeds(), Some(search.to_owned()));
        House { app, worker, feeder }
    }

    /// Serves until the process is told to stop, then finishes what is in flight.
    ///
    /// # Errors
    /// When the shelves cannot be prepared or the socket breaks.
    pub async fn serve(
        self,
        listener: TcpListener,
        network: web::Settings,
        metrics: &str,
        routes: Routes,
    ) -> anyhow::Result<()> {
        let recorder = machines::record()?;
        self.feeder.prepare().await?;
        let web = Web::new(
            self.app.clone(),
            network,
            Arc::new(Sessions),
            Arc::new(Surroundings),
        );
        let router = web::serve::service(&web, routes);
        let feeder = tokio::spawn(self.feeder.run());
        let worker = tokio::spawn(self.worker.run(self.app.stopping()));
        let sweeper = tokio::spawn(sweep(self.app.clone()));
        if !metrics.is_empty() {
            let listener = TcpListener::bind(metrics)
                .await
                .with_context(|| format!("serve metrics on {metrics}"))?;
            tokio::spawn(machines::serve_metrics(listener, recorder, self.app.clone()));
        }
        let stopper = self.app.clone();
        tokio::spawn(async move {
            told_to_stop().await;
            tracing::info!("stopping");
            stopper.stop();
        });
        web::serve::serve(&web, router, listener).await?;
        let _ = tokio::time::timeout(Duration::from_secs(30), async { tokio::join!(feeder, worker) }).await;
        sweeper.abort();
        self.app.db().close().await;
        Ok(())
    }
}

/// Opens what the settings name.
async fn open(config: &Config) -> anyhow::Result<App> {
    let db = Db::connect(&config.database).await?;
    let clock = Clock::system();
    db::schema::migrate(&db, &clock, &wiring::migrations()).await?;
    Ok(App::new(Parts {
        db,
        clock,
        mailer: config.mailer()?,
        files: files::Files::open(&config.storage()?)?,
        library: search::Library::open(Some(&config.search.folder), &wiring::shelves())?,
        site: Site {
            url: config.site.url.clone(),
            name: config.site.name.clone(),
            operator: config.site.operator.clone(),
        },
        secret: config.secret()?,
        limits: config.limits.factor,
    }))
}

/// Forgets what has expired, every hour.
async fn sweep(app: App) {
    loop {
        for (what, swept) in [
            ("forms", web::sweep(&app).await),
            ("sessions and links", accounts::sweep(&app).await),
        ] {
            if let Err(error) = swept {
                tracing::warn!(%error, "could not sweep {what}");
            }
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(interrupt.await),
    }
}

/// Checks everything that serving needs, one by one, and says what to do about what fails.
///
/// # Errors
/// When something failed; by then all was said.
#[expect(clippy::print_stdout, reason = "a command line answers on standard output")]
pub async fn doctor(config: &Config) -> anyhow::Result<()> {
    println!("settings  ok");
    let app = open(config)
        .await
        .context("Nothing more can be checked until this is mended")?;
    let checks: [(&str, anyhow::Result<()>, &str); 3] = [
        (
            "database",
            app.db().check().await.map_err(Into::into),
            "Is the disk full? May this user write there? See database.url.",
        ),
        (
            "files",
            app.files().check().await,
            "See files.url and, for S3, its keys and endpoint.",
        ),
        (
            "mail",
            app.mailer().check().await,
            "See mail.host, mail.port, mail.security, mail.user and mail.password.",
        ),
    ];
    let mut ill = 0;
    for (name, result, advice) in checks {
        match result {
            Ok(()) => println!("{name:9} ok"),
            Err(error) => {
                ill += 1;
                println!("{name:9} {error:#}\n          {advice}");
            }
        }
    }
    for shelf in wiring::shelves() {
        match app.library().needs_rebuild(shelf.name)? {
            false => println!("index     ok: {}", shelf.name),
            true => println!(
                "index     {} will be built at the next start, or now by `jem reindex`",
                shelf.name
            ),
        }
    }
    let (waiting, dead) = db::jobs::counts(app.db()).await?;
    println!("jobs      {waiting} waiting, {dead} given up");
    anyhow::ensure!(ill == 0, "{ill} of 3 checks failed");
    Ok(())
}
