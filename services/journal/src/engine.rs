//! What an engine must do: take a batch whole or say what stands in its way, and read.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{CommandId, Meta, NetworkId, Position, StreamId, Version};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::JournalError;
use crate::stored::StoredEvent;

/// The largest event in bytes of JSON: 64 times 1,024. An event is a fact, not a file.
pub const LARGEST_EVENT: usize = 64 * 1024;
/// The most events of one append.
pub const MOST_EVENTS: usize = 1_000;

/// A group of commands to be recorded in one transaction.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Batch {
    /// Every stream written, with the version it must have before.
    pub streams: Vec<(StreamId, Version)>,
    /// Every command, in order.
    pub commands: Vec<BatchCommand>,
    /// Every event, in order; positions follow from the head.
    pub events: Vec<BatchEvent>,
    /// When it is recorded, by this node's clock; never earlier than what was recorded before.
    pub recorded_at: DateTime<Utc>,
    /// The term of the node that acts for all, when some of its commands are of that kind: it is written in
    /// this term or not at all.
    pub term: Option<u64>,
}

/// A command of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchCommand {
    /// The network it belongs to.
    pub network: NetworkId,
    /// Its id.
    pub id: CommandId,
    /// Its digest.
    pub digest: [u8; 32],
    /// How many events of the batch come before its own.
    pub offset: usize,
    /// How many events it has.
    pub count: usize,
    /// The version of the stream it is about, after it.
    pub version: Version,
    /// Facts of its answer.
    pub facts: Vec<(String, String)>,
}

/// An event of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchEvent {
    /// Its stream, as an index into the batch's streams.
    pub stream: usize,
    /// Its number in the stream.
    pub version: Version,
    /// Its stored type.
    pub name: String,
    /// Its stored shape.
    pub shape: u32,
    /// Its JSON.
    pub payload: Vec<u8>,
    /// Its circumstances.
    pub meta: Meta,
}

/// What a command left behind, as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The network it belongs to.
    pub network: NetworkId,
    /// Its id.
    pub id: CommandId,
    /// Its digest.
    pub digest: [u8; 32],
    /// The place of its first event; one more than `last` when it has none.
    pub first: Position,
    /// The place of its last event, or where the journal stood when it has none.
    pub last: Position,
    /// The version of the stream it is about, after it.
    pub version: Version,
    /// Facts of its answer.
    pub facts: Vec<(String, String)>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is on disk, whole.
    Committed {
        /// Where the journal stood before it.
        before: Position,
        /// The instant it was recorded at.
        recorded_at: DateTime<Utc>,
    },
    /// Nothing was written: these streams have other versions, these commands were recorded before.
    InTheWay {
        /// Streams and the versions they have.
        moved: Vec<(StreamId, Version)>,
        /// Commands that were recorded before.
        repeated: Vec<Recorded>,
    },
    /// Nothing was written: its term is over, another node acts now.
    TermOver,
}

/// Why a batch has no verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoVerdict {
    /// Nothing was written.
    Failed(JournalError),
    /// The connection broke while it was being committed: it may be on disk, or not.
    Indeterminate(String),
}

/// What an engine says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// Its name and version.
    pub engine: String,
    /// Settings that durability hangs on, name and value.
    pub settings: Vec<(String, String)>,
    /// The head.
    pub head: Position,
    /// How many events there are.
    pub events: u64,
    /// How many streams there are.
    pub streams: u64,
    /// How many commands are remembered.
    pub commands: u64,
    /// What contradicts itself: gaps in positions or versions.
    pub damage: Vec<String>,
}

/// A storage engine.
#[async_trait]
pub trait Engine: Send + Sync + 'static {
    /// Whether a commit may wait for another machine to have it.
    fn has_standbys(&self) -> bool {
        false
    }

    /// How many connections to a server are open, and how many of them idle; none where there is no server.
    fn connections(&self) -> Option<(u32, u32)> {
        None
    }

    /// Takes a batch whole, or says what stands in its way and writes nothing.
    async fn commit(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict>;

    /// The versions of streams, 0 for a stream without events.
    async fn versions(&self, streams: &[StreamId]) -> Result<Vec<Version>, JournalError>;

    /// What was recorded of commands; those never seen are left out.
    async fn recorded(&self, commands: &[(NetworkId, CommandId)]) -> Result<Vec<Recorded>, JournalError>;

    /// The names of the events between two positions, both included.
    async fn names(&self, first: Position, last: Position) -> Result<Vec<String>, JournalError>;

    /// The place of the last event.
    async fn head(&self) -> Result<Position, JournalError>;

    /// Events after a position, in order and without gaps, up to and with `until`, of one category
    /// if asked.
    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        kind: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError>;

    /// Events before a position, newest first.
    async fn read_back(&self, before: Position, limit: usize) -> Result<Vec<StoredEvent>, JournalError>;

    /// Events of a stream after a version, oldest first.
    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError>;

    /// Whole streams, each oldest first: what the committer folds.
    async fn read_streams(&self, streams: &[StreamId]) -> Result<Vec<Vec<StoredEvent>>, JournalError>;

    /// Events of a stream before a version, newest first.
    async fn read_stream_back(
        &self,
        stream: &StreamId,
        before: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError>;

    /// The last position recorded at or before an instant.
    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError>;

    /// Commands recorded after (network, id), in that order: for the export.
    async fn commands_after(
        &self,
        after: Option<(NetworkId, CommandId)>,
        limit: usize,
    ) -> Result<Vec<Recorded>, JournalError>;

    /// Writes events and commands as they stood elsewhere, at their positions: for the import into
    /// an empty journal.
    async fn restore(&self, events: &[StoredEvent], commands: &[Recorded]) -> Result<(), JournalError>;

    /// Answers when whatever can be read of it now is as safe as a commit is when it is answered:
    /// writes something that changes nothing, and waits for it as for a batch.
    async fn secure(&self) -> Result<(), JournalError>;

    /// Which journal this is: made with it, and anew with every restored one. What was derived from one journal
    /// says nothing of another.
    async fn identity(&self) -> Result<Uuid, JournalError>;

    /// Asks to act for all nodes for a while from now on, or to go on with it: the number of the term, or
    /// `None` while another node does. A later term ends every earlier one, whatever was promised to it. A
    /// storage that takes one node only gives it every time.
    async fn lead(&self, _node: Uuid, _lasts: Duration) -> Result<Option<u64>, JournalError> {
        Ok(Some(1))
    }

    /// Leaves acting to whoever asks next.
    async fn leave(&self, _node: Uuid) -> Result<(), JournalError> {
        Ok(())
    }

    /// What is broken in the storage itself, as far as it can tell by reading all of it; nothing when it cannot.
    async fn broken(&self) -> Result<Vec<String>, JournalError> {
        Ok(Vec::new())
    }

    /// What it says of itself, with a check that positions and versions are dense.
    async fn audit(&self) -> Result<Audit, JournalError>;
}
