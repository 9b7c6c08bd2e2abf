//! What may be asked of an appointment.

use async_graphql::InputObject;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{CaseId, Language, Secret, Secrets, SessionId, SiteId, VisitId};
use reference::NeedCode;
use serde::Serialize;

use super::words::{AppointmentCancellation, AppointmentReminder, CancelledBy};

/// What may be asked of an appointment.
#[derive(Debug, Clone, Serialize)]
pub enum AppointmentCommand {
    /// Book it.
    Book(BookAppointment),
    /// Move it to another time.
    Move(MoveAppointment),
    /// Cancel it.
    Cancel(CancelAppointment),
    /// The person came.
    RecordArrival(RecordArrival),
    /// The person did not come.
    RecordNoShow,
}

impl Secrets for AppointmentCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Book(booking) => booking.secrets(),
            _ => Vec::new(),
        }
    }
}

/// A booked time.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "BookAppointmentInput")]
#[serde(rename_all = "camelCase")]
pub struct BookAppointment {
    /// The site.
    pub site: SiteId,
    /// From this instant; within an opening that takes appointments.
    pub starts_at: DateTime<Utc>,
    /// For so many minutes; 30 when left out.
    #[graphql(default = 30)]
    pub minutes: u32,
    /// The planned session it falls in, if there is one already.
    pub session: Option<SessionId>,
    /// The case, if the person has one.
    pub case: Option<CaseId>,
    /// The language wanted, sign languages included.
    pub language: Language,
    /// Whether an interpreter is wanted.
    #[graphql(default)]
    pub interpreter_wanted: bool,
    /// What it is about, if it was said.
    pub subject: Option<NeedCode>,
    /// Show nothing but *busy* in calendars.
    #[graphql(default)]
    pub subject_hidden: bool,
    /// How the person wishes to be called.
    pub called: Option<Secret>,
    /// How to reach the person for the reminder.
    pub contact: Option<Secret>,
    /// How the person wishes to be reminded.
    pub reminder: AppointmentReminder,
}

impl Secrets for BookAppointment {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.called.iter_mut().chain(self.contact.iter_mut()).collect()
    }
}

/// Another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "MoveAppointmentInput")]
#[serde(rename_all = "camelCase")]
pub struct MoveAppointment {
    /// The site it is booked at.
    pub site: SiteId,
    /// From this instant.
    pub starts_at: DateTime<Utc>,
    /// For so many minutes; 30 when left out.
    #[graphql(default = 30)]
    pub minutes: u32,
    /// The planned session it falls in now, if there is one already.
    pub session: Option<SessionId>,
}

/// An appointment that is not kept, said in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "CancelAppointmentInput")]
#[serde(rename_all = "camelCase")]
pub struct CancelAppointment {
    /// Who cancels.
    pub by: CancelledBy,
    /// Why.
    pub reason: AppointmentCancellation,
}

/// The person came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "RecordArrivalInput")]
#[serde(rename_all = "camelCase")]
pub struct RecordArrival {
    /// The visit it became.
    pub visit: VisitId,
    /// The session of the visit.
    pub session: Option<SessionId>,
}

/// When a time of so many minutes ends; `None` when it is none or longer than a day.
pub fn ends_at(starts_at: DateTime<Utc>, minutes: u32) -> Option<DateTime<Utc>> {
    if !(1..=1440).contains(&minutes) {
        return None;
    }
    starts_at.checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
}
