//! The machinery of the house: `cargo xtask …` sets up what it needs, then tests, measures or shows.
//!
//! Everything works on a fresh Debian machine with Rust, and says in a sentence what it installs or lacks.
//! The house rules (who may call whom, where text and tables live) are this crate's own tests.
#![expect(clippy::print_stdout, reason = "a command-line tool speaks on its output")]

mod browser;
mod cargo;
mod children;
mod needs;
mod phases;
mod postgres;

#[cfg(test)]
mod house;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use phases::Phases;

/// What the machinery can do.
#[derive(Parser)]
#[command(name = "cargo xtask", about = "Tests, measures and shows JEM")]
enum Xtask {
    /// Everything: tools, format, lints, house rules, tests on both databases, journeys in a browser
    Test {
        /// Leaves the browser journeys out
        #[arg(long)]
        no_browser: bool,
    },
    /// Format, lints and house rules: no database, no browser
    Check,
    /// Journeys in a browser only
    E2e {
        /// Runs the files whose name contains this
        filter: Option<String>,
    },
    #[command(flatten)]
    Tools(Tools),
}

/// What developers use beside the tests.
#[derive(Subcommand)]
enum Tools {
    /// Runs a throw-away PostgreSQL and prints its address, until Ctrl-C
    Postgres,
    /// Measures a release build: the rest of the line goes to the bench
    Bench {
        /// Passed on as they are
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
}

fn main() -> ExitCode {
    let answer = match Xtask::parse() {
        Xtask::Test { no_browser } => Ok(test(!no_browser)),
        Xtask::Check => Ok(check()),
        Xtask::E2e { filter } => Ok(e2e(filter.as_deref())),
        Xtask::Tools(Tools::Postgres) => postgres::until_interrupted().map(|()| true),
        Xtask::Tools(Tools::Bench { args }) => {
            let mut bench = cargo::command(["run", "--release", "-p", "bench", "--"]);
            children::run(bench.args(args)).map(|()| true)
        }
    };
    match answer {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            println!("{why:#}");
            ExitCode::FAILURE
        }
    }
}

fn test(with_browser: bool) -> bool {
    let mut phases = Phases::default();
    let wanted = if with_browser { needs::ALL } else { needs::POSTGRES };
    if phases.run("tools", || needs::provide(wanted)) {
        format_and_lints(&mut phases);
        phases.counted("tests", || {
            let postgres = postgres::Postgres::start()?;
            let mut tests = cargo::command(["test", "--workspace", "--no-fail-fast"]);
            children::count(tests.env(postgres::VARIABLE, postgres.url()))
        });
        if with_browser {
            browser_journeys(&mut phases, None);
        }
    }
    phases.finish()
}

fn check() -> bool {
    let mut phases = Phases::default();
    format_and_lints(&mut phases);
    phases.counted("house rules", || {
        // A breach names its place; where the rule itself stands is of no use.
        let mut rules = cargo::command(["test", "-p", "xtask", "--", "house"]);
        children::count(rules.env("RUST_BACKTRACE", "0"))
    });
    phases.finish()
}

fn e2e(filter: Option<&str>) -> bool {
    let mut phases = Phases::default();
    if phases.run("tools", || needs::provide(needs::ALL)) {
        browser_journeys(&mut phases, filter);
    }
    phases.finish()
}

fn format_and_lints(phases: &mut Phases) {
    phases.run("format", || {
        children::run(&mut cargo::command(["fmt", "--all", "--check"]))
    });
    phases.run("lints", || {
        children::run(&mut cargo::command([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    });
    // The house rules read deny.toml too, so a machine without the real tool misses only the advisories.
    if cargo::has("deny") {
        phases.run("dependencies", || {
            children::run(&mut cargo::command([
                "deny", "check", "bans", "licenses", "sources",
            ]))
        });
    }
}

fn browser_journeys(phases: &mut Phases, filter: Option<&str>) {
    let mut server = None;
    phases.run("server", || {
        server = Some(browser::build_server()?);
        Ok(())
    });
    if let Some(server) = server {
        phases.counted("browser", || {
            let postgres = postgres::Postgres::start()?;
            browser::journeys(&server, postgres.url(), filter)
        });
    }
}
