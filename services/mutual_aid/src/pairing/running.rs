//! The rules from the beginning of a pairing to its end: contacts, silence, rests, end, looking
//! back.

use kernel::{Asked, Role};

use super::aggregate::{Events, Pairing, Stage};
use super::commands::{
    CompletePairing, CorrectContactLog, EndPairing, GiveFeedback, LogContact, PausePairing, SuspendPairing,
};
use super::events::PairingEvent;
use super::refusal::PairingRefusal;
use super::rhythm::Rhythm;
use super::values::{PairingEndReason, PairingOutcome};
use crate::limits::{Limits, days_after};

/// The most minutes of one contact: a day.
pub(crate) const MOST_MINUTES: u32 = 24 * 60;

/// Whether a contact can have taken that long.
fn plausible(minutes: Option<u32>) -> Result<(), PairingRefusal> {
    match minutes {
        Some(minutes) if minutes > MOST_MINUTES => Err(PairingRefusal::ContactTooLong { most: MOST_MINUTES }),
        _ => Ok(()),
    }
}

fn by_a_coordinator(asked: &Asked) -> Result<(), PairingRefusal> {
    if asked.answers_for_all() { Ok(()) } else { Err(PairingRefusal::PairingNeedsCoordinator) }
}

impl Pairing {
    /// The rhythm of an active pairing.
    fn active(&self) -> Result<&Rhythm, PairingRefusal> {
        match (&self.stage, &self.rhythm) {
            (Stage::Active { .. }, Some(rhythm)) => Ok(rhythm),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotActive { state })),
        }
    }

    pub(super) fn log_contact(&self, log: LogContact, asked: &Asked) -> Events {
        let rhythm = self.active()?;
        plausible(log.minutes)?;
        if asked.at < rhythm.since {
            return Err(PairingRefusal::ContactBeforeStart { since: rhythm.since.date_naive() });
        }
        Ok(vec![PairingEvent::ContactLogged {
            contact: rhythm.logged + 1,
            at: asked.at,
            contact_made: log.contact_made,
            medium: log.medium,
            minutes: log.minutes,
            note: log.note,
        }])
    }

    pub(super) fn correct_contact_log(&self, correct: CorrectContactLog, asked: &Asked) -> Events {
        let rhythm = self.active()?;
        plausible(correct.minutes)?;
        let known = rhythm.contacts.iter().find(|contact| contact.number == correct.contact);
        let Some(known) = known else {
            return Err(PairingRefusal::ContactNotFound { contact: correct.contact });
        };
        let at = correct.at.unwrap_or(known.at);
        if at < rhythm.since {
            return Err(PairingRefusal::ContactBeforeStart { since: rhythm.since.date_naive() });
        }
        if at > asked.now {
            return Err(PairingRefusal::ContactInTheFuture);
        }
        Ok(vec![PairingEvent::ContactLogCorrected {
            contact: correct.contact,
            at,
            contact_made: correct.contact_made,
            medium: correct.medium,
            minutes: correct.minutes,
            note: correct.note,
        }])
    }

    pub(super) fn flag_inactivity(&self, asked: &Asked) -> Events {
        let rhythm = self.active()?;
        match rhythm.next_flag() {
            Some((level, at)) if at <= asked.now => {
                Ok(vec![PairingEvent::PairingInactivityFlagged { level, since: rhythm.last_success() }])
            }
            Some(_) => Err(PairingRefusal::InactivityNotReached),
            // The coordinator has been told.
            None => Ok(vec![]),
        }
    }

    pub(super) fn pause(&self, pause: PausePairing, asked: &Asked) -> Events {
        let PausePairing { until, reason } = pause;
        let days = Limits::current().longest_pause_days;
        match &self.stage {
            Stage::Paused { until: known, .. } if *known == until => Ok(vec![]),
            Stage::Active { .. } | Stage::Paused { .. } if until <= asked.at => {
                Err(PairingRefusal::PauseInThePast)
            }
            Stage::Active { .. } | Stage::Paused { .. } if until > days_after(asked.at, days) => {
                Err(PairingRefusal::PauseTooLong { days })
            }
            Stage::Active { .. } | Stage::Paused { .. } => {
                Ok(vec![PairingEvent::PairingPaused { until, reason, at: asked.at }])
            }
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotActive { state })),
        }
    }

    pub(super) fn resume(&self, asked: &Asked) -> Events {
        match &self.stage {
            // The platform may look late; the pause ended when it was to end.
            Stage::Paused { until, .. } if asked.role == Role::System => {
                Ok(vec![PairingEvent::PairingResumed { at: asked.at.min(*until) }])
            }
            Stage::Paused { .. } => Ok(vec![PairingEvent::PairingResumed { at: asked.at }]),
            Stage::Active { .. } => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotPaused { state })),
        }
    }

    pub(super) fn suspend(&self, suspend: SuspendPairing, asked: &Asked) -> Events {
        by_a_coordinator(asked)?;
        match &self.stage {
            Stage::Active { .. } | Stage::Paused { .. } => {
                Ok(vec![PairingEvent::PairingSuspended { incident: suspend.incident, at: asked.at }])
            }
            Stage::Suspended { .. } => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotRunning { state })),
        }
    }

    pub(super) fn reinstate(&self, asked: &Asked) -> Events {
        by_a_coordinator(asked)?;
        match &self.stage {
            Stage::Suspended { .. } => Ok(vec![PairingEvent::PairingReinstated { at: asked.at }]),
            Stage::Active { .. } | Stage::Paused { .. } => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotRunning { state })),
        }
    }

    pub(super) fn end(&self, end: EndPairing, asked: &Asked) -> Events {
        let EndPairing { member: named, by, reason } = end;
        match &self.stage {
            Stage::Active { member }
            | Stage::Paused { member, .. }
            | Stage::Suspended { member, .. }
            | Stage::Ended { member, .. }
                if *member != named =>
            {
                Err(PairingRefusal::AnotherVolunteer)
            }
            Stage::Active { .. } | Stage::Paused { .. } | Stage::Suspended { .. } => {
                Ok(vec![PairingEvent::PairingEnded { by, reason, at: asked.at }])
            }
            Stage::Ended { by: ender, reason: known, .. } if (*ender, *known) == (by, reason) => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotRunning { state })),
        }
    }

    pub(super) fn give_feedback(&self, feedback: GiveFeedback) -> Events {
        let GiveFeedback { side, helped, language, words } = feedback;
        match &self.stage {
            Stage::Ended { .. } if self.feedback.contains(&side) => {
                Err(PairingRefusal::PairingFeedbackAlreadyGiven)
            }
            Stage::Ended { .. } => Ok(vec![PairingEvent::FeedbackGiven { side, helped, language, words }]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotEnded { state })),
        }
    }

    pub(super) fn complete(&self, complete: CompletePairing) -> Events {
        match (&self.stage, complete.outcome) {
            // Ended early because the goal was reached is a success, whatever the planned term.
            (
                Stage::Ended { reason: PairingEndReason::GoalReached, .. },
                None | Some(PairingOutcome::Positive),
            ) => Ok(vec![PairingEvent::PairingCompleted { outcome: PairingOutcome::Positive }]),
            (Stage::Ended { reason: PairingEndReason::GoalReached, .. }, Some(_)) => {
                Err(PairingRefusal::PairingGoalWasReached)
            }
            (Stage::Ended { .. }, None) => Err(PairingRefusal::PairingOutcomeNeeded),
            (Stage::Ended { .. }, Some(outcome)) => Ok(vec![PairingEvent::PairingCompleted { outcome }]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotEnded { state })),
        }
    }
}
