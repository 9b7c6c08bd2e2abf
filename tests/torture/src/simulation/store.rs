//! A storage in memory for several nodes, that is slow, forgets and lies as much as a storage may, and
//! no more; or, bent, a little more.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use journal::engine::{Audit, Batch, NoVerdict, Recorded, Verdict};
use journal::{Engine, JournalError, StoredEvent};
use kernel::{CommandId, NetworkId, Position, StreamId, Version};
use rand::Rng;
use rand::rngs::StdRng;

/// The fault of a canary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lack {
    /// Nothing is lacking.
    Nothing,
    /// A command id may be recorded twice.
    UniqueIndex,
    /// Positions come from a sequence, before the commit.
    HeadRow,
    /// What can be read is taken to be safe.
    Securing,
}

type Key = (NetworkId, CommandId);

/// What is on the disk, and how much of it survives a fail-over.
#[derive(Default)]
pub(crate) struct Store {
    pub(crate) events: BTreeMap<u64, StoredEvent>,
    pub(crate) versions: HashMap<StreamId, Version>,
    pub(crate) commands: BTreeMap<Key, Recorded>,
    sequence: u64,
    /// Everything up to here is on the standby as well.
    safe: u64,
    /// How often a standby has taken over.
    pub(crate) epoch: u64,
}

impl Store {
    fn head(&self) -> u64 {
        self.events.last_key_value().map_or(0, |(position, _)| *position)
    }

    /// The standby takes over: what it does not have is gone.
    pub(crate) fn fail_over(&mut self) {
        let safe = self.safe;
        self.events.retain(|position, _| *position <= safe);
        self.commands.retain(|_, command| command.last.0 <= safe);
        self.versions.clear();
        for event in self.events.values() {
            self.versions.insert(event.stream.clone(), event.version);
        }
        self.sequence = safe;
        self.epoch += 1;
    }

    /// Takes a batch whole, at these positions, or says what is in the way.
    fn apply(&mut self, batch: &Batch, before: u64, unique: bool) -> Verdict {
        let version = |stream: &StreamId| self.versions.get(stream).copied().unwrap_or(0);
        let moved: Vec<_> = batch
            .streams
            .iter()
            .filter(|(stream, expected)| version(stream) != *expected)
            .map(|(stream, _)| (stream.clone(), version(stream)))
            .collect();
        let repeated: Vec<_> = batch
            .commands
            .iter()
            .filter_map(|command| self.commands.get(&(command.network.clone(), command.id)).cloned())
            .filter(|_| unique)
            .collect();
        if !moved.is_empty() || !repeated.is_empty() {
            return Verdict::InTheWay { moved, repeated };
        }
        for (number, event) in (before + 1..).zip(&batch.events) {
            let stream = batch.streams[event.stream].0.clone();
            self.versions.insert(stream.clone(), event.version);
            let stored = StoredEvent {
                position: Position(number),
                stream,
                version: event.version,
                name: Arc::from(event.name.as_str()),
                shape: event.shape,
                payload: event.payload.clone(),
                meta: event.meta.clone(),
                recorded_at: batch.recorded_at,
            };
            self.events.insert(number, stored);
        }
        for command in &batch.commands {
            let recorded = Recorded {
                network: command.network.clone(),
                id: command.id,
                digest: command.digest,
                first: Position(before + command.offset as u64 + 1),
                last: Position(before + (command.offset + command.count) as u64),
                version: command.version,
                facts: command.facts.clone(),
            };
            self.commands.insert((command.network.clone(), command.id), recorded);
        }
        Verdict::Committed { before: Position(before), recorded_at: batch.recorded_at }
    }
}

/// What becomes of a commit.
enum Lot {
    Good,
    Refused,
    QuestionLost,
    AnswerLost,
    /// It arrives after its sender has given it up.
    Late,
}

/// A node's connection to the storage.
pub(crate) struct Connected {
    pub(crate) store: Arc<Mutex<Store>>,
    rng: Arc<Mutex<StdRng>>,
    lack: Lack,
    /// Whether things go wrong.
    pub(crate) weather: Arc<AtomicBool>,
    /// The node was killed: nothing of it goes on.
    pub(crate) dead: AtomicBool,
}

