//! Why an appointment says no.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::words::AppointmentState;

/// Why an appointment says no.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum AppointmentRefusal {
    /// There is no such appointment in this network.
    AppointmentNotFound,
    /// An appointment with this id exists already.
    AppointmentAlreadyBooked,
    /// It is cancelled, kept or missed.
    AppointmentIsOver {
        /// How it ended.
        state: AppointmentState,
    },
    /// The time is past.
    AppointmentInThePast,
    /// Nought minutes, or more than a day.
    AppointmentLengthWrong,
    /// It is booked at another site.
    AppointmentAtAnotherSite,
    /// A telephone call reminds nobody who signs.
    ReminderByCallForSigner,
    /// A reminder needs a way to reach the person.
    ReminderWithoutContact,
    /// It cannot be missed before it is over.
    AppointmentStillToCome {
        /// When it ends.
        ends_at: DateTime<Utc>,
    },
    /// It is linked to another visit.
    AppointmentHasAnotherVisit,
}
