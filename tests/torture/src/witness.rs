//! The witness: what was acknowledged, and whether the journal still says so.

use std::collections::{BTreeMap, HashMap};

use graph::ports::Receipt;
use journal::engine::Recorded;
use journal::{Engine, JournalError};
use kernel::{CommandId, NetworkId, Position};

/// An answer somebody got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The command's network.
    pub(crate) network: NetworkId,
    /// The command.
    pub(crate) command: CommandId,
    /// The position it was answered with.
    pub(crate) position: Position,
    /// How many events it was said to have.
    pub(crate) events: u64,
}

impl Answer {
    /// The answer to a command.
    pub(crate) fn of(network: &NetworkId, command: CommandId, receipt: &Receipt) -> Self {
        Self {
            network: network.clone(),
            command,
            position: receipt.position,
            events: receipt.events.len() as u64,
        }
    }
}

/// What a journal says of what was acknowledged.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// How many commands had been acknowledged.
    pub(crate) acknowledged: u64,
    /// Those that are not there, or not as answered.
    pub(crate) lost: Vec<String>,
    /// Those that acted more than once, acknowledged or not.
    pub(crate) doubled: Vec<String>,
    /// Gaps, contradictions.
    pub(crate) damage: Vec<String>,
}

impl Found {
    /// Whether everything is as promised.
    pub(crate) fn fine(&self) -> bool {
        self.lost.is_empty() && self.doubled.is_empty() && self.damage.is_empty()
    }

    /// The same, with where it was found.
    pub(crate) fn at(mut self, place: &str) -> Self {
        for told in [&mut self.lost, &mut self.doubled, &mut self.damage] {
            for one in told {
                *one = format!("{place}: {one}");
            }
        }
        self
    }
}

/// Reads a whole journal and compares.
pub(crate) async fn judge(engine: &dyn Engine, answers: &[Answer]) -> Result<Found, JournalError> {
    let mut found = Found { acknowledged: answers.len() as u64, ..Found::default() };
    found.damage = engine.audit().await?.damage;
    let acted = acted(engine, &mut found.damage).await?;
    let recorded = recorded(engine).await?;
    // A command acts whole and once, whether anybody was told of it or not.
    for (key, places) in &acted {
        match recorded.get(key) {
            None => found.damage.push(format!("{} has events and is not remembered", key.1)),
            Some(command) => {
                let whole: Vec<u64> = (command.first.0..=command.last.0).collect();
                if places.len() > whole.len() {
                    found.doubled.push(format!("{} acted at {places:?}", key.1));
                } else if *places != whole {
                    found.damage.push(format!("{} should be at {whole:?} and is at {places:?}", key.1));
                }
            }
        }
    }
    for (key, command) in &recorded {
        if command.first <= command.last && !acted.contains_key(key) {
            found.damage.push(format!("{} is remembered and has no events", key.1));
        }
    }
    for answer in answers {
        let key = (answer.network.clone(), answer.command);
        let there = recorded.get(&key).is_some_and(|command| {
            command.last == answer.position && command.last.0 + 1 - command.first.0 == answer.events
        });
        if !there {
            let said = recorded.get(&key).map(|command| (command.first, command.last));
            found.lost.push(format!(
                "{} was answered with {} events up to {}, the journal has {said:?}",
                answer.command, answer.events, answer.position
            ));
        }
    }
    Ok(found)
}

type Key = (NetworkId, CommandId);

/// The places of each command's events; positions must be dense.
async fn acted(
    engine: &dyn Engine,
    damage: &mut Vec<String>,
) -> Result<BTreeMap<Key, Vec<u64>>, JournalError> {
    let mut acted: BTreeMap<Key, Vec<u64>> = BTreeMap::new();
    let mut after = Position(0);
    loop {
        let page = engine.read_all(after, None, None, 2_000).await?;
        let Some(last) = page.last() else { return Ok(acted) };
        let end = last.position;
        for event in page {
            if event.position.0 != after.0 + 1 {
                damage.push(format!("position {} follows {after}", event.position));
            }
            after = event.position;
            acted.entry((event.stream.network, event.meta.command)).or_default().push(event.position.0);
        }
        after = end;
    }
}

async fn recorded(engine: &dyn Engine) -> Result<HashMap<Key, Recorded>, JournalError> {
    let mut recorded = HashMap::new();
    let mut after = None;
    loop {
        let page = engine.commands_after(after, 2_000).await?;
        let Some(last) = page.last() else { return Ok(recorded) };
        after = Some((last.network.clone(), last.id));
        recorded.extend(page.into_iter().map(|command| ((command.network.clone(), command.id), command)));
    }
}
