//! `jem demo`: the platform with made-up people, on a base of its own. `jem serve` never comes
//! here: what only a demo has (the mailbox) is added in this module alone.

mod cast;
mod content;
mod crowd;
mod drawings;
mod mailbox;
mod still;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::Context;
use app::{App, Parts, Site};
use db::{Clock, Db};

use crate::{config::folder_url, house::House, say::say, wiring};

pub use cast::{ACCOUNTS, BRUN, COLIBRI, JONAS, LEA, MARA, NADIA, NEUVE};

/// The password of every account in a demo.
pub const PASSWORD: &str = "demo-jem-2026";

/// How large the made-up crowd is.
#[derive(Clone, Copy)]
pub struct Size {
    /// Freelances besides the standing cast.
    pub freelances: usize,
    /// Missions besides those of the standing cast.
    pub missions: usize,
}

/// Where a demo keeps what it needs.
pub struct Place {
    /// A folder that stays; otherwise a temporary one.
    pub data: Option<PathBuf>,
    /// An empty PostgreSQL base; otherwise SQLite in the folder.
    pub database: Option<String>,
}

/// Makes up the crowd and the standing cast. The base must be empty.
///
/// # Errors
/// When the base or the file storage refuses.
pub async fn plant(app: &App, size: Size) -> anyhow::Result<()> {
    crowd::plant(app, size).await.context("make up the crowd")?;
    cast::plant(app).await.context("make up the standing cast")
}

/// Serves a demo until told to stop. A folder that was filled before is served as it is.
///
/// # Errors
/// When the folder, the base or the address cannot be used.
pub async fn run(listen: SocketAddr, place: Place, size: Size) -> anyhow::Result<()> {
    let began = Instant::now();
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("listen on {listen}"))?;
    let address = listener.local_addr()?;
    // Removed when this function ends.
    let temporary = tempfile::tempdir()?;
    let folder = place.data.unwrap_or_else(|| temporary.path().to_owned());
    let filled = folder.join("filled");
    let app = open(&folder, place.database, address, filled.exists()).await?;
    let house = House::around(app.clone(), &folder.join("search"));
    if !filled.exists() {
        plant(&app, size).await?;
        house.worker.drain().await?;
        std::fs::write(&filled, "")?;
    }
    let (seconds, port) = (began.elapsed().as_secs_f64(), address.port());
    say(format!(
        "JEM, ready after {seconds:.1} s on http://localhost:{port}"
    ))?;
    say(format!("  mailbox   http://localhost:{port}/demo/mail"))?;
    say(format!("  password  {PASSWORD} for every account:"))?;
    for (email, who) in ACCOUNTS {
        say(format!("            {email:22} {who}"))?;
    }
    let payroll = site::Payroll {
        percent: Some("5".to_owned()),
        ..site::Payroll::default()
    };
    let routes = wiring::routes(payroll)
        .and(mailbox::routes())
        .and(still::routes(folder.join("static.gz")));
    house.serve(listener, web::Settings::default(), "", routes).await
}

async fn open(
    folder: &Path,
    database: Option<String>,
    address: SocketAddr,
    is_filled: bool,
) -> anyhow::Result<App> {
    folder_url(folder)?;
    let clock = Clock::system();
    let own = || format!("sqlite:{}", folder.join("base.sqlite").display());
    let db = Db::connect(&db::Settings {
        url: database.unwrap_or_else(own),
        connections: 4,
    })
    .await?;
    let migrations = wiring::migrations();
    let fresh = db::schema::migrate(&db, &clock, &migrations).await?;
    // Made-up people never come among real ones.
    anyhow::ensure!(
        is_filled || fresh >= migrations.len(),
        "The base is not empty, and a demo fills only an empty one: delete it, or name another."
    );
    let url = format!("http://localhost:{}", address.port());
    let sender = mail::Sender {
        name: "JEM".into(),
        address: "bonjour@jem.example".into(),
        host: "jem.example".into(),
    };
    let factor = std::env::var("JEM_LIMITS_FACTOR")
        .ok()
        .and_then(|factor| factor.parse().ok())
        .unwrap_or(1.0);
    let (secret, key) = secrets(&folder.join("secrets"))?;
    let files = files::Settings {
        url: folder_url(&folder.join("files"))?,
        s3: files::S3::default(),
        keys: vec![key.parse()?],
    };
    Ok(App::new(Parts {
        db,
        clock,
        mailer: mail::Mailer::memory(sender)?,
        files: files::Files::open(&files)?,
        library: search::Library::open(Some(&folder.join("search")), &wiring::shelves())?,
        site: Site {
            url,
            name: "JEM".into(),
            operator: "JEM by SPS".into(),
        },
        secret: secret.into_bytes(),
        limits: factor,
    }))
}

/// What signs forms and what encrypts files: made once for a folder, kept in it.
fn secrets(file: &Path) -> anyhow::Result<(String, String)> {
    if let Ok(kept) = std::fs::read_to_string(file) {
        let (secret, key) = kept
            .split_once('\n')
            .context("the demo's secrets are damaged: delete its folder")?;
        return Ok((secret.to_owned(), key.trim().to_owned()));
    }
    let secret = app::Token::random().reveal().to_owned();
    let key = files::Key::generate()?.to_base64();
    std::fs::write(file, format!("{secret}\n{key}\n"))?;
    Ok((secret, key))
}
