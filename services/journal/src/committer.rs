//! The committer: one task per node that turns queued commands into batches and answers each
//! command by itself, after the commit.
//!
//! A batch is optimistic. It says which version each stream must have and which command ids must
//! be new; the engine takes it whole or says what is in the way. What is in the way is reloaded
//! and the round is played again, so that one stale command never fails its neighbours. A commit
//! whose connection broke is indeterminate: it is looked up by command id, never reported as
//! failed and never repeated blindly.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use graph::ports::{Clock, Receipt, Trouble};
use kernel::act::Stored;
use kernel::{Position, StreamId};
use tokio::sync::{mpsc, watch};
use tracing::{Instrument, Span, debug_span};

use crate::appends::Appends;
use crate::batch::{Planned, Round, Seen};
use crate::cache::Generations;
use crate::engine::{Engine, NoVerdict, Verdict};
use crate::error::{JournalError, Unavailable, Why};
use crate::ledger::advance;
use crate::queue::{Key, Kind, Queue, Work};
use crate::writes::Writes;

/// How often a round is played again because something was in the way.
const ROUNDS: usize = 8;
/// How often an indeterminate commit is looked up: with doubling waits, about 12 s in all.
const LOOKUPS: u32 = 8;
/// Streams kept in memory.
const STREAMS: usize = 20_000;
/// Answers kept in memory; older ones are looked up.
const ANSWERS: usize = 10_000;

/// What came of a round.
enum Came {
    /// It is on disk, after this position.
    On(Position),
    /// Something was in the way, or may be: it is played again.
    InTheWay,
    /// The term of some of its commands is over; the others are played again.
    TermOver,
}

/// The task's memory.
pub(crate) struct Committer {
    pub(crate) engine: Arc<dyn Engine>,
    clock: Arc<dyn Clock>,
    hint: Arc<watch::Sender<Position>>,
    streams: Generations<StreamId, Seen>,
    pub(crate) answers: Generations<Key, ([u8; 32], Receipt)>,
    /// Up to here, everything is as safe as an answer promises.
    pub(crate) safe: Position,
    pub(crate) writes: Writes,
    appends: Appends,
}

impl Committer {
    pub(crate) fn new(
        engine: Arc<dyn Engine>,
        clock: Arc<dyn Clock>,
        hint: Arc<watch::Sender<Position>>,
        writes: Writes,
        appends: Appends,
    ) -> Self {
        let (streams, answers) = (Generations::new(STREAMS), Generations::new(ANSWERS));
        Self { engine, clock, hint, streams, answers, safe: Position(0), writes, appends }
    }

    /// Works until the queue is closed.
    pub(crate) async fn run(mut self, queue: mpsc::Receiver<Work>) {
        let mut queue = Queue::new(queue);
        while let Some(group) = queue.group().await {
            metrics::histogram!("entraide_journal_group")
                .record(f64::from(u32::try_from(group.len()).unwrap_or(0)));
            self.serve(group).await;
        }
    }

    /// Answers every command of a group.
    async fn serve(&mut self, mut todo: Vec<Work>) {
        for _ in 0..ROUNDS {
            if todo.is_empty() {
                return;
            }
            if let Err(error) = self.load(&todo).await {
                return fail(todo, &error.into());
            }
            todo = self.round(todo).await;
        }
        fail(todo, &Trouble::Overloaded);
    }

    /// Plays one round; gives back what must be played again.
    async fn round(&mut self, todo: Vec<Work>) -> Vec<Work> {
        let mut round = Round::default();
        let mut planned: Vec<(Work, Planned)> = Vec::new();
        let mut doubtful: Vec<(Work, Trouble)> = Vec::new();
        let mut again: Vec<Work> = Vec::new();
        let mut seen: HashSet<Key> = HashSet::new();
        for work in todo {
            let Some(key) = work.kind.key() else { continue };
            if let Some((digest, receipt)) = self.answers.get(&key) {
                let answer = repeated(&work, *digest, receipt.clone());
                let _ = work.answer.send(answer);
                continue;
            }
            // The same command twice in one group: the second hears what became of the first.
            if !seen.insert(key) {
                again.push(work);
                continue;
            }
            if let Kind::Act(act) = &work.kind
                && !round.ready(&act.0)
            {
                again.push(work);
                continue;
            }
            match self.play(&mut round, &work.kind) {
                Ok(plan) => planned.push((work, plan)),
                Err(trouble) => doubtful.push((work, trouble)),
            }
        }
        let append = appending(&planned, round.batch.events.len());
        match self.commit(&mut round).instrument(append.clone()).await {
            Ok(Came::On(before)) => {
                self.appends.keep(before, round.batch.events.len(), append);
                self.learn(&mut round, planned, before);
                again.extend(self.settle(doubtful).await);
            }
            Ok(Came::InTheWay) => {
                again.extend(planned.into_iter().map(|(work, _)| work));
                again.extend(doubtful.into_iter().map(|(work, _)| work));
            }
            Ok(Came::TermOver) => {
                let (over, others): (Vec<_>, Vec<_>) =
                    planned.into_iter().partition(|(_, plan)| plan.of_term);
                let trouble = Trouble::Unavailable("another node acts for all now".to_owned());
                fail(over.into_iter().map(|(work, _)| work).collect(), &trouble);
                again.extend(others.into_iter().map(|(work, _)| work));
                again.extend(doubtful.into_iter().map(|(work, _)| work));
            }
            Err(error) => {
                let trouble: Trouble = error.into();
                fail(planned.into_iter().map(|(work, _)| work).collect(), &trouble);
                again.extend(self.settle(doubtful).await);
            }
        }
        again
    }

