//! What happened to a pairing. This is the storage format: never rename, never reuse.

use chrono::{DateTime, Utc};
use kernel::{Language, MemberId, PairingId, Secret};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use super::values::{
    Accompaniment, ContactMedium, DeclineReason, FeedbackAnswer, InactivityLevel, IncidentId,
    PairingEndReason, PairingEnder, PairingOutcome, PairingSide, PauseReason, WithdrawalReason,
};
use crate::score::{PairingReason, Score};

/// What happened to a pairing. STORAGE FORMAT: a variant or a field is never renamed; a change is
/// an upcast and a new fixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PairingEvent {
    /// Somebody to go along was asked for.
    AccompanimentRequested {
        /// What is asked for.
        request: Accompaniment,
        /// When.
        at: DateTime<Utc>,
        /// The version of the numbers it waits by.
        limits_version: u32,
    },
    /// A volunteer was proposed.
    PairingProposed {
        /// The volunteer.
        member: MemberId,
        /// How well they fit, in hundredths.
        score: Score,
        /// Why they fit.
        reasons: Vec<PairingReason>,
        /// The version of the weights.
        score_version: u32,
        /// Until when both sides may answer.
        deadline: DateTime<Utc>,
        /// The version of the numbers the deadline comes from.
        limits_version: u32,
    },
    /// The volunteer accepted.
    PairingAcceptedByVolunteer {
        /// The volunteer.
        member: MemberId,
    },
    /// The person accepted.
    PairingAcceptedByPerson {
        /// The volunteer.
        member: MemberId,
    },
    /// Both accepted: it begins.
    PairingActivated {
        /// The volunteer.
        member: MemberId,
        /// When.
        at: DateTime<Utc>,
        /// The version of the numbers its inactivity is judged by.
        limits_version: u32,
    },
    /// One side declined.
    PairingDeclined {
        /// The volunteer, who is not proposed again.
        member: MemberId,
        /// Which side.
        side: PairingSide,
        /// Why, if it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<DeclineReason>,
        /// When.
        at: DateTime<Utc>,
    },
    /// Nobody answered in time. It is not a decline.
    PairingProposalExpired {
        /// The volunteer.
        member: MemberId,
        /// When.
        at: DateTime<Utc>,
    },
    /// Nobody fits.
    NoMatchFound {
        /// How many volunteers were proposed.
        proposals: u32,
    },
    /// It is not wanted any more.
    AccompanimentWithdrawn {
        /// Why.
        reason: WithdrawalReason,
    },
    /// A contact was noted, made or sought in vain.
    ContactLogged {
        /// Its number in the log, from 1.
        contact: u32,
        /// When it happened.
        at: DateTime<Utc>,
        /// Whether they reached each other.
        contact_made: bool,
        /// How.
        medium: ContactMedium,
        /// How many minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// A note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
    /// An entry of the contact log was put right.
    ContactLogCorrected {
        /// Its number in the log.
        contact: u32,
        /// When it happened.
        at: DateTime<Utc>,
        /// Whether they reached each other.
        contact_made: bool,
        /// How.
        medium: ContactMedium,
        /// How many minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// A note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
    /// Contact has stopped for too long.
    PairingInactivityFlagged {
        /// Who is told.
        level: InactivityLevel,
        /// The last successful contact, or the beginning.
        since: DateTime<Utc>,
    },
    /// It pauses, or the end of its pause was moved.
    PairingPaused {
        /// Until when.
        until: DateTime<Utc>,
        /// Why.
        reason: PauseReason,
        /// When.
        at: DateTime<Utc>,
    },
    /// It goes on after a pause.
    PairingResumed {
        /// When.
        at: DateTime<Utc>,
    },
    /// It stops until an incident is cleared up.
    PairingSuspended {
        /// The incident.
        incident: IncidentId,
        /// When.
        at: DateTime<Utc>,
    },
    /// It goes on after an incident.
    PairingReinstated {
        /// When.
        at: DateTime<Utc>,
    },
    /// It ended.
    PairingEnded {
        /// Who ended it.
        by: PairingEnder,
        /// Why.
        reason: PairingEndReason,
        /// When.
        at: DateTime<Utc>,
    },
    /// One side said how it was.
    FeedbackGiven {
        /// Which side.
        side: PairingSide,
        /// Whether it helped.
        helped: FeedbackAnswer,
        /// In which language.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
        /// In their words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Secret>,
    },
    /// It was closed.
    PairingCompleted {
        /// What came of it.
        outcome: PairingOutcome,
    },
    /// Another volunteer was asked for, in a new pairing.
    RematchRequested {
        /// The new pairing.
        next: PairingId,
    },
}