impl Connected {
    /// A connection of a new node.
    pub(crate) fn new(
        store: &Arc<Mutex<Store>>,
        rng: &Arc<Mutex<StdRng>>,
        lack: Lack,
        weather: &Arc<AtomicBool>,
    ) -> Arc<Self> {
        let (store, rng, weather) = (Arc::clone(store), Arc::clone(rng), Arc::clone(weather));
        Arc::new(Self { store, rng, lack, weather, dead: AtomicBool::new(false) })
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().expect("never left half done")
    }

    fn stands(&self) -> (u64, u64) {
        let store = self.store();
        (store.epoch, store.head())
    }

    fn dice(&self, below: u64) -> u64 {
        self.rng.lock().expect("never left half done").random_range(0..below)
    }

    /// Some simulated time; and never an end for a node that was killed meanwhile.
    async fn wait(&self, most: u64) {
        let micros = self.dice(most * 1_000);
        tokio::time::sleep(Duration::from_micros(micros)).await;
        if self.dead.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
    }

    /// A read, that may fail.
    async fn read<T>(&self, read: impl FnOnce(&Store) -> T + Send) -> Result<T, JournalError> {
        self.wait(3).await;
        if self.weather.load(Ordering::Relaxed) && self.dice(12) == 0 {
            return Err(JournalError::Unavailable("the line is down".into()));
        }
        let read = read(&self.store());
        self.wait(3).await;
        Ok(read)
    }

    fn lot(&self) -> Lot {
        if !self.weather.load(Ordering::Relaxed) {
            return Lot::Good;
        }
        match self.dice(20) {
            0 => Lot::Refused,
            1 => Lot::QuestionLost,
            2 | 3 => Lot::AnswerLost,
            4 => Lot::Late,
            _ => Lot::Good,
        }
    }

    /// Positions follow from the head in the transaction; or, without it, from a sequence before it.
    async fn apply(&self, batch: &Batch) -> Verdict {
        let unique = self.lack != Lack::UniqueIndex;
        if self.lack == Lack::HeadRow {
            let before = {
                let mut store = self.store();
                store.sequence = store.sequence.max(store.head());
                let before = store.sequence;
                store.sequence += batch.events.len() as u64;
                before
            };
            self.wait(10).await;
            return self.store().apply(batch, before, unique);
        }
        let mut store = self.store();
        let before = store.head();
        store.apply(batch, before, unique)
    }
}

fn indeterminate() -> NoVerdict {
    NoVerdict::Indeterminate("the line broke".to_owned())
}

#[async_trait]
impl Engine for Connected {
    async fn commit(&self, batch: Arc<Batch>) -> Result<Verdict, NoVerdict> {
        self.wait(5).await;
        match self.lot() {
            Lot::Refused => Err(NoVerdict::Failed(JournalError::Unavailable("no room".into()))),
            Lot::QuestionLost => Err(indeterminate()),
            Lot::AnswerLost => {
                self.apply(&batch).await;
                Err(indeterminate())
            }
            Lot::Late => {
                let (store, late) = (Arc::clone(&self.store), self.dice(800));
                let epoch = self.store().epoch;
                let unique = self.lack != Lack::UniqueIndex;
                tokio::spawn(async move {
                    tokio::time::sleep(Duration::from_millis(late)).await;
                    let mut store = store.lock().expect("never left half done");
                    // What was under way to a primary does not reach the next one.
                    if store.epoch == epoch {
                        let before = store.head();
                        store.apply(&batch, before, unique);
                    }
                });
                Err(indeterminate())
            }
            Lot::Good => {
                let verdict = self.apply(&batch).await;
                let (epoch, head) = self.stands();
                self.wait(5).await;
                let mut store = self.store();
                if store.epoch != epoch {
                    return Err(indeterminate());
                }
                store.safe = store.safe.max(head);
                Ok(verdict)
            }
        }
    }

    async fn secure(&self) -> Result<(), JournalError> {
        if self.lack == Lack::Securing {
            return Ok(());
        }
        let (epoch, head) = self.stands();
        self.wait(5).await;
        let mut store = self.store();
        if store.epoch != epoch {
            return Err(JournalError::Unavailable("the line broke".into()));
        }
        store.safe = store.safe.max(head);
        Ok(())
    }

