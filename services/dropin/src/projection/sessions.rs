//! Sessions with their summaries: folded from sessions, from visits and from appointments.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::projection::{Facet, Undecodable, own_key, sortable};
use kernel::{
    ActorId, Decider, Event, Language, Localized, Party, Projection, Recorded, Secrets, SessionId, SiteId,
    Waiting,
};
use serde::{Deserialize, Serialize};

use super::id_of;
use super::summary::SessionSummary;
use crate::appointment::{Appointment, AppointmentEvent};
use crate::session::{InterpreterMode, Session, SessionCancellation, SessionEvent, SessionState};
use crate::site::{ExceptionReason, SiteLanguage};
use crate::visit::{Visit, VisitEvent};

/// An interpreter of a session; never who.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SessionInterpreter {
    /// The language interpreted.
    pub language: Language,
    /// How.
    pub mode: InterpreterMode,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// One dated opening of a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Session")]
#[serde(rename_all = "camelCase")]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// Its version; visits do not move it.
    pub version: u64,
    /// Where it stands.
    pub state: SessionState,
    /// Its site.
    pub site: SiteId,
    /// Its date at the site.
    pub date: NaiveDate,
    /// When it starts, or started.
    pub starts_at: DateTime<Utc>,
    /// When it is meant to end.
    pub ends_at: Option<DateTime<Utc>>,
    /// When it opened, by the device.
    pub opened_at: Option<DateTime<Utc>>,
    /// When it closed, by the device.
    pub closed_at: Option<DateTime<Utc>>,
    /// Who receives people, as accounts.
    pub hosts: Vec<ActorId>,
    /// The languages really present.
    pub languages: Vec<SiteLanguage>,
    /// Interpreters who were there.
    pub interpreters: Vec<SessionInterpreter>,
    /// Why it takes place although the calendar says closed.
    pub exceptional: Option<ExceptionReason>,
    /// Why it does not take place.
    pub cancelled_because: Option<SessionCancellation>,
    /// What people read about its cancellation.
    pub message: Option<Localized>,
    /// How many visits the hosts counted themselves.
    pub visits_counted: Option<u32>,
    /// What it comes to.
    pub summary: SessionSummary,
}

impl Secrets for SessionRow {}

/// What the list of sessions folds.
#[derive(Debug, Clone, PartialEq)]
pub enum SessionListEvent {
    /// Something happened to a session.
    Session(SessionEvent),
    /// Something happened in a visit.
    Visit(VisitEvent),
    /// Something happened to an appointment.
    Appointment(AppointmentEvent),
}

/// The list of sessions, newest first.
#[derive(Debug, Clone, Copy)]
pub struct Sessions;

impl Projection for Sessions {
    const NAME: &'static str = "dropin_sessions_1";
    const KINDS: &'static [&'static str] = &[Session::KIND, Visit::KIND, Appointment::KIND];
    const FACETS: &'static [&'static str] = &["state", "site", "date"];
    type Event = SessionListEvent;
    type Row = SessionRow;

    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<SessionListEvent, Undecodable> {
        match kind {
            Visit::KIND => VisitEvent::read(name, shape, payload).map(SessionListEvent::Visit),
            Appointment::KIND => {
                AppointmentEvent::read(name, shape, payload).map(SessionListEvent::Appointment)
            }
            _ => SessionEvent::read(name, shape, payload).map(SessionListEvent::Session),
        }
    }

    fn keys(event: &Recorded<SessionListEvent>) -> Vec<String> {
        let sessions = match &event.event {
            SessionListEvent::Session(_) => return vec![own_key(&event.stream)],
            SessionListEvent::Visit(visit) => [visit.session(), None],
            SessionListEvent::Appointment(appointment) => touched(appointment),
        };
        let mut keys: Vec<String> = sessions.iter().flatten().map(ToString::to_string).collect();
        keys.dedup();
        keys
    }

    fn project(row: Option<SessionRow>, key: &str, event: &Recorded<SessionListEvent>) -> Option<SessionRow> {
        match &event.event {
            SessionListEvent::Session(own) => of_its_own(row, key, own, event),
            SessionListEvent::Visit(visit) => row.map(|mut row| {
                row.summary.visit(visit);
                row
            }),
            SessionListEvent::Appointment(appointment) => row.map(|mut row| {
                row.summary.appointment(appointment, row.id);
                row
            }),
        }
    }

    fn order(row: &SessionRow) -> String {
        sortable(row.starts_at)
    }

    fn facets(row: &SessionRow) -> Vec<Facet> {
        vec![Facet::of(row.state), Facet::of(row.site), Facet::of(row.date)]
    }

    fn waiting(row: &SessionRow) -> Option<Waiting> {
        let (since, what) = match row.state {
            SessionState::Planned => (row.starts_at, "openSession"),
            SessionState::Open => (row.ends_at.or(row.opened_at)?, "closeSession"),
            SessionState::Closed | SessionState::Cancelled => return None,
        };
        Some(Waiting { on: Party::Host, since, what: what.to_owned(), due: row.ends_at })
    }
}

