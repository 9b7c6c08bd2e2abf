//! Who must move, since when, and what they are to do.

use kernel::{Party, Waiting};

use crate::codes::{ReferralState, ReferralTargetKind, ReferralVoice};
use crate::row::ReferralRow;
use crate::values::ReferralOutcomes;

impl ReferralRow {
    /// Who must move.
    pub(super) fn next_move(&self) -> Option<Waiting> {
        let answer_due = self.deadlines.map(|deadlines| deadlines.answer_due);
        let (on, what, due) = match self.state {
            ReferralState::Drafted => (Party::Host, "recordConsent", None),
            ReferralState::Ready => (Party::Host, "sendReferral", None),
            ReferralState::Sent
            | ReferralState::Received
            | ReferralState::UnderReview
            | ReferralState::WaitListed => match self.target.kind {
                // Nobody answers for somebody who went on alone.
                ReferralTargetKind::SelfDirected => (Party::Host, "askPersonOutcome", answer_due),
                _ => (self.asked_party(), "answerReferral", answer_due),
            },
            ReferralState::AwaitingPerson => {
                let owner = self.person_action.as_ref().map_or(Party::Person, |action| action.owner);
                (owner, "completePersonAction", None)
            }
            ReferralState::Accepted => (self.asked_party(), "scheduleAppointment", None),
            ReferralState::Scheduled => {
                let starts_at = self.appointment.as_ref().map(|appointment| appointment.starts_at);
                (Party::Host, "recordAttendance", starts_at)
            }
            ReferralState::Missed => (Party::Host, "rescheduleAppointment", None),
            ReferralState::InService if self.outcomes.of(ReferralVoice::Partner).is_none() => {
                (self.asked_party(), "reportOutcome", None)
            }
            ReferralState::InService if self.outcomes.of(ReferralVoice::Person).is_none() => {
                (Party::Host, "askPersonOutcome", None)
            }
            ReferralState::InService => (Party::Host, "closeReferral", None),
            ReferralState::Declined | ReferralState::Returned | ReferralState::Expired
                if self.resumed_by.is_empty() && !self.told_since_the_end() =>
            {
                (Party::Host, "reorientPerson", None)
            }
            _ => return None,
        };
        Some(Waiting { on, since: self.since, what: what.to_owned(), due })
    }

    /// The one who was asked: the partner, or the network's own members.
    fn asked_party(&self) -> Party {
        match self.target.kind {
            ReferralTargetKind::Network => Party::Member,
            _ => Party::Partner,
        }
    }

    /// Whether the person, or the host for them, has told what became of it since it ended.
    fn told_since_the_end(&self) -> bool {
        let ReferralOutcomes { person, host, .. } = self.outcomes;
        [person, host].into_iter().flatten().any(|told| told.at >= self.since)
    }
}