    async fn versions(&self, streams: &[StreamId]) -> Result<Vec<Version>, JournalError> {
        self.read(|store| {
            streams.iter().map(|stream| store.versions.get(stream).copied().unwrap_or(0)).collect()
        })
        .await
    }

    async fn recorded(&self, commands: &[(NetworkId, CommandId)]) -> Result<Vec<Recorded>, JournalError> {
        self.read(|store| commands.iter().filter_map(|key| store.commands.get(key).cloned()).collect()).await
    }

    async fn names(&self, first: Position, last: Position) -> Result<Vec<String>, JournalError> {
        self.read(|store| {
            let events = store.events.range(first.0..=last.0);
            events.map(|(_, event)| event.name.to_string()).collect()
        })
        .await
    }

    async fn head(&self) -> Result<Position, JournalError> {
        self.read(|store| Position(store.head())).await
    }

    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        _: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let last = until.map_or(u64::MAX, |until| until.0);
        self.read(|store| {
            let events = store.events.range(after.0 + 1..).take_while(|(position, _)| **position <= last);
            events.take(limit).map(|(_, event)| event.clone()).collect()
        })
        .await
    }

    async fn read_back(&self, before: Position, limit: usize) -> Result<Vec<StoredEvent>, JournalError> {
        self.read(|store| {
            store.events.range(..before.0).rev().take(limit).map(|(_, event)| event.clone()).collect()
        })
        .await
    }

    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let whole = self.read_streams(std::slice::from_ref(stream)).await?.pop().unwrap_or_default();
        Ok(whole.into_iter().filter(|event| event.version > after).take(limit).collect())
    }

    async fn read_streams(&self, streams: &[StreamId]) -> Result<Vec<Vec<StoredEvent>>, JournalError> {
        self.read(|store| {
            let of = |stream: &StreamId| {
                store.events.values().filter(|event| event.stream == *stream).cloned().collect()
            };
            streams.iter().map(of).collect()
        })
        .await
    }

    async fn read_stream_back(
        &self,
        stream: &StreamId,
        before: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let whole = self.read_streams(std::slice::from_ref(stream)).await?.pop().unwrap_or_default();
        Ok(whole.into_iter().rev().filter(|event| event.version < before).take(limit).collect())
    }

    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        self.read(|store| {
            let before = store.events.values().filter(|event| event.recorded_at <= instant);
            before.map(|event| event.position).max().unwrap_or_default()
        })
        .await
    }

    async fn commands_after(
        &self,
        after: Option<(NetworkId, CommandId)>,
        limit: usize,
    ) -> Result<Vec<Recorded>, JournalError> {
        self.read(|store| {
            let all =
                store.commands.iter().filter(|(key, _)| after.as_ref().is_none_or(|after| *key > after));
            all.take(limit).map(|(_, command)| command.clone()).collect()
        })
        .await
    }

    async fn restore(&self, _: &[StoredEvent], _: &[Recorded]) -> Result<(), JournalError> {
        Err(JournalError::Unfit("nothing is restored here".to_owned()))
    }

    async fn identity(&self) -> Result<uuid::Uuid, JournalError> {
        Ok(uuid::Uuid::nil())
    }

    async fn audit(&self) -> Result<Audit, JournalError> {
        self.read(|store| {
            let mut damage = Vec::new();
            if store.head() != store.events.len() as u64 {
                damage.push(format!("the head is {}, there are {} events", store.head(), store.events.len()));
            }
            let mut counted: HashMap<&StreamId, Version> = HashMap::new();
            for event in store.events.values() {
                let version = counted.entry(&event.stream).or_default();
                *version += 1;
                if event.version != *version {
                    damage.push(format!("{} has {} where {version} should be", event.stream, event.version));
                }
            }
            Audit {
                engine: "simulated".to_owned(),
                settings: Vec::new(),
                head: Position(store.head()),
                events: store.events.len() as u64,
                streams: store.versions.len() as u64,
                commands: store.commands.len() as u64,
                damage,
            }
        })
        .await
    }
}
