//! What happened to an appointment.
//!
//! **This is the storage format.** Never rename a variant or a field; a new shape is an upcast and
//! a new fixture in `tests/history/appointment`.
//!
//! Each event says the session whose counts it touches, if that is known.

use chrono::{DateTime, Utc};
use kernel::{CaseId, Language, Secret, SessionId, SiteId, VisitId};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::words::{AppointmentCancellation, AppointmentReminder, CancelledBy};

/// What happened to an appointment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum AppointmentEvent {
    /// It was booked.
    AppointmentBooked {
        /// The site.
        site: SiteId,
        /// The session it falls in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<CaseId>,
        /// From this instant.
        starts_at: DateTime<Utc>,
        /// Until this instant.
        ends_at: DateTime<Utc>,
        /// The language wanted.
        language: Language,
        /// Whether an interpreter is wanted.
        interpreter_wanted: bool,
        /// What it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        subject: Option<NeedCode>,
        /// Whether calendars show nothing but *busy*.
        subject_hidden: bool,
        /// How the person wishes to be called, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        called: Option<Secret>,
        /// How to reach the person, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<Secret>,
        /// How the person wishes to be reminded.
        reminder: AppointmentReminder,
    },
    /// It was moved.
    AppointmentMoved {
        /// The session it fell in before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<SessionId>,
        /// The session it falls in now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// From this instant.
        starts_at: DateTime<Utc>,
        /// Until this instant.
        ends_at: DateTime<Utc>,
    },
    /// It was cancelled in time.
    AppointmentCancelled {
        /// The session it fell in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// Who cancelled.
        by: CancelledBy,
        /// Why.
        reason: AppointmentCancellation,
    },
    /// The person came.
    PersonArrived {
        /// The session it was booked in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<SessionId>,
        /// The session the person came to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The visit it became.
        visit: VisitId,
        /// Whether it had been taken for missed before.
        after_no_show: bool,
    },
    /// The person did not come.
    PersonDidNotShow {
        /// The session it fell in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
    },
}
