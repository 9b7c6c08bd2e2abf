//! The list of commitments: what members will do, have done, or will not do.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::projection::sortable;
use kernel::{
    CommitmentId, Decider, Event, Facet, MeetingId, MemberId, Party, Projection, Recorded, Secret, Secrets,
    Text, Undecodable, Waiting,
};
use serde::{Deserialize, Serialize};

use crate::MeetingTimeZone;
use crate::commitment::{Commitment, CommitmentDropReason, CommitmentEvent, CommitmentState, late_from};

/// What a member will do after a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Commitment")]
#[serde(rename_all = "camelCase")]
pub struct CommitmentRow {
    /// The commitment.
    pub id: CommitmentId,
    /// Its version.
    pub version: u64,
    /// Where it stands.
    pub state: CommitmentState,
    /// The member who will do it.
    pub owner: MemberId,
    /// The meeting it was made in.
    pub meeting: MeetingId,
    /// The meetings it was carried over to, the latest last.
    pub carried_to: Vec<MeetingId>,
    /// What will be done.
    pub what: Text,
    /// By the end of this day.
    pub due: NaiveDate,
    /// In this time zone.
    pub time_zone: MeetingTimeZone,
    /// How many times it was given another day.
    pub postponed: u32,
    /// Whether its day has passed while it was to be done.
    pub overdue: bool,
    /// Since when it is late, while it is.
    pub overdue_since: Option<DateTime<Utc>>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When it was fulfilled or dropped.
    pub settled_at: Option<DateTime<Utc>>,
    /// Why it was dropped.
    pub drop_reason: Option<CommitmentDropReason>,
    /// The same, in their own words.
    pub explanation: Option<Secret>,
}

impl Secrets for CommitmentRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.explanation.iter_mut().collect()
    }
}

/// Commitments, by their day.
#[derive(Debug)]
pub struct Commitments;

impl Projection for Commitments {
    const NAME: &'static str = "meetings_commitments_1";
    const KINDS: &'static [&'static str] = &[Commitment::KIND];
    const FACETS: &'static [&'static str] = &["state", "owner", "meeting", "overdue"];
    type Event = CommitmentEvent;
    type Row = CommitmentRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<CommitmentEvent, Undecodable> {
        CommitmentEvent::read(name, shape, payload)
    }

    fn project(
        row: Option<CommitmentRow>,
        key: &str,
        recorded: &Recorded<CommitmentEvent>,
    ) -> Option<CommitmentRow> {
        let mut row = match row {
            Some(row) => row,
            None => made(key.parse().ok()?, recorded)?,
        };
        row.version = recorded.version;
        match recorded.event.clone() {
            CommitmentEvent::CommitmentMade { .. } => {}
            CommitmentEvent::CommitmentFulfilled {} => row.settle(CommitmentState::Fulfilled, recorded.at()),
            CommitmentEvent::CommitmentDropped { reason, explanation } => {
                row.settle(CommitmentState::Dropped, recorded.at());
                (row.drop_reason, row.explanation) = (Some(reason), explanation);
            }
            CommitmentEvent::CommitmentPostponed { due } => {
                row.postponed = row.postponed.saturating_add(1);
                row.set_due(due);
            }
            CommitmentEvent::CommitmentCarriedOver { to, due } => {
                row.carried_to.retain(|known| *known != to);
                row.carried_to.push(to);
                row.set_due(due);
            }
            CommitmentEvent::CommitmentFellDue {} => {
                (row.overdue, row.overdue_since) = (true, Some(late_from(row.due, row.time_zone)));
            }
        }
        Some(row)
    }

    fn order(row: &CommitmentRow) -> String {
        sortable(late_from(row.due, row.time_zone))
    }

    fn facets(row: &CommitmentRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.owner),
            Facet::many(std::iter::once(row.meeting).chain(row.carried_to.iter().copied())),
            Facet::of(row.overdue),
        ]
    }

    fn waiting(row: &CommitmentRow) -> Option<Waiting> {
        let late = row.state == CommitmentState::Open && row.overdue;
        let since = row.overdue_since.filter(|_| late)?;
        Some(Waiting { on: Party::Member, since, what: "tellOfCommitment".to_owned(), due: Some(since) })
    }

    fn due(row: &CommitmentRow) -> Option<DateTime<Utc>> {
        let waits = row.state == CommitmentState::Open && !row.overdue;
        waits.then(|| late_from(row.due, row.time_zone))
    }
}

/// The row of a commitment that has just been made.
fn made(id: CommitmentId, recorded: &Recorded<CommitmentEvent>) -> Option<CommitmentRow> {
    let CommitmentEvent::CommitmentMade { meeting, owner, what, due, time_zone } = recorded.event.clone()
    else {
        return None;
    };
    Some(CommitmentRow {
        id,
        version: recorded.version,
        state: CommitmentState::Open,
        owner,
        meeting,
        carried_to: vec![],
        what,
        due,
        time_zone,
        postponed: 0,
        overdue: false,
        overdue_since: None,
        made_at: recorded.at(),
        settled_at: None,
        drop_reason: None,
        explanation: None,
    })
}

impl CommitmentRow {
    fn settle(&mut self, state: CommitmentState, at: DateTime<Utc>) {
        (self.state, self.settled_at) = (state, Some(at));
        (self.overdue, self.overdue_since) = (false, None);
    }

    fn set_due(&mut self, due: NaiveDate) {
        self.due = due;
        (self.overdue, self.overdue_since) = (false, None);
    }
}
