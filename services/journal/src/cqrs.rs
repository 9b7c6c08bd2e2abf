//! The same journal under plain cqrs-es: its `EventStore<A>` on our streams, so that a user of the
//! framework and our own command path see and write the same events.

use std::collections::HashMap;
use std::sync::Arc;

use cqrs_es::{Aggregate, AggregateContext, AggregateError, EventEnvelope, EventStore};
use graph::ports::{Clock, Trouble};
use kernel::act::Fresh;
use kernel::{ActorId, CommandId, Event, Expected, Meta, NetworkId, Role, StreamId};
use uuid::Uuid;

use crate::ledger::{Append, Ledger, Write};
use crate::stored::{Journal, StoredEvent};

/// Events read at a time.
const PAGE: usize = 1_000;

/// The journal as a cqrs-es event store, for one network and one actor.
#[derive(Clone)]
pub struct CqrsStore {
    ledger: Arc<Ledger>,
    clock: Arc<dyn Clock>,
    network: NetworkId,
    actor: ActorId,
    role: Role,
}

/// An aggregate as loaded: what the framework needs to commit on top of it.
#[derive(Debug)]
pub struct Loaded<A> {
    id: String,
    aggregate: A,
    version: u64,
}

impl CqrsStore {
    /// A store that acts as somebody in a network.
    pub fn new(
        ledger: Arc<Ledger>,
        clock: Arc<dyn Clock>,
        network: NetworkId,
        actor: ActorId,
        role: Role,
    ) -> Self {
        Self { ledger, clock, network, actor, role }
    }

    async fn history<A>(&self, id: &str) -> Result<Vec<EventEnvelope<A>>, AggregateError<A::Error>>
    where
        A: Aggregate<Event: Event>,
    {
        let stream = StreamId::new(&self.network, A::TYPE, id);
        let mut history: Vec<EventEnvelope<A>> = Vec::new();
        loop {
            let page =
                self.ledger.read_stream(&stream, history.len() as u64, PAGE).await.map_err(unexpected)?;
            let last = page.len() < PAGE;
            for stored in page {
                history.push(envelope(stored)?);
            }
            if last {
                return Ok(history);
            }
        }
    }
}

fn envelope<A: Aggregate<Event: Event>>(
    stored: StoredEvent,
) -> Result<EventEnvelope<A>, AggregateError<A::Error>> {
    let payload = <A::Event as Event>::read(&stored.name, stored.shape, &stored.payload)
        .map_err(|error| AggregateError::DeserializationError(Box::new(error)))?;
    let sequence = usize::try_from(stored.version).unwrap_or(usize::MAX);
    Ok(EventEnvelope { aggregate_id: stored.stream.id, sequence, payload, metadata: HashMap::new() })
}

fn unexpected<E, T>(error: E) -> AggregateError<T>
where
    E: std::error::Error + Send + Sync + 'static,
    T: std::error::Error,
{
    AggregateError::UnexpectedError(Box::new(error))
}

impl<A: Aggregate> AggregateContext<A> for Loaded<A> {
    fn aggregate(&mut self) -> &mut A {
        &mut self.aggregate
    }
}

impl<A: Aggregate<Event: Event>> EventStore<A> for CqrsStore {
    type AC = Loaded<A>;

    async fn load_events(&self, id: &str) -> Result<Vec<EventEnvelope<A>>, AggregateError<A::Error>> {
        self.history::<A>(id).await
    }

    async fn load_aggregate(&self, id: &str) -> Result<Loaded<A>, AggregateError<A::Error>> {
        let history = self.history::<A>(id).await?;
        let version = history.len() as u64;
        let mut aggregate = A::default();
        for envelope in history {
            aggregate.apply(envelope.payload);
        }
        Ok(Loaded { id: id.to_owned(), aggregate, version })
    }

    async fn commit(
        &self,
        events: Vec<A::Event>,
        context: Loaded<A>,
        metadata: HashMap<String, String>,
    ) -> Result<Vec<EventEnvelope<A>>, AggregateError<A::Error>> {
        let mut fresh = Vec::with_capacity(events.len());
        for event in &events {
            let name = event.name();
            let payload = serde_json::to_vec(event)
                .map_err(|error| AggregateError::DeserializationError(Box::new(error)))?;
            fresh.push(Fresh { name, shape: <A::Event as Event>::shape(name), payload });
        }
        // A caller that can repeat a command names it; one that cannot gets a name made here.
        #[allow(
            clippy::disallowed_methods,
            reason = "an adapter: the framework has no command id of its own"
        )]
        let command = metadata
            .get("commandId")
            .and_then(|id| id.parse().ok())
            .unwrap_or_else(|| CommandId(Uuid::new_v4()));
        let stream = StreamId::new(&self.network, A::TYPE, &context.id);
        let meta = Meta {
            command,
            actor: self.actor,
            role: self.role,
            device: None,
            occurred_at: self.clock.now(),
            causation: None,
            correlation: Some(command.0),
            trace: None,
            provenance: None,
        };
        let write = Write { stream, expected: Expected::Exact(context.version), events: fresh };
        let append = Append { network: self.network.clone(), digest: [0; 32], meta, writes: vec![write] };
        match self.ledger.append(append).await {
            Ok(_) => {}
            Err(Trouble::Stale { .. }) => return Err(AggregateError::AggregateConflict),
            Err(error) => return Err(unexpected(error)),
        }
        Ok(events
            .into_iter()
            .zip(1..)
            .map(|(payload, offset): (_, u64)| EventEnvelope {
                aggregate_id: context.id.clone(),
                sequence: usize::try_from(context.version + offset).unwrap_or(usize::MAX),
                payload,
                metadata: metadata.clone(),
            })
            .collect())
    }
}
