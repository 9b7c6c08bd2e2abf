//! What comes after a yes: appointment, attendance, outcome; and the ways a referral ends.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{Language, LanguageMode, Line, PairingId, Secret};
use serde::Serialize;

use crate::codes::{
    ReferralAttendanceSource, ReferralErrorReason, ReferralOutcome, ReferralReason, ReferralRecallReason,
    ReferralReopenReason, ReferralVoice,
};

/// The person has an appointment at the partner.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ScheduleReferralAppointmentInput")]
pub struct ScheduleReferralAppointment {
    /// When.
    pub starts_at: DateTime<Utc>,
    /// Where: an address or a counter, nothing about the person.
    pub place: Line,
    /// In which language.
    pub language: Language,
    /// How that language is met there.
    pub language_mode: LanguageMode,
    /// The pairing that goes along.
    pub pairing: Option<PairingId>,
    /// The version of the link it comes by.
    pub link_version: Option<u32>,
}

/// The person came.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RecordPersonAttendedInput")]
pub struct RecordPersonAttended {
    /// From whom it is known.
    pub source: ReferralAttendanceSource,
    /// The version of the link it comes by.
    pub link_version: Option<u32>,
}

/// The person did not come.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RecordPersonDidNotAttendInput")]
pub struct RecordPersonDidNotAttend {
    /// From whom it is known.
    pub source: ReferralAttendanceSource,
    /// The version of the link it comes by.
    pub link_version: Option<u32>,
}

/// Somebody tells what became of it.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ReportReferralOutcomeInput")]
pub struct ReportReferralOutcome {
    /// Who tells.
    pub voice: ReferralVoice,
    /// What became of the help.
    pub outcome: ReferralOutcome,
    /// The version of the link it comes by.
    pub link_version: Option<u32>,
}

/// The referral is over.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CloseReferralInput")]
pub struct CloseReferral {
    /// With which outcome; when left out, the one all voices agree on.
    pub outcome: Option<ReferralOutcome>,
    /// Why there was no help; needed when there was none.
    pub reason: Option<ReferralReason>,
    /// Why, in words; needed for *other*.
    pub note: Option<Secret>,
}

/// Take a referral back.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RecallReferralInput")]
pub struct RecallReferral {
    /// Why.
    pub reason: ReferralRecallReason,
}

/// Go on with a referral after its end; all earlier dates stay.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ReopenReferralInput")]
pub struct ReopenReferral {
    /// Why.
    pub reason: ReferralReopenReason,
    /// Why, in words; needed for *other*.
    pub note: Option<Secret>,
}

/// The referral should never have been entered.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "VoidReferralInput")]
pub struct VoidReferral {
    /// Why.
    pub reason: ReferralErrorReason,
    /// Why, in words; needed for *other*.
    pub note: Option<Secret>,
}
