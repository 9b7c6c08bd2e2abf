//! A round of the committer: commands played one after the other on states that nobody else has
//! seen yet, drafted into one batch.

use std::collections::HashMap;

use graph::ports::{Receipt, Trail, Trouble};
use kernel::act::{AnyState, Change, Fresh, Halt, Played};
use kernel::{Act, Asked, Meta, Position, Scene, StreamId, Version};

use crate::engine::{Batch, BatchCommand, BatchEvent, LARGEST_EVENT, MOST_EVENTS};
use crate::ledger::Append;

/// A stream as this node knows it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// Its version.
    pub(crate) version: Version,
    /// Its state, when an act has needed it.
    pub(crate) state: Option<AnyState>,
}

/// A command that made it into the batch, waiting for the commit.
#[derive(Debug, Clone)]
pub(crate) struct Planned {
    /// Its index among the batch's commands.
    pub(crate) command: usize,
    /// The names of its events.
    pub(crate) events: Vec<String>,
    /// Whether it is of the term of the batch.
    pub(crate) of_term: bool,
}

/// What one round has drafted so far.
#[derive(Debug, Default)]
pub(crate) struct Round {
    pub(crate) batch: Batch,
    pub(crate) touched: HashMap<StreamId, Seen>,
    index: HashMap<StreamId, usize>,
}

impl Round {
    /// Plays an act on the states of the round and drafts what follows.
    pub(crate) fn play(
        &mut self,
        act: &Act,
        asked: &Asked,
        trail: &Trail,
        known: &mut impl FnMut(&StreamId) -> Option<Seen>,
    ) -> Result<Planned, Trouble> {
        let mut states = HashMap::with_capacity(act.involved.len());
        for involved in &act.involved {
            let seen = self.seen(&involved.stream, known)?;
            if !involved.expected.allows(seen.version) {
                return Err(Trouble::Stale { stream: involved.stream.clone(), actual: seen.version });
            }
            let state = seen.state.unwrap_or_else(|| (involved.fold.empty)());
            states.insert(involved.stream.clone(), state);
        }
        let mut scene = Scene::new(asked, states);
        (act.play)(&mut scene).map_err(|halt| match halt {
            Halt::Refused(refused) => Trouble::Refused(refused),
            other => Trouble::Fault(other.to_string()),
        })?;
        let Played { changes, mut states, facts } = scene.close();
        fits(changes.iter().map(|change| change.events.as_slice()))?;
        let meta = Meta {
            command: act.command,
            actor: asked.by,
            role: asked.role,
            device: trail.device.clone(),
            occurred_at: asked.at,
            causation: trail.causation,
            correlation: Some(trail.correlation.unwrap_or(act.command.0)),
            trace: trail.trace.clone(),
            provenance: trail.provenance.clone(),
        };
        let offset = self.batch.events.len();
        let names =
            changes.iter().flat_map(|change| &change.events).map(|event| event.name.to_owned()).collect();
        // The earliest of them counts: the others are asked for again.
        self.batch.term = [self.batch.term, trail.term].into_iter().flatten().min();
        for Change { stream, events } in changes {
            if !events.is_empty() {
                let state = states.get(&stream).cloned();
                self.write(stream, events, state, &meta, known)?;
            }
        }
        states.clear();
        let version = match act.involved.first() {
            Some(main) => self.seen(&main.stream, known)?.version,
            None => 0,
        };
        let plan = self.plan(asked.network.clone(), meta, act.digest, offset, version, names, facts);
        Ok(Planned { of_term: trail.term.is_some(), ..plan })
    }

    /// Whether the states an act needs are known: a stream appended to by hand in this same round
    /// must be read again first.
    pub(crate) fn ready(&self, act: &Act) -> bool {
        act.involved
            .iter()
            .all(|involved| self.touched.get(&involved.stream).is_none_or(|seen| seen.state.is_some()))
    }

    /// Drafts an append by hand.
    pub(crate) fn append(
        &mut self,
        append: &Append,
        known: &mut impl FnMut(&StreamId) -> Option<Seen>,
    ) -> Result<Planned, Trouble> {
        well_formed(append)?;
        fits(append.writes.iter().map(|write| write.events.as_slice()))?;
        for write in &append.writes {
            let seen = self.seen(&write.stream, known)?;
            if !write.expected.allows(seen.version) {
                return Err(Trouble::Stale { stream: write.stream.clone(), actual: seen.version });
            }
        }
        let offset = self.batch.events.len();
        let names =
            append.writes.iter().flat_map(|write| &write.events).map(|event| event.name.to_owned()).collect();
        for write in &append.writes {
            self.write(write.stream.clone(), write.events.clone(), None, &append.meta, known)?;
        }
        let version = match append.writes.first() {
            Some(main) => self.seen(&main.stream, known)?.version,
            None => 0,
        };
        let meta = append.meta.clone();
        Ok(self.plan(append.network.clone(), meta, append.digest, offset, version, names, Vec::new()))
    }

