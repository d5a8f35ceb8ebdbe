//! Tables, written once for both engines, and their changes over time.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use anyhow::Context;
use sea_orm::{
    ConnectionTrait, DbBackend, Statement,
    sea_query::{
        Alias, ColumnDef, Expr, ExprTrait, IndexCreateStatement, Query, Table, TableAlterStatement,
        TableCreateStatement,
    },
};

use crate::{Clock, Db, Engine};

/// One change of the schema. It runs once, in one transaction, and never changes after release.
pub struct Migration {
    /// Unique in the house, in the form `feature_1_what`.
    pub name: &'static str,
    /// What it does, in order.
    pub steps: fn() -> Vec<Step>,
}

/// A part of a [`Migration`].
pub enum Step {
    /// Makes a table.
    Table(Box<TableCreateStatement>),
    /// Changes a table: one column a step, the most SQLite can do.
    Alter(Box<TableAlterStatement>),
    /// Makes an index.
    Index(Box<IndexCreateStatement>),
    /// What the builders cannot say, in words both engines know.
    Sql(&'static str),
}

impl From<&mut TableCreateStatement> for Step {
    fn from(table: &mut TableCreateStatement) -> Step {
        Step::Table(Box::new(table.take()))
    }
}
impl From<&mut TableAlterStatement> for Step {
    fn from(table: &mut TableAlterStatement) -> Step {
        Step::Alter(Box::new(table.take()))
    }
}
impl From<&mut IndexCreateStatement> for Step {
    fn from(index: &mut IndexCreateStatement) -> Step {
        Step::Index(Box::new(index.take()))
    }
}

/// A required column holding a UUID.
pub fn key(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).uuid().not_null().take()
}
/// The primary key, a UUID.
pub fn primary(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
        .uuid()
        .not_null()
        .primary_key()
        .take()
}
/// A required text.
pub fn text(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).text().not_null().take()
}
/// A required whole number of 64 bits.
pub fn number(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).big_integer().not_null().take()
}
/// A required yes or no.
pub fn boolean(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).boolean().not_null().take()
}
/// A required moment in UTC.
pub fn moment(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
        .timestamp_with_time_zone()
        .not_null()
        .take()
}
/// A required day without time or zone.
pub fn day(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).date().not_null().take()
}
/// A required JSON value.
pub fn json(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name)).json_binary().not_null().take()
}
/// The same column, which may be empty.
pub fn optional(mut column: ColumnDef) -> ColumnDef {
    column.null().take()
}
/// A table with these columns, to go on with (foreign keys, checks).
pub fn table(name: &str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(Alias::new(name));
    for column in columns {
        table.col(column);
    }
    table.take()
}
/// Holds a text column to the given values, as the enum in code does.
pub fn one_of(column: &str, values: &[&'static str]) -> Expr {
    Expr::col(Alias::new(column)).is_in(values.iter().copied())
}

/// Brings the base up to date: this crate's own tables, then `migrations` in the order given.
/// Several processes may call it at once. Says how many were new.
///
/// # Errors
/// When a migration fails; it then left no trace, and those before it stay.
pub async fn migrate(db: &Db, clock: &Clock, migrations: &[Migration]) -> anyhow::Result<usize> {
    let mut names = HashSet::new();
    for migration in own().iter().chain(migrations) {
        // The second one would be taken for done, without a word.
        anyhow::ensure!(
            names.insert(migration.name),
            "two migrations are called {}",
            migration.name
        );
    }
    db.begin().await?.finish_ledger(db.engine()).await?;
    let mut fresh = 0;
    for migration in own().iter().chain(migrations) {
        fresh += usize::from(
            apply(db, clock, migration)
                .await
                .with_context(|| format!("migration {}", migration.name))?,
        );
    }
    Ok(fresh)
}

impl crate::Tx {
    async fn finish_ledger(self, engine: Engine) -> anyhow::Result<()> {
        lock(&self, engine).await?;
        let mut ledger = table("migration", vec![text("name").primary_key().take(), moment("at")]);
        self.execute(ledger.if_not_exists()).await?;
        self.commit().await?;
        Ok(())
    }
}

/// Replicas that start together wait here for each other; SQLite's write lock does it by itself.
async fn lock(tx: &crate::Tx, engine: Engine) -> Result<(), crate::Error> {
    if engine == Engine::Postgres {
        let wait = "SELECT pg_advisory_xact_lock(7305, hashtext(current_schema()))";
        tx.execute_raw(Statement::from_string(DbBackend::Postgres, wait))
            .await?;
    }
    Ok(())
}

async fn apply(db: &Db, clock: &Clock, migration: &Migration) -> anyhow::Result<bool> {
    let tx = db.begin().await?;
    lock(&tx, db.engine()).await?;
    let known = Query::select()
        .expr(Expr::value(1))
        .from(Alias::new("migration"))
        .and_where(Expr::col(Alias::new("name")).eq(migration.name))
        .take();
    if tx.query_one(&known).await?.is_some() {
        return Ok(false);
    }
    for step in (migration.steps)() {
        match step {
            Step::Table(statement) => tx.execute(&*statement).await?,
            Step::Alter(statement) => tx.execute(&*statement).await?,
            Step::Index(statement) => tx.execute(&*statement).await?,
            Step::Sql(sql) => tx.execute_unprepared(sql).await?,
        };
    }
    let noted = Query::insert()
        .into_table(Alias::new("migration"))
        .columns([Alias::new("name"), Alias::new("at")])
        .values_panic([migration.name.into(), clock.now().into()])
        .take();
    tx.execute(&noted).await?;
    tx.commit().await?;
    Ok(true)
}

fn own() -> [Migration; 3] {
    [
        crate::journal::migration(),
        crate::jobs::migration(),
        crate::jobs::ended(),
    ]
}
