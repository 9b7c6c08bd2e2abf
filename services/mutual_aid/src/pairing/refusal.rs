//! Why not, for a pairing.

use chrono::NaiveDate;
use serde::Serialize;
use strum::VariantNames;

use super::aggregate::PairingState;

/// Why not, for a pairing.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PairingRefusal {
    /// Nothing was asked for under that id.
    PairingNotFound,
    /// Something was asked for under that id before.
    AccompanimentAlreadyRequested,
    /// It does not look for a volunteer now.
    PairingNotLooking {
        /// Its state.
        state: PairingState,
    },
    /// Nothing is proposed that could be answered.
    PairingNotProposed {
        /// Its state.
        state: PairingState,
    },
    /// That volunteer is not to be proposed again.
    ExcludedAfterDecline,
    /// Too many volunteers were proposed.
    TooManyProposals {
        /// The most.
        most: u32,
    },
    /// The pairing is with another volunteer.
    AnotherVolunteer,
    /// The proposal waited for an answer until that day.
    ProposalDeadlinePassed {
        /// That day.
        deadline: NaiveDate,
    },
    /// The proposal still waits for an answer.
    ProposalStillOpen {
        /// Until that day.
        deadline: NaiveDate,
    },
    /// A volunteer who declines says why.
    DeclineReasonNeeded,
    /// It is not active.
    PairingNotActive {
        /// Its state.
        state: PairingState,
    },
    /// It is neither active, paused nor suspended.
    PairingNotRunning {
        /// Its state.
        state: PairingState,
    },
    /// It is not paused.
    PairingNotPaused {
        /// Its state.
        state: PairingState,
    },
    /// A contact cannot have happened before the pairing began.
    ContactBeforeStart {
        /// When it began.
        since: NaiveDate,
    },
    /// A contact cannot have happened yet.
    ContactInTheFuture,
    /// A contact does not take longer than a day.
    ContactTooLong {
        /// The most minutes.
        most: u32,
    },
    /// There is no such entry that could still be corrected.
    ContactNotFound {
        /// The number that was named.
        contact: u32,
    },
    /// Contact has not stopped for that long.
    InactivityNotReached,
    /// A pause ends later than it begins.
    PauseInThePast,
    /// The pause is too long.
    PauseTooLong {
        /// The most days.
        days: u32,
    },
    /// Only a coordinator does that.
    PairingNeedsCoordinator,
    /// It has not ended.
    PairingNotEnded {
        /// Its state.
        state: PairingState,
    },
    /// That side has already said how it was.
    PairingFeedbackAlreadyGiven,
    /// What came of it must be said.
    PairingOutcomeNeeded,
    /// The goal was reached, so the outcome is positive.
    PairingGoalWasReached,
    /// Another volunteer cannot be asked for from here.
    NoRematchFromHere {
        /// Its state.
        state: PairingState,
    },
    /// Another volunteer was asked for before.
    RematchAlreadyRequested,
}
