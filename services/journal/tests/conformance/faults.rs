//! When the storage is slow, breaks in the middle of a commit, or is not there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use graph::ports::Trouble;
use journal::engine::{Audit, Batch, NoVerdict, Recorded, Verdict};
use journal::{Engine, Journal, JournalError, StoredEvent, Unavailable, Why, Writing};
use kernel::{CommandId, Expected, NetworkId, Position, StreamId, Version};
use tokio::sync::Semaphore;

use crate::ground::{Ground, JarCommand, add, ask, jar, ledger_on, new_command};
use crate::on_both_engines;

on_both_engines!(
    a_broken_commit_that_went_through_is_answered_once,
    a_broken_commit_that_did_not_go_through_is_made_once,
    an_unavailable_storage_is_said_and_recovers,
    a_full_queue_is_said_at_once,
    what_is_found_is_made_safe_before_it_is_answered,
    a_storage_that_takes_no_writes_is_shown_until_it_does,
);

/// What the next commits do.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    /// Commit, then lose the answer.
    AnswerLost,
    /// Lose the question.
    QuestionLost,
    /// Say that it cannot be done.
    Refused,
    /// Wait until told to go on.
    Slow,
}

/// An engine that fails as told.
struct Faulty {
    inner: Arc<dyn Engine>,
    fault: Fault,
    times: AtomicUsize,
    gate: Semaphore,
    /// Nothing can be made safe: a standby is missing.
    alone: AtomicBool,
}

impl Faulty {
    fn new(ground: &Ground, fault: Fault, times: usize) -> Arc<Self> {
        Arc::new(Self {
            inner: Arc::clone(&ground.engine),
            fault,
            times: AtomicUsize::new(times),
            gate: Semaphore::new(0),
            alone: AtomicBool::new(false),
        })
    }
}

#[async_trait]
impl Engine for Faulty {
    async fn commit(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict> {
        let due =
            self.times.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1)).is_ok();
        match (due, self.fault) {
            (true, Fault::AnswerLost) => {
                self.inner.commit(batch).await?;
                Err(NoVerdict::Indeterminate("the answer was lost".to_owned()))
            }
            (true, Fault::QuestionLost) => Err(NoVerdict::Indeterminate("the question was lost".to_owned())),
            (true, Fault::Refused) => {
                let full = Unavailable { why: Why::DiskFull, told: "disk full on db7.example".to_owned() };
                Err(NoVerdict::Failed(JournalError::Unavailable(full)))
            }
            (true, Fault::Slow) => {
                self.gate.acquire().await.unwrap().forget();
                self.inner.commit(batch).await
            }
            (false, _) => self.inner.commit(batch).await,
        }
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
    async fn secure(&self) -> Result<(), JournalError> {
        if self.alone.load(Ordering::SeqCst) {
            return Err(JournalError::Unavailable("no standby".into()));
        }
        self.inner.secure().await
    }
    async fn identity(&self) -> Result<uuid::Uuid, JournalError> {
        self.inner.identity().await
    }
    async fn audit(&self) -> Result<Audit, JournalError> {
        self.inner.audit().await
    }
}

async fn a_broken_commit_that_went_through_is_answered_once(ground: Ground) {
    let ledger = ledger_on(Faulty::new(&ground, Fault::AnswerLost, 1)).await;
    let receipt = add(&ledger, "a", 1).await.unwrap();
    assert_eq!((receipt.position, receipt.version, receipt.events.len()), (Position(1), 1, 1));
    assert_eq!(add(&ledger, "a", 1).await.unwrap().position, Position(2));
    assert_eq!(ledger.read_stream(&jar("a"), 0, 10).await.unwrap().len(), 2);
}

async fn a_broken_commit_that_did_not_go_through_is_made_once(ground: Ground) {
    let ledger = ledger_on(Faulty::new(&ground, Fault::QuestionLost, 1)).await;
    let receipt = add(&ledger, "a", 1).await.unwrap();
    assert_eq!((receipt.position, receipt.repeated), (Position(1), false));
    assert_eq!(ledger.read_stream(&jar("a"), 0, 10).await.unwrap().len(), 1);
}

async fn an_unavailable_storage_is_said_and_recovers(ground: Ground) {
    let ledger = ledger_on(Faulty::new(&ground, Fault::Refused, 1)).await;
    let command = new_command();
    let refused = ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await;
    assert!(matches!(refused, Err(Trouble::Unavailable(why)) if why.contains("disk full")));
    let receipt = ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    assert_eq!((receipt.version, receipt.repeated), (1, false));
}

async fn a_full_queue_is_said_at_once(ground: Ground) {
    let engine = Faulty::new(&ground, Fault::Slow, usize::MAX);
    let ledger = ledger_on(engine.clone()).await;
    let mut waiting = Vec::new();
    let mut overloaded = 0;
    // More than the queue and one group can hold: the rest must hear at once that it is too much.
    for _ in 0..4_000 {
        let ledger = ledger.clone();
        let mut asked = Box::pin(async move { add(&ledger, "a", 1).await });
        match futures_util::poll!(&mut asked) {
            std::task::Poll::Ready(Err(Trouble::Overloaded)) => overloaded += 1,
            std::task::Poll::Ready(other) => panic!("{other:?}"),
            std::task::Poll::Pending => waiting.push(asked),
        }
    }
    assert!(overloaded > 0, "the queue has no bound");
    engine.gate.add_permits(1_000_000);
    let accepted = waiting.len();
    for asked in waiting {
        asked.await.unwrap();
    }
    assert_eq!(accepted + overloaded, 4_000);
    assert_eq!(ledger.head().await.unwrap(), Position(accepted as u64));
}

async fn what_is_found_is_made_safe_before_it_is_answered(ground: Ground) {
    let command = new_command();
    let ledger = ground.ledger().await;
    ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    ledger.close().await;
    // Another node finds it. Whoever committed it may have been killed before the standby had it.
    let engine = Faulty::new(&ground, Fault::Refused, 0);
    engine.alone.store(true, Ordering::SeqCst);
    let ledger = ledger_on(engine.clone()).await;
    let asked = || ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1));
    assert!(matches!(asked().await, Err(Trouble::Unavailable(why)) if why.contains("no standby")));
    engine.alone.store(false, Ordering::SeqCst);
    assert!(asked().await.unwrap().repeated);
}

async fn a_storage_that_takes_no_writes_is_shown_until_it_does(ground: Ground) {
    let engine = Faulty::new(&ground, Fault::Refused, 1);
    engine.alone.store(true, Ordering::SeqCst);
    let ledger = ledger_on(engine.clone()).await;
    let mut writing = ledger.writing();
    assert_eq!(*writing.borrow(), Writing::Open);
    add(&ledger, "a", 1).await.unwrap_err();
    // The word is for everybody, what the storage told is for the log.
    let Writing::Refused(refused) = writing.borrow().clone() else { panic!("it is not shown") };
    assert_eq!((refused.why.word(), refused.told.as_str()), ("disk_full", "disk full on db7.example"));
    // Nobody sends anything: the node finds out by itself.
    engine.alone.store(false, Ordering::SeqCst);
    let open = tokio::time::timeout(Duration::from_secs(5), writing.wait_for(|now| *now == Writing::Open));
    assert!(open.await.is_ok(), "it is still shown as read-only");
}