    fn play(&mut self, round: &mut Round, kind: &Kind) -> Result<Planned, Trouble> {
        let streams = &mut self.streams;
        let mut known = |stream: &StreamId| streams.get(stream).cloned();
        match kind {
            Kind::Act(work) => round.play(&work.0, &work.1, &work.2, &mut known),
            Kind::Append(append) => round.append(append, &mut known),
            Kind::Close => Err(Trouble::Unavailable("the node is stopping".to_owned())),
        }
    }

    /// Loads every stream of the group that is not in memory.
    async fn load(&mut self, todo: &[Work]) -> Result<(), JournalError> {
        let mut folds = HashMap::new();
        let mut versions: Vec<StreamId> = Vec::new();
        for work in todo {
            match &work.kind {
                Kind::Act(work) => {
                    for involved in &work.0.involved {
                        if self.streams.get(&involved.stream).is_none_or(|seen| seen.state.is_none()) {
                            folds.insert(involved.stream.clone(), involved.fold);
                        }
                    }
                }
                Kind::Append(append) => {
                    for write in &append.writes {
                        if self.streams.get(&write.stream).is_none() {
                            versions.push(write.stream.clone());
                        }
                    }
                }
                Kind::Close => {}
            }
        }
        if !folds.is_empty() {
            let (streams, folds): (Vec<_>, Vec<_>) = folds.into_iter().unzip();
            let histories = self.engine.read_streams(&streams).await?;
            for ((stream, fold), history) in streams.into_iter().zip(folds).zip(histories) {
                let mut state = (fold.empty)();
                let mut version = 0;
                for event in history {
                    let stored = Stored { name: &event.name, shape: event.shape, payload: &event.payload };
                    state = (fold.apply)(&state, stored).map_err(|error| JournalError::Damaged {
                        at: event.position,
                        what: error.to_string(),
                    })?;
                    version = event.version;
                }
                self.streams.insert(stream, Seen { version, state: Some(state) });
            }
        }
        if !versions.is_empty() {
            let found = self.engine.versions(&versions).await?;
            for (stream, version) in versions.into_iter().zip(found) {
                self.streams.insert(stream, Seen { version, state: None });
            }
        }
        Ok(())
    }

    /// Commits a round.
    async fn commit(&mut self, round: &mut Round) -> Result<Came, JournalError> {
        if round.batch.commands.is_empty() {
            return Ok(Came::On(*self.hint.borrow()));
        }
        round.batch.recorded_at = self.clock.now();
        let batch = Arc::new(std::mem::take(&mut round.batch));
        let started = tokio::time::Instant::now();
        let verdict = self.writes.watch(&*self.engine, self.engine.commit(Arc::clone(&batch))).await;
        metrics::histogram!("entraide_journal_append_seconds").record(started.elapsed().as_secs_f64());
        round.batch = Arc::unwrap_or_clone(batch);
        match verdict {
            Ok(Verdict::Committed { before, .. }) => {
                metrics::counter!("entraide_journal_events").increment(round.batch.events.len() as u64);
                self.safe = Position(before.0 + round.batch.events.len() as u64);
                advance(&self.hint, self.safe);
                self.writes.taken();
                Ok(Came::On(before))
            }
            Ok(Verdict::TermOver) => Ok(Came::TermOver),
            Ok(Verdict::InTheWay { moved, repeated }) => {
                for (stream, _) in moved {
                    self.streams.remove(&stream);
                }
                self.remember(repeated).await?;
                Ok(Came::InTheWay)
            }
            Err(NoVerdict::Failed(error)) => {
                self.writes.refused(&error);
                Err(error)
            }
            Err(NoVerdict::Indeterminate(why)) => self.look_up(round, &why).await,
        }
    }

