//! The house put together, and its life from start to stop.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, SystemTime},
};

use anyhow::Context;
use app::{App, Feeder, Parts, Site};
use db::{Clock, Db, jobs::Worker};
use search::Library;
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
        let library = Library::open(Some(&config.search.folder), &wiring::shelves())?;
        let app = open(config, library).await?;
        Ok(House::around(app, &config.search.folder))
    }

    /// The same without the search index, which one process at a time may open: for commands that
    /// work beside a running server. Only its feeder is of no use: there is nothing to feed.
    ///
    /// # Errors
    /// As [`House::open`].
    pub async fn beside(config: &Config) -> anyhow::Result<House> {
        let app = open(config, Library::open(None, &[])?).await?;
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
async fn open(config: &Config, library: Library) -> anyhow::Result<App> {
    let db = Db::connect(&config.database).await?;
    let clock = Clock::system();
    db::schema::migrate(&db, &clock, &wiring::migrations()).await?;
    Ok(App::new(Parts {
        db,
        clock,
        mailer: config.mailer()?,
        files: files::Files::open(&config.storage()?)?,
        library,
        site: Site {
            url: config.site.url.clone(),
            name: config.site.name.clone(),
            operator: config.site.operator.clone(),
        },
        secret: config.secret()?,
        limits: config.limits.factor,
    }))
}

/// Forgets what has expired, every hour; files that nobody names, at the start and every day.
async fn sweep(app: App) {
    for hour in 0_u64.. {
        let yesterday = app.now() - chrono::TimeDelta::days(1);
        if hour % 24 == 0
            && let Err(error) = sweep_files(&app, yesterday.into()).await
        {
            tracing::warn!(error = format!("{error:#}"), "could not sweep files");
        }
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

/// Deletes files written before this moment that no room names: a file is stored before the row that
/// names it, and whoever sent it, or this process, may be gone in between.
async fn sweep_files(app: &App, before: SystemTime) -> anyhow::Result<()> {
    // Listed first: what is named later is not among them.
    let old = app.files().before(before).await?;
    let used = wiring::files_in_use(app.db().read()).await?;
    let unnamed: Vec<_> = old.into_iter().filter(|file| !used.contains(file)).collect();
    anyhow::ensure!(
        unnamed.len() <= used.len(),
        "{} files are named by no row, more than the {} that are: is this the base they belong to?",
        unnamed.len(),
        used.len()
    );
    for file in unnamed {
        app.files().delete(file).await?;
        tracing::info!(%file, "deleted a file that nobody named");
    }
    Ok(())
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

#[cfg(test)]
#[path = "house_tests.rs"]
mod tests;
