//! What may be asked of a commitment.

use async_graphql::InputObject;
use chrono::NaiveDate;
use kernel::{MeetingId, MemberId, Secret, Secrets, Text};
use serde::{Deserialize, Serialize};

use super::CommitmentDropReason;
use crate::MeetingTimeZone;
use crate::meeting::MeetingFacts;

/// What may be asked of a commitment.
#[derive(Debug, Clone, Serialize)]
pub enum CommitmentCommand {
    /// It is made in a meeting; asked by [`crate::acts::make_commitment`].
    Make(Made),
    /// It is done.
    Fulfil,
    /// It will not be done.
    Drop(DropCommitment),
    /// It is done later.
    Postpone(PostponeCommitment),
    /// It is followed at another meeting; asked by [`crate::acts::carry_over_commitment`].
    CarryOver(CarriedOver),
    /// Its day has passed; asked by the platform itself.
    FallDue,
}

impl Secrets for CommitmentCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Drop(dropped) => dropped.explanation.iter_mut().collect(),
            _ => Vec::new(),
        }
    }
}

/// A commitment as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Made {
    /// In this meeting.
    pub meeting: MeetingId,
    /// By this member.
    pub owner: MemberId,
    /// What will be done.
    pub what: Text,
    /// By the end of this day.
    pub due: NaiveDate,
    /// In the time zone of the meeting.
    pub time_zone: MeetingTimeZone,
}

/// A commitment that will not be done.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DropCommitmentInput")]
pub struct DropCommitment {
    /// Why.
    pub reason: CommitmentDropReason,
    /// In their own words; required for another reason.
    pub explanation: Option<Secret>,
}

/// Another day for a commitment.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "PostponeCommitmentInput")]
pub struct PostponeCommitment {
    /// By the end of this day; later than before.
    pub due: NaiveDate,
}

/// Another meeting for a commitment.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CarryOverCommitmentInput")]
pub struct CarryOverCommitment {
    /// The meeting it is talked about next; its day becomes the due day, unless that is later.
    pub to: MeetingId,
}

/// Another meeting for a commitment, with what is known of it.
#[derive(Debug, Clone, Serialize)]
pub struct CarriedOver {
    /// The meeting.
    pub to: MeetingId,
    /// What is known of it.
    pub there: MeetingFacts,
}
