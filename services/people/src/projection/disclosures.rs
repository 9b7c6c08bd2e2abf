//! The list of what was read of whom: what a person can be given, and what opens words for a while.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{
    ActorId, Decider, Event, Facet, PersonId, Projection, Recorded, Role, Secret, Secrets, Undecodable,
};
use serde::{Deserialize, Serialize};

use crate::codes::RevealPurpose;
use crate::disclosure::{Disclosure, DisclosureEvent};
use crate::values::{DisclosureId, RevealedObject};

/// Somebody read who a person is, or what was noted in private.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Disclosure")]
#[serde(rename_all = "camelCase")]
pub struct DisclosureRow {
    /// Its id.
    pub id: DisclosureId,
    /// Its version.
    pub version: u64,
    /// Of what.
    pub object: RevealedObject,
    /// The person it is about, when known.
    pub person: Option<PersonId>,
    /// The account that read.
    pub actor: ActorId,
    /// The role it had.
    pub role: Role,
    /// For what.
    pub purpose: RevealPurpose,
    /// For what, in words.
    pub because: Option<Secret>,
    /// When.
    pub at: DateTime<Utc>,
    /// Until when it could be read.
    pub until: DateTime<Utc>,
}

impl DisclosureRow {
    /// Whether words are open for that account now.
    pub fn is_live(&self, actor: ActorId, now: DateTime<Utc>) -> bool {
        self.actor == actor && self.at <= now && now < self.until
    }
}

impl Secrets for DisclosureRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.because.iter_mut().collect()
    }
}

/// The list of what was read of whom.
#[derive(Debug)]
pub struct Disclosures;

impl Projection for Disclosures {
    const NAME: &'static str = "people_disclosures_1";
    const KINDS: &'static [&'static str] = &[Disclosure::KIND];
    const FACETS: &'static [&'static str] = &["actor", "object", "person", "purpose"];
    type Event = DisclosureEvent;
    type Row = DisclosureRow;

    fn read(_: &str, name: &str, shape: u32, payload: &[u8]) -> Result<DisclosureEvent, Undecodable> {
        DisclosureEvent::read(name, shape, payload)
    }

    fn project(
        _: Option<DisclosureRow>,
        key: &str,
        recorded: &Recorded<DisclosureEvent>,
    ) -> Option<DisclosureRow> {
        let DisclosureEvent::IdentityRevealed { object, person, by, purpose, because, until } =
            &recorded.event;
        Some(DisclosureRow {
            id: key.parse().ok()?,
            version: recorded.version,
            object: object.clone(),
            person: *person,
            actor: *by,
            role: recorded.meta.role,
            purpose: *purpose,
            because: because.clone(),
            at: recorded.recorded_at,
            until: *until,
        })
    }

    fn order(row: &DisclosureRow) -> String {
        sortable(row.at)
    }

    fn facets(row: &DisclosureRow) -> Vec<Facet> {
        vec![
            Facet::of(row.actor),
            Facet::of(row.object.word()),
            Facet::maybe(row.person),
            Facet::of(row.purpose),
        ]
    }
}
