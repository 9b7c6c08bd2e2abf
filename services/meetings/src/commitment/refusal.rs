//! Why not: each reason has its sentence in `locales/` and its test in `tests/commitments.rs`.

use chrono::NaiveDate;
use serde::Serialize;
use strum::VariantNames;

/// Why a commitment says no.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum CommitmentRefusal {
    /// There is no such commitment here.
    CommitmentNotFound,
    /// The id belongs to another commitment.
    CommitmentAlreadyMade,
    /// It is done.
    CommitmentAlreadyFulfilled,
    /// It was dropped.
    CommitmentAlreadyDropped,
    /// Another reason needs an explanation.
    CommitmentExplanationMissing,
    /// The new day is not later.
    CommitmentDateNotLater {
        /// The day it has.
        due: NaiveDate,
    },
    /// The new day is in a far future.
    CommitmentPostponedTooFar {
        /// The most years from today.
        years: u32,
    },
    /// It was made in that very meeting.
    CommitmentCarriedToSameMeeting,
    /// That meeting is over or does not take place.
    CommitmentMeetingOver,
    /// Its day has not passed.
    CommitmentNotDue {
        /// The day it has.
        due: NaiveDate,
    },
}
