//! `cargo xtask bench`: how fast the house answers, as ratios measured in one run on one machine.
//!
//! It fills a demo, starts it a second time (so that the index is in place), and asks it for the
//! search page of a signed-in freelance, for the same bytes as a static answer, and to take
//! messages. Client and server share the machine's cores: compare the rows, quote no absolutes.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{path::PathBuf, time::Duration};

use bench::{
    client::Browser,
    load::{self, Figures},
    server::Server,
};
use clap::Parser;

#[derive(Parser)]
struct Arguments {
    /// Missions in the base.
    #[arg(long, default_value_t = 20_000)]
    missions: usize,
    /// Freelances in the base.
    #[arg(long, default_value_t = 2_000)]
    freelances: usize,
    /// Connections at once.
    #[arg(long, default_value_t = 16)]
    connections: usize,
    /// Seconds for each row.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Keeps the base in this folder, and uses it again when it is filled.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The server to measure; by default the release build beside this program.
    #[arg(long)]
    server: Option<PathBuf>,
}

/// What freelances type and tick, from one word to everything.
const SEARCHES: [&str; 8] = [
    "q=audit",
    "q=comptabilite&category=business",
    "q=equipe&workplace=hybrid",
    "",
    "q=redaction+newsletter",
    "category=data&category=marketing",
    "q=donnees&rate_from=800",
    "q=strategie&sort=newest&page=2",
];

/// The same without the rate.
const FRESH: [&str; 6] = [
    "q=audit",
    "q=comptabilite&category=business",
    "q=equipe&workplace=hybrid",
    "q=redaction+newsletter",
    "category=data&category=marketing",
    "q=donnees",
];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let temporary = tempfile::tempdir()?;
    let folder = arguments
        .data
        .clone()
        .unwrap_or_else(|| temporary.path().join("data"));
    let server = match &arguments.server {
        Some(server) => server.clone(),
        None => std::env::current_exe()?.with_file_name("jem"),
    };
    if !folder.join("filled").exists() {
        println!(
            "filling: {} missions, {} freelances …",
            arguments.missions, arguments.freelances
        );
        Server::start(&server, &folder, arguments.missions, arguments.freelances)
            .await?
            .stop()
            .await?;
    }
    let server = Server::start(&server, &folder, arguments.missions, arguments.freelances).await?;
    println!(
        "start to first answer   {:>8.0} ms (index in place)",
        server.started_in.as_secs_f64() * 1e3
    );

    let lea = Browser::sign_in(server.address, server.pid(), "lea@jem.example").await?;
    let pages: Vec<String> = SEARCHES
        .iter()
        .map(|query| format!("/missions?{query}"))
        .collect();
    let shown = lea.get(&pages[0]).await?;
    anyhow::ensure!(shown.status == 200, "the search page answers {}", shown.status);
    println!(
        "search page             {:>8} bytes as a browser gets them ({})",
        shown.body.len(),
        shown.encoding
    );
    std::fs::write(folder.join("static.gz"), &shown.body)?;

    let for_so_long = Duration::from_secs(arguments.seconds);
    let search = load::pages(&lea, &pages, arguments.connections, for_so_long).await?;
    let fresh = load::pages(&lea, &new_searches(), arguments.connections, for_so_long).await?;
    let still = load::pages(
        &lea,
        &["/demo/static".to_owned()],
        arguments.connections,
        for_so_long,
    )
    .await?;
    let messages = load::messages(&lea, arguments.connections, for_so_long).await?;
    println!("                         per second    p50 ms    p99 ms  p99/p50   server CPU µs each");
    for (name, figures) in [
        ("(a) mission search", &search),
        ("    each one a new one", &fresh),
        ("(b) message sent", &messages),
        ("(c) same bytes, static", &still),
    ] {
        println!("{name:24} {}", row(figures));
    }
    println!(
        "ratio a/c               {:>8.3}, {:.3} where each search is a new one",
        search.per_second() / still.per_second(),
        fresh.per_second() / still.per_second()
    );
    println!(
        "memory                  {:>8.0} MiB resident",
        server.resident_mib()?
    );
    server.stop().await
}

/// Searches with a lowest rate and a page each of their own: the server remembers what it has drawn, and has
/// drawn none of these.
fn new_searches() -> Vec<String> {
    let search = |n: usize| {
        let (query, rate, page) = (FRESH[n % FRESH.len()], 100 + n / FRESH.len() % 500, 1 + n / 3_000);
        format!("/missions?{query}&rate_from={rate}&page={page}")
    };
    (0..21_000).map(search).collect()
}

fn row(figures: &Figures) -> String {
    let (p50, p99) = (figures.at(0.50), figures.at(0.99));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let ratio = p99.as_secs_f64() / p50.as_secs_f64().max(1e-9);
    format!(
        "{:>10.0} {:>9.2} {:>9.2} {:>8.1} {:>12.0}",
        figures.per_second(),
        ms(p50),
        ms(p99),
        ratio,
        figures.cpu_each.as_secs_f64() * 1e6
    )
}
