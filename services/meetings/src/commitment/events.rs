//! What happened to a commitment.
//!
//! This is the storage format. Nothing here is ever renamed or given another meaning: a change is
//! an upcast (see `kernel::Upcast`) and a new fixture in `tests/history/commitment/`.

use chrono::NaiveDate;
use kernel::{MeetingId, MemberId, Secret, Text};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use super::CommitmentDropReason;
use crate::MeetingTimeZone;

/// What happened to a commitment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum CommitmentEvent {
    /// A member will do something.
    CommitmentMade {
        /// The meeting it was made in.
        meeting: MeetingId,
        /// The member.
        owner: MemberId,
        /// What will be done.
        what: Text,
        /// By the end of this day.
        due: NaiveDate,
        /// In this time zone.
        time_zone: MeetingTimeZone,
    },
    /// It is done.
    CommitmentFulfilled {},
    /// It will not be done.
    CommitmentDropped {
        /// Why.
        reason: CommitmentDropReason,
        /// In their own words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        explanation: Option<Secret>,
    },
    /// It has another day.
    CommitmentPostponed {
        /// By the end of this day.
        due: NaiveDate,
    },
    /// It is talked about at another meeting.
    CommitmentCarriedOver {
        /// That meeting.
        to: MeetingId,
        /// By the end of this day.
        due: NaiveDate,
    },
    /// Its day has passed.
    CommitmentFellDue {},
}
