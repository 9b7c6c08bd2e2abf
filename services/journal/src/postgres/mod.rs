//! The engine for several nodes: PostgreSQL, one head row, one call for each batch.

mod append;
mod lead;
mod read;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{CommandId, NetworkId, Position, StreamId, Version};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Executor, Row};
use uuid::Uuid;

use crate::engine::{Audit, Batch, Engine, NoVerdict, Recorded, Verdict};
use crate::error::{JournalError, Unavailable, Why};
use crate::stored::StoredEvent;

/// Connections of one node: one appends, the others read.
const CONNECTIONS: u32 = 8;
/// The stored format. A later one brings its migration from this one.
const FORMAT: i32 = 2;

/// Every query of ours finds rows by their keys or walks an index in its order. A plan made while the
/// tables were small, or before they were ever analysed, would read them whole, and be kept.
const BY_KEY: [(&str, &str); 4] = [
    ("enable_seqscan", "off"),
    ("enable_hashjoin", "off"),
    ("enable_mergejoin", "off"),
    ("plan_cache_mode", "force_generic_plan"),
];

const SCHEMA: &str = include_str!("schema.sql");

/// The journal in PostgreSQL.
#[derive(Debug, Clone)]
pub struct Postgres {
    pool: PgPool,
    appender: Arc<append::Appender>,
}

impl Postgres {
    /// Connects, and makes the tables when they are not there.
    ///
    /// `synchronous_commit` is set on for our connections whatever the server's default: an answer
    /// comes after the flush.
    ///
    /// # Errors
    /// When the address cannot be read, the server cannot be reached, or holds another format.
    pub async fn connect(url: &str) -> Result<Self, JournalError> {
        let pool = pool(url).await?;
        let mut connection = pool.acquire().await.map_err(unavailable)?;
        // Several nodes may start at once: one makes the tables, the others wait.
        connection.execute("SELECT pg_advisory_lock(6220147)").await.map_err(unavailable)?;
        let made = connection.execute(SCHEMA).await.map(|_| ());
        connection.execute("SELECT pg_advisory_unlock(6220147)").await.map_err(unavailable)?;
        made.map_err(unavailable)?;
        let format: i32 = connection
            .fetch_one("SELECT format FROM journal_format")
            .await
            .and_then(|row| row.try_get(0))
            .map_err(unavailable)?;
        if format != FORMAT {
            return Err(JournalError::Unfit(format!(
                "the journal is of format {format}; this version reads {FORMAT}"
            )));
        }
        drop(connection);
        Ok(Self { pool, appender: Arc::default() })
    }

    /// The head of the journal in a database, of whatever format; `None` when there is no journal. Nothing is
    /// made.
    ///
    /// # Errors
    /// When the address cannot be read, or the server cannot be reached.
    pub async fn found(url: &str) -> Result<Option<Position>, JournalError> {
        let pool = pool(url).await?;
        let there: bool = sqlx::query_scalar("SELECT to_regclass('journal_head') IS NOT NULL")
            .fetch_one(&pool)
            .await
            .map_err(unavailable)?;
        let head = if there { Some(read::head(&pool).await?) } else { None };
        pool.close().await;
        Ok(head)
    }

    /// Closes the connections.
    pub async fn close(&self) {
        // The pool waits for all its connections.
        drop(self.appender.lock().await.take());
        self.pool.close().await;
    }
}

async fn pool(url: &str) -> Result<PgPool, JournalError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|error| JournalError::Unfit(format!("the address of PostgreSQL cannot be read: {error}")))?
        .application_name("entraide")
        .options([
            ("synchronous_commit", "on"),
            ("default_transaction_isolation", "read committed"),
            // A commit that waits for its standby and runs out of time is answered as done.
            ("statement_timeout", "0"),
        ])
        .options(BY_KEY);
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options)
        .await
        .map_err(unavailable)
}

fn unavailable(error: sqlx::Error) -> JournalError {
    JournalError::Unavailable(Unavailable { why: why(&error), told: error.to_string() })
}

/// The word for what PostgreSQL or the line to it says.
fn why(error: &sqlx::Error) -> Why {
    match error {
        sqlx::Error::Database(database) => match database.code().as_deref() {
            Some("53100") => Why::DiskFull,
            Some("25006") => Why::ReadOnlyTransaction,
            Some(code) if code.starts_with("58") => Why::IoError,
            // It stops, starts, takes no more connections, or will not let us in.
            Some(code) if ["08", "28", "3D", "53", "57P"].iter().any(|kind| code.starts_with(kind)) => {
                Why::Unreachable
            }
            _ => Why::Other,
        },
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => Why::Unreachable,
        _ => Why::Other,
    }
}

#[async_trait]
impl Engine for Postgres {
    fn has_standbys(&self) -> bool {
        true
    }

    fn connections(&self) -> Option<(u32, u32)> {
        Some((self.pool.size(), u32::try_from(self.pool.num_idle()).unwrap_or(u32::MAX)))
    }

    async fn commit(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict> {
        append::commit(&self.pool, &self.appender, &batch).await
    }

    async fn versions(&self, streams: &[StreamId]) -> Result<Vec<Version>, JournalError> {
        read::versions(&self.pool, streams).await
    }

    async fn recorded(&self, commands: &[(NetworkId, CommandId)]) -> Result<Vec<Recorded>, JournalError> {
        read::recorded(&self.pool, commands).await
    }

    async fn names(&self, first: Position, last: Position) -> Result<Vec<String>, JournalError> {
        read::names(&self.pool, first, last).await
    }

    async fn head(&self) -> Result<Position, JournalError> {
        read::head(&self.pool).await
    }

    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        kind: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        read::all(&self.pool, after, until, kind, limit).await
    }

    async fn read_back(&self, before: Position, limit: usize) -> Result<Vec<StoredEvent>, JournalError> {
        read::back(&self.pool, before, limit).await
    }

    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        read::stream(&self.pool, stream, after, limit).await
    }

    async fn read_streams(&self, streams: &[StreamId]) -> Result<Vec<Vec<StoredEvent>>, JournalError> {
        read::streams(&self.pool, streams).await
    }

    async fn read_stream_back(
        &self,
        stream: &StreamId,
        before: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        read::stream_back(&self.pool, stream, before, limit).await
    }

    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        read::position_at(&self.pool, instant).await
    }

    async fn commands_after(
        &self,
        after: Option<(NetworkId, CommandId)>,
        limit: usize,
    ) -> Result<Vec<Recorded>, JournalError> {
        read::commands_after(&self.pool, after, limit).await
    }

    async fn restore(&self, events: &[StoredEvent], commands: &[Recorded]) -> Result<(), JournalError> {
        append::restore(&self.pool, events, commands).await
    }

    async fn secure(&self) -> Result<(), JournalError> {
        append::secure(&self.pool).await
    }

    async fn identity(&self) -> Result<Uuid, JournalError> {
        read::identity(&self.pool).await
    }

    async fn lead(&self, node: Uuid, lasts: Duration) -> Result<Option<u64>, JournalError> {
        lead::lead(&self.pool, node, lasts).await
    }

    async fn leave(&self, node: Uuid) -> Result<(), JournalError> {
        lead::leave(&self.pool, node).await
    }

    async fn audit(&self) -> Result<Audit, JournalError> {
        read::audit(&self.pool).await
    }
}
