//! Why a visit says no.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::words::NeedState;

/// Why a visit says no.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum VisitRefusal {
    /// There is no such visit in this network.
    VisitNotFound,
    /// A visit with this id exists already.
    VisitAlreadyRecorded,
    /// It was voided.
    VisitIsVoided,
    /// Neither a session nor an outreach contact.
    VisitWithoutContext,
    /// Both a session and an outreach contact.
    VisitWithTwoContexts,
    /// No need at all.
    VisitWithoutNeed,
    /// It happened more than a day ago, and nobody says why it comes now.
    VisitLateWithoutReason,
    /// Nought minutes, or more than a day has.
    VisitMinutesWrong {
        /// The most.
        max: u32,
    },
    /// More needs than one visit can have.
    TooManyNeeds {
        /// The most.
        max: u32,
    },
    /// More notes than one visit can have.
    TooManyVisitNotes {
        /// The most.
        max: u32,
    },
    /// The need's id is taken by another need.
    NeedIdTaken,
    /// It has no such need.
    NeedNotFound,
    /// The need does not wait for an answer any more.
    NeedNotOpen {
        /// Where it stands.
        state: NeedState,
    },
    /// The need was never oriented there.
    NeedNotOrientedThere,
    /// More orientations than one need can have.
    TooManyOrientations {
        /// The most.
        max: u32,
    },
    /// A note seems to hold a telephone number or an e-mail address.
    NoteContainsContact,
    /// A note seems to name somebody who works here.
    NoteMayNameSomebody,
    /// It is attributed to somebody else.
    VisitAlreadyAttributed,
    /// A person is known by a pseudonym or by a name; there is nothing else to attribute to.
    VisitIdentityTooLow,
    /// It is not attributed to that person.
    VisitNotAttributed,
    /// Only the same host on the same day, or a coordinator, may void it.
    VoidingNotAllowed {
        /// Until when the same host could.
        until: DateTime<Utc>,
    },
}
