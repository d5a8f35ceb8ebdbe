#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;

fn answers(postgres: &Postgres) -> bool {
    let mut question = Command::new(programs().unwrap().join("psql"));
    children::succeeds(question.args([postgres.url(), "-c", "create database another"]))
}

#[test]
fn a_throw_away_server_lets_tests_create_databases_and_leaves_nothing() {
    // A machine without PostgreSQL still checks the other rules: `cargo xtask check` promises no database.
    if programs().is_err() {
        return;
    }
    let postgres = Postgres::start().unwrap();
    let url = postgres.url().to_owned();

    assert!(answers(&postgres));

    drop(postgres);
    assert!(!children::succeeds(
        Command::new(programs().unwrap().join("psql")).args([&url, "-c", "select 1"])
    ));
}
