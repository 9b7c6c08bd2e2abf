//! Engines with one named fault each: the canaries.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use journal::engine::{Audit, Batch, NoVerdict, Recorded, Verdict};
use journal::{Engine, JournalError, StoredEvent};
use kernel::{CommandId, NetworkId, Position, StreamId, Version};
use tokio::sync::Mutex;

/// The fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bend {
    /// A batch that failed is answered as if it were there.
    SwallowsErrors,
    /// A batch is answered first and committed a moment later.
    AnswersFirst,
    /// What can be read is taken to be safe.
    NeverSecures,
    /// Whatever is done for all is taken, in whatever term.
    IgnoresTerms,
}

/// An engine with a fault.
pub(crate) struct Bent {
    inner: Arc<dyn Engine>,
    bend: Bend,
    /// Where the journal will stand once everything that was answered is committed.
    promised: Mutex<Option<Position>>,
    /// One batch after the other.
    turn: Arc<Mutex<()>>,
}

impl Bent {
    /// An engine with this fault.
    pub(crate) fn new(inner: Arc<dyn Engine>, bend: Bend) -> Arc<Self> {
        Arc::new(Self { inner, bend, promised: Mutex::new(None), turn: Arc::default() })
    }

    async fn answer_first(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict> {
        let mut promised = self.promised.lock().await;
        let before = match *promised {
            Some(position) => position,
            None => self.inner.head().await.map_err(NoVerdict::Failed)?,
        };
        *promised = Some(Position(before.0 + batch.events.len() as u64));
        let (inner, turn) = (Arc::clone(&self.inner), Arc::clone(&self.turn).lock_owned().await);
        let recorded_at = batch.recorded_at;
        tokio::spawn(async move {
            let _turn = turn;
            // As long as a slow disk: a kill often falls in between.
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            let _ = inner.commit(batch).await;
        });
        Ok(Verdict::Committed { before, recorded_at })
    }
}

#[async_trait]
impl Engine for Bent {
    async fn commit(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict> {
        match self.bend {
            Bend::AnswersFirst => self.answer_first(batch).await,
            Bend::NeverSecures => self.inner.commit(batch).await,
            Bend::IgnoresTerms => {
                self.inner.commit(Arc::new(Batch { term: None, ..Arc::unwrap_or_clone(batch) })).await
            }
            Bend::SwallowsErrors => {
                let recorded_at = batch.recorded_at;
                match self.inner.commit(batch).await {
                    Err(_) => {
                        let before = self.inner.head().await.unwrap_or(Position(0));
                        Ok(Verdict::Committed { before, recorded_at })
                    }
                    verdict => verdict,
                }
            }
        }
    }

    async fn secure(&self) -> Result<(), JournalError> {
        if self.bend == Bend::NeverSecures { Ok(()) } else { self.inner.secure().await }
    }

    async fn versions(&self, streams: &[StreamId]) -> Result<Vec<Version>, JournalError> {
        self.inner.versions(streams).await
    }
    async fn recorded(&self, commands: &[(NetworkId, CommandId)]) -> Result<Vec<Recorded>, JournalError> {
        self.inner.recorded(commands).await
    }
    async fn names(&self, first: Position, last: Position) -> Result<Vec<String>, JournalError> {
        self.inner.names(first, last).await
    }
    async fn head(&self) -> Result<Position, JournalError> {
        self.inner.head().await
    }
    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        kind: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        self.inner.read_all(after, until, kind, limit).await
    }
    async fn read_back(&self, before: Position, limit: usize) -> Result<Vec<StoredEvent>, JournalError> {
        self.inner.read_back(before, limit).await
    }
    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        self.inner.read_stream(stream, after, limit).await
    }
    async fn read_streams(&self, streams: &[StreamId]) -> Result<Vec<Vec<StoredEvent>>, JournalError> {
        self.inner.read_streams(streams).await
    }
    async fn read_stream_back(
        &self,
        stream: &StreamId,
        before: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        self.inner.read_stream_back(stream, before, limit).await
    }
    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        self.inner.position_at(instant).await
    }
    async fn commands_after(
        &self,
        after: Option<(NetworkId, CommandId)>,
        limit: usize,
    ) -> Result<Vec<Recorded>, JournalError> {
        self.inner.commands_after(after, limit).await
    }
    async fn restore(&self, events: &[StoredEvent], commands: &[Recorded]) -> Result<(), JournalError> {
        self.inner.restore(events, commands).await
    }
    async fn identity(&self) -> Result<uuid::Uuid, JournalError> {
        self.inner.identity().await
    }
    async fn audit(&self) -> Result<Audit, JournalError> {
        self.inner.audit().await
    }
}
