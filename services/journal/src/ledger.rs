//! The journal as the rest of a node sees it: perform an act, append by hand, read, follow.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use graph::ports::{Clock, Commands, Receipt, Trail, Trouble};
use kernel::act::Fresh;
use kernel::{Act, Asked, CommandId, Expected, Meta, NetworkId, Position, StreamId, Version};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tracing::field::Empty;
use tracing::{Instrument, Span, debug_span};
use uuid::Uuid;

use crate::appends::Appends;
use crate::committer::Committer;
use crate::engine::Engine;
use crate::error::JournalError;
use crate::lead::{Lead, Leading};
use crate::queue::{Kind, Work};
use crate::stored::{Journal, StoredEvent};
use crate::writes::{Writes, Writing};

/// How many commands may wait: beyond that a caller hears at once that it is too much. With group
/// commit a thousand commands are a few transactions, well under a second.
const QUEUE: usize = 1_024;

/// How often the head is looked up on an engine that other nodes write to as well.
const POLL: Duration = Duration::from_millis(200);

/// The new events of one stream, for an append by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// The stream.
    pub stream: StreamId,
    /// The version it must have.
    pub expected: Expected,
    /// Its new events.
    pub events: Vec<Fresh>,
}

/// An append by hand: events that were decided elsewhere, for one or several streams at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// The network the command belongs to; every stream is of this network.
    pub network: NetworkId,
    /// The digest of what was asked.
    pub digest: [u8; 32],
    /// The circumstances; the command id is in them.
    pub meta: Meta,
    /// What to write.
    pub writes: Vec<Write>,
}

impl Append {
    /// The command's id.
    pub fn command(&self) -> CommandId {
        self.meta.command
    }
}

/// A journal with its committer, on one engine.
pub struct Ledger {
    engine: Arc<dyn Engine>,
    queue: mpsc::Sender<Work>,
    head: watch::Receiver<Position>,
    writing: watch::Receiver<Writing>,
    leading: Leading,
    tasks: std::sync::Mutex<Vec<JoinHandle<()>>>,
    stop: watch::Sender<bool>,
    appends: Appends,
}

impl Ledger {
    /// Starts the committer on an engine, and asks to act for all.
    ///
    /// # Errors
    /// When the engine's head cannot be read.
    pub async fn start(engine: Arc<dyn Engine>, clock: Arc<dyn Clock>) -> Result<Arc<Self>, JournalError> {
        let lead = Lead::new(Arc::clone(&engine));
        lead.ask().await;
        Self::begin(engine, clock, lead, true).await
    }

    /// The same beside the nodes that serve: it never acts for all, so none of them has to wait until it ends.
    ///
    /// # Errors
    /// As [`Ledger::start`].
    pub async fn aside(engine: Arc<dyn Engine>, clock: Arc<dyn Clock>) -> Result<Arc<Self>, JournalError> {
        let lead = Lead::new(Arc::clone(&engine));
        Self::begin(engine, clock, lead, false).await
    }

    async fn begin(
        engine: Arc<dyn Engine>,
        clock: Arc<dyn Clock>,
        lead: Lead,
        acts: bool,
    ) -> Result<Arc<Self>, JournalError> {
        let head = engine.head().await?;
        let (hint, positions) = watch::channel(head);
        let hint = Arc::new(hint);
        let (queue, work) = mpsc::channel(QUEUE);
        let (stop, stopped) = watch::channel(false);
        let writes = Writes::new();
        let writing = writes.look();
        let leading = lead.leading();
        let appends = Appends::default();
        let (engine_too, hint_too) = (Arc::clone(&engine), Arc::clone(&hint));
        let committer = Committer::new(engine_too, clock, hint_too, writes.clone(), appends.clone());
        let mut tasks = vec![
            tokio::spawn(committer.run(work)),
            tokio::spawn(watch_other_nodes(Arc::clone(&engine), hint, stopped.clone())),
            tokio::spawn(writes.recover(Arc::clone(&engine), stopped.clone())),
        ];
        if acts {
            tasks.push(tokio::spawn(lead.run(stopped)));
        }
        let tasks = std::sync::Mutex::new(tasks);
        Ok(Arc::new(Self { engine, queue, head: positions, writing, leading, tasks, stop, appends }))
    }

    /// Whether the storage takes writes, and hears of it when that changes.
    pub fn writing(&self) -> watch::Receiver<Writing> {
        self.writing.clone()
    }

