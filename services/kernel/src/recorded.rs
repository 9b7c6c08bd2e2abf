//! An event as the journal gives it back: where it stands and under which circumstances.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

use crate::{ActorId, CommandId, DeviceId, NetworkId, Role, text_scalar};

/// The place of an event in the journal: 1, 2, 3 ... without gaps, in the order of commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Position(pub u64);

/// The text is not a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a position is a whole number from 0, as text")]
pub struct NotAPosition;

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Position {
    type Err = NotAPosition;
    fn from_str(text: &str) -> Result<Self, NotAPosition> {
        // Databases hold positions as signed 64-bit numbers.
        match text.parse::<i64>() {
            Ok(place) => u64::try_from(place).map(Self).map_err(|_| NotAPosition),
            Err(_) => Err(NotAPosition),
        }
    }
}

text_scalar! {
    /// A place in the journal, as text because it outgrows 32 bits: `0` before the first event.
    Position
}

/// The number of an event in its stream, from 1; 0 is a stream without events.
pub type Version = u64;

/// The stream of one aggregate in one network.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StreamId {
    /// The network it belongs to.
    pub network: NetworkId,
    /// The kind of aggregate, such as `referral`: the category.
    pub kind: String,
    /// The aggregate's id.
    pub id: String,
}

impl StreamId {
    /// The stream of one aggregate.
    pub fn new(network: &NetworkId, kind: &str, id: impl fmt::Display) -> Self {
        Self { network: network.clone(), kind: kind.to_owned(), id: id.to_string() }
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.network, self.kind, self.id)
    }
}

/// The circumstances kept with each event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The command it answers.
    pub command: CommandId,
    /// Who acted.
    pub actor: ActorId,
    /// In which role.
    pub role: Role,
    /// On which device, if it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
    /// When it happened, by the device.
    pub occurred_at: DateTime<Utc>,
    /// The event or command that led to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub causation: Option<Uuid>,
    /// What ties everything that followed from one act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correlation: Option<Uuid>,
    /// The W3C trace id of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<String>,
    /// Where an imported fact comes from: file digest and line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<String>,
}

/// An event with its place and its circumstances.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<E> {
    /// Its stream.
    pub stream: StreamId,
    /// Its number in the stream.
    pub version: Version,
    /// Its place in the journal.
    pub position: Position,
    /// When the server recorded it.
    pub recorded_at: DateTime<Utc>,
    /// Its circumstances.
    pub meta: Meta,
    /// What happened.
    pub event: E,
}

impl<E> Recorded<E> {
    /// The same place and circumstances with another event.
    pub fn map<F>(self, to: impl FnOnce(E) -> F) -> Recorded<F> {
        Recorded {
            stream: self.stream,
            version: self.version,
            position: self.position,
            recorded_at: self.recorded_at,
            meta: self.meta,
            event: to(self.event),
        }
    }

    /// When it happened, by the device.
    pub fn at(&self) -> DateTime<Utc> {
        self.meta.occurred_at
    }
}
