//! An event as it is stored, and the reading face of the journal.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Meta, Position, StreamId, Version};
use tokio::sync::watch;
use tracing::Span;
use uuid::Uuid;

use crate::error::JournalError;

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvent {
    /// Its place in the journal.
    pub position: Position,
    /// Its stream.
    pub stream: StreamId,
    /// Its number in the stream, from 1.
    pub version: Version,
    /// Its stored type.
    pub name: Arc<str>,
    /// Its stored shape.
    pub shape: u32,
    /// Its JSON.
    pub payload: Vec<u8>,
    /// Its circumstances.
    pub meta: Meta,
    /// When the server recorded it.
    pub recorded_at: DateTime<Utc>,
}

/// Reading the journal.
#[async_trait]
pub trait Journal: Send + Sync {
    /// The place of the last event; 0 when there is none.
    async fn head(&self) -> Result<Position, JournalError>;

    /// At most `limit` events after a position, in order and without gaps, up to and with `until`.
    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError>;

    /// At most `limit` events of a stream after a version, oldest first.
    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError>;

    /// The last position recorded at or before an instant; 0 when there is none.
    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError>;

    /// Which journal this is; another one after a restore.
    async fn identity(&self) -> Result<Uuid, JournalError>;

    /// Hears of new positions soon after a commit: a hint to read, not a promise; poll as well.
    fn hints(&self) -> watch::Receiver<Position>;

    /// The spans under which this node appended what stands up to a position, for whoever folds it; each is
    /// given once, and none when nobody watches traces.
    fn appended(&self, _until: Position) -> Vec<Span> {
        Vec::new()
    }
}
