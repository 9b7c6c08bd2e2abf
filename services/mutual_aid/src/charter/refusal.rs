//! Why the charter does not change so.

use chrono::NaiveDate;
use serde::Serialize;
use strum::VariantNames;

/// Why the charter does not change so.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum CharterRefusal {
    /// The network has no charter yet.
    CharterNotFound,
    /// There is no text in any language.
    CharterTextMissing,
    /// That version is not the draft.
    CharterNotDrafted {
        /// The version that was named.
        version: u32,
    },
    /// That version was not adopted.
    CharterNotAdopted {
        /// The version that was named.
        version: u32,
    },
    /// That version already has its dates.
    CharterAlreadyInForce {
        /// The version that was named.
        version: u32,
    },
    /// The grace period ends before the version counts.
    CharterGraceBeforeStart,
    /// It would count before the version it replaces.
    CharterStartsTooEarly {
        /// From when the one before counts.
        from: NaiveDate,
    },
    /// Too many amendments are open.
    CharterTooManyAmendments {
        /// How many a version takes.
        most: u32,
    },
}
