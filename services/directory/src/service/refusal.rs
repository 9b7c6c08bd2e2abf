//! Why not. One variant, one sentence in four languages, one test.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use strum::VariantNames;

/// Why a service sheet's rules say no.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ServiceRefusal {
    /// There is no such sheet in this network.
    ServiceSheetNotFound,
    /// The id belongs to a sheet that exists.
    ServiceSheetAlreadyDrafted,
    /// A sheet without a name in any language.
    ServiceSheetNameMissing,
    /// A sheet that answers no need cannot be found by anybody.
    ServiceSheetNeedMissing,
    /// A list on the sheet is too long.
    ServiceSheetTooManyEntries {
        /// How many there may be.
        most: usize,
    },
    /// The lowest age is above the highest.
    ServiceSheetAgesReversed {
        /// The lowest.
        minimum: u8,
        /// The highest.
        maximum: u8,
    },
    /// Hours end before they begin.
    ServiceSheetHoursReversed,
    /// Hours or a telephone name a place that is not on the sheet, or two places have one key.
    ServiceSheetPlaceUnclear {
        /// The key.
        place: String,
    },
    /// Coordinates that are not on the globe.
    ServiceSheetPlaceNowhere,
    /// People do not see it yet.
    ServiceSheetNotPublished,
    /// It was taken out.
    ServiceSheetIsRetired,
    /// Nobody has checked it on a day to come.
    ServiceSheetVerifiedInTheFuture {
        /// The day that was given.
        on: NaiveDate,
    },
    /// The closure ends before it begins.
    ServiceClosureReversed,
    /// The closure is over already.
    ServiceClosureInThePast,
    /// A closure without a word for people.
    ServiceClosureMessageMissing,
    /// A deadline was asked for before its time.
    ServiceDeadlineNotReached {
        /// Its time.
        due: DateTime<Utc>,
    },
    /// Too many doubts at once.
    TooManyServiceFlags {
        /// How many there may be.
        most: usize,
    },
    /// An import would move the sheet to another partner.
    ServiceOfAnotherPartner,
    /// Too many imported rows.
    TooManyServiceRows {
        /// How many there may be.
        most: usize,
    },
}
