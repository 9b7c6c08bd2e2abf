//! Why a person's file does not move so. One variant, one sentence in four languages, one test.

use chrono::NaiveDate;
use kernel::PersonId;
use serde::Serialize;
use strum::VariantNames;

/// Why a person's file does not move so.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PersonRefusal {
    /// There is no such person.
    PersonNotFound,
    /// The id is taken.
    PersonAlreadyOpened,
    /// More than one file holds.
    PersonTooMuch {
        /// How many it holds.
        most: u32,
    },
    /// There is no such way to reach the person.
    PersonContactNotFound,
    /// Safe hours end before they begin.
    PersonSafeHoursWrong,
    /// *Other* needs words.
    PersonReasonMissing,
    /// Nothing is to be shared.
    SharingScopeMissing,
    /// It is not clear with whom.
    SharingPartyUnclear,
    /// The person cannot have understood what they agreed to.
    SharingNotUnderstood,
    /// The id belongs to another consent.
    SharingConsentIdTaken,
    /// There is no such consent.
    SharingConsentNotFound,
    /// It is over.
    SharingConsentEnded,
    /// The second reader is the first one.
    SharingSecondReaderSame,
    /// No second reader is awaited.
    SharingNoSecondReaderAwaited,
    /// A second reader may still come.
    SharingOverrideNotDue,
    /// Somebody is not merged with themselves.
    PersonMergeWithItself,
    /// A merge has a reason.
    PersonMergeReasonMissing,
    /// The file is an alias.
    PersonIsAlias {
        /// The file that goes on.
        of: PersonId,
    },
    /// Other files are aliases of it.
    PersonHasAliases,
    /// The two are not merged.
    PersonNotMerged,
    /// The person is linked to another member.
    PersonOtherMember,
    /// A visitor is not linked.
    PersonPartUnclear,
    /// The id belongs to another request.
    DataRequestIdTaken,
    /// There is no such request.
    DataRequestNotFound,
    /// It was answered otherwise.
    DataRequestAlreadyAnswered,
    /// The answer may still come in time.
    DataRequestNotDue,
    /// It is kept for longer.
    RetentionNotDue,
    /// The erasure has to wait.
    ErasureMustWait {
        /// Until this day.
        until: NaiveDate,
    },
    /// That day cannot be meant.
    ErasureDayImplausible {
        /// The first day that can.
        from: NaiveDate,
        /// The last day that can.
        until: NaiveDate,
    },
    /// The aliases are not those that were asked about.
    ErasureIncomplete,
    /// Nobody decided to erase the person.
    ErasureNotDecided,
    /// The person is being erased.
    PersonBeingErased,
    /// The person was erased.
    PersonForgotten,
    /// Those who receive people do that.
    PersonForHost,
    /// Coordinators do that.
    PersonForCoordinator,
    /// The platform does that by itself.
    PersonForPlatform,
}
