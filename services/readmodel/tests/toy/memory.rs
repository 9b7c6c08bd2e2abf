//! A journal in memory, with the faults a test wants.

use super::*;

/// A journal in memory, with the faults a test wants.
#[derive(Debug, Default)]
pub struct Memory {
    events: Mutex<Vec<StoredEvent>>,
    /// Which journal it is.
    pub identity: Uuid,
    versions: Mutex<HashMap<StreamId, Version>>,
    hint: watch::Sender<Position>,
    /// Reads end before this position, as after a broken connection; 0 for never.
    pub ends_before: AtomicU64,
    /// This position is left out; 0 for none.
    pub leaves_out: AtomicU64,
    /// So many reads fail.
    pub fails: AtomicU64,
    /// How many heads were asked.
    pub asked: AtomicU64,
}

impl Memory {
    pub fn of(events: &[(&str, ToyEvent)]) -> Arc<Self> {
        let journal = Arc::new(Self::default());
        journal.add(events);
        journal
    }

    pub fn add(&self, events: &[(&str, ToyEvent)]) {
        for (ticket, event) in events {
            self.append(&brussels(), ticket, event);
        }
    }

    pub fn append(&self, network: &NetworkId, ticket: &str, event: &ToyEvent) {
        let mut events = self.events.lock().unwrap();
        let stream = StreamId::new(network, "ticket", ticket);
        let mut versions = self.versions.lock().unwrap();
        let version = *versions.entry(stream.clone()).and_modify(|version| *version += 1).or_insert(1);
        let position = Position(1 + events.len() as u64);
        let id = Uuid::from_u128(u128::from(position.0));
        events.push(StoredEvent {
            position,
            stream,
            version,
            name: if matches!(event, ToyEvent::Forgotten { .. }) { "Forgotten" } else { "Toy" }.into(),
            shape: 1,
            payload: serde_json::to_vec(event).unwrap(),
            meta: Meta {
                command: CommandId(id),
                actor: ActorId(id),
                role: Role::Host,
                device: None,
                occurred_at: recorded(position.0),
                causation: None,
                correlation: None,
                trace: None,
                provenance: None,
            },
            recorded_at: recorded(position.0),
        });
        self.hint.send_replace(position);
    }

    pub fn size(&self) -> u64 {
        self.events.lock().unwrap().len() as u64
    }

    /// The same journal as it was after so many events.
    pub fn first(&self, count: u64) -> Arc<Self> {
        let events =
            self.events.lock().unwrap().iter().take(usize::try_from(count).unwrap()).cloned().collect();
        Arc::new(Self { events: Mutex::new(events), ..Self::default() })
    }
}

#[async_trait]
impl Journal for Memory {
    async fn head(&self) -> Result<Position, JournalError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Ok(Position(self.size()))
    }

    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        if self.fails.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |fails| fails.checked_sub(1)).is_ok() {
            return Err(JournalError::Unavailable("the line is down".into()));
        }
        let ends = self.ends_before.load(Ordering::SeqCst);
        let gone = self.leaves_out.load(Ordering::SeqCst);
        let events = self.events.lock().unwrap();
        let wanted = events.iter().skip(usize::try_from(after.0).unwrap()).filter(|event| {
            let at = event.position;
            until.is_none_or(|until| at <= until) && at.0 != gone && (ends == 0 || at.0 < ends)
        });
        Ok(wanted.take(limit).cloned().collect())
    }

    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let events = self.events.lock().unwrap();
        let wanted = events.iter().filter(|event| event.stream == *stream && event.version > after);
        Ok(wanted.take(limit).cloned().collect())
    }

    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        let events = self.events.lock().unwrap();
        let before = events.iter().filter(|event| event.recorded_at <= instant);
        Ok(before.max_by_key(|event| event.position).map_or(Position(0), |event| event.position))
    }

    async fn identity(&self) -> Result<uuid::Uuid, JournalError> {
        Ok(self.identity)
    }

    fn hints(&self) -> watch::Receiver<Position> {
        self.hint.subscribe()
    }
}
