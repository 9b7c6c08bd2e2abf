//! An appointment, from its booking to the person's coming, or not: the rules, and nothing else.

use chrono::{DateTime, Utc};
use kernel::{Asked, Decider, SessionId, SiteId, VisitId, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{AppointmentCommand, BookAppointment, MoveAppointment, RecordArrival, ends_at};
use super::events::AppointmentEvent;
use super::refusal::AppointmentRefusal;
use super::words::{AppointmentReminder, AppointmentState, is_signed};

/// An appointment as far as its own rules need it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Appointment {
    /// Not booked yet.
    #[default]
    Unknown,
    /// Booked.
    Booked(Booking),
    /// Cancelled in time.
    Cancelled,
    /// The person came.
    Arrived {
        /// The visit it became.
        visit: VisitId,
    },
    /// The person did not come.
    DidNotShow(Booking),
}

/// A booked time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    site: SiteId,
    session: Option<SessionId>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

type Answer = Result<Vec<AppointmentEvent>, AppointmentRefusal>;

impl Decider for Appointment {
    const KIND: &'static str = "appointment";
    type Command = AppointmentCommand;
    type Event = AppointmentEvent;
    type Refusal = AppointmentRefusal;

    fn decide(&self, command: AppointmentCommand, asked: &Asked) -> Answer {
        use AppointmentCommand as Ask;
        match (self, command) {
            (Self::Unknown, Ask::Book(booking)) => book(booking, asked),
            (Self::Unknown, _) => Err(AppointmentRefusal::AppointmentNotFound),
            (_, Ask::Book(_)) => Err(AppointmentRefusal::AppointmentAlreadyBooked),

            (Self::Booked(booking), Ask::Move(ask)) => booking.move_to(ask, asked),
            (Self::Booked(booking), Ask::Cancel(ask)) => Ok(vec![AppointmentEvent::AppointmentCancelled {
                session: booking.session,
                by: ask.by,
                reason: ask.reason,
            }]),
            (Self::Booked(booking), Ask::RecordArrival(ask)) => Ok(vec![booking.arrived(ask, false)]),
            (Self::Booked(booking), Ask::RecordNoShow) => booking.miss(asked),

            // A visit sent late by a device without connection: the person did come.
            (Self::DidNotShow(booking), Ask::RecordArrival(ask)) => Ok(vec![booking.arrived(ask, true)]),

            // Asked twice, done once.
            (Self::Cancelled, Ask::Cancel(_)) | (Self::DidNotShow(_), Ask::RecordNoShow) => Ok(vec![]),
            (Self::Arrived { visit }, Ask::RecordArrival(ask)) if *visit == ask.visit => Ok(vec![]),
            (Self::Arrived { .. }, Ask::RecordArrival(_)) => {
                Err(AppointmentRefusal::AppointmentHasAnotherVisit)
            }

            (Self::Cancelled, _) => over(AppointmentState::Cancelled),
            (Self::Arrived { .. }, _) => over(AppointmentState::Arrived),
            (Self::DidNotShow(_), _) => over(AppointmentState::DidNotShow),
        }
    }

    fn evolve(&mut self, event: AppointmentEvent) {
        match (self, event) {
            (state, AppointmentEvent::AppointmentBooked { site, session, starts_at, ends_at, .. }) => {
                *state = Self::Booked(Booking { site, session, starts_at, ends_at });
            }
            (
                Self::Booked(booking),
                AppointmentEvent::AppointmentMoved { session, starts_at, ends_at, .. },
            ) => {
                *booking = Booking { site: booking.site, session, starts_at, ends_at };
            }
            (state, AppointmentEvent::AppointmentCancelled { .. }) => *state = Self::Cancelled,
            (state, AppointmentEvent::PersonArrived { visit, .. }) => *state = Self::Arrived { visit },
            (state, AppointmentEvent::PersonDidNotShow { .. }) => {
                if let Self::Booked(booking) = state {
                    *state = Self::DidNotShow(*booking);
                }
            }
            (_, AppointmentEvent::AppointmentMoved { .. }) => {}
        }
    }
}

aggregate!(Appointment, AppointmentEvent, AppointmentRefusal);

fn over(state: AppointmentState) -> Answer {
    Err(AppointmentRefusal::AppointmentIsOver { state })
}

fn to_come(
    starts_at: DateTime<Utc>,
    minutes: u32,
    asked: &Asked,
) -> Result<DateTime<Utc>, AppointmentRefusal> {
    let ends_at = ends_at(starts_at, minutes).ok_or(AppointmentRefusal::AppointmentLengthWrong)?;
    if ends_at <= asked.at {
        return Err(AppointmentRefusal::AppointmentInThePast);
    }
    Ok(ends_at)
}

fn book(ask: BookAppointment, asked: &Asked) -> Answer {
    let ends_at = to_come(ask.starts_at, ask.minutes, asked)?;
    if ask.reminder == AppointmentReminder::Call && is_signed(ask.language) {
        return Err(AppointmentRefusal::ReminderByCallForSigner);
    }
    if ask.reminder != AppointmentReminder::NoReminder && ask.contact.is_none() {
        return Err(AppointmentRefusal::ReminderWithoutContact);
    }
    Ok(vec![AppointmentEvent::AppointmentBooked {
        site: ask.site,
        session: ask.session,
        case: ask.case,
        starts_at: ask.starts_at,
        ends_at,
        language: ask.language,
        interpreter_wanted: ask.interpreter_wanted,
        subject: ask.subject,
        subject_hidden: ask.subject_hidden,
        called: ask.called,
        contact: ask.contact,
        reminder: ask.reminder,
    }])
}

impl Booking {
    fn move_to(&self, ask: MoveAppointment, asked: &Asked) -> Answer {
        if ask.site != self.site {
            return Err(AppointmentRefusal::AppointmentAtAnotherSite);
        }
        let ends_at = to_come(ask.starts_at, ask.minutes, asked)?;
        if (ask.starts_at, ends_at, ask.session) == (self.starts_at, self.ends_at, self.session) {
            return Ok(vec![]);
        }
        Ok(vec![AppointmentEvent::AppointmentMoved {
            before: self.session,
            session: ask.session,
            starts_at: ask.starts_at,
            ends_at,
        }])
    }

    fn arrived(&self, ask: RecordArrival, after_no_show: bool) -> AppointmentEvent {
        let session = ask.session.or(self.session);
        let (before, visit) = (self.session, ask.visit);
        AppointmentEvent::PersonArrived { before, session, visit, after_no_show }
    }

    fn miss(&self, asked: &Asked) -> Answer {
        if asked.at < self.ends_at {
            return Err(AppointmentRefusal::AppointmentStillToCome { ends_at: self.ends_at });
        }
        Ok(vec![AppointmentEvent::PersonDidNotShow { session: self.session }])
    }
}
