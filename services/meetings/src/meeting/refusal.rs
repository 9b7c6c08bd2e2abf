//! Why not: each reason has its sentence in `locales/` and its test in `tests/rules/`.

use chrono::NaiveDate;
use serde::Serialize;
use strum::VariantNames;

use super::values::MinutesLanguage;

/// Why a meeting says no.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum MeetingRefusal {
    /// There is no such meeting here.
    MeetingNotFound,
    /// The id belongs to another plan.
    MeetingAlreadyPlanned,
    /// It has no title in any language.
    MeetingTitleMissing,
    /// The year is a slip of the finger.
    MeetingDateImplausible,
    /// People would be welcomed after the start.
    WelcomeAfterStart,
    /// It would end before it starts.
    MeetingEndsBeforeStart,
    /// It would last too long.
    MeetingTooLong {
        /// The most hours from the welcome to the end.
        hours: u32,
    },
    /// Nobody knows of it yet.
    MeetingNotAnnounced,
    /// It is not its day yet.
    MeetingNotToday {
        /// Its day.
        date: NaiveDate,
    },
    /// It is not going on.
    MeetingNotOpen,
    /// It is going on already.
    MeetingAlreadyOpen,
    /// It has taken place already.
    MeetingAlreadyHeld,
    /// It has not taken place yet.
    MeetingNotHeld,
    /// It does not take place.
    MeetingCancelled,
    /// People would not be told why.
    MeetingMessageMissing,
    /// A list is full.
    MeetingTooMany {
        /// The most it takes.
        most: u32,
    },
    /// The item has no title in any language.
    AgendaItemTitleMissing,
    /// The item's id belongs to another item.
    AgendaItemAlreadyProposed,
    /// There is no such item on this agenda.
    AgendaItemNotFound,
    /// So few people expressed the need that one of them could be recognised.
    AgendaNeedTooRare {
        /// The least expressions.
        least: u32,
    },
    /// It was deferred to another meeting.
    AgendaItemAlreadyDeferred,
    /// It would be deferred to where it is.
    AgendaItemDeferredToSame,
    /// The member has a seat already, or the seat's id belongs to another one.
    MeetingAlreadyRegistered,
    /// No seat is left.
    MeetingFull {
        /// How many there are.
        places: u32,
    },
    /// There is no such seat.
    MeetingRegistrationNotFound,
    /// Nobody is meant.
    AttendeeMissing,
    /// They did not agree to be named.
    AttendanceWithoutOptIn,
    /// The member and the person are already here with others.
    AttendeeMismatch,
    /// Nobody of that id is named here.
    AttendanceNotFound,
    /// The minutes that tell the attendance are approved.
    AttendanceSettled,
    /// A decision has no text in any language.
    DecisionTextMissing,
    /// The decision's id belongs to another one.
    DecisionAlreadyTaken,
    /// A vote without a count.
    VoteCountMissing,
    /// No more were for it than against it.
    VoteNotCarried,
    /// More votes than people.
    VotesExceedAttendance {
        /// Votes counted.
        votes: u64,
        /// People counted.
        present: u64,
    },
    /// A consensus with votes against.
    NotAConsensus,
    /// The commitment would be due before it is made.
    CommitmentDueBeforeMeeting,
    /// The commitment would be due in a far future.
    CommitmentDueTooFar {
        /// The most years.
        years: u32,
    },
    /// The minutes have no text in any language.
    MinutesTextMissing,
    /// Nobody has written the minutes yet.
    MinutesNotDrafted,
    /// The minutes are written already.
    MinutesAlreadyDrafted,
    /// The meeting that would approve them is not a later one.
    MinutesNeedLaterMeeting,
    /// The meeting that would approve them has not begun.
    MinutesApprovalTooEarly,
    /// Another meeting has approved them.
    MinutesAlreadyApproved,
    /// Nobody has approved them.
    MinutesNotApproved,
    /// They would be published in no language.
    MinutesLanguageMissing,
    /// They have no text in that language.
    MinutesNotTranslated {
        /// The language.
        language: MinutesLanguage,
    },
    /// A passage to black out lies outside the text.
    MinutesRedactionOutside,
}
