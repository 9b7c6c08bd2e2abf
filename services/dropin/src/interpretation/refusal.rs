//! Why an interpretation says no.

use chrono::{DateTime, Utc};
use kernel::Language;
use serde::Serialize;

use super::words::{InterpretationDecline, InterpretationState};

/// Why an interpretation says no.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum InterpretationRefusal {
    /// There is no such request in this network.
    InterpretationNotFound,
    /// A request with this id exists already.
    InterpretationAlreadyRequested,
    /// Nobody can interpret a language that is not known.
    InterpretationLanguageUnknown,
    /// Nought minutes, or more than a day.
    InterpretationLengthWrong,
    /// The time is past.
    InterpretationTimeIsPast {
        /// When it ended.
        ended_at: DateTime<Utc>,
    },
    /// The person asked for another language, and a language is never replaced silently.
    InterpretationInAnotherLanguage {
        /// The language the person asked for.
        asked: Language,
        /// The language offered.
        offered: Language,
    },
    /// It was declined; somebody must be asked again first.
    InterpretationWasDeclined {
        /// Why it was declined.
        reason: InterpretationDecline,
    },
    /// An interpreter has confirmed.
    InterpretationAlreadyConfirmed,
    /// Nobody has confirmed.
    InterpretationNotConfirmed,
    /// It is too early to say what came of it.
    InterpretationStillToCome {
        /// From when that can be said.
        at: DateTime<Utc>,
    },
    /// It costs more than one interpretation can.
    InterpretationCostTooHigh {
        /// The most, in cents.
        max: u32,
    },
    /// It is done, missed, cancelled or unmet.
    InterpretationIsOver {
        /// How it ended.
        state: InterpretationState,
    },
}
