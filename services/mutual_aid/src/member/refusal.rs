//! Why not, for a member.

use chrono::NaiveDate;
use serde::Serialize;
use strum::VariantNames;

/// Why not, for a member.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum MemberRefusal {
    /// Nobody joined under that id.
    MemberNotFound,
    /// Somebody joined under that id before.
    MemberAlreadyJoined,
    /// The member left.
    MemberHasLeft,
    /// The member still has pairings.
    MemberStillPaired {
        /// How many.
        places: u32,
    },
    /// The member does not offer to go along with people.
    NotAVolunteer,
    /// The volunteer and the person are the same.
    SameAlias,
    /// The charter in force was not accepted.
    CharterNotCurrent {
        /// The version that was accepted; 0 for none.
        accepted: u32,
        /// The version in force.
        in_force: u32,
    },
    /// That version of the charter is not good now.
    CharterVersionNotAcceptable {
        /// The version that was named.
        version: u32,
        /// The version in force; 0 for none.
        in_force: u32,
    },
    /// A newer version was accepted before.
    NewerCharterAccepted {
        /// The version that was accepted.
        accepted: u32,
    },
    /// The grace period is not over.
    CharterGraceNotOver {
        /// Until when it runs.
        until: NaiveDate,
    },
    /// The member has as many pairings as they take on.
    QuotaReached {
        /// How many that is.
        quota: u32,
    },
    /// More pairings at once than the network allows.
    QuotaTooHigh {
        /// The most.
        most: u32,
    },
    /// Too many shared experiences.
    TooManyTopics {
        /// The most.
        most: u32,
    },
    /// Too many languages.
    TooManyLanguages {
        /// The most.
        most: u32,
    },
    /// Too many pseudonyms of one member.
    TooManyAliases {
        /// The most.
        most: u32,
    },
}
