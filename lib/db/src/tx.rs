//! A write in progress.

#[cfg(test)]
mod tests;

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, ExecResult, QueryResult, Statement};

use crate::{Db, Error, signals::Signal};

/// A write transaction. Dropped without [`Tx::commit`], it leaves no trace.
///
/// It is a connection like any other to the ORM: `Entity::find().one(&tx)`.
pub struct Tx {
    inner: DatabaseTransaction,
    db: Db,
    signals: Mutex<Vec<Signal>>,
    /// The engine gave this transaction up in the middle.
    lost: AtomicBool,
}

impl Tx {
    pub(crate) fn new(inner: DatabaseTransaction, db: Db) -> Tx {
        Tx {
            inner,
            db,
            signals: Mutex::default(),
            lost: AtomicBool::new(false),
        }
    }

    /// SQLite gives a transaction up when a disk is full, and would take what comes after it as
    /// writes of their own; PostgreSQL refuses everything by itself. Here both refuse.
    async fn still<T>(&self, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        if self.lost.load(Ordering::Acquire) {
            return Err(lost());
        }
        work.await.inspect_err(|error| {
            if crate::is_passing(error) {
                self.lost.store(true, Ordering::Release);
            }
        })
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    /// Sends `signal` to every process on this base, if and when this commits.
    pub fn signal(&self, signal: Signal) {
        let mut waiting = self.signals.lock().unwrap_or_else(PoisonError::into_inner);
        if !waiting.contains(&signal) {
            waiting.push(signal);
        }
    }

    /// Makes everything done here lasting, then lets the signals go.
    ///
    /// # Errors
    /// When the engine could not commit; then nothing happened. When the connection broke in the
    /// middle, it may have happened: that is what one-time keys are for.
    pub async fn commit(self) -> Result<(), Error> {
        // A task of its own: when the caller goes away meanwhile (a closed browser), the commit may
        // still happen, and then its signals must go out all the same.
        let committing = tokio::spawn(async move {
            if self.lost.into_inner() {
                return Err(lost());
            }
            let signals = self.signals.into_inner().unwrap_or_else(PoisonError::into_inner);
            self.db.signals().announce(&self.inner, &signals).await?;
            self.inner.commit().await?;
            self.db.signals().deliver(signals);
            Ok(())
        });
        committing
            .await
            .unwrap_or_else(|gone| Err(Error::Custom(format!("the commit was interrupted: {gone}"))))
    }

    /// Gives everything up. Dropping does the same; this one waits until it is done.
    ///
    /// # Errors
    /// When the connection broke; nothing was written then either.
    pub async fn rollback(self) -> Result<(), Error> {
        self.inner.rollback().await
    }
}

fn lost() -> Error {
    Error::Custom("the engine gave the transaction up after an earlier error".to_owned())
}

#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, Error> {
        self.still(self.inner.execute_raw(statement)).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, Error> {
        self.still(self.inner.execute_unprepared(sql)).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, Error> {
        self.still(self.inner.query_one_raw(statement)).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, Error> {
        self.still(self.inner.query_all_raw(statement)).await
    }
}
