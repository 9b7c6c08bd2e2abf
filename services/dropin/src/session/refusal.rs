//! Why a session says no.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// Why a session says no.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum SessionRefusal {
    /// There is no such session in this network.
    SessionNotFound,
    /// It is planned already, otherwise.
    SessionAlreadyPlanned,
    /// It is open already.
    SessionAlreadyOpen,
    /// It is planned, nobody opened it.
    SessionNotOpen,
    /// It is over.
    SessionIsClosed,
    /// It does not take place.
    SessionWasCancelled,
    /// It must end after it starts, and within a day.
    SessionEndsBeforeItStarts,
    /// It was planned at another site.
    SessionAtAnotherSite,
    /// It was planned for another date.
    SessionPlannedForAnotherDay {
        /// The date it was planned for.
        date: NaiveDate,
    },
    /// Nobody receives.
    SessionWithoutHost,
    /// More hosts, languages or interpreters than one session can have.
    SessionListTooLong {
        /// The most.
        max: u32,
    },
    /// Its counts were not read.
    SessionCountsNotChecked,
    /// It cannot close before it opened.
    SessionClosesBeforeItOpened {
        /// When it opened.
        opened_at: DateTime<Utc>,
    },
    /// People who come need a word.
    SessionCancelledWithoutMessage,
    /// Nobody, or more people than a street holds.
    TurnedAwayCountWrong {
        /// The most at once.
        max: u32,
    },
    /// The visit was before the session.
    VisitBeforeSession {
        /// When the session opened.
        opened_at: DateTime<Utc>,
    },
    /// The visit was after the session.
    VisitAfterSession {
        /// When the session closed.
        closed_at: DateTime<Utc>,
    },
    /// The session was left open on an earlier day.
    SessionDayIsOver {
        /// The day of the session.
        ended_at: DateTime<Utc>,
    },
}
