//! An act: one command on one or several aggregates, decided as a whole and recorded as a whole.
//!
//! The journal knows no aggregate by type; an act carries the folds of the streams it involves
//! and a pure function that plays on their states.

use std::any::Any;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::{Asked, CommandId, Decider, Event, Refusal, StreamId, Undecodable, Version};

/// A state whose type is known only to the act that uses it.
pub type AnyState = Arc<dyn Any + Send + Sync>;

/// Which version a stream must have for an append to go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Expected {
    /// Whatever it has.
    #[default]
    Any,
    /// No event yet.
    None,
    /// Exactly this many events.
    Exact(Version),
}

impl Expected {
    /// Whether a stream of that version will do.
    pub fn allows(self, version: Version) -> bool {
        match self {
            Self::Any => true,
            Self::None => version == 0,
            Self::Exact(expected) => version == expected,
        }
    }
}

/// A stored event as bytes, as far as a fold needs it.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    /// Its stored type.
    pub name: &'a str,
    /// Its stored shape.
    pub shape: u32,
    /// Its JSON.
    pub payload: &'a [u8],
}

/// How a stream becomes a state.
#[derive(Clone, Copy)]
pub struct Fold {
    /// The state of a stream without events.
    pub empty: fn() -> AnyState,
    /// The state after one more stored event.
    pub apply: fn(&AnyState, Stored<'_>) -> Result<AnyState, Undecodable>,
}

impl fmt::Debug for Fold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fold")
    }
}

impl Fold {
    /// The fold of a decider.
    pub fn of<D: Decider>() -> Self {
        Self {
            empty: || Arc::new(D::default()),
            apply: |state, stored| {
                let event = D::Event::read(stored.name, stored.shape, stored.payload)?;
                let mut next = state.downcast_ref::<D>().cloned().unwrap_or_default();
                next.evolve(event);
                Ok(Arc::new(next))
            },
        }
    }
}

/// A stream that an act reads or writes.
#[derive(Debug, Clone)]
pub struct Involved {
    /// The stream.
    pub stream: StreamId,
    /// The version the asker has seen.
    pub expected: Expected,
    /// How to read it.
    pub fold: Fold,
}

/// An event about to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// Its stored type.
    pub name: &'static str,
    /// Its stored shape.
    pub shape: u32,
    /// Its JSON.
    pub payload: Vec<u8>,
}

/// The new events of one stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The stream.
    pub stream: StreamId,
    /// Its new events, in order; may be none.
    pub events: Vec<Fresh>,
}

/// A refusal without its type: code, arguments of its message.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("refused: {code}")]
pub struct Refused {
    /// The stable code, such as `QUOTA_REACHED`.
    pub code: String,
    /// What its message needs.
    pub arguments: Map<String, Value>,
}

impl<R: Refusal> From<R> for Refused {
    fn from(refusal: R) -> Self {
        let (code, arguments) = refusal.coded();
        Self { code, arguments }
    }
}

/// Why an act was not played to its end.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Halt {
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// An event cannot be written down: a secret was not sealed. A fault of ours.
    #[error("{event} cannot be stored: {cause}")]
    Unstorable {
        /// The event's type.
        event: &'static str,
        /// What serde said.
        cause: String,
    },
    /// The act uses a stream it did not name. A fault of ours.
    #[error("the act does not involve {0}")]
    NotInvolved(StreamId),
}

/// The states an act plays on, and what it has changed so far.
#[derive(Debug)]
pub struct Scene<'a> {
    asked: &'a Asked,
    states: HashMap<StreamId, AnyState>,
    changes: Vec<Change>,
    facts: Vec<(String, String)>,
}

impl<'a> Scene<'a> {
    /// A scene on loaded states.
    pub fn new(asked: &'a Asked, states: HashMap<StreamId, AnyState>) -> Self {
        Self { asked, states, changes: Vec::new(), facts: Vec::new() }
    }

