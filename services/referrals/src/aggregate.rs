//! A referral from its draft to its end: the states and the dispatch. Each group of rules is a
//! file of [`crate::rules`]; which event leads where is the table of [`crate::state`].

use chrono::{DateTime, Utc};
use kernel::{Asked, CaseId, Decider, ReferralId, aggregate};
use serde::{Deserialize, Serialize};

use crate::clock::AnswerClock;
use crate::codes::{
    ReferralChannel, ReferralContact, ReferralIdentity, ReferralPersonAction, ReferralPriority,
    ReferralRecallReason, ReferralReminder, ReferralState, ReferralTargetKind,
};
use crate::commands::ReferralCommand;
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;
use crate::rules::{Here, answering, attending, consent, drafting, ending, outcome, sending, watching};
use crate::values::ReferralOutcomes;

/// A referral as far as its rules need it; what people see is in [`crate::projection`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Referral {
    /// There is none.
    #[default]
    Undrafted,
    /// It stands somewhere.
    At(ReferralState, Box<File>),
}

/// What the rules of a referral remember.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct File {
    /// The case it belongs to.
    pub case: CaseId,
    /// What kind of target it has.
    pub target: ReferralTargetKind,
    /// How soon an answer is needed.
    pub priority: ReferralPriority,
    /// How much of the person's identity is shared.
    pub identity: ReferralIdentity,
    /// How the person wants to be reached.
    pub contact: ReferralContact,
    /// Whether the person agrees, or their consent was overridden.
    pub consent: bool,
    /// How it travels.
    pub channel: Option<ReferralChannel>,
    /// The clock of the answer.
    pub clock: Option<AnswerClock>,
    /// The partner's link.
    pub link: Link,
    /// What was asked of the person, while it is awaited.
    pub asked_of_person: Option<ReferralPersonAction>,
    /// The appointment.
    pub appointment: Option<Appointment>,
    /// What each voice said last.
    pub outcomes: ReferralOutcomes,
    /// Which referral took its place.
    pub superseded_by: Option<ReferralId>,
    /// Why it was taken back.
    pub recalled: Option<ReferralRecallReason>,
}

/// The partner's link: a version that only grows, and whether that version is good.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The version; 0 before there was one.
    pub version: u32,
    /// Whether a link of that version is good.
    pub good: bool,
}

/// An appointment as far as the rules need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// When.
    pub starts_at: DateTime<Utc>,
    /// When the person is to be reminded; nothing once they were.
    pub remind_at: Option<DateTime<Utc>>,
}

impl Referral {
    /// Where it stands; nothing when there is no such referral.
    pub fn state(&self) -> Option<ReferralState> {
        match self {
            Self::Undrafted => None,
            Self::At(state, _) => Some(*state),
        }
    }

    /// What its rules remember.
    pub fn file(&self) -> Option<&File> {
        match self {
            Self::Undrafted => None,
            Self::At(_, file) => Some(file),
        }
    }
}

impl Decider for Referral {
    const KIND: &'static str = "referral";
    type Command = ReferralCommand;
    type Event = ReferralEvent;
    type Refusal = ReferralRefusal;

    fn decide(&self, command: ReferralCommand, asked: &Asked) -> Result<Vec<ReferralEvent>, ReferralRefusal> {
        use ReferralCommand as Ask;
        match (self, command) {
            (Self::Undrafted, Ask::Draft(draft)) => drafting::draft(draft, None, asked),
            (Self::Undrafted, Ask::DraftInPlaceOf { open, draft }) => {
                drafting::draft(draft, Some(open), asked)
            }
            (Self::Undrafted, _) => Err(ReferralRefusal::ReferralNotFound),
            (Self::At(..), Ask::Draft(_) | Ask::DraftInPlaceOf { .. }) => {
                Err(ReferralRefusal::ReferralAlreadyDrafted)
            }
            (Self::At(state, file), command) => Here { state: *state, file, asked }.decide(command),
        }
    }

    fn evolve(&mut self, event: ReferralEvent) {
        match (self, event) {
            (state @ Self::Undrafted, event) => {
                if let Some(file) = File::opened(&event) {
                    *state = Self::At(ReferralState::Drafted, Box::new(file));
                }
            }
            (Self::At(state, file), event) => {
                *state = state.after(&event);
                file.clock = AnswerClock::after(file.clock, &event);
                file.evolve(event);
            }
        }
    }
}

aggregate!(Referral, ReferralEvent, ReferralRefusal);

