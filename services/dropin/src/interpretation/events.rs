//! What happened to an interpretation.
//!
//! **This is the storage format.** Never rename a variant or a field; a new shape is an upcast and
//! a new fixture in `tests/history/interpretation`.

use chrono::{DateTime, Utc};
use kernel::{CaseId, Language, SessionId, SiteId};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::words::{
    InterpretationCancellation, InterpretationDecline, InterpretationFor, InterpretationProvider,
};
use crate::session::InterpreterMode;

/// What happened to an interpretation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum InterpretationEvent {
    /// An interpreter was asked for.
    InterpretationRequested {
        /// What it is for.
        wanted_for: InterpretationFor,
        /// The language to interpret.
        language: Language,
        /// In the room, remote or in pair.
        mode: InterpreterMode,
        /// From this instant.
        starts_at: DateTime<Utc>,
        /// Until this instant.
        ends_at: DateTime<Utc>,
        /// What it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        subject: Option<NeedCode>,
        /// Whether calendars show nothing but *busy*.
        subject_hidden: bool,
        /// Where it takes place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<SiteId>,
        /// The session it falls in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<CaseId>,
        /// Who is asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provider: Option<InterpretationProvider>,
    },
    /// An interpreter will be there.
    InterpretationConfirmed {
        /// Who will interpret.
        provider: InterpretationProvider,
    },
    /// The one who was asked cannot.
    InterpretationDeclined {
        /// Who declined.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provider: Option<InterpretationProvider>,
        /// Why.
        reason: InterpretationDecline,
    },
    /// Somebody else is asked, or another way is tried.
    InterpretationReassigned {
        /// Who is asked now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provider: Option<InterpretationProvider>,
        /// In the room, remote or in pair.
        mode: InterpreterMode,
    },
    /// It was interpreted.
    InterpretationDelivered {
        /// For so many minutes.
        minutes: u32,
        /// What it costs, in cents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cost_cents: Option<u32>,
    },
    /// The interpreter who had confirmed did not come.
    InterpreterDidNotAttend {
        /// Who had confirmed.
        provider: InterpretationProvider,
    },
    /// An interpreter is not wanted any more.
    InterpretationCancelled {
        /// Why.
        reason: InterpretationCancellation,
    },
    /// The time passed and nobody had confirmed.
    InterpretationWentUnmet {
        /// The language that was not met.
        language: Language,
    },
}
