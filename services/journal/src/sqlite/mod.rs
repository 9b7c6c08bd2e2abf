//! The embedded engine: one SQLite file, one writer, WAL with `synchronous=FULL`.
//!
//! FULL is read back at start and refused if it is anything else: with NORMAL an acknowledged
//! commit is lost when the power goes. `rusqlite` rather than `sqlx` because the hand-over of each
//! row costs sqlx four to seven times as much on SQLite (see `PERFORMANCE.md`).

mod outcome;
mod read;
mod schema;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{CommandId, NetworkId, Position, StreamId, Version};
use rusqlite::Connection;
use uuid::Uuid;

use crate::engine::{Audit, Batch, Engine, NoVerdict, Recorded, Verdict};
use crate::error::{JournalError, Unavailable, Why};
use crate::stored::StoredEvent;

/// How many idle reading connections are kept.
const READERS: usize = 4;

/// The journal in one SQLite file.
pub struct Sqlite {
    shared: Arc<Shared>,
}

struct Shared {
    path: PathBuf,
    // Closed before the writer: the last connection empties the log into the file, and must be able to.
    readers: Mutex<Vec<read::Reader>>,
    writer: Mutex<write::Writer>,
}

impl Sqlite {
    /// Opens the journal, makes it if it is not there, and asserts the settings that durability
    /// hangs on.
    ///
    /// # Errors
    /// When the file cannot be opened, is of another schema, or does not keep FULL and WAL.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, JournalError> {
        let path = path.as_ref().to_owned();
        let connection = schema::open(&path)?;
        Self::on(path, connection)
    }

    /// Opens it with `synchronous = NORMAL`, which loses acknowledged commits when the power goes: for
    /// the test that must notice.
    ///
    /// # Errors
    /// When the file cannot be opened or is of another schema.
    #[cfg(feature = "canary")]
    pub fn open_unsafely(path: impl AsRef<Path>) -> Result<Self, JournalError> {
        let path = path.as_ref().to_owned();
        let connection = schema::open_unsafely(&path)?;
        Self::on(path, connection)
    }

    fn on(path: PathBuf, connection: Connection) -> Result<Self, JournalError> {
        let writer = write::Writer::new(connection)?;
        Ok(Self {
            shared: Arc::new(Shared { path, writer: Mutex::new(writer), readers: Mutex::new(Vec::new()) }),
        })
    }

    async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut read::Reader) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let shared = Arc::clone(&self.shared);
        blocking(move || {
            let idle = shared.readers.lock().map_err(poisoned)?.pop();
            let mut reader = match idle {
                Some(reader) => reader,
                None => read::Reader::new(schema::open_to_read(&shared.path)?),
            };
            let result = read(&mut reader);
            let mut idle = shared.readers.lock().map_err(poisoned)?;
            if idle.len() < READERS {
                idle.push(reader);
            }
            result
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, JournalError> + Send + 'static,
) -> Result<T, JournalError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| JournalError::Unavailable(format!("the storage thread ended: {error}").into()))?
}

fn poisoned<T>(_: std::sync::PoisonError<T>) -> JournalError {
    JournalError::Unavailable("a storage thread ended badly; restart the node".into())
}

/// What SQLite says, as ours.
fn sql(error: rusqlite::Error) -> JournalError {
    use rusqlite::ErrorCode as Code;
    let why = match error.sqlite_error_code() {
        Some(Code::DiskFull) => Why::DiskFull,
        Some(Code::SystemIoFailure | Code::CannotOpen) => Why::IoError,
        Some(Code::ReadOnly | Code::PermissionDenied) => Why::ReadOnlyTransaction,
        _ => Why::Other,
    };
    JournalError::Unavailable(Unavailable { why, told: error.to_string() })
}

fn connection_settings(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    ["journal_mode", "synchronous", "foreign_keys"]
        .into_iter()
        .map(|name| {
            let value = connection
                .query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))?;
            let value = match value {
                rusqlite::types::Value::Text(text) => text,
                rusqlite::types::Value::Integer(number) => number.to_string(),
                other => format!("{other:?}"),
            };
            Ok((name.to_owned(), value))
        })
        .collect()
}

#[async_trait]
impl Engine for Sqlite {
    async fn commit(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict> {
        let shared = Arc::clone(&self.shared);
        // SQLite is in this process: a failed commit was rolled back, there is nothing in between.
        blocking(move || shared.writer.lock().map_err(poisoned)?.commit(&batch))
            .await
            .map_err(NoVerdict::Failed)
    }

    async fn versions(&self, streams: &[StreamId]) -> Result<Vec<Version>, JournalError> {
        let streams = streams.to_vec();
        self.read(move |reader| streams.iter().map(|stream| reader.version(stream)).collect()).await
    }

    async fn recorded(&self, commands: &[(NetworkId, CommandId)]) -> Result<Vec<Recorded>, JournalError> {
        let commands = commands.to_vec();
        self.read(move |reader| reader.recorded(&commands)).await
    }

    async fn names(&self, first: Position, last: Position) -> Result<Vec<String>, JournalError> {
        self.read(move |reader| reader.names(first, last)).await
    }

    async fn head(&self) -> Result<Position, JournalError> {
        self.read(read::Reader::head).await
    }

    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        kind: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let kind = kind.map(str::to_owned);
        self.read(move |reader| reader.all(after, until, kind.as_deref(), limit)).await
    }

    async fn read_back(&self, before: Position, limit: usize) -> Result<Vec<StoredEvent>, JournalError> {
        self.read(move |reader| reader.back(before, limit)).await
    }

    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let stream = stream.clone();
        self.read(move |reader| reader.stream(&stream, after, limit)).await
    }

    async fn read_streams(&self, streams: &[StreamId]) -> Result<Vec<Vec<StoredEvent>>, JournalError> {
        let streams = streams.to_vec();
        self.read(move |reader| streams.iter().map(|stream| reader.stream(stream, 0, usize::MAX)).collect())
            .await
    }

    async fn read_stream_back(
        &self,
        stream: &StreamId,
        before: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let stream = stream.clone();
        self.read(move |reader| reader.stream_back(&stream, before, limit)).await
    }

    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        self.read(move |reader| reader.position_at(instant)).await
    }

    async fn commands_after(
        &self,
        after: Option<(NetworkId, CommandId)>,
        limit: usize,
    ) -> Result<Vec<Recorded>, JournalError> {
        self.read(move |reader| reader.commands_after(after.as_ref(), limit)).await
    }

    async fn restore(&self, events: &[StoredEvent], commands: &[Recorded]) -> Result<(), JournalError> {
        let shared = Arc::clone(&self.shared);
        let (events, commands) = (events.to_vec(), commands.to_vec());
        blocking(move || shared.writer.lock().map_err(poisoned)?.restore(&events, &commands)).await
    }

    async fn secure(&self) -> Result<(), JournalError> {
        let shared = Arc::clone(&self.shared);
        blocking(move || shared.writer.lock().map_err(poisoned)?.secure()).await
    }

    async fn identity(&self) -> Result<Uuid, JournalError> {
        self.read(read::Reader::identity).await
    }

    async fn broken(&self) -> Result<Vec<String>, JournalError> {
        self.read(read::Reader::broken).await
    }

    async fn audit(&self) -> Result<Audit, JournalError> {
        self.read(read::Reader::audit).await
    }
}
