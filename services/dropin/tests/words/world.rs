//! A network in memory: it performs acts, folds every list of this crate, and answers reads by key.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use dropin::{Appointments, Interpretations, Needs, ReturnCodes, Sessions, Sites, Visits};
use graph::ports::{Guesses, Known, PageAsk, RawPage, RawRow, Table, Trail};
use graph::{Chance, Clock, Commands, Ports, Receipt, Rows, Seals, Trouble, Wording};
use kernel::act::{AnyState, Fresh};
use kernel::given::monday_morning;
use kernel::{
    Act, Asked, CommandId, Halt, Meta, NetworkId, Position, Projection, Recorded, ReturnCode, Scene, Sealed,
    StreamId, Text,
};

#[derive(Default)]
struct Journal {
    states: HashMap<StreamId, AnyState>,
    versions: HashMap<StreamId, u64>,
    position: u64,
    answers: HashMap<CommandId, ([u8; 32], Receipt)>,
    tables: HashMap<&'static str, BTreeMap<String, Vec<u8>>>,
    /// Every stored payload, to look for words that must not be there.
    stored: Vec<String>,
}

/// The world of a story.
#[derive(Default)]
pub(crate) struct World {
    journal: Mutex<Journal>,
    codes: Mutex<VecDeque<ReturnCode>>,
    guesses: AtomicU32,
}

impl World {
    /// A world whose chance draws these codes, in order, then repeats the last.
    pub(crate) fn drawing(codes: &[&str]) -> Arc<Self> {
        let codes = codes.iter().map(|code| code.parse().expect("a code")).collect();
        Arc::new(Self { codes: Mutex::new(codes), ..Self::default() })
    }

    /// The ports of this world.
    pub(crate) fn ports(self: &Arc<Self>) -> Ports {
        Ports {
            commands: self.clone(),
            rows: self.clone(),
            clock: self.clone(),
            seals: self.clone(),
            chance: self.clone(),
            guesses: self.clone(),
            wording: Arc::new(Wording::new([dropin::TEXTS]).expect("readable texts")),
        }
    }

    /// How many codes led nowhere.
    pub(crate) fn wrong_guesses(&self) -> u32 {
        self.guesses.load(Ordering::Relaxed)
    }

    /// Everything that was ever stored, as text.
    pub(crate) fn everything(&self) -> String {
        let journal = self.journal.lock().expect("one thread");
        let rows = journal.tables.values().flat_map(|rows| rows.values());
        rows.map(|row| String::from_utf8_lossy(row).into_owned())
            .chain(journal.stored.iter().cloned())
            .collect()
    }
}

impl Journal {
    fn record(&mut self, stream: &StreamId, fresh: Fresh, asked: &Asked, command: CommandId) {
        self.position += 1;
        let version = self.versions.entry(stream.clone()).or_default();
        *version += 1;
        self.stored.push(String::from_utf8(fresh.payload.clone()).expect("JSON"));
        let recorded = Recorded {
            stream: stream.clone(),
            version: *version,
            position: Position(self.position),
            recorded_at: asked.now,
            meta: Meta {
                command,
                actor: asked.by,
                role: asked.role,
                device: None,
                occurred_at: asked.at,
                causation: None,
                correlation: None,
                trace: None,
                provenance: None,
            },
            event: fresh,
        };
        self.fold::<Sites>(&recorded);
        self.fold::<Sessions>(&recorded);
        self.fold::<Visits>(&recorded);
        self.fold::<Needs>(&recorded);
        self.fold::<Appointments>(&recorded);
        self.fold::<Interpretations>(&recorded);
        self.fold::<ReturnCodes>(&recorded);
    }

    fn fold<P: Projection>(&mut self, recorded: &Recorded<Fresh>) {
        if !P::KINDS.contains(&recorded.stream.kind.as_str()) {
            return;
        }
        let Fresh { name, shape, payload } = &recorded.event;
        let event = P::read(&recorded.stream.kind, name, *shape, payload).expect("a readable event");
        let recorded = recorded.clone().map(|_| event);
        let rows = self.tables.entry(P::NAME).or_default();
        for key in P::keys(&recorded) {
            let before = rows.remove(&key).map(|row| serde_json::from_slice(&row).expect("a readable row"));
            if let Some(row) = P::project(before, &key, &recorded) {
                assert_eq!(P::facets(&row).len(), P::FACETS.len());
                rows.insert(key, serde_json::to_vec(&row).expect("a writable row"));
            }
        }
    }
}