impl Here<'_> {
    /// The table of what may be asked; each rule says from where.
    fn decide(&self, command: ReferralCommand) -> Result<Vec<ReferralEvent>, ReferralRefusal> {
        use ReferralCommand as Ask;
        match command {
            Ask::Draft(_) | Ask::DraftInPlaceOf { .. } => Err(ReferralRefusal::ReferralAlreadyDrafted),
            Ask::Supersede { by } => ending::supersede(self, by),

            Ask::RecordConsent(input) => consent::record(self, input),
            Ask::WithdrawConsent(input) => consent::withdraw(self, input),
            Ask::OverrideConsent(input) => consent::override_it(self, input),

            Ask::Send(input) => sending::send(self, input),
            Ask::ReportUndelivered(input) => sending::undelivered(self, input),
            Ask::RenewLink => sending::renew_link(self),
            Ask::RevokeLink => sending::revoke_link(self),

            Ask::Receive(input) => answering::receive(self, input),
            Ask::PutUnderReview(input) => answering::put_under_review(self, input),
            Ask::Waitlist(input) => answering::waitlist(self, input),
            Ask::RequestPersonAction(input) => answering::request_person_action(self, input),
            Ask::CompletePersonAction => answering::complete_person_action(self),
            Ask::Accept(input) => answering::accept(self, input),
            Ask::Decline(input) => answering::decline(self, input),
            Ask::Return(input) => answering::give_back(self, input),

            Ask::ScheduleAppointment(input) => attending::schedule(self, input),
            Ask::RecordAttended(input) => attending::attended(self, input),
            Ask::RecordDidNotAttend(input) => attending::did_not_attend(self, input),

            Ask::ReportOutcome(input) => outcome::report(self, input),
            Ask::Close(input) => outcome::close(self, input),

            Ask::Recall(input) => ending::recall(self, input),
            Ask::Reopen(input) => ending::reopen(self, input),
            Ask::MarkNoContact => ending::mark_no_contact(self),
            Ask::Void(input) => ending::void(self, input),

            Ask::RemindOfAnswer => watching::remind_of_answer(self),
            Ask::RemindOfAppointment => watching::remind_of_appointment(self),
            Ask::FlagOverdue => watching::flag_overdue(self),
            Ask::Expire => watching::expire(self),
        }
    }
}

impl File {
    fn opened(event: &ReferralEvent) -> Option<Self> {
        let ReferralEvent::ReferralDrafted { case, target, priority, identity, contact, .. } = event else {
            return None;
        };
        Some(Self {
            case: *case,
            target: target.kind(),
            priority: *priority,
            identity: *identity,
            contact: *contact,
            consent: false,
            channel: None,
            clock: None,
            link: Link::default(),
            asked_of_person: None,
            appointment: None,
            outcomes: ReferralOutcomes::default(),
            superseded_by: None,
            recalled: None,
        })
    }

    fn evolve(&mut self, event: ReferralEvent) {
        use ReferralEvent as Then;
        match event {
            Then::ConsentRecorded { .. } | Then::ConsentOverridden { .. } => self.consent = true,
            Then::ConsentWithdrawn { .. } => self.consent = false,
            Then::ReferralSent { channel, link_version, .. } => {
                self.channel = Some(channel);
                self.link = link_version.map_or(self.link, |version| Link { version, good: true });
            }
            Then::ReferralDeliveryFailed { .. } => self.link.good = false,
            Then::ReferralLinkRenewed { version } => self.link = Link { version, good: true },
            Then::ReferralLinkRevoked { version } => self.link = Link { version, good: false },
            Then::PersonActionRequested { what, .. } => self.asked_of_person = Some(what),
            Then::AppointmentScheduled { starts_at, remind_at, .. } => {
                self.appointment = Some(Appointment { starts_at, remind_at });
            }
            Then::ReminderSent { about: ReferralReminder::Appointment, .. } => {
                if let Some(appointment) = &mut self.appointment {
                    appointment.remind_at = None;
                }
            }
            Then::OutcomeReported { voice, outcome, at } => self.outcomes.hear(voice, outcome, at),
            Then::ReferralSuperseded { by } => self.superseded_by = Some(by),
            Then::ReferralRecalled { reason } => self.recalled = Some(reason),
            Then::ReferralReopened { .. } => self.appointment = None,
            Then::ReferralMarkedNoContact {} => self.contact = ReferralContact::NoContact,
            Then::ReferralDrafted { .. }
            | Then::ReferralReceived {}
            | Then::ReferralPutUnderReview { .. }
            | Then::ReferralWaitlisted { .. }
            | Then::PersonActionCompleted { .. }
            | Then::ReferralAccepted { .. }
            | Then::ReferralDeclined { .. }
            | Then::PersonAttended { .. }
            | Then::PersonDidNotAttend { .. }
            | Then::ReferralReturned { .. }
            | Then::ReferralClosed { .. }
            | Then::ReferralExpired { .. }
            | Then::ReminderSent { about: ReferralReminder::Answer, .. }
            | Then::ReferralOverdueFlagged {}
            | Then::ReferralEnteredInError { .. } => {}
        }
    }
}
