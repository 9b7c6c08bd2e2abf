//! The versions of the charter as people read them: one row for each version.

use std::collections::BTreeMap;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{
    CharterId, DecisionId, Event, Facet, Line, Localized, MeetingId, MemberId, Projection, Recorded, Secrets,
    Undecodable,
};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use super::aggregate::{Declared, Standing, charter_of};
use super::events::CharterEvent;

/// How far a version of the charter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum CharterVersionState {
    /// It is being written.
    Drafted,
    /// A meeting adopted it; it has no date yet.
    Adopted,
    /// It counts from its date on.
    InForce,
    /// A newer version takes its place.
    Replaced,
}

/// A change that was proposed to a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct CharterAmendment {
    /// Its number among the amendments of that version.
    pub number: u32,
    /// What should be changed.
    pub text: Localized,
    /// Who proposed it, if they want to be named.
    pub member: Option<MemberId>,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
}

/// One version of the charter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "CharterVersion")]
#[serde(rename_all = "camelCase")]
pub struct CharterVersionRow {
    /// The charter it belongs to.
    pub id: CharterId,
    /// The version of the charter's stream when this version last changed.
    pub version: u64,
    /// The number of this version: 1, 2, 3 ...
    pub number: u32,
    /// How far it has come.
    pub state: CharterVersionState,
    /// Its text.
    pub text: Localized,
    /// Where it can be watched in sign language.
    pub signed_clip: Option<Line>,
    /// The changes proposed to it.
    pub amendments: Vec<CharterAmendment>,
    /// When it was last written.
    pub drafted_at: DateTime<Utc>,
    /// The meeting that adopted it.
    pub meeting: Option<MeetingId>,
    /// The decision that adopted it.
    pub decision: Option<DecisionId>,
    /// From when it counts.
    pub from: Option<DateTime<Utc>>,
    /// Until when having accepted the version before is still enough.
    pub grace_until: Option<DateTime<Utc>>,
    /// The version that replaces it.
    pub replaced_by: Option<u32>,
}

impl Secrets for CharterVersionRow {}

/// What the charter asks at an instant, from its rows.
pub fn standing_of(rows: &[CharterVersionRow], instant: DateTime<Utc>) -> Standing {
    let declared: BTreeMap<u32, Declared> = rows
        .iter()
        .filter_map(|row| {
            let declared = Declared { version: row.number, from: row.from?, grace_until: row.grace_until? };
            Some((row.number, declared))
        })
        .collect();
    Standing::at(&declared.into_values().collect::<Vec<_>>(), instant)
}

/// The versions of the charter.
#[derive(Debug, Clone, Copy)]
pub struct CharterVersions;

impl Projection for CharterVersions {
    const NAME: &'static str = "mutual_aid_charter_versions_1";
    const KINDS: &'static [&'static str] = &["charter"];
    const FACETS: &'static [&'static str] = &["state"];
    type Event = CharterEvent;
    type Row = CharterVersionRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<CharterEvent, Undecodable> {
        CharterEvent::read(name, shape, payload)
    }

    fn keys(event: &Recorded<CharterEvent>) -> Vec<String> {
        // A network has one charter. A stream under another id is nobody's.
        if event.stream.id != charter_of(&event.stream.network).to_string() {
            return vec![];
        }
        let (CharterEvent::CharterVersionDrafted { version, .. }
        | CharterEvent::CharterAmendmentProposed { version, .. }
        | CharterEvent::CharterVersionAdopted { version, .. }
        | CharterEvent::CharterVersionInForce { version, .. }
        | CharterEvent::CharterVersionReplaced { version, .. }) = &event.event;
        vec![version.to_string()]
    }

    fn project(
        row: Option<CharterVersionRow>,
        _key: &str,
        event: &Recorded<CharterEvent>,
    ) -> Option<CharterVersionRow> {
        if let CharterEvent::CharterVersionDrafted { version, text, signed_clip } = &event.event {
            return Some(CharterVersionRow {
                id: charter_of(&event.stream.network),
                version: event.version,
                number: *version,
                state: CharterVersionState::Drafted,
                text: text.clone(),
                signed_clip: signed_clip.clone(),
                amendments: row.map(|row| row.amendments).unwrap_or_default(),
                drafted_at: event.at(),
                meeting: None,
                decision: None,
                from: None,
                grace_until: None,
                replaced_by: None,
            });
        }
        let mut row = row?;
        row.version = event.version;
        match &event.event {
            CharterEvent::CharterVersionDrafted { .. } => {}
            CharterEvent::CharterAmendmentProposed { amendment, text, member, .. } => {
                row.amendments.push(CharterAmendment {
                    number: *amendment,
                    text: text.clone(),
                    member: *member,
                    proposed_at: event.at(),
                });
            }
            CharterEvent::CharterVersionAdopted { meeting, decision, .. } => {
                row.state = CharterVersionState::Adopted;
                row.meeting = Some(*meeting);
                row.decision = Some(*decision);
            }
            CharterEvent::CharterVersionInForce { from, grace_until, .. } => {
                row.state = CharterVersionState::InForce;
                row.from = Some(*from);
                row.grace_until = Some(*grace_until);
            }
            CharterEvent::CharterVersionReplaced { by, .. } => {
                row.state = CharterVersionState::Replaced;
                row.replaced_by = Some(*by);
            }
        }
        Some(row)
    }

    fn order(row: &CharterVersionRow) -> String {
        format!("{:010}", row.number)
    }

    fn facets(row: &CharterVersionRow) -> Vec<Facet> {
        vec![Facet::of(row.state)]
    }
}