    /// Who asks, and when.
    pub fn asked(&self) -> &'a Asked {
        self.asked
    }

    /// The state of an aggregate of the asker's network.
    ///
    /// # Errors
    /// When the act did not involve its stream.
    pub fn state<D: Decider>(&self, id: impl fmt::Display) -> Result<&D, Halt> {
        let stream = StreamId::new(&self.asked.network, D::KIND, id);
        match self.states.get(&stream).and_then(|state| state.downcast_ref::<D>()) {
            Some(state) => Ok(state),
            None => Err(Halt::NotInvolved(stream)),
        }
    }

    /// Asks an aggregate and keeps what follows.
    ///
    /// # Errors
    /// Its refusal, or a fault of ours.
    pub fn decide<D: Decider>(&mut self, id: impl fmt::Display, command: D::Command) -> Result<(), Halt> {
        let stream = StreamId::new(&self.asked.network, D::KIND, &id);
        let mut state = self.state::<D>(&id)?.clone();
        let events = state.decide(command, self.asked).map_err(Refused::from)?;
        let mut fresh = Vec::with_capacity(events.len());
        for event in events {
            let name = event.name();
            let payload = serde_json::to_vec(&event)
                .map_err(|error| Halt::Unstorable { event: name, cause: error.to_string() })?;
            fresh.push(Fresh { name, shape: D::Event::shape(name), payload });
            state.evolve(event);
        }
        if !fresh.is_empty() {
            self.states.insert(stream.clone(), Arc::new(state));
        }
        self.changes.push(Change { stream, events: fresh });
        Ok(())
    }

    /// Refuses the whole act.
    ///
    /// # Errors
    /// Always: the refusal.
    pub fn refuse<T, R: Refusal>(&self, refusal: R) -> Result<T, Halt> {
        Err(Halt::Refused(refusal.into()))
    }

    /// Adds a fact to the answer, such as the return code that was issued.
    pub fn tell(&mut self, name: &str, value: impl ToString) {
        self.facts.push((name.to_owned(), value.to_string()));
    }

    /// The changes, the states after them, and the facts for the answer.
    pub fn close(self) -> Played {
        Played { changes: self.changes, states: self.states, facts: self.facts }
    }
}

/// What an act led to, before it is recorded.
#[derive(Debug)]
pub struct Played {
    /// The new events, stream by stream, in the order they were decided.
    pub changes: Vec<Change>,
    /// The states after them.
    pub states: HashMap<StreamId, AnyState>,
    /// Facts for the answer.
    pub facts: Vec<(String, String)>,
}

/// What an act does on its scene.
pub type Play = Arc<dyn Fn(&mut Scene<'_>) -> Result<(), Halt> + Send + Sync>;

/// One command, ready to be decided and recorded.
#[derive(Clone)]
pub struct Act {
    /// The command's id, made by the client.
    pub command: CommandId,
    /// The digest of what is asked: the same id with another digest is a mistake.
    pub digest: [u8; 32],
    /// The streams it plays on; the first one is the aggregate the command is about.
    pub involved: Vec<Involved>,
    /// What it does.
    pub play: Play,
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Act")
            .field("command", &self.command)
            .field("involved", &self.involved)
            .finish_non_exhaustive()
    }
}

impl Act {
    /// A command on one aggregate.
    ///
    /// # Errors
    /// When the command cannot be digested because it holds a clear secret: a fault of ours.
    pub fn on<D: Decider>(
        command: CommandId,
        stream: StreamId,
        expected: Expected,
        ask: D::Command,
    ) -> Result<Self, Halt> {
        let digest = digest(&stream, &ask)?;
        let id = stream.id.clone();
        Ok(Self {
            command,
            digest,
            involved: vec![Involved { stream, expected, fold: Fold::of::<D>() }],
            play: Arc::new(move |scene| scene.decide::<D>(&id, ask.clone())),
        })
    }

    /// A command that plays on several aggregates of one network; `asked` is what is digested.
    ///
    /// # Errors
    /// When `asked` cannot be digested because it holds a clear secret: a fault of ours.
    pub fn across<A: Serialize>(
        command: CommandId,
        involved: Vec<Involved>,
        asked: &A,
        play: impl Fn(&mut Scene<'_>) -> Result<(), Halt> + Send + Sync + 'static,
    ) -> Result<Self, Halt> {
        let digest = match involved.first() {
            Some(main) => digest(&main.stream, asked)?,
            None => [0; 32],
        };
        Ok(Self { command, digest, involved, play: Arc::new(play) })
    }
}

impl Involved {
    /// A stream of a decider, in any version.
    pub fn any<D: Decider>(network: &crate::NetworkId, id: impl fmt::Display) -> Self {
        Self { stream: StreamId::new(network, D::KIND, id), expected: Expected::Any, fold: Fold::of::<D>() }
    }

    /// The same, in the version the asker has seen.
    #[must_use]
    pub fn expecting(mut self, expected: Expected) -> Self {
        self.expected = expected;
        self
    }
}

/// SHA-256 over the stream and the JSON of what is asked of it.
fn digest<A: Serialize>(stream: &StreamId, asked: &A) -> Result<[u8; 32], Halt> {
    let json = serde_json::to_vec(asked)
        .map_err(|error| Halt::Unstorable { event: "command", cause: error.to_string() })?;
    let mut sha = Sha256::new();
    sha.update(stream.to_string().as_bytes());
    sha.update([0]);
    sha.update(&json);
    Ok(sha.finalize().into())
}
