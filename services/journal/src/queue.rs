//! What waits for the committer, and how it is gathered into groups.
//!
//! A group is one commit and one flush, so it should hold everybody who asks at the same time.
//! Whoever was answered a moment ago and asks again is on the way while the next group is
//! gathered: a group closed at once would hold the first of them only, and the others would wait
//! for two flushes instead of one. So the callers get their turn first; nothing waits for a clock.

use graph::ports::{Receipt, Trail, Trouble};
use kernel::{Act, Asked, CommandId, NetworkId, StreamId};
use tokio::sync::{mpsc, oneshot};
use tracing::Span;

use crate::ledger::Append;

/// The most commands of one group.
const GROUP: usize = 512;
/// How often callers get their turn before a group is closed.
const TURNS: usize = 4;

/// What a command is known by.
pub(crate) type Key = (NetworkId, CommandId);
type Answer = oneshot::Sender<Result<Receipt, Trouble>>;

/// What waits in the queue.
pub(crate) struct Work {
    pub(crate) kind: Kind,
    pub(crate) answer: Answer,
    /// Under which it was asked for; none when nobody watches.
    pub(crate) span: Span,
}

/// A kind of work.
pub(crate) enum Kind {
    /// A command to decide.
    Act(Box<(Act, Asked, Trail)>),
    /// Events decided elsewhere.
    Append(Box<Append>),
    /// Answer what is queued, then end.
    Close,
}

impl Kind {
    pub(crate) fn key(&self) -> Option<Key> {
        match self {
            Self::Act(work) => Some((work.1.network.clone(), work.0.command)),
            Self::Append(append) => Some((append.network.clone(), append.command())),
            Self::Close => None,
        }
    }

    pub(crate) fn digest(&self) -> [u8; 32] {
        match self {
            Self::Act(work) => work.0.digest,
            Self::Append(append) => append.digest,
            Self::Close => [0; 32],
        }
    }

    pub(crate) fn streams(&self) -> Vec<&StreamId> {
        match self {
            Self::Act(work) => work.0.involved.iter().map(|involved| &involved.stream).collect(),
            Self::Append(append) => append.writes.iter().map(|write| &write.stream).collect(),
            Self::Close => Vec::new(),
        }
    }
}

/// The receiving end.
pub(crate) struct Queue {
    work: mpsc::Receiver<Work>,
    /// How many were answered last.
    answered: usize,
    closing: bool,
}

impl Queue {
    pub(crate) fn new(work: mpsc::Receiver<Work>) -> Self {
        Self { work, answered: 0, closing: false }
    }

    /// The next group, as soon as there is anything; `None` once it is closed.
    pub(crate) async fn group(&mut self) -> Option<Vec<Work>> {
        if self.closing {
            return None;
        }
        let mut group = vec![self.work.recv().await?];
        self.drain(&mut group);
        // Somebody alone, or two in turn, are served at once.
        if self.answered > 1 {
            let all = (self.answered + group.len()).min(GROUP);
            for _ in 0..TURNS {
                if group.len() >= all {
                    break;
                }
                tokio::task::yield_now().await;
                self.drain(&mut group);
            }
        }
        self.answered = group.len();
        if group.iter().any(|work| matches!(work.kind, Kind::Close)) {
            self.closing = true;
            self.work.close();
            while let Ok(next) = self.work.try_recv() {
                group.push(next);
            }
            group.retain(|work| !matches!(work.kind, Kind::Close));
        }
        Some(group)
    }

    fn drain(&mut self, group: &mut Vec<Work>) {
        while group.len() < GROUP
            && let Ok(next) = self.work.try_recv()
        {
            group.push(next);
        }
    }
}