/// The sessions whose counts an appointment touches: the one it leaves, the one it comes to.
fn touched(appointment: &AppointmentEvent) -> [Option<SessionId>; 2] {
    match appointment {
        AppointmentEvent::AppointmentBooked { session, .. }
        | AppointmentEvent::AppointmentCancelled { session, .. }
        | AppointmentEvent::PersonDidNotShow { session } => [*session, None],
        AppointmentEvent::AppointmentMoved { before, session, .. }
        | AppointmentEvent::PersonArrived { before, session, .. } => [*before, *session],
    }
}

fn of_its_own(
    row: Option<SessionRow>,
    key: &str,
    own: &SessionEvent,
    event: &Recorded<SessionListEvent>,
) -> Option<SessionRow> {
    let mut row = match own {
        SessionEvent::SessionPlanned { site, date, starts_at, .. } => {
            fresh(key, *site, *date, *starts_at, SessionState::Planned)?
        }
        SessionEvent::SessionOpened { site, date, at, .. } => {
            row.or_else(|| fresh(key, *site, *date, *at, SessionState::Open))?
        }
        _ => row?,
    };
    row.version = event.version;
    row.summary.session(own);
    match own {
        SessionEvent::SessionPlanned { ends_at, exceptional, .. } => {
            row.ends_at = Some(*ends_at);
            row.exceptional = *exceptional;
        }
        SessionEvent::SessionOpened { at, ends_at, hosts, languages, exceptional, .. } => {
            row.state = SessionState::Open;
            row.opened_at = Some(*at);
            row.ends_at = row.ends_at.or(*ends_at);
            row.hosts.clone_from(hosts);
            row.languages.clone_from(languages);
            row.exceptional = row.exceptional.or(*exceptional);
        }
        SessionEvent::SessionClosed { at, visits_counted } => {
            row.state = SessionState::Closed;
            row.closed_at = Some(*at);
            row.visits_counted = *visits_counted;
        }
        SessionEvent::SessionCancelled { reason, message } => {
            row.state = SessionState::Cancelled;
            row.cancelled_because = Some(*reason);
            row.message = Some(message.clone());
        }
        SessionEvent::InterpreterArrived { language, mode } => {
            row.interpreters.push(SessionInterpreter { language: *language, mode: *mode, at: event.at() });
        }
        SessionEvent::PersonTurnedAway { .. } => {}
    }
    Some(row)
}

fn fresh(
    key: &str,
    site: SiteId,
    date: NaiveDate,
    starts_at: DateTime<Utc>,
    state: SessionState,
) -> Option<SessionRow> {
    Some(SessionRow {
        id: id_of(key)?,
        version: 0,
        state,
        site,
        date,
        starts_at,
        ends_at: None,
        opened_at: None,
        closed_at: None,
        hosts: Vec::new(),
        languages: Vec::new(),
        interpreters: Vec::new(),
        exceptional: None,
        cancelled_because: None,
        message: None,
        visits_counted: None,
        summary: SessionSummary::default(),
    })
}
