//! What each event changes in a row.

use chrono::{DateTime, Utc};
use kernel::{Recorded, ReferralId};

use crate::clock::AnswerClock;
use crate::codes::{ReferralContact, ReferralReminder, ReferralState};
use crate::events::ReferralEvent;
use crate::narration::narrate;
use crate::row::{
    ReferralAppointment, ReferralConsent, ReferralPersonActionAsked, ReferralReasonGiven, ReferralRow,
    ReferralStep,
};
use crate::values::ReferralOutcomes;

/// The most entries a row keeps of each of its lists; the journal keeps them all.
const MOST_KEPT: usize = 100;

impl ReferralRow {
    /// The row of a draft; nothing for any other event.
    pub(super) fn drafted(id: ReferralId, event: &Recorded<ReferralEvent>) -> Option<Self> {
        let ReferralEvent::ReferralDrafted {
            case,
            person,
            needs,
            target,
            priority,
            identity,
            code,
            contact,
            languages,
            interpreter_wanted,
            availability,
            question,
            pairing,
            resumes,
            supersedes,
        } = &event.event
        else {
            return None;
        };
        Some(Self {
            id,
            version: event.version,
            state: ReferralState::Drafted,
            since: event.at(),
            due: None,
            case: *case,
            person: *person,
            needs: needs.clone(),
            target: target.into(),
            priority: *priority,
            identity: *identity,
            code: *code,
            contact: *contact,
            languages: languages.clone(),
            interpreter_wanted: *interpreter_wanted,
            availability: availability.clone(),
            question: question.clone(),
            pairing: *pairing,
            resumes: *resumes,
            resumed_by: Vec::new(),
            supersedes: *supersedes,
            superseded_by: None,
            consent: None,
            channel: None,
            delivery_failure: None,
            link_version: 0,
            deadlines: None,
            reminded_at: None,
            overdue: false,
            expected: None,
            person_action: None,
            contact_way: None,
            partner_contact: None,
            appointment: None,
            attendance_source: None,
            declines: Vec::new(),
            returned: None,
            closing_reason: None,
            recall_reason: None,
            error_reason: None,
            outcome: None,
            outcomes: ReferralOutcomes::default(),
            contradiction: false,
            drafted_at: event.at(),
            sent_at: None,
            received_at: None,
            first_answer_at: None,
            accepted_at: None,
            scheduled_at: None,
            attended_at: None,
            missed_at: None,
            closed_at: None,
            declined_at: None,
            expired_at: None,
            reopened_at: None,
            steps: Vec::new(),
            clock: None,
        })
    }

    /// Keeps the state an event leads to, with its date and its reason.
    pub(super) fn step(&mut self, event: &Recorded<ReferralEvent>) {
        let (state, at) = (self.state.after(&event.event), event.at());
        self.clock = AnswerClock::after(self.clock, &event.event);
        self.deadlines = self.clock.map(|clock| clock.deadlines);
        self.reminded_at = self.clock.and_then(|clock| clock.reminded_at);
        if state != self.state || self.steps.is_empty() {
            let reason = narrate(&event.event).reason;
            keep(&mut self.steps, ReferralStep { state, at, by: event.meta.role, reason });
            self.since = at;
        }
        self.state = state;
        self.overdue = state.awaits_answer() && self.clock.is_some_and(|clock| clock.flagged);
        if answers(&event.event) {
            self.first_answer_at.get_or_insert(at);
        }
    }

    /// Keeps what an event tells: up to the partner's yes or no here, the rest in `follow`.
    pub(super) fn tell(&mut self, event: &Recorded<ReferralEvent>) {
        use ReferralEvent as Then;
        let at = event.at();
        match &event.event {
            Then::ConsentRecorded { .. } | Then::ConsentOverridden { .. } | Then::ConsentWithdrawn { .. } => {
                self.agree(&event.event, at);
            }
            Then::ReferralSent { channel, link_version, .. } => {
                self.channel = Some(*channel);
                self.delivery_failure = None;
                self.link_version = link_version.unwrap_or(self.link_version);
                self.sent_at.get_or_insert(at);
            }
            Then::ReferralDeliveryFailed { cause } => self.delivery_failure = Some(*cause),
            Then::ReferralLinkRenewed { version } | Then::ReferralLinkRevoked { version } => {
                self.link_version = *version;
            }
            Then::ReferralReceived {} => {
                self.received_at.get_or_insert(at);
            }
            Then::ReferralWaitlisted { expected, .. } => self.expected = Some(*expected),
            Then::PersonActionRequested { what, note, owner, .. } => {
                let (what, note, owner) = (*what, note.clone(), *owner);
                self.person_action =
                    Some(ReferralPersonActionAsked { what, note, owner, at, completed_at: None });
            }
            Then::PersonActionCompleted { .. } => {
                if let Some(action) = &mut self.person_action {
                    action.completed_at = Some(at);
                }
            }
            Then::ReferralAccepted { contact_way, contact } => {
                self.accepted_at = Some(at);
                self.contact_way = Some(*contact_way);
                self.partner_contact.clone_from(contact);
            }
            Then::ReferralDeclined { reason, note } => {
                self.declined_at = Some(at);
                keep(&mut self.declines, ReferralReasonGiven { reason: *reason, note: note.clone(), at });
            }
            other => self.follow(other, at),
        }
    }