    /// The answer to a planned command, once the batch is committed after `before`.
    pub(crate) fn receipt(&self, planned: &Planned, before: Position) -> Receipt {
        let command = &self.batch.commands[planned.command];
        Receipt {
            position: Position(before.0 + (command.offset + command.count) as u64),
            version: command.version,
            events: planned.events.clone(),
            facts: command.facts.clone(),
            repeated: false,
        }
    }

    fn seen(
        &mut self,
        stream: &StreamId,
        known: &mut impl FnMut(&StreamId) -> Option<Seen>,
    ) -> Result<Seen, Trouble> {
        match self.touched.get(stream).cloned().or_else(|| known(stream)) {
            Some(seen) => Ok(seen),
            None => Err(Trouble::Fault(format!("{stream} was not loaded"))),
        }
    }

    fn write(
        &mut self,
        stream: StreamId,
        events: Vec<Fresh>,
        state: Option<AnyState>,
        meta: &Meta,
        known: &mut impl FnMut(&StreamId) -> Option<Seen>,
    ) -> Result<(), Trouble> {
        let mut version = self.seen(&stream, known)?.version;
        let index = if let Some(index) = self.index.get(&stream) {
            *index
        } else {
            let index = self.batch.streams.len();
            self.batch.streams.push((stream.clone(), version));
            self.index.insert(stream.clone(), index);
            index
        };
        for event in events {
            version += 1;
            self.batch.events.push(BatchEvent {
                stream: index,
                version,
                name: event.name.to_owned(),
                shape: event.shape,
                payload: event.payload,
                meta: meta.clone(),
            });
        }
        self.touched.insert(stream, Seen { version, state });
        Ok(())
    }

    #[allow(clippy::too_many_arguments, reason = "what a command record is made of")]
    fn plan(
        &mut self,
        network: kernel::NetworkId,
        meta: Meta,
        digest: [u8; 32],
        offset: usize,
        version: Version,
        events: Vec<String>,
        facts: Vec<(String, String)>,
    ) -> Planned {
        let command = self.batch.commands.len();
        let count = self.batch.events.len() - offset;
        let id = meta.command;
        self.batch.commands.push(BatchCommand { network, id, digest, offset, count, version, facts });
        Planned { command, events, of_term: false }
    }
}

fn fits<'a>(groups: impl Iterator<Item = &'a [Fresh]>) -> Result<(), Trouble> {
    let mut count = 0;
    for event in groups.flatten() {
        count += 1;
        if event.payload.len() > LARGEST_EVENT {
            let size = event.payload.len();
            return Err(Trouble::TooLarge(format!(
                "{} has {size} bytes, at most {LARGEST_EVENT}",
                event.name
            )));
        }
    }
    if count > MOST_EVENTS {
        return Err(Trouble::TooLarge(format!("{count} events in one append, at most {MOST_EVENTS}")));
    }
    Ok(())
}

fn well_formed(append: &Append) -> Result<(), Trouble> {
    for write in &append.writes {
        if write.stream.network != append.network {
            return Err(Trouble::BadAsk(format!("{} is of another network", write.stream)));
        }
        if write.stream.kind.is_empty() || write.stream.id.is_empty() {
            return Err(Trouble::BadAsk("a stream has a kind and an id".to_owned()));
        }
        if append.writes.iter().filter(|other| other.stream == write.stream).count() > 1 {
            return Err(Trouble::BadAsk(format!("{} is written twice in one append", write.stream)));
        }
        for event in &write.events {
            if event.name.is_empty() || event.name.contains('\0') {
                return Err(Trouble::BadAsk("an event has a name".to_owned()));
            }
            let text = std::str::from_utf8(&event.payload)
                .map_err(|_| Trouble::BadAsk(format!("{}: the payload is not UTF-8", event.name)))?;
            serde_json::from_str::<&serde_json::value::RawValue>(text).map_err(|error| {
                Trouble::BadAsk(format!("{}: the payload is not JSON: {error}", event.name))
            })?;
        }
    }
    Ok(())
}
