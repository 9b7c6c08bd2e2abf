//! A session, from its planning to its counts: the rules, and nothing else.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{ActorId, Asked, Decider, SiteId, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{
    CancelSession, CloseSession, OpenSession, PlanSession, RecordInterpreterArrival, SessionCommand,
    TurnPersonAway,
};
use super::events::SessionEvent;
use super::refusal::SessionRefusal;
use crate::site::{SiteDay, SiteLanguage};

/// Two clocks at one desk: a visit may seem to come a little before the session that it is in.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(15);
/// Hosts, languages or interpreters of one session.
const MOST: usize = 50;
/// People turned away at once.
const MOST_TURNED_AWAY: u32 = 500;

/// A session as far as its own rules need it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Session {
    /// Neither planned nor opened.
    #[default]
    Unknown,
    /// To come.
    Planned {
        /// Its site.
        site: SiteId,
        /// Its date at the site.
        date: NaiveDate,
        /// From this instant.
        starts_at: DateTime<Utc>,
        /// Until this instant.
        ends_at: DateTime<Utc>,
    },
    /// People are received.
    Open(OpenedSession),
    /// Over.
    Closed {
        /// As it was.
        session: OpenedSession,
        /// When it closed.
        closed_at: DateTime<Utc>,
    },
    /// It does not take place.
    Cancelled,
}

/// A session that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedSession {
    site: SiteId,
    opened_at: DateTime<Utc>,
    day_ends_at: DateTime<Utc>,
    hosts: Vec<ActorId>,
    languages: Vec<SiteLanguage>,
    interpreters: usize,
}

/// Where a visit takes place, once its session lets it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Admission {
    /// The site of the session.
    pub site: SiteId,
    /// When the day of the session ends at the site.
    pub day_ends_at: DateTime<Utc>,
    /// Whether the session was closed when the visit was sent.
    pub late: bool,
}

type Answer = Result<Vec<SessionEvent>, SessionRefusal>;

impl Decider for Session {
    const KIND: &'static str = "session";
    type Command = SessionCommand;
    type Event = SessionEvent;
    type Refusal = SessionRefusal;

    fn decide(&self, command: SessionCommand, asked: &Asked) -> Answer {
        use SessionCommand as Ask;
        match (self, command) {
            (Self::Unknown, Ask::Plan(ask, day)) => plan(ask, day),
            (Self::Planned { site, starts_at, ends_at, .. }, Ask::Plan(ask, _))
                if (*site, *starts_at, *ends_at) == (ask.site, ask.starts_at, ask.ends_at) =>
            {
                Ok(vec![])
            }
            (Self::Planned { .. }, Ask::Plan(..)) => Err(SessionRefusal::SessionAlreadyPlanned),

            (Self::Planned { site, .. }, Ask::Open(ask, _)) if *site != ask.site => {
                Err(SessionRefusal::SessionAtAnotherSite)
            }
            (Self::Planned { date, .. }, Ask::Open(_, day)) if *date != day.date => {
                Err(SessionRefusal::SessionPlannedForAnotherDay { date: *date })
            }
            (Self::Unknown | Self::Planned { .. }, Ask::Open(ask, day)) => open(ask, day, asked),
            (Self::Open(session), Ask::Open(again, _)) if session.is(&again) => Ok(vec![]),
            (Self::Open(_), Ask::Open(..) | Ask::Plan(..) | Ask::Cancel(_)) => {
                Err(SessionRefusal::SessionAlreadyOpen)
            }

            (Self::Planned { .. }, Ask::Cancel(ask)) => cancel(ask),
            (Self::Open(session), Ask::Close(ask)) => session.close(ask, asked),
            (Self::Open(session), Ask::RecordInterpreterArrival(ask)) => session.interpreter(ask),
            (Self::Open(_), Ask::TurnPersonAway(ask)) => turn_away(ask),

            // Asked twice, done once.
            (Self::Cancelled, Ask::Cancel(_)) | (Self::Closed { .. }, Ask::Close(_)) => Ok(vec![]),

            // Sent late by a device without connection: it happened while the session was open.
            (Self::Closed { closed_at, .. }, Ask::TurnPersonAway(ask)) if asked.at <= *closed_at => {
                turn_away(ask)
            }
            (Self::Closed { session, closed_at }, Ask::RecordInterpreterArrival(ask))
                if asked.at <= *closed_at =>
            {
                session.interpreter(ask)
            }

            (Self::Unknown, _) => Err(SessionRefusal::SessionNotFound),
            (Self::Planned { .. }, _) => Err(SessionRefusal::SessionNotOpen),
            (Self::Closed { .. }, _) => Err(SessionRefusal::SessionIsClosed),
            (Self::Cancelled, _) => Err(SessionRefusal::SessionWasCancelled),
        }
    }

