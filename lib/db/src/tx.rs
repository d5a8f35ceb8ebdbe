//! A write in progress.

use std::sync::{Mutex, PoisonError};

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
}

impl Tx {
    pub(crate) fn new(inner: DatabaseTransaction, db: Db) -> Tx {
        Tx {
            inner,
            db,
            signals: Mutex::default(),
        }
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
    /// When the engine could not commit; then nothing happened.
    pub async fn commit(self) -> Result<(), Error> {
        let signals = self.signals.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.db.signals().announce(&self.inner, &signals).await?;
        self.inner.commit().await?;
        self.db.signals().deliver(signals);
        Ok(())
    }

    /// Gives everything up. Dropping does the same; this one waits until it is done.
    ///
    /// # Errors
    /// When the connection broke; nothing was written then either.
    pub async fn rollback(self) -> Result<(), Error> {
        self.inner.rollback().await
    }
}

#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, Error> {
        self.inner.execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, Error> {
        self.inner.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, Error> {
        self.inner.query_one_raw(statement).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, Error> {
        self.inner.query_all_raw(statement).await
    }
}
