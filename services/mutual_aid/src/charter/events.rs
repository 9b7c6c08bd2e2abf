//! What happened to the charter. This is the storage format: never rename, never reuse.

use chrono::{DateTime, Utc};
use kernel::{DecisionId, Line, Localized, MeetingId, MemberId};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What happened to the charter. STORAGE FORMAT: a variant or a field is never renamed; a change
/// is an upcast and a new fixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum CharterEvent {
    /// A version was written down, or its draft anew.
    CharterVersionDrafted {
        /// Its number.
        version: u32,
        /// Its text.
        text: Localized,
        /// Its clip in sign language.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed_clip: Option<Line>,
    },
    /// A change was proposed.
    CharterAmendmentProposed {
        /// The version it is about.
        version: u32,
        /// Its number among the amendments of that version.
        amendment: u32,
        /// What should be changed.
        text: Localized,
        /// Who proposes it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
    },
    /// A meeting adopted a version.
    CharterVersionAdopted {
        /// Which version.
        version: u32,
        /// The meeting.
        meeting: MeetingId,
        /// Its decision.
        decision: DecisionId,
    },
    /// It was said from when a version counts.
    CharterVersionInForce {
        /// Which version.
        version: u32,
        /// From when.
        from: DateTime<Utc>,
        /// Until when the one before is still good.
        grace_until: DateTime<Utc>,
    },
    /// A version was replaced by a newer one.
    CharterVersionReplaced {
        /// Which version.
        version: u32,
        /// By which one.
        by: u32,
    },
}
