//! Members as people see them; the fields that read the caller are in `graphql::member_fields`.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{Event, Facet, MemberId, Party, Projection, Recorded, Secret, Secrets, Undecodable, Waiting};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use super::events::MemberEvent;
use super::membership::Membership;

/// Whether a member is still one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum MemberState {
    /// A member.
    Joined,
    /// Left the network.
    Left,
}

/// A member of the network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Member", complex)]
#[serde(rename_all = "camelCase")]
pub struct MemberRow {
    /// Its id.
    pub id: MemberId,
    /// The version of the member.
    pub version: u64,
    /// Whether the member is still one.
    pub state: MemberState,
    /// The name to be called by; null once it was erased.
    pub display_name: Option<Secret>,
    /// How to reach the member; null when they did not say, left, or were erased.
    pub contact: Option<Secret>,
    /// When the member joined.
    pub joined_at: DateTime<Utc>,
    /// When the member left.
    pub left_at: Option<DateTime<Utc>>,
    /// When the version of the charter was accepted.
    pub charter_accepted_at: Option<DateTime<Utc>>,
    /// When the member was asked to accept a newer version.
    #[graphql(skip)]
    pub renewal_asked_at: Option<DateTime<Utc>>,
    /// What the member shares and offers, as the rules see it.
    #[graphql(skip)]
    pub membership: Membership,
}

impl Secrets for MemberRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.display_name.iter_mut().chain(&mut self.contact).collect()
    }
}

/// The members of the network.
#[derive(Debug, Clone, Copy)]
pub struct Members;

fn newcomer(event: &Recorded<MemberEvent>, key: &str) -> Option<MemberRow> {
    let MemberEvent::MemberJoined { display_name, contact, .. } = &event.event else { return None };
    let mut membership = Membership::default();
    membership.evolve(&event.event);
    Some(MemberRow {
        id: key.parse().ok()?,
        version: event.version,
        state: MemberState::Joined,
        display_name: Some(display_name.clone()),
        contact: contact.clone(),
        joined_at: event.at(),
        left_at: None,
        charter_accepted_at: None,
        renewal_asked_at: None,
        membership,
    })
}

impl Projection for Members {
    const NAME: &'static str = "mutual_aid_members_1";
    const KINDS: &'static [&'static str] = &["member"];
    const FACETS: &'static [&'static str] =
        &["state", "language", "topic", "volunteer", "charter_version", "person", "account"];
    type Event = MemberEvent;
    type Row = MemberRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<MemberEvent, Undecodable> {
        MemberEvent::read(name, shape, payload)
    }

    fn project(row: Option<MemberRow>, key: &str, event: &Recorded<MemberEvent>) -> Option<MemberRow> {
        let Some(mut row) = row else { return newcomer(event, key) };
        row.version = event.version;
        if row.state == MemberState::Left {
            return Some(row);
        }
        match &event.event {
            MemberEvent::CharterAccepted { .. } => row.charter_accepted_at = Some(event.at()),
            MemberEvent::CharterRenewalAsked { .. } => row.renewal_asked_at = Some(event.at()),
            MemberEvent::MemberLeft => {
                row.state = MemberState::Left;
                row.left_at = Some(event.at());
                row.contact = None;
                row.membership.volunteer = false;
                row.membership.topics.clear();
                row.membership.renewal = None;
            }
            _ => {}
        }
        row.membership.evolve(&event.event);
        Some(row)
    }

    fn order(row: &MemberRow) -> String {
        sortable(row.joined_at)
    }

    fn facets(row: &MemberRow) -> Vec<Facet> {
        let membership = &row.membership;
        vec![
            Facet::of(row.state),
            Facet::many(membership.languages.keys()),
            Facet::many(membership.topics.keys()),
            Facet::of(membership.volunteer),
            Facet::maybe(membership.accepted.filter(|_| !membership.lapsed)),
            Facet::many(&membership.aliases),
            Facet::maybe(membership.account),
        ]
    }

    fn waiting(row: &MemberRow) -> Option<Waiting> {
        let renewal = row.membership.renewal?;
        Some(Waiting {
            on: Party::Member,
            since: row.renewal_asked_at.unwrap_or(row.joined_at),
            what: "acceptCharter".to_owned(),
            due: Some(renewal.until),
        })
    }

    fn due(row: &MemberRow) -> Option<DateTime<Utc>> {
        row.membership.renewal.map(|renewal| renewal.until)
    }
}