    /// Whether this node acts for all.
    pub fn leading(&self) -> Leading {
        self.leading.clone()
    }

    /// The engine, for reading in ways only operators need.
    pub fn engine(&self) -> &Arc<dyn Engine> {
        &self.engine
    }

    /// Appends events that were decided elsewhere.
    ///
    /// # Errors
    /// When a stream is not at its expected version, the command id was used for something else,
    /// the events are malformed or too large, or the storage is not there.
    pub async fn append(&self, append: Append) -> Result<Receipt, Trouble> {
        self.send(Kind::Append(Box::new(append)), Span::none()).await
    }

    /// Answers what is queued, then ends; nothing is accepted any more.
    pub async fn close(self: Arc<Self>) {
        let _ = self.stop.send(true);
        let tasks = self.tasks.lock().map(|mut tasks| std::mem::take(&mut *tasks)).unwrap_or_default();
        let queue = self.queue.clone();
        drop(self);
        // The committer ends when it has answered everything and nobody can send any more; a
        // closed marker makes it end although clones of the sender may live on.
        let (answer, _) = oneshot::channel();
        let _ = queue.send(Work { kind: Kind::Close, answer, span: Span::none() }).await;
        for task in tasks {
            let _ = task.await;
        }
    }

    /// How many commands wait for the committer.
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    async fn send(&self, kind: Kind, span: Span) -> Result<Receipt, Trouble> {
        let (answer, answered) = oneshot::channel();
        self.queue.try_send(Work { kind, answer, span }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Trouble::Overloaded,
            mpsc::error::TrySendError::Closed(_) => Trouble::Unavailable("the node is stopping".to_owned()),
        })?;
        answered.await.map_err(|_| Trouble::Unavailable("the node is stopping".to_owned()))?
    }
}

/// Other nodes write to the same journal: look at its head now and then.
async fn watch_other_nodes(
    engine: Arc<dyn Engine>,
    hint: Arc<watch::Sender<Position>>,
    mut stopped: watch::Receiver<bool>,
) {
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(POLL) => {}
        }
        if let Ok(head) = engine.head().await {
            advance(&hint, head);
        }
    }
}

/// Tells followers of a new head; never of an older one.
pub(crate) fn advance(hint: &watch::Sender<Position>, head: Position) {
    hint.send_if_modified(|known| {
        let later = head > *known;
        if later {
            *known = head;
        }
        later
    });
}

#[async_trait]
impl Commands for Ledger {
    async fn perform(&self, act: Act, asked: Asked, trail: Trail) -> Result<Receipt, Trouble> {
        // The id is an opaque one of the client's; the aggregate's own id and the network stay out.
        let kind = act.involved.first().map_or("", |main| main.stream.kind.as_str());
        let span = debug_span!("command", kind, id = %act.command, outcome = Empty);
        let sent = self.send(Kind::Act(Box::new((act, asked, trail))), span.clone());
        let answer = sent.instrument(span.clone()).await;
        let outcome = outcome(&answer);
        metrics::counter!("entraide_commands", "outcome" => outcome).increment(1);
        span.record("outcome", outcome);
        answer
    }
}

/// What became of a command, in a word.
fn outcome(answer: &Result<Receipt, Trouble>) -> &'static str {
    match answer {
        Ok(Receipt { repeated: true, .. }) => "repeated",
        Ok(_) => "done",
        Err(Trouble::Refused(_)) => "refused",
        Err(Trouble::Stale { .. }) => "stale",
        Err(Trouble::Overloaded) => "overloaded",
        Err(Trouble::Unavailable(_)) => "unavailable",
        Err(Trouble::CommandIdReused | Trouble::TooLarge(_) | Trouble::BadAsk(_)) => "unfit",
        Err(Trouble::NotYet(_) | Trouble::TooManyGuesses { .. } | Trouble::Fault(_)) => "fault",
    }
}

#[async_trait]
impl Journal for Ledger {
    async fn head(&self) -> Result<Position, JournalError> {
        self.engine.head().await
    }

    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        self.engine.read_all(after, until, None, limit).await
    }

    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        self.engine.read_stream(stream, after, limit).await
    }

    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        self.engine.position_at(instant).await
    }

    async fn identity(&self) -> Result<Uuid, JournalError> {
        self.engine.identity().await
    }

    fn hints(&self) -> watch::Receiver<Position> {
        self.head.clone()
    }

    fn appended(&self, until: Position) -> Vec<Span> {
        self.appends.take(until)
    }
}