    /// Keeps what comes after the partner's answer.
    fn follow(&mut self, event: &ReferralEvent, at: DateTime<Utc>) {
        use ReferralEvent as Then;
        match event {
            Then::AppointmentScheduled { starts_at, place, language, language_mode, pairing, remind_at } => {
                self.scheduled_at = Some(at);
                self.appointment = Some(ReferralAppointment {
                    starts_at: *starts_at,
                    place: place.clone(),
                    language: *language,
                    language_mode: *language_mode,
                    pairing: *pairing,
                    remind_at: *remind_at,
                });
            }
            Then::ReminderSent { about: ReferralReminder::Appointment, .. } => {
                if let Some(appointment) = &mut self.appointment {
                    appointment.remind_at = None;
                }
            }
            Then::PersonAttended { source } => {
                self.attended_at = Some(at);
                self.attendance_source = Some(*source);
            }
            Then::PersonDidNotAttend { source } => {
                self.missed_at = Some(at);
                self.attendance_source = Some(*source);
            }
            Then::ReferralReturned { reason, note } => {
                self.returned = Some(ReferralReasonGiven { reason: *reason, note: note.clone(), at });
            }
            Then::OutcomeReported { voice, outcome, at } => {
                self.outcomes.hear(*voice, *outcome, *at);
                self.contradiction = self.outcomes.contradict();
            }
            Then::ReferralClosed { outcome, reason, note } => {
                self.closed_at = Some(at);
                self.outcome = Some(*outcome);
                self.closing_reason =
                    reason.map(|reason| ReferralReasonGiven { reason, note: note.clone(), at });
            }
            Then::ReferralRecalled { reason } => self.recall_reason = Some(*reason),
            Then::ReferralExpired { .. } => self.expired_at = Some(at),
            Then::ReferralSuperseded { by } => self.superseded_by = Some(*by),
            Then::ReferralReopened { .. } => {
                // The dates stay; what is not so any more does not.
                self.reopened_at = Some(at);
                self.outcome = None;
                self.closing_reason = None;
                self.appointment = None;
            }
            Then::ReferralMarkedNoContact {} => self.contact = ReferralContact::NoContact,
            Then::ReferralEnteredInError { reason, .. } => self.error_reason = Some(*reason),
            _ => {}
        }
    }

    fn agree(&mut self, event: &ReferralEvent, at: DateTime<Utc>) {
        use ReferralEvent as Then;
        let none = ReferralConsent {
            scope: Vec::new(),
            mode: None,
            language: None,
            language_mode: None,
            at,
            overridden: None,
            note: None,
            withdrawn_at: None,
        };
        match event {
            Then::ConsentRecorded { scope, mode, language, language_mode, .. } => {
                self.consent = Some(ReferralConsent {
                    scope: scope.clone(),
                    mode: Some(*mode),
                    language: Some(*language),
                    language_mode: Some(*language_mode),
                    ..none
                });
            }
            Then::ConsentOverridden { reason, note, .. } => {
                self.consent =
                    Some(ReferralConsent { overridden: Some(*reason), note: note.clone(), ..none });
            }
            Then::ConsentWithdrawn { .. } => {
                if let Some(consent) = &mut self.consent {
                    consent.withdrawn_at = Some(at);
                }
            }
            _ => {}
        }
    }
}

/// Whether an event is an answer of the partner; having seen it is none.
fn answers(event: &ReferralEvent) -> bool {
    matches!(
        event,
        ReferralEvent::ReferralPutUnderReview { .. }
            | ReferralEvent::ReferralWaitlisted { .. }
            | ReferralEvent::PersonActionRequested { .. }
            | ReferralEvent::ReferralAccepted { .. }
            | ReferralEvent::ReferralDeclined { .. }
    )
}

/// Adds to a list of a row and lets the oldest go when it is full.
pub(super) fn keep<T>(list: &mut Vec<T>, one: T) {
    list.push(one);
    let surplus = list.len().saturating_sub(MOST_KEPT);
    list.drain(..surplus);
}
