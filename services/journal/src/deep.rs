//! Every event and every command looked at once: for the operator who wants to be sure.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use kernel::{CommandId, NetworkId, Position, StreamId, Version};
use serde_json::value::RawValue;

use crate::engine::{Engine, Recorded};
use crate::error::JournalError;
use crate::stored::StoredEvent;

/// Events and commands read at a time.
const PAGE: usize = 2_000;
/// So many faults are named; the others are counted.
const NAMED: usize = 20;

/// What a walk through a journal found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walked {
    /// How many events there are.
    pub events: u64,
    /// How many commands are remembered.
    pub commands: u64,
    /// What contradicts itself, the first of it in words.
    pub faults: Vec<String>,
    /// How many faults there are in all.
    pub wrong: u64,
}

impl Walked {
    fn fault(&mut self, what: String) {
        self.wrong += 1;
        if self.faults.len() < NAMED {
            self.faults.push(what);
        }
    }
}

/// The events of a command, as far as they were seen: it must be remembered with just these.
struct Run {
    first: Position,
    last: Position,
}

/// Walks from the first event to the head, showing each to `seen`, then through every command. Positions and
/// the versions of every stream must be dense, instants never go back, every payload be JSON, and every event
/// belong to one remembered command that says so.
///
/// # Errors
/// When the journal cannot be read.
pub async fn walk(
    engine: &dyn Engine,
    mut seen: impl FnMut(&StoredEvent) + Send,
) -> Result<Walked, JournalError> {
    let head = engine.head().await?;
    let mut walked = Walked::default();
    let mut versions: HashMap<StreamId, Version> = HashMap::new();
    let mut runs: HashMap<(NetworkId, CommandId), Run> = HashMap::new();
    let mut before = DateTime::<Utc>::MIN_UTC;
    let mut after = Position(0);
    while after < head {
        let page = engine.read_all(after, Some(head), None, PAGE).await?;
        let Some(last) = page.last() else {
            walked.fault(format!("nothing is left after position {after}, but the head is {head}"));
            break;
        };
        let reached = last.position;
        for event in &page {
            walked.events += 1;
            look_at(event, &mut walked, &mut versions, (&mut after, &mut before));
            let by = (event.stream.network.clone(), event.meta.command);
            let at = event.position;
            runs.entry(by).and_modify(|run| run.last = at).or_insert(Run { first: at, last: at });
            seen(event);
        }
        after = reached;
    }
    commands(engine, head, &mut walked, runs).await?;
    Ok(walked)
}

fn look_at(
    event: &StoredEvent,
    walked: &mut Walked,
    versions: &mut HashMap<StreamId, Version>,
    (after, before): (&mut Position, &mut DateTime<Utc>),
) {
    let at = event.position;
    if at.0 != after.0 + 1 {
        walked.fault(format!("position {at} follows {after}"));
    }
    *after = at;
    let version = versions.entry(event.stream.clone()).or_default();
    if event.version != *version + 1 {
        walked
            .fault(format!("position {at}: version {} of {} follows {version}", event.version, event.stream));
    }
    *version = event.version;
    if event.recorded_at < *before {
        walked.fault(format!("position {at} was recorded earlier than the one before it"));
    }
    *before = event.recorded_at;
    if serde_json::from_slice::<&RawValue>(&event.payload).is_err() {
        walked.fault(format!("position {at}: the payload of {} is not JSON", event.name));
    }
}

/// Every remembered command speaks of its own events, and no event is left without one.
async fn commands(
    engine: &dyn Engine,
    head: Position,
    walked: &mut Walked,
    mut runs: HashMap<(NetworkId, CommandId), Run>,
) -> Result<(), JournalError> {
    let mut after = None;
    loop {
        let page = engine.commands_after(after.take(), PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some((last.network.clone(), last.id));
        // What is recorded while we walk belongs to the next walk.
        for Recorded { network, id, first, last, .. } in page.into_iter().filter(|one| one.last <= head) {
            walked.commands += 1;
            let run = runs.remove(&(network, id));
            let fine = match run {
                Some(run) => run.first == first && run.last == last,
                None => first > last,
            };
            if !fine {
                walked.fault(format!(
                    "command {id} is said to be positions {first} to {last}; its events are not"
                ));
            }
        }
    }
    for ((_, id), run) in runs {
        walked.fault(format!(
            "positions {} to {} are of command {id}, which is not remembered",
            run.first, run.last
        ));
    }
    Ok(())
}