    /// An indeterminate commit: ask the storage whether the first command is there. The batch is
    /// atomic, so it speaks for all; they are then answered from what was recorded.
    async fn look_up(&mut self, round: &Round, why: &str) -> Result<Came, JournalError> {
        tracing::warn!(
            why,
            commands = round.batch.commands.len(),
            "a commit is indeterminate; looking it up"
        );
        for stream in round.touched.keys() {
            self.streams.remove(stream);
        }
        let keys: Vec<Key> =
            round.batch.commands.iter().map(|command| (command.network.clone(), command.id)).collect();
        for lookup in 0..LOOKUPS {
            tokio::time::sleep(Duration::from_millis(50 << lookup)).await;
            match self.engine.recorded(&keys).await {
                Ok(found) => {
                    self.remember(found).await?;
                    return Ok(Came::InTheWay);
                }
                Err(error) => tracing::warn!(%error, lookup, "the commit cannot be looked up yet"),
            }
        }
        // Nobody is told that it failed: the same command id will tell, once the storage is back.
        let told = format!("the commit is indeterminate: {why}");
        let error = JournalError::Unavailable(Unavailable { why: Why::Unreachable, told });
        self.writes.refused(&error);
        Err(error)
    }

    /// Keeps what the round led to and answers its commands.
    fn learn(&mut self, round: &mut Round, planned: Vec<(Work, Planned)>, before: Position) {
        for (stream, seen) in std::mem::take(&mut round.touched) {
            self.streams.insert(stream, seen);
        }
        for (work, plan) in planned {
            let receipt = round.receipt(&plan, before);
            if let Some(key) = work.kind.key() {
                self.answers.insert(key, (work.kind.digest(), receipt.clone()));
            }
            let _ = work.answer.send(Ok(receipt));
        }
    }

    /// A refusal may be a repeated command, or be judged on what another node has changed since:
    /// both are looked up before anybody is told no.
    async fn settle(&mut self, doubtful: Vec<(Work, Trouble)>) -> Vec<Work> {
        if doubtful.is_empty() {
            return Vec::new();
        }
        let keys: Vec<Key> = doubtful.iter().filter_map(|(work, _)| work.kind.key()).collect();
        let streams: Vec<StreamId> = doubtful
            .iter()
            .flat_map(|(work, _)| work.kind.streams())
            .cloned()
            .collect::<HashSet<_>>()
            .into_iter()
            .collect();
        let looked_up = async {
            let found = self.engine.recorded(&keys).await?;
            self.remember(found).await?;
            self.engine.versions(&streams).await
        };
        let versions = match looked_up.await {
            Ok(versions) => versions,
            Err(error) => {
                fail(doubtful.into_iter().map(|(work, _)| work).collect(), &error.into());
                return Vec::new();
            }
        };
        let mut moved = HashSet::new();
        for (stream, version) in streams.into_iter().zip(versions) {
            if self.streams.get(&stream).is_none_or(|seen| seen.version != version) {
                self.streams.remove(&stream);
                moved.insert(stream);
            }
        }
        let mut again = Vec::new();
        for (work, trouble) in doubtful {
            let key = work.kind.key();
            if let Some((digest, receipt)) = key.and_then(|key| self.answers.get(&key)) {
                let answer = repeated(&work, *digest, receipt.clone());
                let _ = work.answer.send(answer);
            } else if work.kind.streams().into_iter().any(|stream| moved.contains(stream)) {
                again.push(work);
            } else {
                let _ = work.answer.send(Err(trouble));
            }
        }
        again
    }
}

/// The span of a batch: in the trace of its first command, and linked with those of the others.
fn appending(planned: &[(Work, Planned)], events: usize) -> Span {
    let mut commands = planned.iter().map(|(work, _)| &work.span).filter(|span| !span.is_disabled());
    let Some(first) = commands.next() else { return Span::none() };
    let span = debug_span!(parent: first, "append", commands = planned.len(), events);
    for other in commands {
        span.follows_from(other);
    }
    span
}

/// The first answer again, or that the id was used for something else.
fn repeated(work: &Work, digest: [u8; 32], receipt: Receipt) -> Result<Receipt, Trouble> {
    if digest == work.kind.digest() {
        Ok(Receipt { repeated: true, ..receipt })
    } else {
        Err(Trouble::CommandIdReused)
    }
}

fn fail(works: Vec<Work>, trouble: &Trouble) {
    for work in works {
        let _ = work.answer.send(Err(trouble.clone()));
    }
}
