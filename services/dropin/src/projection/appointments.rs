//! Appointments, as the desk sees them.

use async_graphql::SimpleObject;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::projection::{Facet, Undecodable, sortable};
use kernel::{
    AppointmentId, CaseId, Decider, Event, Language, Party, Projection, Recorded, Secret, Secrets, SessionId,
    SiteId, VisitId, Waiting,
};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::id_of;
use crate::appointment::{
    Appointment, AppointmentCancellation, AppointmentEvent, AppointmentReminder, AppointmentState,
    CancelledBy,
};

/// How long a device without connection may take to say that somebody came.
const GRACE: TimeDelta = TimeDelta::hours(24);

/// A booked time at a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Appointment")]
#[serde(rename_all = "camelCase")]
pub struct AppointmentRow {
    /// Its id.
    pub id: AppointmentId,
    /// Its version.
    pub version: u64,
    /// Where it stands.
    pub state: AppointmentState,
    /// The site.
    pub site: SiteId,
    /// The session it falls in.
    pub session: Option<SessionId>,
    /// The case.
    pub case: Option<CaseId>,
    /// From this instant.
    pub starts_at: DateTime<Utc>,
    /// Until this instant.
    pub ends_at: DateTime<Utc>,
    /// The language wanted.
    pub language: Language,
    /// Whether an interpreter is wanted.
    pub interpreter_wanted: bool,
    /// What it is about.
    pub subject: Option<NeedCode>,
    /// Whether calendars show nothing but *busy*.
    pub subject_hidden: bool,
    /// How the person wishes to be called.
    pub called: Option<Secret>,
    /// How to reach the person.
    pub contact: Option<Secret>,
    /// How the person wishes to be reminded.
    pub reminder: AppointmentReminder,
    /// The visit it became.
    pub visit: Option<VisitId>,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Why it was cancelled.
    pub cancelled_because: Option<AppointmentCancellation>,
    /// When it was booked.
    pub booked_at: DateTime<Utc>,
    /// How often it was moved.
    pub moves: u32,
}

impl Secrets for AppointmentRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.called.iter_mut().chain(self.contact.iter_mut()).collect()
    }
}

/// The list of appointments, in the order of their times.
#[derive(Debug, Clone, Copy)]
pub struct Appointments;

impl Projection for Appointments {
    const NAME: &'static str = "dropin_appointments_1";
    const KINDS: &'static [&'static str] = &[Appointment::KIND];
    const FACETS: &'static [&'static str] = &["state", "site", "session", "case", "language"];
    type Event = AppointmentEvent;
    type Row = AppointmentRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<AppointmentEvent, Undecodable> {
        AppointmentEvent::read(name, shape, payload)
    }

    fn project(
        row: Option<AppointmentRow>,
        key: &str,
        event: &Recorded<AppointmentEvent>,
    ) -> Option<AppointmentRow> {
        let Some(mut row) = row else { return booked(key, event) };
        row.version = event.version;
        match &event.event {
            AppointmentEvent::AppointmentBooked { .. } => {}
            AppointmentEvent::AppointmentMoved { session, starts_at, ends_at, .. } => {
                row.session = *session;
                row.starts_at = *starts_at;
                row.ends_at = *ends_at;
                row.moves += 1;
            }
            AppointmentEvent::AppointmentCancelled { by, reason, .. } => {
                row.state = AppointmentState::Cancelled;
                row.cancelled_by = Some(*by);
                row.cancelled_because = Some(*reason);
            }
            AppointmentEvent::PersonArrived { session, visit, .. } => {
                row.state = AppointmentState::Arrived;
                row.session = *session;
                row.visit = Some(*visit);
            }
            AppointmentEvent::PersonDidNotShow { .. } => row.state = AppointmentState::DidNotShow,
        }
        Some(row)
    }

    fn order(row: &AppointmentRow) -> String {
        sortable(row.starts_at)
    }

    fn facets(row: &AppointmentRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.site),
            Facet::maybe(row.session),
            Facet::maybe(row.case),
            Facet::of(row.language),
        ]
    }

    fn waiting(row: &AppointmentRow) -> Option<Waiting> {
        (row.state == AppointmentState::Booked).then(|| Waiting {
            on: Party::Person,
            since: row.booked_at,
            what: "attendAppointment".to_owned(),
            due: Some(row.starts_at),
        })
    }

    fn due(row: &AppointmentRow) -> Option<DateTime<Utc>> {
        match row.state {
            AppointmentState::Booked => row.ends_at.checked_add_signed(GRACE),
            _ => None,
        }
    }
}

fn booked(key: &str, event: &Recorded<AppointmentEvent>) -> Option<AppointmentRow> {
    let AppointmentEvent::AppointmentBooked {
        site,
        session,
        case,
        starts_at,
        ends_at,
        language,
        interpreter_wanted,
        subject,
        subject_hidden,
        called,
        contact,
        reminder,
    } = &event.event
    else {
        return None;
    };
    Some(AppointmentRow {
        id: id_of(key)?,
        version: event.version,
        state: AppointmentState::Booked,
        site: *site,
        session: *session,
        case: *case,
        starts_at: *starts_at,
        ends_at: *ends_at,
        language: *language,
        interpreter_wanted: *interpreter_wanted,
        subject: *subject,
        subject_hidden: *subject_hidden,
        called: called.clone(),
        contact: contact.clone(),
        reminder: *reminder,
        visit: None,
        cancelled_by: None,
        cancelled_because: None,
        booked_at: event.at(),
        moves: 0,
    })
}
