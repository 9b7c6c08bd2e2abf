//! Why a site says no.

use chrono::NaiveDate;
use serde::Serialize;

use super::words::{ExceptionReason, OpeningDay, OpeningTime};

/// Why a site says no.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum SiteRefusal {
    /// There is no such site in this network.
    SiteNotFound,
    /// A site with this id exists already.
    SiteAlreadyOpened,
    /// It is closed for good.
    SiteIsClosed,
    /// It has no such slot.
    OpeningSlotNotFound,
    /// The slot's id is taken by another slot.
    OpeningSlotTaken,
    /// A slot or an opening must end after it starts.
    OpeningEndsBeforeItStarts,
    /// Neither without nor with an appointment: nobody could come.
    OpeningReceivesNobody,
    /// It would be open twice at the same time.
    OpeningSlotOverlaps {
        /// The day of the other slot.
        day: OpeningDay,
        /// Its start.
        start: OpeningTime,
        /// Its end.
        end: OpeningTime,
    },
    /// The last date is before the first.
    SiteDatesReversed,
    /// A closure longer than a year.
    SiteClosureTooLong {
        /// The most days.
        max: u32,
    },
    /// An exception without a word for people.
    SiteExceptionWithoutMessage,
    /// The exception's id is taken by another one.
    SiteExceptionTaken,
    /// It has no such exception.
    SiteExceptionNotFound,
    /// More slots than a site can have.
    TooManyOpeningSlots {
        /// The most.
        max: u32,
    },
    /// More exceptions than a site can have.
    TooManySiteExceptions {
        /// The most.
        max: u32,
    },
    /// More languages than a list can show.
    TooManySiteLanguages {
        /// The most.
        max: u32,
    },
    /// Its calendar says closed that day.
    SiteClosedThatDay {
        /// The day.
        date: NaiveDate,
        /// Why.
        reason: ExceptionReason,
    },
    /// It has no opening that day.
    SiteNotOpenThatDay {
        /// The day.
        date: NaiveDate,
    },
    /// No opening that takes appointments covers that time.
    NoOpeningForAppointment {
        /// The day.
        date: NaiveDate,
    },
}
