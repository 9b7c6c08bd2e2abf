//! Every event as one entry of a timeline: who, when by device and by server, from, to, why.

use async_graphql::{InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use graph::Fact;
use kernel::projection::sortable;
use kernel::{ActorId, DeviceId, Facet, Position, Projection, Recorded, Role, Secrets, Undecodable};
use serde::{Deserialize, Serialize};

use crate::told::{self, Told};

/// Any object of the platform, by kind and id.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, SimpleObject, InputObject,
)]
#[graphql(input_name = "ObjectRefInput")]
pub struct ObjectRef {
    /// Its kind: `visit`, `need`, `referral`, `pairing`, `meeting`, `session`, `site`, `partner`,
    /// `service`, `member`, `charter`, `commitment`, `appointment`.
    pub kind: String,
    /// Its id.
    pub id: String,
}

impl ObjectRef {
    /// The reference as one word, for keys and facets.
    pub fn word(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PathEntry")]
#[serde(rename_all = "camelCase")]
pub struct EntryRow {
    /// Its place in the journal.
    pub position: Position,
    /// The object it happened to.
    pub object: ObjectRef,
    /// The part of the object it is about, such as a need of a visit.
    pub part: Option<ObjectRef>,
    /// Its number in the object's own history.
    pub version: u64,
    /// What happened, such as `ReferralSent`.
    pub event: String,
    /// The state before, if it changed one; not for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The state after, if it changed one.
    pub to: Option<String>,
    /// Why, as a stable code.
    pub reason: Option<String>,
    /// Further facts: dates, codes, counts; never personal words.
    pub facts: Vec<Fact>,
    /// When it happened, by the device.
    pub happened_at: DateTime<Utc>,
    /// When the server recorded it.
    pub recorded_at: DateTime<Utc>,
    /// The account that acted.
    pub actor: ActorId,
    /// The role it acted in.
    pub role: Role,
    /// The device, if it said.
    pub device: Option<DeviceId>,
    /// Where an imported fact comes from.
    pub provenance: Option<String>,
}

impl Secrets for EntryRow {}

impl EntryRow {
    /// What its state belongs to: the part if it is about one, else the object.
    pub fn subject(&self) -> &ObjectRef {
        self.part.as_ref().unwrap_or(&self.object)
    }
}

/// The entries of every object.
#[derive(Debug)]
pub struct Entries;

impl Projection for Entries {
    const NAME: &'static str = "path_entries_1";
    const KINDS: &'static [&'static str] = told::KINDS;
    const FACETS: &'static [&'static str] = &["object"];
    type Event = Told;
    type Row = EntryRow;

    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<Told, Undecodable> {
        told::read(kind, name, shape, payload)
    }

    fn keys(event: &Recorded<Told>) -> Vec<String> {
        vec![key(event.position)]
    }

    fn project(_: Option<EntryRow>, _: &str, event: &Recorded<Told>) -> Option<EntryRow> {
        let narration = &event.event.narration;
        Some(EntryRow {
            position: event.position,
            object: ObjectRef { kind: event.stream.kind.clone(), id: event.stream.id.clone() },
            part: narration
                .part
                .as_ref()
                .map(|(kind, id)| ObjectRef { kind: (*kind).to_owned(), id: id.clone() }),
            version: event.version,
            event: event.event.event.clone(),
            from: None,
            to: narration.state.clone(),
            reason: narration.reason.clone(),
            facts: narration
                .facts
                .iter()
                .map(|(name, value)| Fact { name: (*name).to_owned(), value: value.clone() })
                .collect(),
            happened_at: event.meta.occurred_at,
            recorded_at: event.recorded_at,
            actor: event.meta.actor,
            role: event.meta.role,
            device: event.meta.device.clone(),
            provenance: event.meta.provenance.clone(),
        })
    }

    fn order(row: &EntryRow) -> String {
        sortable(row.happened_at)
    }

    fn facets(row: &EntryRow) -> Vec<Facet> {
        let part = row.part.iter().map(ObjectRef::word);
        vec![Facet::many(std::iter::once(row.object.word()).chain(part))]
    }
}

/// The key of an entry: its position, as text that sorts like it.
pub fn key(position: Position) -> String {
    format!("{:020}", position.0)
}
