//! What happened to a meeting.
//!
//! This is the storage format. Nothing here is ever renamed or given another meaning: a change is
//! an upcast (see `kernel::Upcast`) and a new fixture in `tests/history/meeting/`.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{AgendaItemId, CommitmentId, DecisionId, Language, Line, Localized, MeetingId, MemberId, Text};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use super::values::{
    AgendaSource, AttendanceWithdrawal, Attendee, DecisionMethod, MeetingCancellation, MeetingPlace,
    MinutesLanguage, Redaction, RegistrationId, Votes,
};
use crate::MeetingTimeZone;

/// What happened to a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum MeetingEvent {
    /// It has a date.
    MeetingPlanned {
        /// What it is called.
        title: Localized,
        /// From when people are welcomed.
        welcome_at: DateTime<Utc>,
        /// When it starts.
        starts_at: DateTime<Utc>,
        /// When it ends.
        ends_at: DateTime<Utc>,
        /// The time zone of the place.
        time_zone: MeetingTimeZone,
        /// Where.
        place: MeetingPlace,
        /// The languages of those present.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        languages: Vec<Language>,
        /// The languages an interpreter is wanted for.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        interpreters: Vec<Language>,
        /// How many seats, if they are counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        places: Option<u32>,
    },
    /// Everybody may know.
    MeetingAnnounced {},
    /// It has another date.
    MeetingRescheduled {
        /// From when people are welcomed.
        welcome_at: DateTime<Utc>,
        /// When it starts.
        starts_at: DateTime<Utc>,
        /// When it ends.
        ends_at: DateTime<Utc>,
        /// The new place, if it changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<MeetingPlace>,
    },
    /// It does not take place.
    MeetingCancelled {
        /// Why.
        reason: MeetingCancellation,
        /// What people are told.
        message: Localized,
    },
    /// Somebody asks that something be talked about.
    AgendaItemProposed {
        /// The item.
        item: AgendaItemId,
        /// What it is about.
        title: Localized,
        /// Where it comes from.
        source: AgendaSource,
    },
    /// It will be talked about.
    AgendaItemAccepted {
        /// The item.
        item: AgendaItemId,
    },
    /// Not this time.
    AgendaItemDeferred {
        /// The item.
        item: AgendaItemId,
        /// Where it is proposed instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<MeetingId>,
    },
    /// A seat is kept.
    RegistrationMade {
        /// The seat.
        registration: RegistrationId,
        /// For this member; anonymous without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
        /// The language an interpreter is wanted for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        interpreter: Option<Language>,
        /// Children to care for.
        children: u32,
    },
    /// A seat was given back.
    RegistrationCancelled {
        /// The seat.
        registration: RegistrationId,
    },
    /// It has begun.
    MeetingOpened {},
    /// Somebody came and agreed to be named. When several entries turn out to be one human being,
    /// this one stands for all of them.
    AttendanceRecorded {
        /// Who, as ids.
        attendee: Attendee,
    },
    /// Somebody is no longer named.
    AttendanceWithdrawn {
        /// Who, as ids.
        attendee: Attendee,
        /// Why.
        reason: AttendanceWithdrawal,
    },
    /// So many came without being named, in this language; it replaces the earlier count.
    AnonymousAttendanceCounted {
        /// The language.
        language: Language,
        /// How many.
        count: u32,
    },
    /// Something was decided.
    DecisionTaken {
        /// The decision.
        decision: DecisionId,
        /// What was decided.
        text: Localized,
        /// How.
        method: DecisionMethod,
        /// The count.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        votes: Option<Votes>,
        /// The item of the agenda it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<AgendaItemId>,
    },
    /// Somebody will do something. The commitment has a stream of its own, where it is followed.
    CommitmentMade {
        /// The commitment.
        commitment: CommitmentId,
        /// The member who will do it.
        owner: MemberId,
        /// What will be done.
        what: Text,
        /// By the end of this day.
        due: NaiveDate,
    },
    /// It has taken place.
    MeetingClosed {},
    /// The minutes are written.
    MinutesDrafted {
        /// The text.
        text: Localized,
    },
    /// The minutes were corrected, and wait for approval again.
    MinutesCorrected {
        /// The whole corrected text.
        text: Localized,
        /// What was corrected.
        change: Line,
    },
    /// The minutes are approved.
    MinutesApproved {
        /// At this later meeting.
        at: MeetingId,
    },
    /// The minutes are open to everybody.
    MinutesPublished {
        /// In these languages.
        languages: Vec<MinutesLanguage>,
        /// Without these passages.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        redactions: Vec<Redaction>,
    },
}
