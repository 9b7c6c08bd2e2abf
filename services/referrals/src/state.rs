//! The states as a machine: which event leads where. The rules and the list use the same table.

use crate::codes::ReferralState;
use crate::events::ReferralEvent;

impl ReferralState {
    /// Whether the partner still owes an answer.
    pub fn awaits_answer(self) -> bool {
        matches!(
            self,
            Self::Sent | Self::Received | Self::UnderReview | Self::WaitListed | Self::AwaitingPerson
        )
    }

    /// Whether it has come to an end.
    pub fn has_ended(self) -> bool {
        matches!(
            self,
            Self::Closed
                | Self::Declined
                | Self::Returned
                | Self::Recalled
                | Self::Expired
                | Self::Superseded
                | Self::Void
        )
    }

    /// The state an event leads to; the same one when it changes none.
    #[must_use]
    pub fn after(self, event: &ReferralEvent) -> Self {
        use ReferralEvent as Then;
        match event {
            Then::ReferralDrafted { .. } => Self::Drafted,
            Then::ConsentRecorded { .. } | Then::ConsentOverridden { .. } if self == Self::Drafted => {
                Self::Ready
            }
            Then::ReferralSent { .. } => Self::Sent,
            Then::ReferralDeliveryFailed { .. } => Self::Ready,
            Then::ReferralReceived {}
            | Then::PersonActionCompleted { .. }
            | Then::ReferralReopened { .. } => Self::Received,
            Then::ReferralPutUnderReview { .. } => Self::UnderReview,
            Then::ReferralWaitlisted { .. } => Self::WaitListed,
            Then::PersonActionRequested { .. } => Self::AwaitingPerson,
            Then::ReferralAccepted { .. } => Self::Accepted,
            Then::ReferralDeclined { .. } => Self::Declined,
            Then::AppointmentScheduled { .. } => Self::Scheduled,
            Then::PersonAttended { .. } => Self::InService,
            Then::PersonDidNotAttend { .. } => Self::Missed,
            Then::ReferralReturned { .. } => Self::Returned,
            Then::ReferralClosed { .. } => Self::Closed,
            Then::ReferralRecalled { .. } => Self::Recalled,
            Then::ReferralExpired { .. } => Self::Expired,
            Then::ReferralSuperseded { .. } => Self::Superseded,
            Then::ReferralEnteredInError { .. } => Self::Void,
            Then::ConsentRecorded { .. }
            | Then::ConsentOverridden { .. }
            | Then::ConsentWithdrawn { .. }
            | Then::ReferralLinkRenewed { .. }
            | Then::ReferralLinkRevoked { .. }
            | Then::OutcomeReported { .. }
            | Then::ReminderSent { .. }
            | Then::ReferralOverdueFlagged {}
            | Then::ReferralMarkedNoContact {} => self,
        }
    }
}