    fn evolve(&mut self, event: SessionEvent) {
        match (self, event) {
            (state, SessionEvent::SessionPlanned { site, date, starts_at, ends_at, .. }) => {
                *state = Self::Planned { site, date, starts_at, ends_at };
            }
            (state, SessionEvent::SessionOpened { site, at, day_ends_at, hosts, languages, .. }) => {
                let interpreters = 0;
                *state = Self::Open(OpenedSession {
                    site,
                    opened_at: at,
                    day_ends_at,
                    hosts,
                    languages,
                    interpreters,
                });
            }
            (state, SessionEvent::SessionClosed { at, .. }) => {
                if let Self::Open(session) = state {
                    *state = Self::Closed { session: session.clone(), closed_at: at };
                }
            }
            (state, SessionEvent::SessionCancelled { .. }) => *state = Self::Cancelled,
            (Self::Open(session) | Self::Closed { session, .. }, SessionEvent::InterpreterArrived { .. }) => {
                session.interpreters += 1;
            }
            (_, SessionEvent::InterpreterArrived { .. } | SessionEvent::PersonTurnedAway { .. }) => {}
        }
    }
}

aggregate!(Session, SessionEvent, SessionRefusal);

impl Session {
    /// Whether a visit of that instant belongs to this session: while it is open, or, sent late
    /// by a device without connection, while it was.
    ///
    /// # Errors
    /// When the session is not, or was not, open then.
    pub fn admits(&self, at: DateTime<Utc>) -> Result<Admission, SessionRefusal> {
        let (session, closed_at) = match self {
            Self::Unknown => return Err(SessionRefusal::SessionNotFound),
            Self::Planned { .. } => return Err(SessionRefusal::SessionNotOpen),
            Self::Cancelled => return Err(SessionRefusal::SessionWasCancelled),
            Self::Open(session) => (session, None),
            Self::Closed { session, closed_at } => (session, Some(*closed_at)),
        };
        if at + CLOCKS_DIFFER < session.opened_at {
            return Err(SessionRefusal::VisitBeforeSession { opened_at: session.opened_at });
        }
        match closed_at {
            Some(closed_at) if at > closed_at => Err(SessionRefusal::VisitAfterSession { closed_at }),
            None if at > session.day_ends_at => {
                Err(SessionRefusal::SessionDayIsOver { ended_at: session.day_ends_at })
            }
            closed => {
                Ok(Admission { site: session.site, day_ends_at: session.day_ends_at, late: closed.is_some() })
            }
        }
    }
}

fn plan(ask: PlanSession, day: SiteDay) -> Answer {
    if ask.ends_at <= ask.starts_at || ask.ends_at > day.ends_at {
        return Err(SessionRefusal::SessionEndsBeforeItStarts);
    }
    Ok(vec![SessionEvent::SessionPlanned {
        site: ask.site,
        date: day.date,
        starts_at: ask.starts_at,
        ends_at: ask.ends_at,
        exceptional: day.exceptional,
    }])
}

fn open(ask: OpenSession, day: SiteDay, asked: &Asked) -> Answer {
    if ask.hosts.is_empty() {
        return Err(SessionRefusal::SessionWithoutHost);
    }
    if ask.hosts.len() > MOST || ask.languages.len() > MOST {
        return Err(SessionRefusal::SessionListTooLong { max: 50 });
    }
    Ok(vec![SessionEvent::SessionOpened {
        site: ask.site,
        date: day.date,
        at: asked.at,
        ends_at: day.opening.map(|opening| opening.ends_at),
        day_ends_at: day.ends_at,
        hosts: ask.hosts,
        languages: ask.languages,
        exceptional: day.exceptional,
    }])
}

fn cancel(ask: CancelSession) -> Answer {
    if ask.message.is_empty() {
        return Err(SessionRefusal::SessionCancelledWithoutMessage);
    }
    Ok(vec![SessionEvent::SessionCancelled { reason: ask.reason, message: ask.message }])
}

fn turn_away(ask: TurnPersonAway) -> Answer {
    let TurnPersonAway { count, reason, language } = ask;
    if !(1..=MOST_TURNED_AWAY).contains(&count) {
        return Err(SessionRefusal::TurnedAwayCountWrong { max: MOST_TURNED_AWAY });
    }
    Ok(vec![SessionEvent::PersonTurnedAway { count, reason, language }])
}

impl OpenedSession {
    fn is(&self, asked: &OpenSession) -> bool {
        self.site == asked.site && self.hosts == asked.hosts && self.languages == asked.languages
    }

    fn close(&self, ask: CloseSession, asked: &Asked) -> Answer {
        if !ask.counts_checked {
            return Err(SessionRefusal::SessionCountsNotChecked);
        }
        if asked.at < self.opened_at {
            return Err(SessionRefusal::SessionClosesBeforeItOpened { opened_at: self.opened_at });
        }
        Ok(vec![SessionEvent::SessionClosed { at: asked.at, visits_counted: ask.visits_counted }])
    }

    fn interpreter(&self, ask: RecordInterpreterArrival) -> Answer {
        if self.interpreters >= MOST {
            return Err(SessionRefusal::SessionListTooLong { max: 50 });
        }
        Ok(vec![SessionEvent::InterpreterArrived { language: ask.language, mode: ask.mode }])
    }
}