#[async_trait]
impl Commands for World {
    async fn perform(&self, act: Act, asked: Asked, _trail: Trail) -> Result<Receipt, Trouble> {
        let mut journal = self.journal.lock().expect("one thread");
        if let Some((digest, receipt)) = journal.answers.get(&act.command) {
            return if *digest == act.digest {
                Ok(Receipt { repeated: true, ..receipt.clone() })
            } else {
                Err(Trouble::CommandIdReused)
            };
        }
        let states = act
            .involved
            .iter()
            .map(|involved| {
                let state = journal.states.get(&involved.stream).cloned();
                (involved.stream.clone(), state.unwrap_or_else(|| (involved.fold.empty)()))
            })
            .collect();
        let mut scene = Scene::new(&asked, states);
        (act.play)(&mut scene).map_err(|halt| match halt {
            Halt::Refused(refused) => Trouble::Refused(refused),
            other => Trouble::Fault(other.to_string()),
        })?;
        let played = scene.close();
        let mut events = Vec::new();
        let named: HashSet<StreamId> = act.involved.iter().map(|involved| involved.stream.clone()).collect();
        for change in played.changes {
            assert!(named.contains(&change.stream));
            for fresh in change.events {
                events.push(fresh.name.to_owned());
                journal.record(&change.stream, fresh, &asked, act.command);
            }
        }
        journal.states.extend(played.states);
        let main = act.involved.first().map(|involved| involved.stream.clone());
        let version = main.and_then(|main| journal.versions.get(&main).copied()).unwrap_or_default();
        let position = Position(journal.position);
        let receipt = Receipt { position, version, events, facts: played.facts, repeated: false };
        journal.answers.insert(act.command, (act.digest, receipt.clone()));
        Ok(receipt)
    }
}

#[async_trait]
impl Rows for World {
    async fn rows(
        &self,
        table: Table,
        _network: &NetworkId,
        keys: &[String],
        _known: Known,
    ) -> Result<Vec<RawRow>, Trouble> {
        let journal = self.journal.lock().expect("one thread");
        let rows = journal.tables.get(table.name);
        let found = keys.iter().filter_map(|key| {
            let body = rows?.get(key)?.clone();
            Some(RawRow { order: String::new(), key: key.clone(), body })
        });
        Ok(found.collect())
    }

    async fn page(&self, _: Table, _: &NetworkId, _: PageAsk, _: Known) -> Result<RawPage, Trouble> {
        Err(Trouble::BadAsk("this world reads by key".to_owned()))
    }

    async fn counts(
        &self,
        _: Table,
        _: &NetworkId,
        _: &'static str,
        _: PageAsk,
        _: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        Err(Trouble::BadAsk("this world reads by key".to_owned()))
    }

    async fn waiting(
        &self,
        _: &[Table],
        _: &NetworkId,
        _: &[String],
        _: PageAsk,
        _: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        Err(Trouble::BadAsk("this world reads by key".to_owned()))
    }

    async fn position(&self) -> Position {
        Position(self.journal.lock().expect("one thread").position)
    }

    async fn passed(&self, _: Position) -> Position {
        self.position().await
    }
}

impl Clock for World {
    fn now(&self) -> DateTime<Utc> {
        monday_morning().now
    }
}

/// Words turned round stand for sealed ones: unreadable, and the same every time.
impl Seals for World {
    fn seal(&self, subject: &str, text: &Text) -> Result<Sealed, Trouble> {
        Ok(Sealed { subject: subject.to_owned(), bytes: text.as_str().chars().rev().collect() })
    }

    fn open(&self, sealed: &Sealed) -> Result<Option<Text>, Trouble> {
        Ok(sealed.bytes.chars().rev().collect::<String>().parse().ok())
    }
}

impl Chance for World {
    fn return_code(&self) -> ReturnCode {
        let mut codes = self.codes.lock().expect("one thread");
        let next = codes.front().copied().expect("a code");
        if codes.len() > 1 {
            codes.pop_front();
        }
        next
    }
}

/// Counts, and never stops anybody.
impl Guesses for World {
    fn may_guess(&self, _: &graph::Caller) -> Result<(), Trouble> {
        Ok(())
    }

    fn guessed_wrong(&self, _: &graph::Caller) {
        self.guesses.fetch_add(1, Ordering::Relaxed);
    }
}
